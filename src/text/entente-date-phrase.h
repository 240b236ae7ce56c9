/* EntenteDatePhrase: the words of a date taken apart; what entente-date-input.c makes values of. Pure; any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  ENTENTE_PHRASE_ON,
  ENTENTE_PHRASE_BY, /* no later than */
  ENTENTE_PHRASE_BEFORE,
  ENTENTE_PHRASE_AFTER,
  ENTENTE_PHRASE_SINCE,
  ENTENTE_PHRASE_BETWEEN, /* once, between two points */
  ENTENTE_PHRASE_FROM, /* all the time between two points */
} EntentePhraseForm;

typedef enum {
  ENTENTE_PHRASE_ABSOLUTE,
  ENTENTE_PHRASE_LAST,
  ENTENTE_PHRASE_THIS,
  ENTENTE_PHRASE_NEXT,
} EntentePhraseDeixis;

/* What was said; 0: was not. */
typedef struct {
  int year, month, day;
  int season; /* 21 to 24 */
} EntentePhrasePoint;

typedef struct {
  EntentePhraseForm form;
  EntentePhraseDeixis deixis;
  gboolean is_approximate; /* "around" */
  EntentePhrasePoint first, second; /* second of BETWEEN and FROM */
} EntenteDatePhrase;

/* FALSE when some word has no place in a date. */
gboolean entente_date_phrase_read (const char *text, EntenteDatePhrase *phrase);
/* Where the longest phrase of a date that begins first stands, in bytes; FALSE for none. */
gboolean entente_date_phrase_find (const char *text, gsize *start, gsize *end);

G_END_DECLS
