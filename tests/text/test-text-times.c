/* Times of a text: each family of rules with texts of its own, told as "words=value". The day of
 * publication is 31 October 2018, a Wednesday, unless a test says otherwise. */
#include "config.h"

#include "entente-text-times.h"

#include <string.h>

typedef struct {
  const char *text;
  const char *times; /* "words=value" separated by "; " */
} Case;

/* What was found, as in Case. Free. */
static char *
tell (const char *text, const char *published)
{
  g_autoptr (EntenteDate) day = published != NULL ? entente_date_parse (published, NULL) : NULL;
  g_autoptr (GArray) times = entente_text_times_read (text, strlen (text), NULL, day, NULL, NULL);
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < times->len; i++) {
    const EntenteTextTime *time = &g_array_index (times, EntenteTextTime, i);

    g_string_append_printf (all,
                            "%s%.*s=%s",
                            i > 0 ? "; " : "",
                            (int) (time->end - time->start),
                            text + time->start,
                            time->value != NULL ? time->value : "");
  }
  return g_string_free (g_steal_pointer (&all), FALSE);
}

static void
check (const Case *cases, guint n, const char *published)
{
  for (guint i = 0; i < n; i++) {
    g_autofree char *found = tell (cases[i].text, published);

    if (strcmp (found, cases[i].times) != 0)
      g_test_fail_printf ("%s: found %s, not %s", cases[i].text, found, cases[i].times);
  }
}

static void
test_written_out (void)
{
  static const Case cases[] = {
    { "They met on 3 May 2018.", "3 May 2018=2018-05-03" },
    { "They met on May 3rd, 2018, in the port.", "May 3rd, 2018=2018-05-03" },
    { "They met on the 3rd of May 2018.", "the 3rd of May 2018=2018-05-03" },
    { "Signed Saturday, June 24, 1950.", "Saturday, June 24, 1950=1950-06-24" },
    { "In September of 1958 they spoke.", "September of 1958=1958-09" },
    { "In the second half of 1958 and H1 1959.",
      "the second half of 1958=1958-41; H1 1959=1959-40" },
    { "Over 1958 Q4 and Q1-1959.", "1958 Q4=1958-36; Q1-1959=1959-33" },
    { "In the first week of 1958.", "the first week of 1958=1957-12-30/1958-01-05" },
    { "In the last week of 1958.", "the last week of 1958=1958-12-22/1958-12-28" },
    { "Dated 23-1958-September.", "23-1958-September=1958-09-23" },
    { "On the third Tuesday after 25 December 2014.",
      "the third Tuesday after 25 December 2014=2015-01-13" },
    { "On the Sunday before 3 May 1958.", "the Sunday before 3 May 1958=1958-04-27" },
    { "Sept. 3, 1958 was quiet.", "Sept. 3, 1958=1958-09-03" },
    { "On 2018-05-03 and 3.5.2018.", "2018-05-03=2018-05-03; 3.5.2018=2018-05-03" },
    { "On 23/Sep/2018 or 20181031.", "23/Sep/2018=2018-09-23; 20181031=2018-10-31" },
    { "It began in the spring of 1915.", "the spring of 1915=1915-21" },
    { "From the fourth quarter of 2017 on.", "the fourth quarter of 2017=2017-36" },
    { "In the 1930s and the late '70s.", "the 1930s=193X; the late '70s=197X" },
    { "In the nineteenth century.", "the nineteenth century=18XX" },
    { "Carthage fell in 146 B.C. to Rome.", "146 B.C.=-0145" },
    { "On Thanksgiving 2018 and Memorial Day 2017.",
      "Thanksgiving 2018=2018-11-22; Memorial Day 2017=2017-05-29" },
    { "Easter 2018 was quiet.", "Easter 2018=2018-04-01" },
    { "On Christmas Eve 1968 they agreed.", "Christmas Eve 1968=1968-12-24" },
    { "The third Tuesday of September 2014.", "The third Tuesday of September 2014=2014-09-16" },
    { "On the last weekend of July 2019.", "the last weekend of July 2019=2019-07-27/2019-07-28" },
    { "Two weeks after 3 May 2018.", "Two weeks after 3 May 2018=2018-05-17" },
  };

  check (cases, G_N_ELEMENTS (cases), "2018-10-31");
}

