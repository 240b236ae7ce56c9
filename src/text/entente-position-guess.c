/* Kinds of position by a table of words, and issues by the words of their names. A wrong line of
 * the table is a bug and aborts. */
#include "config.h"

#include "entente-position-guess.h"

#include "entente-lexicon.h"
#include "entente-text-tokens.h"

#include <string.h>

#define SHORTEST_STEM 4 /* letters by which two words are the same whatever their endings */
#define LONGEST_ENDING 3

typedef enum { ORDER_FIRST, ORDER_CONDITION, ORDER_LINE, ORDER_OTHER, ORDER_WEAK, N_ORDERS } Order;

typedef struct {
  char **words; /* any of them, folded; of a verb in base form */
  gboolean is_verb;
  gboolean is_loose; /* further on, not next */
} Element;

typedef struct {
  int kind; /* EntentePositionKind */
  Order order;
  gboolean needs_negation;
  GPtrArray *elements; /* of Element */
} Pattern;

/* ---- the table ---- */

static Element *
read_element (const char *word)
{
  Element *element = g_new0 (Element, 1);
  gsize length = strlen (word);

  element->is_loose = word[0] == '~';
  element->is_verb = g_str_has_suffix (word, "/v");
  if (element->is_verb) {
    g_autofree char *bases = g_strndup (word, length - 2);

    element->words = g_strsplit (bases, "|", -1);
  } else {
    element->words = g_strsplit (word + (element->is_loose ? 1 : 0), "|", -1);
  }
  return element;
}

static Order
choose_order (int kind, const char *flag)
{
  if (g_str_equal (flag, "first"))
    return ORDER_FIRST;
  if (g_str_equal (flag, "weak"))
    return ORDER_WEAK;
  if (kind == ENTENTE_POSITION_PRECONDITION)
    return ORDER_CONDITION;
  return kind == ENTENTE_POSITION_RED_LINE ? ORDER_LINE : ORDER_OTHER;
}

static Pattern *
read_pattern (const char *line)
{
  g_auto (GStrv) cells = g_strsplit (line, "\t", -1);
  g_auto (GStrv) words = NULL;
  Pattern *pattern = g_new0 (Pattern, 1);

  if (g_strv_length (cells) != 3 ||
      !entente_enum_parse (ENTENTE_ENUM_POSITION_KIND, cells[0], &pattern->kind))
    g_error ("positions.tsv: wrong line: %s", line);
  pattern->order = choose_order (pattern->kind, cells[2]);
  pattern->needs_negation = g_str_equal (cells[2], "neg");
  pattern->elements = g_ptr_array_new ();
  words = g_strsplit (cells[1], " ", -1);
  for (guint i = 0; words[i]; i++)
    g_ptr_array_add (pattern->elements, read_element (words[i]));
  return pattern;
}

static gpointer
read_patterns (gpointer unused)
{
  GPtrArray *patterns = g_ptr_array_new ();
  g_auto (GStrv) lines = entente_lexicon_read ("positions.tsv");

  for (guint i = 0; lines[i]; i++)
    g_ptr_array_add (patterns, read_pattern (lines[i]));
  return patterns;
}

static const GPtrArray *
get_patterns (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, read_patterns, NULL);
}

/* ---- matching ---- */

static gboolean
is_element (const EntenteTextTokens *tokens, guint index, const Element *element)
{
  const char *fold = entente_text_tokens_get (tokens, index)->fold;
  const EntenteVerb *verb = element->is_verb ? entente_lexicon_find_verb (fold) : NULL;

  for (guint i = 0; element->words[i]; i++)
    if (element->is_verb ? verb && g_str_equal (verb->base, element->words[i])
                         : g_str_equal (fold, element->words[i]))
      return TRUE;
  return FALSE;
}

static guint
get_sentence_end (const EntenteTextTokens *tokens, guint index)
{
  guint sentence = entente_text_tokens_get (tokens, index)->sentence;

  return g_array_index (tokens->sentences, EntenteSentenceSpan, sentence).last;
}

static gboolean
is_negated (const EntenteTextTokens *tokens, guint index)
{
  guint sentence = entente_text_tokens_get (tokens, index)->sentence;
  guint first = g_array_index (tokens->sentences, EntenteSentenceSpan, sentence).first;

  for (guint i = first; i < index; i++) {
    const char *fold = entente_text_tokens_get (tokens, i)->fold;

    if (entente_lexicon_is (fold, ENTENTE_WORD_NEGATION) || g_str_has_suffix (fold, "n't") ||
        g_str_equal (fold, "cannot") || g_str_equal (fold, "no"))
      return TRUE;
  }
  return FALSE;
}

