/* Dates written out: each form in each language, and what is none. */
#include "config.h"

#include "entente-written-dates.h"

typedef struct {
  const char *text;
  const char *edtf; /* of the dates found, separated by a space */
} Case;

static const Case cases[] = {
  { "31 October 2018", "2018-10-31" },
  { "October 31, 2018", "2018-10-31" },
  { "October 31st, 2018", "2018-10-31" },
  { "the 3rd of May 2018", "2018-05-03" },
  { "Oct. 3, 2018", "2018-10-03" },
  { "Sept 3 2018", "2018-09-03" },
  { "31. Oktober 2018", "2018-10-31" },
  { "1. März 1999", "1999-03-01" },
  { "1er août 2018", "2018-08-01" },
  { "le 14 février 2018", "2018-02-14" },
  { "31 Ekim 2018", "2018-10-31" },
  { "5 ŞUBAT 2018", "2018-02-05" },
  { "1 Ağustos 2018 Çarşamba", "2018-08-01" },
  { "2018-10-31", "2018-10-31" },
  { "2018-10", "2018-10" },
  { "31.10.2018", "2018-10-31" },
  { "31/10/2018", "2018-10-31" },
  { "10/31/2018", "2018-10-31" },
  { "3/4/2018", "[2018-03-04,2018-04-03]" },
  { "4/4/2018", "2018-04-04" },
  { "October 2018", "2018-10" },
  { "juillet 2018", "2018-07" },
  { "Press (Bern, 1984), p. 3", "1984" },
  { "31\u00a0October\u00a02018", "2018-10-31" },
  { "from 3 May 2018 to 5 June 2018", "2018-05-03 2018-06-05" },
  { "Foreign Affairs, Spring 2018, p. 3", "2018-21" },
  { "Wednesday, 31 October 2018", "2018-10-31" },
  { "3-May-2018", "2018-05-03" },
  /* no dates */
  { "", "" },
  { "31 February 2018", "" },
  { "resolution 1988", "" },
  { "1955-60", "" },
  { "1984-1990", "" },
  { "41 October 2018", "2018-10" },
  { "31.13.2018", "" },
  { "https://example.org/2018-07-15/page", "" },
  { "in October", "" },
  { "12 October", "" },
  { "2018-13-01", "" },
  { "version 2018-10-31-7", "2018-10-31" },
  { "no. 3/2015", "" },
  { "vol. 3-4-15", "" },
  { "Christmas 2018", "" },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GArray) dates = entente_written_dates_find (cases[i].text, -1);
    g_autoptr (GString) found = g_string_new (NULL);
    for (guint k = 0; k < dates->len; k++) {
      const EntenteWrittenDate *date = &g_array_index (dates, EntenteWrittenDate, k);
      g_string_append_printf (found, "%s%s", k > 0 ? " " : "", date->date->edtf);
      g_autofree char *wording = g_strndup (cases[i].text + date->start, date->end - date->start);
      g_assert_cmpstr (date->date->wording, ==, wording);
    }
    g_test_message ("%s", cases[i].text);
    g_assert_cmpstr (found->str, ==, cases[i].edtf);
  }
}

static void
test_words (void)
{
  g_assert_cmpint (entente_word_get_month ("Dezember", 8), ==, 12);
  g_assert_cmpint (entente_word_get_month ("dez", 3), ==, 12);
  g_assert_cmpint (entente_word_get_month ("de", 2), ==, 0);
  g_assert_true (entente_word_is_weekday ("Çarşamba", strlen ("Çarşamba")));
  g_assert_false (entente_word_is_weekday ("day", 3));
}

/* Any text may come: nothing crashes, and every place lies in the text. */
static void
test_random (void)
{
  static const char *const pieces[] = {
    "31", "October", ".", ",", " ", "2018", "-",  "/",
    "of", "st",      "é", "(", "1", "12",   "00", "99999999999"
  };
  for (guint i = 0; i < 2000; i++) {
    g_autoptr (GString) text = g_string_new (NULL);
    for (int n = g_test_rand_int_range (0, 12); n > 0; n--)
      g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
    g_autoptr (GArray) dates = entente_written_dates_find (text->str, -1);
    gsize end = 0;
    for (guint k = 0; k < dates->len; k++) {
      const EntenteWrittenDate *date = &g_array_index (dates, EntenteWrittenDate, k);
      g_assert_cmpuint (date->start, >=, end);
      g_assert_cmpuint (date->end, >, date->start);
      end = date->end;
    }
    g_assert_cmpuint (end, <=, text->len);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/written-dates/cases", test_cases);
  g_test_add_func ("/written-dates/words", test_words);
  g_test_add_func ("/written-dates/random", test_random);
  return g_test_run ();
}
