/* EDTF: what is read, what is refused, its normal form, its level and where it lies. */
#include "config.h"

#include "entente-date.h"
#include "entente-error.h"
#include "entente-random-edtf.h"

#include <glib.h>
#include <string.h>

/* Value, normal form when it is another, level, first and last day. */
static const struct {
  const char *edtf;
  const char *normal; /* NULL: the same */
  int level;
  const char *first; /* ".." open */
  const char *last;
} values[] = {
  { "2018", NULL, 0, "2018-01-01", "2018-12-31" },
  { "2018-02", NULL, 0, "2018-02-01", "2018-02-28" },
  { "2018-10-31", NULL, 0, "2018-10-31", "2018-10-31" },
  { "0000-02-29", NULL, 0, "0000-02-29", "0000-02-29" },
  { "-0044-03-15", NULL, 1, "-0044-03-15", "-0044-03-15" },
  /* Qualities; a shared one is written once and behind. */
  { "2018?", NULL, 1, "2018-01-01", "2018-12-31" },
  { "?2018", "2018?", 1, "2018-01-01", "2018-12-31" },
  { "2018?~", NULL, -2, NULL, NULL },
  { "2018-?07", NULL, 2, "2018-07-01", "2018-07-31" },
  { "2018?-07", NULL, 2, "2018-07-01", "2018-07-31" },
  { "2018-07~-14", "2018-07~-14", 2, "2018-07-14", "2018-07-14" },
  { "~2018-~07-14", "2018-07~-14", 2, "2018-07-14", "2018-07-14" },
  { "2018?-07~", "2018%-~07", 2, "2018-07-01", "2018-07-31" },
  { "?2018-?07-?14", "2018-07-14?", 1, "2018-07-14", "2018-07-14" },
  /* Open digits. */
  { "201X", NULL, 1, "2010-01-01", "2019-12-31" },
  { "20XX", NULL, 1, "2000-01-01", "2099-12-31" },
  { "2XXX", NULL, 2, "2000-01-01", "2999-12-31" },
  { "-004X", NULL, 1, "-0049-01-01", "-0040-12-31" },
  { "-000X", NULL, 1, "-0009-01-01", "-0001-12-31" },
  { "2018-XX", NULL, 1, "2018-01-01", "2018-12-31" },
  { "2018-07-XX", NULL, 1, "2018-07-01", "2018-07-31" },
  { "2018-XX-14", NULL, 2, "2018-01-14", "2018-12-14" },
  { "2018-XX-31", NULL, 2, "2018-01-31", "2018-12-31" },
  { "2018-1X", NULL, 2, "2018-10-01", "2018-12-31" },
  { "2018-02-2X", NULL, 2, "2018-02-20", "2018-02-28" },
  { "2018-X1-X1", NULL, 2, "2018-01-01", "2018-11-21" },
  { "20XX-02-29", NULL, 2, "2000-02-29", "2096-02-29" },
  { "XXXX-02-29", NULL, 2, "0000-02-29", "9996-02-29" },
  /* Seasons and other parts of a year. */
  { "2018-21", NULL, 1, "2018-03-01", "2018-05-31" },
  { "2018-22", NULL, 1, "2018-06-01", "2018-08-31" },
  { "2018-23", NULL, 1, "2018-09-01", "2018-11-30" },
  { "2018-24", NULL, 1, "2018-12-01", "2019-02-28" },
  { "2019-24", NULL, 1, "2019-12-01", "2020-02-29" },
  { "2018-28", NULL, 2, "2018-12-01", "2019-02-28" },
  { "2018-29", NULL, 2, "2018-09-01", "2018-11-30" },
  { "2018-30", NULL, 2, "2018-12-01", "2019-02-28" },
  { "2018-31", NULL, 2, "2018-03-01", "2018-05-31" },
  { "2018-32", NULL, 2, "2018-06-01", "2018-08-31" },
  { "2018-34", NULL, 2, "2018-04-01", "2018-06-30" },
  { "2018-36", NULL, 2, "2018-10-01", "2018-12-31" },
  { "2018-37", NULL, 2, "2018-01-01", "2018-04-30" },
  { "2018-39", NULL, 2, "2018-09-01", "2018-12-31" },
  { "2018-40", NULL, 2, "2018-01-01", "2018-06-30" },
  { "2018-22?", NULL, 1, "2018-06-01", "2018-08-31" },
  /* Long years, significant digits, decades, centuries. */
  { "Y12018", NULL, 1, "+12018-01-01", "+12018-12-31" },
  { "Y-12018", NULL, 1, "-12018-01-01", "-12018-12-31" },
  { "Y2E5", NULL, 2, "+200000-01-01", "+200000-12-31" },
  { "Y290000000000", NULL, 1, "+290000000000-01-01", "+290000000000-12-31" },
  { "Y-29E10", NULL, 2, "-290000000000-01-01", "-290000000000-12-31" },
  { "1880S3", NULL, 2, "1880-01-01", "1880-12-31" },
  { "188", NULL, 2, "1880-01-01", "1889-12-31" },
  { "18", NULL, 0, "1800-01-01", "1899-12-31" },
  { "-02", NULL, 0, "-0200-01-01", "-0101-12-31" },
  /* Spans. */
  { "2018-06-15/2018-06-17", NULL, 0, "2018-06-15", "2018-06-17" },
  { "2013/..", NULL, 1, "2013-01-01", ".." },
  { "2013/", NULL, 1, "2013-01-01", ".." },
  { "../2013", NULL, 1, "..", "2013-12-31" },
  { "/2013", NULL, 1, "..", "2013-12-31" },
  { "../..", NULL, 1, "..", ".." },
  { "/..", NULL, 1, "..", ".." },
  { "2018/2018", NULL, 0, "2018-01-01", "2018-12-31" },
  { "2018-01/2018", NULL, 0, "2018-01-01", "2018-12-31" },
  { "2018-22/2018-23", NULL, 1, "2018-06-01", "2018-11-30" },
  { "2018-02/2018-XX", NULL, 2, "2018-02-01", "2018-12-31" },
  { "2018-07-~01/2018-08", NULL, 2, "2018-07-01", "2018-08-31" },
  /* Sets. */
  { "[..2018-08-22]", NULL, 2, "..", "2018-08-22" },
  { "[2018-08-22..]", NULL, 2, "2018-08-22", ".." },
  { "[2018-08-10..2018-09-10]", NULL, 2, "2018-08-10", "2018-09-10" },
  { "[2017-07, 2018-07]", "[2017-07,2018-07]", 2, "2017-07-01", "2018-07-31" },
  { "[2018-07,  2017-07..2017-08]", "[2018-07,2017-07..2017-08]", 2, "2017-07-01", "2018-07-31" },
  { "{2018-01,2018-03}", NULL, 2, "2018-01-01", "2018-03-31" },
  { "{2018}", NULL, 2, "2018-01-01", "2018-12-31" },
  { "[..2013,2018..]", NULL, 2, "..", ".." },
};

