/* The schema and the settings of a connection, looked at from inside: vocabularies, order of
 * tables, indexes behind references, plans, switches.
 */
#include "config.h"

#include "entente-store-fixture.h"

#include "entente-context.h"
#include "entente-event.h"
#include "entente-schema.h"
#include "entente-statement.h"
#include "entente-store-private.h"
#include "entente-study-records.h"
#include "entente-table.h"
#include "entente-test-folder.h"

#include <string.h>

/* Rows of @sql, columns joined by "|". Worker. */
static GPtrArray *
query (EntenteDb *db, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteStatement) statement = entente_statement_prepare (db, sql, &error);
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_free);

  g_assert_no_error (error);
  while (entente_statement_step (statement, &error) == ENTENTE_STEP_ROW) {
    GString *row = g_string_new (NULL);

    for (int i = 0; i < sqlite3_column_count (statement->handle); i++)
      g_string_append_printf (row,
                              "%s%s",
                              i > 0 ? "|" : "",
                              entente_statement_get_text (statement, i));
    g_ptr_array_add (rows, g_string_free (row, FALSE));
  }
  g_assert_no_error (error);
  return rows;
}

static void
run (EntenteStoreFixture *fixture, EntenteWorkerFunc func)
{
  g_assert_true (entente_store_call (fixture->store, func, fixture->store, FALSE, NULL));
}

static void
assert_query (EntenteDb *db, const char *sql, const char *expected)
{
  g_autoptr (GPtrArray) rows = query (db, sql);

  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpstr (rows->pdata[0], ==, expected);
}

static void
assert_switch (EntenteDb *db, int option, int expected)
{
  int value = -1;

  g_assert_cmpint (sqlite3_db_config (db->handle, option, -1, &value), ==, SQLITE_OK);
  g_assert_cmpint (value, ==, expected);
}

static void
check_settings (gpointer data)
{
  EntenteDb *db = ((EntenteStore *) data)->db;

  assert_query (db, "PRAGMA journal_mode", "truncate");
  assert_query (db, "PRAGMA synchronous", "3");
  assert_query (db, "PRAGMA foreign_keys", "1");
  assert_query (db, "PRAGMA cell_size_check", "1");
  assert_query (db, "PRAGMA mmap_size", "0");
  assert_query (db, "PRAGMA application_id", "1162761265");
  assert_switch (db, SQLITE_DBCONFIG_DEFENSIVE, 1);
  assert_switch (db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0);
  assert_switch (db, SQLITE_DBCONFIG_ENABLE_VIEW, 0);
  assert_switch (db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0);
  assert_switch (db, SQLITE_DBCONFIG_DQS_DML, 0);
  g_assert_cmpint (sqlite3_limit (db->handle, SQLITE_LIMIT_ATTACHED, -1), ==, 0);
  g_assert_cmpint (sqlite3_limit (db->handle, SQLITE_LIMIT_LENGTH, -1), ==, 64 * 1024 * 1024);
}

static void
test_settings (EntenteStoreFixture *fixture, gconstpointer data)
{
  run (fixture, check_settings);
}

static guint
find_table (const char *name)
{
  for (guint i = 0; i < entente_journal_n_tables; i++) {
    if (strcmp (entente_journal_tables[i], name) == 0)
      return i;
  }
  g_error ("The journal does not record %s", name);
}

/* Tables that the journal does not record, and parts of FTS5. */
static gboolean
is_internal (const char *name)
{
  return g_str_has_prefix (name, "search_") || g_str_has_prefix (name, "journal") ||
         g_str_has_prefix (name, "sqlite_") || strcmp (name, "draft") == 0 ||
         strcmp (name, "log") == 0 || strcmp (name, "backup") == 0;
}

