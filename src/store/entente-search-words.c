/* What a person types, as an expression of FTS5.
 *
 * Every word is quoted, so that hyphens, colons and the other signs that FTS5 has a use for mean
 * nothing; only "phrases", AND, OR, NOT and parentheses pass as what they are. A word stands for
 * all its spellings (entente-search-variants.h). Pure; any thread.
 */
#include "config.h"

#include "entente-search-variants.h"
#include "entente-search-words.h"

#include <string.h>

static gboolean
is_operator (const char *word, gsize length)
{
  static const char *const operators[] = { "AND", "OR", "NOT", "(", ")" };

  for (gsize i = 0; i < G_N_ELEMENTS (operators); i++) {
    if (strlen (operators[i]) == length && strncmp (operators[i], word, length) == 0)
      return TRUE;
  }
  return FALSE;
}

/* FTS5 takes a quoted string without any letter or digit for an error here and there. */
static gboolean
has_letter (const char *word, gsize length)
{
  for (const char *at = word; at < word + length; at = g_utf8_next_char (at)) {
    if (g_unichar_isalnum (g_utf8_get_char (at)))
      return TRUE;
  }
  return FALSE;
}

/* Separates what comes next; two operands side by side are joined by AND, which FTS5 understands
 * only between words. */
static void
append_separator (GString *expression, gboolean after_operand, gboolean operand)
{
  if (expression->len > 0)
    g_string_append (expression, after_operand && operand ? " AND " : " ");
}

/* "word", without the quotes of the word itself. */
static void
append_quoted (GString *expression, const char *word, gsize length)
{
  g_string_append_c (expression, '"');
  for (gsize i = 0; i < length; i++) {
    if (word[i] != '"')
      g_string_append_c (expression, word[i]);
  }
  g_string_append_c (expression, '"');
}

/* The word in all its spellings, in parentheses where there are several. */
static void
append_variants (GString *expression, const char *word, gsize length, gboolean prefix)
{
  g_autoptr (GPtrArray) variants = entente_search_variants (word, length);

  if (variants->len > 1)
    g_string_append_c (expression, '(');
  for (guint i = 0; i < variants->len; i++) {
    const char *variant = variants->pdata[i];

    if (i > 0)
      g_string_append (expression, " OR ");
    append_quoted (expression, variant, strlen (variant));
    if (prefix)
      g_string_append_c (expression, '*');
  }
  if (variants->len > 1)
    g_string_append_c (expression, ')');
}

/* Bytes up to the end of the word at @word, which is no space. */
static gsize
measure_word (const char *word, gboolean plain)
{
  const char *end;

  if (!plain && (*word == '(' || *word == ')'))
    return 1;
  if (!plain && *word == '"') {
    end = strchr (word + 1, '"');
    return end != NULL ? (gsize) (end + 1 - word) : strlen (word);
  }
  return strcspn (word, plain ? " \t\n\r" : " \t\n\r()\"");
}

/* What was translated so far. */
typedef struct {
  GString *expression;
  gboolean after_operand; /* it ends with a word, a phrase or ")" */
  gboolean any; /* it has a word */
  const char *last; /* its last word, which may be the beginning of one; or NULL */
  gsize last_length, last_start; /* where that begins in the expression */
} Translation;

static void
add_operator (Translation *translation, const char *sign, gsize length)
{
  append_separator (translation->expression, translation->after_operand, *sign == '(');
  g_string_append_len (translation->expression, sign, (gssize) length);
  translation->after_operand = *sign == ')';
  translation->last = NULL;
}

static void
add_word (Translation *translation, const char *word, gsize length)
{
  translation->last = NULL;
  if (!has_letter (word, length))
    return;
  append_separator (translation->expression, translation->after_operand, TRUE);
  translation->last_start = translation->expression->len;
  append_variants (translation->expression, word, length, FALSE);
  translation->after_operand = translation->any = TRUE;
  translation->last = *word != '"' ? word : NULL;
  translation->last_length = length;
}

static char *
translate (const char *words, gboolean plain)
{
  g_autoptr (GString) expression = g_string_new (NULL);
  g_autofree char *valid = g_utf8_make_valid (words, -1);
  Translation translation = { .expression = expression };

  for (const char *at = valid; *at != '\0';) {
    gsize length = g_ascii_isspace (*at) ? 1 : measure_word (at, plain);

    if (g_ascii_isspace (*at))
      translation.last = NULL;
    else if (!plain && is_operator (at, length))
      add_operator (&translation, at, length);
    else
      add_word (&translation, at, length);
    at += length;
  }
  if (translation.last) {
    g_string_truncate (expression, translation.last_start);
    append_variants (expression, translation.last, translation.last_length, TRUE);
  }
  return translation.any ? g_string_free (g_steal_pointer (&expression), FALSE) : NULL;
}

char *
entente_search_words_to_expression (const char *words)
{
  return translate (words, FALSE);
}

char *
entente_search_words_to_plain (const char *words)
{
  return translate (words, TRUE);
}
