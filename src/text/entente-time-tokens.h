/* The words, numbers and signs of a stretch of text, with what each may mean for time. Private to
 * text; pure, any thread.
 */
#pragma once

#include "entente-time-lexicon.h"

G_BEGIN_DECLS

typedef enum {
  ENTENTE_TOKEN_END,
  ENTENTE_TOKEN_NUMBER, /* ASCII digits */
  ENTENTE_TOKEN_WORD, /* letters; forms of several words that the lexicon has are one */
  ENTENTE_TOKEN_SIGN, /* any other character; an address of a page is one */
} EntenteTokenType;

typedef struct {
  gsize start, end; /* bytes of the text */
  const EntenteTimeWord *word; /* of a WORD; NULL when it means no time */
  EntenteTokenType type;
  int value; /* of a NUMBER; of a SIGN its character, 0 for an address */
  guint16 digits; /* of a NUMBER */
  guint8 gap : 1; /* white space stands before it */
  guint8 capital : 1; /* of a WORD: begins with a capital letter */
  guint8 upper : 1; /* of a WORD: all capitals, two letters or more */
  guint8 past : 1; /* of a WORD: looks like "asked" */
  guint8 first : 1; /* begins a sentence */
  guint8 quoted : 1; /* inside quotation marks */
} EntenteToken;

/* Tokens of [start, end) of @text, ended by END; array of EntenteToken. */
GArray *entente_time_tokens_cut (const EntenteTimeLexicon *lexicon,
                                 const char *text,
                                 gsize start,
                                 gsize end);

G_END_DECLS
