/* EntenteArticlePositions: positions in the text of an article: a line above their words with a
 * flag before the line in which they begin. Functions over the text; part of the article pane. Main
 * thread. */
#pragma once

#include "entente-article-painter.h"
#include "entente-article-text.h"
#include "entente-position-list.h"

G_BEGIN_DECLS

/* From now on the text shows the positions of the session, and brings the selected one into sight.
 * To be called once a session, which the marks of the text have already. */
void entente_article_positions_follow (EntenteArticleText *text, EntenteSession *session);
/* Draws those in the offsets [from, to) of the buffer: what goes beneath the letters; and the
 * flags, which join @glyphs (of EntenteArticleMarginGlyph). */
void entente_article_positions_draw (EntenteArticlePainter *painter,
                                     EntenteArticleText *text,
                                     int from,
                                     int to);
void entente_article_positions_draw_margin (EntenteArticlePainter *painter,
                                            EntenteArticleText *text,
                                            int from,
                                            int to,
                                            GArray *glyphs);
/* The position whose words or flag are at a point, in buffer coordinates; ENTENTE_ID_NONE when
 * there is none. @is_flag (or NULL) receives whether it is the flag. */
EntenteId entente_article_positions_find (EntenteArticleText *text,
                                          int x,
                                          int y,
                                          gboolean *is_flag);
/* The one at an offset of the buffer. */
EntenteId entente_article_positions_find_at (EntenteArticleText *text, int offset);
/* Those whose words stand in the article shown, in order of their beginnings. @start receives the
 * place of the words in the text. */
guint entente_article_positions_get_n (EntenteArticleText *text);
EntenteId entente_article_positions_get (EntenteArticleText *text, guint index, gint64 *start);
void entente_article_positions_select (EntenteArticleText *text, EntenteId position);
EntenteId entente_article_positions_get_selected (EntenteArticleText *text);
/* For tip and screen reader. Free. */
char *entente_article_positions_describe (EntenteArticleText *text, EntenteId position);
/* Brings the selected one into sight, when its words stand in the article shown. */
void entente_article_positions_reveal (EntenteArticleText *text);

G_END_DECLS
