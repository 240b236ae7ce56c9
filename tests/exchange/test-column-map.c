/* Which column is what: by name, by order, by map. */
#include "config.h"

#include "entente-column-map.h"
#include "entente-error.h"
#include <string.h>

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

/* By number, by name, and one kind for all rows. */
static void
test_map (void)
{
  static const char *const header[] = { "Day", "Who", "What" };
  EntenteColumnMap columns;
  g_assert_true (
    entente_column_map_find (&columns, header, 3, NULL, "date=1, source = who ,kind=3", "t", NULL));
  g_assert_cmpint (columns.index[ENTENTE_TABLE_DATE], ==, 0);
  g_assert_cmpint (columns.index[ENTENTE_TABLE_SOURCE], ==, 1);
  g_assert_cmpint (columns.index[ENTENTE_TABLE_KIND], ==, 2);
  g_assert_null (columns.fixed_kind);
  g_assert_true (
    entente_column_map_find (&columns, header, 3, NULL, "kind=talks,date=Day", "t", NULL));
  g_assert_cmpstr (columns.fixed_kind->id, ==, "talks");
}

/* Each entry that means nothing is named; so is a map that leaves out what an event needs. */
static void
test_bad_maps (void)
{
  static const char *const header[] = { "Day", "Who", "What" };
  static const char *const maps[][2] = {
    { "date=1,kind=3,source", "“source”" },
    { "date=1,kind=3,colour=2", "“colour=2”" },
    { "date=1,kind=3,source=", "“source=”" },
    { "date=1,kind=3,source=4", "“source=4”" },
    { "date=1,kind=3,source=Nowhere", "“source=Nowhere”" },
    { "date=1,kind=talks,source=Nowhere", "“source=Nowhere”" },
    { "date=1,kind=dancing", "“kind=dancing”" },
    { "date=1,source=2", "lacks" },
    { "kind=3,source=2", "lacks" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (maps); i++) {
    EntenteColumnMap columns;
    g_autoptr (GError) error = NULL;
    g_assert_false (
      entente_column_map_find (&columns, header, 3, NULL, maps[i][0], "table.csv", &error));
    g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_INVALID);
    g_assert_nonnull (strstr (error->message, maps[i][1]));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/column-map/names", test_names);
  g_test_add_func ("/column-map/order", test_order);
  g_test_add_func ("/column-map/map", test_map);
  g_test_add_func ("/column-map/bad-maps", test_bad_maps);
  return g_test_run ();
}