/* The token behind the words, where the pattern stands at @index; else 0. */
static guint
match (const Pattern *pattern, const EntenteTextTokens *tokens, guint index)
{
  guint end = get_sentence_end (tokens, index), at = index;

  for (guint i = 0; i < pattern->elements->len; i++) {
    const Element *element = pattern->elements->pdata[i];

    while (element->is_loose && at < end && !is_element (tokens, at, element))
      at++;
    if (at >= end || !is_element (tokens, at, element))
      return 0;
    at++;
  }
  return pattern->needs_negation && !is_negated (tokens, index) ? 0 : at;
}

typedef struct {
  const Pattern *pattern; /* NULL: none */
  guint first, end; /* tokens */
} Match;

static void
try_pattern (const Pattern *pattern, const EntenteTextTokens *tokens, Match *best)
{
  for (guint i = 0; i < tokens->tokens->len; i++) {
    guint end = match (pattern, tokens, i);

    if (end == 0)
      continue;
    if (!best->pattern || pattern->order < best->pattern->order ||
        (pattern->order == best->pattern->order && i < best->first))
      *best = (Match){ pattern, i, end };
    return;
  }
}

gboolean
entente_position_guess_kind (const char *text, int *kind, char **words)
{
  g_autoptr (EntenteTextTokens) tokens = entente_text_tokens_new (text ? text : "", -1, NULL);
  const GPtrArray *patterns = get_patterns ();
  Match best = { NULL, 0, 0 };

  for (guint i = 0; i < patterns->len; i++)
    try_pattern (patterns->pdata[i], tokens, &best);
  if (!best.pattern)
    return FALSE;
  *kind = best.pattern->kind;
  if (words)
    *words = entente_text_tokens_dup (tokens, best.first, best.end);
  return TRUE;
}

/* ---- issues ---- */

static gboolean
is_content (const char *fold)
{
  return g_utf8_strlen (fold, -1) > 2 && !entente_lexicon_is (fold, ENTENTE_WORD_DETERMINER) &&
         !entente_lexicon_is (fold, ENTENTE_WORD_PREPOSITION) &&
         !entente_lexicon_is (fold, ENTENTE_WORD_CONJUNCTION);
}

/* "prisoner", "prisoners" and "prisoners'": the same beginning, and little behind it. */
static gboolean
is_same_word (const char *a, const char *b)
{
  glong n = 0;

  while (*a && g_utf8_get_char (a) == g_utf8_get_char (b)) {
    a = g_utf8_next_char (a);
    b = g_utf8_next_char (b);
    n++;
  }
  if (!*a && !*b)
    return TRUE;
  return n >= SHORTEST_STEM && g_utf8_strlen (a, -1) <= LONGEST_ENDING &&
         g_utf8_strlen (b, -1) <= LONGEST_ENDING;
}

static gboolean
holds (const EntenteTextTokens *tokens, const char *fold)
{
  for (guint i = 0; i < tokens->tokens->len; i++)
    if (is_same_word (entente_text_tokens_get (tokens, i)->fold, fold))
      return TRUE;
  return FALSE;
}

/* The part of the words of @name that stand in the text, in hundredths. */
static guint
measure (const EntenteTextTokens *tokens, const char *name)
{
  g_autoptr (EntenteTextTokens) words = entente_text_tokens_new (name ? name : "", -1, NULL);
  guint n = 0, n_held = 0;

  for (guint i = 0; i < words->tokens->len; i++) {
    const EntenteToken *token = entente_text_tokens_get (words, i);

    if (token->type != ENTENTE_TOKEN_WORD || !is_content (token->fold))
      continue;
    n++;
    n_held += holds (tokens, token->fold);
  }
  return n > 0 ? n_held * 100 / n : 0;
}

typedef struct {
  EntenteId issue;
  guint share, number;
} Found;

static int
compare_found (gconstpointer a, gconstpointer b)
{
  const Found *one = a, *other = b;

  if (one->share != other->share)
    return one->share > other->share ? -1 : 1;
  return (one->number > other->number) - (one->number < other->number);
}

GArray *
entente_position_guess_issues (const EntenteIssueName *names, guint n, const char *text)
{
  g_autoptr (EntenteTextTokens) tokens = entente_text_tokens_new (text ? text : "", -1, NULL);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  GArray *issues = g_array_new (FALSE, FALSE, sizeof (EntenteId));

  for (guint i = 0; i < n; i++) {
    Found one = { names[i].issue, measure (tokens, names[i].name), i };

    if (one.share >= 50)
      g_array_append_val (found, one);
  }
  g_array_sort (found, compare_found);
  for (guint i = 0; i < found->len; i++)
    g_array_append_val (issues, g_array_index (found, Found, i).issue);
  return issues;
}