static EntenteDate *
parse (const char *edtf)
{
  g_autoptr (GError) error = NULL;
  EntenteDate *date = entente_date_parse (edtf, &error);

  g_assert_no_error (error);
  g_assert_nonnull (date);
  return date;
}

static void
assert_iso (gint64 time, const char *expected)
{
  g_autofree char *text = entente_time_format_iso (time);

  g_assert_cmpstr (text, ==, expected);
}

static gint64
get_last_day (const EntenteDate *date)
{
  gint64 end = date->told.latest_end;

  return end == ENTENTE_TIME_MAX ? end : end - ENTENTE_SECONDS_PER_DAY;
}

static void
test_values (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (values); i++) {
    const char *normal = values[i].normal == NULL ? values[i].edtf : values[i].normal;
    g_autoptr (EntenteDate) date = NULL;

    if (values[i].level == -2) {
      date = entente_date_parse (values[i].edtf, NULL);
      g_assert_null (date);
      continue;
    }
    g_test_message ("%s", values[i].edtf);
    date = parse (values[i].edtf);
    g_assert_cmpstr (date->edtf, ==, normal);
    g_assert_cmpint (entente_date_get_level (date), ==, values[i].level);
    assert_iso (date->told.earliest_start, values[i].first);
    assert_iso (get_last_day (date), values[i].last);
  }
}