static void
test_none (void)
{
  static const char *const cases[] = {
    "Some 2000 troops and 1500 rebels crossed the river.",
    "It cost $1999, or 1800 francs, for 1950 people.",
    "See page 1916, room 1204, flight 1933 and Resolution 1701.",
    "They may march in column; the fall of the town was near.",
    "General May said so, and May's cabinet agreed.",
    "The Prague Spring and Bloody Sunday are names.",
    "Read it in the Daily Harbour or at www.example.org/2018/05/03.",
    "COVID-19 may spread, and 1930 GMT is no year.",
    "A share of 1956% is none.",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *found = tell (cases[i], "2018-10-31");

    if (found[0] != '\0')
      g_test_fail_printf ("%s: found %s", cases[i], found);
  }
}

static void
test_news (void)
{
  static const Case cases[] = {
    { "He said on Monday that yesterday was quiet.", "Monday=2018-10-29; yesterday=2018-10-30" },
    { "She spoke on Wednesday.", "Wednesday=2018-10-31" },
    { "They will meet on Friday.", "Friday=2018-11-02" },
    { "A Thursday deadline was set.", "Thursday=2018-11-01" },
    { "They came last week and last month.",
      "last week=2018-10-22/2018-10-28; last month=2018-09" },
    { "On the first Monday of May they left.", "the first Monday of May=2018-05-07" },
    { "They met last Monday.", "last Monday=2018-10-29" },
    { "This Sunday he crossed the strait.", "This Sunday=2018-10-28" },
    { "This past Friday she resigned.", "This past Friday=2018-10-26" },
    { "Two years ago, two weeks ago and three days ago.",
      "Two years ago=2016; two weeks ago=2018-10-15/2018-10-21; three days ago=2018-10-28" },
    { "The port was closed on November 27.", "November 27=2018-11-27" },
    { "The port was closed on December 20.", "December 20=2018-12-20" },
    { "In January the port was closed.", "January=2018-01" },
    { "In December the port was closed.", "December=2017-12" },
    { "The port will close in January.", "January=2019-01" },
    { "They spoke late on Monday and early yesterday morning.",
      "late on Monday=2018-10-29; early yesterday morning=2018-10-30TMO" },
    { "Later this year they will vote.", "Later this year=2018" },
    { "It sank in June of this year.", "June of this year=2018-06" },
    { "She left on Tuesday. That night the port burned.",
      "Tuesday=2018-10-30; That night=2018-10-30TNI" },
    { "The trial resumes Monday at the port.", "Monday=2018-11-05" },
    { "On the last day of talks, by year's end.", "year's end=2018" },
    { "She left on Tuesday; she wrote the night before.",
      "Tuesday=2018-10-30; the night before=2018-10-29TNI" },
    { "It opens at 10 a.m. EDT Friday.", "10 a.m. EDT Friday=2018-11-02T10:00" },
    { "Nothing was heard over the weekend or in recent months.",
      "the weekend=2018-10-27/2018-10-28; recent months=PAST_REF" },
    { "Troops left in 2011 and came back three years later.", "2011=2011; three years later=2014" },
  };

  check (cases, G_N_ELEMENTS (cases), "2018-10-31");
}

