/* Dates in words, long and short. */
#include "config.h"

#include "entente-date.h"

#include "entente-random-edtf.h"

#include <glib.h>
#include <string.h>

static const struct {
  const char *edtf;
  const char *words;
  const char *short_words; /* NULL: the same */
} cases[] = {
  { "", "undated", NULL },
  { "2018", "2018", NULL },
  { "2018-02", "February 2018", "Feb 2018" },
  { "2018-01-29", "29 January 2018", "29 Jan 2018" },
  { "[..2018-08-22]", "by 22 August 2018", "by 22 Aug 2018" },
  { "[2018-08-22..]", "after 22 August 2018", "after 22 Aug 2018" },
  { "[..2018-08]", "by August 2018", "by Aug 2018" },
  { "[2018-08-10..2018-09-10]", "between 10 August and 10 September 2018", "10 Aug – 10 Sep 2018" },
  { "[2017-12-30..2018-01-02]",
    "between 30 December 2017 and 2 January 2018",
    "30 Dec 2017 – 2 Jan 2018" },
  { "[2018-07-01..2018-07-15]", "between 1 and 15 July 2018", "1–15 Jul 2018" },
  { "[2018-02..2018-10]", "between February and October 2018", "Feb–Oct 2018" },
  { "[2016..2018]", "between 2016 and 2018", "2016–2018" },
  { "[2018-07..2018-08-10]", "between July 2018 and 10 August 2018", "Jul 2018 – 10 Aug 2018" },
  { "2018-08-15~", "around 15 August 2018", "c. 15 Aug 2018" },
  { "2018-08-15?", "perhaps 15 August 2018", "15 Aug 2018?" },
  { "2018-08-15%", "perhaps around 15 August 2018", "c. 15 Aug 2018?" },
  { "2018-08-?15", "perhaps 15 August 2018", "15 Aug 2018?" },
  { "1880S2", "around 1880", "c. 1880" },
  { "2018-22", "summer 2018", NULL },
  { "2018-24", "winter 2018–2019", NULL },
  { "2018-26", "northern summer 2018", NULL },
  { "2018-30", "southern summer 2018–2019", NULL },
  { "2018-35", "third quarter of 2018", NULL },
  { "2018-41", "second half of 2018", NULL },
  { "19XX-21", "spring 19XX", NULL },
  { "[2017-07,2018-07]", "July 2017 or July 2018", "Jul 2017 or Jul 2018" },
  { "[2016,2017,2018]", "2016, 2017 or 2018", NULL },
  { "[2013,2016..2018]", "2013 or between 2016 and 2018", "2013 or 2016–2018" },
  { "{2018-01,2018-03}", "January 2018 and March 2018", "Jan 2018 and Mar 2018" },
  { "2018-06-15/2018-06-17", "15–17 June 2018", "15–17 Jun 2018" },
  { "2018-06-28/2018-07-03", "28 June – 3 July 2018", "28 Jun – 3 Jul 2018" },
  { "2018-06-15/2018-06-15", "15 June 2018", "15 Jun 2018" },
  { "2018-01-01/2018-12-31", "1 January – 31 December 2018", "1 Jan – 31 Dec 2018" },
  { "2018-02/2018-10", "February–October 2018", "Feb–Oct 2018" },
  { "2017-12/2018-02", "December 2017 – February 2018", "Dec 2017 – Feb 2018" },
  { "2013/2016", "2013–2016", NULL },
  { "2013?/2016?", "perhaps 2013–2016", "2013–2016?" },
  { "2013~/2016", "from around 2013 to 2016", "c. 2013 – 2016" },
  { "2018-22/2018-23", "summer 2018 – autumn 2018", NULL },
  { "2013/..", "since 2013", NULL },
  { "2013/", "from 2013, end unknown", "from 2013" },
  { "../2013", "until 2013", NULL },
  { "/2013", "until 2013, start unknown", "until 2013" },
  { "../..", "at all times", NULL },
  { "/..", "at times unknown", NULL },
  { "201X", "2010s", NULL },
  { "201", "2010s", NULL },
  { "20XX", "2000–2099", NULL },
  { "18", "1800–1899", NULL },
  { "2018-XX-XX", "2018", NULL },
  { "2018-07-XX", "July 2018", "Jul 2018" },
  { "2018-1X", "October–December 2018", "Oct–Dec 2018" },
  { "2018-07-1X", "10–19 July 2018", "10–19 Jul 2018" },
  { "2018-XX-14", "between 14 January and 14 December 2018", "14 Jan – 14 Dec 2018" },
  { "XXXX-12-25", "25 December, year unknown", "25 Dec, year unknown" },
  { "XXXX-12", "December, year unknown", "Dec, year unknown" },
  { "XXXX", "year unknown", NULL },
  { "-0043-03-15", "15 March 44 BC", "15 Mar 44 BC" },
  { "0000", "1 BC", NULL },
  { "0079-08-24", "24 August AD 79", "24 Aug AD 79" },
  { "-0043/-0039", "44–40 BC", NULL },
  { "-0001/0002", "2 BC – AD 2", NULL },
  { "-01XX", "200–101 BC", NULL },
  { "Y170000", "170000", NULL },
  { "Y-17E7", "170000001 BC", NULL },
  { "2018-07-01T10:30", "1 July 2018, 10:30", "1 Jul 2018, 10:30" },
  { "2018-07-01T10:30:05Z", "1 July 2018, 10:30:05 UTC", "1 Jul 2018, 10:30:05 UTC" },
  { "2018-07-01T10:30+04:30", "1 July 2018, 10:30 UTC+4:30", "1 Jul 2018, 10:30 UTC+4:30" },
  { "2018-07-01T10:30-03", "1 July 2018, 10:30 UTC−3", "1 Jul 2018, 10:30 UTC−3" },
  { "2018-07-01T10", "1 July 2018, 10:00–11:00", "1 Jul 2018, 10:00–11:00" },
};

