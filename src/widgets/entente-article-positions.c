/* The marks are joined of the article's passages and the positions of the session whenever either
 * is another. */
#include "config.h"

#include "entente-article-positions.h"

#include "entente-article-lines.h"
#include "entente-article-margin.h"
#include "entente-ink.h"

#define LINE_PX 1.5F
#define LINE_SELECTED_PX 2.5F
#define END_PX 5.0F /* of the ends that come down from the line */
#define TINT 0.10

typedef struct {
  EntenteId position;
  EntenteId passage;
  gint64 start, end; /* in the text, [start, end) */
  int kind;
  GdkRGBA ink;
} Mark;

typedef struct {
  EntenteArticleDetail *detail; /* and … */
  EntentePositions *positions; /* … these are what the marks were made of; or NULL */
  gboolean is_dark;
  GArray *marks; /* of Mark, by start */
} State;

static void
clear_state (State *state)
{
  g_clear_pointer (&state->detail, entente_article_detail_unref);
  g_clear_pointer (&state->positions, entente_positions_unref);
  g_array_set_size (state->marks, 0);
}

static void
free_state (gpointer data)
{
  State *state = data;

  clear_state (state);
  g_array_unref (state->marks);
  g_free (state);
}

static State *
get_state (EntenteArticleText *text)
{
  State *state = g_object_get_data (G_OBJECT (text), "entente-positions");

  if (state)
    return state;
  state = g_new0 (State, 1);
  state->marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  g_object_set_data_full (G_OBJECT (text), "entente-positions", state, free_state);
  return state;
}

static EntenteSession *
get_session (EntenteArticleText *text)
{
  EntenteArticleMarks *marks = entente_article_text_get_marks (text);

  return marks ? entente_article_marks_get_session (marks) : NULL;
}

static EntentePositionList *
get_list (EntenteArticleText *text)
{
  EntenteSession *session = get_session (text);

  return session ? entente_session_get_positions (session) : NULL;
}

static EntenteChronicle *
get_chronicle (EntenteArticleText *text)
{
  return entente_study_get_chronicle (entente_session_get_study (get_session (text)));
}

/* ---- marks ---- */

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  const Mark *one = a, *other = b;

  if (one->start != other->start)
    return one->start < other->start ? -1 : 1;
  return (one->position > other->position) - (one->position < other->position);
}

static GdkRGBA
find_ink (EntenteArticleText *text, const EntentePosition *position)
{
  EntenteChronicle *chronicle = get_chronicle (text);

  return entente_ink_of_actor (chronicle,
                               entente_chronicle_find_actor (chronicle, position->actor),
                               entente_date_get_window (position->when),
                               NULL);
}

static void
add_mark (EntenteArticleText *text, const EntentePosition *position, const EntentePassage *passage)
{
  Mark mark = {
    .position = position->record.id,
    .passage = passage->record.id,
    .start = passage->start,
    .end = passage->end,
    .kind = position->kind,
    .ink = find_ink (text, position),
  };

  if (mark.end > mark.start)
    g_array_append_val (get_state (text)->marks, mark);
}

static void
add_marks (EntenteArticleText *text, const State *state)
{
  g_autoptr (GHashTable) passages = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < state->detail->passages->len; i++) {
    EntentePassage *passage = state->detail->passages->pdata[i];

    g_hash_table_insert (passages, &passage->record.id, passage);
  }
  for (guint i = 0; i < entente_positions_get_n (state->positions); i++) {
    const EntentePosition *position = entente_positions_get (state->positions, i);
    const EntentePassage *passage = g_hash_table_lookup (passages, &position->passage);

    if (passage)
      add_mark (text, position, passage);
  }
  g_array_sort (state->marks, compare_marks);
}

static const GArray *
get_marks (EntenteArticleText *text)
{
  State *state = get_state (text);
  EntentePositionList *list = get_list (text);
  EntenteArticleDetail *detail =
    list ? entente_article_marks_get_detail (entente_article_text_get_marks (text)) : NULL;

  if (!detail) {
    clear_state (state);
    return state->marks;
  }
  if (state->detail == detail && state->positions == entente_position_list_get (list) &&
      state->is_dark == entente_ink_is_dark ())
    return state->marks;
  clear_state (state);
  state->detail = entente_article_detail_ref (detail);
  state->positions = entente_positions_ref (entente_position_list_get (list));
  state->is_dark = entente_ink_is_dark ();
  add_marks (text, state);
  return state->marks;
}

