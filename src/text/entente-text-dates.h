/* Dates written out in running text: "31 October 2018", "October 31, 2018", "31. Oktober 2018",
 * "31 Ekim 2018", "2018-10-31", "31.10.2018", "October 2018", "(1984)".
 *
 * What a language calls its months and days is data (data/languages); all languages that there are
 * tables for are tried. Only dates that the text gives with their year are found; nothing is guessed
 * from a clock. Pure functions, safe in any thread.
 */
#pragma once

#include "entente-date.h"

G_BEGIN_DECLS

typedef struct {
  gsize start, end; /* bytes of the text, [start, end) */
  EntentePrecision precision; /* DAY, MONTH or YEAR */
  EntenteDate *date; /* with wording; readings when day and month may be exchanged */
} EntenteTextDate;

/* All dates of @text in order, as an array of EntenteTextDate that clears its elements. @text must
 * be valid UTF-8; @length in bytes, or -1. A bare year counts only after a comma or a bracket and
 * between 1500 and 2100. */
GArray *entente_text_dates_find (const char *text, gssize length);
/* TRUE when @word (UTF-8, @length bytes) is the name of a weekday, or its short form. */
gboolean entente_text_is_weekday (const char *word, gsize length);
/* 1 to 12 when @word is the name of a month, or its short form; else 0. */
int entente_text_get_month (const char *word, gsize length);

G_END_DECLS
