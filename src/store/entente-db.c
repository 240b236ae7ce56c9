/* The connection to one study file: opening and closing it, running SQL, telling errors.
 *
 * What makes a foreign file safe to read is entente-harden.c, what brings it up to date
 * entente-schema.c. A connection belongs to the thread that opened it, the worker of its store.
 */
#include "config.h"

#include "entente-db.h"

#include "entente-backup-write.h"
#include "entente-durable.h"
#include "entente-harden.h"
#include "entente-in-use.h"
#include "entente-lock.h"
#include "entente-registry.h"
#include "entente-schema.h"
#include "entente-statement.h"
#include "entente-whole.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

/* How long another program's write is waited for. */
#define BUSY_TIMEOUT_MS 900

/* How many steps of the virtual machine between two looks at the clock. */
#define PROGRESS_STEPS 5000

static int
interrupt_cb (gpointer data)
{
  EntenteDb *db = data;

  if (g_cancellable_is_cancelled (db->cancellable))
    return 1;
  return db->deadline != 0 && g_get_monotonic_time () > db->deadline;
}

static EntenteDb *
make_db (const char *path)
{
  EntenteDb *db = g_new0 (EntenteDb, 1);

  db->path = g_strdup (path);
  db->thread = g_thread_self ();
  db->hold = -1;
  db->statements = g_hash_table_new_full (entente_statement_hash,
                                          g_str_equal,
                                          NULL,
                                          (GDestroyNotify) entente_statement_free);
  return db;
}

/* What SQLite is told once per process, before it is used. Counting memory would take a lock for
 * every piece of it. */
static void
prepare_process (void)
{
  static gsize prepared = 0;

  if (g_once_init_enter (&prepared)) {
    sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
    entente_lock_install ();
    g_once_init_leave (&prepared, 1);
  }
}

/* Opens the connection itself; nothing is read yet. */
static gboolean
connect_file (EntenteDb *db, const char *vfs, int flags, GError **error)
{
  int code;

  prepare_process ();
  flags |= SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_EXRESCODE;
  code = sqlite3_open_v2 (db->path, &db->handle, flags, vfs);
  if (code != SQLITE_OK) {
    entente_db_set_error (db, code, error);
    return FALSE;
  }
  sqlite3_busy_timeout (db->handle, BUSY_TIMEOUT_MS);
  sqlite3_progress_handler (db->handle, PROGRESS_STEPS, interrupt_cb, db);
  return entente_harden_connection (db, error);
}

void
entente_db_set_bulk (EntenteDb *db, gboolean bulk)
{
  entente_db_exec (db, bulk ? "PRAGMA cache_size=-98304" : "PRAGMA cache_size=-16384", NULL);
}

static gboolean
can_write (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return access (path, W_OK) == 0 && access (folder, W_OK) == 0;
}

static gboolean
remember_versions (EntenteDb *db, GError **error)
{
  return entente_db_query_int (db, "PRAGMA schema_version", &db->schema_version, error) &&
         entente_db_query_int (db, "PRAGMA data_version", &db->data_version, error);
}

static gboolean
is_without_locks (int code)
{
  return code == SQLITE_IOERR_LOCK || code == SQLITE_IOERR_RDLOCK || code == SQLITE_IOERR_UNLOCK ||
         code == SQLITE_IOERR_CHECKRESERVEDLOCK;
}

static void
disconnect (EntenteDb *db)
{
  g_hash_table_remove_all (db->statements);
  g_clear_pointer (&db->handle, sqlite3_close);
}

/* Connects and reads for the first time. */
static gboolean
connect_and_read (EntenteDb *db, const char *vfs, int flags, GError **error)
{
  gint64 version;

  return connect_file (db, vfs, flags, error) &&
         entente_db_query_int (db, "PRAGMA user_version", &version, error);
}

