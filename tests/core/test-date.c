/* Values of time: making and changing them, their place, the one order, and filters. */
#include "config.h"

#include "entente-date.h"

#include "entente-random-edtf.h"

#include <glib.h>

static EntenteDate *
parse (const char *edtf)
{
  g_autoptr (GError) error = NULL;
  EntenteDate *date = entente_date_parse (edtf, &error);

  g_assert_no_error (error);
  return date;
}

static gint64
at (gint64 year, int month, int day)
{
  return entente_day_number (year, month, day) * ENTENTE_SECONDS_PER_DAY;
}

static EntenteDate *
parse_bounded (const char *edtf, gint64 not_before, gint64 not_after)
{
  g_autoptr (EntenteDate) date = parse (edtf);

  return entente_date_with_bounds (date, not_before, not_after, "footnote 3");
}

static gint64
place_of (const char *edtf)
{
  g_autoptr (EntenteDate) date = parse (edtf);

  return entente_date_get_place (date);
}

static void
test_new_day (void)
{
  static const int years[] = { -9999, -44, 0, 1, 999, 1970, 2018, 9999 };

  for (gsize i = 0; i < G_N_ELEMENTS (years); i++) {
    g_autoptr (EntenteDate) day = entente_date_new_day (years[i], 2, 28);
    g_autoptr (EntenteDate) parsed = parse (day->edtf);

    g_assert_true (entente_date_equal (day, parsed));
    g_assert_cmpmem (&day->told, sizeof day->told, &parsed->told, sizeof parsed->told);
    g_assert_cmpint (day->form, ==, parsed->form);
    g_assert_cmpint (day->precision, ==, parsed->precision);
    g_assert_cmpint (day->zone_minutes, ==, parsed->zone_minutes);
  }
}

static void
test_places (void)
{
  g_assert_cmpint (place_of ("2018-07-14"), ==, at (2018, 7, 14) + 43200);
  g_assert_cmpint (place_of ("2018-06"), ==, at (2018, 6, 16));
  g_assert_cmpint (place_of ("[..2018-08-22]"), ==, at (2018, 8, 23) - 1);
  g_assert_cmpint (place_of ("[2018-08-22..]"), ==, at (2018, 8, 22));
  g_assert_cmpint (place_of ("2018-06-15/2018-06-17"), ==, at (2018, 6, 15));
  g_assert_cmpint (place_of ("2018-06/2018-10"), ==, at (2018, 7, 1));
  g_assert_cmpint (place_of ("2018-06/2018-06"), ==, at (2018, 7, 1) - 1);
  g_assert_cmpint (place_of ("2013/.."), ==, at (2014, 1, 1));
  g_assert_cmpint (place_of ("../2013"), ==, at (2014, 1, 1) - 1);
  g_assert_cmpint (place_of ("/2013"), ==, at (2014, 1, 1) - 1);
  g_assert_cmpint (place_of ("../.."), ==, ENTENTE_TIME_MAX);
  g_assert_cmpint (place_of (""), ==, ENTENTE_TIME_MAX);
  g_assert_cmpint (entente_date_get_place (NULL), ==, ENTENTE_TIME_MAX);
}

static void
test_place_of_bounded_nothing (void)
{
  g_autoptr (EntenteDate) both = parse_bounded ("", at (2018, 2, 1), at (2018, 2, 3));
  g_autoptr (EntenteDate) late = parse_bounded ("", ENTENTE_TIME_MIN, at (2018, 11, 1));

  g_assert_cmpint (entente_date_get_place (both), ==, at (2018, 2, 2));
  g_assert_cmpint (entente_date_get_place (late), ==, at (2018, 11, 1) - 1);
}

static void
test_surroundings (void)
{
  g_autoptr (EntenteDate) plain = parse ("2013/..");
  g_autoptr (EntenteDate) worded = entente_date_with_wording (plain, "since 2013");
  g_autoptr (EntenteDate) based = entente_date_with_basis (worded, ENTENTE_BASIS_INFERRED);
  g_autoptr (EntenteDate) still = entente_date_with_still_so (based, TRUE);
  g_autoptr (EntenteDate) ordered = entente_date_with_day_order (still, 3);
  g_autoptr (EntenteDate) entered =
    entente_date_with_calendar (ordered, ENTENTE_CALENDAR_SOLAR_HIJRI, "1392");

  g_assert_null (plain->wording);
  g_assert_cmpstr (entered->wording, ==, "since 2013");
  g_assert_cmpint (entered->basis, ==, ENTENTE_BASIS_INFERRED);
  g_assert_true (entered->still_so);
  g_assert_cmpint (entered->day_order, ==, 3);
  g_assert_cmpint (entered->calendar, ==, ENTENTE_CALENDAR_SOLAR_HIJRI);
  g_assert_cmpstr (entered->as_entered, ==, "1392");
  g_assert_cmpstr (entered->edtf, ==, "2013/..");
}

