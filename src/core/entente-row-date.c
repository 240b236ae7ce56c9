/* Guesses which date a row was made of, and makes the row of it again: only what comes out the same
 * is said.
 */
#include "config.h"

#include "entente-row-date.h"

#define DOUBTS (ENTENTE_ROW_UNCERTAIN | ENTENTE_ROW_APPROXIMATE)

/* ---- as EDTF ---- */

/* Four digits behind the sign; NULL for years that need more. */
static char *
format_year (gint64 year)
{
  return ABS (year) > 9999
           ? NULL
           : g_strdup_printf ("%s%04" G_GINT64_FORMAT, year < 0 ? "-" : "", ABS (year));
}

/* "199X" of a year; @n_open: digits left open. */
static char *
format_years (const char *year, guint n_open)
{
  char *text = g_strdup (year);
  gsize length = strlen (text);

  for (guint i = 1; i <= n_open; i++)
    text[length - i] = 'X';
  return text;
}

static char *
format_clock (const char *day, gint64 time, EntentePrecision precision)
{
  int second = (int) (time - entente_time_to_day (time) * ENTENTE_SECONDS_PER_DAY);

  if (precision == ENTENTE_PRECISION_HOUR)
    return g_strdup_printf ("%sT%02d", day, second / 3600);
  if (precision == ENTENTE_PRECISION_MINUTE)
    return g_strdup_printf ("%sT%02d:%02d", day, second / 3600, second / 60 % 60);
  return g_strdup_printf ("%sT%02d:%02d:%02d", day, second / 3600, second / 60 % 60, second % 60);
}

/* What of this precision holds @time. NULL for seasons, several of which have the same months. */
static char *
name_unit (gint64 time, EntentePrecision precision)
{
  EntenteDay at = entente_time_get_day (time);
  g_autofree char *year = format_year (at.year);
  g_autofree char *day = NULL;

  if (year == NULL || precision == ENTENTE_PRECISION_SEASON || precision == ENTENTE_PRECISION_NONE)
    return NULL;
  if (precision <= ENTENTE_PRECISION_YEAR)
    return format_years (year, (guint) (ENTENTE_PRECISION_YEAR - precision));
  if (precision == ENTENTE_PRECISION_MONTH)
    return g_strdup_printf ("%s-%02d", year, at.month);
  day = g_strdup_printf ("%s-%02d-%02d", year, at.month, at.day);
  return precision == ENTENTE_PRECISION_DAY ? g_steal_pointer (&day)
                                            : format_clock (day, time, precision);
}

static const char *
get_doubt (guint flags)
{
  switch (flags & DOUBTS) {
  case DOUBTS:
    return "%";
  case ENTENTE_ROW_APPROXIMATE:
    return "~";
  case ENTENTE_ROW_UNCERTAIN:
    return "?";
  default:
    return "";
  }
}

/* An end of a range with its doubt; "" when open, NULL when it has no name. */
static char *
name_end (gint64 time, gboolean is_open, const EntenteEventRow *row)
{
  g_autofree char *unit = is_open ? g_strdup ("") : name_unit (time, row->precision);

  return unit != NULL ? g_strconcat (unit, is_open ? "" : get_doubt (row->flags), NULL) : NULL;
}

/* ---- a date that may be the one ---- */

static EntenteDate *
parse_range (const char *first, const char *between, const char *last)
{
  gboolean is_point = g_str_equal (between, "..");
  g_autofree char *range =
    first != NULL && last != NULL ? g_strconcat (first, between, last, NULL) : NULL;
  g_autofree char *edtf =
    is_point && range != NULL ? g_strdup_printf ("[%s]", range) : g_steal_pointer (&range);

  return edtf != NULL ? entente_date_parse (edtf, NULL) : NULL;
}

static EntenteSpan
get_told (const EntenteEventRow *row)
{
  return row->flags & ENTENTE_ROW_BOUNDED ? row->told
                                          : entente_date_points_get_window (&row->points);
}

static gboolean
has_window (const EntenteDate *date, EntenteSpan window)
{
  EntenteSpan told = entente_date_points_get_window (&date->told);

  return told.start == window.start && told.end == window.end;
}

static EntenteDate *
guess_point (const EntenteEventRow *row)
{
  EntenteSpan told = get_told (row);
  gboolean open_start = told.start == ENTENTE_TIME_MIN, open_end = told.end == ENTENTE_TIME_MAX;
  g_autofree char *first = name_end (told.start, open_start, row);
  g_autofree char *last = name_end (told.end - 1, open_end, row);
  g_autoptr (EntenteDate) range = NULL;
  g_autoptr (EntenteDate) unit = open_start ? NULL : parse_range (first, "", "");

  if (unit != NULL && has_window (unit, told))
    return g_steal_pointer (&unit);
  if ((open_start && open_end) || ((row->flags & DOUBTS) && !open_start && !open_end))
    return NULL; /* which of two ends is in doubt is not told */
  range = parse_range (first, "..", last);
  return range != NULL && has_window (range, told) ? g_steal_pointer (&range) : NULL;
}

