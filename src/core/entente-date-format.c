/* Values of time in words: what every list, tip, chip and page writes for a date.
 *
 * Words follow what was told; bounds that were derived narrow them only where a window is named.
 * What is vague stays vague: a month is never written as a day, a doubt is never left out.
 */
#include "config.h"

#include "entente-date-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SECONDS_PER_YEAR ((guint64) 366 * ENTENTE_SECONDS_PER_DAY)
#define MINUTES_FROM ((guint64) 2 * 3600) /* shorter spans are told to the second */

static const EntenteWordStyle long_style = { FALSE, ENTENTE_WORDS_NO_YEAR };
static const EntenteWordStyle short_style = { TRUE, ENTENTE_WORDS_NO_YEAR };

static char *
qualify (const char *words, guint quality, const EntenteWordStyle *style)
{
  switch (quality) {
  case ENTENTE_EDTF_UNCERTAIN:
    return g_strdup_printf (style->is_short ? C_ ("date", "%s?") : C_ ("date", "perhaps %s"),
                            words);
  case ENTENTE_EDTF_APPROXIMATE:
    return g_strdup_printf (style->is_short ? C_ ("date", "c. %s") : C_ ("date", "around %s"),
                            words);
  case ENTENTE_EDTF_UNCERTAIN | ENTENTE_EDTF_APPROXIMATE:
    return g_strdup_printf (style->is_short ? C_ ("date", "c. %s?")
                                            : C_ ("date", "perhaps around %s"),
                            words);
  default:
    return g_strdup (words);
  }
}

static char *
format_between (EntenteSpan window, EntenteWordUnit unit, const EntenteWordStyle *style)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  entente_words_ends (window, unit, style, &first, &last);
  if (last == NULL || style->is_short)
    return entente_words_range (first, last);
  return g_strdup_printf (C_ ("date", "between %1$s and %2$s"), first, last);
}

/* Are the open digits the last ones, so that the days that fit follow each other? */
static gboolean
is_unbroken (const EntenteEdtfDate *date)
{
  g_autofree char *digits = g_strconcat (date->digits, date->month, date->day, NULL);
  const char *open = digits + strcspn (digits, "X");

  return strspn (open, "X") == strlen (open);
}

static gboolean
is_named_decade (const EntenteEdtfDate *date)
{
  return !date->negative && entente_edtf_date_get_precision (date) == ENTENTE_PRECISION_DECADE &&
         is_unbroken (date) && !g_str_has_prefix (date->digits, "000");
}

static char *format_plain (const EntenteEdtfDate *date, const EntenteWordStyle *style);

/* "25 December, year unknown". Year 0 stands in, which has every day that any year has. */
static char *
format_without_year (const EntenteEdtfDate *date, const EntenteWordStyle *style)
{
  EntenteEdtfDate stand_in = *date;
  EntenteWordStyle silent = { style->is_short, 0 };
  g_autofree char *words = NULL;

  if (is_unbroken (date))
    return g_strdup (C_ ("date", "year unknown"));
  memset (stand_in.digits, '0', 4);
  stand_in.year = 0;
  words = format_plain (&stand_in, &silent);
  return g_strdup_printf (C_ ("date", "%s, year unknown"), words);
}

static char *
format_time (const EntenteEdtfDate *date, const EntenteWordStyle *style)
{
  EntenteEdtfDate day = *date;
  g_autofree char *clock = entente_words_clock (date);
  g_autofree char *words = NULL;

  day.hour = day.minute = day.second = -1;
  words = format_plain (&day, style);
  return g_strdup_printf (C_ ("day and time", "%1$s, %2$s"), words, clock);
}

static char *
format_decade (EntenteSpan window)
{
  g_autofree char *year = entente_words_year (entente_time_get_day (window.start).year);

  return g_strdup_printf (C_ ("decade", "%ss"), year);
}

/* One date without its qualities. */
static char *
format_plain (const EntenteEdtfDate *date, const EntenteWordStyle *style)
{
  EntenteSpan window = { 0, 1 };
  EntenteWordUnit unit;

  entente_edtf_date_get_window (date, &window);
  unit = entente_words_get_unit (window);
  if (date->hour >= 0)
    return format_time (date, style);
  if (date->season != 0)
    return entente_words_season (date);
  if (g_str_equal (date->digits, "XXXX"))
    return format_without_year (date, style);
  if (is_named_decade (date))
    return format_decade (window);
  if (is_unbroken (date))
    return entente_words_window (window, unit, style);
  return format_between (window, unit, style);
}