static const Mark *
find_mark (EntenteArticleText *text, EntenteId position)
{
  const GArray *marks = get_marks (text);

  for (guint i = 0; position != ENTENTE_ID_NONE && i < marks->len; i++)
    if (g_array_index (marks, Mark, i).position == position)
      return &g_array_index (marks, Mark, i);
  return NULL;
}

/* ---- drawing ---- */

typedef struct {
  GtkSnapshot *snapshot;
  GdkRGBA ink, tint;
  float width;
  gboolean has_begun;
  GdkRectangle last;
} Brush;

static void
draw_rect (Brush *brush, float x, float y, float width, float height)
{
  gtk_snapshot_append_color (brush->snapshot,
                             &brush->ink,
                             &GRAPHENE_RECT_INIT (x, y, width, height));
}

/* Above the letters, where no mark of an event draws. */
static void
draw_line_cb (const GdkRectangle *rect, gpointer data)
{
  Brush *brush = data;

  if (brush->tint.alpha > 0)
    gtk_snapshot_append_color (brush->snapshot,
                               &brush->tint,
                               &GRAPHENE_RECT_INIT ((float) rect->x,
                                                    (float) rect->y,
                                                    (float) rect->width,
                                                    (float) rect->height));
  draw_rect (brush, (float) rect->x, (float) rect->y - 1, (float) rect->width, brush->width);
  if (!brush->has_begun)
    draw_rect (brush, (float) rect->x - 1, (float) rect->y - 1, brush->width, END_PX);
  brush->has_begun = TRUE;
  brush->last = *rect;
}

static void
draw_mark (EntenteArticlePainter *painter, const Mark *mark, gboolean is_selected)
{
  Brush brush = {
    .snapshot = painter->snapshot,
    .ink = mark->ink,
    .tint = is_selected && !painter->is_high_contrast ? entente_ink_with_alpha (mark->ink, TINT)
                                                      : (GdkRGBA){ 0 },
    .width = is_selected ? LINE_SELECTED_PX : LINE_PX,
  };

  entente_article_lines_foreach (painter->view,
                                 entente_article_flow_to_offset (painter->flow, mark->start),
                                 entente_article_flow_to_offset (painter->flow, mark->end),
                                 draw_line_cb,
                                 &brush);
  if (brush.has_begun)
    draw_rect (&brush,
               (float) (brush.last.x + brush.last.width),
               (float) brush.last.y - 1,
               brush.width,
               END_PX);
}

void
entente_article_positions_draw (EntenteArticlePainter *painter,
                                EntenteArticleText *text,
                                int from,
                                int to)
{
  const GArray *marks = get_marks (text);
  EntenteId selected = entente_article_positions_get_selected (text);
  gint64 first = entente_article_flow_to_position (painter->flow, from);
  gint64 last = entente_article_flow_to_position (painter->flow, to);

  for (guint i = 0; i < marks->len; i++) {
    const Mark *mark = &g_array_index (marks, Mark, i);

    if (mark->start < last && mark->end > first)
      draw_mark (painter, mark, mark->position == selected);
  }
}

static void
draw_flag (EntenteArticlePainter *painter, const Mark *mark, gboolean is_selected, GArray *glyphs)
{
  EntenteArticleMarginGlyph glyph =
    entente_article_margin_place (painter,
                                  entente_article_flow_to_offset (painter->flow, mark->start),
                                  glyphs);

  glyph.position = mark->position;
  if (is_selected)
    entente_article_margin_draw_ring (painter, glyph.x, glyph.y);
  entente_ink_draw_position (painter->snapshot,
                             mark->kind,
                             FALSE,
                             glyph.x,
                             glyph.y,
                             ENTENTE_GLYPH_SIZE_MARGIN,
                             &mark->ink,
                             &painter->ground);
  g_array_append_val (glyphs, glyph);
}

