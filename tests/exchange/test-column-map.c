/* Which column is what: by name, by order, by map. */
#include "config.h"

#include "entente-column-map.h"

static void
test_names (void)
{
  static const char *const header[] = { "Event ID",
                                        "Event Date",
                                        "Source Name",
                                        "CAMEO Code",
                                        "Target Name" };
  EntenteColumnMap columns;
  g_assert_true (entente_column_map_find (&columns, header, 5, NULL, NULL, "t", NULL));
  g_assert_true (columns.has_header);
  g_assert_cmpint (columns.index[ENTENTE_TABLE_DATE], ==, 1);
  g_assert_cmpint (columns.index[ENTENTE_TABLE_CODE], ==, 3);
  g_assert_cmpint (columns.index[ENTENTE_TABLE_PLACE], ==, -1);
  g_assert_cmpstr (columns.empty, ==, "NA");
}

static void
test_order (void)
{
  static const char *const row[] = { "2017-05-03", "North", "Make statement", "South", "010" };
  EntenteColumnMap columns;
  g_assert_true (entente_column_map_find (&columns, row, 5, NULL, NULL, "t", NULL));
  g_assert_false (columns.has_header);
  g_assert_cmpint (columns.index[ENTENTE_TABLE_CODE], ==, 4);
  g_assert_true (entente_column_map_find (&columns, row, 4, "plain", NULL, "t", NULL));
  g_assert_cmpint (columns.index[ENTENTE_TABLE_TITLE], ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/column-map/names", test_names);
  g_test_add_func ("/column-map/order", test_order);
  return g_test_run ();
}
