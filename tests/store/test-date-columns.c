/* Dates in three columns: everything comes back, nonsense is refused. */
#include "config.h"

#include "entente-random-record.h"
#include "entente-store-fixture.h"

#include "entente-date-columns.h"

static void
test_round_trip (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());

  for (guint i = 0; i < 500; i++) {
    g_autoptr (EntenteDate) date = entente_random_date (random);
    g_autofree char *extra = date != NULL ? entente_date_write_extra (date) : NULL;
    g_autoptr (GError) error = NULL;
    g_autoptr (EntenteDate) found = NULL;

    found = entente_date_read (date != NULL ? date->edtf : NULL,
                               date != NULL ? date->wording : NULL,
                               extra,
                               &error);
    g_assert_no_error (error);
    g_assert_true ((date == NULL) == (found == NULL));
    g_assert_true (entente_date_equal (date, found));
  }
}

static void
test_plain (void)
{
  g_autoptr (EntenteDate) day = entente_date_new_day (2018, 7, 25);
  g_autofree char *extra = entente_date_write_extra (day);

  g_assert_null (extra);
}

static void
test_nonsense (void)
{
  static const char *const extras[] = {
    "", "{", "3", "{'basis': <'whim'>}", "{'calendar': <'maya'>}", "\xff",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (extras); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (entente_date_read ("2018", NULL, extras[i], &error));
    g_assert_nonnull (error);
  }
  g_assert_null (entente_date_read ("2018-13", NULL, NULL, NULL));
}

/* A key that a later version may write, or a value of another type, is passed over. */
static void
test_unknown (void)
{
  g_autoptr (EntenteDate) date =
    entente_date_read ("2018", NULL, "{'moon': <'full'>, 'day-order': <'first'>}", NULL);

  g_assert_nonnull (date);
  g_assert_cmpint (date->day_order, ==, 0);
}

/* A date of a thousand readings is no date of a person's. */
static void
test_many_readings (void)
{
  g_autoptr (GString) extra = g_string_new ("{'readings': <[('2018', @ms nothing, 1)");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < ENTENTE_MAX_READINGS; i++)
    g_string_append_printf (extra, ", ('%u', nothing, 2)", 1900 + i);
  g_string_append (extra, "]>}");
  g_assert_null (entente_date_read ("2018", NULL, extra->str, &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_CORRUPT);
}

static void
test_nicks (void)
{
  for (int i = 0; entente_date_form_nick (i) != NULL; i++) {
    int value = -1;

    g_assert_true (entente_date_form_parse (entente_date_form_nick (i), &value));
    g_assert_cmpint (value, ==, i);
  }
  for (int i = 0; entente_date_precision_nick (i) != NULL; i++) {
    int value = -1;

    g_assert_true (entente_date_precision_parse (entente_date_precision_nick (i), &value));
    g_assert_cmpint (value, ==, i);
  }
  g_assert_nonnull (entente_date_form_nick (ENTENTE_DATE_ALL_OF));
  g_assert_nonnull (entente_date_precision_nick (ENTENTE_PRECISION_SECOND));
}

int
main (int argc, char *argv[])
{
  entente_store_fixture_init (&argc, &argv);
  g_test_add_func ("/store/date-columns/round-trip", test_round_trip);
  g_test_add_func ("/store/date-columns/plain", test_plain);
  g_test_add_func ("/store/date-columns/nonsense", test_nonsense);
  g_test_add_func ("/store/date-columns/unknown", test_unknown);
  g_test_add_func ("/store/date-columns/many-readings", test_many_readings);
  g_test_add_func ("/store/date-columns/nicks", test_nicks);
  return g_test_run ();
}