static void
test_story (void)
{
  static const Case cases[] = {
    { "In July 1914 the war began. On 7 August they crossed.",
      "July 1914=1914-07; 7 August=1914-08-07" },
    { "In November 1914 they dug in. In January they attacked.",
      "November 1914=1914-11; January=1915-01" },
    { "On 9 May 1920 they met, and two days later they signed.",
      "9 May 1920=1920-05-09; two days later=1920-05-11" },
    { "On 9 May 1920 they met. The next day and the following week were quiet.",
      "9 May 1920=1920-05-09; The next day=1920-05-10; the following week=1920-05-17/1920-05-23" },
    { "In May 1920 they met. Four days later they left.",
      "May 1920=1920-05; Four days later=1920-05-XX" },
    { "In 1920 they met, in October of that year they parted. That month was cold.",
      "1920=1920; October of that year=1920-10; That month=1920-10" },
    { "On October 2, 1920, they spoke. On the 5th, they left.",
      "October 2, 1920=1920-10-02; the 5th=1920-10-05" },
    { "In March 1956 they met at the canal, which dates from 1869. In July they met again.",
      "March 1956=1956-03; 1869=1869; July=1956-07" },
    { "In March 1956 he (born in 1901) came. In July he left.",
      "March 1956=1956-03; 1901=1901; July=1956-07" },
    { "By the end of the year 1956 it was over. Late in the year it rained.",
      "the end of the year 1956=1956; Late in the year=1956" },
    { "In the summer of 1916 they fought; the next spring they rested.",
      "the summer of 1916=1916-22; the next spring=1917-21" },
  };

  check (cases, G_N_ELEMENTS (cases), NULL);
}

static void
test_ranges (void)
{
  static const Case cases[] = {
    { "From 1914–1918 and 1957-58.", "1914=1914; 1918=1918; 1957=1957; 58=1958" },
    { "Talks of March 5-9, 1918.", "March 5=1918-03-05; 9, 1918=1918-03-09" },
    { "On 6-7 January 1916.", "6=1916-01-06; 7 January 1916=1916-01-07" },
    { "On June 8 and 10, 1953.", "June 8=1953-06-08; 10, 1953=1953-06-10" },
    { "Between November and February 1951.", "November=1950-11; February 1951=1951-02" },
    { "In April and May 1951.", "April=1951-04; May 1951=1951-05" },
  };
  const char *text = "It lasted from 1914 to 1918, not in 1920.";
  g_autoptr (GArray) times = entente_text_times_read (text, strlen (text), NULL, NULL, NULL, NULL);

  check (cases, G_N_ELEMENTS (cases), NULL);
  g_assert_cmpuint (times->len, ==, 3);
  g_assert_cmpuint (g_array_index (times, EntenteTextTime, 0).range, !=, 0);
  g_assert_cmpuint (g_array_index (times, EntenteTextTime, 0).range,
                    ==,
                    g_array_index (times, EntenteTextTime, 1).range);
  g_assert_cmpuint (g_array_index (times, EntenteTextTime, 2).range, ==, 0);
  g_assert_null (entente_text_times_make_range (times, 2, text));
}