/* An edit that was broken off is taken back before anyone reads, also for who only reads. */
static gboolean
take_back_broken_edit (EntenteDb *db, GError **error)
{
  disconnect (db);
  if (!connect_and_read (db, "unix", SQLITE_OPEN_READWRITE, error))
    return FALSE;
  disconnect (db);
  return connect_and_read (db, "unix", SQLITE_OPEN_READONLY, error);
}

/* Where the file system knows no locks the study may still be read. */
static gboolean
connect_study (EntenteDb *db, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (connect_and_read (db,
                        "unix",
                        db->read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE,
                        &local))
    return TRUE;
  if (db->last_code == SQLITE_READONLY_ROLLBACK && can_write (db->path))
    return take_back_broken_edit (db, error);
  if (db->handle == NULL || !is_without_locks (db->last_code)) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  disconnect (db);
  db->read_only = TRUE;
  return connect_file (db, "unix-none", SQLITE_OPEN_READONLY, error);
}

/* A study of an older form that is only looked at is brought into the form of today in memory; the
 * file stays as it is. */
static gboolean
read_older_form (EntenteDb *db, GError **error)
{
  g_autoptr (EntenteDb) copy = NULL;
  sqlite3 *file;

  if (!db->read_only || entente_schema_is_latest (db))
    return TRUE;
  copy = entente_db_copy_to_memory (db, error);
  if (copy == NULL || !entente_schema_migrate (copy, error))
    return FALSE;
  g_hash_table_remove_all (db->statements);
  g_hash_table_remove_all (copy->statements);
  file = db->handle;
  db->handle = copy->handle;
  copy->handle = file;
  copy->read_only = TRUE;
  db->has_scan = FALSE;
  sqlite3_progress_handler (db->handle, PROGRESS_STEPS, interrupt_cb, db);
  return TRUE;
}

/* A backup first. That it could not be made is no reason to refuse the study: the change is one
 * transaction. */
static gboolean
migrate (EntenteDb *db, GError **error)
{
  GCancellable *cancellable = db->cancellable;

  if (!db->read_only && !entente_schema_is_latest (db) && remember_versions (db, NULL))
    entente_backup_write (db, TRUE, cancellable, NULL);
  db->cancellable = cancellable;
  return entente_schema_migrate (db, error);
}

/* From here on the file may be a stranger's: each step trusts only what the steps before it made
 * sure of. */
static gboolean
open_hardened (EntenteDb *db, GError **error)
{
  if (!entente_harden_check_file (db->path, &db->identity, error))
    return FALSE;
  if (!entente_registry_enter (&db->identity, db->path, error))
    return FALSE;
  db->registered = TRUE;
  if (!db->read_only)
    db->hold = entente_in_use_take (db->path, &db->in_use_elsewhere);
  db->read_only = db->read_only || db->in_use_elsewhere;
  return entente_harden_check_header (db->path, error) && connect_study (db, error) &&
         entente_harden_check_content (db, error) && entente_durable_set (db, error) &&
         read_older_form (db, error) && migrate (db, error) && remember_versions (db, error);
}

EntenteDb *
entente_db_open (const char *path, gboolean read_only, GCancellable *cancellable, GError **error)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autoptr (EntenteDb) db = make_db (absolute);

  db->cancellable = cancellable;
  db->read_only = read_only || !can_write (absolute);
  if (!open_hardened (db, error))
    return NULL;
  db->cancellable = NULL;
  db->whole = TRUE;
  return g_steal_pointer (&db);
}

EntenteDb *
entente_db_open_plain (const char *path, GError **error)
{
  g_autoptr (EntenteDb) db = make_db (path);

  if (!connect_file (db, "unix", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error) ||
      !entente_harden_trust_schema (db, error) || !entente_durable_set (db, error))
    return NULL;
  return g_steal_pointer (&db);
}

EntenteDb *
entente_db_open_to_count (const char *path, GError **error)
{
  g_autoptr (EntenteDb) db = make_db (path);

  db->read_only = TRUE;
  return connect_file (db, "unix", SQLITE_OPEN_READONLY, error) ? g_steal_pointer (&db) : NULL;
}