static char *
format_date (const EntenteEdtfDate *date, const EntenteWordStyle *style)
{
  g_autofree char *plain = format_plain (date, style);

  return qualify (plain, entente_edtf_date_get_quality (date), style);
}

/* Whether both ends are whole years, months or days alike, so that they can share words. */
static gboolean
find_shared_unit (const EntenteEdtfElement *element, EntenteWordUnit *unit)
{
  const EntenteEdtfDate *start = &element->start.date;
  const EntenteEdtfDate *end = &element->end.date;

  if (start->season != 0 || end->season != 0 || entente_edtf_date_has_unspecified (start) ||
      entente_edtf_date_has_unspecified (end) || start->hour >= 0 || end->hour >= 0 ||
      entente_edtf_date_count_parts (start) != entente_edtf_date_count_parts (end) ||
      entente_edtf_date_get_quality (start) != entente_edtf_date_get_quality (end))
    return FALSE;
  *unit = ENTENTE_WORDS_YEARS + entente_edtf_date_count_parts (start) - 1;
  return TRUE;
}

/* Both ends of a range that has both, without the quality that they share; it is returned. */
static guint
format_ends (const EntenteEdtfElement *element,
             const EntenteWordStyle *style,
             char **first,
             char **last)
{
  EntenteWordUnit unit;
  EntenteSpan start, end;

  if (!find_shared_unit (element, &unit) ||
      !entente_edtf_date_get_window (&element->start.date, &start) ||
      !entente_edtf_date_get_window (&element->end.date, &end)) {
    *first = format_date (&element->start.date, style);
    *last = format_date (&element->end.date, style);
    return ENTENTE_EDTF_CERTAIN;
  }
  entente_words_ends ((EntenteSpan){ start.start, end.end }, unit, style, first, last);
  return entente_edtf_date_get_quality (&element->start.date);
}

/* A range of a set with both ends; @between: a point within, else all of it. */
static char *
format_closed_range (const EntenteEdtfElement *element,
                     gboolean between,
                     const EntenteWordStyle *style)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *words = NULL;
  guint quality = format_ends (element, style, &first, &last);

  if (between && last != NULL && !style->is_short)
    words = g_strdup_printf (C_ ("date", "between %1$s and %2$s"), first, last);
  else
    words = entente_words_range (first, last);
  return qualify (words, quality, style);
}

static char *
format_element (const EntenteEdtfElement *element, gboolean between, const EntenteWordStyle *style)
{
  gboolean ends = element->end.kind == ENTENTE_EDTF_END_DATE;
  g_autofree char *words = NULL;

  if (!element->is_range)
    return format_date (&element->start.date, style);
  if (ends && element->start.kind == ENTENTE_EDTF_END_DATE)
    return format_closed_range (element, between, style);
  words = format_date (ends ? &element->end.date : &element->start.date, style);
  return ends ? g_strdup_printf (C_ ("date", "by %s"), words)
              : g_strdup_printf (C_ ("date", "after %s"), words);
}

static char *
format_closed_span (const EntenteEdtfElement *element, const EntenteWordStyle *style)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *words = NULL;
  guint quality = format_ends (element, style, &first, &last);

  if (!style->is_short && entente_edtf_date_get_quality (&element->start.date) !=
                            entente_edtf_date_get_quality (&element->end.date))
    return g_strdup_printf (C_ ("date", "from %1$s to %2$s"), first, last);
  words = entente_words_range (first, last);
  return qualify (words, quality, style);
}

static char *
format_span_from (const EntenteDate *date, const char *start, const EntenteWordStyle *style)
{
  if (date->end_unknown)
    return style->is_short ? g_strdup_printf (C_ ("date", "from %s"), start)
                           : g_strdup_printf (C_ ("date", "from %s, end unknown"), start);
  if (date->still_so && !style->is_short)
    return g_strdup_printf (C_ ("date", "since %s, still so"), start);
  return g_strdup_printf (C_ ("date", "since %s"), start);
}

