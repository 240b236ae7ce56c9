/* The pieces that dates in words are put together from; private to core.
 *
 * Names of months, years, seasons and times of day, and stretches of time named in the largest unit
 * that fits their ends. All words are translated; none comes from the locale of the C library, so
 * text is the same bytes wherever the language is the same. Strings are freed with g_free.
 */
#pragma once

#include "entente-edtf.h"

G_BEGIN_DECLS

#define ENTENTE_WORDS_NO_YEAR G_MININT64

typedef enum {
  ENTENTE_WORDS_YEARS,
  ENTENTE_WORDS_MONTHS,
  ENTENTE_WORDS_DAYS,
  ENTENTE_WORDS_SECONDS,
} EntenteWordUnit;

typedef struct {
  gboolean is_short; /* "Feb", "c. 1950" */
  gint64 silent_year; /* goes without saying; ENTENTE_WORDS_NO_YEAR: none does */
} EntenteWordStyle;

/* "2018", "44 BC", "AD 50". */
char *entente_words_year (gint64 year);
/* "summer 2018", "winter 2018–2019", "third quarter of 2018", "spring 19XX". */
char *entente_words_season (const EntenteEdtfDate *date);
/* "10:30", "10:30:05 UTC+4:30"; an hour without minutes as "10:00–11:00". */
char *entente_words_clock (const EntenteEdtfDate *date);

/* The largest unit that both ends of a closed window begin. */
EntenteWordUnit entente_words_get_unit (EntenteSpan window);
/* The first and the last @unit of a closed window, as little as may be said of the first: "1" and
 * "15 July 2018". @last is NULL when both are the same. */
void entente_words_ends (EntenteSpan window,
                         EntenteWordUnit unit,
                         const EntenteWordStyle *style,
                         char **first,
                         char **last);
/* "1–15 July 2018", "28 June – 3 July 2018"; @last may be NULL. */
char *entente_words_range (const char *first, const char *last);
/* A closed window as such a range, or one name: "July 2018". */
char *entente_words_window (EntenteSpan window,
                            EntenteWordUnit unit,
                            const EntenteWordStyle *style);
/* The year, month, day or second that begins at @time: "November 2018". */
char *entente_words_moment (gint64 time, const EntenteWordStyle *style);
/* The day before a time at midnight, else the time: what "by" names of an exclusive end. */
char *entente_words_last_moment (gint64 time, const EntenteWordStyle *style);

G_END_DECLS
