/* Lists in running text, as the user's language joins them. */
#include "config.h"

#include "entente-words.h"

#include "entente-isolate.h"

#include <glib/gi18n-lib.h>

static char *
join (const GPtrArray *words, const char *last_pair)
{
  g_autofree char *text = NULL;

  if (words->len == 0)
    return g_strdup ("");
  text = entente_isolate (g_ptr_array_index (words, 0));
  for (guint i = 1; i < words->len; i++) {
    /* Translators: one more in a list: "A, B". */
    const char *pair = i + 1 < words->len ? _ ("%s, %s") : last_pair;
    g_autofree char *word = entente_isolate (g_ptr_array_index (words, i));
    char *longer;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    longer = g_strdup_printf (pair, text, word);
#pragma GCC diagnostic pop
    g_free (text);
    text = longer;
  }
  return g_steal_pointer (&text);
}

char *
entente_words_join_and (const GPtrArray *words)
{
  /* Translators: the end of a list, or a pair: "A, B and C". */
  return join (words, _ ("%s and %s"));
}

char *
entente_words_join_or (const GPtrArray *words)
{
  /* Translators: the end of a list, or a pair: "A, B or C". */
  return join (words, _ ("%s or %s"));
}
