/* Cuts text into tokens, once and from left to right. Words are folded on the stack: nothing is
 * allocated for a word but its token. */
#include "config.h"

#include "entente-text-lines.h"
#include "entente-time-tokens.h"

#include <string.h>

#define WORD_BYTES 24 /* longer words are none of time */
#define FORM_WORDS 4 /* words of the longest form of several words */

typedef struct {
  const EntenteTimeLexicon *lexicon;
  const char *text;
  const char *end;
  GArray *tokens;
} Cutter;

/* ---- one token ---- */

static const char *
read_number (const char *p, const char *end, EntenteToken *token)
{
  token->type = ENTENTE_TOKEN_NUMBER;
  for (; p < end && g_ascii_isdigit (*p); p++) {
    if (token->digits < 6)
      token->value = token->value * 10 + (*p - '0');
    if (token->digits < 100)
      token->digits++;
  }
  return p;
}

static gboolean
is_letter (gunichar c)
{
  return c < 128 ? g_ascii_isalpha ((char) c) : g_unichar_isalpha (c) || g_unichar_ismark (c);
}

/* The apostrophes that may stand inside a word that the lexicon knows: "won't", "aujourd’hui". */
static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019;
}

/* Casefolds [start, end) into @folded, which has WORD_BYTES; FALSE when it is too long. */
static gboolean
fold (const char *start, const char *end, char *folded)
{
  gsize n = 0;

  if ((gsize) (end - start) >= WORD_BYTES)
    return FALSE;
  for (const char *p = start; p < end; p++) {
    if ((guchar) *p >= 128) {
      g_autofree char *whole = g_utf8_casefold (start, end - start);

      return g_strlcpy (folded, whole, WORD_BYTES) < WORD_BYTES;
    }
    folded[n++] = g_ascii_tolower (*p);
  }
  folded[n] = '\0';
  return TRUE;
}

static gboolean
looks_past (const char *folded, gsize length)
{
  return length > 4 && strcmp (folded + length - 2, "ed") == 0 && folded[length - 3] != 'e';
}

static void
classify (Cutter *cutter, const char *start, const char *end, EntenteToken *token)
{
  char folded[WORD_BYTES];
  gunichar first = g_utf8_get_char (start);

  token->capital = g_unichar_isupper (first);
  token->upper = token->capital && end - start > 1;
  for (const char *p = start; p < end && token->upper; p++)
    token->upper = (guchar) *p >= 128 || g_ascii_isupper (*p);
  if (!fold (start, end, folded))
    return;
  token->word = entente_time_lexicon_find (cutter->lexicon, folded);
  token->past = !token->capital && looks_past (folded, strlen (folded));
}