/* Each change makes another value; taking it back makes the same again. */
static void
test_equal (void)
{
  g_autoptr (EntenteDate) a = parse ("2018-07");
  EntenteDate *others[] = {
    parse ("2018-08"),
    entente_date_with_wording (a, "in July"),
    entente_date_with_basis (a, ENTENTE_BASIS_CLOCK),
    entente_date_with_still_so (a, TRUE),
    entente_date_with_day_order (a, 1),
    entente_date_with_calendar (a, ENTENTE_CALENDAR_JULIAN, NULL),
    entente_date_with_bounds (a, ENTENTE_TIME_MIN, at (2018, 7, 16), NULL),
    entente_date_with_bounds (a, ENTENTE_TIME_MIN, ENTENTE_TIME_MAX, "why"),
    entente_date_with_reading (a, "2017-07", NULL, 2),
    NULL,
  };
  g_autoptr (EntenteDate) back = entente_date_with_wording (others[1], "");

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++) {
    g_assert_false (entente_date_equal (a, others[i]));
    g_assert_false (entente_date_equal (others[i], a));
    g_clear_pointer (&others[i], entente_date_unref);
  }
  g_assert_true (entente_date_equal (a, back));
}

static void
test_null_is_undated (void)
{
  g_autoptr (EntenteDate) nothing = entente_date_new_undated ();
  g_autoptr (EntenteDate) worded = entente_date_with_wording (nothing, "one day");

  g_assert_true (entente_date_equal (NULL, nothing));
  g_assert_true (entente_date_equal (nothing, NULL));
  g_assert_false (entente_date_equal (NULL, worded));
  g_assert_false (entente_date_is_dated (NULL));
  g_assert_false (entente_date_is_bounded (NULL));
}

static void
assert_window (const EntenteDate *date, gint64 start, gint64 end)
{
  EntenteSpan window = entente_date_get_window (date);

  g_assert_cmpint (window.start, ==, start);
  g_assert_cmpint (window.end, ==, end);
}

static void
test_bounds (void)
{
  g_autoptr (EntenteDate) month = parse_bounded ("2018-07", ENTENTE_TIME_MIN, at (2018, 7, 16));
  g_autoptr (EntenteDate) outside = parse_bounded ("2018-07", ENTENTE_TIME_MIN, at (2018, 7, 1));
  g_autoptr (EntenteDate) later = parse_bounded ("2018-07", at (2018, 8, 1), ENTENTE_TIME_MAX);
  g_autoptr (EntenteDate) crossed = parse_bounded ("2018-07", at (2018, 7, 20), at (2018, 7, 10));
  g_autoptr (EntenteDate) by = parse_bounded ("[..2018-08-22]", at (2018, 8, 1), ENTENTE_TIME_MAX);
  g_autoptr (EntenteDate) nothing = parse_bounded ("", at (2018, 2, 1), at (2018, 11, 1));

  assert_window (month, at (2018, 7, 1), at (2018, 7, 16));
  g_assert_cmpint (month->told.latest_end, ==, at (2018, 8, 1));
  assert_window (outside, at (2018, 7, 1), at (2018, 8, 1));
  g_assert_cmpint (outside->not_after, ==, at (2018, 7, 1));
  g_assert_cmpstr (outside->bound_reason, ==, "footnote 3");
  assert_window (later, at (2018, 7, 1), at (2018, 8, 1));
  assert_window (crossed, at (2018, 7, 1), at (2018, 8, 1));
  assert_window (by, at (2018, 8, 1), at (2018, 8, 23));
  assert_window (nothing, at (2018, 2, 1), at (2018, 11, 1));
  g_assert_false (entente_date_is_dated (nothing));
  g_assert_true (entente_date_is_bounded (nothing));
}

