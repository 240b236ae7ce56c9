/* Studies in a folder of their own, for tests of the store, and other processes that look into
 * them.
 *
 * A test that looked into an open study itself would drop or wait for its locks, so it starts its
 * own program again with "--query PATH SQL".
 */
#include "config.h"

#include "entente-store-fixture.h"

#include "entente-event.h"
#include "entente-schema.h"
#include "entente-test-folder.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

/* ---- the other process ---- */

static void
print_value (sqlite3_value *value)
{
  switch (sqlite3_value_type (value)) {
  case SQLITE_NULL:
    g_print ("NULL|");
    break;
  case SQLITE_BLOB:
    g_print ("blob of %d bytes|", sqlite3_value_bytes (value));
    break;
  default:
    g_print ("%s|", (const char *) sqlite3_value_text (value));
    break;
  }
}

static int
print_rows (sqlite3 *handle, sqlite3_stmt *statement)
{
  int code;

  while ((code = sqlite3_step (statement)) == SQLITE_ROW) {
    for (int i = 0; i < sqlite3_column_count (statement); i++)
      print_value (sqlite3_column_value (statement, i));
    g_print ("\n");
  }
  return code == SQLITE_DONE ? SQLITE_OK : code;
}

static int
run_sql (sqlite3 *handle, const char *sql)
{
  int code = SQLITE_OK;

  while (code == SQLITE_OK && *sql != '\0') {
    sqlite3_stmt *statement = NULL;

    code = sqlite3_prepare_v2 (handle, sql, -1, &statement, &sql);
    if (code == SQLITE_OK && statement != NULL)
      code = print_rows (handle, statement);
    sqlite3_finalize (statement);
  }
  return code;
}

static int
run_query (const char *path, const char *sql)
{
  sqlite3 *handle = NULL;
  int code = sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READWRITE, NULL);

  if (code == SQLITE_OK)
    code = run_sql (handle, sql);
  if (code != SQLITE_OK)
    g_print ("error: %s\n", sqlite3_errmsg (handle));
  sqlite3_close (handle);
  return 0;
}

/* SQL that gives every row of every table of content. */
static int
dump_study (const char *path)
{
  static const char *const tables[] = {
    "actor",    "affiliation", "alias",       "article",     "claim",         "coder",
    "era",      "event",       "event_issue", "event_order", "field",         "field_value",
    "footnote", "issue",       "lexicon",     "link",        "participation", "passage",
    "place",    "position",    "question",    "reading",     "rejection",     "revision",
    "setting",  "template",    "track",       "view",        "turning_point",
  };
  g_autoptr (GString) sql = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    g_string_append_printf (sql,
                            "SELECT 'table', '%s'; SELECT * FROM \"%s\" ORDER BY 1, 2;",
                            tables[i],
                            tables[i]);
  return run_query (path, sql->str);
}

/* A cache too small for the change puts pages of it into the file. */
static int
break_off (const char *path)
{
  sqlite3 *handle = NULL;
  int code = sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READWRITE, NULL);

  if (code == SQLITE_OK)
    code = run_sql (handle,
                    "PRAGMA cache_size = 10; BEGIN IMMEDIATE;"
                    "UPDATE event SET title = 'Broken off';"
                    "INSERT INTO log (text) SELECT hex (randomblob (3000)) FROM sqlite_schema;");
  _exit (code == SQLITE_OK ? 0 : 1);
}

void
entente_store_fixture_init (int *argc, char ***argv)
{
  if (*argc == 4 && strcmp ((*argv)[1], "--query") == 0)
    exit (run_query ((*argv)[2], (*argv)[3]));
  if (*argc == 3 && strcmp ((*argv)[1], "--break-off") == 0)
    exit (break_off ((*argv)[2]));
  if (*argc == 3 && strcmp ((*argv)[1], "--dump") == 0)
    exit (dump_study ((*argv)[2]));
  g_test_init (argc, argv, NULL);
}

/* Output of this program with other arguments. */
static char *
run_self (const char *mode, const char *path, const char *sql)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  const char *arguments[] = { program, mode, path, sql, NULL };
  g_autoptr (GError) error = NULL;
  char *output = NULL;

  g_spawn_sync (NULL,
                (char **) arguments,
                NULL,
                G_SPAWN_DEFAULT,
                NULL,
                NULL,
                &output,
                NULL,
                NULL,
                &error);
  g_assert_no_error (error);
  return output;
}

char *
entente_store_fixture_query (const char *path, const char *sql)
{
  return run_self ("--query", path, sql);
}

char *
entente_store_fixture_dump (const char *path)
{
  return run_self ("--dump", path, NULL);
}

void
entente_store_fixture_break_off (const char *path)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);

  g_free (run_self ("--break-off", path, NULL));
  g_assert_true (g_file_test (journal, G_FILE_TEST_EXISTS));
}

/* ---- studies ---- */