static const char *const refused[] = {
  " 2018",
  "2018 ",
  "2018-7",
  "2018-07-1",
  "18-07-01",
  "2018-13",
  "2018-00",
  "2018-20",
  "2018-42",
  "2018-07-00",
  "2018-07-32",
  "2018-02-29",
  "2018-06-31",
  "2018-02-3X",
  "2018-X4-31",
  "201X-04-31",
  "2019-02-29",
  "2018-22-01",
  "2018-2X",
  "2018/07/01",
  "2018.07.01",
  "07/2018",
  "20180701",
  "2018--07",
  "2018-07-",
  "2018-",
  "-",
  "--2018",
  "+2018",
  "-0000",
  "-0000-01",
  "-00",
  "2018u",
  "201u",
  "201x",
  "2018??",
  "2018-07?-?14?-",
  "Y2018",
  "Y02018",
  "Y",
  "Y12018-07",
  "Y2E",
  "Y2E99",
  "Y290000000001",
  "Y-9E17",
  "Y99999999999999999999999",
  "2018S",
  "2018S0",
  "201XS2",
  "2018S2-07",
  "2018-07-01T",
  "2018-07-01T25",
  "2018-07-01T24",
  "2018-07-01T24:01:00",
  "2018-07-01T24:00:01",
  "2018-07-01T10:60",
  "2018-07-01T10:30:60",
  "2018-07-01T10:3",
  "2018-07-01T1030",
  "2018-07-01t10:30",
  "2018-07-01 10:30",
  "2018-07-01T10:30z",
  "2018-07-01T10:30+15",
  "2018-07-01T10:30-12:30",
  "2018-07-01T10:30-00:00",
  "2018-07-01T10:30+4",
  "2018-07-01T10:30+04:60",
  "2018-07-01T10:30:00.",
  "2018-07-01T10:30:00,5",
  "2018-07-01T10:30?",
  "2018-07?T10:30",
  "2018-07-XXT10:30",
  "2018-07T10:30",
  "2018T10",
  "/",
  "//",
  "2018/2019/2020",
  "2019/2018",
  "2018-07-02/2018-07-01",
  "2018-23/2018-22",
  "2018-07/2018",
  "2018-07-14/2018-07",
  "2018-08/2018-0X-01/",
  "2019/201X-01-01/",
  "Y12018/..",
  "20/21",
  "2018/20",
  "201/202",
  "2018-07-01T10:00/2018-07-01T12:00",
  "..",
  "...",
  "[",
  "[]",
  "{}",
  "[2018",
  "2018]",
  "[2018}",
  "{2018]",
  "[2018,]",
  "[,2018]",
  "[2018;2019]",
  "[2018..2017]",
  "[2018...2019]",
  "[2018,..2019]",
  "[2018..,2019]",
  "[..]",
  "[2018]?",
  "[[2018]]",
  "[2018/2019]",
  "[20,21]",
  "( 2018 )",
  "2018-07-(14)?",
  "unknown",
  "open",
  "2018 ,2019",
  "2018\t",
  "2018\n",
  "\u0662\u0660\u0661\u0668",
  "\xff",
};

static void
test_refused (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (EntenteDate) date = entente_date_parse (refused[i], &error);
    g_autofree char *shown = g_strescape (refused[i], NULL);

    g_test_message ("%s", shown);
    g_assert_null (date);
    g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_INVALID);
    g_assert_true (g_utf8_validate (error->message, -1, NULL));
    g_assert_null (entente_date_parse (refused[i], NULL));
  }
}

static void
test_message_says_where (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (entente_date_parse ("[2018-07,2018-02-30]", &error));
  g_assert_nonnull (strstr (error->message, "[2018-07,2018-02-30]"));
  g_assert_nonnull (strstr (error->message, "no such day"));
  g_assert_nonnull (strstr (error->message, "character 20"));
}

