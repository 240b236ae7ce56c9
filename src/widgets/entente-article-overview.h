/* EntenteArticleOverview: a strip beside the scroll bar with a tick for each mark of the article.
 * Main thread. */
#pragma once

#include "entente-article-marks.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_ARTICLE_OVERVIEW (entente_article_overview_get_type ())
G_DECLARE_FINAL_TYPE (EntenteArticleOverview,
                      entente_article_overview,
                      ENTENTE,
                      ARTICLE_OVERVIEW,
                      GtkWidget)

GtkWidget *entente_article_overview_new (void);
/* NULL for none. */
void entente_article_overview_set_marks (EntenteArticleOverview *overview,
                                         EntenteArticleMarks *marks);

G_END_DECLS
