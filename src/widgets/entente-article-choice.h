/* EntenteArticleChoice: which article the pane shows, and what changes of a study concern it. Main
 * thread. */
#pragma once

#include "entente-session.h"

G_BEGIN_DECLS

/* A study that has articles shows one: that of the session while it is there, else the first. */
void entente_article_choice_ensure (EntenteSession *session);
/* Must an article be read anew after these changes? */
gboolean entente_article_choice_is_concerned (const EntenteChangeSet *changes);

G_END_DECLS
