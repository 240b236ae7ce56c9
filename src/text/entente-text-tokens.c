/* One pass over the characters makes tokens, a second one over the tokens makes sentences. */
#include "config.h"

#include "entente-letters.h"
#include "entente-text-tokens.h"

#include <string.h>

#define CANCEL_EVERY 4096 /* tokens */
#define LONGEST_SENTENCE                                                                           \
  300 /* tokens: a text without stops is cut, or its reading would take for ever */

/* Their point ends no sentence. */
static const char abbreviations[] =
  "|mr|mrs|ms|dr|gen|col|lt|maj|capt|sgt|sen|rep|gov|prof|st|jr|sr|rev|hon|amb|adm|no|vs|etc|jan|"
  "feb|"
  "mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|mt|ft|inc|ltd|co|corp|art|fig|approx|doç|doc|pres|min|";

/* Words that begin a sentence, and hardly ever follow "U.S." within one. */
static const char starters[] =
  "|the|a|an|in|on|at|it|he|she|they|this|that|these|those|but|and|as|after|before|when|while|for|"
  "from|"
  "with|although|however|both|also|if|since|his|her|their|its|we|i|there|by|";

static gboolean
list_has (const char *list, const char *word)
{
  g_autofree char *key = g_strconcat ("|", word, "|", NULL);

  return strstr (list, key) != NULL;
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == 0x2bc;
}

static gboolean
is_inner (gunichar c)
{
  return is_apostrophe (c) || c == '-' || c == 0x2010 || c == 0x2011;
}

static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalpha (c) || g_unichar_ismark (c);
}

static gunichar
char_at (const char *p, const char *end)
{
  return p < end ? g_utf8_get_char (p) : 0;
}

/* TRUE when "X." of "U.S." or of an initial stands at @p. */
static gboolean
is_initial (const char *p, const char *end)
{
  return p + 1 < end && g_unichar_isupper (g_utf8_get_char (p)) && *g_utf8_next_char (p) == '.';
}

/* The end of a row of initials written as one: "U.S.", "P.L.O."; @p itself for none. */
static const char *
skip_initials (const char *p, const char *end)
{
  const char *next = p;
  guint n = 0;

  for (; next < end && is_initial (next, end); n++)
    next = g_utf8_next_char (next) + 1;
  return n >= 2 || (n == 1 && !is_letter (char_at (next, end))) ? next : p;
}

static const char *
skip_word (const char *p, const char *end)
{
  const char *next = skip_initials (p, end);

  if (next > p && !(char_at (next, end) == '-' && g_unichar_islower (char_at (next + 1, end))))
    return next;
  while (next < end) { /* "U.S.-backed" goes on */
    gunichar c = g_utf8_get_char (next);
    const char *after = g_utf8_next_char (next);

    if (is_letter (c) || g_unichar_isdigit (c)) {
      next = after;
      continue;
    }
    if (c == '-' && next > p && g_unichar_isdigit (char_at (after, end))) { /* "U-2" */
      next = after;
      continue;
    }
    if (!is_inner (c) || !is_letter (char_at (after, end)))
      break;
    if (!is_apostrophe (c) && g_unichar_isupper (g_utf8_get_char (p)) &&
        g_unichar_isupper (char_at (after, end)))
      break; /* "Kenyan-Ugandan" is two words and a dash */
    if (is_apostrophe (c) && (*after == 's' || *after == 'S') &&
        !is_letter (char_at (after + 1, end)))
      break;
    next = after;
  }
  return next;
}

static const char *
skip_number (const char *p, const char *end)
{
  while (p < end) {
    gunichar c = g_utf8_get_char (p);

    if (!g_unichar_isalnum (c) &&
        !((c == '.' || c == ',') && g_unichar_isdigit (char_at (p + 1, end))))
      break;
    p = g_utf8_next_char (p);
  }
  return p;
}

/* The end of "[3]" at @p, or @p. */
static const char *
skip_note (const char *p, const char *end)
{
  const char *next = p + 1;

  while (next < end && g_ascii_isdigit (*next) && next - p < 5)
    next++;
  return *p == '[' && next > p + 1 && next < end && *next == ']' ? next + 1 : p;
}

static const char *
fold_word (EntenteTextTokens *self, const char *start, const char *end)
{
  g_autofree char *lower = entente_letters_down (start, end - start);
  GString *made = g_string_sized_new (end - start);
  const char *kept;

  for (const char *p = lower; *p; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    g_string_append_unichar (made, is_apostrophe (c) ? '\'' : c == 0x2010 || c == 0x2011 ? '-' : c);
  }
  kept = g_string_chunk_insert_const (self->folds, made->str);
  g_string_free (made, TRUE);
  return kept;
}

static gboolean
is_acronym (const char *p, const char *end)
{
  guint n = 0;

  for (; p < end; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (g_unichar_islower (c))
      return FALSE;
    n += g_unichar_isupper (c) != 0;
  }
  return n >= 2;
}

