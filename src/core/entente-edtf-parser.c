/* Reading one EDTF date: year, month or season, day, time, and their qualifiers.
 *
 * Strict: no space, no other letter case, no digit too few. A qualifier before a part belongs to
 * that part; one behind it to the part and to all before it.
 */
#include "config.h"

#include "entente-edtf.h"
#include "entente-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Years whose seconds int64 can count. */
#define MAX_YEAR G_GINT64_CONSTANT (290000000000)
#define MINUS_SIGN "\xe2\x88\x92" /* U+2212, which ISO 8601 prefers before a zone */
#define MAX_QUOTED 80 /* characters of the text that a message repeats */
#define MIN_ZONE_MINUTES (-12 * 60)
#define MAX_ZONE_MINUTES (14 * 60)

/* The text for a message: valid, and not longer than a line. */
static char *
quote_text (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *start = NULL;

  if (g_utf8_strlen (valid, -1) <= MAX_QUOTED)
    return g_steal_pointer (&valid);
  start = g_utf8_substring (valid, 0, MAX_QUOTED - 1);
  return g_strconcat (start, "…", NULL);
}

gboolean
entente_edtf_parser_fail (EntenteEdtfParser *parser, const char *reason)
{
  g_autofree char *quoted = quote_text (parser->text);

  if (parser->error != NULL && *parser->error == NULL)
    g_set_error (parser->error,
                 ENTENTE_ERROR,
                 ENTENTE_ERROR_INVALID,
                 _ ("“%1$s” cannot be read as a date: %2$s (at character %3$ld)."),
                 quoted,
                 reason,
                 g_utf8_pointer_to_offset (parser->text, parser->cursor) + 1);
  return FALSE;
}

static gboolean
accept (EntenteEdtfParser *parser, char wanted)
{
  if (*parser->cursor != wanted)
    return FALSE;
  parser->cursor++;
  return TRUE;
}

/* Copies exactly @n digits (with X when @unspecified) to @digits, which has room for a NUL more. */
static gboolean
accept_digits (EntenteEdtfParser *parser, int n, gboolean unspecified, char *digits)
{
  for (int i = 0; i < n; i++) {
    char c = parser->cursor[i];

    if (!g_ascii_isdigit (c) && !(unspecified && c == 'X'))
      return FALSE;
    digits[i] = c;
  }
  digits[n] = '\0';
  parser->cursor += n;
  return TRUE;
}

/* A number of two digits, or -1. */
static int
accept_pair (EntenteEdtfParser *parser)
{
  char digits[3];

  if (!accept_digits (parser, 2, FALSE, digits))
    return -1;
  return (digits[0] - '0') * 10 + digits[1] - '0';
}

/* A number without leading zero; FALSE when there is none or it is greater than @max. */
static gboolean
accept_number (EntenteEdtfParser *parser, gint64 max, gint64 *number)
{
  gint64 sum = 0;

  if (!g_ascii_isdigit (*parser->cursor) || *parser->cursor == '0')
    return FALSE;
  while (g_ascii_isdigit (*parser->cursor)) {
    sum = sum * 10 + (*parser->cursor - '0');
    if (sum > max)
      return FALSE;
    parser->cursor++;
  }
  *number = sum;
  return TRUE;
}

static guint
accept_quality (EntenteEdtfParser *parser)
{
  if (accept (parser, '?'))
    return ENTENTE_EDTF_UNCERTAIN;
  if (accept (parser, '~'))
    return ENTENTE_EDTF_APPROXIMATE;
  if (accept (parser, '%'))
    return ENTENTE_EDTF_UNCERTAIN | ENTENTE_EDTF_APPROXIMATE;
  return ENTENTE_EDTF_CERTAIN;
}

static void
read_quality_behind (EntenteEdtfParser *parser, EntenteEdtfDate *date, int part)
{
  guint quality = accept_quality (parser);

  for (int i = 0; i <= part; i++)
    date->quality[i] |= quality;
}

static gboolean
read_significant (EntenteEdtfParser *parser, EntenteEdtfDate *date)
{
  gint64 significant;

  if (!accept (parser, 'S'))
    return TRUE;
  if (!accept_number (parser, 20, &significant))
    return entente_edtf_parser_fail (parser, _ ("after S stands a number of significant digits"));
  date->significant = (int) significant;
  return TRUE;
}

static gboolean
read_exponent (EntenteEdtfParser *parser, EntenteEdtfDate *date)
{
  gint64 exponent;

  if (!accept_number (parser, 18, &exponent))
    return entente_edtf_parser_fail (parser, _ ("after E stands a number of zeros"));
  date->mantissa = date->year;
  date->exponent = (int) exponent;
  for (int i = 0; i < exponent; i++) {
    if (date->year > MAX_YEAR / 10)
      return entente_edtf_parser_fail (parser, _ ("the year is too far away to be counted"));
    date->year *= 10;
  }
  return TRUE;
}

