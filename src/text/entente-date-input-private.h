/* The words of a date that somebody wrote by itself, taken apart; private to text; pure. */
#pragma once

#include "entente-time-expression.h"

G_BEGIN_DECLS

typedef enum {
  ENTENTE_WORDS_ON,
  ENTENTE_WORDS_BY, /* no later than; from here on in the order of the class "by" of the tables */
  ENTENTE_WORDS_BEFORE,
  ENTENTE_WORDS_AFTER,
  ENTENTE_WORDS_SINCE,
  ENTENTE_WORDS_BETWEEN, /* once, between two points */
  ENTENTE_WORDS_FROM, /* all the time between two points */
  ENTENTE_WORDS_EACH, /* "3 and 9 June" */
  ENTENTE_WORDS_EITHER, /* "3 or 9 June" */
} EntenteWordsForm;

typedef struct {
  EntenteWordsForm form;
  EntenteTimeExpression first, second; /* second of BETWEEN and those behind it */
} EntenteDateWords;

/* FALSE when @text is no date, in no language, or says something besides. */
gboolean entente_date_words_read (const char *text, EntenteDateWords *words);
/* TRUE when a year, and nothing else that is needed, is left to be completed: "14 February", "last
 * July". */
gboolean entente_date_words_lack_year (const EntenteTimeExpression *found);

G_END_DECLS
