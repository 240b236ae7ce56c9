/* What the text of an article shows beside and beneath its letters, of the part that is in sight.
 * What a mark looks like is in entente-article-painter.c. Main thread. */
#include "config.h"

#include "entente-article-lines.h"
#include "entente-article-margin.h"
#include "entente-article-notes.h"
#include "entente-article-painter.h"
#include "entente-article-positions.h"
#include "entente-article-suggestions.h"
#include "entente-article-text-private.h"
#include "entente-article-turns.h"
#include "entente-ink.h"
#include <adwaita.h>

static void
make_painter (EntenteArticleText *self, GtkSnapshot *snapshot, EntenteArticlePainter *painter)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkWidget *widget = GTK_WIDGET (self);
  int left;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, 0, 0, &left, NULL);
  *painter = (EntenteArticlePainter){
    .view = view,
    .flow = self->flow,
    .snapshot = snapshot,
    .left = left,
    .right = left + gtk_widget_get_width (widget),
    .is_mirrored = self->is_mirrored,
    .column_x = left + self->column_x,
    .column_width =
      gtk_widget_get_width (widget) - self->column_x - gtk_text_view_get_right_margin (view),
    .is_dark = entente_ink_is_dark (),
    .is_high_contrast = adw_style_manager_get_high_contrast (adw_style_manager_get_default ()),
    .ground = entente_ink_named (widget, "view_bg_color"),
    .accent = entente_ink_named (widget, "accent_color"),
  };
}

/* Marks [first, end) reach into the offsets in sight. */
static void
get_visible_marks (EntenteArticleText *self, int from, int to, guint *first, guint *end)
{
  gint64 last = entente_article_flow_to_position (self->flow, to);
  guint n = entente_article_marks_get_n (self->marks);

  *first = entente_article_marks_get_first_at (self->marks,
                                               entente_article_flow_to_position (self->flow, from));
  for (*end = *first; *end < n; ++*end)
    if (entente_article_marks_get (self->marks, *end)->start >= last)
      break;
}

static gboolean
is_outlined (EntenteArticleText *self, const EntenteArticleMark *mark)
{
  EntenteSession *session = entente_article_marks_get_session (self->marks);

  return mark->event == entente_session_get_hovered_event (session) ||
         mark->event == entente_session_get_outlined_event (session);
}

static void
draw_below (EntenteArticleText *self,
            EntenteArticlePainter *painter,
            guint first,
            guint end,
            int from,
            int to)
{
  for (guint i = first; i < end; i++)
    entente_article_painter_draw_mark (painter, entente_article_marks_get (self->marks, i));
  for (guint i = first; i < end; i++) {
    const EntenteArticleMark *mark = entente_article_marks_get (self->marks, i);

    if (is_outlined (self, mark))
      entente_article_painter_draw_outline (painter, mark);
    if (mark->is_selected)
      entente_article_painter_draw_words (painter, mark);
  }
  entente_article_positions_draw (painter, self, from, to);
  entente_article_suggestions_draw (painter,
                                    entente_article_marks_get_session (self->marks),
                                    from,
                                    to);
}

void
entente_article_text_draw_layer (EntenteArticleText *self,
                                 GtkTextViewLayer layer,
                                 GtkSnapshot *snapshot)
{
  EntenteArticlePainter painter;
  int from, to;
  guint first, end;

  if (!self->flow || !entente_article_text_get_detail (self))
    return;
  make_painter (self, snapshot, &painter);
  entente_article_lines_get_visible (GTK_TEXT_VIEW (self), &from, &to);
  get_visible_marks (self, from, to, &first, &end);
  if (layer == GTK_TEXT_VIEW_LAYER_BELOW_TEXT) {
    draw_below (self, &painter, first, end, from, to);
    return;
  }
  entente_article_turns_draw (&painter, self->turns, from, to);
  g_array_set_size (self->glyphs, 0);
  entente_article_margin_draw (&painter, self->marks, first, end, self->glyphs);
  entente_article_positions_draw_margin (&painter, self, from, to, self->glyphs);
  entente_article_margin_draw_suggestions (&painter, self->marks, from, to, self->glyphs);
  if (self->with_notes)
    entente_article_notes_draw (&painter, self->marks, from, to);
}