/* What follows the Y. */
static gboolean
read_long_year (EntenteEdtfParser *parser, EntenteEdtfDate *date)
{
  const char *digits;

  date->year_kind = ENTENTE_EDTF_LONG_YEAR;
  date->negative = accept (parser, '-');
  digits = parser->cursor;
  if (!accept_number (parser, MAX_YEAR, &date->year))
    return entente_edtf_parser_fail (
      parser,
      _ ("after Y stands a year without leading zero that can be counted"));
  if (accept (parser, 'E')) {
    if (!read_exponent (parser, date))
      return FALSE;
  } else if (parser->cursor - digits < 5) {
    return entente_edtf_parser_fail (parser, _ ("Y is for years of more than four digits"));
  }
  if (date->negative) {
    date->year = -date->year;
    date->mantissa = -date->mantissa;
  }
  return read_significant (parser, date);
}

/* Decades and centuries are ISO 8601-1: digits alone, and nothing behind them but a qualifier. */
static gboolean
read_short_year (EntenteEdtfParser *parser, EntenteEdtfDate *date, int n_digits)
{
  char digits[4];

  if (!accept_digits (parser, n_digits, FALSE, digits))
    return entente_edtf_parser_fail (parser, _ ("a year has four digits"));
  date->year_kind = n_digits == 3 ? ENTENTE_EDTF_DECADE : ENTENTE_EDTF_CENTURY;
  date->year = g_ascii_strtoll (digits, NULL, 10);
  if (date->negative && date->year == 0)
    return entente_edtf_parser_fail (parser, _ ("there is no year minus zero"));
  if (date->negative)
    date->year = -date->year;
  return TRUE;
}

static gboolean
read_plain_year (EntenteEdtfParser *parser, EntenteEdtfDate *date)
{
  int n_digits = (int) strspn (parser->cursor, "0123456789X");

  if (n_digits == 2 || n_digits == 3)
    return read_short_year (parser, date, n_digits);
  if (n_digits > 4)
    return entente_edtf_parser_fail (parser, _ ("a year of more than four digits begins with Y"));
  if (!accept_digits (parser, 4, TRUE, date->digits))
    return entente_edtf_parser_fail (parser, _ ("a year has four digits"));
  if (date->negative && g_str_equal (date->digits, "0000"))
    return entente_edtf_parser_fail (parser, _ ("there is no year minus zero"));
  if (strchr (date->digits, 'X') != NULL)
    return TRUE;
  date->year = g_ascii_strtoll (date->digits, NULL, 10) * (date->negative ? -1 : 1);
  return read_significant (parser, date);
}

static gboolean
read_year (EntenteEdtfParser *parser, EntenteEdtfDate *date)
{
  gboolean read;

  date->quality[ENTENTE_EDTF_PART_YEAR] = accept_quality (parser);
  if (accept (parser, 'Y')) {
    read = read_long_year (parser, date);
  } else {
    date->negative = accept (parser, '-');
    read = read_plain_year (parser, date);
  }
  if (read)
    read_quality_behind (parser, date, ENTENTE_EDTF_PART_YEAR);
  return read;
}

static gboolean
read_month (EntenteEdtfParser *parser, EntenteEdtfDate *date)
{
  int number;

  date->quality[ENTENTE_EDTF_PART_MONTH] |= accept_quality (parser);
  if (!accept_digits (parser, 2, TRUE, date->month))
    return entente_edtf_parser_fail (parser, _ ("a month has two digits"));
  number = strchr (date->month, 'X') != NULL ? 1 : atoi (date->month);
  if (number >= 21 && number <= 41)
    date->season = number;
  else if (number < 1 || number > 12)
    return entente_edtf_parser_fail (
      parser,
      _ ("a month is 01 to 12, a season or other part of a year 21 to 41"));
  read_quality_behind (parser, date, ENTENTE_EDTF_PART_MONTH);
  return TRUE;
}

static gboolean
read_day (EntenteEdtfParser *parser, EntenteEdtfDate *date)
{
  date->quality[ENTENTE_EDTF_PART_DAY] |= accept_quality (parser);
  if (!accept_digits (parser, 2, TRUE, date->day))
    return entente_edtf_parser_fail (parser, _ ("a day has two digits"));
  read_quality_behind (parser, date, ENTENTE_EDTF_PART_DAY);
  return TRUE;
}

