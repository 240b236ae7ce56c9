/* EntenteArticleWalk: from mark to mark in the text of an article, events and positions alike.
 * Function over the text; part of the article pane. Main thread. */
#pragma once

#include "entente-article-text.h"

G_BEGIN_DECLS

/* Selects what is marked after (@step 1) or before (-1) the selected mark, else after or before the
 * place where one reads; round the ends. In the order of the words; where both begin at one, the
 * event comes first. Nothing where nothing is marked. */
void entente_article_walk_step (EntenteArticleText *text, int step);

G_END_DECLS
