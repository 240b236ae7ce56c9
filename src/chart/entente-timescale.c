/* A horizontal axis of time: start, seconds per pixel, width. Plain arithmetic on values; what the
 * limits of zoom and pan are is decided here and nowhere else. Any thread.
 */
#include "config.h"

#include "entente-timescale.h"

#include <math.h>

#define SECONDS_PER_YEAR (365.2425 * 86400.0)
/* The slider ends where an hour, or a hundredth of a short study, fills the view. */
#define FINEST_SECONDS 3600.0
/* An end that is open stands this many widths outside. */
#define OPEN_WIDTHS 4.0

static double
get_length (const EntenteTimescale *scale)
{
  return scale->seconds_per_px * scale->width_px;
}

static double
limit_length (double seconds)
{
  return CLAMP (seconds, ENTENTE_TIMESCALE_MIN_SECONDS, ENTENTE_TIMESCALE_MAX_SECONDS);
}

static EntenteTimescale
make (double start, double length, double width_px)
{
  EntenteTimescale scale = { start, limit_length (length) / MAX (width_px, 1), MAX (width_px, 1) };

  return scale;
}

/* Ends that are known, a year long when they say too little. */
static void
close_span (EntenteSpan span, double *start, double *end)
{
  gboolean has_start = span.start != ENTENTE_TIME_MIN;
  gboolean has_end = span.end != ENTENTE_TIME_MAX;

  *start = has_start ? (double) span.start : 0;
  *end = has_end ? (double) span.end : 0;
  if (!has_start && !has_end)
    *start = (double) entente_day_number (2018, 1, 1) * 86400;
  if (!has_start && has_end)
    *start = *end - SECONDS_PER_YEAR;
  if (!has_end)
    *end = *start + SECONDS_PER_YEAR;
  if (*end <= *start)
    *end = *start + 86400;
}

EntenteTimescale
entente_timescale_fit (EntenteSpan span, double width_px, double margin_px)
{
  double start, end, inner, seconds_per_px;

  close_span (span, &start, &end);
  inner = MAX (width_px - 2 * margin_px, width_px / 2);
  inner = MAX (inner, 1);
  seconds_per_px = (end - start) / inner;
  return make (start - (width_px - inner) / 2 * seconds_per_px,
               seconds_per_px * width_px,
               width_px);
}

double
entente_timescale_to_x (const EntenteTimescale *scale, gint64 time)
{
  if (time == ENTENTE_TIME_MIN)
    return -OPEN_WIDTHS * scale->width_px;
  if (time == ENTENTE_TIME_MAX)
    return (OPEN_WIDTHS + 1) * scale->width_px;
  return ((double) time - scale->start) / scale->seconds_per_px;
}

gint64
entente_timescale_to_time (const EntenteTimescale *scale, double x)
{
  return (gint64) floor (scale->start + x * scale->seconds_per_px);
}

EntenteSpan
entente_timescale_get_span (const EntenteTimescale *scale)
{
  EntenteSpan span = { (gint64) floor (scale->start),
                       (gint64) ceil (scale->start + get_length (scale)) };

  return span;
}

EntenteTimescale
entente_timescale_zoom (const EntenteTimescale *scale, double x, double factor)
{
  double length = limit_length (get_length (scale) / factor);
  double at = scale->start + x * scale->seconds_per_px;

  return make (at - x * length / scale->width_px, length, scale->width_px);
}

EntenteTimescale
entente_timescale_pan (const EntenteTimescale *scale, double px)
{
  EntenteTimescale moved = *scale;

  moved.start += px * scale->seconds_per_px;
  return moved;
}

EntenteTimescale
entente_timescale_resize (const EntenteTimescale *scale, double width_px)
{
  return make (scale->start, scale->seconds_per_px * MAX (width_px, 1), width_px);
}

EntenteTimescale
entente_timescale_reveal (const EntenteTimescale *scale, double x0, double x1, double margin_px)
{
  double margin = MIN (margin_px, scale->width_px / 4);
  double px = 0;

  if (x1 - x0 > scale->width_px - 2 * margin)
    x0 = x1 = (x0 + x1) / 2;
  if (x0 < margin)
    px = x0 - margin;
  else if (x1 > scale->width_px - margin)
    px = x1 - scale->width_px + margin;
  return entente_timescale_pan (scale, px);
}

EntenteTimescale
entente_timescale_clamp (const EntenteTimescale *scale, EntenteSpan extent)
{
  EntenteTimescale kept = make (scale->start, get_length (scale), scale->width_px);
  double start, end, half = get_length (&kept) / 2;

  close_span (extent, &start, &end);
  kept.start = CLAMP (kept.start, start - half, end - half);
  return kept;
}

EntenteTimescale
entente_timescale_mix (const EntenteTimescale *from, const EntenteTimescale *to, double t)
{
  EntenteTimescale mixed = *to;
  double ratio = to->seconds_per_px / from->seconds_per_px;
  double grown, moved;

  if (t >= 1)
    return *to;
  if (fabs (ratio - 1) < 1e-9) {
    mixed.start = from->start + (to->start - from->start) * t;
    return mixed;
  }
  /* The left edge moves in step with the scale, so that one point of the picture stands still. */
  grown = pow (ratio, t);
  moved = (grown - 1) / (ratio - 1);
  mixed.seconds_per_px = from->seconds_per_px * grown;
  mixed.start = from->start + (to->start - from->start) * moved;
  return mixed;
}

gboolean
entente_timescale_equal (const EntenteTimescale *a, const EntenteTimescale *b)
{
  return a->start == b->start && a->seconds_per_px == b->seconds_per_px &&
         a->width_px == b->width_px;
}

/* Lengths at the two ends of the slider. */
static void
get_zoom_range (EntenteSpan extent, double *coarse, double *fine)
{
  double start, end;

  close_span (extent, &start, &end);
  *coarse = limit_length ((end - start) * 1.25);
  *fine = limit_length (MIN (FINEST_SECONDS, *coarse / 100));
}

double
entente_timescale_get_zoom (const EntenteTimescale *scale, EntenteSpan extent)
{
  double coarse, fine, zoom;

  get_zoom_range (extent, &coarse, &fine);
  if (coarse <= fine)
    return 0;
  zoom = log (coarse / get_length (scale)) / log (coarse / fine);
  return CLAMP (zoom, 0, 1);
}

EntenteTimescale
entente_timescale_set_zoom (const EntenteTimescale *scale,
                            EntenteSpan extent,
                            double zoom,
                            double x)
{
  double coarse, fine, length;

  get_zoom_range (extent, &coarse, &fine);
  length = coarse * pow (fine / coarse, CLAMP (zoom, 0, 1));
  return entente_timescale_zoom (scale, x, get_length (scale) / length);
}
