/* What a person types, as an expression of FTS5.
 *
 * Every word is quoted, so that hyphens, colons and the other signs that FTS5 has a use for mean
 * nothing; only "phrases", AND, OR, NOT and parentheses pass as what they are. Pure; any thread.
 */
#include "config.h"

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

static void
append_space (GString *expression)
{
  if (expression->len > 0)
    g_string_append_c (expression, ' ');
}

/* "word", with the quotes of the word itself left out; TRUE when there was a word. */
static gboolean
append_quoted (GString *expression, const char *word, gsize length)
{
  if (!has_letter (word, length))
    return FALSE;
  append_space (expression);
  g_string_append_c (expression, '"');
  for (gsize i = 0; i < length; i++) {
    if (word[i] != '"')
      g_string_append_c (expression, word[i]);
  }
  g_string_append_c (expression, '"');
  return TRUE;
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

static char *
translate (const char *words, gboolean plain)
{
  g_autoptr (GString) expression = g_string_new (NULL);
  g_autofree char *valid = g_utf8_make_valid (words, -1);
  gboolean prefix = FALSE, any = FALSE;

  for (const char *at = valid; *at != '\0';) {
    gsize length;

    if (g_ascii_isspace (*at)) {
      prefix = FALSE;
      at++;
      continue;
    }
    length = measure_word (at, plain);
    if (!plain && is_operator (at, length)) {
      append_space (expression);
      g_string_append_len (expression, at, (gssize) length);
      prefix = FALSE;
    } else {
      prefix = append_quoted (expression, at, length) && *at != '"';
      any = any || expression->len > 0;
    }
    at += length;
  }
  if (prefix)
    g_string_append_c (expression, '*');
  return any ? g_string_free (g_steal_pointer (&expression), FALSE) : NULL;
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
