/* A transaction is committed or was never there. */
#include "config.h"

#include "entente-store-fixture.h"

#include "entente-transaction.h"

static gint64
count (EntenteDb *db)
{
  gint64 n = -1;

  g_assert_true (entente_db_query_int (db, "SELECT count (*) FROM log", &n, NULL));
  return n;
}

static void
write_log (EntenteDb *db, gboolean commit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteTransaction) transaction = entente_transaction_begin (db, &error);

  g_assert_no_error (error);
  g_assert_true (entente_db_exec (db, "INSERT INTO log (text) VALUES ('x')", &error));
  if (commit)
    g_assert_true (entente_transaction_commit (transaction, &error));
}

static void
test_commit (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteDb) db = NULL;
  g_autoptr (EntenteTransaction) refused = NULL;

  g_clear_object (&fixture->store);
  db = entente_db_open (fixture->path, FALSE, NULL, &error);
  g_assert_no_error (error);
  write_log (db, FALSE);
  g_assert_cmpint (count (db), ==, 0);
  write_log (db, TRUE);
  g_assert_cmpint (count (db), ==, 1);
  write_log (db, FALSE);
  g_assert_cmpint (count (db), ==, 1);
  g_assert_true (sqlite3_get_autocommit (db->handle));
}

/* A reference that leads nowhere is found at the commit, and the rollback still comes. */
static void
test_deferred (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteDb) db = NULL;
  g_autoptr (EntenteTransaction) transaction = NULL;

  g_clear_object (&fixture->store);
  db = entente_db_open (fixture->path, FALSE, NULL, &error);
  transaction = entente_transaction_begin (db, &error);
  g_assert_true (entente_db_exec (db,
                                  "INSERT INTO participation (id, event, actor, role)"
                                  " VALUES (1, 2, 3, 'host')",
                                  &error));
  g_assert_false (entente_transaction_commit (transaction, &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_INVALID);
  g_clear_pointer (&transaction, entente_transaction_free);
  g_assert_true (sqlite3_get_autocommit (db->handle));
}

static void
test_read_only (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteDb) db = NULL;

  g_clear_object (&fixture->store);
  db = entente_db_open (fixture->path, TRUE, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (entente_transaction_begin (db, &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_READ_ONLY);
}

int
main (int argc, char *argv[])
{
  entente_store_fixture_init (&argc, &argv);
  ENTENTE_STORE_TEST ("/store/transaction/commit", test_commit);
  ENTENTE_STORE_TEST ("/store/transaction/deferred", test_deferred);
  ENTENTE_STORE_TEST ("/store/transaction/read-only", test_read_only);
  return g_test_run ();
}
