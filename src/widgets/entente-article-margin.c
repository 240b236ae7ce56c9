/* Puts one glyph before each line in which the words of an event begin; further ones in the same
 * line stand further out. What was drawn is kept as a list, which is what a click is looked up in.
 * Main thread.
 */
#include "config.h"

#include "entente-article-lines.h"
#include "entente-article-margin.h"
#include "entente-ink.h"
#include "entente-suggestion-list.h"
#include <math.h>

#define FROM_TEXT_PX 28.0
#define STEP_PX 18.0
#define RING_PX 2.0F
#define RING_CLEAR_PX 3.0
#define OUTERMOST_PX 14.0
#define TOUCH_PX 12.0
#define OUTSIDE_ALPHA 0.5
#define SUGGESTION_ALPHA 0.7

void
entente_article_margin_draw_ring (EntenteArticlePainter *painter, double x, double y)
{
  float radius = (float) (ENTENTE_GLYPH_SIZE_MARGIN / 2 + RING_CLEAR_PX + RING_PX);
  GdkRGBA wash = entente_ink_with_alpha (painter->accent, 0.12);
  GskRoundedRect ring;

  gsk_rounded_rect_init_from_rect (
    &ring,
    &GRAPHENE_RECT_INIT ((float) x - radius, (float) y - radius, 2 * radius, 2 * radius),
    radius);
  gtk_snapshot_push_rounded_clip (painter->snapshot, &ring);
  gtk_snapshot_append_color (painter->snapshot, &wash, &ring.bounds);
  gtk_snapshot_pop (painter->snapshot);
  gtk_snapshot_append_border (
    painter->snapshot,
    &ring,
    (float[4]){ RING_PX, RING_PX, RING_PX, RING_PX },
    (GdkRGBA[4]){ painter->accent, painter->accent, painter->accent, painter->accent });
}

static void
draw_glyph (EntenteArticlePainter *painter, const EntenteArticleMark *mark, double x, double y)
{
  if (mark->is_selected)
    entente_article_margin_draw_ring (painter, x, y);
  if (!mark->is_inside)
    gtk_snapshot_push_opacity (painter->snapshot, OUTSIDE_ALPHA);
  entente_ink_draw_glyph (painter->snapshot,
                          mark->glyph,
                          x,
                          y,
                          ENTENTE_GLYPH_SIZE_MARGIN,
                          &mark->ink,
                          &painter->ground);
  if (!mark->is_inside)
    gtk_snapshot_pop (painter->snapshot);
}

/* How many glyphs stand beside this line already; an event stands there once. */
static gboolean
choose_place (const GArray *glyphs, const EntenteArticleMark *mark, double y, guint *place)
{
  *place = 0;
  for (guint i = glyphs->len; i > 0; i--) {
    const EntenteArticleMarginGlyph *glyph =
      &g_array_index (glyphs, EntenteArticleMarginGlyph, i - 1);

    if (fabs (glyph->y - y) > 4)
      break;
    if (glyph->event == mark->event)
      return FALSE;
    ++*place;
  }
  return TRUE;
}

static double
find_x (EntenteArticlePainter *painter, guint n_before)
{
  double end = painter->column_x + painter->column_width;
  double room = painter->is_mirrored ? painter->right - end : painter->column_x - painter->left;
  double away = MIN (MIN (FROM_TEXT_PX, room * 0.55) + n_before * STEP_PX, room - OUTERMOST_PX);

  return painter->is_mirrored ? end + away : painter->column_x - away;
}

