/* What is drawn follows the list of the session; the list says when it changed. */

#include "config.h"

#include "entente-article-lines.h"
#include "entente-article-margin.h"
#include "entente-article-suggestions.h"
#include "entente-event-form.h"
#include "entente-ink.h"

#define DOT_PX 2.0F
#define GAP_PX 2.5F
#define DOT_ALPHA 0.55
#define BOX_RADIUS_PX 5

static EntenteSession *
get_session (EntenteArticleText *text)
{
  EntenteArticleMarks *marks = entente_article_text_get_marks (text);

  return marks != NULL ? entente_article_marks_get_session (marks) : NULL;
}

static EntenteSuggestionList *
get_list (EntenteArticleText *text)
{
  EntenteSession *session = get_session (text);

  return session != NULL ? entente_session_get_suggestions (session) : NULL;
}

/* ---- drawing ---- */

typedef struct {
  GtkSnapshot *snapshot;
  GdkRGBA ink;
} Brush;

static void
draw_dots_cb (const GdkRectangle *rect, gpointer data)
{
  Brush *brush = data;
  float y = (float) (rect->y + rect->height) - 1;

  for (float x = (float) rect->x; x < (float) (rect->x + rect->width); x += DOT_PX + GAP_PX)
    gtk_snapshot_append_color (brush->snapshot,
                               &brush->ink,
                               &GRAPHENE_RECT_INIT (x, y, DOT_PX, DOT_PX));
}

static void
draw_box_cb (const GdkRectangle *rect, gpointer data)
{
  Brush *brush = data;
  const float widths[4] = { 2, 2, 2, 2 };
  const GdkRGBA inks[4] = { brush->ink, brush->ink, brush->ink, brush->ink };
  GskRoundedRect box;

  gsk_rounded_rect_init_from_rect (&box,
                                   &GRAPHENE_RECT_INIT ((float) rect->x - 3,
                                                        (float) rect->y - 1,
                                                        (float) rect->width + 6,
                                                        (float) rect->height + 3),
                                   BOX_RADIUS_PX);
  gtk_snapshot_append_border (brush->snapshot, &box, widths, inks);
}

static void
draw_item (EntenteArticlePainter *painter, EntenteSuggestionItem *item)
{
  int start =
    entente_article_flow_to_offset (painter->flow, entente_suggestion_item_get_start (item));
  int end = entente_article_flow_to_offset (painter->flow, entente_suggestion_item_get_end (item));
  GdkRGBA grey = entente_ink_named (GTK_WIDGET (painter->view), "view_fg_color");
  Brush brush = { painter->snapshot, entente_ink_with_alpha (grey, DOT_ALPHA) };

  entente_article_lines_foreach (painter->view, start, end, draw_dots_cb, &brush);
  if (!entente_suggestion_item_is_selected (item))
    return;
  brush.ink = painter->accent;
  entente_article_lines_foreach (painter->view, start, end, draw_box_cb, &brush);
}

void
entente_article_suggestions_draw (EntenteArticlePainter *painter,
                                  EntenteSession *session,
                                  int from,
                                  int to)
{
  EntenteSuggestionList *list = entente_session_get_suggestions (session);
  gint64 first = entente_article_flow_to_position (painter->flow, from);
  gint64 last = entente_article_flow_to_position (painter->flow, to);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));

  for (guint i = entente_suggestion_list_find_first (list, first); i < n; i++) {
    g_autoptr (EntenteSuggestionItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);

    if (entente_suggestion_item_get_start (item) >= last)
      break;
    if (entente_suggestion_list_shows_in_text (list, item))
      draw_item (painter, item);
  }
}

/* ---- following ---- */

static void
changed_cb (EntenteArticleText *text)
{
  gtk_widget_queue_draw (GTK_WIDGET (text));
}

static void
selected_cb (EntenteSuggestionList *list, GParamSpec *pspec, EntenteArticleText *text)
{
  EntenteSuggestionItem *item = entente_suggestion_list_get_selected (list);

  gtk_widget_queue_draw (GTK_WIDGET (text));
  if (item == NULL)
    return;
  entente_article_text_reveal_position (text, entente_suggestion_item_get_start (item), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (text),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  entente_suggestion_item_get_description (item),
                                  -1);
}

