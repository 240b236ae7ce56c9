/* Files that must be refused with a sentence and left as they are. */
#include "config.h"

#include "entente-store-fixture.h"

#include "entente-event.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void
assert_sentence (const char *message)
{
  g_assert_cmpuint (strlen (message), >, 30);
  g_assert_true (g_utf8_validate (message, -1, NULL));
  g_assert_true (g_str_has_suffix (message, "."));
}

/* The file is refused within a second, told why, and has the same bytes and no file beside it. */
static void
assert_refused (const char *path, EntenteError code)
{
  g_autofree char *before = NULL, *after = NULL;
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autoptr (GError) error = NULL;
  gsize length_before = 0, length_after = 0;
  gint64 start;
  EntenteStore *store;

  if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
    g_file_get_contents (path, &before, &length_before, NULL);
  start = g_get_monotonic_time ();
  store = entente_store_open (path, ENTENTE_OPEN_EXISTING, NULL, &error);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_USEC_PER_SEC);
  g_assert_null (store);
  g_assert_error (error, ENTENTE_ERROR, (int) code);
  assert_sentence (error->message);
  g_assert_nonnull (strstr (error->message, path));
  g_test_message ("%s", error->message);
  if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
    g_file_get_contents (path, &after, &length_after, NULL);
  g_assert_cmpmem (before, length_before, after, length_after);
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
}

/* What another program does to a closed study must make it refused. */
static void
assert_refused_after (EntenteStoreFixture *fixture, const char *sql, EntenteError code)
{
  g_autofree char *path = g_build_filename (fixture->folder, "evil.entente", NULL);
  g_autofree char *bytes = NULL;
  g_autofree char *output = NULL;
  gsize length;

  g_clear_object (&fixture->store);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  output = entente_store_fixture_query (path, sql);
  if (strstr (output, "error:") != NULL)
    g_error ("%s: %s", sql, output);
  assert_refused (path, code);
  g_unlink (path);
}

static void
test_hostile (EntenteStoreFixture *fixture, gconstpointer data)
{
  static const struct {
    const char *sql;
    EntenteError code;
  } evils[] = {
    { "PRAGMA user_version = 999", ENTENTE_ERROR_TOO_NEW },
    { "PRAGMA user_version = 0", ENTENTE_ERROR_CORRUPT },
    { "PRAGMA user_version = -1", ENTENTE_ERROR_CORRUPT },
    { "PRAGMA application_id = 1", ENTENTE_ERROR_CORRUPT },
    { "CREATE TRIGGER t AFTER INSERT ON event BEGIN DELETE FROM actor; END",
      ENTENTE_ERROR_CORRUPT },
    { "CREATE VIEW v AS SELECT * FROM event", ENTENTE_ERROR_CORRUPT },
    { "CREATE TABLE more (a)", ENTENTE_ERROR_CORRUPT },
    { "CREATE INDEX i ON event (abs (telling))", ENTENTE_ERROR_CORRUPT },
    { "CREATE INDEX i ON event (title)", ENTENTE_ERROR_CORRUPT },
    { "ALTER TABLE event ADD COLUMN evil INTEGER AS (abs (telling))", ENTENTE_ERROR_CORRUPT },
    { "ALTER TABLE event ADD COLUMN evil TEXT", ENTENTE_ERROR_CORRUPT },
    { "DROP TABLE lexicon", ENTENTE_ERROR_CORRUPT },
    { "DROP INDEX participation_event", ENTENTE_ERROR_CORRUPT },
    { "DROP TABLE search_event", ENTENTE_ERROR_CORRUPT },
    { "DROP TABLE search_state; CREATE VIEW search_state AS SELECT 1 AS id, 0 AS counter",
      ENTENTE_ERROR_CORRUPT },
    { "DROP TABLE setting; CREATE TABLE setting (id INTEGER PRIMARY KEY, name, value)",
      ENTENTE_ERROR_CORRUPT },
    { "DROP TABLE era; CREATE VIRTUAL TABLE era USING fts5 (name)", ENTENTE_ERROR_CORRUPT },
    { "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace (sql, 'title TEXT',"
      " 'title TEXT DEFAULT (load_extension (1))') WHERE name = 'event'",
      ENTENTE_ERROR_CORRUPT },
    { "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE nonsense'"
      " WHERE name = 'actor'",
      ENTENTE_ERROR_CORRUPT },
    { "PRAGMA writable_schema = ON; DELETE FROM sqlite_schema", ENTENTE_ERROR_CORRUPT },
    { "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = 2", ENTENTE_ERROR_CORRUPT },
    { "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = 99999"
      " WHERE name = 'event'",
      ENTENTE_ERROR_CORRUPT },
    { "PRAGMA journal_mode = WAL; PRAGMA user_version = 1", ENTENTE_ERROR_CORRUPT },
  };

  entente_store_fixture_add_event (fixture->store, "Talks");
  for (gsize i = 0; i < G_N_ELEMENTS (evils); i++) {
    g_test_message ("%s", evils[i].sql);
    assert_refused_after (fixture, evils[i].sql, evils[i].code);
  }
}

