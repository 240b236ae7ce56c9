/* Statements: the cache, two uses at once, bindings that fail. */
#include "config.h"

#include "entente-store-fixture.h"

#include "entente-statement.h"

static void
test_cache (void)
{
  g_autoptr (EntenteDb) db = entente_store_fixture_open_db ();
  const char *sql = "SELECT ?1";
  EntenteStatement *first = entente_statement_prepare (db, sql, NULL);
  EntenteStatement *second = entente_statement_prepare (db, sql, NULL);
  EntenteStatement *again;

  g_assert_true (first != second);
  entente_statement_bind_int (first, 1, 7);
  entente_statement_bind_int (second, 1, 8);
  g_assert_cmpint (entente_statement_step (first, NULL), ==, ENTENTE_STEP_ROW);
  g_assert_cmpint (entente_statement_step (second, NULL), ==, ENTENTE_STEP_ROW);
  g_assert_cmpint (entente_statement_get_int (first, 0), ==, 7);
  entente_statement_release (first);
  entente_statement_release (second);
  again = entente_statement_prepare (db, sql, NULL);
  g_assert_true (again == first);
  /* What was bound is forgotten. */
  g_assert_cmpint (entente_statement_step (again, NULL), ==, ENTENTE_STEP_ROW);
  g_assert_true (entente_statement_is_null (again, 0));
  entente_statement_release (again);
}

static void
test_bind (void)
{
  g_autoptr (EntenteDb) db = entente_store_fixture_open_db ();
  g_autoptr (EntenteStatement) statement = entente_statement_prepare (db, "SELECT ?1", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *long_text = g_strnfill (65 * 1024 * 1024, 'x');

  entente_statement_bind_text (statement, 1, long_text);
  g_assert_cmpint (entente_statement_step (statement, &error), ==, ENTENTE_STEP_ERROR);
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_INVALID);
  entente_statement_reset (statement);
  entente_statement_bind_text (statement, 1, "x");
  g_assert_cmpint (entente_statement_step (statement, NULL), ==, ENTENTE_STEP_ROW);
  entente_statement_reset (statement);
  entente_statement_bind_id (statement, 1, ENTENTE_ID_NONE);
  g_assert_cmpint (entente_statement_step (statement, NULL), ==, ENTENTE_STEP_ROW);
  g_assert_true (entente_statement_is_null (statement, 0));
}

static void
test_collect (void)
{
  g_autoptr (EntenteDb) db = entente_store_fixture_open_db ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (EntenteId));
  g_autoptr (GError) error = NULL;

  g_assert_true (entente_statement_collect_ids (db, "SELECT ?1 UNION SELECT 9", 3, ids, &error));
  g_assert_cmpuint (ids->len, ==, 2);
  g_assert_cmpint (g_array_index (ids, EntenteId, 0), ==, 3);
  g_assert_false (entente_statement_collect_ids (db, "SELECT nothing", 3, ids, &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_FAILED);
}

int
main (int argc, char *argv[])
{
  entente_store_fixture_init (&argc, &argv);
  g_test_add_func ("/store/statement/cache", test_cache);
  g_test_add_func ("/store/statement/bind", test_bind);
  g_test_add_func ("/store/statement/collect", test_collect);
  return g_test_run ();
}
