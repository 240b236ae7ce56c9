/* What a person may write for a date. */
#include "config.h"

#include "entente-date-input.h"

/* Article of 31 October 2018. */
static EntenteDate *
new_published (void)
{
  return entente_date_new_day (2018, 10, 31);
}

/* EDTF of all readings between "|"; NULL when it cannot be read. */
static char *
read_all (const char *text, const EntenteDate *published)
{
  g_autoptr (GArray) guesses = entente_date_input_read (text, published, NULL);
  g_autoptr (GString) all = g_string_new (NULL);

  if (!guesses)
    return NULL;
  for (guint i = 0; i < guesses->len; i++) {
    const EntenteDateGuess *guess = &g_array_index (guesses, EntenteDateGuess, i);

    g_string_append_printf (all, "%s%s", i > 0 ? "|" : "", guess->date->edtf);
  }
  return g_string_free (g_steal_pointer (&all), FALSE);
}

static void
test_read (void)
{
  static const struct {
    const char *text, *edtf;
  } cases[] = {
    { "", "" },
    { "2018-08", "2018-08" },
    { "[..2018-08-22]", "[..2018-08-22]" },
    { "22 August 2018", "2018-08-22" },
    { "August 22nd, 2018", "2018-08-22" },
    { "22. August 2018", "2018-08-22" },
    { "in August 2018", "2018-08" },
    { "late in July 2018", "2018-07" },
    { "by 22 August 2018", "[..2018-08-22]" },
    { "before August 2018", "[..2018-07]" },
    { "after 31 December 2017", "[2018-01-01..]" },
    { "since May 2013", "2013-05/.." },
    { "around 15 August 2018", "2018-08-15~" },
    { "between 3 and 9 June 2018", "[2018-06-03..2018-06-09]" },
    { "from 15 to 17 June 2018", "2018-06-15/2018-06-17" },
    { "15–17 June 2018", "2018-06-15/2018-06-17" },
    { "summer 2018", "2018-22" },
    { "this summer", "2018-22" },
    { "in July", "2018-07|2017-07|[2017-07,2018-07]" },
    { "Last July", "2018-07|2017-07|[2017-07,2018-07]" },
    { "last December", "2017-12|2016-12|[2016-12,2017-12]" },
    { "14 February", "2018-02-14|2017-02-14|[2017-02-14,2018-02-14]" },
    { "next March", "2019-03" },
    { "last march", "2018-03|2017-03|[2017-03,2018-03]" },
    { "19 may 2018", "2018-05-19" },
    { "around March 2015", "2015-03~" },
    { "between May and July 2019", "[2019-05..2019-07]" },
    { "3 and 9 June 2018", "{2018-06-03,2018-06-09}" },
    { "3 or 9 June 2018", "[2018-06-03,2018-06-09]" },
    { "1984–1990", "1984/1990" },
    { "from May 2013", "2013-05/.." },
    { "bis 22. August 2018", "[..2018-08-22]" },
    { "vor August 2018", "[..2018-07]" },
    { "avant août 2018", "[..2018-07]" },
    { "1 Ağustos 2018 Çarşamba", "2018-08-01" },
    { "3/4/2018", "2018-04-03|2018-03-04|[2018-03-04,2018-04-03]" },
    { "yesterday", "2018-10-30" },
    { "two years ago", "2016" },
    { "by last week", "[..2018-10-28]" },
    { "last week", "[2018-10-22..2018-10-28]" },
    { "July last year", "2017-07" },
    { "on Monday", "2018-10-29|2018-11-05|[2018-10-29,2018-11-05]" },
    { "the first week of May 2018", "[2018-05-01..2018-05-07]" },
    { "the 1990s", "199X" },
  };
  g_autoptr (EntenteDate) published = new_published ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *edtf = read_all (cases[i].text, published);

    g_test_message ("%s -> %s", cases[i].text, edtf);
    g_assert_cmpstr (edtf, ==, cases[i].edtf);
  }
}

static void
test_refuse (void)
{
  static const char *const cases[] = {
    "soon",
    "the day after the talks",
    "31 February 2018",
    "2018 2019",
    "between June 2018",
    "July July 2018",
    "in due course",
    "31 of them",
    "the last word",
    "two days later",
    "that year",
    "since 3 and 9 June 2018",
    "before summer 2018",
  };
  g_autoptr (EntenteDate) published = new_published ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GArray) guesses = entente_date_input_read (cases[i], published, &error);

    g_test_message ("%s", cases[i]);
    g_assert_null (guesses);
    g_assert_nonnull (error);
    g_assert_cmpstr (error->message, !=, "");
  }
}

static void
test_no_year (void)
{
  g_assert_null (read_all ("14 February", NULL));
  g_assert_null (read_all ("yesterday", NULL));
}

/* Words and where they come from are kept; an open reading has its readings. */
static void
test_kept (void)
{
  g_autoptr (EntenteDate) published = new_published ();
  g_autoptr (GArray) guesses = entente_date_input_read ("last July", published, NULL);
  const EntenteDateGuess *first = &g_array_index (guesses, EntenteDateGuess, 0);
  const EntenteDateGuess *open = &g_array_index (guesses, EntenteDateGuess, 2);

  g_assert_cmpstr (first->date->wording, ==, "last July");
  g_assert_cmpint (first->date->basis, ==, ENTENTE_BASIS_RELATIVE_TO_ARTICLE);
  g_assert_nonnull (first->reason);
  g_assert_cmpint (open->date->form, ==, ENTENTE_DATE_ONE_OF);
  g_assert_cmpuint (open->date->readings->len, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date-input/read", test_read);
  g_test_add_func ("/date-input/refuse", test_refuse);
  g_test_add_func ("/date-input/no-year", test_no_year);
  g_test_add_func ("/date-input/kept", test_kept);
  return g_test_run ();
}
