/* Each form of date is turned into an EDTF value, which the one parser of dates then reads. */
#include "config.h"

#include "entente-table-date.h"

#include "entente-written-dates.h"

#include <stdlib.h>
#include <string.h>

/* Groups by name, so that a pattern may change without its reader; compiled when first met. */
typedef struct {
  const char *text;
  gsize regex;
} Pattern;

static Pattern clock_pattern = {
  "^(?<day>.*\\S)(?:[,T]|\\s)\\s*(?<hour>\\d{1,2}):(?<minute>\\d\\d)(?::(?<second>\\d\\d)(?:\\.\\d+"
  ")?)?"
  "\\s*(?<half>am|pm|a\\.m\\.|p\\.m\\.)?\\s*(?<utc>GMT|UTC|Z)?\\s*(?<zone>[+-]\\d\\d:?\\d\\d)?$",
  0
};
static Pattern month_first_pattern = {
  "^(?<month>\\p{L}+)\\.?\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<year>\\d{1,4})$",
  0
};
static Pattern day_first_pattern = {
  "^(?<day>\\d{1,2})(?:st|nd|rd|th)?\\.?\\s+(?<month>\\p{L}+)\\.?,?\\s+(?<year>\\d{1,4})$",
  0
};
static Pattern month_only_pattern = { "^(?<month>\\p{L}+)\\.?,?\\s+(?<year>\\d{1,4})$", 0 };
static Pattern digits_pattern = { "^(?<year>\\d{4})(?<month>\\d\\d)(?<day>\\d\\d)$", 0 };
static Pattern slashes_pattern = { "^(?<year>\\d{4})[/.](?<month>\\d{1,2})[/.](?<day>\\d{1,2})$",
                                   0 };
static Pattern year_pattern = {
  "^(?<about>c\\.?|ca\\.?|circa|about)?\\s*(?<first>AD|CE|BC|BCE)?\\s*"
  "(?<year>\\d{1,9})\\s*(?<last>AD|CE|BC|BCE)?\\s*(?<unsure>[?~%])?$",
  0
};
static Pattern century_pattern = {
  "^(?<about>c\\.?|ca\\.?|circa|about)?\\s*(?<number>\\d{1,2})(?:st|nd|rd|th|\\.)?\\s+"
  "(?<unit>century|millennium)\\s*(?<last>AD|CE|BC|BCE)?\\s*(?<unsure>[?~%])?$",
  0
};

/* ---- patterns ---- */

static GMatchInfo *
match (Pattern *pattern, const char *text)
{
  GMatchInfo *info = NULL;

  if (g_once_init_enter (&pattern->regex)) {
    GRegex *regex = g_regex_new (pattern->text, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);

    g_assert (regex != NULL);
    g_once_init_leave (&pattern->regex, (gsize) regex);
  }
  if (g_regex_match ((GRegex *) pattern->regex, text, 0, &info))
    return info;
  g_match_info_unref (info);
  return NULL;
}

static int
get_number (GMatchInfo *info, const char *group)
{
  g_autofree char *word = g_match_info_fetch_named (info, group);

  return word != NULL ? atoi (word) : 0;
}

static gboolean
has (GMatchInfo *info, const char *group)
{
  g_autofree char *word = g_match_info_fetch_named (info, group);

  return word != NULL && word[0] != '\0';
}

static gboolean
begins_with (GMatchInfo *info, const char *group, const char *beginning)
{
  g_autofree char *word = g_match_info_fetch_named (info, group);

  return word != NULL && g_ascii_strncasecmp (word, beginning, strlen (beginning)) == 0;
}

static const char *
get_doubt (GMatchInfo *info)
{
  if (begins_with (info, "unsure", "?"))
    return has (info, "about") ? "%" : "?";
  return has (info, "about") || has (info, "unsure") ? "~" : "";
}

static gboolean
is_before_christ (GMatchInfo *info)
{
  return begins_with (info, "first", "B") || begins_with (info, "last", "B");
}

/* ---- years, centuries, days ---- */

/* There is no year 0 between 1 BC and AD 1; EDTF has one, which is 1 BC. */
static char *
format_year (gint64 year, const char *doubt)
{
  gint64 size = ABS (year);

  return g_strdup_printf ("%s%s%04" G_GINT64_FORMAT "%s",
                          size > 9999 ? "Y" : "",
                          year < 0 ? "-" : "",
                          size,
                          size > 9999 ? "" : doubt);
}

