/* Days of windows: closed, open and unknown ends. */
#include "config.h"

#include "entente-day-text.h"

static void
test_days (void)
{
  static const char *const cases[][3] = {
    { "2018-07", "2018-07-01", "2018-07-31" },
    { "2018-07-15T10:30:00", "2018-07-15", "2018-07-15" },
    { "[..2018-08-22]", "..", "2018-08-22" },
    { "2013/..", "2013-01-01", ".." },
    { "2013/", "2013-01-01", "" },
    { "/2013-02", "", "2013-02-28" },
    { "", "", "" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (EntenteDate) date = entente_date_parse (cases[i][0], NULL);
    g_autofree char *earliest = entente_day_text (date, FALSE);
    g_autofree char *latest = entente_day_text (date, TRUE);
    g_assert_cmpstr (earliest, ==, cases[i][1]);
    g_assert_cmpstr (latest, ==, cases[i][2]);
  }
  g_autofree char *none = entente_day_text (NULL, TRUE);
  g_assert_cmpstr (none, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/day-text/days", test_days);
  return g_test_run ();
}
