/* Pieces of dates in words: months, years, seasons, times of day, and windows as ranges of them.
 */
#include "config.h"

#include "entente-date-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A day within a range, and how much of it must be said. */
typedef struct {
  EntenteDay day;
  EntenteWordUnit unit;
  gboolean with_month;
  gboolean with_year;
} Mention;

static const char *
get_month (int month, const char *context, const char *const names[12])
{
  return g_dpgettext2 (GETTEXT_PACKAGE, context, names[month - 1]);
}

/* As the heading of a calendar has it: "July 2018". */
static const char *
get_month_alone (int month)
{
  static const char *const names[] = {
    NC_ ("month", "January"), NC_ ("month", "February"), NC_ ("month", "March"),
    NC_ ("month", "April"),   NC_ ("month", "May"),      NC_ ("month", "June"),
    NC_ ("month", "July"),    NC_ ("month", "August"),   NC_ ("month", "September"),
    NC_ ("month", "October"), NC_ ("month", "November"), NC_ ("month", "December"),
  };

  return get_month (month, "month", names);
}

/* As it stands behind a day; some languages have a form for that. */
static const char *
get_month_in_date (int month)
{
  static const char *const names[] = {
    NC_ ("month after a day", "January"),   NC_ ("month after a day", "February"),
    NC_ ("month after a day", "March"),     NC_ ("month after a day", "April"),
    NC_ ("month after a day", "May"),       NC_ ("month after a day", "June"),
    NC_ ("month after a day", "July"),      NC_ ("month after a day", "August"),
    NC_ ("month after a day", "September"), NC_ ("month after a day", "October"),
    NC_ ("month after a day", "November"),  NC_ ("month after a day", "December"),
  };

  return get_month (month, "month after a day", names);
}

static const char *
get_month_short (int month)
{
  static const char *const names[] = {
    NC_ ("short month", "Jan"), NC_ ("short month", "Feb"), NC_ ("short month", "Mar"),
    NC_ ("short month", "Apr"), NC_ ("short month", "May"), NC_ ("short month", "Jun"),
    NC_ ("short month", "Jul"), NC_ ("short month", "Aug"), NC_ ("short month", "Sep"),
    NC_ ("short month", "Oct"), NC_ ("short month", "Nov"), NC_ ("short month", "Dec"),
  };

  return get_month (month, "short month", names);
}

/* Years before Christ have no year 0: that of the calendar is 1 BC. Of two digits is no year. */
char *
entente_words_year (gint64 year)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, year > 0 ? year : 1 - year);

  if (year <= 0)
    return g_strdup_printf (C_ ("year", "%s BC"), number);
  return year < 100 ? g_strdup_printf (C_ ("year", "AD %s"), number) : g_steal_pointer (&number);
}

static char *
format_month (const Mention *mention, const EntenteWordStyle *style)
{
  g_autofree char *year = entente_words_year (mention->day.year);
  const char *month =
    style->is_short ? get_month_short (mention->day.month) : get_month_alone (mention->day.month);

  if (!mention->with_year)
    return g_strdup (month);
  return g_strdup_printf (C_ ("month and year", "%1$s %2$s"), month, year);
}

static char *
format_day (const Mention *mention, const EntenteWordStyle *style)
{
  g_autofree char *year = entente_words_year (mention->day.year);
  const char *month =
    style->is_short ? get_month_short (mention->day.month) : get_month_in_date (mention->day.month);
  int day = mention->day.day;

  if (!mention->with_month)
    return g_strdup_printf (C_ ("day alone, as in 1–15 July", "%d"), day);
  if (!mention->with_year)
    return g_strdup_printf (C_ ("day and month", "%1$d %2$s"), day, month);
  return g_strdup_printf (C_ ("day, month, year", "%1$d %2$s %3$s"), day, month, year);
}

static char *
format_mention (const Mention *mention, const EntenteWordStyle *style)
{
  Mention said = *mention;

  said.with_year = mention->with_year && mention->day.year != style->silent_year;
  switch (mention->unit) {
  case ENTENTE_WORDS_YEARS:
    return entente_words_year (mention->day.year);
  case ENTENTE_WORDS_MONTHS:
    return format_month (&said, style);
  default:
    return format_day (&said, style);
  }
}

static char *
format_season_years (const EntenteEdtfDate *date)
{
  int first_month, n_months;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (entente_edtf_date_has_unspecified (date))
    return g_strdup (date->digits);
  entente_edtf_season_get_months (date->season, &first_month, &n_months);
  first = entente_words_year (date->year);
  second = entente_words_year (date->year + 1);
  return entente_words_range (first, first_month + n_months > 13 ? second : NULL);
}

