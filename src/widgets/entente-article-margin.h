/* EntenteArticleMargin: the glyphs before the lines: kind and evidence of each event whose words
 * begin in a line. Main thread. */
#pragma once

#include "entente-article-painter.h"

G_BEGIN_DECLS

/* Room before the lines, and in the narrow pane. */
#define ENTENTE_ARTICLE_MARGIN_PX 58
#define ENTENTE_ARTICLE_MARGIN_NARROW_PX 40

typedef struct {
  EntenteId passage, event; /* none: of a suggestion */
  EntenteId position; /* whose flag it is, or none */
  gint64 suggestion; /* position where its words begin, or -1 */
  double x, y; /* middle of the glyph, in buffer coordinates */
} EntenteArticleMarginGlyph;

/* Draws the glyphs of marks [first, end); what stands where goes into @glyphs (of
 * EntenteArticleMarginGlyph). */
void entente_article_margin_draw (EntenteArticlePainter *painter,
                                  EntenteArticleMarks *marks,
                                  guint first,
                                  guint end,
                                  GArray *glyphs);
/* The same for suggestions in the offsets [from, to) of the buffer, dotted, after those of marks.
 */
void entente_article_margin_draw_suggestions (EntenteArticlePainter *painter,
                                              EntenteArticleMarks *marks,
                                              int from,
                                              int to,
                                              GArray *glyphs);
/* Where one more glyph stands before the line of @offset, further out than the others there; it is
 * to join @glyphs. */
EntenteArticleMarginGlyph entente_article_margin_place (EntenteArticlePainter *painter,
                                                        int offset,
                                                        const GArray *glyphs);
/* The ring of what is selected. */
void entente_article_margin_draw_ring (EntenteArticlePainter *painter, double x, double y);
/* The glyph at a point, or NULL. */
const EntenteArticleMarginGlyph *entente_article_margin_find (const GArray *glyphs,
                                                              double x,
                                                              double y);

G_END_DECLS
