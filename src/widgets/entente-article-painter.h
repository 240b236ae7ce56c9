/* EntenteArticlePainter: how a marked passage looks: tint, underline by evidence, outline, and the
 * box round the words of the selected date. Main thread. */
#pragma once

#include "entente-article-flow.h"
#include "entente-article-marks.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct {
  GtkTextView *view;
  EntenteArticleFlow *flow;
  GtkSnapshot *snapshot; /* in buffer coordinates */
  double left, right; /* of the view, in buffer coordinates */
  double column_x, column_width; /* of the text, in buffer coordinates */
  gboolean is_mirrored; /* lines begin at the right */
  gboolean is_dark;
  gboolean is_high_contrast;
  GdkRGBA ground, accent;
} EntenteArticlePainter;

/* What goes beneath the letters. */
void entente_article_painter_draw_mark (EntenteArticlePainter *painter,
                                        const EntenteArticleMark *mark);
/* The box round the words of the date of a selected mark; drawn after all marks. */
void entente_article_painter_draw_words (EntenteArticlePainter *painter,
                                         const EntenteArticleMark *mark);
/* A thin line round a mark that the pointer is on. */
void entente_article_painter_draw_outline (EntenteArticlePainter *painter,
                                           const EntenteArticleMark *mark);

G_END_DECLS