static const char *
get_season_format (int season)
{
  static const char *const formats[] = {
    NC_ ("season", "spring %s"),           NC_ ("season", "summer %s"),
    NC_ ("season", "autumn %s"),           NC_ ("season", "winter %s"),
    NC_ ("season", "northern spring %s"),  NC_ ("season", "northern summer %s"),
    NC_ ("season", "northern autumn %s"),  NC_ ("season", "northern winter %s"),
    NC_ ("season", "southern spring %s"),  NC_ ("season", "southern summer %s"),
    NC_ ("season", "southern autumn %s"),  NC_ ("season", "southern winter %s"),
    NC_ ("season", "first quarter of %s"), NC_ ("season", "second quarter of %s"),
    NC_ ("season", "third quarter of %s"), NC_ ("season", "fourth quarter of %s"),
    NC_ ("season", "first third of %s"),   NC_ ("season", "second third of %s"),
    NC_ ("season", "last third of %s"),    NC_ ("season", "first half of %s"),
    NC_ ("season", "second half of %s"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "season", formats[season - 21]);
}

char *
entente_words_season (const EntenteEdtfDate *date)
{
  g_autofree char *years = format_season_years (date);
  g_autoptr (GString) text = g_string_new (get_season_format (date->season));

  g_string_replace (text, "%s", years, 1);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
format_zone (int zone_minutes)
{
  const char *sign = zone_minutes < 0 ? "\u2212" : "+";
  int minutes = zone_minutes % 60;
  int hours = zone_minutes / 60;

  if (zone_minutes == ENTENTE_ZONE_NONE)
    return g_strdup ("");
  if (zone_minutes == 0)
    return g_strdup (" UTC");
  if (minutes == 0)
    return g_strdup_printf (" UTC%s%d", sign, ABS (hours));
  return g_strdup_printf (" UTC%s%d:%02d", sign, ABS (hours), ABS (minutes));
}

char *
entente_words_clock (const EntenteEdtfDate *date)
{
  g_autofree char *zone = format_zone (date->zone_minutes);

  if (date->minute < 0)
    return g_strdup_printf ("%02d:00–%02d:00%s", date->hour, date->hour + 1, zone);
  if (date->second < 0)
    return g_strdup_printf ("%02d:%02d%s", date->hour, date->minute, zone);
  return g_strdup_printf ("%02d:%02d:%02d%s", date->hour, date->minute, date->second, zone);
}

static char *
format_second (gint64 time, const EntenteWordStyle *style)
{
  gint64 second = time - entente_time_to_day (time) * ENTENTE_SECONDS_PER_DAY;
  EntenteEdtfDate clock = { .hour = (int) (second / 3600),
                            .minute = (int) (second / 60 % 60),
                            .second = second % 60 == 0 ? -1 : (int) (second % 60),
                            .zone_minutes = ENTENTE_ZONE_NONE };
  Mention mention = { entente_time_get_day (time), ENTENTE_WORDS_DAYS, TRUE, TRUE };
  g_autofree char *day = format_mention (&mention, style);
  g_autofree char *words = entente_words_clock (&clock);

  return g_strdup_printf (C_ ("day and time", "%1$s, %2$s"), day, words);
}

/* The largest unit that begins at @time. */
static EntenteWordUnit
get_unit (gint64 time)
{
  EntenteDay day = entente_time_get_day (time);

  if (entente_time_to_day (time) * ENTENTE_SECONDS_PER_DAY != time)
    return ENTENTE_WORDS_SECONDS;
  if (day.day != 1)
    return ENTENTE_WORDS_DAYS;
  return day.month == 1 ? ENTENTE_WORDS_YEARS : ENTENTE_WORDS_MONTHS;
}

/* Leaves *@last NULL when the window is one unit. */
static void
format_days (EntenteSpan window,
             EntenteWordUnit unit,
             const EntenteWordStyle *style,
             char **first,
             char **last)
{
  Mention from = { entente_time_get_day (window.start), unit, TRUE, TRUE };
  Mention to = { entente_time_get_day (window.end - 1), unit, TRUE, TRUE };
  gboolean same_year = from.day.year == to.day.year;
  gboolean same_month = same_year && from.day.month == to.day.month;

  gboolean one = unit == ENTENTE_WORDS_YEARS    ? same_year
                 : unit == ENTENTE_WORDS_MONTHS ? same_month
                                                : same_month && from.day.day == to.day.day;

  *last = format_mention (&to, style);
  from.with_year = !same_year;
  from.with_month = !same_month;
  if (one)
    *first = g_steal_pointer (last);
  else if (unit == ENTENTE_WORDS_YEARS && from.day.year <= 0 && to.day.year <= 0)
    *first = g_strdup_printf ("%" G_GINT64_FORMAT, 1 - from.day.year); /* BC says the other end */
  else
    *first = format_mention (&from, style);
}

EntenteWordUnit
entente_words_get_unit (EntenteSpan window)
{
  return MAX (get_unit (window.start), get_unit (window.end));
}

void
entente_words_ends (EntenteSpan window,
                    EntenteWordUnit unit,
                    const EntenteWordStyle *style,
                    char **first,
                    char **last)
{
  if (unit < ENTENTE_WORDS_SECONDS) {
    format_days (window, unit, style, first, last);
  } else {
    *first = format_second (window.start, style);
    *last = (guint64) window.end - (guint64) window.start <= 60 ? NULL
                                                                : format_second (window.end, style);
  }
}

char *
entente_words_range (const char *first, const char *last)
{
  if (last == NULL)
    return g_strdup (first);
  if (strchr (first, ' ') == NULL)
    return g_strdup_printf (C_ ("range of days, months or years", "%1$s–%2$s"), first, last);
  return g_strdup_printf (C_ ("range of whole dates", "%1$s – %2$s"), first, last);
}

char *
entente_words_window (EntenteSpan window, EntenteWordUnit unit, const EntenteWordStyle *style)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  entente_words_ends (window, unit, style, &first, &last);
  return entente_words_range (first, last);
}

char *
entente_words_moment (gint64 time, const EntenteWordStyle *style)
{
  Mention mention = { entente_time_get_day (time), get_unit (time), TRUE, TRUE };

  return mention.unit == ENTENTE_WORDS_SECONDS ? format_second (time, style)
                                               : format_mention (&mention, style);
}

char *
entente_words_last_moment (gint64 time, const EntenteWordStyle *style)
{
  Mention mention = { entente_time_get_day (time - 1), ENTENTE_WORDS_DAYS, TRUE, TRUE };

  return get_unit (time) == ENTENTE_WORDS_SECONDS ? format_second (time, style)
                                                  : format_mention (&mention, style);
}
