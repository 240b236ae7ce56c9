/* The axis over random scales: labels never touch, units follow each other without a gap, the small
 * unit has its 24 px. */
#include "config.h"

#include "entente-calendar-unit.h"
#include "entente-ticks.h"

#include <math.h>

static double
measure (EntenteLabelStyle style, const char *text, gpointer data)
{
  return (double) g_utf8_strlen (text, -1) * (style == ENTENTE_LABEL_AXIS_LARGE ? 8.5 : 7.5);
}

static void
check_level (const EntenteTick *ticks, guint n, const EntenteTimescale *scale)
{
  double end = -G_MAXDOUBLE;

  g_assert_cmpuint (n, >, 0);
  for (guint i = 0; i < n; i++) {
    if (i > 0)
      g_assert_cmpint (ticks[i - 1].span.end, ==, ticks[i].span.start);
    g_assert_cmpint (ticks[i].span.start, <, ticks[i].span.end);
    if (ticks[i].label == NULL)
      continue;
    g_assert_cmpfloat (ticks[i].label_x, >, end);
    g_assert_cmpfloat (ticks[i].label_x, >=, 0);
    end = ticks[i].label_x + ticks[i].label_width;
    g_assert_cmpfloat (end, <=, scale->width_px);
  }
  g_assert_cmpfloat (ticks[0].x, <=, 0);
  g_assert_cmpfloat (entente_timescale_to_x (scale, ticks[n - 1].span.end),
                     >=,
                     scale->width_px - 1);
}

static void
test_random (void)
{
  g_autoptr (EntenteTicks) ticks = entente_ticks_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  guint seen = 0;

  for (guint i = 0; i < 4000; i++) {
    EntenteSpan span;
    EntenteTimescale scale;

    span.start = (gint64) (g_rand_double_range (random, -3000, 3000) * 365 * 86400.0);
    span.end = span.start +
               (gint64) exp (g_rand_double_range (random, log (61), log (5000.0 * 365 * 86400)));
    scale = entente_timescale_fit (span, g_rand_double_range (random, 200, 2500), 0);
    entente_ticks_update (ticks, &scale, measure, NULL);
    check_level (ticks->large, ticks->n_large, &scale);
    check_level (ticks->small, ticks->n_small, &scale);
    seen |= 1u << ticks->pair;
    if (ticks->pair != ENTENTE_TICKS_MILLENNIUM_CENTURY)
      g_assert_cmpfloat ((double) (ticks->small[0].span.end - ticks->small[0].span.start) /
                           scale.seconds_per_px,
                         >,
                         21);
  }
  g_assert_cmphex (seen, ==, (1u << ENTENTE_N_TICKS) - 1);
}

static void
test_months (void)
{
  g_autoptr (EntenteTicks) ticks = entente_ticks_new ();
  EntenteSpan span = { entente_day_number (2018, 1, 1) * 86400,
                       entente_day_number (2018, 11, 12) * 86400 };
  EntenteTimescale scale = entente_timescale_fit (span, 1288, 0);

  entente_ticks_update (ticks, &scale, measure, NULL);
  g_assert_cmpint (ticks->pair, ==, ENTENTE_TICKS_MONTH_WEEK);
  g_assert_cmpstr (ticks->large[0].label, ==, "January 2018");
  g_assert_cmpstr (ticks->large[1].label, ==, "February");
  g_assert_cmpstr (ticks->small[1].label, ==, "8");
}

static void
test_units (void)
{
  for (guint unit = ENTENTE_UNIT_MINUTE; unit <= ENTENTE_UNIT_MILLENNIUM; unit++)
    for (gint64 number = -400; number < 400; number++) {
      gint64 start = entente_calendar_unit_start (unit, number);

      g_assert_cmpint (entente_calendar_unit_number (unit, start), ==, number);
      g_assert_cmpint (entente_calendar_unit_number (unit, start - 1), ==, number - 1);
    }
}

/* Half a minute, in which no minute begins, still says which one it is. */
static void
test_half_minute (void)
{
  g_autoptr (EntenteTicks) ticks = entente_ticks_new ();
  gint64 start = entente_day_number (2018, 7, 1) * 86400 + 12 * 3600 + 34 * 60;
  EntenteTimescale scale = { (double) start + 15, 30.0 / 1288, 1288 };
  g_autofree char *length = entente_ticks_format_length (4 * scale.seconds_per_px);
  g_autofree char *day = entente_ticks_format_length (86400);

  entente_ticks_update (ticks, &scale, measure, NULL);
  g_assert_cmpint (ticks->pair, ==, ENTENTE_TICKS_HOUR_MINUTE);
  g_assert_cmpstr (ticks->small[0].label, ==, "12:34");
  g_assert_cmpfloat (ticks->small[0].label_x, >=, 0);
  g_assert_cmpstr (length, ==, "1 second");
  g_assert_cmpstr (day, ==, "1 day");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ticks/random", test_random);
  g_test_add_func ("/ticks/months", test_months);
  g_test_add_func ("/ticks/half-minute", test_half_minute);
  g_test_add_func ("/ticks/units", test_units);
  return g_test_run ();
}
