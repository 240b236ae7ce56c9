/* EntenteOldTextWindow: a text that was corrected since, with the words in it that a claim rests
 * on. Only to be read. Main thread. */
#pragma once

#include "entente-session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Above the window of @parent. @article may be NULL. */
void entente_old_text_window_present (GtkWidget *parent,
                                      EntenteSession *session,
                                      const EntentePassage *passage,
                                      const EntenteArticle *article);

G_END_DECLS
