/* Time to pixels and back: round trips, zoom about a point, limits, the slider, movement. */
#include "config.h"

#include "entente-timescale.h"

#include <math.h>

static const gint64 day = ENTENTE_SECONDS_PER_DAY;

static EntenteTimescale
make_random (GRand *random)
{
  EntenteSpan span;

  span.start = (gint64) (g_rand_double_range (random, -4000, 4000) * 365.0 * (double) day);
  span.end =
    span.start + (gint64) exp (g_rand_double_range (random, log (61), log (5000.0 * 365 * 86400)));
  return entente_timescale_fit (span, g_rand_double_range (random, 200, 3000), 0);
}

static void
test_round_trip (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  for (guint i = 0; i < 10000; i++) {
    EntenteTimescale scale = make_random (random);
    double x = g_rand_double_range (random, 0, scale.width_px);
    gint64 time = entente_timescale_to_time (&scale, x);

    g_assert_cmpfloat (fabs (entente_timescale_to_x (&scale, time) - x),
                       <,
                       1.0 / scale.seconds_per_px + 0.01);
  }
}

static void
test_order (void)
{
  EntenteSpan span = { 0, 100 * day };
  EntenteTimescale scale = entente_timescale_fit (span, 1000, 50);

  g_assert_cmpfloat_with_epsilon (entente_timescale_to_x (&scale, 0), 50, 1e-6);
  g_assert_cmpfloat_with_epsilon (entente_timescale_to_x (&scale, 100 * day), 950, 1e-6);
  g_assert_cmpfloat (entente_timescale_to_x (&scale, ENTENTE_TIME_MIN), <, -1000);
  g_assert_cmpfloat (entente_timescale_to_x (&scale, ENTENTE_TIME_MAX), >, 2000);
  g_assert_true (isfinite (entente_timescale_to_x (&scale, ENTENTE_TIME_MAX)));
}

static void
test_zoom (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2);

  for (guint i = 0; i < 10000; i++) {
    EntenteTimescale scale = make_random (random);
    double x = g_rand_double_range (random, 0, scale.width_px);
    EntenteTimescale zoomed =
      entente_timescale_zoom (&scale, x, exp (g_rand_double_range (random, -9, 9)));
    double at = scale.start + x * scale.seconds_per_px,
           length = zoomed.seconds_per_px * zoomed.width_px;

    g_assert_cmpfloat (fabs (at - (zoomed.start + x * zoomed.seconds_per_px)),
                       <,
                       0.001 + fabs (at) * 1e-12);
    g_assert_cmpfloat (length, >=, ENTENTE_TIMESCALE_MIN_SECONDS - 1e-6);
    g_assert_cmpfloat (length, <=, ENTENTE_TIMESCALE_MAX_SECONDS + 1);
  }
}

static void
test_slider (void)
{
  EntenteSpan extent = { 0, 3650 * day };
  EntenteTimescale scale = entente_timescale_fit (extent, 1000, 0);

  for (double zoom = 0; zoom <= 1; zoom += 0.05) {
    EntenteTimescale set = entente_timescale_set_zoom (&scale, extent, zoom, 300);

    g_assert_cmpfloat_with_epsilon (entente_timescale_get_zoom (&set, extent), zoom, 1e-9);
  }
}

static void
test_clamp (void)
{
  EntenteSpan extent = { 0, 100 * day };
  EntenteTimescale scale = entente_timescale_fit (extent, 1000, 0);
  EntenteTimescale far_left = entente_timescale_pan (&scale, -1e6), kept;
  EntenteTimescale far_right = entente_timescale_pan (&scale, 1e6);
  EntenteSpan view;

  kept = entente_timescale_clamp (&far_left, extent);
  view = entente_timescale_get_span (&kept);
  g_assert_true (entente_span_overlaps (view, extent));
  g_assert_cmpfloat (kept.seconds_per_px, ==, scale.seconds_per_px);
  /* Half a screen of nothing on either side, no more. */
  g_assert_cmpint (view.start, ==, -50 * day);
  kept = entente_timescale_clamp (&far_right, extent);
  g_assert_cmpint (entente_timescale_get_span (&kept).end, ==, 150 * day);
}

static void
test_reveal (void)
{
  EntenteSpan extent = { 0, 100 * day };
  EntenteTimescale scale = entente_timescale_fit (extent, 1000, 0);
  EntenteTimescale same = entente_timescale_reveal (&scale, 500, 500, 60);
  EntenteTimescale moved = entente_timescale_reveal (&scale, 1200, 1200, 60);

  g_assert_true (entente_timescale_equal (&scale, &same));
  g_assert_cmpfloat_with_epsilon ((moved.start - scale.start) / scale.seconds_per_px, 260, 1e-6);
}

static void
test_mix (void)
{
  EntenteSpan a = { 0, 100 * day }, b = { 40 * day, 41 * day };
  EntenteTimescale from = entente_timescale_fit (a, 1000, 0),
                   to = entente_timescale_fit (b, 1000, 0);
  EntenteTimescale start = entente_timescale_mix (&from, &to, 0),
                   end = entente_timescale_mix (&from, &to, 1);
  double before = from.seconds_per_px * 1.001;

  g_assert_cmpfloat_with_epsilon (start.start, from.start, 1e-3);
  g_assert_true (entente_timescale_equal (&end, &to));
  for (double t = 0; t <= 1; t += 0.1) {
    EntenteTimescale mixed = entente_timescale_mix (&from, &to, t);

    g_assert_cmpfloat (mixed.seconds_per_px, <, before);
    before = mixed.seconds_per_px;
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timescale/round-trip", test_round_trip);
  g_test_add_func ("/timescale/order", test_order);
  g_test_add_func ("/timescale/zoom", test_zoom);
  g_test_add_func ("/timescale/slider", test_slider);
  g_test_add_func ("/timescale/clamp", test_clamp);
  g_test_add_func ("/timescale/reveal", test_reveal);
  g_test_add_func ("/timescale/mix", test_mix);
  return g_test_run ();
}