static void
test_joined (void)
{
  static const struct {
    const char *text, *edtf, *wording;
  } cases[] = {
    { "It lasted from 1914 to 1918.", "1914/1918", "1914 to 1918" },
    { "Between August and October 1956 they met.",
      "[1956-08..1956-10]",
      "August and October 1956" },
    { "It lasted from 3–5 May 2018.", "2018-05-03/2018-05-05", "3–5 May 2018" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    const char *text = cases[i].text;
    g_autoptr (GArray) times =
      entente_text_times_read (text, strlen (text), NULL, NULL, NULL, NULL);

    g_assert_cmpuint (times->len, ==, 2);
    for (guint k = 0; k < 2; k++) {
      g_autoptr (EntenteDate) range = entente_text_times_make_range (times, k, text);

      g_assert_cmpstr (range->edtf, ==, cases[i].edtf);
      g_assert_cmpstr (range->wording, ==, cases[i].wording);
    }
  }
}

static void
test_unplaced (void)
{
  static const Case cases[] = {
    { "For ten days and nearly two and a half years.",
      "ten days=P10D; nearly two and a half years=P2.5Y" },
    { "In the past two weeks, for several months.", "the past two weeks=P2W; several months=PXM" },
    { "A month-long siege of the 18-year-old port.", "month-long=P1M; 18-year-old=P18Y" },
    { "They met every day and every two years.", "every day=XXXX-XX-XX; every two years=P2Y" },
    { "Now the former minister has no future.",
      "Now=PRESENT_REF; former=PAST_REF; future=FUTURE_REF" },
    { "Two days after the vote they left.", "Two days=P2D" },
    { "Over the last year, in the first ten months.",
      "the last year=P1Y; the first ten months=P10M" },
    { "They met on Mondays.", "Mondays=XXXX-WXX" },
    { "Within half an hour it was over.", "half an hour=PT30M" },
  };
  const char *text = "Two days after the vote they left.";
  g_autoptr (GArray) times = entente_text_times_read (text, strlen (text), NULL, NULL, NULL, NULL);
  const EntenteTextTime *time = &g_array_index (times, EntenteTextTime, 0);

  check (cases, G_N_ELEMENTS (cases), "2018-10-31");
  g_assert_null (time->date);
  g_assert_nonnull (strstr (time->reason, "no date"));
}

static void
test_hours (void)
{
  static const Case cases[] = {
    { "At 11 a.m. on 11 November 1918.", "11 a.m.=1918-11-11T11:00; 11 November 1918=1918-11-11" },
    { "On the night of April 18, 1775.", "the night of April 18, 1775=1775-04-18TNI" },
    { "On 3 May 1958, 7:39 p.m. GMT, it rang.",
      "3 May 1958=1958-05-03; 7:39 p.m. GMT=1958-05-03T19:39" },
    { "At 5:30PM nobody came.", "5:30PM=XXXX-XX-XXT17:30" },
  };

  check (cases, G_N_ELEMENTS (cases), "2018-10-31");
}

/* What is said within quotation marks counts from the day on which it was said. */
static void
test_speech (void)
{
  g_autofree char *found =
    tell ("On Monday the minister said: “We are raising this today, and tomorrow again.”",
          "2018-10-31");

  g_assert_cmpstr (found, ==, "Monday=2018-10-29; today=2018-10-29; tomorrow=2018-10-30");
}

/* The same words in news and in history, both published on the same day. */
static void
test_mode (void)
{
  const char *history = "In 1914 war came, in 1915 it spread, in 1916 it went on. By 1917 all were "
                        "tired. In 1918 it ended. On 11 November the guns fell silent.";
  const char *news = "Yesterday the talks were broken off. In 1914 war came, in 1915 it spread, by "
                     "1917 all were tired, in 1918 it ended. On 11 November they will talk again.";
  g_autofree char *told = tell (history, "2018-10-31");
  g_autofree char *reported = tell (news, "2018-10-31");

  g_assert_true (g_str_has_suffix (told, "11 November=1918-11-11"));
  g_assert_true (g_str_has_suffix (reported, "11 November=2018-11-11"));
}

static void
test_heading (void)
{
  g_autofree char *found =
    tell ("The first winter (June 1950)\n\nThe army crossed on 25 August, and "
          "many fled before it came.\n",
          NULL);

  g_assert_cmpstr (found, ==, "June 1950=1950-06; 25 August=1950-08-25");
}

/* "Last July": both readings with their reasons. */
static void
test_readings (void)
{
  const char *text = "Last July they would invite the others.";
  g_autoptr (EntenteDate) published = entente_date_parse ("2018-10-31", NULL);
  g_autoptr (GArray) times =
    entente_text_times_read (text, strlen (text), NULL, published, NULL, NULL);
  const EntenteTextTime *time = &g_array_index (times, EntenteTextTime, 0);
  const EntenteReading *second;

  g_assert_cmpuint (times->len, ==, 1);
  g_assert_cmpstr (time->value, ==, "2018-07");
  g_assert_cmpstr (time->date->wording, ==, "Last July");
  g_assert_cmpint (time->date->basis, ==, ENTENTE_BASIS_RELATIVE_TO_ARTICLE);
  g_assert_nonnull (strstr (time->reason, "told as past"));
  g_assert_cmpuint (time->date->readings->len, ==, 2);
  second = g_ptr_array_index (time->date->readings, 1);
  g_assert_cmpstr (second->edtf, ==, "2017-07");
  g_assert_cmpstr (second->reason, ==, "the year before");
}

/* What happened "in October" was over when it was printed, and what a note tells of when it was
 * cited. */
static void
test_bounds (void)
{
  const char *text =
    "The Toll on the Brenn\n\n31 October 2018\n\nIn October they met at the bridge. "
    "In July it was claimed that the two had spoken already, in secret.[1] Nothing "
    "came of it in the weeks after, and the ferries went on paying as before.\n\n"
    "[1] The Brenn Gazette, 15 July 2018\n";
  g_autoptr (EntenteStructure) structure = entente_structure_read (text, strlen (text));
  g_autoptr (EntenteDate) early = entente_date_parse ("2018-10-20", NULL);
  g_autoptr (GArray) times =
    entente_text_times_read (text, strlen (text), structure, early, NULL, NULL);
  const EntenteTextTime *october = &g_array_index (times, EntenteTextTime, 1);
  const EntenteTextTime *july = &g_array_index (times, EntenteTextTime, 2);

  g_assert_cmpstr (october->value, ==, "2018-10");
  g_assert_cmpint (october->date->points.latest_end,
                   ==,
                   (entente_day_number (2018, 10, 21)) * ENTENTE_SECONDS_PER_DAY);
  g_assert_cmpstr (july->value, ==, "2018-07");
  g_assert_cmpint (july->date->points.latest_end,
                   ==,
                   (entente_day_number (2018, 7, 16)) * ENTENTE_SECONDS_PER_DAY);
  g_assert_cmpstr (july->date->bound_reason, ==, "footnote 1, 15 Jul 2018");
  g_assert_true (g_array_index (times, EntenteTextTime, times->len - 1).is_cited);
}

static void
test_languages (void)
{
  static const Case german[] = {
    { "Die Gespräche mit der Delegation begannen am 3. Mai 1954, und zwei Tage später war der "
      "Vertrag fertig.",
      "3. Mai 1954=1954-05-03; zwei Tage später=1954-05-05" },
    { "Der Minister sagte gestern, dass er letzten Juli und vor zwei Jahren in der Stadt war und "
      "nicht mit der Kommission sprach.",
      "gestern=2018-10-30; letzten Juli=2018-07; vor zwei Jahren=2016" },
    { "Anfang August 1954 wurde er von der Delegation unterzeichnet, nicht im Sommer 1953, und das "
      "ist alles.",
      "Anfang August 1954=1954-08; Sommer 1953=1953-22" },
  };
  static const Case french[] = {
    { "Le ministre a déclaré hier que les deux parties sont venues dans la ville en juillet "
      "dernier "
      "et il y a deux ans.",
      "hier=2018-10-30; juillet dernier=2018-07; il y a deux ans=2016" },
    { "Les deux parties ont signé le 3 mai 2018 un accord qui est entré en vigueur deux jours plus "
      "tard dans la ville.",
      "le 3 mai 2018=2018-05-03; deux jours plus tard=2018-05-05" },
  };

  check (german, G_N_ELEMENTS (german), "2018-10-31");
  check (french, G_N_ELEMENTS (french), "2018-10-31");
}

/* Offsets are bytes, whatever stands before. */
static void
test_offsets (void)
{
  const char *text = "\xF0\x9F\x8C\x8A Σ «Ålesund», naïve: on 3 May 2018 – ok.";
  g_autoptr (GArray) times = entente_text_times_read (text, strlen (text), NULL, NULL, NULL, NULL);
  const EntenteTextTime *time = &g_array_index (times, EntenteTextTime, 0);

  g_assert_cmpuint (times->len, ==, 1);
  g_assert_true (strncmp (text + time->start, "3 May 2018", 10) == 0);
  g_assert_cmpuint (time->end - time->start, ==, 10);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (entente_text_times_read ("On 3 May.", 9, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Text cut anywhere, and a paragraph of a megabyte without any end: nothing breaks, all is in
 * bounds. */
static void
test_hostile (void)
{
  static const char *const pieces[] = { "May ", "3",     "(",     "\"",    "'",     "the ",
                                        "of ",  "and ",  "2018 ", "-",     ", ",    "twenty",
                                        "\n",   "last",  "week",  " ago ", "é",     "31.",
                                        "1e99", "99999", "every", "a ",    "half ", "B.C." };
  g_autoptr (GRand) rand = g_rand_new_with_seed (31);
  g_autoptr (EntenteDate) published = entente_date_parse ("2018-10-31", NULL);

  for (guint n = 0; n < 400; n++) {
    g_autoptr (GString) text = g_string_new (NULL);
    guint length = n < 398 ? 60 : 200000;
    g_autoptr (GArray) times = NULL;
    gsize end = 0;

    for (guint i = 0; i < length; i++)
      g_string_append (
        text,
        pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces) - (n == 399 ? 12 : 0))]);
    times = entente_text_times_read (text->str, text->len, NULL, published, NULL, NULL);
    for (guint i = 0; i < times->len; i++) {
      const EntenteTextTime *time = &g_array_index (times, EntenteTextTime, i);

      g_assert_cmpuint (time->start, >=, end);
      g_assert_cmpuint (time->end, >, time->start);
      g_assert_cmpuint (time->end, <=, text->len);
      end = time->end;
    }
  }
}

/* What is to be done or was done "by" a day is no later than it. */
static void
test_by (void)
{
  static const char text[] = "Orland had put it off by 22 May 2018, and met nearby 3 June 2018.";
  g_autoptr (GArray) times =
    entente_text_times_read (text, sizeof text - 1, NULL, NULL, NULL, NULL);
  g_autoptr (EntenteDate) by = entente_text_times_make_date (times, 0, text);
  g_autoptr (EntenteDate) plain = entente_text_times_make_date (times, 1, text);

  g_assert_cmpstr (by->edtf, ==, "[..2018-05-22]");
  g_assert_cmpstr (by->wording, ==, "by 22 May 2018");
  g_assert_cmpint (by->basis, ==, ENTENTE_BASIS_EXPLICIT);
  g_assert_cmpstr (plain->edtf, ==, "2018-06-03");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/times/written-out", test_written_out);
  g_test_add_func ("/text/times/none", test_none);
  g_test_add_func ("/text/times/news", test_news);
  g_test_add_func ("/text/times/story", test_story);
  g_test_add_func ("/text/times/ranges", test_ranges);
  g_test_add_func ("/text/times/by", test_by);
  g_test_add_func ("/text/times/joined", test_joined);
  g_test_add_func ("/text/times/unplaced", test_unplaced);
  g_test_add_func ("/text/times/hours", test_hours);
  g_test_add_func ("/text/times/speech", test_speech);
  g_test_add_func ("/text/times/mode", test_mode);
  g_test_add_func ("/text/times/heading", test_heading);
  g_test_add_func ("/text/times/readings", test_readings);
  g_test_add_func ("/text/times/bounds", test_bounds);
  g_test_add_func ("/text/times/languages", test_languages);
  g_test_add_func ("/text/times/offsets", test_offsets);
  g_test_add_func ("/text/times/cancelled", test_cancelled);
  g_test_add_func ("/text/times/hostile", test_hostile);
  return g_test_run ();
}
