/* Dates written out with their year, in lines that are no running text: the head of an article, a
 * note, a cell of a table. "31 October 2018", "October 31, 2018", "31. Oktober 2018", "31 Ekim
 * 2018", "2018-10-31", "31.10.2018", "Spring 2018", "(1984)".
 *
 * They are read like the dates of running text (entente-text-times.h), but in all languages that
 * there are tables for, and only when they say it all: nothing is completed. Pure functions, safe
 * in any thread.
 */
#pragma once

#include "entente-date.h"

G_BEGIN_DECLS

typedef struct {
  gsize start, end; /* bytes of the text, [start, end) */
  EntentePrecision precision; /* DAY, MONTH, SEASON or YEAR */
  EntenteDate *date; /* with wording; one of two when day and month may be exchanged */
} EntenteWrittenDate;

/* All dates of @text in order, as an array of EntenteWrittenDate that clears its elements. @text
 * must be valid UTF-8; @length in bytes, or -1. A bare year counts only after a comma or a bracket
 * and between 1500 and 2100. */
GArray *entente_written_dates_find (const char *text, gssize length);
/* TRUE when @word (UTF-8, @length bytes or -1) is the name of a weekday, or its short form. */
gboolean entente_word_is_weekday (const char *word, gssize length);
/* 1 to 12 when @word is the name of a month, or its short form; else 0. */
int entente_word_get_month (const char *word, gssize length);

G_END_DECLS
