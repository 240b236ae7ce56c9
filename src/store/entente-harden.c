/* What makes a study file of unknown origin safe to read.
 *
 * A study is a database, and a database can carry code: triggers, views, generated columns, indexes
 * on expressions. So nothing of a file is used before its schema was compared, word by word, with
 * what our own scripts make, and the switches that disarm such code stay on afterwards.
 */
#include "config.h"

#include "entente-harden.h"

#include "entente-schema.h"
#include "entente-statement.h"
#include "entente-whole.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

/* Header of an SQLite file: 100 bytes (https://sqlite.org/fileformat2.html, section 1.3). */
#define HEADER_SIZE 100
#define HEADER_WRITE_FORMAT 18
#define HEADER_PAGE_SIZE 16
#define HEADER_CHANGES 24
#define HEADER_N_PAGES 28
#define HEADER_APPLICATION_ID 68
#define HEADER_VALID_FOR 92

/* Checking may take this long, and longer by the size of the file. */
#define CHECK_SECONDS 5
#define CHECK_BYTES_PER_SECOND (10 * 1000 * 1000)

static const struct {
  int limit;
  int value;
} limits[] = {
  { SQLITE_LIMIT_LENGTH, 64 * 1024 * 1024 },
  { SQLITE_LIMIT_SQL_LENGTH, 64 * 1024 },
  { SQLITE_LIMIT_COLUMN, 64 },
  { SQLITE_LIMIT_EXPR_DEPTH, 200 },
  { SQLITE_LIMIT_COMPOUND_SELECT, 16 },
  { SQLITE_LIMIT_FUNCTION_ARG, 32 },
  { SQLITE_LIMIT_ATTACHED, 0 },
  { SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000 },
  { SQLITE_LIMIT_VARIABLE_NUMBER, 256 },
  { SQLITE_LIMIT_TRIGGER_DEPTH, 32 },
  { SQLITE_LIMIT_WORKER_THREADS, 0 },
};

gboolean
entente_harden_check_file (const char *path, struct stat *identity, GError **error)
{
  if (stat (path, identity) != 0) {
    g_set_error (error,
                 ENTENTE_ERROR,
                 errno == ENOENT ? ENTENTE_ERROR_NOT_FOUND : ENTENTE_ERROR_FAILED,
                 _ ("“%s” cannot be opened: %s. Check its name and place."),
                 path,
                 g_strerror (errno));
    return FALSE;
  }
  if (S_ISREG (identity->st_mode))
    return TRUE;
  g_set_error (error,
               ENTENTE_ERROR,
               ENTENTE_ERROR_INVALID,
               S_ISDIR (identity->st_mode)
                 ? _ ("“%s” is a folder; choose the file of a study.")
                 : _ ("“%s” is not an ordinary file; choose the file of a study."),
               path);
  return FALSE;
}

