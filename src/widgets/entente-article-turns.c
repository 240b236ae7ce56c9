/* A flag is a thin pole on the height of the letters with a cloth that points where the text goes
 * on; what ends a turn is a pole alone. Main thread.
 */
#include "config.h"

#include "entente-article-lines.h"
#include "entente-article-turns.h"
#include "entente-ink.h"

#define MAX_FLAGS 400 /* in sight; more would be a black bar anyway */
#define POLE_PX 1.5F
#define CLOTH_PX 5.0F

static gboolean
is_turn (gunichar c)
{
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

GArray *
entente_article_turns_list (const char *text)
{
  GArray *turns = g_array_new (FALSE, FALSE, sizeof (int));
  int offset = 0;

  for (const char *p = text; *p; p = g_utf8_next_char (p), offset++)
    /* All of them begin with this byte. */
    if (*p == '\xE2' && is_turn (g_utf8_get_char (p)))
      g_array_append_val (turns, offset);
  return turns;
}

/* 1: to the right, -1: to the left, 0: as before. */
static int
get_way (gunichar c)
{
  switch (c) {
  case 0x202A:
  case 0x202D:
  case 0x2066:
  case 0x2068:
    return 1;
  case 0x202B:
  case 0x202E:
  case 0x2067:
    return -1;
  default:
    return 0;
  }
}

static void
draw_flag (EntenteArticlePainter *painter, int offset, const GdkRGBA *ink)
{
  GdkRectangle place = entente_article_lines_get_place (painter->view, offset);
  GtkTextIter iter;
  float x = (float) place.x - POLE_PX / 2;
  int way;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (painter->view), &iter, offset);
  way = get_way (gtk_text_iter_get_char (&iter));
  gtk_snapshot_append_color (
    painter->snapshot,
    ink,
    &GRAPHENE_RECT_INIT (x, (float) place.y, POLE_PX, (float) place.height));
  if (way != 0)
    gtk_snapshot_append_color (
      painter->snapshot,
      ink,
      &GRAPHENE_RECT_INIT (way > 0 ? x : x + POLE_PX - CLOTH_PX, (float) place.y, CLOTH_PX, 3));
}

/* First of @turns that is not before @offset. */
static guint
find_first (const GArray *turns, int offset)
{
  guint low = 0, high = turns->len;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (g_array_index (turns, int, middle) < offset)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

void
entente_article_turns_draw (EntenteArticlePainter *painter, const GArray *turns, int from, int to)
{
  GdkRGBA ink = entente_ink_named (GTK_WIDGET (painter->view), "error_color");
  guint first = find_first (turns, from);

  for (guint i = first; i < MIN (turns->len, first + MAX_FLAGS); i++) {
    if (g_array_index (turns, int, i) >= to)
      break;
    draw_flag (painter, g_array_index (turns, int, i), &ink);
  }
}