static void
test_bounds_of_spans (void)
{
  g_autoptr (EntenteDate) open = parse_bounded ("2013/..", ENTENTE_TIME_MIN, at (2013, 7, 1));
  g_autoptr (EntenteDate) unknown = parse_bounded ("2013/", ENTENTE_TIME_MIN, at (2018, 7, 1));
  g_autoptr (EntenteDate) closed =
    parse_bounded ("2018-02/2018-10", at (2018, 2, 14), at (2018, 10, 8));

  g_assert_cmpint (open->points.latest_start, ==, at (2013, 7, 1));
  g_assert_cmpint (open->points.earliest_end, ==, ENTENTE_TIME_MAX);
  g_assert_cmpint (open->points.latest_end, ==, ENTENTE_TIME_MAX);
  g_assert_cmpint (unknown->points.latest_start, ==, at (2014, 1, 1));
  g_assert_cmpint (unknown->points.latest_end, ==, at (2018, 7, 1));
  g_assert_cmpint (closed->points.earliest_start, ==, at (2018, 2, 14));
  g_assert_cmpint (closed->points.latest_start, ==, at (2018, 3, 1));
  g_assert_cmpint (closed->points.earliest_end, ==, at (2018, 10, 1));
  g_assert_cmpint (closed->points.latest_end, ==, at (2018, 10, 8));
}

static gint64
draw_bound (gint64 open)
{
  return g_test_rand_int_range (0, 4) == 0 ? open : at (g_test_rand_int_range (1690, 2040), 5, 17);
}

static void
test_random_bounds_never_widen (void)
{
  for (int i = 0; i < 20000; i++) {
    g_autofree char *text = entente_random_edtf ();
    g_autoptr (EntenteDate) date =
      parse_bounded (text, draw_bound (ENTENTE_TIME_MIN), draw_bound (ENTENTE_TIME_MAX));
    EntenteSpan told = entente_date_points_get_window (&date->told);
    EntenteSpan window = entente_date_get_window (date);

    g_assert_true (entente_span_contains (told, window));
    g_assert_cmpint (window.start, <, window.end);
    g_assert_cmpint (date->points.earliest_start, <=, date->points.latest_start);
    g_assert_cmpint (date->points.earliest_end, <=, date->points.latest_end);
    g_assert_cmpint (date->points.latest_start, <=, date->points.latest_end);
    g_assert_cmpint (date->points.earliest_start, <=, date->points.earliest_end);
  }
}

static void
test_readings (void)
{
  g_autoptr (EntenteDate) july = parse ("2018-07");
  g_autoptr (EntenteDate) two = entente_date_with_reading (july, "2017-07", "the year before", 2);
  g_autoptr (EntenteDate) turned = entente_date_with_reading (two, "2018-07", "article", 3);
  const EntenteReading *first = two->readings->pdata[0];
  const EntenteReading *last = turned->readings->pdata[1];

  g_assert_null (july->readings);
  g_assert_cmpuint (two->readings->len, ==, 2);
  g_assert_cmpstr (first->edtf, ==, "2018-07");
  g_assert_cmpint (first->rank, ==, 1);
  g_assert_cmpuint (turned->readings->len, ==, 2);
  g_assert_cmpstr (last->edtf, ==, "2018-07");
  g_assert_cmpstr (last->reason, ==, "article");
}

static void
assert_shift (const char *edtf, int steps, const char *expected)
{
  g_autoptr (EntenteDate) date = parse (edtf);
  g_autoptr (EntenteDate) shifted = entente_date_shift (date, steps);

  g_test_message ("%s %d", edtf, steps);
  if (expected == NULL)
    g_assert_null (shifted);
  else
    g_assert_cmpstr (shifted->edtf, ==, expected);
}