EntenteDb *
entente_db_copy_to_memory (EntenteDb *db, GError **error)
{
  g_autoptr (EntenteDb) copy = entente_db_open_plain (":memory:", error);
  sqlite3_int64 size = 0;
  unsigned char *bytes;

  if (copy == NULL)
    return NULL;
  g_free (copy->path);
  copy->path = g_strdup (db->path);
  bytes = sqlite3_serialize (db->handle, "main", &size, 0);
  if (bytes == NULL) {
    entente_db_set_error (db, SQLITE_NOMEM, error);
    return NULL;
  }
  if (sqlite3_deserialize (copy->handle,
                           "main",
                           bytes,
                           size,
                           size,
                           SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE) !=
      SQLITE_OK) {
    entente_db_set_error (copy, sqlite3_extended_errcode (copy->handle), error);
    return NULL;
  }
  return g_steal_pointer (&copy);
}

gboolean
entente_db_has_locks (EntenteDb *db)
{
  g_autofree char *copy = NULL;
  char *name = NULL;
  gboolean known =
    sqlite3_file_control (db->handle, "main", SQLITE_FCNTL_VFSNAME, &name) == SQLITE_OK;

  copy = g_strdup (name);
  sqlite3_free (name);
  return known && copy != NULL && strcmp (copy, "unix") == 0;
}

gboolean
entente_db_has_moved (EntenteDb *db)
{
  int moved = 0;

  return sqlite3_file_control (db->handle, "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK &&
         moved != 0;
}

/* The file as it is now need not be checked when it is opened again, if nobody else has written to
 * it and nothing was found wrong. A transaction keeps writers out meanwhile, where there are locks.
 */
static void
remember_whole (EntenteDb *db)
{
  struct stat now;

  if (!db->whole || !entente_db_has_locks (db) ||
      !entente_db_exec (db, "BEGIN; SELECT counter FROM search_state", NULL))
    return;
  if (entente_db_check_unchanged (db, NULL) && stat (db->path, &now) == 0 &&
      now.st_dev == db->identity.st_dev && now.st_ino == db->identity.st_ino)
    entente_whole_remember (&now);
  entente_db_exec (db, "COMMIT", NULL);
}

void
entente_db_close (EntenteDb *db)
{
  g_clear_pointer (&db->search_copy, entente_db_close);
  remember_whole (db);
  g_hash_table_unref (db->statements);
  if (db->handle != NULL) {
    if (!sqlite3_get_autocommit (db->handle))
      sqlite3_exec (db->handle, "ROLLBACK", NULL, NULL, NULL);
    /* TRUNCATE leaves an empty journal; this removes it. One beside another file that has the name
     * by now is not ours. */
    if (!db->read_only && !entente_db_has_moved (db))
      sqlite3_exec (db->handle, "PRAGMA journal_mode=DELETE", NULL, NULL, NULL);
    sqlite3_close (db->handle);
  }
  if (db->hold >= 0)
    close (db->hold);
  if (db->registered)
    entente_registry_leave (&db->identity);
  g_free (db->path);
  g_free (db);
}

void
entente_db_assert_thread (EntenteDb *db)
{
  g_assert (db->thread == g_thread_self ());
}

gboolean
entente_db_exec (EntenteDb *db, const char *sql, GError **error)
{
  int code;

  entente_db_assert_thread (db);
  code = sqlite3_exec (db->handle, sql, NULL, NULL, NULL);
  if (code == SQLITE_OK)
    return TRUE;
  entente_db_set_error (db, code, error);
  return FALSE;
}

/* The statement of a query at its first row. */
static EntenteStatement *
query_row (EntenteDb *db, const char *sql, GError **error)
{
  g_autoptr (EntenteStatement) statement = entente_statement_prepare (db, sql, error);
  EntenteStepResult result;

  if (statement == NULL)
    return NULL;
  result = entente_statement_step (statement, error);
  if (result == ENTENTE_STEP_ROW)
    return g_steal_pointer (&statement);
  if (result == ENTENTE_STEP_DONE)
    entente_db_set_error (db, SQLITE_CORRUPT, error);
  return NULL;
}

gboolean
entente_db_query_int (EntenteDb *db, const char *sql, gint64 *value, GError **error)
{
  g_autoptr (EntenteStatement) statement = query_row (db, sql, error);

  if (statement == NULL)
    return FALSE;
  *value = entente_statement_get_int (statement, 0);
  return TRUE;
}

char *
entente_db_query_text (EntenteDb *db, const char *sql, GError **error)
{
  g_autoptr (EntenteStatement) statement = query_row (db, sql, error);

  return statement != NULL ? g_strdup (entente_statement_get_text (statement, 0)) : NULL;
}

static const char *
describe_constraint (int code)
{
  switch (code) {
  case SQLITE_CONSTRAINT_FOREIGNKEY:
    return _ ("it refers to a record that is not in the study");
  case SQLITE_CONSTRAINT_PRIMARYKEY:
  case SQLITE_CONSTRAINT_ROWID:
  case SQLITE_CONSTRAINT_UNIQUE:
    return _ ("there is such a record already");
  case SQLITE_CONSTRAINT_NOTNULL:
    return _ ("a field is empty that must not be");
  default:
    return _ ("a field has a value that is not allowed");
  }
}

static void
set_constraint_error (EntenteDb *db, int code, GError **error)
{
  g_set_error (error,
               ENTENTE_ERROR,
               ENTENTE_ERROR_INVALID,
               _ ("Nothing was changed in “%s”: %s (%s). Correct the entry and try again."),
               db->path,
               describe_constraint (code),
               sqlite3_errmsg (db->handle));
}

/* Reading was broken off: by a person, or because it took too long. */
static void
set_interrupt_error (EntenteDb *db, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (db->cancellable, error))
    return;
  g_set_error (error,
               ENTENTE_ERROR,
               ENTENTE_ERROR_CORRUPT,
               _ ("Reading “%s” takes far longer than its size explains; the file is damaged. "
                  "Open a backup instead."),
               db->path);
}