static void
test_message_of_long_text (void)
{
  for (int length = 60; length < 120; length++) {
    g_autofree char *text = g_strnfill (length, '2');
    g_autoptr (GError) error = NULL;

    g_assert_null (entente_date_parse (text, &error));
    g_assert_cmpuint (strlen (error->message), <, 200);
  }
}

static void
test_undated (void)
{
  g_autoptr (EntenteDate) nothing = parse (NULL);
  g_autoptr (EntenteDate) empty = parse ("");

  g_assert_cmpint (nothing->form, ==, ENTENTE_DATE_UNDATED);
  g_assert_cmpstr (nothing->edtf, ==, "");
  g_assert_cmpint (entente_date_get_level (empty), ==, -1);
  g_assert_true (entente_date_equal (nothing, empty));
}

static void
test_times (void)
{
  static const struct {
    const char *edtf;
    const char *normal;
    const char *start;
    gint64 seconds;
    int zone_minutes;
  } cases[] = {
    { "2018-07-01T10", "2018-07-01T10", "2018-07-01T10:00:00", 3600, ENTENTE_ZONE_NONE },
    { "2018-07-01T10:30", "2018-07-01T10:30", "2018-07-01T10:30:00", 60, ENTENTE_ZONE_NONE },
    { "2018-07-01T10:30:15", "2018-07-01T10:30:15", "2018-07-01T10:30:15", 1, ENTENTE_ZONE_NONE },
    { "2018-07-01T10:30:15.25Z", "2018-07-01T10:30:15.25Z", "2018-07-01T10:30:15", 1, 0 },
    { "2018-07-01T10:30:15.123456789+04:30",
      "2018-07-01T10:30:15.123456789+04:30",
      "2018-07-01T10:30:15",
      1,
      270 },
    { "2018-07-01T10:30\u221204", "2018-07-01T10:30-04:00", "2018-07-01T10:30:00", 60, -240 },
    { "2018-07-01T10:30+0430", "2018-07-01T10:30+04:30", "2018-07-01T10:30:00", 60, 270 },
    { "2018-07-01T24:00:00", "2018-07-01T24:00:00", "2018-07-02", 1, ENTENTE_ZONE_NONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (EntenteDate) date = parse (cases[i].edtf);

    g_assert_cmpstr (date->edtf, ==, cases[i].normal);
    assert_iso (date->told.earliest_start, cases[i].start);
    g_assert_cmpint (date->told.latest_end - date->told.earliest_start, ==, cases[i].seconds);
    g_assert_cmpint (date->zone_minutes, ==, cases[i].zone_minutes);
  }
}

static void
test_forms (void)
{
  static const struct {
    const char *edtf;
    EntenteDateForm form;
    EntentePrecision precision;
  } cases[] = {
    { "2018", ENTENTE_DATE_POINT, ENTENTE_PRECISION_YEAR },
    { "2018-XX", ENTENTE_DATE_POINT, ENTENTE_PRECISION_YEAR },
    { "2018-1X", ENTENTE_DATE_POINT, ENTENTE_PRECISION_SEASON },
    { "2018-07-1X", ENTENTE_DATE_POINT, ENTENTE_PRECISION_MONTH },
    { "201X", ENTENTE_DATE_POINT, ENTENTE_PRECISION_DECADE },
    { "201", ENTENTE_DATE_POINT, ENTENTE_PRECISION_DECADE },
    { "20", ENTENTE_DATE_POINT, ENTENTE_PRECISION_CENTURY },
    { "2XXX", ENTENTE_DATE_POINT, ENTENTE_PRECISION_MILLENNIUM },
    { "XXXX", ENTENTE_DATE_POINT, ENTENTE_PRECISION_NONE },
    { "Y12018", ENTENTE_DATE_POINT, ENTENTE_PRECISION_YEAR },
    { "2018-07-01T10", ENTENTE_DATE_POINT, ENTENTE_PRECISION_HOUR },
    { "2018-07-01T10:00:00", ENTENTE_DATE_POINT, ENTENTE_PRECISION_SECOND },
    { "[2018-07-01..2018-07-15]", ENTENTE_DATE_POINT, ENTENTE_PRECISION_DAY },
    { "[..2018-07]", ENTENTE_DATE_POINT, ENTENTE_PRECISION_MONTH },
    { "[2018-07]", ENTENTE_DATE_POINT, ENTENTE_PRECISION_MONTH },
    { "[2017-07,2018-07-01]", ENTENTE_DATE_ONE_OF, ENTENTE_PRECISION_MONTH },
    { "{2018-07}", ENTENTE_DATE_ALL_OF, ENTENTE_PRECISION_MONTH },
    { "2018-22/2018-08-10", ENTENTE_DATE_SPAN, ENTENTE_PRECISION_SEASON },
    { "2018-07-01/..", ENTENTE_DATE_SPAN, ENTENTE_PRECISION_DAY },
    { "../..", ENTENTE_DATE_SPAN, ENTENTE_PRECISION_NONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (EntenteDate) date = parse (cases[i].edtf);

    g_test_message ("%s", cases[i].edtf);
    g_assert_cmpint (date->form, ==, cases[i].form);
    g_assert_cmpint (date->precision, ==, cases[i].precision);
  }
}

static void
test_qualities (void)
{
  static const struct {
    const char *edtf;
    gboolean uncertain;
    gboolean approximate;
  } cases[] = {
    { "2018-07", FALSE, FALSE },     { "2018-07?", TRUE, FALSE },    { "2018-07~", FALSE, TRUE },
    { "2018-07%", TRUE, TRUE },      { "2018-?07-~14", TRUE, TRUE }, { "2018/2019?", TRUE, FALSE },
    { "[2018~,2019]", FALSE, TRUE }, { "1880S2", FALSE, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (EntenteDate) date = parse (cases[i].edtf);

    g_assert_cmpint (date->uncertain, ==, cases[i].uncertain);
    g_assert_cmpint (date->approximate, ==, cases[i].approximate);
  }
}

static void
assert_points (const char *edtf,
               const char *earliest_start,
               const char *latest_start,
               const char *earliest_end,
               const char *latest_end)
{
  g_autoptr (EntenteDate) date = parse (edtf);

  g_test_message ("%s", edtf);
  assert_iso (date->told.earliest_start, earliest_start);
  assert_iso (date->told.latest_start, latest_start);
  assert_iso (date->told.earliest_end, earliest_end);
  assert_iso (date->told.latest_end, latest_end);
}

static void
test_four_points (void)
{
  assert_points ("2018-07", "2018-07-01", "2018-08-01", "2018-07-01", "2018-08-01");
  assert_points ("[..2018-07]", "..", "2018-08-01", "..", "2018-08-01");
  assert_points ("2018-02/2018-10", "2018-02-01", "2018-03-01", "2018-10-01", "2018-11-01");
  assert_points ("2018-06-15/2018-06-17", "2018-06-15", "2018-06-16", "2018-06-17", "2018-06-18");
  assert_points ("2018/2018-XX", "2018-01-01", "2019-01-01", "2018-01-01", "2019-01-01");
  assert_points ("2018/2018-03-XX", "2018-01-01", "2018-04-01", "2018-03-01", "2018-04-01");
  assert_points ("2018-08/2018-XX", "2018-08-01", "2018-09-01", "2018-08-01", "2019-01-01");
  assert_points ("2013/..", "2013-01-01", "2014-01-01", "..", "..");
  assert_points ("2013/", "2013-01-01", "2014-01-01", "2013-01-01", "..");
  assert_points ("../2013", "..", "..", "2013-01-01", "2014-01-01");
  assert_points ("/2013", "..", "2014-01-01", "2013-01-01", "2014-01-01");
}

static void
test_unknown_ends (void)
{
  g_autoptr (EntenteDate) start = parse ("/2018");
  g_autoptr (EntenteDate) end = parse ("2018/");
  g_autoptr (EntenteDate) open = parse ("2018/..");

  g_assert_true (start->start_unknown && !start->end_unknown);
  g_assert_true (end->end_unknown && !end->start_unknown);
  g_assert_false (open->end_unknown || open->start_unknown);
  g_assert_cmpint (open->told.earliest_end, ==, ENTENTE_TIME_MAX);
}

static void
test_readings (void)
{
  g_autoptr (EntenteDate) date = parse ("[2018-07, 2017-07..2017-08, 2019..]");
  const EntenteReading *second;

  g_assert_cmpuint (date->readings->len, ==, 3);
  second = date->readings->pdata[1];
  g_assert_cmpstr (second->edtf, ==, "[2017-07..2017-08]");
  g_assert_cmpint (second->rank, ==, 2);
  for (guint i = 0; i < date->readings->len; i++) {
    g_autoptr (EntenteDate) reading = parse (((EntenteReading *) date->readings->pdata[i])->edtf);

    g_assert_cmpint (reading->form, ==, ENTENTE_DATE_POINT);
  }
}

/* The normal form is normal, and says all that was read. */
static void
test_random_normal_form (void)
{
  for (int i = 0; i < 20000; i++) {
    g_autofree char *text = entente_random_edtf ();
    g_autoptr (EntenteDate) date = parse (text);
    g_autoptr (EntenteDate) again = parse (date->edtf);

    g_assert_cmpstr (date->edtf, ==, again->edtf);
    g_assert_true (entente_date_equal (date, again));
    g_assert_cmpint (date->form, ==, again->form);
    g_assert_cmpint (date->precision, ==, again->precision);
    g_assert_cmpint (date->uncertain, ==, again->uncertain);
    g_assert_cmpint (date->approximate, ==, again->approximate);
    g_assert_cmpint (date->zone_minutes, ==, again->zone_minutes);
    g_assert_cmpmem (&date->told, sizeof date->told, &again->told, sizeof again->told);
  }
}

static void
test_random_points_in_order (void)
{
  for (int i = 0; i < 20000; i++) {
    g_autofree char *text = entente_random_edtf ();
    g_autoptr (EntenteDate) date = parse (text);
    const EntenteDatePoints *told = &date->told;

    g_test_message ("%s", text);
    g_assert_cmpint (told->earliest_start, <=, told->latest_start);
    g_assert_cmpint (told->earliest_end, <=, told->latest_end);
    g_assert_cmpint (told->earliest_start, <=, told->earliest_end);
    g_assert_cmpint (told->latest_start, <=, told->latest_end);
    g_assert_cmpint (told->earliest_start, <, told->latest_end);
  }
}

/* Broken text is refused or read, never more. */
static void
test_random_damage (void)
{
  static const char letters[] = "0123456789XYESTZ-+:/.,?~%[]{} \xe2\x88\x92";

  for (int i = 0; i < 50000; i++) {
    g_autofree char *text = entente_random_edtf ();
    int at = g_test_rand_int_range (0, (int) strlen (text));
    g_autoptr (EntenteDate) date = NULL;
    g_autoptr (GError) error = NULL;

    if (g_test_rand_bit ())
      text[at] = letters[g_test_rand_int_range (0, sizeof letters - 1)];
    else
      memmove (text + at, text + at + 1, strlen (text + at));
    date = entente_date_parse (text, &error);
    g_assert_true ((date == NULL) == (error != NULL));
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edtf/values", test_values);
  g_test_add_func ("/edtf/refused", test_refused);
  g_test_add_func ("/edtf/message-says-where", test_message_says_where);
  g_test_add_func ("/edtf/message-of-long-text", test_message_of_long_text);
  g_test_add_func ("/edtf/undated", test_undated);
  g_test_add_func ("/edtf/times", test_times);
  g_test_add_func ("/edtf/forms", test_forms);
  g_test_add_func ("/edtf/qualities", test_qualities);
  g_test_add_func ("/edtf/four-points", test_four_points);
  g_test_add_func ("/edtf/unknown-ends", test_unknown_ends);
  g_test_add_func ("/edtf/readings", test_readings);
  g_test_add_func ("/edtf/random/normal-form", test_random_normal_form);
  g_test_add_func ("/edtf/random/points-in-order", test_random_points_in_order);
  g_test_add_func ("/edtf/random/damage", test_random_damage);
  return g_test_run ();
}
