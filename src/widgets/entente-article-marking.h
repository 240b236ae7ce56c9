/* What becomes of words selected in an article, beyond an event of their own: the date of the
 * selected event, an actor or another name of one. Part of the article pane. Main thread. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Actions and keys of the text of an article: "article.mark-date" (D), "article.mark-actor" (P). */
void entente_article_marking_install (GtkWidgetClass *class);

G_END_DECLS
