/* The schema of a study: numbered scripts, compiled in, and the version of a file.
 *
 * Scripts are the resources schema/NNN-*.sql. A later script builds new tables and copies rows, it
 * never alters one, so the text that a file holds is always that of the scripts and can be compared
 * with them. The version is written last, in the transaction of the steps.
 */
#include "config.h"

#include "entente-schema.h"

#include "entente-statement.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#define SCRIPTS "/org/entente/Entente/schema"

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Names of the scripts: script N is element N - 1. */
static char **
list_scripts (void)
{
  char **names = g_resources_enumerate_children (SCRIPTS, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  if (names == NULL)
    g_error ("The scripts of the schema are not linked into this program.");
  qsort (names, g_strv_length (names), sizeof *names, compare_names);
  return names;
}

int
entente_schema_get_latest (void)
{
  g_auto (GStrv) names = list_scripts ();

  return (int) g_strv_length (names);
}

static gboolean
run_script (EntenteDb *db, const char *name, GError **error)
{
  g_autofree char *path = g_strconcat (SCRIPTS "/", name, NULL);
  g_autoptr (GBytes) script = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  if (script == NULL)
    return FALSE;
  return entente_db_exec (db, g_bytes_get_data (script, NULL), error);
}

/* Scripts after @from up to @to, then the version. */
static gboolean
run_scripts (EntenteDb *db, int from, int to, GError **error)
{
  g_auto (GStrv) names = list_scripts ();
  g_autofree char *version = g_strdup_printf ("PRAGMA user_version=%d", to);

  for (int i = from; i < to; i++) {
    if (!run_script (db, names[i], error))
      return FALSE;
  }
  return entente_db_exec (db, version, error);
}

gboolean
entente_schema_is_latest (EntenteDb *db)
{
  gint64 version;

  return entente_db_query_int (db, "PRAGMA user_version", &version, NULL) &&
         version >= entente_schema_get_latest ();
}

static gboolean
refuse_newer (EntenteDb *db, gint64 version, GError **error)
{
  g_set_error (error,
               ENTENTE_ERROR,
               ENTENTE_ERROR_TOO_NEW,
               _ ("“%s” was written by a newer Entente (form %d; this program knows up to %d). "
                  "Install the newer version to open it."),
               db->path,
               (int) version,
               entente_schema_get_latest ());
  return FALSE;
}

/* Compares what is ours first: nothing of the file is read otherwise. */
static gboolean
says_it_may_be_read (EntenteDb *db)
{
  gint64 form;

  return entente_schema_compare (db, NULL) &&
         entente_db_query_int (db,
                               "SELECT value FROM setting"
                               " WHERE name = '" ENTENTE_SCHEMA_READABLE_BY "'",
                               &form,
                               NULL) &&
         form >= 1 && form <= entente_schema_get_latest ();
}

gboolean
entente_schema_check_version (EntenteDb *db, GError **error)
{
  int latest = entente_schema_get_latest ();
  gint64 version;

  if (!entente_db_query_int (db, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version >= 1 && version <= latest)
    return TRUE;
  if (version > latest) {
    if (!says_it_may_be_read (db))
      return refuse_newer (db, version, error);
    db->read_only = TRUE;
    return TRUE;
  }
  g_set_error (error,
               ENTENTE_ERROR,
               ENTENTE_ERROR_CORRUPT,
               _ ("“%s” says nothing of its form, so it is no whole study; open a backup of it."),
               db->path);
  return FALSE;
}

/* Shadow tables of the index and statistics of SQLite are made by SQLite: their names are enough.
 */
static gboolean
is_by_name_only (const char *name)
{
  static const char *const suffixes[] = { "_data", "_idx", "_docsize", "_config" };

  if (!g_str_has_prefix (name, "search_"))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++) {
    if (g_str_has_suffix (name, suffixes[i]))
      return TRUE;
  }
  return FALSE;
}

/* "type name" -> text, of every object in the schema. */
static GHashTable *
read_objects (EntenteDb *db, GError **error)
{
  g_autoptr (GHashTable) objects = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (EntenteStatement) statement = NULL;
  EntenteStepResult result;

  statement = entente_statement_prepare (db, "SELECT type, name, sql FROM sqlite_schema", error);
  if (statement == NULL)
    return NULL;
  while ((result = entente_statement_step (statement, error)) == ENTENTE_STEP_ROW) {
    const char *type = entente_statement_get_text (statement, 0);
    const char *name = entente_statement_get_text (statement, 1);
    const char *sql = entente_statement_get_text (statement, 2);

    if (name != NULL && g_str_has_prefix (name, "sqlite_stat"))
      continue;
    if (name != NULL && is_by_name_only (name))
      sql = "";
    g_hash_table_insert (objects, g_strdup_printf ("%s %s", type, name), g_strdup (sql));
  }
  return result == ENTENTE_STEP_DONE ? g_steal_pointer (&objects) : NULL;
}

/* What our own scripts up to @version make. */
static GHashTable *
make_expected_objects (int version, GError **error)
{
  g_autoptr (EntenteDb) db = entente_db_open_plain (":memory:", error);

  if (db == NULL || !run_scripts (db, 0, version, error))
    return NULL;
  return read_objects (db, error);
}

static gboolean
refuse_object (EntenteDb *db, const char *object, GError **error)
{
  g_autofree char *shown = g_utf8_make_valid (object, -1);

  g_set_error (error,
               ENTENTE_ERROR,
               ENTENTE_ERROR_CORRUPT,
               _ ("“%s” holds something that Entente did not make (%s) and may do harm, so it was "
                  "not opened; ask for an unchanged copy."),
               db->path,
               shown);
  return FALSE;
}

/* What a newer form may have beside ours: tables, and indexes on such tables. They are never read;
 * what acts by itself (a trigger, a view, an index on a table of ours) is none of these. */
static GHashTable *
read_additions (EntenteDb *db, GHashTable *expected, GError **error)
{
  g_autoptr (GHashTable) additions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (EntenteStatement) statement = NULL;
  EntenteStepResult result = ENTENTE_STEP_ERROR;

  statement = entente_statement_prepare (db,
                                         "SELECT type, name, tbl_name FROM sqlite_schema"
                                         " WHERE type IN ('table', 'index')"
                                         " AND rootpage > 0"
                                         " AND coalesce (sql, '') NOT LIKE 'CREATE VIRTUAL%'",
                                         error);
  while (statement && (result = entente_statement_step (statement, error)) == ENTENTE_STEP_ROW) {
    const char *type = entente_statement_get_text (statement, 0);
    const char *name = entente_statement_get_text (statement, 1);
    const char *table = entente_statement_get_text (statement, 2);
    g_autofree char *owner = g_strdup_printf ("table %s", table);

    if (!g_hash_table_contains (expected, owner))
      g_hash_table_add (additions, g_strdup_printf ("%s %s", type, name));
  }
  return result == ENTENTE_STEP_DONE ? g_steal_pointer (&additions) : NULL;
}

static void
leave_out (GHashTable *found, GHashTable *additions)
{
  GHashTableIter iter;
  gpointer object;

  g_hash_table_iter_init (&iter, additions);
  while (g_hash_table_iter_next (&iter, &object, NULL))
    g_hash_table_remove (found, object);
}

static gboolean
compare_objects (EntenteDb *db, GHashTable *found, GHashTable *expected, GError **error)
{
  GHashTableIter iter;
  gpointer object, text;

  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &object, &text)) {
    gpointer expected_text;

    if (!g_hash_table_lookup_extended (expected, object, NULL, &expected_text) ||
        g_strcmp0 (text, expected_text) != 0)
      return refuse_object (db, object, error);
    g_hash_table_remove (expected, object);
  }
  g_hash_table_iter_init (&iter, expected);
  if (!g_hash_table_iter_next (&iter, &object, NULL))
    return TRUE;
  g_set_error (error,
               ENTENTE_ERROR,
               ENTENTE_ERROR_CORRUPT,
               _ ("The study “%s” is damaged (its %s is gone); open a backup of it instead."),
               db->path,
               (const char *) object);
  return FALSE;
}