typedef struct {
  int code; /* of SQLite: an extended one before the primary one that it belongs to */
  EntenteError error;
  const char *message; /* with one place for the path */
} Sentence;

static const Sentence sentences[] = {
  { SQLITE_FULL,
    ENTENTE_ERROR_NO_SPACE,
    N_ ("The disk with “%s” is full and nothing was changed; free some space and try again.") },
  { SQLITE_BUSY,
    ENTENTE_ERROR_BUSY,
    N_ ("Another program is using “%s”; try again when it has finished.") },
  { SQLITE_LOCKED,
    ENTENTE_ERROR_BUSY,
    N_ ("“%s” is being read at this moment; try again when that has finished.") },
  { SQLITE_READONLY_DBMOVED,
    ENTENTE_ERROR_READ_ONLY,
    N_ ("“%s” was moved, renamed, deleted or replaced by another program, so nothing was written; "
        "save a copy, which holds all that is shown here, and work on that.") },
  { SQLITE_READONLY_ROLLBACK,
    ENTENTE_ERROR_READ_ONLY,
    N_ (
      "“%s” was left in the middle of a change, which cannot be taken back where the file is; copy "
      "it, and the file beside it whose name ends in “-journal”, to a folder of your own, and open "
      "the copy.") },
  { SQLITE_READONLY,
    ENTENTE_ERROR_READ_ONLY,
    N_ ("“%s” cannot be written here; save a copy elsewhere and work on that.") },
  { SQLITE_PERM,
    ENTENTE_ERROR_READ_ONLY,
    N_ ("You may not write to “%s”; save a copy elsewhere and work on that.") },
  { SQLITE_NOMEM,
    ENTENTE_ERROR_FAILED,
    N_ ("There is not enough memory for “%s” and nothing was changed; close other programs and try "
        "again.") },
  { SQLITE_NOTADB,
    ENTENTE_ERROR_CORRUPT,
    N_ ("“%s” is not a study; choose a file that Entente made.") },
  { SQLITE_CORRUPT,
    ENTENTE_ERROR_CORRUPT,
    N_ ("The study “%s” is damaged; open a backup of it instead.") },
  { SQLITE_TOOBIG,
    ENTENTE_ERROR_INVALID,
    N_ ("Nothing was changed in “%s”: a text is longer than 64 MB. Divide it and try again.") },
  { SQLITE_CANTOPEN,
    ENTENTE_ERROR_FAILED,
    N_ ("“%s” cannot be opened; check that it exists and that you may read and write it and its "
        "folder.") },
};