static void
test_shift (void)
{
  assert_shift ("2018-02-28", 1, "2018-03-01");
  assert_shift ("2018-01-01", -1, "2017-12-31");
  assert_shift ("0000-01-01", -1, "-0001-12-31");
  assert_shift ("2018-12", 1, "2019-01");
  assert_shift ("0000-01", -13, "-0002-12");
  assert_shift ("2018?", -1, "2017?");
  assert_shift ("2018-?07-14", 31, "2018-?08-14");
  assert_shift ("9999", 1, "Y10000");
  assert_shift ("Y10000", -1, "9999");
  assert_shift ("Y-12000", 1, "Y-11999");
  assert_shift ("2018-06-15/2018-06-17", 14, "2018-06-29/2018-07-01");
  assert_shift ("2018-02/2018-10", -2, "2017-12/2018-08");
  assert_shift ("9999-12", 1, NULL);
  assert_shift ("9999-12-31", 1, NULL);
  assert_shift ("9998/9999", 1, NULL);
  assert_shift ("2018-02/2018-10-07", 1, NULL);
  assert_shift ("2018-22", 1, NULL);
  assert_shift ("2018-XX", 1, NULL);
  assert_shift ("201X", 1, NULL);
  assert_shift ("1880S2", 1, NULL);
  assert_shift ("Y2E5", 1, NULL);
  assert_shift ("20", 1, NULL);
  assert_shift ("2018-07-01T10:30", 1, NULL);
  assert_shift ("2013/..", 1, NULL);
  assert_shift ("[..2018-08-22]", 1, NULL);
  assert_shift ("[2017,2018]", 1, NULL);
  assert_shift ("", 1, NULL);
}

static void
test_shift_keeps_surroundings (void)
{
  g_autoptr (EntenteDate) plain = parse_bounded ("2018-06", ENTENTE_TIME_MIN, at (2018, 7, 16));
  g_autoptr (EntenteDate) date = entente_date_with_wording (plain, "last month");
  g_autoptr (EntenteDate) shifted = entente_date_shift (date, 1);

  g_assert_cmpstr (shifted->wording, ==, "last month");
  assert_window (shifted, at (2018, 7, 1), at (2018, 7, 16));
}

static void
test_random_shift_inverse (void)
{
  for (int i = 0; i < 20000; i++) {
    g_autofree char *text =
      g_test_rand_bit () ? entente_random_edtf_day () : entente_random_edtf ();
    g_autoptr (EntenteDate) date = parse (text);
    int steps = g_test_rand_int_range (-5000, 5000);
    g_autoptr (EntenteDate) there = entente_date_shift (date, steps);
    g_autoptr (EntenteDate) back = there == NULL ? NULL : entente_date_shift (there, -steps);

    if (there != NULL)
      g_assert_true (entente_date_equal (date, back));
  }
}

static int
compare_texts (const char *a, const char *b)
{
  g_autoptr (EntenteDate) left = parse (a);
  g_autoptr (EntenteDate) right = parse (b);

  return entente_date_compare (left, right);
}

static void
test_order (void)
{
  static const char *const rising[] = {
    "Y-17E7",
    "-0044-03-15",
    "../2013",
    "2013/..",
    "2018",
    "[..2018-07-13]",
    "[2018-07-14..]",
    "2018-07-14/2018-07-20",
    "2018-07-14T08:00",
    "2018-07-14",
    "2018-07",
    "2018-22",
    "2018-07-18",
    "Y17E7",
    "",
  };

  /* 2013/.. surely runs from 2014 on; July's middle is the 16th at noon, summer's the 17th. */
  g_assert_cmpint (compare_texts ("[2018-07-14..]", "2018-07-14/2018-07-20"), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (rising); i++) {
    for (gsize k = 0; k < G_N_ELEMENTS (rising); k++) {
      int sign = compare_texts (rising[i], rising[k]);

      g_test_message ("%s %s", rising[i], rising[k]);
      if (sign != 0)
        g_assert_cmpint (sign, ==, i < k ? -1 : 1);
    }
  }
}

