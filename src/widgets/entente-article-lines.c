/* From offsets to rectangles, one for each display line. Asks the text view for nothing but the
 * lines of the stretch itself, so that what is out of sight stays unmeasured. Main thread.
 */
#include "config.h"

#include "entente-article-lines.h"
#include "entente-letter-direction.h"

#define POINT_PX (96.0 / 72)
#define BASE_CHARS 200 /* of a paragraph: a letter is among them */
#define MAX_LETTERS 300 /* looked at one by one; hardly a line has more */
#define TOUCH_PX 2

GdkRectangle
entente_article_lines_get_place (GtkTextView *view, int offset)
{
  GtkTextIter iter;
  GdkRectangle rect;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter, offset);
  gtk_text_view_get_iter_location (view, &iter, &rect);
  /* Letters that are read from right to left begin at their right edge. */
  if (rect.width < 0) {
    rect.x += rect.width;
    rect.width = -rect.width;
  }
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

/* ---- pieces of one line ---- */

/* Letters of one direction stand side by side; where two directions meet within a stretch, its
 * parts may stand apart. What is read against the direction of the paragraph is only looked at
 * where the stretch begins and ends: anywhere else it lies between the two. */
typedef struct {
  GtkTextView *view;
  GArray *pieces; /* GdkRectangle */
  EntenteLetterDirection base; /* of the paragraph */
} Stretch;

static EntenteLetterDirection
get_direction (GtkTextView *view, int offset)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter, offset);
  return entente_letter_direction_of (gtk_text_iter_get_char (&iter));
}

/* By its first letters, as the toolkit does. */
static EntenteLetterDirection
find_base (GtkTextView *view, int offset)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &start, offset);
  gtk_text_iter_set_line_offset (&start, 0);
  end = start;
  gtk_text_iter_forward_chars (&end, BASE_CHARS);
  text = gtk_text_iter_get_text (&start, &end);
  return entente_letter_direction_of_text (text, BASE_CHARS);
}

/* First offset of [from, to), going by @step, whose letter is read in the direction of the
 * paragraph; @to when there is none. */
static int
find_own (const Stretch *stretch, int from, int to, int step)
{
  while (from != to && get_direction (stretch->view, from) != stretch->base)
    from += step;
  return from;
}

static void
add_piece (Stretch *stretch, GdkRectangle rect)
{
  if (stretch->pieces->len > 0 &&
      rect.y >= g_array_index (stretch->pieces, GdkRectangle, 0).y +
                  g_array_index (stretch->pieces, GdkRectangle, 0).height)
    return;
  if (rect.width > 0)
    g_array_append_val (stretch->pieces, rect);
}

static void
add_letters (Stretch *stretch, int start, int end)
{
  for (int i = start; i < end; i++)
    add_piece (stretch, entente_article_lines_get_place (stretch->view, i));
}

/* From the first to the last letter, of which both are read in one direction. */
static void
add_part (Stretch *stretch, int first, int last)
{
  GdkRectangle from = entente_article_lines_get_place (stretch->view, first);
  GdkRectangle to = entente_article_lines_get_place (stretch->view, last);

  /* A line that ends otherwise than it was found. */
  add_piece (stretch, to.y >= from.y + from.height ? from : join (&from, &to));
}

static int
compare_pieces (gconstpointer a, gconstpointer b)
{
  const GdkRectangle *one = a, *other = b;

  return (one->x > other->x) - (one->x < other->x);
}

static void
give_pieces (Stretch *stretch, EntenteArticleLineFunc func, gpointer data)
{
  GdkRectangle rect;

  if (stretch->pieces->len == 0)
    return;
  g_array_sort (stretch->pieces, compare_pieces);
  rect = g_array_index (stretch->pieces, GdkRectangle, 0);
  for (guint i = 1; i < stretch->pieces->len; i++) {
    const GdkRectangle *piece = &g_array_index (stretch->pieces, GdkRectangle, i);

    if (piece->x <= rect.x + rect.width + TOUCH_PX) {
      rect = join (&rect, piece);
      continue;
    }
    func (&rect, data);
    rect = *piece;
  }
  func (&rect, data);
  g_array_set_size (stretch->pieces, 0);
}

/* [start, end) is on one line. */
static void
add_stretch (Stretch *stretch, int start, int end)
{
  int last = find_last_letter (stretch->view, start, end);
  int first_own = find_own (stretch, start, last + 1, 1), last_own;

  if (first_own > last) {
    add_letters (stretch, start, MIN (last + 1, start + MAX_LETTERS));
    return;
  }
  last_own = find_own (stretch, last, first_own, -1);
  add_part (stretch, first_own, last_own);
  add_letters (stretch, MAX (start, first_own - MAX_LETTERS), first_own);
  add_letters (stretch, last_own + 1, MIN (last + 1, last_own + MAX_LETTERS));
}

void
entente_article_lines_foreach (GtkTextView *view,
                               int start,
                               int end,
                               EntenteArticleLineFunc func,
                               gpointer data)
{
  int length = gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (view));
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (GdkRectangle));
  Stretch stretch = { view, pieces, ENTENTE_LETTER_RIGHTWARDS };

  end = MIN (end, length);
  while (start < end) {
    int line_end = MIN (find_line_end (view, start), end);

    stretch.base = find_base (view, start);
    add_stretch (&stretch, start, line_end);
    give_pieces (&stretch, func, data);
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
  /* The left edge is the end of a line that is read from right to left. */
  if (!gtk_text_view_starts_display_line (view, &iter))
    gtk_text_view_backward_display_line_start (view, &iter);
  *start = gtk_text_iter_get_offset (&iter);
  gtk_text_view_get_iter_at_location (view,
                                      &iter,
                                      visible.x + visible.width,
                                      visible.y + visible.height);
  gtk_text_view_forward_display_line (view, &iter);
  gtk_text_view_forward_display_line_end (view, &iter);
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
