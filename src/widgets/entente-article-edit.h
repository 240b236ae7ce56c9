/* Actions of the article pane that change what is known of the article itself: article.edit,
 * article.correct. Main thread; part of the pane. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* For the class of the pane, which has the property "session". */
void entente_article_edit_install (GtkWidgetClass *class);

G_END_DECLS