gboolean
entente_db_set_sentence (EntenteError code, const char *sentence, const char *path, GError **error)
{
  g_autoptr (GString) whole = g_string_new (sentence);

  g_string_replace (whole, "%s", path, 1);
  g_set_error_literal (error, ENTENTE_ERROR, code, whole->str);
  return FALSE;
}

void
entente_db_set_error (EntenteDb *db, int code, GError **error)
{
  int primary = code == SQLITE_IOERR_NOMEM ? SQLITE_NOMEM : code & 0xff;

  db->last_code = code;
  if (primary == SQLITE_CORRUPT || primary == SQLITE_IOERR || primary == SQLITE_NOTADB)
    db->whole = FALSE;
  if (primary == SQLITE_INTERRUPT) {
    set_interrupt_error (db, error);
    return;
  }
  if (primary == SQLITE_CONSTRAINT) {
    set_constraint_error (db, code, error);
    return;
  }
  for (gsize i = 0; i < G_N_ELEMENTS (sentences); i++) {
    if (sentences[i].code == code || sentences[i].code == primary) {
      entente_db_set_sentence (sentences[i].error, _ (sentences[i].message), db->path, error);
      return;
    }
  }
  g_set_error (error,
               ENTENTE_ERROR,
               ENTENTE_ERROR_FAILED,
               _ ("“%s” could not be read or written (%s); check the disk and try again."),
               db->path,
               db->handle != NULL ? sqlite3_errmsg (db->handle) : sqlite3_errstr (code));
}

gboolean
entente_db_get_change_counter (EntenteDb *db, gint64 *counter, GError **error)
{
  sqlite3_file *file = NULL;
  guint8 bytes[4] = { 0 };
  int code = sqlite3_file_control (db->handle, "main", SQLITE_FCNTL_FILE_POINTER, &file);

  entente_db_assert_thread (db);
  if (code == SQLITE_OK)
    code = file->pMethods->xRead (file, bytes, sizeof bytes, 24);
  if (code != SQLITE_OK) {
    entente_db_set_error (db, code, error);
    return FALSE;
  }
  *counter = ((gint64) bytes[0] << 24) | bytes[1] << 16 | bytes[2] << 8 | bytes[3];
  return TRUE;
}

gboolean
entente_db_check_unchanged (EntenteDb *db, GError **error)
{
  gint64 data_version, schema_version;

  if (!entente_db_query_int (db, "PRAGMA schema_version", &schema_version, error) ||
      !entente_db_query_int (db, "PRAGMA data_version", &data_version, error))
    return FALSE;
  if (schema_version != db->schema_version) {
    g_set_error (error,
                 ENTENTE_ERROR,
                 ENTENTE_ERROR_CONFLICT,
                 _ ("Another program changed the form of “%s”; close the study and open it again."),
                 db->path);
    return FALSE;
  }
  if (data_version != db->data_version) {
    g_set_error (error,
                 ENTENTE_ERROR,
                 ENTENTE_ERROR_CONFLICT,
                 _ ("Another program changed “%s”; look at its changes before you make yours."),
                 db->path);
    return FALSE;
  }
  return TRUE;
}

gboolean
entente_db_acknowledge_changes (EntenteDb *db, GError **error)
{
  return entente_db_query_int (db, "PRAGMA data_version", &db->data_version, error);
}