static gboolean
read_fraction (EntenteEdtfParser *parser, EntenteEdtfDate *date)
{
  gsize n = strspn (parser->cursor, "0123456789");

  if (n < 1 || n > ENTENTE_EDTF_FRACTION_DIGITS)
    return entente_edtf_parser_fail (parser, _ ("a fraction of a second has one to nine digits"));
  memcpy (date->fraction, parser->cursor, n);
  date->fraction[n] = '\0';
  parser->cursor += n;
  return TRUE;
}

static gboolean
read_second (EntenteEdtfParser *parser, EntenteEdtfDate *date)
{
  date->second = accept_pair (parser);
  if (date->second < 0 || date->second > 59)
    return entente_edtf_parser_fail (parser, _ ("a second is 00 to 59"));
  /* A comma, which ISO 8601 allows too, would be that of a set; two full stops are a range. */
  if (*parser->cursor != '.' || parser->cursor[1] == '.')
    return TRUE;
  parser->cursor++;
  return read_fraction (parser, date);
}

static gboolean
read_clock (EntenteEdtfParser *parser, EntenteEdtfDate *date)
{
  date->hour = accept_pair (parser);
  if (date->hour < 0 || date->hour > 24)
    return entente_edtf_parser_fail (parser, _ ("an hour is 00 to 24"));
  if (accept (parser, ':')) {
    date->minute = accept_pair (parser);
    if (date->minute < 0 || date->minute > 59)
      return entente_edtf_parser_fail (parser, _ ("a minute is 00 to 59"));
    if (accept (parser, ':') && !read_second (parser, date))
      return FALSE;
  }
  if (date->hour == 24 && (date->minute != 0 || date->second > 0 ||
                           strspn (date->fraction, "0") != strlen (date->fraction)))
    return entente_edtf_parser_fail (parser, _ ("the day ends at 24:00"));
  return TRUE;
}

static gboolean
read_zone (EntenteEdtfParser *parser, EntenteEdtfDate *date)
{
  gboolean west = *parser->cursor == '-' || g_str_has_prefix (parser->cursor, MINUS_SIGN);
  int hours, minutes = 0;

  if (accept (parser, 'Z')) {
    date->zone_minutes = 0;
    return TRUE;
  }
  if (!west && *parser->cursor != '+')
    return TRUE;
  parser->cursor += *parser->cursor == '-' || *parser->cursor == '+' ? 1 : strlen (MINUS_SIGN);
  hours = accept_pair (parser);
  if (hours >= 0 && (accept (parser, ':') || g_ascii_isdigit (*parser->cursor)))
    minutes = accept_pair (parser);
  if (hours < 0 || minutes < 0 || minutes > 59)
    return entente_edtf_parser_fail (parser, _ ("a zone is Z or hours and minutes as +04:30"));
  date->zone_minutes = (hours * 60 + minutes) * (west ? -1 : 1);
  if (date->zone_minutes < MIN_ZONE_MINUTES || date->zone_minutes > MAX_ZONE_MINUTES ||
      (west && date->zone_minutes == 0))
    return entente_edtf_parser_fail (parser, _ ("zones run from -12:00 to +14:00"));
  return TRUE;
}

static gboolean
read_time (EntenteEdtfParser *parser, EntenteEdtfDate *date)
{
  if (date->day[0] == '\0' || entente_edtf_date_has_unspecified (date) ||
      entente_edtf_date_get_quality (date) != ENTENTE_EDTF_CERTAIN)
    return entente_edtf_parser_fail (parser, _ ("a time needs a whole day before it"));
  return read_clock (parser, date) && read_zone (parser, date);
}

static gboolean
read_parts (EntenteEdtfParser *parser, EntenteEdtfDate *date)
{
  gboolean whole_year = date->year_kind == ENTENTE_EDTF_YEAR && date->significant == 0;

  if (whole_year && accept (parser, '-')) {
    if (!read_month (parser, date))
      return FALSE;
    if (date->season == 0 && accept (parser, '-') && !read_day (parser, date))
      return FALSE;
  }
  return !accept (parser, 'T') || read_time (parser, date);
}

gboolean
entente_edtf_parser_read_date (EntenteEdtfParser *parser, EntenteEdtfDate *date)
{
  EntenteSpan window;

  *date = (EntenteEdtfDate){ .exponent = -1,
                             .hour = -1,
                             .minute = -1,
                             .second = -1,
                             .zone_minutes = ENTENTE_ZONE_NONE };
  if (!read_year (parser, date) || !read_parts (parser, date))
    return FALSE;
  if (!entente_edtf_date_get_window (date, &window))
    return entente_edtf_parser_fail (parser, _ ("there is no such day"));
  return TRUE;
}