static EntenteDate *
parse (const char *edtf)
{
  g_autoptr (GError) error = NULL;
  EntenteDate *date = entente_date_parse (edtf, &error);

  g_assert_no_error (error);
  return date;
}

static void
assert_words (const EntenteDate *date, const char *words, const char *short_words)
{
  g_autofree char *long_form = entente_date_format (date);
  g_autofree char *short_form = entente_date_format_short (date);

  g_assert_cmpstr (long_form, ==, words);
  g_assert_cmpstr (short_form, ==, short_words);
}

static void
test_told (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (EntenteDate) date = parse (cases[i].edtf);

    assert_words (date,
                  cases[i].words,
                  cases[i].short_words == NULL ? cases[i].words : cases[i].short_words);
  }
  assert_words (NULL, "undated", "undated");
}

static gint64
at (gint64 year, int month, int day)
{
  return entente_day_number (year, month, day) * ENTENTE_SECONDS_PER_DAY;
}

static const struct {
  const char *edtf;
  EntenteDay not_before; /* year 0: none */
  EntenteDay not_after;
  const char *words;
  const char *short_words;
} bounded[] = {
  { "2018-07", { 0 }, { 2018, 7, 16 }, "1–15 July 2018", "1–15 Jul 2018" },
  { "2018-07?", { 0 }, { 2018, 7, 16 }, "perhaps 1–15 July 2018", "1–15 Jul 2018?" },
  { "2018-07", { 2018, 7, 15 }, { 2018, 7, 16 }, "15 July 2018", "15 Jul 2018" },
  { "2018-07", { 0 }, { 2018, 11, 1 }, "July 2018", "Jul 2018" },
  { "2018", { 0 }, { 2018, 11, 1 }, "January–October 2018", "Jan–Oct 2018" },
  { "2018-22", { 0 }, { 2018, 7, 16 }, "1 June – 15 July 2018", "1 Jun – 15 Jul 2018" },
  { "[..2018-08-22]", { 2018, 8, 1 }, { 0 }, "between 1 and 22 August 2018", "1–22 Aug 2018" },
  { "[..2018-08-22]", { 0 }, { 2018, 8, 2 }, "by 1 August 2018", "by 1 Aug 2018" },
  { "[2018-08-22..]", { 2018, 9, 1 }, { 0 }, "after September 2018", "after Sep 2018" },
  { "[2018-08-22..]", { 0 }, { 2018, 9, 1 }, "between 22 and 31 August 2018", "22–31 Aug 2018" },
  { "", { 2018, 2, 1 }, { 2018, 11, 1 }, "undated, February–October 2018", "Feb–Oct 2018" },
  { "", { 0 }, { 2018, 11, 1 }, "undated, before November 2018", "before Nov 2018" },
  { "", { 0 }, { 2018, 10, 31 }, "undated, by 30 October 2018", "by 30 Oct 2018" },
  { "", { 2018, 2, 14 }, { 0 }, "undated, not before 14 February 2018", "not before 14 Feb 2018" },
  { "[2017-07,2018-07]", { 0 }, { 2018, 7, 16 }, "July 2017 or July 2018", "Jul 2017 or Jul 2018" },
};

static void
test_bounded (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bounded); i++) {
    EntenteDay from = bounded[i].not_before, to = bounded[i].not_after;
    g_autoptr (EntenteDate) told = parse (bounded[i].edtf);
    g_autoptr (EntenteDate) date = entente_date_with_bounds (
      told,
      from.year == 0 ? ENTENTE_TIME_MIN : at (from.year, from.month, from.day),
      to.year == 0 ? ENTENTE_TIME_MAX : at (to.year, to.month, to.day),
      NULL);

    assert_words (date, bounded[i].words, bounded[i].short_words);
  }
}

static void
test_still_so (void)
{
  g_autoptr (EntenteDate) open = parse ("2013/..");
  g_autoptr (EntenteDate) date = entente_date_with_still_so (open, TRUE);

  assert_words (date, "since 2013, still so", "since 2013");
}