/* A value of the wrong type in a STRICT table takes hand work on the schema. */
static void
test_wrong_types (EntenteStoreFixture *fixture, gconstpointer data)
{
  entente_store_fixture_add_event (fixture->store, "Talks");
  assert_refused_after (fixture,
                        "PRAGMA writable_schema = ON;"
                        "UPDATE sqlite_schema SET sql = replace (sql, 'STRICT', '')"
                        " WHERE name = 'event'",
                        ENTENTE_ERROR_CORRUPT);
}

static void
test_not_a_study (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "other", NULL);
  g_autofree char *output = NULL;

  assert_refused (path, ENTENTE_ERROR_NOT_FOUND);

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  assert_refused (path, ENTENTE_ERROR_CORRUPT);
  g_assert_true (g_file_set_contents (path, "Minutes of the talks\n", -1, NULL));
  assert_refused (path, ENTENTE_ERROR_CORRUPT);
  g_unlink (path);

  output = entente_store_fixture_query (fixture->path, "VACUUM");
  g_mkdir (path, 0700);
  assert_refused (path, ENTENTE_ERROR_INVALID);
  g_rmdir (path);

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  assert_refused (path, ENTENTE_ERROR_INVALID);
  g_unlink (path);

  g_assert_cmpint (open (path, O_CREAT | O_WRONLY, 0600), >=, 0);
  g_assert_cmpint (truncate (path, 1 << 24), ==, 0);
  assert_refused (path, ENTENTE_ERROR_CORRUPT);
}

/* A database of another program. */
static void
test_foreign (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "other.db", NULL);
  g_autofree char *output = NULL;

  g_close (g_creat (path, 0600), NULL);
  output = entente_store_fixture_query (path, "CREATE TABLE t (a); INSERT INTO t VALUES (1)");
  g_assert_cmpstr (output, ==, "");
  assert_refused (path, ENTENTE_ERROR_CORRUPT);
}

/* Every truncation by whole and by half pages, and by odd bytes about them. */
static void
test_truncated (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "short.entente", NULL);
  g_autofree char *bytes = NULL;
  gsize length;

  for (guint i = 0; i < 20; i++)
    entente_store_fixture_add_event (fixture->store, "Talks about talks");
  g_clear_object (&fixture->store);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  g_assert_cmpuint (length, >, 64 * 4096);
  for (gsize half = 0; half < length; half += 2048) {
    for (gsize cut = half; cut < half + 3; cut++) {
      g_assert_true (g_file_set_contents (path, bytes, (gssize) cut, NULL));
      assert_refused (path, ENTENTE_ERROR_CORRUPT);
    }
  }
}

/* Pages overwritten: refused, or read without harm. */
static void
test_damaged (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  g_autofree char *path = g_build_filename (fixture->folder, "damaged.entente", NULL);
  g_autofree char *bytes = NULL;
  gsize length;

  for (guint i = 0; i < 20; i++)
    entente_store_fixture_add_event (fixture->store, "Talks about talks");
  g_clear_object (&fixture->store);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  for (guint round = 0; round < 60; round++) {
    g_autofree char *copy = g_memdup2 (bytes, length);
    g_autoptr (EntenteStore) store = NULL;
    g_autoptr (GError) error = NULL;
    gsize place = 100 + (gsize) g_rand_int_range (random, 0, (gint32) length - 164);

    for (guint i = 0; i < 64; i++)
      copy[place + i] = (char) g_rand_int (random);
    g_assert_true (g_file_set_contents (path, copy, (gssize) length, NULL));
    store = entente_store_open (path, ENTENTE_OPEN_EXISTING, NULL, &error);
    if (store == NULL) {
      assert_sentence (error->message);
    } else {
      g_autoptr (GPtrArray) sentences = entente_store_check (store, NULL);
      g_autoptr (GPtrArray) events = entente_store_list (store, ENTENTE_ENTITY_EVENT, NULL);
    }
  }
}

int
main (int argc, char *argv[])
{
  entente_store_fixture_init (&argc, &argv);
  ENTENTE_STORE_TEST ("/store/harden/hostile", test_hostile);
  ENTENTE_STORE_TEST ("/store/harden/wrong-types", test_wrong_types);
  ENTENTE_STORE_TEST ("/store/harden/not-a-study", test_not_a_study);
  ENTENTE_STORE_TEST ("/store/harden/foreign", test_foreign);
  ENTENTE_STORE_TEST ("/store/harden/truncated", test_truncated);
  ENTENTE_STORE_TEST ("/store/harden/damaged", test_damaged);
  return g_test_run ();
}
