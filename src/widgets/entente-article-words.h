/* EntenteArticleWords: what a hand selected, mended to what it meant. Pure over text iterators.
 * Main thread. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Half words are taken whole; spaces and marks of notes at the ends are left out. */
void entente_article_words_mend (GtkTextIter *start, GtkTextIter *end);

G_END_DECLS