static char *
read_year (const char *text, gboolean bare_years)
{
  g_autoptr (GMatchInfo) info = match (&year_pattern, text);
  gint64 year;

  if (info == NULL)
    return NULL;
  year = get_number (info, "year");
  if (!bare_years && !has (info, "about") && !has (info, "first") && !has (info, "last"))
    return NULL;
  if ((has (info, "first") && has (info, "last")) || (year == 0 && is_before_christ (info)))
    return NULL;
  return format_year (is_before_christ (info) ? 1 - year : year, get_doubt (info));
}

static char *
read_century (const char *text)
{
  g_autoptr (GMatchInfo) info = match (&century_pattern, text);
  gboolean millennium;
  int number;

  if (info == NULL)
    return NULL;
  millennium = begins_with (info, "unit", "m");
  number = get_number (info, "number") - 1;
  if (number < 0 || (millennium && number > 9))
    return NULL;
  return g_strdup_printf (millennium ? "%s%dXXX%s" : "%s%02dXX%s",
                          is_before_christ (info) ? "-" : "",
                          number,
                          get_doubt (info));
}

static char *
read_day (Pattern *pattern, const char *text)
{
  g_autoptr (GMatchInfo) info = match (pattern, text);
  g_autofree char *word = NULL;
  int month;

  if (info == NULL)
    return NULL;
  word = g_match_info_fetch_named (info, "month");
  month = entente_word_get_month (word, strlen (word));
  if (month == 0)
    month = atoi (word);
  if (month < 1 || month > 12)
    return NULL;
  if (!has (info, "day"))
    return g_strdup_printf ("%04d-%02d", get_number (info, "year"), month);
  return g_strdup_printf ("%04d-%02d-%02d",
                          get_number (info, "year"),
                          month,
                          get_number (info, "day"));
}

/* "Fri, Nov 22 1963" */
static const char *
skip_weekday (const char *text)
{
  gsize length = strcspn (text, " ,.");
  const char *rest = text + length;

  if (length == 0 || *rest == '\0' || !entente_word_is_weekday (text, length))
    return text;
  return rest + strspn (rest, " ,.");
}

/* An EDTF value of the words of a day or longer, or NULL. */
static char *
find_value (const char *text, gboolean bare_years)
{
  static Pattern *const days[] = { &digits_pattern,
                                   &slashes_pattern,
                                   &month_first_pattern,
                                   &day_first_pattern,
                                   &month_only_pattern };
  const char *words = skip_weekday (text);
  char *value = NULL;

  for (guint i = 0; value == NULL && i < G_N_ELEMENTS (days); i++)
    value = read_day (days[i], words);
  if (value == NULL)
    value = read_century (text);
  return value != NULL ? value : read_year (text, bare_years);
}

static EntenteDate *
parse (const char *edtf, const char *wording)
{
  g_autoptr (EntenteDate) date = entente_date_parse (edtf, NULL);

  if (date == NULL || !entente_date_is_dated (date))
    return NULL;
  if (strcmp (edtf, wording) == 0)
    return g_steal_pointer (&date);
  return entente_date_with_wording (date, wording);
}

/* "31.12.2016" and what else the reader of articles knows, when it is the whole cell. */
static EntenteDate *
read_words (const char *text)
{
  g_autoptr (GArray) dates = entente_written_dates_find (text, -1);
  const EntenteWrittenDate *date = (const EntenteWrittenDate *) (gpointer) dates->data;

  return dates->len == 1 && date->start == 0 && date->end == strlen (text)
           ? entente_date_ref (date->date)
           : NULL;
}

static gboolean
is_bare_year (const char *text)
{
  gsize n = strspn (text, "0123456789");

  return n > 0 && n < 4 && strspn (text + n, "?~%") == strlen (text + n);
}

static EntenteDate *
read_day_or_longer (const char *text, gboolean bare_years)
{
  g_autofree char *value = NULL;
  EntenteDate *date = NULL;

  if (!(bare_years && is_bare_year (text)))
    date = parse (text, text);
  if (date != NULL)
    return date;
  value = find_value (text, bare_years);
  date = value != NULL ? parse (value, text) : NULL;
  return date != NULL ? date : read_words (text);
}