static const char *
read_word (Cutter *cutter, const char *start, EntenteToken *token)
{
  const char *p = start;

  token->type = ENTENTE_TOKEN_WORD;
  while (p < cutter->end && is_letter (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  classify (cutter, start, p, token);
  return p;
}

static const char *
read_token (Cutter *cutter, const char *p, EntenteToken *token)
{
  gunichar c = g_utf8_get_char (p);

  if ((*p == 'h' || *p == 'H' || *p == 'w' || *p == 'W') &&
      entente_text_begins_address (p, cutter->end)) {
    token->type = ENTENTE_TOKEN_SIGN;
    while (p < cutter->end && !g_unichar_isspace (g_utf8_get_char (p)))
      p = g_utf8_next_char (p);
    return p;
  }
  if (g_ascii_isdigit (*p))
    return read_number (p, cutter->end, token);
  if (is_letter (c))
    return read_word (cutter, p, token);
  token->type = ENTENTE_TOKEN_SIGN;
  token->value = (int) c;
  return g_utf8_next_char (p);
}

/* ---- forms of several words ---- */

/* A sign that may stand between the words of a form: "present-day", "all-saints day", "p.m". */
static gboolean
is_joint (const EntenteToken *token)
{
  return token->type == ENTENTE_TOKEN_SIGN &&
         (token->value == '-' || token->value == '.' || is_apostrophe ((gunichar) token->value));
}

/* Appends the token to the form: white space and hyphens are one space. */
static gboolean
append (Cutter *cutter, const EntenteToken *token, char *form, gsize size)
{
  gsize n = strlen (form);
  char folded[WORD_BYTES];

  if (is_joint (token))
    strcpy (folded, token->value == '-' ? " " : token->value == '.' ? "." : "'");
  else if (!fold (cutter->text + token->start, cutter->text + token->end, folded))
    return FALSE;
  if (n + strlen (folded) + 2 > size)
    return FALSE;
  if (n > 0 && token->gap)
    form[n++] = ' ';
  strcpy (form + n, folded);
  return TRUE;
}

/* Tokens of @found from the @first on that are one form of the lexicon; 1 for none. The words
 * "present" and "present day" are both known: the longest counts. */
static guint
measure_form (Cutter *cutter, GArray *found, guint first, const EntenteTimeWord **word)
{
  char form[WORD_BYTES * FORM_WORDS] = "";
  guint longest = 1, n_words = 0;

  for (guint i = first; i < found->len && n_words < FORM_WORDS; i++) {
    const EntenteToken *token = &g_array_index (found, EntenteToken, i);
    const EntenteTimeWord *whole;

    if (i > first && !is_joint (token) && token->type != ENTENTE_TOKEN_WORD)
      break;
    if (is_joint (token) && (token->gap || i == first))
      break;
    if (!append (cutter, token, form, sizeof form))
      break;
    n_words += token->type == ENTENTE_TOKEN_WORD;
    if (i == first || is_joint (token))
      continue;
    whole = entente_time_lexicon_find (cutter->lexicon, form);
    if (whole != NULL && whole->classes != 0) {
      *word = whole;
      longest = i - first + 1;
    }
  }
  return longest;
}

static void
join_forms (Cutter *cutter, GArray *found)
{
  guint to = 0;

  for (guint i = 0; i < found->len;) {
    EntenteToken token = g_array_index (found, EntenteToken, i);
    guint n = token.type == ENTENTE_TOKEN_WORD && token.word != NULL && token.word->leads
                ? measure_form (cutter, found, i, &token.word)
                : 1;

    token.end = g_array_index (found, EntenteToken, i + n - 1).end;
    if (token.word != NULL && token.word->classes == 0)
      token.word = NULL;
    g_array_index (found, EntenteToken, to++) = token;
    i += n;
  }
  g_array_set_size (found, to);
}

/* ---- sentences and quotations ---- */

static gboolean
ends_sentence (const EntenteToken *token, const EntenteToken *before)
{
  if (token->type != ENTENTE_TOKEN_SIGN)
    return FALSE;
  if (token->value == '!' || token->value == '?')
    return TRUE;
  /* "Sept. 3", "J. Smith" */
  return token->value == '.' && before != NULL &&
         !(before->type == ENTENTE_TOKEN_WORD && before->capital &&
           before->end - before->start < 5);
}

static void
mark_sentences (GArray *tokens)
{
  gboolean first = TRUE, quoted = FALSE;

  for (guint i = 0; i < tokens->len; i++) {
    EntenteToken *token = &g_array_index (tokens, EntenteToken, i);
    gboolean is_sign = token->type == ENTENTE_TOKEN_SIGN;

    if (is_sign && token->value == '"')
      quoted = !quoted;
    else if (is_sign && (token->value == 0x201C || token->value == 0xAB || token->value == 0x201E))
      quoted = token->value != 0x201C || !quoted || token->gap;
    else if (is_sign && (token->value == 0x201D || token->value == 0xBB))
      quoted = FALSE;
    token->quoted = quoted;
    token->first = first && !is_sign;
    if (ends_sentence (token, i > 0 ? token - 1 : NULL))
      first = TRUE;
    else if (!is_sign)
      first = FALSE;
  }
}

/* ---- all ---- */

GArray *
entente_time_tokens_cut (const EntenteTimeLexicon *lexicon,
                         const char *text,
                         gsize start,
                         gsize end)
{
  GArray *tokens = g_array_new (TRUE, TRUE, sizeof (EntenteToken)); /* ended by zeroes */
  Cutter cutter = { lexicon, text, text + end, tokens };
  gboolean gap = TRUE;

  for (const char *p = text + start; p < cutter.end;) {
    EntenteToken token = { .gap = gap };

    if (*p == ' ' || g_unichar_isspace (g_utf8_get_char (p))) {
      gap = TRUE;
      p = g_utf8_next_char (p);
      continue;
    }
    token.start = (gsize) (p - text);
    p = read_token (&cutter, p, &token);
    token.end = (gsize) (p - text);
    g_array_append_val (tokens, token);
    gap = FALSE;
  }
  join_forms (&cutter, tokens);
  mark_sentences (tokens);
  return tokens;
}
