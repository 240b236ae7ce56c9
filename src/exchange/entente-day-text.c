/* Days of a window. Its end is exclusive, so the last day is that of the second before. */
#include "config.h"

#include "entente-day-text.h"

#include <string.h>

static gboolean
is_unknown (const EntenteDate *date, gboolean latest)
{
  return date == NULL || !entente_date_is_bounded (date) ||
         (latest ? date->end_unknown : date->start_unknown);
}

char *
entente_day_text (const EntenteDate *date, gboolean latest)
{
  if (is_unknown (date, latest))
    return g_strdup ("");
  EntenteSpan window = entente_date_get_window (date);
  gint64 time = latest ? window.end : window.start;
  if (time == ENTENTE_TIME_MIN || time == ENTENTE_TIME_MAX)
    return g_strdup ("..");
  char *text = entente_time_format_iso (latest ? time - 1 : time);
  char *clock = strchr (text, 'T');
  if (clock != NULL)
    *clock = '\0';
  return text;
}
