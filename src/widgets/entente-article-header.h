/* EntenteArticleHeader: title and byline of the article in the pane, large at its beginning and
 * small further on, with the size of the text and the other articles. Part of the article pane.
 * Main thread. */
#pragma once

#include "entente-session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_ARTICLE_HEADER (entente_article_header_get_type ())
G_DECLARE_FINAL_TYPE (EntenteArticleHeader,
                      entente_article_header,
                      ENTENTE,
                      ARTICLE_HEADER,
                      GtkWidget)

void entente_article_header_set_session (EntenteArticleHeader *header, EntenteSession *session);
void entente_article_header_show (EntenteArticleHeader *header, const EntenteArticle *article);
gboolean entente_article_header_get_compact (EntenteArticleHeader *header);
void entente_article_header_set_compact (EntenteArticleHeader *header, gboolean compact);
/* Its lines begin where those of the text below begin: at the right if @is_mirrored, @indent px
 * from that side of the text, which is @beside px narrower than the header. */
void entente_article_header_align (EntenteArticleHeader *header,
                                   gboolean is_mirrored,
                                   int indent,
                                   int beside);

G_END_DECLS
