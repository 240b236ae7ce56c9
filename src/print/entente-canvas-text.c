/* Layouts of one line, and cutting by halves. */

#include "config.h"

#include "entente-canvas-text.h"

#define BASE_PX 12.5

PangoLayout *
entente_canvas_text_make_layout (PangoContext *context, EntenteType type, const char *text)
{
  const EntentePageStyle style = { .base_size_pt = BASE_PX };
  PangoLayout *layout = entente_page_style_make_layout (&style, context, type, text, -1);

  pango_layout_set_single_paragraph_mode (layout, TRUE);
  return layout;
}

double
entente_canvas_text_measure (PangoContext *context, EntenteType type, const char *text)
{
  g_autoptr (PangoLayout) layout = entente_canvas_text_make_layout (context, type, text);

  return entente_layout_get_width (layout);
}

/* Its first @n characters and an ellipsis, without a space or a lone mark before it. Free. */
static char *
cut (const char *text, glong n)
{
  const char *end = g_utf8_offset_to_pointer (text, n);

  while (end > text && g_unichar_ismark (g_utf8_get_char (end)))
    end = g_utf8_prev_char (end);
  while (end > text && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  return g_strdup_printf ("%.*s…", (int) (end - text), text);
}

char *
entente_canvas_text_fit (PangoContext *context, EntenteType type, const char *text, double width)
{
  glong fits = 0, too_long = g_utf8_strlen (text, -1);
  char *best;

  if (entente_canvas_text_measure (context, type, text) <= width)
    return g_strdup (text);
  best = g_strdup ("…");
  while (fits + 1 < too_long) {
    glong n = (fits + too_long) / 2;
    g_autofree char *shorter = cut (text, n);

    if (entente_canvas_text_measure (context, type, shorter) > width) {
      too_long = n;
      continue;
    }
    fits = n;
    g_free (best);
    best = g_steal_pointer (&shorter);
  }
  return best;
}

void
entente_canvas_text_paint (EntenteCanvas *canvas,
                           PangoContext *context,
                           EntenteType type,
                           const char *text,
                           double x,
                           double y,
                           double width,
                           const EntenteShade *shade)
{
  g_autofree char *shown =
    width > 0 ? entente_canvas_text_fit (context, type, text, width) : g_strdup (text);
  g_autoptr (PangoLayout) layout = entente_canvas_text_make_layout (context, type, shown);

  canvas->class->text (canvas, layout, x, y, shade);
}

GPtrArray *
entente_canvas_text_break (PangoContext *context, EntenteType type, const char *text, double width)
{
  g_autoptr (PangoLayout) layout = entente_canvas_text_make_layout (context, type, text);
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  for (int i = 0; i < pango_layout_get_line_count (layout); i++) {
    PangoLayoutLine *line = pango_layout_get_line_readonly (layout, i);
    char *words =
      g_strndup (pango_layout_get_text (layout) + line->start_index, (gsize) line->length);

    g_ptr_array_add (lines, g_strchomp (words));
  }
  return lines;
}
