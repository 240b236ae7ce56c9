/* EntenteArticleSelection: the words selected in the text of an article: where the button stands
 * that makes an event of them, and the answer to panes that ask for them through the session. Main
 * thread; part of the article pane.
 */
#pragma once

#include "entente-article-text.h"

G_BEGIN_DECLS

/* Puts @button, which lies over @view, where it does not cover the words of which it makes an
 * event. */
void entente_article_selection_place_button (GtkTextView *view, GtkWidget *button);
/* Answers the question of @session for words with those of @text; no longer that of another one.
 * NULL: of none. */
void entente_article_selection_offer (EntenteArticleText *text, EntenteSession *session);

G_END_DECLS