static char *
format_span (const EntenteDate *date, const EntenteEdtf *value, const EntenteWordStyle *style)
{
  const EntenteEdtfElement *element = &value->first;
  gboolean starts = element->start.kind == ENTENTE_EDTF_END_DATE;
  gboolean ends = element->end.kind == ENTENTE_EDTF_END_DATE;
  g_autofree char *words = NULL;

  if (starts && ends)
    return format_closed_span (element, style);
  if (!starts && !ends)
    return g_strdup (date->start_unknown || date->end_unknown ? C_ ("date", "at times unknown")
                                                              : C_ ("date", "at all times"));
  words = format_date (starts ? &element->start.date : &element->end.date, style);
  if (starts)
    return format_span_from (date, words, style);
  if (date->start_unknown && !style->is_short)
    return g_strdup_printf (C_ ("date", "until %s, start unknown"), words);
  return g_strdup_printf (C_ ("date", "until %s"), words);
}

/* "a, b or c". */
static char *
join_words (GPtrArray *words, const char *separator, const char *last_separator)
{
  g_autoptr (GString) text = g_string_new (words->pdata[0]);

  for (guint i = 1; i < words->len; i++) {
    g_string_append (text, i + 1 == words->len ? last_separator : separator);
    g_string_append (text, words->pdata[i]);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
format_set (const EntenteEdtf *value, const EntenteWordStyle *style)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  gboolean one_of = value->form == ENTENTE_EDTF_ONE_OF;

  for (guint i = 0; i < entente_edtf_get_n_elements (value); i++)
    g_ptr_array_add (words, format_element (entente_edtf_get_element (value, i), one_of, style));
  return join_words (words,
                     C_ ("between the members of a list", ", "),
                     one_of ? C_ ("before the last reading", " or ")
                            : C_ ("before the last of several dates", " and "));
}

/* A point whose window was narrowed by a derived bound. */
static char *
format_narrowed (const EntenteDate *date, const EntenteEdtf *value, const EntenteWordStyle *style)
{
  EntenteSpan window = entente_date_get_window (date);
  guint quality = entente_edtf_get_quality (value);
  g_autofree char *words = NULL;
  g_autofree char *bound = NULL;

  if (window.start == ENTENTE_TIME_MIN) {
    bound = entente_words_last_moment (window.end, style);
    words = g_strdup_printf (C_ ("date", "by %s"), bound);
  } else if (window.end == ENTENTE_TIME_MAX) {
    bound = entente_words_moment (window.start, style);
    words = g_strdup_printf (C_ ("date", "after %s"), bound);
  } else if (value->first.is_range) {
    words = format_between (window, entente_words_get_unit (window), style);
  } else {
    words = entente_words_window (window, entente_words_get_unit (window), style);
  }
  return qualify (words, quality, style);
}

static gboolean
is_narrowed (const EntenteDate *date)
{
  return date->points.earliest_start != date->told.earliest_start ||
         date->points.latest_end != date->told.latest_end;
}

static char *
format_bounds (EntenteSpan window, const EntenteWordStyle *style)
{
  g_autofree char *bound = NULL;

  if (window.start != ENTENTE_TIME_MIN && window.end != ENTENTE_TIME_MAX)
    return entente_words_window (window, entente_words_get_unit (window), style);
  if (window.start != ENTENTE_TIME_MIN) {
    bound = entente_words_moment (window.start, style);
    return g_strdup_printf (C_ ("date", "not before %s"), bound);
  }
  if (entente_time_get_day (window.end).day == 1) {
    bound = entente_words_moment (window.end, style);
    return g_strdup_printf (C_ ("date", "before %s"), bound);
  }
  bound = entente_words_last_moment (window.end, style);
  return g_strdup_printf (C_ ("date", "by %s"), bound);
}

static char *
format_undated (const EntenteDate *date, const EntenteWordStyle *style)
{
  g_autofree char *bounds = NULL;

  if (!entente_date_is_bounded (date))
    return g_strdup (C_ ("date", "undated"));
  bounds = format_bounds (entente_date_get_window (date), style);
  return style->is_short ? g_steal_pointer (&bounds)
                         : g_strdup_printf (C_ ("date", "undated, %s"), bounds);
}

static char *
format_value (const EntenteDate *date, const EntenteWordStyle *style)
{
  g_autoptr (EntenteEdtf) value = NULL;

  if (!entente_date_is_dated (date))
    return format_undated (date, style);
  value = entente_edtf_parse (date->edtf, NULL);
  g_return_val_if_fail (value != NULL, g_strdup (date->edtf));
  if (date->form == ENTENTE_DATE_SPAN)
    return format_span (date, value, style);
  if (date->form == ENTENTE_DATE_POINT && is_narrowed (date))
    return format_narrowed (date, value, style);
  return format_set (value, style);
}

char *
entente_date_format (const EntenteDate *date)
{
  return format_value (date, &long_style);
}

char *
entente_date_format_short (const EntenteDate *date)
{
  return format_value (date, &short_style);
}

char *
entente_date_format_within_year (const EntenteDate *date, gint64 year)
{
  EntenteWordStyle style = { TRUE, year };

  return format_value (date, &style);
}

static gint64
round_to_day (gint64 time, gboolean up)
{
  gint64 day = entente_time_to_day (up ? time - 1 : time) + (up ? 1 : 0);

  return day * ENTENTE_SECONDS_PER_DAY;
}

static gint64
round_to_minute (gint64 time, gboolean up)
{
  gint64 second = (time % 60 + 60) % 60;

  return second == 0 ? time : time - second + (up ? 60 : 0);
}

/* Years, months and minutes are whole from a certain length on: nobody reads more from an axis. */
static gint64
round_outwards (gint64 time, guint64 length, gboolean up)
{
  EntenteDay day = entente_time_get_day (up ? time - 1 : time);

  if (length < MINUTES_FROM)
    return time;
  if (length < 2 * (guint64) ENTENTE_SECONDS_PER_DAY)
    return round_to_minute (time, up);
  if (length < 3 * SECONDS_PER_YEAR)
    return round_to_day (time, up);
  if (length < 40 * SECONDS_PER_YEAR) {
    day.month += up ? 1 : 0;
    day.year += day.month > 12 ? 1 : 0;
    day.month = (day.month - 1) % 12 + 1;
    return entente_day_number (day.year, day.month, 1) * ENTENTE_SECONDS_PER_DAY;
  }
  return entente_day_number (day.year + (up ? 1 : 0), 1, 1) * ENTENTE_SECONDS_PER_DAY;
}

static char *
format_open_span (EntenteSpan span)
{
  g_autofree char *bound = NULL;

  if (span.start == ENTENTE_TIME_MIN && span.end == ENTENTE_TIME_MAX)
    return g_strdup (C_ ("date", "at all times"));
  if (span.end == ENTENTE_TIME_MAX) {
    bound = entente_words_moment (span.start, &short_style);
    return g_strdup_printf (C_ ("date", "since %s"), bound);
  }
  bound = entente_words_last_moment (span.end, &short_style);
  return g_strdup_printf (C_ ("date", "until %s"), bound);
}

char *
entente_span_format (EntenteSpan span)
{
  guint64 length = (guint64) span.end - (guint64) span.start;

  if (span.start == ENTENTE_TIME_MIN || span.end == ENTENTE_TIME_MAX)
    return format_open_span (span);
  span.start = round_outwards (span.start, length, FALSE);
  span.end = round_outwards (span.end, length, TRUE);
  return entente_words_window (span, entente_words_get_unit (span), &short_style);
}

static const char *
get_iso_sign (gint64 year)
{
  if (year < 0)
    return "-";
  return year > 9999 ? "+" : "";
}

char *
entente_time_format_iso (gint64 time)
{
  g_autofree char *days = NULL;
  EntenteDay day;
  int second;

  if (time == ENTENTE_TIME_MIN || time == ENTENTE_TIME_MAX)
    return g_strdup ("..");
  day = entente_time_get_day (time);
  second = (int) (time - entente_time_to_day (time) * ENTENTE_SECONDS_PER_DAY);
  days = g_strdup_printf ("%s%04" G_GINT64_FORMAT "-%02d-%02d",
                          get_iso_sign (day.year),
                          ABS (day.year),
                          day.month,
                          day.day);
  if (second == 0)
    return g_steal_pointer (&days);
  return g_strdup_printf ("%sT%02d:%02d:%02d", days, second / 3600, second / 60 % 60, second % 60);
}
