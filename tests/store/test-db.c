/* The connection: queries, sentences, the counter of changes, breaking off. */
#include "config.h"

#include "entente-store-fixture.h"

#include "entente-statement.h"

#include <string.h>

static void
test_queries (void)
{
  g_autoptr (EntenteDb) db = entente_store_fixture_open_db ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gint64 number = 0;

  g_assert_true (entente_db_query_int (db, "SELECT 42", &number, &error));
  g_assert_cmpint (number, ==, 42);
  text = entente_db_query_text (db, "SELECT 'a' || 'b'", &error);
  g_assert_cmpstr (text, ==, "ab");
  g_assert_false (entente_db_query_int (db, "SELECT id FROM event", &number, &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_CORRUPT);
  g_clear_error (&error);
  g_assert_false (entente_db_exec (db, "NONSENSE", &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_FAILED);
}

static void
test_sentences (void)
{
  static const struct {
    int code;
    EntenteError error;
  } cases[] = {
    { SQLITE_FULL, ENTENTE_ERROR_NO_SPACE },
    { SQLITE_BUSY, ENTENTE_ERROR_BUSY },
    { SQLITE_BUSY_RECOVERY, ENTENTE_ERROR_BUSY },
    { SQLITE_LOCKED, ENTENTE_ERROR_BUSY },
    { SQLITE_READONLY, ENTENTE_ERROR_READ_ONLY },
    { SQLITE_READONLY_DBMOVED, ENTENTE_ERROR_READ_ONLY },
    { SQLITE_PERM, ENTENTE_ERROR_READ_ONLY },
    { SQLITE_NOTADB, ENTENTE_ERROR_CORRUPT },
    { SQLITE_CORRUPT, ENTENTE_ERROR_CORRUPT },
    { SQLITE_CORRUPT_VTAB, ENTENTE_ERROR_CORRUPT },
    { SQLITE_TOOBIG, ENTENTE_ERROR_INVALID },
    { SQLITE_CONSTRAINT_CHECK, ENTENTE_ERROR_INVALID },
    { SQLITE_CONSTRAINT_FOREIGNKEY, ENTENTE_ERROR_INVALID },
    { SQLITE_CONSTRAINT_UNIQUE, ENTENTE_ERROR_INVALID },
    { SQLITE_CONSTRAINT_NOTNULL, ENTENTE_ERROR_INVALID },
    { SQLITE_CANTOPEN, ENTENTE_ERROR_FAILED },
    { SQLITE_IOERR_READ, ENTENTE_ERROR_FAILED },
    { SQLITE_NOMEM, ENTENTE_ERROR_FAILED },
    { SQLITE_INTERRUPT, ENTENTE_ERROR_CORRUPT },
  };
  g_autoptr (EntenteDb) db = entente_store_fixture_open_db ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;

    entente_db_set_error (db, cases[i].code, &error);
    g_assert_error (error, ENTENTE_ERROR, (int) cases[i].error);
    g_assert_true (g_str_has_suffix (error->message, "."));
    g_assert_nonnull (strstr (error->message, "“:memory:”"));
    g_assert_cmpint (db->last_code, ==, cases[i].code);
  }
}

/* Work without end is broken off by a person or by the clock. */
static void
test_interrupt (void)
{
  static const char endless[] =
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count (*) FROM n";
  g_autoptr (EntenteDb) db = entente_store_fixture_open_db ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  gint64 number;

  db->deadline = g_get_monotonic_time () + 20000;
  g_assert_false (entente_db_query_int (db, endless, &number, &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_CORRUPT);
  g_clear_error (&error);
  db->deadline = 0;
  g_cancellable_cancel (cancellable);
  db->cancellable = cancellable;
  g_assert_false (entente_db_query_int (db, endless, &number, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  db->cancellable = NULL;
}

/* Every commit raises the counter by one: the index of words relies on it. */
static void
test_counter (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteDb) db = NULL;
  gint64 before, after;

  g_clear_object (&fixture->store);
  db = entente_db_open (fixture->path, FALSE, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 5; i++) {
    g_assert_true (entente_db_exec (db, "BEGIN IMMEDIATE", &error));
    g_assert_true (entente_db_get_change_counter (db, &before, &error));
    g_assert_true (entente_db_exec (db,
                                    "INSERT INTO log (text) VALUES ('x');"
                                    "INSERT INTO log (text) VALUES (hex (zeroblob (100000)));"
                                    "COMMIT; BEGIN",
                                    &error));
    g_assert_true (entente_db_get_change_counter (db, &after, &error));
    g_assert_true (entente_db_exec (db, "COMMIT", &error));
    g_assert_cmpint (after, ==, before + 1);
  }
  g_assert_true (entente_db_check_unchanged (db, &error));
}

int
main (int argc, char *argv[])
{
  entente_store_fixture_init (&argc, &argv);
  g_test_add_func ("/store/db/queries", test_queries);
  g_test_add_func ("/store/db/sentences", test_sentences);
  g_test_add_func ("/store/db/interrupt", test_interrupt);
  ENTENTE_STORE_TEST ("/store/db/counter", test_counter);
  return g_test_run ();
}
