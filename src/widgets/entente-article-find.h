/* EntenteArticleFind: the bar for finding words in the text of an article. Part of the article
 * pane. Main thread. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_ARTICLE_FIND (entente_article_find_get_type ())
G_DECLARE_FINAL_TYPE (EntenteArticleFind, entente_article_find, ENTENTE, ARTICLE_FIND, GtkWidget)

/* The text to find in; not owned, must outlive the bar. */
void entente_article_find_set_view (EntenteArticleFind *find, GtkTextView *view);
/* Shows the bar and gives it the keyboard. */
void entente_article_find_open (EntenteArticleFind *find);
void entente_article_find_close (EntenteArticleFind *find);
/* The next (@step 1) or previous (-1) place, round the ends. */
void entente_article_find_step (EntenteArticleFind *find, int step);

G_END_DECLS
