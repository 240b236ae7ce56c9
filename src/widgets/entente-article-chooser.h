/* EntenteArticleChooser: a button that lists the articles of the study and brings one into the
 * pane. Part of the article pane; hidden while there is only one. Main thread. */
#pragma once

#include "entente-session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_ARTICLE_CHOOSER (entente_article_chooser_get_type ())
G_DECLARE_FINAL_TYPE (EntenteArticleChooser,
                      entente_article_chooser,
                      ENTENTE,
                      ARTICLE_CHOOSER,
                      GtkWidget)

void entente_article_chooser_set_session (EntenteArticleChooser *chooser, EntenteSession *session);
/* Number of articles. */
guint entente_article_chooser_get_n (EntenteArticleChooser *chooser);

G_END_DECLS