gboolean
entente_schema_compare (EntenteDb *db, GError **error)
{
  g_autoptr (GHashTable) found = read_objects (db, error);
  g_autoptr (GHashTable) expected = NULL;
  gint64 version;

  if (found == NULL || !entente_db_query_int (db, "PRAGMA user_version", &version, error))
    return FALSE;
  expected = make_expected_objects (MIN ((int) version, entente_schema_get_latest ()), error);
  if (expected == NULL)
    return FALSE;
  if (version > entente_schema_get_latest ()) {
    g_autoptr (GHashTable) additions = read_additions (db, expected, error);

    if (additions == NULL)
      return FALSE;
    leave_out (found, additions);
  }
  return compare_objects (db, found, expected, error);
}

/* The scripts in one transaction; on failure nothing is changed. */
static gboolean
run_in_transaction (EntenteDb *db, int from, int to, const char *first, GError **error)
{
  if (!entente_db_exec (db, "PRAGMA foreign_keys=OFF; BEGIN EXCLUSIVE", error))
    return FALSE;
  if (entente_db_exec (db, first, error) && run_scripts (db, from, to, error) &&
      entente_db_exec (db, "COMMIT; PRAGMA foreign_keys=ON", error))
    return TRUE;
  sqlite3_exec (db->handle, "ROLLBACK; PRAGMA foreign_keys=ON", NULL, NULL, NULL);
  return FALSE;
}

gboolean
entente_schema_migrate (EntenteDb *db, GError **error)
{
  int latest = entente_schema_get_latest ();
  gint64 version;

  if (!entente_db_query_int (db, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version >= latest)
    return TRUE;
  if (db->read_only) {
    g_set_error (
      error,
      ENTENTE_ERROR,
      ENTENTE_ERROR_READ_ONLY,
      _ ("“%s” has an older form and cannot be written here; copy it to a folder of your "
         "own and open the copy."),
      db->path);
    return FALSE;
  }
  return run_in_transaction (db, (int) version, latest, "", error) &&
         entente_schema_compare (db, error);
}

gboolean
entente_schema_create_form (EntenteDb *db, int version, GError **error)
{
  g_autofree char *first =
    g_strdup_printf ("PRAGMA application_id=%d", ENTENTE_STORE_APPLICATION_ID);

  return run_in_transaction (db, 0, version, first, error);
}

gboolean
entente_schema_create (EntenteDb *db, GError **error)
{
  return entente_schema_create_form (db, entente_schema_get_latest (), error);
}
