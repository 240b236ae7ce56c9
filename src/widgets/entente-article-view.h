/* EntenteArticleView: the pane in which an article is read: its title, its text with the marked
 * passages, the glyphs and notes beside it, and a strip with all marks.
 *
 * What is shown and selected is decided by the session; the pane draws and answers input. Files
 * dropped on it are the window's. Main thread.
 *
 * Properties: "session" EntenteSession (read and write, NULL: empty); "text-scale" int, 80 to 200
 * per cent (read and write; the window keeps it in the settings); "text-measure" int, 45 to 120
 * letters in a line at most (write only). Actions: article.new-event, article.new-claim,
 * article.show, article.clear, article.next-mark, article.previous-mark, article.find,
 * article.find-next, article.find-previous, article.larger-text, article.smaller-text,
 * article.edit, article.correct. It asks the window for "win.import" (add articles),
 * "win.show-timeline" (Enter on a mark) and "win.delete" (the events selected).
 */
#pragma once

#include "entente-session.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_ARTICLE_VIEW (entente_article_view_get_type ())
G_DECLARE_FINAL_TYPE (EntenteArticleView, entente_article_view, ENTENTE, ARTICLE_VIEW, AdwBin)

GtkWidget *entente_article_view_new (EntenteSession *session);
void entente_article_view_set_session (EntenteArticleView *view, EntenteSession *session);
int entente_article_view_get_text_scale (EntenteArticleView *view);
void entente_article_view_set_text_scale (EntenteArticleView *view, int percent);
/* Where reading stopped in each article, as text that outlives the window. Free. */
char *entente_article_view_dup_places (EntenteArticleView *view);
/* What an earlier window left, or NULL: the article in view, and each that is opened, begins there.
 */
void entente_article_view_set_places (EntenteArticleView *view, const char *places);
/* Opens the bar for finding in the text and gives it the keyboard. */
void entente_article_view_find (EntenteArticleView *view);
/* Gives the keyboard to the text. */
void entente_article_view_focus_text (EntenteArticleView *view);

G_END_DECLS