void
entente_article_positions_draw_margin (EntenteArticlePainter *painter,
                                       EntenteArticleText *text,
                                       int from,
                                       int to,
                                       GArray *glyphs)
{
  const GArray *marks = get_marks (text);
  EntenteId selected = entente_article_positions_get_selected (text);
  gint64 first = entente_article_flow_to_position (painter->flow, from);
  gint64 last = entente_article_flow_to_position (painter->flow, to);

  for (guint i = 0; i < marks->len; i++) {
    const Mark *mark = &g_array_index (marks, Mark, i);

    if (mark->start >= first && mark->start < last)
      draw_flag (painter, mark, mark->position == selected, glyphs);
  }
}

/* ---- at a point ---- */

EntenteId
entente_article_positions_find_at (EntenteArticleText *text, int offset)
{
  const GArray *marks = get_marks (text);
  EntenteArticleFlow *flow = entente_article_text_get_flow (text);
  gint64 position = flow ? entente_article_flow_to_position (flow, offset) : -1;
  const Mark *found = NULL;

  for (guint i = 0; i < marks->len; i++) {
    const Mark *mark = &g_array_index (marks, Mark, i);

    if (mark->start <= position && position < mark->end &&
        (!found || mark->end - mark->start < found->end - found->start))
      found = mark;
  }
  return found ? found->position : ENTENTE_ID_NONE;
}

EntenteId
entente_article_positions_find (EntenteArticleText *text, int x, int y, gboolean *is_flag)
{
  const EntenteArticleMarginGlyph *glyph =
    entente_article_margin_find (entente_article_text_get_glyphs (text), x, y);
  GtkTextIter iter;

  if (is_flag)
    *is_flag = glyph && glyph->position != ENTENTE_ID_NONE;
  if (glyph)
    return glyph->position;
  if (!gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (text), &iter, x, y))
    return ENTENTE_ID_NONE;
  return entente_article_positions_find_at (text, gtk_text_iter_get_offset (&iter));
}

guint
entente_article_positions_get_n (EntenteArticleText *text)
{
  return get_marks (text)->len;
}

EntenteId
entente_article_positions_get (EntenteArticleText *text, guint index, gint64 *start)
{
  const Mark *mark = &g_array_index (get_marks (text), Mark, index);

  *start = mark->start;
  return mark->position;
}

void
entente_article_positions_select (EntenteArticleText *text, EntenteId position)
{
  EntentePositionList *list = get_list (text);

  if (list)
    entente_position_list_select (list, position);
}

EntenteId
entente_article_positions_get_selected (EntenteArticleText *text)
{
  EntentePositionList *list = get_list (text);

  return list ? entente_position_list_get_selected (list) : ENTENTE_ID_NONE;
}

char *
entente_article_positions_describe (EntenteArticleText *text, EntenteId id)
{
  EntentePositionList *list = get_list (text);
  const EntentePositions *positions = list ? entente_position_list_get (list) : NULL;
  guint index = positions ? entente_positions_find (positions, id) : G_MAXUINT;

  return index == G_MAXUINT ? NULL
                            : entente_position_describe (entente_positions_get (positions, index),
                                                         get_chronicle (text));
}

/* ---- following ---- */

void
entente_article_positions_reveal (EntenteArticleText *text)
{
  const Mark *mark = find_mark (text, entente_article_positions_get_selected (text));
  g_autofree char *said = NULL;

  if (!mark)
    return;
  entente_article_text_reveal_position (text, mark->start, FALSE);
  said = entente_article_positions_describe (text, mark->position);
  gtk_accessible_update_property (GTK_ACCESSIBLE (text),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  said,
                                  -1);
}

static void
changed_cb (EntenteArticleText *text)
{
  gtk_widget_queue_draw (GTK_WIDGET (text));
}

void
entente_article_positions_follow (EntenteArticleText *text, EntenteSession *session)
{
  EntentePositionList *list = entente_session_get_positions (session);

  g_signal_connect_object (list, "changed", G_CALLBACK (changed_cb), text, G_CONNECT_SWAPPED);
  g_signal_connect_object (list,
                           "notify::selected",
                           G_CALLBACK (changed_cb),
                           text,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (list,
                           "reveal",
                           G_CALLBACK (entente_article_positions_reveal),
                           text,
                           G_CONNECT_SWAPPED);
}