static GdkRectangle
get_place (EntenteArticleText *text, const EntentePassage *passage)
{
  EntenteArticleFlow *flow = entente_article_text_get_flow (text);
  GtkTextView *view = GTK_TEXT_VIEW (text);
  GdkRectangle place =
    entente_article_lines_get_bounds (view,
                                      entente_article_flow_to_offset (flow, passage->start),
                                      entente_article_flow_to_offset (flow, passage->end));

  gtk_text_view_buffer_to_window_coords (view,
                                         GTK_TEXT_WINDOW_WIDGET,
                                         place.x,
                                         place.y,
                                         &place.x,
                                         &place.y);
  return place;
}

static void
edit_cb (EntenteSuggestionList *list, EntenteSuggestionItem *item, EntenteArticleText *text)
{
  EntenteSession *session = get_session (text);
  g_auto (EntenteProposed) proposed = { NULL };
  GdkRectangle place;

  if (session == NULL || entente_article_text_get_flow (text) == NULL ||
      !entente_suggestion_list_propose (list, item, &proposed))
    return;
  entente_article_text_reveal_position (text, entente_suggestion_item_get_start (item), FALSE);
  place = get_place (text, proposed.passage);
  entente_event_form_present_proposed (entente_article_text_get_anchor (text),
                                       &place,
                                       session,
                                       entente_session_get_article (session),
                                       &proposed);
}

void
entente_article_suggestions_follow (EntenteArticleText *text, EntenteSession *session)
{
  EntenteSuggestionList *list = entente_session_get_suggestions (session);

  g_signal_connect_object (list, "changed", G_CALLBACK (changed_cb), text, G_CONNECT_SWAPPED);
  g_signal_connect_object (list,
                           "notify::selected",
                           G_CALLBACK (selected_cb),
                           text,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (list, "edit", G_CALLBACK (edit_cb), text, G_CONNECT_DEFAULT);
}

void
entente_article_suggestions_act (EntenteArticleText *text, const char *action)
{
  EntenteSuggestionList *list = get_list (text);
  EntenteSuggestionItem *item = list != NULL ? entente_suggestion_list_get_selected (list) : NULL;
  gint64 position = entente_article_text_get_reading_position (text);

  if (list != NULL && g_str_equal (action, "article.next-suggestion"))
    entente_suggestion_list_step (list, 1, position);
  else if (list != NULL && g_str_equal (action, "article.previous-suggestion"))
    entente_suggestion_list_step (list, -1, position);
  if (item == NULL || entente_study_is_read_only (entente_session_get_study (get_session (text))))
    return;
  if (g_str_equal (action, "article.accept-suggestion"))
    entente_suggestion_list_accept (list, item);
  else if (g_str_equal (action, "article.accept-suggestion-new"))
    entente_suggestion_list_accept_new (list, item);
  else if (g_str_equal (action, "article.reject-suggestion"))
    entente_suggestion_list_reject (list, item);
  else if (g_str_equal (action, "article.edit-suggestion"))
    entente_suggestion_list_edit (list, item);
}

void
entente_article_suggestions_select (EntenteArticleText *text, EntenteSuggestionItem *item)
{
  entente_suggestion_list_select (get_list (text), item);
}

/* ---- at a point ---- */

static EntenteSuggestionItem *
find_by_glyph (EntenteArticleText *text, EntenteSuggestionList *list, int x, int y)
{
  const EntenteArticleMarginGlyph *glyph =
    entente_article_margin_find (entente_article_text_get_glyphs (text), x, y);

  for (guint i = 0; glyph != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++) {
    g_autoptr (EntenteSuggestionItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);

    if (entente_suggestion_item_get_start (item) == glyph->suggestion &&
        entente_suggestion_list_shows_in_text (list, item))
      return item; /* the list holds it */
  }
  return NULL;
}

EntenteSuggestionItem *
entente_article_suggestions_find (EntenteArticleText *text, int x, int y)
{
  EntenteSuggestionList *list = get_list (text);
  EntenteArticleFlow *flow = entente_article_text_get_flow (text);
  EntenteSuggestionItem *item;
  GtkTextIter iter;

  if (list == NULL || flow == NULL)
    return NULL;
  item = find_by_glyph (text, list, x, y);
  if (item != NULL || !gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (text), &iter, x, y))
    return item;
  return entente_suggestion_list_find (
    list,
    entente_article_flow_to_position (flow, gtk_text_iter_get_offset (&iter)));
}
