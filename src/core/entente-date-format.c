/* Dates in words. */
#include "config.h"

#include "entente-date.h"

char *
entente_date_format (const EntenteDate *date)
{
  return g_strdup (entente_date_is_dated (date) ? date->edtf : "undated");
}

char *
entente_date_format_short (const EntenteDate *date)
{
  return entente_date_format (date);
}

char *
entente_time_format_iso (gint64 time)
{
  EntenteDay day = entente_time_get_day (time);
  gint64 second = time - entente_time_to_day (time) * ENTENTE_SECONDS_PER_DAY;
  GString *text;

  if (time == ENTENTE_TIME_MIN || time == ENTENTE_TIME_MAX)
    return g_strdup ("..");
  text = g_string_new (day.year < 0 ? "-" : day.year > 9999 ? "+" : "");
  g_string_append_printf (text,
                          "%04" G_GINT64_FORMAT "-%02d-%02d",
                          ABS (day.year),
                          day.month,
                          day.day);
  if (second != 0)
    g_string_append_printf (text,
                            "T%02d:%02d:%02d",
                            (int) (second / 3600),
                            (int) (second / 60 % 60),
                            (int) (second % 60));
  return g_string_free (text, FALSE);
}

char *
entente_span_format (EntenteSpan span)
{
  g_autofree char *start = entente_time_format_iso (span.start);
  g_autofree char *end = entente_time_format_iso (span.end);

  return g_strdup_printf ("%s – %s", start, end);
}