static void
check_order (gpointer data)
{
  EntenteDb *db = ((EntenteStore *) data)->db;
  g_autoptr (GPtrArray) tables =
    query (db, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
  guint n = 0;

  for (guint i = 0; i < tables->len; i++) {
    g_autofree char *sql = g_strdup_printf ("SELECT \"table\" FROM pragma_foreign_key_list ('%s')",
                                            (char *) tables->pdata[i]);
    g_autoptr (GPtrArray) parents = NULL;
    guint place;

    if (is_internal (tables->pdata[i]))
      continue;
    n++;
    parents = query (db, sql);
    place = find_table (tables->pdata[i]);
    for (guint j = 0; j < parents->len; j++) {
      if (strcmp (parents->pdata[j], tables->pdata[i]) != 0)
        g_assert_cmpuint (place, <, find_table (parents->pdata[j]));
    }
  }
  g_assert_cmpuint (n, ==, entente_journal_n_tables);
}

/* Children before parents, every table of content, none twice. */
static void
test_order (EntenteStoreFixture *fixture, gconstpointer data)
{
  run (fixture, check_order);
  for (guint i = 0; i < entente_journal_n_tables; i++)
    g_assert_cmpuint (find_table (entente_journal_tables[i]), ==, i);
}

static void
check_references (gpointer data)
{
  EntenteDb *db = ((EntenteStore *) data)->db;
  g_autoptr (GPtrArray) columns =
    query (db,
           "SELECT t.name || '.' || f.\"from\" FROM sqlite_schema AS t,"
           " pragma_foreign_key_list (t.name) AS f WHERE t.type = 'table' AND NOT EXISTS"
           " (SELECT 1 FROM pragma_index_list (t.name) AS l, pragma_index_info (l.name) AS c"
           " WHERE c.seqno = 0 AND c.name = f.\"from\")"
           " AND t.name NOT LIKE 'journal%'");
  g_autoptr (GPtrArray) actions =
    query (db,
           "SELECT t.name || '.' || f.\"from\" FROM sqlite_schema AS t,"
           " pragma_foreign_key_list (t.name) AS f WHERE t.type = 'table'"
           " AND (t.name = f.\"table\") = (f.on_delete <> 'NO ACTION')"
           " AND t.name NOT LIKE 'journal%'");

  for (guint i = 0; i < columns->len; i++)
    g_error ("%s refers without an index", (char *) columns->pdata[i]);
  for (guint i = 0; i < actions->len; i++)
    g_error ("%s does not say what a delete does, or does it within a table",
             (char *) actions->pdata[i]);
}

static void
test_references (EntenteStoreFixture *fixture, gconstpointer data)
{
  run (fixture, check_references);
}

/* The names that a CHECK of the schema allows are those of the vocabulary. */
static void
check_vocabularies (gpointer data)
{
  EntenteDb *db = ((EntenteStore *) data)->db;

  for (EntenteEntity entity = 0; entity < ENTENTE_N_ENTITIES; entity++) {
    guint n;
    const EntenteFieldInfo *fields = entente_entity_get_fields (entity, &n);
    g_autofree char *sql = g_strdup_printf ("SELECT sql FROM sqlite_schema WHERE name = '%s'",
                                            entente_table_get (entity)->name);
    g_autoptr (GPtrArray) rows = query (db, sql);

    for (guint i = 0; i < n; i++) {
      int n_values = 0;
      g_autofree char *any = g_strdup_printf ("%s = '", fields[i].name);

      if (fields[i].type != ENTENTE_FIELD_ENUM)
        continue;
      for (int value = 0; value < entente_enum_count (fields[i].vocabulary); value++) {
        g_autofree char *term = g_strdup_printf ("%s = '%s'",
                                                 fields[i].name,
                                                 entente_enum_nick (fields[i].vocabulary, value));

        if (strstr (rows->pdata[0], term) == NULL && strstr (rows->pdata[0], " IN (") == NULL)
          g_error ("%s: %s is not allowed", entente_table_get (entity)->name, term);
      }
      for (const char *at = rows->pdata[0]; (at = strstr (at, any)) != NULL; at++)
        n_values++;
      g_assert_true (n_values == 0 || n_values == entente_enum_count (fields[i].vocabulary));
    }
  }
}

static void
test_vocabularies (EntenteStoreFixture *fixture, gconstpointer data)
{
  run (fixture, check_vocabularies);
}

/* ---- plans ---- */

/* Does the plan of a statement read a whole table, or sort one? */
static void
check_plan (EntenteDb *db, const char *sql)
{
  g_autofree char *explain = g_strconcat ("EXPLAIN QUERY PLAN ", sql, NULL);
  g_autoptr (GPtrArray) plan = query (db, explain);
  gboolean chooses = strstr (sql, " WHERE ") != NULL && strstr (sql, "?1") != NULL;

  for (guint i = 0; i < plan->len; i++) {
    gboolean scan = strstr (plan->pdata[i], "SCAN") != NULL &&
                    strstr (plan->pdata[i], "VIRTUAL TABLE") == NULL &&
                    strstr (plan->pdata[i], "CONSTANT ROW") == NULL;

    if (chooses && scan)
      g_error ("%s\nreads a whole table: %s", sql, (char *) plan->pdata[i]);
    if (!chooses && strstr (plan->pdata[i], "TEMP B-TREE") != NULL)
      g_error ("%s\nsorts a whole table: %s", sql, (char *) plan->pdata[i]);
  }
}

static void
check_plans (gpointer data)
{
  EntenteDb *db = ((EntenteStore *) data)->db;
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer sql;

  g_hash_table_iter_init (&iter, db->statements);
  while (g_hash_table_iter_next (&iter, &sql, NULL))
    g_ptr_array_add (all, g_strdup (sql));
  g_assert_cmpuint (all->len, >, 100);
  for (guint i = 0; i < all->len; i++) {
    if (!g_str_has_prefix (all->pdata[i], "PRAGMA") && !g_str_has_prefix (all->pdata[i], "EXPLAIN"))
      check_plan (db, all->pdata[i]);
  }
}

static void
ignore_row (gpointer data, gconstpointer row)
{
}

static void
ignore_event_issue (gpointer data, EntenteId event, EntenteId issue)
{
}

/* Calls every reading function there is, so that its statements are in the cache. */
static void
call_everything (EntenteStore *store)
{
  EntenteRowSink sink = { .actor = (gpointer) ignore_row,
                          .alias = (gpointer) ignore_row,
                          .affiliation = (gpointer) ignore_row,
                          .place = (gpointer) ignore_row,
                          .track = (gpointer) ignore_row,
                          .issue = (gpointer) ignore_row,
                          .era = (gpointer) ignore_row,
                          .turning_point = (gpointer) ignore_row,
                          .article = (gpointer) ignore_row,
                          .field = (gpointer) ignore_row,
                          .field_value = (gpointer) ignore_row,
                          .event = (gpointer) ignore_row,
                          .participation = (gpointer) ignore_row,
                          .event_issue = ignore_event_issue,
                          .claim = (gpointer) ignore_row,
                          .link = (gpointer) ignore_row };
  EntenteId id = 1;

  entente_store_read_rows (store, &sink, NULL, NULL, NULL);
  entente_store_read_some_rows (store, &id, 1, TRUE, &sink, NULL, NULL);
  for (EntenteEntity entity = 0; entity < ENTENTE_N_ENTITIES; entity++) {
    g_autoptr (GPtrArray) list = entente_store_list (store, entity, NULL);
    g_autoptr (GPtrArray) naming =
      entente_store_list_naming (store, entity, ENTENTE_ENTITY_ACTOR, 1, NULL);

    entente_store_get (store, entity, 1, NULL);
    for (EntenteEntity parent = 0; parent < ENTENTE_N_ENTITIES; parent++) {
      g_autoptr (GPtrArray) children = entente_store_list_of (store, entity, parent, 1, NULL);
    }
  }
  g_strfreev (entente_store_get_titles (store, &id, 1, NULL));
  g_free (entente_store_get_setting (store, "title"));
  g_array_unref (entente_store_search_events (store, "talks", NULL));
  g_array_unref (entente_store_search_articles (store, "talks", 10, NULL));
  g_ptr_array_unref (entente_store_get_history (store, NULL));
}

static void
test_plans (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (EntenteStep) step = entente_step_new ("Add event");
  g_autoptr (EntenteEvent) event = entente_event_new ();
  g_autoptr (EntenteChangeSet) changes = NULL;

  event->kind = g_strdup ("meeting");
  entente_step_insert (step, event);
  entente_step_update (step, event);
  entente_step_delete (step, ENTENTE_ENTITY_EVENT, event->record.id);
  changes = entente_store_apply (fixture->store, step, NULL);
  call_everything (fixture->store);
  run (fixture, check_plans);
}

/* ---- older forms ---- */

/* Nothing is lost, and a claim may have more than before. */
static void
check_old_form (EntenteStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteClaim) claim = entente_store_get (store, ENTENTE_ENTITY_CLAIM, 2, &error);
  g_autoptr (EntenteRecord) question = NULL, word = NULL;
  g_autoptr (GPtrArray) points = NULL;

  g_assert_no_error (error);
  question = entente_store_get (store, ENTENTE_ENTITY_QUESTION, 4, &error);
  g_assert_no_error (error);
  word = entente_store_get (store, ENTENTE_ENTITY_LEXICON, 3, &error);
  g_assert_no_error (error);
  points = entente_store_list (store, ENTENTE_ENTITY_TURNING_POINT, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (points->len, ==, 0);
  g_assert_cmpint (claim->event, ==, 1);
  g_assert_cmpstr (claim->outlet_name, ==, "Reuters");
  g_assert_cmpstr (claim->note, ==, "a note");
  g_assert_null (claim->claimed_who);
  g_assert_cmpstr (((EntenteLexicon *) (gpointer) word)->text, ==, "rebuff/v");
  g_assert_cmpint (((EntenteQuestion *) (gpointer) question)->resolved_by, ==, 2);
}

/* What the new form has is written, undone and goes with the event. */
static void
check_new_table (EntenteStore *store)
{
  g_autoptr (EntenteStep) add = entente_step_new ("Add"), delete = entente_step_new ("Delete");
  g_autoptr (EntenteTurningPoint) point = entente_turning_point_new ();
  g_autoptr (EntenteChangeSet) added = NULL, deleted = NULL, undone = NULL;
  g_autoptr (GPtrArray) left = NULL, back = NULL;
  g_autoptr (GError) error = NULL;

  point->record.id = 5;
  point->departure = 1;
  point->cause = 1;
  point->title = g_strdup ("The turn");
  entente_step_insert (add, point);
  added = entente_store_apply (store, add, &error);
  g_assert_no_error (error);
  entente_step_delete (delete, ENTENTE_ENTITY_EVENT, 1);
  deleted = entente_store_apply (store, delete, &error);
  g_assert_no_error (error);
  g_assert_nonnull (deleted->deleted[ENTENTE_ENTITY_TURNING_POINT]);
  left = entente_store_list (store, ENTENTE_ENTITY_TURNING_POINT, &error);
  g_assert_cmpuint (left->len, ==, 0);
  undone = entente_store_undo (store, &error);
  g_assert_no_error (error);
  back = entente_store_list (store, ENTENTE_ENTITY_TURNING_POINT, &error);
  g_assert_cmpuint (back->len, ==, 1);
  g_assert_true (entente_record_equal (back->pdata[0], point));
}

static void
test_old_form (gconstpointer form)
{
  g_autofree char *folder = g_dir_make_tmp ("entente-test-XXXXXX", NULL);
  g_autofree char *path = entente_store_fixture_make_old (folder, GPOINTER_TO_INT (form));
  g_autofree char *backups = entente_backup_get_folder (path);
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;
  gsize n_before, n_after;

  /* Looked at, the file stays as it is. */
  g_assert_true (g_file_get_contents (path, &before, &n_before, NULL));
  for (guint i = 0; i < 2; i++) {
    g_autoptr (EntenteStore) store =
      entente_store_open (path,
                          i == 0 ? ENTENTE_OPEN_READ_ONLY : ENTENTE_OPEN_EXISTING,
                          NULL,
                          &error);
    g_autoptr (GPtrArray) list = NULL;

    g_assert_no_error (error);
    check_old_form (store);
    if (i > 0)
      check_new_table (store);
    entente_store_close (store);
    g_assert_true (g_file_get_contents (path, &after, &n_after, NULL));
    /* Before it is changed, there is a backup of it. */
    list = entente_backup_list (path);
    g_assert_cmpuint (list->len, ==, i);
    g_assert_true (i > 0 || (n_before == n_after && memcmp (before, after, n_after) == 0));
    g_clear_pointer (&after, g_free);
  }
  entente_test_remove_folder (backups);
  entente_test_remove_folder (folder);
}

/* A script that was released is never changed: files that it made would be taken for a stranger's.
 */
static void
test_scripts (void)
{
  static const struct {
    const char *name, *sum;
  } released[] = {
    { "001-study.sql", "bf50f8fad7202459e77c4d7e2babbcaac1ac543dc5f2bfec093b29a3e4faa205" },
    { "002-learnt.sql", "3413301ac2a4337c9a7e41178c93db360c65f902b1e9322318ef5a9fb0e1c414" },
    { "003-turning-points.sql",
      "825e3563126c60ed0672572a061f1e7e221ce030541b3f4343ca2f4b3c773798" },
    { "004-questions.sql", "d4434c3f5741b13c77919a3c5de3f7a5247b8e50f1a4e3ae030970bc297077ed" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (released); i++) {
    g_autofree char *path = g_strconcat ("/org/entente/Entente/schema/", released[i].name, NULL);
    g_autoptr (GBytes) script = g_resources_lookup_data (path, 0, NULL);
    g_autofree char *sum = NULL;

    g_assert_nonnull (script);
    sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, script);
    g_assert_cmpstr (sum, ==, released[i].sum);
  }
}

/* ---- newer forms ---- */

#define NEWER                                                                                      \
  "CREATE TABLE sitting (id INTEGER PRIMARY KEY, name TEXT UNIQUE) STRICT;"                        \
  "CREATE INDEX sitting_name ON sitting (name); INSERT INTO sitting VALUES (1, 'first');"          \
  "PRAGMA user_version = 99;"
#define MAY_BE_READ "INSERT INTO setting (id, name, value) VALUES (9, 'readable-by-form', '%d');"

static void
make_newer (EntenteStoreFixture *fixture, const char *sql)
{
  g_autofree char *output = NULL;

  entente_store_fixture_add_event (fixture->store, "Talks");
  g_clear_object (&fixture->store);
  output = entente_store_fixture_query (fixture->path, sql);
  g_assert_cmpstr (output, ==, "");
}

/* Opens for reading, takes no edit, and what is saved as a copy is as new. */
static void
assert_read_only (const char *path)
{
  g_autoptr (EntenteStep) step = entente_step_new ("Delete event");
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteStore) store = entente_store_open (path, ENTENTE_OPEN_EXISTING, NULL, &error);
  g_autoptr (GPtrArray) events = NULL, sentences = NULL;

  g_assert_no_error (error);
  g_assert_true (entente_store_is_read_only (store));
  events = entente_store_list (store, ENTENTE_ENTITY_EVENT, &error);
  g_assert_cmpuint (events->len, ==, 1);
  sentences = entente_store_check (store, &error);
  g_assert_cmpuint (sentences->len, ==, 0);
  entente_step_delete (step,
                       ENTENTE_ENTITY_EVENT,
                       ((EntenteRecord *) (gpointer) events->pdata[0])->id);
  g_assert_null (entente_store_apply (store, step, &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_READ_ONLY);
}

/* A newer form that says so is read, byte for byte as it is. */
static void
test_newer_form (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autofree char *sql = g_strdup_printf (NEWER MAY_BE_READ, entente_schema_get_latest ());
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.entente", NULL);
  g_autofree char *before = NULL, *after = NULL, *rows = NULL;
  g_autoptr (GError) error = NULL;
  gsize n_before, n_after;

  make_newer (fixture, sql);
  g_assert_true (g_file_get_contents (fixture->path, &before, &n_before, NULL));
  assert_read_only (fixture->path);
  fixture->store = entente_store_open (fixture->path, ENTENTE_OPEN_EXISTING, NULL, &error);
  g_assert_true (entente_store_copy (fixture->store, copy, TRUE, NULL, &error));
  g_clear_object (&fixture->store);
  g_assert_true (g_file_get_contents (fixture->path, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);
  assert_read_only (copy);
  rows = entente_store_fixture_query (copy, "SELECT name FROM sitting; PRAGMA user_version");
  g_assert_cmpstr (rows, ==, "first|\n99|\n");
}

/* Any other is refused, and told which form it has. */
static void
test_too_new (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autofree char *later = g_strdup_printf (NEWER MAY_BE_READ, entente_schema_get_latest () + 1);
  g_autofree char *index = g_strdup_printf (NEWER MAY_BE_READ "CREATE INDEX i ON event (title)",
                                            entente_schema_get_latest ());
  g_autofree char *trigger =
    g_strdup_printf (NEWER MAY_BE_READ "CREATE TRIGGER t AFTER INSERT ON sitting BEGIN"
                                       " DELETE FROM event; END",
                     entente_schema_get_latest ());
  g_autofree char *view =
    g_strdup_printf (NEWER MAY_BE_READ "CREATE VIEW v AS SELECT 1", entente_schema_get_latest ());
  const char *forms[] = { NEWER, later, index, trigger, view };

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++) {
    g_autoptr (GError) error = NULL;

    make_newer (fixture, forms[i]);
    g_assert_null (entente_store_open (fixture->path, ENTENTE_OPEN_EXISTING, NULL, &error));
    g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_TOO_NEW);
    g_assert_nonnull (strstr (error->message, "form 99"));
    entente_store_fixture_tear_down (fixture, NULL);
    entente_store_fixture_set_up (fixture, NULL);
  }
}

int
main (int argc, char *argv[])
{
  entente_store_fixture_init (&argc, &argv);
  ENTENTE_STORE_TEST ("/store/schema/settings", test_settings);
  ENTENTE_STORE_TEST ("/store/schema/order", test_order);
  ENTENTE_STORE_TEST ("/store/schema/references", test_references);
  ENTENTE_STORE_TEST ("/store/schema/vocabularies", test_vocabularies);
  ENTENTE_STORE_TEST ("/store/schema/plans", test_plans);
  g_test_add_func ("/store/schema/scripts", test_scripts);
  ENTENTE_STORE_TEST ("/store/schema/newer-form", test_newer_form);
  ENTENTE_STORE_TEST ("/store/schema/too-new", test_too_new);
  for (int form = 1; form < entente_schema_get_latest (); form++) {
    g_autofree char *path = g_strdup_printf ("/store/schema/form-%d", form);

    g_test_add_data_func (path, GINT_TO_POINTER (form), test_old_form);
  }
  return g_test_run ();
}