static void
test_key (void)
{
  const EntenteDateKey keys[] = {
    { .place = 1, .day_order = 9, .telling = 9, .id = 9 },
    { .place = 2, .day_order = 0, .telling = 9, .id = 9 },
    { .place = 2, .day_order = 1, .telling = 0, .id = 9 },
    { .place = 2, .day_order = 1, .telling = 3, .id = 1 },
    { .place = 2, .day_order = 1, .telling = 3, .id = 2 },
    { .place = ENTENTE_TIME_MAX, .day_order = 0, .telling = 0, .id = 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++) {
    for (gsize k = 0; k < G_N_ELEMENTS (keys); k++) {
      int expected = i < k ? -1 : i > k;

      g_assert_cmpint (entente_date_key_compare (&keys[i], &keys[k]), ==, expected);
    }
  }
}

static void
test_random_order_is_total (void)
{
  for (int i = 0; i < 20000; i++) {
    EntenteDate *dates[3];
    int ab, bc, ac;

    for (gsize k = 0; k < 3; k++) {
      g_autofree char *text = entente_random_edtf ();

      dates[k] = parse (text);
    }
    ab = entente_date_compare (dates[0], dates[1]);
    bc = entente_date_compare (dates[1], dates[2]);
    ac = entente_date_compare (dates[0], dates[2]);
    g_assert_cmpint (entente_date_compare (dates[1], dates[0]), ==, -ab);
    g_assert_cmpint (entente_date_compare (dates[0], dates[0]), ==, 0);
    if (ab <= 0 && bc <= 0)
      g_assert_cmpint (ac, <=, 0);
    if (ab == 0)
      g_assert_cmpint (ac, ==, bc);
    for (gsize k = 0; k < 3; k++)
      g_clear_pointer (&dates[k], entente_date_unref);
  }
}

static EntenteAnswer
ask_before (const char *a, const char *b)
{
  g_autoptr (EntenteDate) left = parse (a);
  g_autoptr (EntenteDate) right = parse (b);

  return entente_date_is_before (left, right);
}

static void
test_is_before (void)
{
  g_assert_cmpint (ask_before ("2018-07", "2018-08"), ==, ENTENTE_YES);
  g_assert_cmpint (ask_before ("2018-08", "2018-07"), ==, ENTENTE_NO);
  g_assert_cmpint (ask_before ("2018-07", "2018-07"), ==, ENTENTE_UNKNOWN);
  g_assert_cmpint (ask_before ("2018-07", "2018-07-14"), ==, ENTENTE_UNKNOWN);
  g_assert_cmpint (ask_before ("[..2018-06]", "2018-07"), ==, ENTENTE_YES);
  g_assert_cmpint (ask_before ("2018-07", "[..2018-06]"), ==, ENTENTE_NO);
  g_assert_cmpint (ask_before ("2018-05", "[..2018-06]"), ==, ENTENTE_UNKNOWN);
  g_assert_cmpint (ask_before ("2013/..", "2018-07"), ==, ENTENTE_NO);
  g_assert_cmpint (ask_before ("2013/", "2018-07"), ==, ENTENTE_UNKNOWN);
  g_assert_cmpint (ask_before ("2018-02/2018-06", "2018-07"), ==, ENTENTE_YES);
  g_assert_cmpint (ask_before ("2018-02/2018-06", "2018-03"), ==, ENTENTE_NO);
  g_assert_cmpint (ask_before ("", "2018"), ==, ENTENTE_UNKNOWN);
}

static void
test_zones (void)
{
  /* 08:00 in Kabul is 03:30 UTC, before 04:00 UTC, though later on the clock. */
  g_assert_cmpint (ask_before ("2018-07-14T08:00+04:30", "2018-07-14T04:00Z"), ==, ENTENTE_YES);
  g_assert_cmpint (ask_before ("2018-07-14T08:00+04:30", "2018-07-14T04:00"), ==, ENTENTE_NO);
  g_assert_cmpint (ask_before ("2018-07-14T08:00", "2018-07-14T09:00Z"), ==, ENTENTE_YES);
  g_assert_cmpint (compare_texts ("2018-07-14T08:00+04:30", "2018-07-14T04:00Z"), ==, 1);
}

static void
test_order_within_day (void)
{
  g_autoptr (EntenteDate) day = parse ("2018-07-14");
  g_autoptr (EntenteDate) first = entente_date_with_day_order (day, 1);
  g_autoptr (EntenteDate) second = entente_date_with_day_order (day, 2);

  g_assert_cmpint (entente_date_compare (first, second), ==, -1);
  g_assert_cmpint (entente_date_is_before (first, second), ==, ENTENTE_YES);
  g_assert_cmpint (entente_date_is_before (second, first), ==, ENTENTE_NO);
  g_assert_cmpint (entente_date_is_before (day, second), ==, ENTENTE_UNKNOWN);
}

static void
assert_within (const EntenteDate *date, EntenteSpan span, gboolean possibly, gboolean surely)
{
  g_assert_cmpint (entente_date_possibly_within (date, span), ==, possibly);
  g_assert_cmpint (entente_date_surely_within (date, span), ==, surely);
}

static void
test_filter (void)
{
  EntenteSpan july = { at (2018, 7, 1), at (2018, 8, 1) };
  EntenteSpan always = { ENTENTE_TIME_MIN, ENTENTE_TIME_MAX };
  g_autoptr (EntenteDate) month = parse ("2018-07");
  g_autoptr (EntenteDate) summer = parse ("2018-22");
  g_autoptr (EntenteDate) august = parse ("2018-08");
  g_autoptr (EntenteDate) by = parse ("[..2018-07-20]");
  g_autoptr (EntenteDate) nothing = parse ("");
  g_autoptr (EntenteDate) bounded = parse_bounded ("", at (2018, 7, 2), at (2018, 7, 4));
  g_autoptr (EntenteDate) narrowed = parse_bounded ("2018", at (2018, 7, 2), at (2018, 7, 4));

  assert_within (month, july, TRUE, TRUE);
  assert_within (summer, july, TRUE, FALSE);
  assert_within (august, july, FALSE, FALSE);
  assert_within (by, july, TRUE, FALSE);
  assert_within (nothing, july, FALSE, FALSE);
  assert_within (nothing, always, FALSE, FALSE);
  assert_within (NULL, always, FALSE, FALSE);
  assert_within (bounded, july, TRUE, FALSE);
  assert_within (narrowed, july, TRUE, FALSE);
  assert_within (narrowed, (EntenteSpan){ at (2018, 8, 1), at (2018, 9, 1) }, FALSE, FALSE);
}

static void
assert_days (const char *a, const char *b, gint64 min_days, gint64 max_days)
{
  g_autoptr (EntenteDate) from = parse (a);
  g_autoptr (EntenteDate) to = parse (b);
  gint64 min, max;

  g_test_message ("%s %s", a, b);
  g_assert_true (entente_date_points_get_days_between (&from->points, &to->points, &min, &max));
  g_assert_cmpint (min, ==, min_days);
  g_assert_cmpint (max, ==, max_days);
}

static void
test_days_between (void)
{
  g_autoptr (EntenteDate) nothing = parse ("");
  g_autoptr (EntenteDate) day = parse ("2018-07-14");
  gint64 min, max;

  assert_days ("2018-07-14", "2018-07-14", 0, 0);
  assert_days ("2018-07-14", "2018-07-20", 6, 6);
  assert_days ("2018-07-20", "2018-07-14", -6, -6);
  assert_days ("2018-07-14T23:00", "2018-07-15T01:00", 1, 1);
  assert_days ("2018-07", "2018-08", 1, 61);
  assert_days ("[..2018-02-14]", "2018-07-01", 137, G_MAXINT64);
  assert_days ("2018-07-01", "[..2018-07-31]", G_MININT64, 30);
  g_assert_false (
    entente_date_points_get_days_between (&nothing->points, &day->points, &min, &max));
}

static void
test_boxed (void)
{
  g_autoptr (EntenteDate) date = parse ("2018");
  EntenteDate *shared = g_boxed_copy (ENTENTE_TYPE_DATE, date);

  g_assert_true (shared == date);
  g_boxed_free (ENTENTE_TYPE_DATE, shared);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/new-day", test_new_day);
  g_test_add_func ("/date/places", test_places);
  g_test_add_func ("/date/place-of-bounded-nothing", test_place_of_bounded_nothing);
  g_test_add_func ("/date/surroundings", test_surroundings);
  g_test_add_func ("/date/equal", test_equal);
  g_test_add_func ("/date/null-is-undated", test_null_is_undated);
  g_test_add_func ("/date/bounds", test_bounds);
  g_test_add_func ("/date/bounds-of-spans", test_bounds_of_spans);
  g_test_add_func ("/date/random/bounds-never-widen", test_random_bounds_never_widen);
  g_test_add_func ("/date/readings", test_readings);
  g_test_add_func ("/date/shift", test_shift);
  g_test_add_func ("/date/shift-keeps-surroundings", test_shift_keeps_surroundings);
  g_test_add_func ("/date/random/shift-inverse", test_random_shift_inverse);
  g_test_add_func ("/date/order", test_order);
  g_test_add_func ("/date/key", test_key);
  g_test_add_func ("/date/random/order-is-total", test_random_order_is_total);
  g_test_add_func ("/date/is-before", test_is_before);
  g_test_add_func ("/date/zones", test_zones);
  g_test_add_func ("/date/order-within-day", test_order_within_day);
  g_test_add_func ("/date/filter", test_filter);
  g_test_add_func ("/date/days-between", test_days_between);
  g_test_add_func ("/date/boxed", test_boxed);
  return g_test_run ();
}
