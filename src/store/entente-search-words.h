/* What a person types, as an expression of FTS5. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Words, "phrases", AND, OR, NOT and parentheses; the last word also as the beginning of one. NULL
 * when there is no word in it. May still be no valid expression ("AND AND"). Free with g_free. */
char *entente_search_words_to_expression (const char *words);
/* Every word of it, operators too, as a plain word. Always valid; NULL when there is no word. */
char *entente_search_words_to_plain (const char *words);

G_END_DECLS
