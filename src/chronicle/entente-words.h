/* Lists in running text: "A, B and C". The one place that knows how; any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @words is an array of strings, each isolated where it runs from right to left
 * (entente-isolate.h). Free with g_free. */
char *entente_words_join_and (const GPtrArray *words);
char *entente_words_join_or (const GPtrArray *words);

G_END_DECLS
