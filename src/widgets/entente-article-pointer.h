/* EntenteArticlePointer: what the pointer does in the text of an article: tips, selecting marks,
 * opening notes. Part of EntenteArticleText. Main thread. */
#pragma once

#include "entente-article-text.h"

G_BEGIN_DECLS

/* To be called once, by the text that is being made. */
void entente_article_pointer_attach (EntenteArticleText *text);
/* Opens the note at the cursor, or selects the mark there. TRUE when an event is selected then. */
gboolean entente_article_pointer_open_at_cursor (EntenteArticleText *text);

G_END_DECLS