static void
assert_within_year (const char *edtf, gint64 year, const char *expected)
{
  g_autoptr (EntenteDate) date = parse (edtf);
  g_autofree char *words = entente_date_format_within_year (date, year);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_within_year (void)
{
  assert_within_year ("[..2018-02-14]", 2018, "by 14 Feb");
  assert_within_year ("[..2018-02-14]", 2017, "by 14 Feb 2018");
  assert_within_year ("2018-02/2018-10", 2018, "Feb–Oct");
  assert_within_year ("2017-12-30/2018-01-02", 2018, "30 Dec 2017 – 2 Jan");
  assert_within_year ("2018", 2018, "2018");
}

static void
assert_span (gint64 start, gint64 end, const char *expected)
{
  g_autofree char *words = entente_span_format ((EntenteSpan){ start, end });

  g_assert_cmpstr (words, ==, expected);
}

static void
test_span (void)
{
  assert_span (at (2018, 1, 1), at (2018, 11, 13), "1 Jan – 12 Nov 2018");
  assert_span (at (2017, 10, 1), at (2019, 2, 1), "Oct 2017 – Jan 2019");
  assert_span (at (2018, 1, 1), at (2019, 1, 1), "2018");
  assert_span (at (2018, 7, 1), at (2018, 7, 2), "1 Jul 2018");
  assert_span (at (2018, 1, 1) + 5000, at (2018, 11, 12) + 7, "1 Jan – 12 Nov 2018");
  assert_span (at (2018, 7, 1) + 36000,
               at (2018, 7, 1) + 43200,
               "1 Jul 2018, 10:00 – 1 Jul 2018, 12:00");
  assert_span (at (2018, 7, 1) + 36018,
               at (2018, 7, 1) + 43193,
               "1 Jul 2018, 10:00:18 – 1 Jul 2018, 11:59:53");
  assert_span (at (2018, 7, 1) + 36018,
               at (2018, 7, 1) + 54033,
               "1 Jul 2018, 10:00 – 1 Jul 2018, 15:01");
  assert_span (at (2010, 1, 7), at (2018, 11, 12), "Jan 2010 – Nov 2018");
  assert_span (at (2010, 1, 7), at (2018, 12, 12), "2010–2018");
  assert_span (at (-43, 3, 15), at (2018, 11, 12), "44 BC – 2018");
  assert_span (ENTENTE_TIME_MIN, at (2018, 11, 13), "until 12 Nov 2018");
  assert_span (at (2018, 1, 1), ENTENTE_TIME_MAX, "since 2018");
  assert_span (ENTENTE_TIME_MIN, ENTENTE_TIME_MAX, "at all times");
  assert_span (at (-290000000000, 1, 1), at (290000000000, 1, 1), "290000000001 BC – 289999999999");
}

static void
assert_iso (gint64 time, const char *expected)
{
  g_autofree char *text = entente_time_format_iso (time);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_iso (void)
{
  assert_iso (0, "1970-01-01");
  assert_iso (-1, "1969-12-31T23:59:59");
  assert_iso (at (2018, 7, 1) + 37800, "2018-07-01T10:30:00");
  assert_iso (at (-43, 3, 15), "-0043-03-15");
  assert_iso (at (12018, 1, 1), "+12018-01-01");
  assert_iso (ENTENTE_TIME_MIN, "..");
  assert_iso (ENTENTE_TIME_MAX, "..");
}

/* Any value, bounded or not, has words without what belongs to a machine. */
static void
test_random_words (void)
{
  for (int i = 0; i < 20000; i++) {
    g_autofree char *text = entente_random_edtf ();
    g_autoptr (EntenteDate) told = parse (text);
    g_autoptr (EntenteDate) date =
      entente_date_with_bounds (told,
                                at (g_test_rand_int_range (1600, 2018), 1, 1),
                                at (2018, 7, 16),
                                NULL);
    const EntenteDate *either = g_test_rand_bit () ? date : told;
    g_autofree char *words = entente_date_format (either);
    g_autofree char *short_words = entente_date_format_short (either);

    g_assert_cmpstr (words, !=, "");
    g_assert_true (g_utf8_validate (words, -1, NULL));
    g_assert_null (strpbrk (words, "[]{}%~/"));
    g_assert_null (strstr (words, "  "));
    g_assert_cmpint (strlen (short_words), <=, strlen (words));
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date-format/told", test_told);
  g_test_add_func ("/date-format/bounded", test_bounded);
  g_test_add_func ("/date-format/still-so", test_still_so);
  g_test_add_func ("/date-format/within-year", test_within_year);
  g_test_add_func ("/date-format/span", test_span);
  g_test_add_func ("/date-format/iso", test_iso);
  g_test_add_func ("/date-format/random-words", test_random_words);
  return g_test_run ();
}