static void
classify (EntenteTextTokens *self, EntenteToken *token, const char *start, const char *end)
{
  gunichar c = g_utf8_get_char (start);

  token->start = start - self->text;
  token->end = end - self->text;
  token->is_capital = g_unichar_isupper (c) || g_unichar_istitle (c);
  token->is_acronym = token->is_capital && is_acronym (start, end);
  token->fold = fold_word (self, start, end);
}

/* The opening or closing of quotation marks at @p: +1, -1, 2 for either, 0 for none. */
static int
get_quote (const char *p, gsize *length)
{
  gunichar c = g_utf8_get_char (p);

  *length = g_utf8_next_char (p) - p;
  if (c == 0x201c || c == 0x201e || c == 0xab)
    return 1;
  if (c == 0x201d || c == 0xbb)
    return -1;
  if (c == '"')
    return 2;
  if (g_str_has_prefix (p, "``") || g_str_has_prefix (p, "''")) {
    *length = 2;
    return *p == '`' ? 1 : -1;
  }
  return 0;
}

typedef struct {
  gboolean is_quoted;
  gboolean is_spaced;
} Walk;

/* Reads the token at @p; the place behind it. */
static const char *
read_token (EntenteTextTokens *self, Walk *walk, const char *p, const char *end)
{
  EntenteToken token = { .type = ENTENTE_TOKEN_SIGN, .is_spaced = walk->is_spaced };
  gunichar c = g_utf8_get_char (p);
  const char *next = skip_note (p, end);
  gsize length = next - p;
  gboolean was_word =
    self->tokens->len > 0 && !walk->is_spaced &&
    g_array_index (self->tokens, EntenteToken, self->tokens->len - 1).type == ENTENTE_TOKEN_WORD;
  int quote = 0;

  if (next > p) {
    token.type = ENTENTE_TOKEN_NOTE;
  } else if (is_letter (c)) {
    token.type = ENTENTE_TOKEN_WORD;
    length = skip_word (p, end) - p;
  } else if (g_unichar_isdigit (c)) {
    token.type = ENTENTE_TOKEN_NUMBER;
    length = skip_number (p, end) - p;
  } else if ((quote = get_quote (p, &length)) != 0) {
    walk->is_quoted = quote == 1 || (quote == 2 && !walk->is_quoted);
  } else if (is_apostrophe (c) && was_word) {
    const char *after = g_utf8_next_char (p);
    gboolean has_s = char_at (after, end) == 's' || char_at (after, end) == 'S';

    token.type = ENTENTE_TOKEN_POSSESSIVE;
    length = after - p + (has_s && !is_letter (char_at (after + 1, end)) ? 1 : 0);
  } else {
    length = g_utf8_next_char (p) - p;
  }
  classify (self, &token, p, p + length);
  token.is_quoted = walk->is_quoted;
  g_array_append_val (self->tokens, token);
  walk->is_spaced = FALSE;
  return p + length;
}

/* ---- sentences ---- */

static gboolean
has_line_end (const char *text, gsize start, gsize end)
{
  return end > start && memchr (text + start, '\n', end - start) != NULL;
}

static gboolean
is_closing (const EntenteToken *token)
{
  return token->type == ENTENTE_TOKEN_NOTE ||
         (token->type == ENTENTE_TOKEN_SIGN && !token->is_spaced &&
          strstr ("\"”’»)]''", token->fold) != NULL && token->end > token->start);
}

/* TRUE when the word with a point at its end ends a sentence before @next. */
static gboolean
ends_with_initials (const EntenteToken *token, const EntenteToken *next)
{
  return token->type == ENTENTE_TOKEN_WORD && g_str_has_suffix (token->fold, ".") &&
         token->end - token->start > 3 && next->is_capital && list_has (starters, next->fold);
}

static gboolean
is_stop (EntenteTextTokens *self, guint i)
{
  const EntenteToken *token = &g_array_index (self->tokens, EntenteToken, i);
  const EntenteToken *before = i > 0 ? token - 1 : NULL;

  if (token->type != ENTENTE_TOKEN_SIGN)
    return FALSE;
  if (strchr ("!?", token->fold[0]) && token->fold[0])
    return TRUE;
  if (token->fold[0] == 0 ||
      (g_strcmp0 (token->fold, ".") != 0 && g_strcmp0 (token->fold, "…") != 0))
    return FALSE;
  return !before || before->type != ENTENTE_TOKEN_WORD || token->is_spaced ||
         !list_has (abbreviations, before->fold);
}

static gboolean
may_begin (const EntenteToken *token)
{
  return token->is_capital || token->type == ENTENTE_TOKEN_NUMBER ||
         (token->type == ENTENTE_TOKEN_SIGN && strstr ("\"“«([``'‘—-", token->fold)) ||
         (token->type == ENTENTE_TOKEN_WORD &&
          !g_unichar_islower (g_utf8_get_char (token->fold))); /* a script without case */
}

