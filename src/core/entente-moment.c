/* A moment of the clock in the words of dates. */
#include "config.h"

#include "entente-moment.h"

#include "entente-date-words.h"

char *
entente_moment_format (gint64 time)
{
  static const EntenteWordStyle style = { FALSE, ENTENTE_WORDS_NO_YEAR };
  g_autoptr (GDateTime) moment = time >= 0 ? g_date_time_new_from_unix_local (time) : NULL;
  g_autofree char *words = NULL;
  g_autofree char *last = NULL;
  EntenteSpan minute;

  if (!moment)
    return g_strdup ("");
  minute.start = time + g_date_time_get_utc_offset (moment) / G_USEC_PER_SEC;
  minute.start -= minute.start % 60;
  minute.end = minute.start + 60;
  entente_words_ends (minute, ENTENTE_WORDS_SECONDS, &style, &words, &last);
  return g_steal_pointer (&words);
}
