/* EntenteArticleSuggestions: suggestions in the text of an article: dotted lines below their words,
 * the selected one in a box, and the form at its words. Functions over the text; part of the
 * article pane. Main thread. */
#pragma once

#include "entente-article-painter.h"
#include "entente-article-text.h"
#include "entente-suggestion-list.h"

G_BEGIN_DECLS

/* Draws those in the offsets [from, to) of the buffer. */
void entente_article_suggestions_draw (EntenteArticlePainter *painter,
                                       EntenteSession *session,
                                       int from,
                                       int to);
/* From now on the text shows them, brings the selected one into sight and opens the form when it is
 * asked for. To be called once a session, which the marks of the text have already. */
void entente_article_suggestions_follow (EntenteArticleText *text, EntenteSession *session);
/* Does what an action of the article pane says: article.next-suggestion,
 * article.previous-suggestion (from where reading stands), article.accept-suggestion,
 * article.reject-suggestion, article.edit-suggestion (of the selected one, if there is one). */
void entente_article_suggestions_act (EntenteArticleText *text, const char *action);
void entente_article_suggestions_select (EntenteArticleText *text, EntenteSuggestionItem *item);
/* The one whose words or glyph are at a point, in buffer coordinates; NULL when there is none.
 * Borrowed. */
EntenteSuggestionItem *entente_article_suggestions_find (EntenteArticleText *text, int x, int y);

G_END_DECLS
