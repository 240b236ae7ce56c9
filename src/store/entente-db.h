/* EntenteDb: the connection to one study file. */
#pragma once

#include "entente-error.h"
#include "entente-store.h"
#include <gio/gio.h>
#include <sqlite3.h>
#include <sys/stat.h>

G_BEGIN_DECLS

typedef struct _EntenteDb EntenteDb;

/* Everything here belongs to the thread that opened the connection. Fields are read by the modules
 * of store/ and written by entente-db.c alone unless said otherwise. */
struct _EntenteDb {
  sqlite3 *handle;
  char *path; /* absolute */
  gboolean read_only;
  struct stat identity;
  gboolean registered;
  int hold; /* descriptor by which the file is held (entente-in-use.h), or -1 */
  gboolean in_use_elsewhere; /* another program holds it */
  GThread *thread;
  GHashTable *statements; /* SQL -> EntenteStatement not in use */
  GCancellable *cancellable; /* asked by the progress handler; borrowed, or NULL */
  gint64 deadline; /* monotonic microseconds, 0 for none; asked by the progress handler */
  gint64 data_version; /* of the rows that the caller has read */
  gint64 schema_version;
  gboolean whole; /* checked when it was opened, and nothing wrong was met since */
  gboolean has_scan; /* the function of scans is there; set by entente-statement.c */
  int last_code; /* of the last error */
  gboolean without_index; /* the index of words cannot be kept; set by entente-search.c */
  EntenteDb
    *search_copy; /* in memory, with an index of its own, or NULL; set by entente-search.c */
  gint64 search_counter; /* of the file when it was copied */
};

/* Opens and hardens the file in the order that is safe with a stranger's file, and brings its
 * schema up to date. READ_ONLY never writes; EXISTING falls back to it when the file cannot be
 * written. */
EntenteDb *entente_db_open (const char *path,
                            gboolean read_only,
                            GCancellable *cancellable,
                            GError **error);
/* A bare connection of our settings to a file that is no study yet, or ":memory:". */
EntenteDb *entente_db_open_plain (const char *path, GError **error);
/* A bare connection that only reads, to a copy that nobody else has open. */
EntenteDb *entente_db_open_to_count (const char *path, GError **error);
/* All of the study as it is now, to be tried out: what is written to it is gone when it is closed.
 * Takes as much memory as the file is long. */
EntenteDb *entente_db_copy_to_memory (EntenteDb *db, GError **error);
void entente_db_close (EntenteDb *db);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteDb, entente_db_close)

/* Asserts that this is the thread of the connection. */
void entente_db_assert_thread (EntenteDb *db);

/* Large changes get a larger cache of pages, 96 instead of 16 MB. */
void entente_db_set_bulk (EntenteDb *db, gboolean bulk);

/* Runs one or several statements that give no rows. */
gboolean entente_db_exec (EntenteDb *db, const char *sql, GError **error);
/* First column of the first row. */
gboolean entente_db_query_int (EntenteDb *db, const char *sql, gint64 *value, GError **error);
char *entente_db_query_text (EntenteDb *db, const char *sql, GError **error);

/* Turns the last error of the connection into a sentence that names the file and the mend. */
void entente_db_set_error (EntenteDb *db, int code, GError **error);

/* @sentence names the file once, as %s. Returns FALSE. Any thread. */
gboolean entente_db_set_sentence (EntenteError code,
                                  const char *sentence,
                                  const char *path,
                                  GError **error);

/* Do locks keep other writers out while a transaction lasts? Not where the file system has none,
 * and not of a copy in memory that stands for the file. Without them nobody can say that a state of
 * the file lasts while it is looked at. */
gboolean entente_db_has_locks (EntenteDb *db);
/* Does the name of the file stand for another file by now, or for none? */
gboolean entente_db_has_moved (EntenteDb *db);
/* The change counter in the header of the file; to be called within a transaction. */
gboolean entente_db_get_change_counter (EntenteDb *db, gint64 *counter, GError **error);
/* Has another program written since the caller read the rows? Within a transaction. */
gboolean entente_db_check_unchanged (EntenteDb *db, GError **error);
/* The caller has read all rows anew, in the transaction that is still open: foreign changes up to
 * it are seen. */
gboolean entente_db_acknowledge_changes (EntenteDb *db, GError **error);

G_END_DECLS