/* The token behind the sentence that token @i ends; @i when it ends none. */
static guint
find_end (EntenteTextTokens *self, guint i)
{
  const EntenteToken *tokens = (const EntenteToken *) (gpointer) self->tokens->data;
  guint next = i + 1;

  if (next >= self->tokens->len || has_line_end (self->text, tokens[i].end, tokens[next].start))
    return next;
  if (ends_with_initials (&tokens[i], &tokens[next]))
    return next;
  if (!is_stop (self, i))
    return i;
  while (next < self->tokens->len && is_closing (&tokens[next]) &&
         !has_line_end (self->text, tokens[next - 1].end, tokens[next].start))
    next++;
  if (next >= self->tokens->len)
    return next;
  return tokens[next].is_spaced && may_begin (&tokens[next]) ? next : i;
}

static gboolean
is_question (EntenteTextTokens *self, guint first, guint last)
{
  for (guint i = last; i > first && i + 4 > last; i--) {
    if (g_array_index (self->tokens, EntenteToken, i - 1).fold[0] == '?')
      return TRUE;
  }
  return FALSE;
}

static void
add_sentence (EntenteTextTokens *self, guint first, guint last, guint *paragraph)
{
  EntenteToken *tokens = (EntenteToken *) (gpointer) self->tokens->data;
  EntenteSentenceSpan span = { .first = first, .last = last, .paragraph = *paragraph };

  span.start = tokens[first].start;
  span.end = tokens[last - 1].end;
  span.is_question = is_question (self, first, last);
  for (guint i = first; i < last; i++)
    tokens[i].sentence = self->sentences->len;
  g_array_append_val (self->sentences, span);
  if (last < self->tokens->len && has_line_end (self->text, span.end, tokens[last].start))
    (*paragraph)++;
}

static void
cut_sentences (EntenteTextTokens *self)
{
  guint first = 0, paragraph = 0;

  for (guint i = 0; i < self->tokens->len;) {
    guint end = i - first + 1 >= LONGEST_SENTENCE ? i + 1 : find_end (self, i);

    if (end > i) {
      add_sentence (self, first, end, &paragraph);
      first = i = end;
    } else {
      i++;
    }
  }
}

EntenteTextTokens *
entente_text_tokens_new (const char *text, gssize length, GCancellable *cancellable)
{
  EntenteTextTokens *self = g_new0 (EntenteTextTokens, 1);
  Walk walk = { FALSE, TRUE };
  const char *end;

  self->length = length < 0 ? strlen (text) : (gsize) length;
  self->text = g_strndup (text, self->length);
  self->tokens = g_array_new (FALSE, TRUE, sizeof (EntenteToken));
  self->sentences = g_array_new (FALSE, TRUE, sizeof (EntenteSentenceSpan));
  self->folds = g_string_chunk_new (4096);
  end = self->text + self->length;
  for (const char *p = self->text; p < end;) {
    gunichar c = g_utf8_get_char (p);

    if (self->tokens->len % CANCEL_EVERY == 0 && g_cancellable_is_cancelled (cancellable)) {
      entente_text_tokens_free (self);
      return NULL;
    }
    if (g_unichar_isspace (c) || g_unichar_iscntrl (c) || c == 0) {
      if (c == '\n')
        walk.is_quoted = FALSE;
      walk.is_spaced = TRUE;
      p = g_utf8_next_char (p);
      continue;
    }
    p = read_token (self, &walk, p, end);
  }
  cut_sentences (self);
  return self;
}

void
entente_text_tokens_free (EntenteTextTokens *tokens)
{
  if (!tokens)
    return;
  g_array_unref (tokens->tokens);
  g_array_unref (tokens->sentences);
  g_string_chunk_free (tokens->folds);
  g_free (tokens->text);
  g_free (tokens);
}

const EntenteToken *
entente_text_tokens_get (const EntenteTextTokens *tokens, gint64 index)
{
  static const EntenteToken outside = { .type = ENTENTE_TOKEN_SIGN, .fold = "" };

  if (index < 0 || index >= tokens->tokens->len)
    return &outside;
  return &g_array_index (tokens->tokens, EntenteToken, index);
}

gboolean
entente_text_tokens_is (const EntenteTextTokens *tokens, gint64 index, const char *word)
{
  return strcmp (entente_text_tokens_get (tokens, index)->fold, word) == 0;
}

char *
entente_text_tokens_dup (const EntenteTextTokens *tokens, guint first, guint last)
{
  gsize start = entente_text_tokens_get (tokens, first)->start;
  gsize end = last > first ? entente_text_tokens_get (tokens, last - 1)->end : start;

  return g_strndup (tokens->text + start, end > start ? end - start : 0);
}
