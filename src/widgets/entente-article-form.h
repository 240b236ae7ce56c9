/* EntenteArticleForm: a window in which what is known of an article is changed: title, authors,
 * date, outlet. Main thread. */
#pragma once

#include "entente-session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

void entente_article_form_present (GtkWidget *parent, EntenteSession *session, EntenteId article);

G_END_DECLS