/* ---- clocks ---- */

static int
get_hour (GMatchInfo *info)
{
  int hour = get_number (info, "hour");

  if (!has (info, "half"))
    return hour;
  return hour % 12 + (begins_with (info, "half", "p") ? 12 : 0);
}

static char *
format_zone (GMatchInfo *info)
{
  g_autofree char *zone = g_match_info_fetch_named (info, "zone");

  if (zone == NULL || zone[0] == '\0')
    return g_strdup (has (info, "utc") ? "Z" : "");
  return strchr (zone, ':') != NULL ? g_strdup (zone) : g_strdup_printf ("%.3s:%s", zone, zone + 3);
}

static char *
format_clock (GMatchInfo *info)
{
  g_autofree char *zone = format_zone (info);
  g_autofree char *second = g_match_info_fetch_named (info, "second");

  if (second != NULL && second[0] != '\0')
    return g_strdup_printf ("T%02d:%02d:%s%s",
                            get_hour (info),
                            get_number (info, "minute"),
                            second,
                            zone);
  return g_strdup_printf ("T%02d:%02d%s", get_hour (info), get_number (info, "minute"), zone);
}

static gboolean
is_midnight (GMatchInfo *info)
{
  return has (info, "second") && get_hour (info) == 0 && get_number (info, "minute") == 0 &&
         get_number (info, "second") == 0;
}

/* NULL when @text ends with no clock, or what is before it is no day. */
static EntenteDate *
read_with_clock (const char *text)
{
  g_autoptr (GMatchInfo) info = match (&clock_pattern, text);
  g_autofree char *words = NULL, *clock = NULL, *value = NULL;
  g_autoptr (EntenteDate) day = NULL;

  if (info == NULL)
    return NULL;
  words = g_match_info_fetch_named (info, "day");
  words[strlen (words) - (g_str_has_suffix (words, ",") ? 1 : 0)] = '\0';
  day = read_day_or_longer (words, FALSE);
  if (day == NULL || is_midnight (info))
    return day != NULL ? entente_date_with_wording (day, text) : NULL;
  if (day->precision != ENTENTE_PRECISION_DAY || day->form != ENTENTE_DATE_POINT ||
      strlen (day->edtf) != 10)
    return NULL;
  clock = format_clock (info);
  value = g_strconcat (day->edtf, clock, NULL);
  return parse (value, text);
}

EntenteDate *
entente_table_date_read (const char *text, gboolean bare_years)
{
  EntenteDate *date = read_day_or_longer (text, bare_years);

  return date != NULL ? date : read_with_clock (text);
}

/* ---- spans ---- */

/* The value without its clock. */
static char *
dup_day (const EntenteDate *date)
{
  const char *clock = date != NULL ? strchr (date->edtf, 'T') : NULL;

  if (date == NULL)
    return g_strdup ("");
  return clock != NULL ? g_strndup (date->edtf, (gsize) (clock - date->edtf))
                       : g_strdup (date->edtf);
}

static EntenteDate *
join (const EntenteDate *from, const EntenteDate *to, const char *wording)
{
  g_autofree char *first = dup_day (from), *last = dup_day (to), *value = NULL;
  gboolean has_clock = from != NULL && strchr (from->edtf, 'T') != NULL;

  if (has_clock && entente_date_compare (from, to) > 0)
    return NULL;
  if (has_clock && strcmp (first, last) == 0)
    return parse (first, wording);
  value = g_strconcat (first, "/", last, NULL);
  return parse (value, wording);
}

EntenteDate *
entente_table_date_read_span (const char *start, const char *end, gboolean bare_years)
{
  g_autofree char *value = g_strconcat (start, "/", end, NULL);
  g_autofree char *wording = g_strconcat (start, start[0] != '\0' ? " – " : "– ", end, NULL);
  g_autoptr (EntenteDate) from = NULL, to = NULL;
  EntenteDate *date = NULL;

  if (!(bare_years && (is_bare_year (start) || is_bare_year (end))))
    date = parse (value, value);
  if (date != NULL)
    return date;
  from = start[0] != '\0' ? entente_table_date_read (start, bare_years) : NULL;
  to = entente_table_date_read (end, bare_years);
  if (to == NULL || (from == NULL && start[0] != '\0'))
    return NULL;
  return join (from, to, wording);
}