/* Reads the header without SQLite: no connection of this process has the file open. */
static gssize
read_header (const char *path, guint8 *header, GError **error)
{
  int descriptor = open (path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  gssize length = -1;

  if (descriptor >= 0) {
    do
      length = pread (descriptor, header, HEADER_SIZE, 0);
    while (length < 0 && errno == EINTR);
    close (descriptor);
  }
  if (length < 0)
    g_set_error (error,
                 ENTENTE_ERROR,
                 ENTENTE_ERROR_FAILED,
                 _ ("“%s” cannot be read: %s. Check that you may read it."),
                 path,
                 g_strerror (errno));
  return length;
}

static gboolean
set_corrupt (const char *path, const char *sentence, GError **error)
{
  return entente_db_set_sentence (ENTENTE_ERROR_CORRUPT, sentence, path, error);
}

static guint32
read_big_endian (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

/* Of how many pages the file is told to be, some are gone. What SQLite reads for them is empty,
 * which it takes for whole where the page held nothing. */
static gboolean
is_cut_off (const char *path, const guint8 *header)
{
  guint32 page_size = (guint32) header[HEADER_PAGE_SIZE] << 8 | header[HEADER_PAGE_SIZE + 1];
  guint32 n_pages = read_big_endian (header + HEADER_N_PAGES);
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  struct stat file;

  /* An edit that was broken off may have made the file longer, and is taken back first. */
  if (stat (journal, &file) == 0 && file.st_size > 0)
    return FALSE;
  if (page_size == 1)
    page_size = 65536;
  return memcmp (header + HEADER_CHANGES, header + HEADER_VALID_FOR, 4) == 0 &&
         stat (path, &file) == 0 && (guint64) file.st_size < (guint64) n_pages * page_size;
}

gboolean
entente_harden_check_header (const char *path, GError **error)
{
  guint8 header[HEADER_SIZE] = { 0 };
  gssize length = read_header (path, header, error);

  if (length < 0)
    return FALSE;
  if (length == 0)
    return set_corrupt (path,
                        _ ("“%s” is empty, so it holds no study; open a backup of it."),
                        error);
  if (length < HEADER_SIZE || memcmp (header, "SQLite format 3", 16) != 0)
    return set_corrupt (path,
                        _ ("“%s” is not a study; choose a file that Entente made, or import it."),
                        error);
  if (read_big_endian (header + HEADER_APPLICATION_ID) != ENTENTE_STORE_APPLICATION_ID)
    return set_corrupt (
      path,
      _ ("“%s” is a database of another program; choose a file that Entente made."),
      error);
  if (is_cut_off (path, header))
    return set_corrupt (path, _ ("The study “%s” is damaged; open a backup of it instead."), error);
  if (header[HEADER_WRITE_FORMAT] != 1)
    return set_corrupt (
      path,
      _ ("Another program changed how “%s” is written (WAL), which loses work here; "
         "change it back with “PRAGMA journal_mode=DELETE” and open it again."),
      error);
  return TRUE;
}

static gboolean
switch_off (EntenteDb *db, int option, int value)
{
  int now = !value;

  return sqlite3_db_config (db->handle, option, value, &now) == SQLITE_OK && now == value;
}

gboolean
entente_harden_connection (EntenteDb *db, GError **error)
{
  gboolean done = switch_off (db, SQLITE_DBCONFIG_DEFENSIVE, 1) &&
                  switch_off (db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0) &&
                  switch_off (db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0) &&
                  switch_off (db, SQLITE_DBCONFIG_ENABLE_VIEW, 0) &&
                  switch_off (db, SQLITE_DBCONFIG_DQS_DML, 0) &&
                  switch_off (db, SQLITE_DBCONFIG_DQS_DDL, 0) &&
                  switch_off (db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0);

  if (!done) {
    entente_db_set_error (db, SQLITE_ERROR, error);
    return FALSE;
  }
  for (gsize i = 0; i < G_N_ELEMENTS (limits); i++)
    sqlite3_limit (db->handle, limits[i].limit, limits[i].value);
  return entente_db_exec (db, "PRAGMA cell_size_check=ON; PRAGMA mmap_size=0", error);
}

/* Newer versions check the index of the search too; a bad one is made anew by whom it fails. */
static gboolean
is_about_index (const char *verdict)
{
  return strstr (verdict, "inverted index") != NULL;
}

static gboolean
check_with (EntenteDb *db, const char *sql, GError **error)
{
  g_autoptr (EntenteStatement) statement = entente_statement_prepare (db, sql, error);
  const char *verdict = NULL, *reason;
  EntenteStepResult result = ENTENTE_STEP_ERROR;

  while (statement && (result = entente_statement_step (statement, error)) == ENTENTE_STEP_ROW) {
    verdict = entente_statement_get_text (statement, 0);
    if (verdict == NULL || (strcmp (verdict, "ok") != 0 && !is_about_index (verdict)))
      break;
  }
  if (result != ENTENTE_STEP_ROW)
    return result == ENTENTE_STEP_DONE;
  reason = verdict != NULL ? strrchr (verdict, '\n') : NULL;
  g_set_error (error,
               ENTENTE_ERROR,
               ENTENTE_ERROR_CORRUPT,
               _ ("The study “%s” is damaged (%s); open a backup of it instead."),
               db->path,
               reason != NULL    ? reason + 1
               : verdict != NULL ? verdict
                                 : "");
  return FALSE;
}

/* Those with pages of their own, which leaves out the index itself. */
static gboolean
check_each_table (EntenteDb *db, GError **error)
{
  g_autoptr (EntenteStatement) tables =
    entente_statement_prepare (db,
                               "SELECT printf ('PRAGMA quick_check(%Q)', name) FROM sqlite_schema "
                               "WHERE type = 'table' AND rootpage > 0",
                               error);
  EntenteStepResult result = ENTENTE_STEP_ERROR;

  while (tables && (result = entente_statement_step (tables, error)) == ENTENTE_STEP_ROW)
    if (!check_with (db, entente_statement_get_text (tables, 0), error))
      return FALSE;
  return result == ENTENTE_STEP_DONE;
}

/* Where the index is no index at all, newer versions do not even begin to check. */
static gboolean
check_pages (EntenteDb *db, GError **error)
{
  GError *reason = NULL;

  if (check_with (db, "PRAGMA quick_check(4)", &reason))
    return TRUE;
  if (sqlite3_extended_errcode (db->handle) != SQLITE_CORRUPT_VTAB) {
    g_propagate_error (error, reason);
    return FALSE;
  }
  g_clear_error (&reason);
  return check_each_table (db, error);
}

gboolean
entente_harden_check_content (EntenteDb *db, GError **error)
{
  gint64 id;
  gboolean whole;

  db->deadline = g_get_monotonic_time () +
                 (CHECK_SECONDS + db->identity.st_size / CHECK_BYTES_PER_SECOND) * G_USEC_PER_SEC;
  if (!entente_db_query_int (db, "PRAGMA application_id", &id, error))
    return FALSE;
  if (id != ENTENTE_STORE_APPLICATION_ID)
    return set_corrupt (
      db->path,
      _ ("“%s” is a database of another program; choose a file that Entente made."),
      error);
  /* The check of the pages computes what a schema says, so that comes first. */
  whole = entente_schema_check_version (db, error) && entente_schema_compare (db, error) &&
          (entente_whole_is_known (&db->identity) || check_pages (db, error)) &&
          entente_harden_trust_schema (db, error);
  db->deadline = 0;
  return whole;
}

gboolean
entente_harden_trust_schema (EntenteDb *db, GError **error)
{
  if (switch_off (db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 1))
    return TRUE;
  entente_db_set_error (db, SQLITE_ERROR, error);
  return FALSE;
}