/* An end that is not known could be anywhere; one that is open lies beyond. */
static EntenteDate *
guess_span (const EntenteEventRow *row)
{
  const EntenteDatePoints *points = &row->points;
  gboolean starts = points->earliest_start != ENTENTE_TIME_MIN;
  gboolean ends = points->latest_end != ENTENTE_TIME_MAX;
  g_autofree char *first = name_end (points->earliest_start, !starts, row);
  g_autofree char *last = name_end (points->latest_end - 1, !ends, row);
  g_autoptr (EntenteDate) date = NULL;

  if ((row->flags & ENTENTE_ROW_BOUNDED) || (starts && ends && (row->flags & DOUBTS)))
    return NULL;
  if (!starts && points->latest_start == ENTENTE_TIME_MIN)
    date = parse_range ("..", "/", last);
  else if (!ends && points->earliest_end == ENTENTE_TIME_MAX)
    date = parse_range (first, "/", "..");
  else
    date = parse_range (first, "/", last);
  return date != NULL ? entente_date_with_still_so (date, row->flags & ENTENTE_ROW_STILL_SO) : NULL;
}

static EntenteDate *
guess (const EntenteEventRow *row)
{
  if (row->flags & ENTENTE_ROW_READINGS)
    return NULL;
  switch ((EntenteDateForm) row->form) {
  case ENTENTE_DATE_UNDATED:
    return entente_date_new_undated ();
  case ENTENTE_DATE_POINT:
    return guess_point (row);
  case ENTENTE_DATE_SPAN:
    return guess_span (row);
  case ENTENTE_DATE_ONE_OF:
  case ENTENTE_DATE_ALL_OF:
  default:
    return NULL;
  }
}

/* ---- the proof ---- */

static gboolean
is_made_of (const EntenteEventRow *row, const EntenteDate *date)
{
  const EntenteDatePoints *points = &date->points;
  guint doubts = (date->uncertain ? ENTENTE_ROW_UNCERTAIN : 0) |
                 (date->approximate ? ENTENTE_ROW_APPROXIMATE : 0);

  return (guint) date->form == row->form && doubts == (row->flags & DOUBTS) &&
         (guint) date->precision == row->precision &&
         points->earliest_start == row->points.earliest_start &&
         points->latest_start == row->points.latest_start &&
         points->earliest_end == row->points.earliest_end &&
         points->latest_end == row->points.latest_end;
}

/* With the bounds that narrowed it. */
static EntenteDate *
find_date (const EntenteEventRow *row)
{
  EntenteSpan window = entente_date_points_get_window (&row->points);
  g_autoptr (EntenteDate) told = guess (row);
  g_autoptr (EntenteDate) date = NULL;

  if (told == NULL)
    return NULL;
  date = row->form == ENTENTE_DATE_UNDATED || (row->flags & ENTENTE_ROW_BOUNDED)
           ? entente_date_with_bounds (told, window.start, window.end, NULL)
           : entente_date_ref (told);
  return is_made_of (row, date) ? g_steal_pointer (&date) : NULL;
}

/* ---- less ---- */

/* A doubt about either end is one about the years. */
static char *
name_year (gint64 time, gboolean is_open, guint flags)
{
  g_autofree char *year = is_open ? g_strdup ("") : name_unit (time, ENTENTE_PRECISION_YEAR);

  return year != NULL ? g_strconcat (year, is_open ? "" : get_doubt (flags), NULL) : NULL;
}

static char *
format_years_of (const EntenteEventRow *row)
{
  EntenteSpan window = entente_date_points_get_window (&row->points);
  gboolean open_start = window.start == ENTENTE_TIME_MIN, open_end = window.end == ENTENTE_TIME_MAX;
  g_autofree char *first = name_year (window.start, open_start, row->flags);
  g_autofree char *last = name_year (window.end - 1, open_end, row->flags);
  g_autoptr (EntenteDate) date = open_start && open_end ? NULL : parse_range (first, "/", last);

  return date != NULL ? entente_date_format_short (date) : g_strdup ("…");
}

char *
entente_row_format_date (const EntenteEventRow *row)
{
  g_autoptr (EntenteDate) date = find_date (row);

  return date != NULL ? entente_date_format (date) : format_years_of (row);
}
