/* Paints marks below the letters of a text view. Text tags know no dotted and no double line, and
 * their background would hide what lies beneath; so all of it is drawn here. Main thread.
 */
#include "config.h"

#include "entente-article-lines.h"
#include "entente-article-painter.h"
#include "entente-ink.h"

#define LINE_PX 2.0F
#define OUTSIDE_LINE_PX 1.5F
#define OUTSIDE_ALPHA 0.35
#define DASH_PX 5.0F
#define DASH_GAP_PX 3.0F
#define LEVEL_PX 3.0F
#define MAX_LEVELS 3U

typedef enum { LINE_SINGLE, LINE_DOUBLE, LINE_BROKEN } Line;

typedef struct {
  GtkSnapshot *snapshot;
  GdkRGBA tint, ink;
  float line_px;
  float drop; /* how much lower the line is than that of the first level */
  Line line;
  GdkRGBA ground; /* of boxes */
} Brush;

static double
choose_tint (const EntenteArticlePainter *painter, const EntenteArticleMark *mark)
{
  if (!mark->is_inside || painter->is_high_contrast)
    return 0;
  if (mark->is_selected)
    return painter->is_dark ? 0.36 : 0.26;
  return painter->is_dark ? 0.17 : 0.12;
}

static Line
choose_line (EntenteEvidence evidence)
{
  switch (evidence) {
  case ENTENTE_EVIDENCE_CORROBORATED:
  case ENTENTE_EVIDENCE_CONFIRMED:
    return LINE_DOUBLE;
  case ENTENTE_EVIDENCE_CONTESTED:
  case ENTENTE_EVIDENCE_DENIED:
  case ENTENTE_EVIDENCE_WITHDRAWN:
    return LINE_BROKEN;
  default:
    return LINE_SINGLE;
  }
}

static void
draw_rect (Brush *brush, float x, float y, float width, float height)
{
  gtk_snapshot_append_color (brush->snapshot,
                             &brush->ink,
                             &GRAPHENE_RECT_INIT (x, y, width, height));
}

static void
draw_broken_line (Brush *brush, const GdkRectangle *rect, float y)
{
  float right = (float) (rect->x + rect->width);

  for (float x = (float) rect->x; x < right; x += DASH_PX + DASH_GAP_PX)
    draw_rect (brush, x, y, MIN (DASH_PX, right - x), brush->line_px);
}

static void
draw_line (Brush *brush, const GdkRectangle *rect)
{
  float bottom = (float) (rect->y + rect->height) + brush->drop;
  float y = bottom - 1;

  if (brush->line == LINE_BROKEN) {
    draw_broken_line (brush, rect, y);
    return;
  }
  if (brush->line == LINE_DOUBLE) {
    draw_rect (brush, (float) rect->x, y - 2, (float) rect->width, 1.5F);
    draw_rect (brush, (float) rect->x, y + 1, (float) rect->width, 1.5F);
    return;
  }
  draw_rect (brush, (float) rect->x, y, (float) rect->width, brush->line_px);
}

static void
draw_line_cb (const GdkRectangle *rect, gpointer data)
{
  Brush *brush = data;
  graphene_rect_t area = GRAPHENE_RECT_INIT ((float) rect->x,
                                             (float) rect->y + 1,
                                             (float) rect->width,
                                             (float) rect->height - 1);

  if (brush->tint.alpha > 0)
    gtk_snapshot_append_color (brush->snapshot, &brush->tint, &area);
  draw_line (brush, rect);
}

static void
foreach_line (EntenteArticlePainter *painter,
              gint64 start,
              gint64 end,
              EntenteArticleLineFunc func,
              Brush *brush)
{
  entente_article_lines_foreach (painter->view,
                                 entente_article_flow_to_offset (painter->flow, start),
                                 entente_article_flow_to_offset (painter->flow, end),
                                 func,
                                 brush);
}

void
entente_article_painter_draw_mark (EntenteArticlePainter *painter, const EntenteArticleMark *mark)
{
  Brush brush = {
    .snapshot = painter->snapshot,
    .tint = entente_ink_with_alpha (mark->ink, choose_tint (painter, mark)),
    .ink = entente_ink_with_alpha (mark->ink, mark->is_inside ? 1 : OUTSIDE_ALPHA),
    .line_px = mark->is_inside ? LINE_PX : OUTSIDE_LINE_PX,
    .drop = LEVEL_PX * (float) MIN (mark->level, MAX_LEVELS),
    .line = choose_line (mark->evidence),
  };

  foreach_line (painter, mark->start, mark->end, draw_line_cb, &brush);
}

static void
draw_box (Brush *brush, const GdkRectangle *rect, float reach, float width)
{
  GskRoundedRect box;

  gsk_rounded_rect_init_from_rect (&box,
                                   &GRAPHENE_RECT_INIT ((float) rect->x - reach,
                                                        (float) rect->y - reach / 2,
                                                        (float) rect->width + 2 * reach,
                                                        (float) rect->height + reach),
                                   5);
  if (brush->ground.alpha > 0) {
    gtk_snapshot_push_rounded_clip (brush->snapshot, &box);
    gtk_snapshot_append_color (brush->snapshot, &brush->ground, &box.bounds);
    gtk_snapshot_pop (brush->snapshot);
  }
  gtk_snapshot_append_border (brush->snapshot,
                              &box,
                              (float[4]){ width, width, width, width },
                              (GdkRGBA[4]){ brush->ink, brush->ink, brush->ink, brush->ink });
}

static void
draw_words_cb (const GdkRectangle *rect, gpointer data)
{
  draw_box (data, rect, 4, 2);
}

void
entente_article_painter_draw_words (EntenteArticlePainter *painter, const EntenteArticleMark *mark)
{
  Brush brush = {
    .snapshot = painter->snapshot,
    .ink = painter->accent,
    .ground = painter->ground,
  };

  if (mark->words_start >= 0)
    foreach_line (painter, mark->words_start, mark->words_end, draw_words_cb, &brush);
}

static void
draw_outline_cb (const GdkRectangle *rect, gpointer data)
{
  draw_box (data, rect, 2, 1);
}

void
entente_article_painter_draw_outline (EntenteArticlePainter *painter,
                                      const EntenteArticleMark *mark)
{
  Brush brush = { .snapshot = painter->snapshot, .ink = mark->ink };

  foreach_line (painter, mark->start, mark->end, draw_outline_cb, &brush);
}
