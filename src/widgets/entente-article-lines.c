/* From offsets to rectangles, one for each display line. Asks the text view for nothing but the lines
 * of the stretch itself, so that what is out of sight stays unmeasured. Main thread.
 */
#include "config.h"

#include "entente-article-lines.h"

#define POINT_PX (96.0 / 72)

GdkRectangle
entente_article_lines_get_place (GtkTextView *view, int offset)
{
  GtkTextIter iter;
  GdkRectangle rect;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter, offset);
  gtk_text_view_get_iter_location (view, &iter, &rect);
  return rect;
}

/* Offset behind the last character of the display line that holds @offset. */
static int
find_line_end (GtkTextView *view, int offset)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter, offset);
  if (gtk_text_iter_ends_line (&iter))
    return offset + 1;
  gtk_text_view_forward_display_line_end (view, &iter);
  return MAX (gtk_text_iter_get_offset (&iter), offset) + 1;
}

static GdkRectangle
join (const GdkRectangle *first, const GdkRectangle *last)
{
  int left = MIN (first->x, last->x);
  int right = MAX (first->x + first->width, last->x + last->width);
  int top = MIN (first->y, last->y);
  int bottom = MAX (first->y + first->height, last->y + last->height);

  return (GdkRectangle){ left, top, right - left, bottom - top };
}

/* The last of [start, end) that has any width: not the space at which the line was broken. */
static int
find_last_letter (GtkTextView *view, int start, int end)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter, end - 1);
  while (gtk_text_iter_get_offset (&iter) > start &&
         g_unichar_isspace (gtk_text_iter_get_char (&iter)))
    gtk_text_iter_backward_char (&iter);
  return gtk_text_iter_get_offset (&iter);
}

void
entente_article_lines_foreach (GtkTextView *view,
                               int start,
                               int end,
                               EntenteArticleLineFunc func,
                               gpointer data)
{
  int length = gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (view));

  end = MIN (end, length);
  while (start < end) {
    int line_end = MIN (find_line_end (view, start), end);
    GdkRectangle first = entente_article_lines_get_place (view, start);
    GdkRectangle last =
      entente_article_lines_get_place (view, find_last_letter (view, start, line_end));
    GdkRectangle rect;

    /* A line that ends otherwise than it was found, such as one turned round by its script. */
    rect = last.y >= first.y + first.height ? first : join (&first, &last);
    if (rect.width > 0)
      func (&rect, data);
    start = line_end;
  }
}

static void
join_cb (const GdkRectangle *rect, gpointer data)
{
  GdkRectangle *bounds = data;

  *bounds = bounds->height == 0 ? *rect : join (bounds, rect);
}

GdkRectangle
entente_article_lines_get_bounds (GtkTextView *view, int start, int end)
{
  GdkRectangle bounds = { 0 };

  entente_article_lines_foreach (view, start, end, join_cb, &bounds);
  return bounds.height > 0 ? bounds : entente_article_lines_get_place (view, start);
}

void
entente_article_lines_get_visible (GtkTextView *view, int *start, int *end)
{
  GdkRectangle visible;
  GtkTextIter iter;

  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_iter_at_location (view, &iter, visible.x, visible.y);
  gtk_text_view_backward_display_line (view, &iter);
  *start = gtk_text_iter_get_offset (&iter);
  gtk_text_view_get_iter_at_location (view,
                                      &iter,
                                      visible.x + visible.width,
                                      visible.y + visible.height);
  gtk_text_view_forward_display_line (view, &iter);
  *end = gtk_text_iter_get_offset (&iter) + 1;
}

/* Size of the letters and height of their line, px, before the reader's own scale. */
void
entente_article_lines_measure_font (GtkWidget *widget, double *font, double *line)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontDescription *description = pango_context_get_font_description (context);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);

  *font = pango_font_description_get_size (description) / (double) PANGO_SCALE;
  if (!pango_font_description_get_size_is_absolute (description))
    *font *= POINT_PX;
  *line = pango_font_metrics_get_height (metrics) / (double) PANGO_SCALE;
  pango_font_metrics_unref (metrics);
}
