/* Dates in words from rows alone: as the record says it or less, never more. */
#include "config.h"

#include "entente-random-edtf.h"
#include "entente-row-date.h"

static EntenteDate *
parse (const char *edtf)
{
  g_autoptr (GError) error = NULL;
  EntenteDate *date = entente_date_parse (edtf, &error);

  g_assert_no_error (error);
  return date;
}

static char *
say (const EntenteDate *date)
{
  g_autoptr (EntenteEvent) event = entente_event_new ();
  EntenteEventRow row;

  event->kind = g_strdup ("talks");
  event->when = entente_date_ref (date);
  entente_event_get_row (event, &row);
  return entente_row_format_date (&row);
}

static void
assert_words (const EntenteDate *date, const char *words)
{
  g_autofree char *said = say (date);

  g_assert_cmpstr (said, ==, words);
}

static void
test_told (void)
{
  static const char *const cases[][2] = {
    { "", "undated" },
    { "2018-07-04", "4 July 2018" },
    { "2018-07", "July 2018" },
    { "2018-07~", "around July 2018" },
    { "2018", "2018" },
    { "199X", "1990s" },
    { "[2018-08-10..2018-09-10]", "between 10 August and 10 September 2018" },
    { "[2018-06..2018-08]", "between June and August 2018" },
    { "[..2018-08-22]", "by 22 August 2018" },
    { "[2018-08..]", "after August 2018" },
    { "2013/..", "since 2013" },
    { "2013/", "from 2013, end unknown" },
    { "../2013-05", "until May 2013" },
    { "2018-07-15/2018-09-05", "15 July – 5 September 2018" },
    { "1877-07-02T14:35", "2 July 1877, 14:35" },
    { "-0043", "44 BC" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (EntenteDate) date = parse (cases[i][0]);

    assert_words (date, cases[i][1]);
  }
}

/* What a row does not tell: which season, which readings, which end is in doubt. */
static void
test_less (void)
{
  static const char *const cases[][2] = {
    { "2018-22", "2018" },
    { "2018-24", "2018–2019" },
    { "2018-34", "2018" },
    { "2018-22~", "c. 2018" },
    { "[2017-07,2018-07]", "2017–2018" },
    { "{2018-01,2018-03}", "2018" },
    { "2013-05?/2018", "2013–2018?" },
    { "2018-07-15/2019", "2018–2019" },
    { "[..2017-07,2018-07..]", "…" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (EntenteDate) date = parse (cases[i][0]);

    assert_words (date, cases[i][1]);
  }
}

static void
test_still_so (void)
{
  g_autoptr (EntenteDate) since = parse ("2013/..");
  g_autoptr (EntenteDate) still = entente_date_with_still_so (since, TRUE);

  assert_words (still, "since 2013, still so");
}

static void
test_bounds (void)
{
  gint64 first = entente_day_number (2018, 7, 1) * ENTENTE_SECONDS_PER_DAY;
  gint64 last = entente_day_number (2018, 7, 16) * ENTENTE_SECONDS_PER_DAY;
  g_autoptr (EntenteDate) month = parse ("2018-07");
  g_autoptr (EntenteDate) nothing = parse ("");
  g_autoptr (EntenteDate) narrowed = entente_date_with_bounds (month, ENTENTE_TIME_MIN, last, NULL);
  g_autoptr (EntenteDate) bounded = entente_date_with_bounds (nothing, first, last, NULL);

  assert_words (narrowed, "1–15 July 2018");
  assert_words (bounded, "undated, 1–15 July 2018");
}

static char *
replace (const char *text, const char *pattern, const char *by)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);

  return g_regex_replace_literal (regex, text, -1, 0, by, 0, NULL);
}

/* The same days whichever way a range is put; zones are told by the record alone. */
static char *
make_plain (const char *words)
{
  g_autofree char *without_zone = replace (words, " UTC[-+−]?[0-9:]*", "");
  g_autofree char *without_between = replace (without_zone, "between ", "");

  return replace (without_between, " and | ?– ?", "–");
}

/* With open digits some days between are told and others not, and of two ends the coarser counts:
 * the same days may have other words. */
static gboolean
is_rough (const char *edtf)
{
  const char *dots = strstr (edtf, "..");

  return strchr (edtf, 'X') != NULL || (dots != NULL && (gsize) (dots - edtf) != strlen (dots + 2));
}

/* Of any date: its words, or years alone. */
static void
test_never_more (void)
{
  static const char *years = "^(…|(from |until |c\\. |AD )*[0-9]+( BC)?[?]?"
                             "(–(AD )?[0-9]+( BC)?[?]?)?)$";

  for (int i = 0; i < 20000; i++) {
    g_autofree char *edtf = entente_random_edtf ();
    g_autoptr (EntenteDate) date = parse (edtf);
    g_autofree char *words = entente_date_format (date), *said = say (date);
    g_autofree char *plain_words = make_plain (words), *plain_said = make_plain (said);

    if (!is_rough (edtf) && !g_str_equal (plain_words, plain_said) &&
        !g_regex_match_simple (years, plain_said, 0, 0))
      g_error ("%s is “%s”, but said as “%s”", edtf, words, said);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/row-date/told", test_told);
  g_test_add_func ("/row-date/less", test_less);
  g_test_add_func ("/row-date/still-so", test_still_so);
  g_test_add_func ("/row-date/bounds", test_bounds);
  g_test_add_func ("/row-date/never-more", test_never_more);
  return g_test_run ();
}
