/* Where a value of time stands and how two are compared: the one order of every list and page, the
 * question whether one was before another, and the filter in time.
 *
 * The order goes by the place of the glyph and knows no zone, or it would be none: a day has no
 * zone, and three values could go in a circle.
 */
#include "config.h"

#include "entente-date.h"

gboolean
entente_date_is_bounded (const EntenteDate *date)
{
  EntenteSpan window = entente_date_get_window (date);

  return window.start != ENTENTE_TIME_MIN || window.end != ENTENTE_TIME_MAX;
}

EntenteSpan
entente_date_points_get_window (const EntenteDatePoints *points)
{
  return (EntenteSpan){ points->earliest_start, points->latest_end };
}

EntenteSpan
entente_date_get_window (const EntenteDate *date)
{
  if (date == NULL)
    return (EntenteSpan){ ENTENTE_TIME_MIN, ENTENTE_TIME_MAX };
  return entente_date_points_get_window (&date->points);
}

/* The difference may be wider than int64, never than uint64. */
static guint64
get_length (gint64 start, gint64 end)
{
  return (guint64) end - (guint64) start;
}

static gint64
get_bound_or_middle (EntenteSpan window)
{
  if (window.start == ENTENTE_TIME_MIN)
    return window.end == ENTENTE_TIME_MAX ? ENTENTE_TIME_MAX : window.end - 1;
  if (window.end == ENTENTE_TIME_MAX)
    return window.start;
  return window.start + (gint64) (get_length (window.start, window.end) / 2);
}

/* A start that is told to the day or finer runs from that day; any other from when it surely has.
 */
static gint64
get_solid_start (const EntenteDatePoints *points)
{
  if (points->latest_start == ENTENTE_TIME_MAX ||
      get_length (points->earliest_start, points->latest_start) <= ENTENTE_SECONDS_PER_DAY)
    return points->earliest_start;
  return MIN (points->latest_start, points->latest_end - 1);
}

gint64
entente_date_points_get_place (const EntenteDatePoints *points, EntenteDateForm form)
{
  if (form == ENTENTE_DATE_SPAN && points->earliest_start != ENTENTE_TIME_MIN)
    return get_solid_start (points);
  return get_bound_or_middle (entente_date_points_get_window (points));
}

gint64
entente_date_get_place (const EntenteDate *date)
{
  return date == NULL ? ENTENTE_TIME_MAX
                      : entente_date_points_get_place (&date->points, date->form);
}

int
entente_date_key_compare (const EntenteDateKey *a, const EntenteDateKey *b)
{
  if (a->place != b->place)
    return a->place < b->place ? -1 : 1;
  if (a->day_order != b->day_order)
    return a->day_order < b->day_order ? -1 : 1;
  if (a->telling != b->telling)
    return a->telling < b->telling ? -1 : 1;
  if (a->id != b->id)
    return a->id < b->id ? -1 : 1;
  return (a->step > b->step) - (a->step < b->step);
}

static EntenteDateKey
get_key (const EntenteDate *date)
{
  return (EntenteDateKey){ .place = entente_date_get_place (date),
                           .day_order = date == NULL ? 0 : date->day_order };
}

int
entente_date_compare (const EntenteDate *a, const EntenteDate *b)
{
  EntenteDateKey left = get_key (a);
  EntenteDateKey right = get_key (b);

  return entente_date_key_compare (&left, &right);
}

static gint64
shift_to_utc (gint64 time, int zone_minutes)
{
  return time == ENTENTE_TIME_MIN || time == ENTENTE_TIME_MAX ? time : time - zone_minutes * 60;
}

/* The four points at UTC; at civil time unless both have a zone. */
static EntenteDatePoints
get_points_for_order (const EntenteDate *date, const EntenteDate *other)
{
  int zone = date->zone_minutes;
  EntenteDatePoints points = date->points;

  if (zone == ENTENTE_ZONE_NONE || other->zone_minutes == ENTENTE_ZONE_NONE)
    return points;
  points.earliest_start = shift_to_utc (points.earliest_start, zone);
  points.latest_start = shift_to_utc (points.latest_start, zone);
  points.earliest_end = shift_to_utc (points.earliest_end, zone);
  points.latest_end = shift_to_utc (points.latest_end, zone);
  return points;
}

/* Two values of the same day that were put in order by hand. */
static gboolean
are_ordered_within_day (const EntenteDate *a, const EntenteDate *b)
{
  return a->day_order != 0 && b->day_order != 0 && a->day_order != b->day_order &&
         a->precision == ENTENTE_PRECISION_DAY && b->precision == ENTENTE_PRECISION_DAY &&
         a->points.earliest_start == b->points.earliest_start &&
         a->points.latest_end == b->points.latest_end;
}

EntenteAnswer
entente_date_is_before (const EntenteDate *a, const EntenteDate *b)
{
  EntenteDatePoints left, right;

  if (!entente_date_is_bounded (a) || !entente_date_is_bounded (b))
    return ENTENTE_UNKNOWN;
  if (are_ordered_within_day (a, b))
    return a->day_order < b->day_order ? ENTENTE_YES : ENTENTE_NO;
  left = get_points_for_order (a, b);
  right = get_points_for_order (b, a);
  if (left.latest_end <= right.earliest_start)
    return ENTENTE_YES;
  return left.earliest_end >= right.latest_start ? ENTENTE_NO : ENTENTE_UNKNOWN;
}

gboolean
entente_date_possibly_within (const EntenteDate *date, EntenteSpan span)
{
  return entente_date_is_bounded (date) &&
         entente_span_overlaps (entente_date_get_window (date), span);
}

gboolean
entente_date_surely_within (const EntenteDate *date, EntenteSpan span)
{
  return entente_date_is_dated (date) &&
         entente_span_contains (span, entente_date_points_get_window (&date->told));
}

gboolean
entente_date_points_get_days_between (const EntenteDatePoints *a,
                                      const EntenteDatePoints *b,
                                      gint64 *min_days,
                                      gint64 *max_days)
{
  gboolean has_min = a->latest_start != ENTENTE_TIME_MAX && b->earliest_start != ENTENTE_TIME_MIN;
  gboolean has_max = a->earliest_start != ENTENTE_TIME_MIN && b->latest_start != ENTENTE_TIME_MAX;

  *min_days =
    has_min ? entente_time_to_day (b->earliest_start) - entente_time_to_day (a->latest_start - 1)
            : G_MININT64;
  *max_days =
    has_max ? entente_time_to_day (b->latest_start - 1) - entente_time_to_day (a->earliest_start)
            : G_MAXINT64;
  return has_min || has_max;
}
