/* Where reading stands in an article, and bringing another place into sight. Main thread. */
#include "config.h"

#include "entente-article-lines.h"
#include "entente-article-text-private.h"

#define REVEAL_MS 260 /* a little more than the view takes to scroll */
#define MAX_REVEALS 4
#define REVEAL_ALIGN 0.35 /* of the height: where words that are brought into sight stand */

static gboolean
is_in_sight (EntenteArticleText *self, int start)
{
  GdkRectangle visible, place = entente_article_lines_get_place (GTK_TEXT_VIEW (self), start);

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &visible);
  return place.y >= visible.y && place.y + place.height <= visible.y + visible.height;
}

static void
scroll_to_cursor (EntenteArticleText *self)
{
  /* By a mark, so that it still fits when the lines above were not measured yet. */
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self),
                                gtk_text_buffer_get_insert (entente_article_text_get_buffer (self)),
                                0,
                                TRUE,
                                0,
                                self->reveal_align);
}

static int
get_cursor (EntenteArticleText *self)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (
    entente_article_text_get_buffer (self),
    &iter,
    gtk_text_buffer_get_insert (entente_article_text_get_buffer (self)));
  return gtk_text_iter_get_offset (&iter);
}

/* Scrolling stops short where the height of the view changes on the way, as it does when an article
 * is opened. */
static gboolean
reveal_again_cb (gpointer data)
{
  EntenteArticleText *self = data;

  if (is_in_sight (self, get_cursor (self)) || self->n_reveals++ > MAX_REVEALS) {
    self->reveal_source = 0;
    return G_SOURCE_REMOVE;
  }
  scroll_to_cursor (self);
  return G_SOURCE_CONTINUE;
}

static void
scroll_to (EntenteArticleText *self, int offset, double align)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (entente_article_text_get_buffer (self), &iter, offset);
  gtk_text_buffer_place_cursor (entente_article_text_get_buffer (self), &iter);
  self->reveal_align = align;
  scroll_to_cursor (self);
  self->n_reveals = 0;
  if (self->reveal_source == 0)
    self->reveal_source = g_timeout_add (REVEAL_MS, reveal_again_cb, self);
}

void
entente_article_text_reveal_position (EntenteArticleText *self, gint64 position, gboolean always)
{
  int start;

  if (!self->flow)
    return;
  start = entente_article_flow_to_offset (self->flow, position);
  if (always || !is_in_sight (self, start))
    scroll_to (self, start, REVEAL_ALIGN);
}

gint64
entente_article_text_get_reading_position (EntenteArticleText *self)
{
  int from, to, cursor;

  if (!self->flow)
    return 0;
  cursor = get_cursor (self);
  entente_article_lines_get_visible (GTK_TEXT_VIEW (self), &from, &to);
  return entente_article_flow_to_position (self->flow, is_in_sight (self, cursor) ? cursor : from);
}

/* ---- from one reading to the next ---- */

/* Where the first line in sight begins; on the way to a place, that place. */
static gint64
get_top_position (EntenteArticleText *self)
{
  GdkRectangle visible;
  GtkTextIter iter;

  if (self->reveal_source != 0)
    return entente_article_flow_to_position (self->flow, get_cursor (self));
  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &visible);
  if (visible.y <= 0)
    return 0;
  gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self), &iter, visible.x, visible.y);
  gtk_text_view_backward_display_line_start (GTK_TEXT_VIEW (self), &iter);
  return entente_article_flow_to_position (self->flow, gtk_text_iter_get_offset (&iter));
}

static void
note_place (EntenteArticleText *self)
{
  if (self->flow && self->article != ENTENTE_ID_NONE)
    entente_article_places_set (self->places, self->article, get_top_position (self));
}

void
entente_article_text_keep_place (EntenteArticleText *self)
{
  note_place (self);
  g_clear_handle_id (&self->reveal_source, g_source_remove);
}

/* A view whose lines are new measures them while it is drawn, at the latest, and then its scroll
 * bar is missing from that frame. It does it at once when it is told that it was scrolled. */
static void
measure_lines (GtkAdjustment *adjustment)
{
  g_signal_emit_by_name (adjustment, "value-changed");
}

/* Lines of a new text stand one on the other until they are measured, so the view takes the last
 * one for the one it shows first, follows it down as the lines above it grow, and its scroll bar
 * stays where it was. */
void
entente_article_text_mend_place (EntenteArticleText *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self));
  int top = gtk_text_view_get_top_margin (GTK_TEXT_VIEW (self));
  GdkRectangle visible;

  if (!adjustment)
    return;
  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &visible);
  if (visible.y + top != (int) gtk_adjustment_get_value (adjustment))
    measure_lines (adjustment);
}

void
entente_article_text_open_place (EntenteArticleText *self)
{
  gint64 position = entente_article_places_get (self->places, self->article);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self));

  if (self->flow && position > 0)
    scroll_to (self, entente_article_flow_to_offset (self->flow, position), 0);
  else if (adjustment)
    gtk_adjustment_set_value (adjustment, 0); /* else the view stays as far down as before */
  /* Before the view has its size they have no height, and told that it was scrolled it would begin
   * with the last of them. */
  if (adjustment && (position > 0 || gtk_widget_get_width (GTK_WIDGET (self)) > 0))
    measure_lines (adjustment);
  entente_article_text_mend_place (self);
}

char *
entente_article_text_dup_places (EntenteArticleText *self)
{
  note_place (self);
  return entente_article_places_dup_text (self->places);
}

void
entente_article_text_set_places (EntenteArticleText *self, const char *places)
{
  entente_article_places_read_text (self->places, places);
  entente_article_text_open_place (self);
}
