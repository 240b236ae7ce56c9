/* Tests of EntenteSummary: kinds by name, and the day of printing from outside. */

#include "config.h"

#include "entente-summary.h"

static void
test_kinds (void)
{
  EntenteSummaryKind kind;

  for (guint i = 0; i < ENTENTE_N_SUMMARY_KINDS; i++) {
    g_assert_true (entente_summary_kind_parse (entente_summary_kind_get_nick (i), &kind));
    g_assert_cmpuint (kind, ==, i);
    g_assert_cmpstr (entente_summary_kind_get_label (i), !=, "");
  }
  g_assert_false (entente_summary_kind_parse ("novel", &kind));
  g_assert_false (entente_summary_kind_parse (NULL, &kind));
}

static void
test_source_date_epoch (void)
{
  EntenteSummaryOptions options;

  g_setenv ("SOURCE_DATE_EPOCH", "86400", TRUE);
  entente_summary_options_init (&options);
  g_assert_cmpint (options.printed_time, ==, 86400);
  g_unsetenv ("SOURCE_DATE_EPOCH");
  entente_summary_options_init (&options);
  g_assert_cmpint (options.printed_time, >, 1600000000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/summary/kinds", test_kinds);
  g_test_add_func ("/summary/source-date-epoch", test_source_date_epoch);
  return g_test_run ();
}