void
entente_article_margin_draw (EntenteArticlePainter *painter,
                             EntenteArticleMarks *marks,
                             guint first,
                             guint end,
                             GArray *glyphs)
{
  for (guint i = first; i < end; i++) {
    const EntenteArticleMark *mark = entente_article_marks_get (marks, i);
    int offset = entente_article_flow_to_offset (painter->flow, mark->start);
    GdkRectangle place = entente_article_lines_get_place (painter->view, offset);
    EntenteArticleMarginGlyph glyph = {
      .passage = mark->passage,
      .event = mark->event,
      .suggestion = -1,
      .y = place.y + place.height / 2.0,
    };
    guint n;

    if (!choose_place (glyphs, mark, glyph.y, &n))
      continue;
    glyph.x = find_x (painter, n);
    draw_glyph (painter, mark, glyph.x, glyph.y);
    g_array_append_val (glyphs, glyph);
  }
}

/* ---- suggestions ---- */

static guint
count_beside (const GArray *glyphs, double y)
{
  guint n = 0;

  for (guint i = 0; i < glyphs->len; i++)
    n += fabs (g_array_index (glyphs, EntenteArticleMarginGlyph, i).y - y) <= 4;
  return n;
}

EntenteArticleMarginGlyph
entente_article_margin_place (EntenteArticlePainter *painter, int offset, const GArray *glyphs)
{
  GdkRectangle place = entente_article_lines_get_place (painter->view, offset);
  EntenteArticleMarginGlyph glyph = { .suggestion = -1, .y = place.y + place.height / 2.0 };

  glyph.x = find_x (painter, count_beside (glyphs, glyph.y));
  return glyph;
}

static void
draw_suggestion (EntenteArticlePainter *painter, EntenteSuggestionItem *item, GArray *glyphs)
{
  gint64 position = entente_suggestion_item_get_start (item);
  int offset = entente_article_flow_to_offset (painter->flow, position);
  GdkRectangle place = entente_article_lines_get_place (painter->view, offset);
  EntenteArticleMarginGlyph glyph = { .suggestion = position, .y = place.y + place.height / 2.0 };
  GdkRGBA grey = entente_ink_named (GTK_WIDGET (painter->view), "view_fg_color");
  GdkRGBA ink = entente_ink_with_alpha (grey, SUGGESTION_ALPHA);

  glyph.x = find_x (painter, count_beside (glyphs, glyph.y));
  if (entente_suggestion_item_is_selected (item))
    entente_article_margin_draw_ring (painter, glyph.x, glyph.y);
  entente_ink_draw_glyph (painter->snapshot,
                          entente_glyph_for (entente_suggestion_item_get_kind (item),
                                             ENTENTE_EVIDENCE_NONE,
                                             entente_suggestion_item_get_mode (item)),
                          glyph.x,
                          glyph.y,
                          ENTENTE_GLYPH_SIZE_MARGIN,
                          &ink,
                          &painter->ground);
  g_array_append_val (glyphs, glyph);
}

void
entente_article_margin_draw_suggestions (EntenteArticlePainter *painter,
                                         EntenteArticleMarks *marks,
                                         int from,
                                         int to,
                                         GArray *glyphs)
{
  EntenteSuggestionList *list =
    entente_session_get_suggestions (entente_article_marks_get_session (marks));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));
  gint64 first = entente_article_flow_to_position (painter->flow, from);
  gint64 last = entente_article_flow_to_position (painter->flow, to);

  for (guint i = entente_suggestion_list_find_first (list, first); i < n; i++) {
    g_autoptr (EntenteSuggestionItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);

    if (entente_suggestion_item_get_start (item) >= last)
      break;
    if (entente_suggestion_list_shows_in_text (list, item) &&
        entente_suggestion_item_get_start (item) >= first)
      draw_suggestion (painter, item, glyphs);
  }
}

const EntenteArticleMarginGlyph *
entente_article_margin_find (const GArray *glyphs, double x, double y)
{
  for (guint i = 0; i < glyphs->len; i++) {
    const EntenteArticleMarginGlyph *glyph = &g_array_index (glyphs, EntenteArticleMarginGlyph, i);

    if (fabs (glyph->x - x) <= TOUCH_PX && fabs (glyph->y - y) <= TOUCH_PX)
      return glyph;
  }
  return NULL;
}
