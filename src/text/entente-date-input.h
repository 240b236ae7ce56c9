/* EntenteDateInput: what a person may write for a date: EDTF, or words such as "22 August 2018",
 * "by 22 August", "last July", "between 3 and 9 June 2018", "this summer", "3 or 9 June", "last
 * week", "on Monday". They are read as in an article (entente-text-times.h), in any language that
 * there is a table for. Pure; any thread.
 *
 * Words without a year are completed from the date of the article, and every likely reading is
 * given: which one holds is decided by a person. Nothing is narrowed beyond the words: "late in
 * July" is July. */
#pragma once

#include "entente-date.h"

G_BEGIN_DECLS

typedef struct {
  EntenteDate *date; /* with wording and basis; of "leave open" with its readings */
  char *reason; /* "told as past, article of 31 October 2018", or NULL */
} EntenteDateGuess;

/* The readings of @text, likeliest first; array of EntenteDateGuess that clears its elements.
 * @published is the date of the article, or NULL. NULL with INVALID and a sentence when nobody
 * could read it. "" gives one undated guess. */
GArray *entente_date_input_read (const char *text, const EntenteDate *published, GError **error);

G_END_DECLS
