/* Listings: columns, paths into records, rows of CSV. */

#include "config.h"

#include "entente-listing.h"

static json_t *
make_record (void)
{
  return json_pack ("{s:s, s:s, s:{s:s}, s:[{s:s,s:s},{s:s,s:s}], s:[{},{}], s:b}",
                    "id",
                    "7",
                    "title",
                    "A, \"b\"",
                    "when",
                    "edtf",
                    "2018-07",
                    "participants",
                    "actor",
                    "North",
                    "role",
                    "initiator",
                    "actor",
                    "South",
                    "role",
                    "addressee",
                    "claims",
                    "expects_answer",
                    TRUE);
}

static void
assert_read (json_t *record, const char *path, const char *expected)
{
  g_autofree char *text = entente_listing_read (record, path);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_paths (void)
{
  json_t *record = make_record ();

  assert_read (record, "id", "7");
  assert_read (record, "when.edtf", "2018-07");
  assert_read (record, "when.nothing", "");
  assert_read (record, "participants:actor", "North; South");
  assert_read (record, "participants:actor=addressee", "South");
  assert_read (record, "claims#", "2");
  assert_read (record, "expects_answer", "yes");
  assert_read (record, "nothing", "");
  json_decref (record);
}

static void
test_names (void)
{
  EntenteListing listing;

  for (guint i = 0; i < ENTENTE_N_LISTINGS; i++) {
    g_assert_true (entente_listing_parse (entente_listing_get_name (i), &listing));
    g_assert_cmpint (listing, ==, i);
    g_assert_cmpuint (entente_listing_get_n_main (i), <=, entente_listing_get_n_columns (i));
    g_assert_cmpstr (entente_listing_get_column (i, 0), ==, "id");
  }
  g_assert_false (entente_listing_parse ("everything", &listing));
}

static void
test_csv (void)
{
  json_t *record = make_record ();
  g_autoptr (GString) text = g_string_new (NULL);

  entente_listing_append_csv_header (ENTENTE_LIST_QUESTIONS, text);
  g_assert_cmpstr (text->str, ==, "id,status,kind,text,event,reason\r\n");
  g_string_truncate (text, 0);
  entente_listing_append_csv_row (ENTENTE_LIST_ARTICLES, ENTENTE_CSV_EXACT, record, text);
  g_assert_cmpstr (text->str, ==, "7,,\"A, \"\"b\"\"\",,,,,\r\n");
  json_decref (record);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/listing/paths", test_paths);
  g_test_add_func ("/listing/names", test_names);
  g_test_add_func ("/listing/csv", test_csv);
  return g_test_run ();
}
