/* EntenteArticleTurns: hidden marks that turn the direction of a text (embeddings, overrides,
 * isolates). They stay in the text, for the words are kept; a small flag shows where each stands,
 * so that nothing reads otherwise than it is written unseen. Main thread. */
#pragma once

#include "entente-article-painter.h"

G_BEGIN_DECLS

/* Offsets (int) of all of them in the text of a view. */
GArray *entente_article_turns_list (const char *text);
/* Those at offsets [from, to), over the letters. */
void entente_article_turns_draw (EntenteArticlePainter *painter,
                                 const GArray *turns,
                                 int from,
                                 int to);

G_END_DECLS