/* In memory where there is such a place: what a power cut does is not for these tests. */
static char *
make_folder (void)
{
  char *folder = g_mkdtemp (g_strdup ("/dev/shm/entente-store-XXXXXX"));

  return folder != NULL ? folder : g_dir_make_tmp ("entente-store-XXXXXX", NULL);
}

void
entente_store_fixture_set_up (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = make_folder ();
  g_test_message ("A failure leaves its files in %s", fixture->folder);
  fixture->path = g_build_filename (fixture->folder, "study.entente", NULL);
  fixture->store = entente_store_open (fixture->path, ENTENTE_OPEN_CREATE, NULL, &error);
  g_assert_no_error (error);
}

void
entente_store_fixture_tear_down (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->store);
  entente_test_remove_folder (fixture->folder);
  g_clear_pointer (&fixture->folder, g_free);
  g_clear_pointer (&fixture->path, g_free);
}

void
entente_store_fixture_reopen (EntenteStoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->store);
  fixture->store = entente_store_open (fixture->path, ENTENTE_OPEN_EXISTING, NULL, &error);
  g_assert_no_error (error);
}

/* ---- steps ---- */

void
entente_store_fixture_assert_dump (EntenteStoreFixture *fixture, const char *expected)
{
  g_autofree char *dump = entente_store_fixture_dump (fixture->path);

  g_assert_cmpstr (dump, ==, expected);
}

void
entente_store_fixture_apply (EntenteStore *store, const EntenteStep *step)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteChangeSet) changes = entente_store_apply (store, step, &error);

  g_assert_no_error (error);
}

void
entente_store_fixture_undo (EntenteStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteChangeSet) changes = entente_store_undo (store, &error);

  g_assert_no_error (error);
}

void
entente_store_fixture_redo (EntenteStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteChangeSet) changes = entente_store_redo (store, &error);

  g_assert_no_error (error);
}

EntenteId
entente_store_fixture_add_event (EntenteStore *store, const char *title)
{
  g_autoptr (EntenteStep) step = entente_step_new ("Add event");
  g_autoptr (EntenteEvent) event = entente_event_new ();

  event->kind = g_strdup ("meeting");
  event->title = g_strdup (title);
  entente_step_insert (step, event);
  entente_store_fixture_apply (store, step);
  return event->record.id;
}

void
entente_store_fixture_delete_event (EntenteStore *store, EntenteId event)
{
  g_autoptr (EntenteStep) step = entente_step_new ("Delete event");

  entente_step_delete (step, ENTENTE_ENTITY_EVENT, event);
  entente_store_fixture_apply (store, step);
}

EntenteDb *
entente_store_fixture_open_db (void)
{
  g_autoptr (GError) error = NULL;
  EntenteDb *db = entente_db_open_plain (":memory:", &error);

  g_assert_no_error (error);
  g_assert_true (entente_schema_create (db, &error));
  g_assert_no_error (error);
  return db;
}

/* ---- older forms ---- */

/* What a study of each past form holds: an event, a claim on it, a question that it resolved and a
 * word. */
#define OLD_ROWS                                                                                   \
  "INSERT INTO event (id, kind, when_form, when_precision, when_basis, when_flags,"                \
  " when_day_order, telling, medium, mode, judgement, pinned, private) VALUES"                     \
  " (1, 'talks', 'undated', 'none', 'explicit', 0, 0, 0, 'none', 'factual', 'undecided', 0, 0);"   \
  "INSERT INTO claim (id, event, naming, stance, hedge, outlet_name, note) VALUES"                 \
  " (2, 1, 'named', 'asserts', 'none', 'Reuters', 'a note');"                                      \
  "INSERT INTO lexicon (id, text, kind) VALUES (3, 'rebuff/v', 'refuse-offer');"                   \
  "INSERT INTO question (id, text, status, resolved_by) VALUES (4, 'Who?', 'resolved', 2);"

static void
exec_sql (sqlite3 *handle, const char *sql)
{
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
}

char *
entente_store_fixture_make_old (const char *folder, int form)
{
  static const char *const scripts[] = { "001-study.sql",
                                         "002-learnt.sql",
                                         "003-turning-points.sql",
                                         "004-questions.sql" };
  char *path = g_build_filename (folder, "old.entente", NULL);
  g_autofree char *version =
    g_strdup_printf ("PRAGMA application_id=1162761265; PRAGMA user_version=%d;", form);
  sqlite3 *handle = NULL;

  g_assert_cmpint (form, <=, (int) G_N_ELEMENTS (scripts));
  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  for (int i = 0; i < form; i++) {
    g_autofree char *name = g_strconcat ("/org/entente/Entente/schema/", scripts[i], NULL);
    g_autoptr (GBytes) script = g_resources_lookup_data (name, 0, NULL);

    exec_sql (handle, g_bytes_get_data (script, NULL));
  }
  exec_sql (handle, version);
  exec_sql (handle, OLD_ROWS);
  if (form >= 2)
    exec_sql (handle, "UPDATE lexicon SET language = 'en' WHERE id = 3");
  sqlite3_close (handle);
  return path;
}
