/* Words, sentences and quotations of a running text, with byte offsets.
 *
 * A word keeps its inner hyphens, apostrophes and points ("al-Haldan", "U.S."); a possessive "'s"
 * is a token of its own. Marks of notes ("[3]") belong to the sentence before them. Immutable once
 * made, owned by the caller; pure, safe in any thread, linear in the length of the text.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum {
  ENTENTE_TOKEN_WORD,
  ENTENTE_TOKEN_NUMBER,
  ENTENTE_TOKEN_POSSESSIVE, /* "'s", or the apostrophe of "rebels'" */
  ENTENTE_TOKEN_SIGN,
  ENTENTE_TOKEN_NOTE, /* "[3]" */
} EntenteTokenType;

typedef struct {
  gsize start, end; /* bytes, [start, end) */
  guint sentence; /* index */
  guint8 type; /* EntenteTokenType */
  gboolean is_capital : 1; /* begins with a capital letter */
  gboolean is_acronym : 1; /* two or more letters, all of them capitals */
  gboolean is_quoted : 1; /* between quotation marks */
  gboolean is_spaced : 1; /* white space stands before it */
  const char *fold; /* lower case, apostrophes made "'" and dashes "-"; never NULL */
} EntenteToken;

typedef struct {
  guint first, last; /* tokens, [first, last) */
  gsize start, end; /* bytes */
  guint paragraph; /* number, from 0 */
  gboolean is_question;
} EntenteSentenceSpan;

typedef struct {
  char *text;
  gsize length;
  GArray *tokens; /* of EntenteToken */
  GArray *sentences; /* of EntenteSentenceSpan */
  GStringChunk *folds;
} EntenteTextTokens;

/* @text must be valid UTF-8; it is copied; @length in bytes, or -1. NULL when cancelled. */
EntenteTextTokens *entente_text_tokens_new (const char *text,
                                            gssize length,
                                            GCancellable *cancellable);
void entente_text_tokens_free (EntenteTextTokens *tokens);
/* @index may be anything: a sign without letters stands outside the text. */
const EntenteToken *entente_text_tokens_get (const EntenteTextTokens *tokens, gint64 index);
/* TRUE when the token at @index is @word (folded). */
gboolean entente_text_tokens_is (const EntenteTextTokens *tokens, gint64 index, const char *word);
/* The words of [first, last) as they stand. Free with g_free. */
char *entente_text_tokens_dup (const EntenteTextTokens *tokens, guint first, guint last);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteTextTokens, entente_text_tokens_free)

G_END_DECLS
