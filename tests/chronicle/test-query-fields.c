/* What a query asks of the user's own fields is a value like the rest of it. What it matches is
 * held against SQL in tests/study/test-query-truth.c. */
#include "config.h"

#include "entente-query-fields.h"

static EntenteQuery *
ask (EntenteId field, const char *first, const char *second)
{
  EntenteQuery *query = entente_query_new ();
  EntenteFieldAsk *own = entente_query_ensure_field (query, field);

  entente_field_ask_toggle (own, first, TRUE);
  entente_field_ask_toggle (own, second, TRUE);
  return query;
}

static void
test_equal (void)
{
  g_autoptr (EntenteQuery) one = ask (7, "a", "b");
  g_autoptr (EntenteQuery) other = ask (7, "b", "a");
  g_autoptr (EntenteQuery) nothing = entente_query_new ();
  g_autoptr (EntenteQuery) all = entente_query_copy (one);

  g_assert_true (entente_query_equal (one, other));
  g_assert_false (entente_query_is_empty (one));
  entente_query_ensure_field (all, 7)->match = ENTENTE_MATCH_ALL;
  g_assert_false (entente_query_equal (one, all));
  g_assert_cmpint (entente_query_get_field (one, 7)->match, ==, ENTENTE_MATCH_ANY);
  entente_query_ensure_field (nothing, 8);
  g_assert_true (entente_query_is_empty (nothing));
  entente_query_ensure_field (nothing, 8)->empty = TRUE;
  g_assert_false (entente_query_is_empty (nothing));
}

static void
test_toggle (void)
{
  g_autoptr (EntenteQuery) query = ask (7, "a", "b");
  g_autoptr (EntenteQuery) empty = entente_query_new ();

  entente_field_ask_toggle (entente_query_ensure_field (query, 7), "a", FALSE);
  g_assert_false (entente_field_ask_names (entente_query_get_field (query, 7), "a"));
  g_assert_true (entente_field_ask_names (entente_query_get_field (query, 7), "b"));
  entente_field_ask_toggle (entente_query_ensure_field (query, 7), "b", FALSE);
  g_assert_true (entente_query_equal (query, empty));
  entente_query_clear_field (query, 7);
  g_assert_null (entente_query_get_field (query, 7));
}

/* A field that was deleted matches like one in which nothing is filled in. */
static void
test_gone (void)
{
  g_autoptr (EntenteChronicle) chronicle = entente_chronicle_new_empty ();
  g_autoptr (EntenteQuery) query = ask (7, "a", "b");
  g_autoptr (EntenteBitset) rows =
    entente_field_ask_match (entente_query_get_field (query, 7), chronicle);
  g_autofree char *words = entente_field_ask_format (entente_query_get_field (query, 7), chronicle);

  g_assert_cmpuint (entente_bitset_count (rows), ==, 0);
  g_assert_cmpstr (words, ==, "something deleted: a or b");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query-fields/equal", test_equal);
  g_test_add_func ("/query-fields/toggle", test_toggle);
  g_test_add_func ("/query-fields/gone", test_gone);
  return g_test_run ();
}
