/* The canvas that writes SVG 1.1 by hand: shapes as paths, text as text, numbers with at most two
 * decimals, so that the same picture is the same bytes.
 *
 * What a study says is hostile until proven otherwise: markup is escaped, characters that XML
 * forbids become the replacement character, and controls of direction are written as numbers, so
 * that they steer no editor.
 */
#include "config.h"

#include "entente-canvas.h"

#include <math.h>
#include <string.h>

#define FAMILIES "Cantarell, 'Noto Sans', 'DejaVu Sans', sans-serif"

typedef struct {
  EntenteCanvas canvas;
  GString *out;
  GString *path;
  guint n_defs; /* clips and gradients so far */
} SvgCanvas;

static SvgCanvas *
get_svg (EntenteCanvas *canvas)
{
  return (SvgCanvas *) canvas;
}

/* ---- characters ---- */

static gboolean
is_forbidden (gunichar character)
{
  return (character < 0x20 && character != '\t' && character != '\n') ||
         (character >= 0x7f && character < 0xa0) || (character & 0xfffe) == 0xfffe ||
         (character >= 0xfdd0 && character <= 0xfdef);
}

/* Marks, embeddings, overrides and isolates. */
static gboolean
turns_direction (gunichar character)
{
  return character == 0x61c || character == 0x200e || character == 0x200f ||
         (character >= 0x202a && character <= 0x202e) ||
         (character >= 0x2066 && character <= 0x2069);
}

static void
append_character (GString *out, gunichar character)
{
  if (character == '<')
    g_string_append (out, "&lt;");
  else if (character == '>')
    g_string_append (out, "&gt;");
  else if (character == '&')
    g_string_append (out, "&amp;");
  else if (character == '"')
    g_string_append (out, "&quot;");
  else if (character == '\t' || character == '\n' || character == 0x2028 || character == 0x2029)
    g_string_append_c (out, ' ');
  else if (is_forbidden (character))
    g_string_append (out, "\357\277\275");
  else if (turns_direction (character))
    g_string_append_printf (out, "&#x%X;", character);
  else
    g_string_append_unichar (out, character);
}

static void
append_text (GString *out, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    append_character (out, g_utf8_get_char (at));
}

/* Two decimals, without zeros behind them. */
static void
append_number (GString *out, double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  gsize length;

  if (fabs (number) < 0.005)
    number = 0;
  g_ascii_formatd (text, sizeof text, "%.2f", number);
  length = strlen (text);
  while (text[length - 1] == '0')
    length--;
  if (text[length - 1] == '.')
    length--;
  g_string_append_len (out, text, (gssize) length);
}

static void
append_attribute (GString *out, const char *name, double number)
{
  g_string_append_printf (out, " %s=\"", name);
  append_number (out, number);
  g_string_append_c (out, '"');
}

/* ---- groups ---- */

/* The number of a new clip. */
static guint
write_clip (SvgCanvas *self, const EntenteCanvasGroup *group)
{
  g_string_append_printf (self->out, "<clipPath id=\"clip%u\"><rect", ++self->n_defs);
  append_attribute (self->out, "x", group->clip_x);
  append_attribute (self->out, "y", group->clip_y);
  append_attribute (self->out, "width", group->clip_width);
  append_attribute (self->out, "height", group->clip_height);
  g_string_append (self->out, "/></clipPath>\n");
  return self->n_defs;
}

static void
write_transform (SvgCanvas *self, const EntenteCanvasGroup *group)
{
  if (group->x == 0 && group->y == 0 && group->turn == 0 && group->scale == 0)
    return;
  g_string_append (self->out, " transform=\"translate(");
  append_number (self->out, group->x);
  g_string_append_c (self->out, ' ');
  append_number (self->out, group->y);
  g_string_append_c (self->out, ')');
  if (group->turn != 0) {
    g_string_append (self->out, " rotate(");
    append_number (self->out, group->turn);
    g_string_append_c (self->out, ')');
  }
  if (group->scale > 0) {
    char text[G_ASCII_DTOSTR_BUF_SIZE];

    g_ascii_formatd (text, sizeof text, "%.5f", group->scale);
    g_string_append_printf (self->out, " scale(%s)", text);
  }
  g_string_append_c (self->out, '"');
}

static void
push (EntenteCanvas *canvas, const EntenteCanvasGroup *group)
{
  SvgCanvas *self = get_svg (canvas);
  guint clip = group->clips ? write_clip (self, group) : 0;

  g_string_append (self->out, "<g");
  if (group->role != NULL)
    g_string_append_printf (self->out, " class=\"%s\"", group->role);
  if (group->event != ENTENTE_ID_NONE)
    g_string_append_printf (self->out, " data-event=\"%" G_GINT64_FORMAT "\"", group->event);
  if (group->count > 0)
    g_string_append_printf (self->out, " data-count=\"%u\"", group->count);
  write_transform (self, group);
  if (clip > 0)
    g_string_append_printf (self->out, " clip-path=\"url(#clip%u)\"", clip);
  g_string_append_c (self->out, '>');
  if (group->title != NULL) {
    g_string_append (self->out, "<title>");
    append_text (self->out, group->title);
    g_string_append (self->out, "</title>");
  }
  g_string_append_c (self->out, '\n');
}

static void
pop (EntenteCanvas *canvas)
{
  g_string_append (get_svg (canvas)->out, "</g>\n");
}

/* ---- paths ---- */

static void
append_point (GString *path, char letter, double x, double y)
{
  if (letter != '\0')
    g_string_append_c (path, letter);
  else
    g_string_append_c (path, ' ');
  append_number (path, x);
  g_string_append_c (path, ' ');
  append_number (path, y);
}

static void
move_to (EntenteCanvas *canvas, double x, double y)
{
  append_point (get_svg (canvas)->path, 'M', x, y);
}

static void
line_to (EntenteCanvas *canvas, double x, double y)
{
  append_point (get_svg (canvas)->path, 'L', x, y);
}

static void
curve_to (EntenteCanvas *canvas, const double *xy)
{
  append_point (get_svg (canvas)->path, 'C', xy[0], xy[1]);
  append_point (get_svg (canvas)->path, '\0', xy[2], xy[3]);
  append_point (get_svg (canvas)->path, '\0', xy[4], xy[5]);
}

static void
close_path (EntenteCanvas *canvas)
{
  g_string_append_c (get_svg (canvas)->path, 'Z');
}

static void
append_colour (GString *out, const EntenteShade *shade)
{
  g_string_append_printf (out,
                          "#%02x%02x%02x",
                          (guint) (CLAMP (shade->red, 0, 1) * 255 + 0.5),
                          (guint) (CLAMP (shade->green, 0, 1) * 255 + 0.5),
                          (guint) (CLAMP (shade->blue, 0, 1) * 255 + 0.5));
}

static void
write_stop (SvgCanvas *self, double at, const EntenteShade *shade, double alpha)
{
  char offset[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (offset, sizeof offset, "%.4f", CLAMP (at, 0, 1));
  g_string_append_printf (self->out, "<stop offset=\"%s\" stop-color=\"", offset);
  append_colour (self->out, shade);
  g_string_append_c (self->out, '"');
  append_attribute (self->out, "stop-opacity", alpha);
  g_string_append (self->out, "/>");
}

static void
write_gradient (SvgCanvas *self, const EntentePaint *paint)
{
  const EntenteShade *shade = &paint->shade;
  double length = MAX (paint->x1 - paint->x0, 0.001);

  g_string_append_printf (self->out,
                          "<linearGradient id=\"fade%u\" gradientUnits=\"userSpaceOnUse\"",
                          ++self->n_defs);
  append_attribute (self->out, "x1", paint->x0);
  append_attribute (self->out, "y1", 0);
  append_attribute (self->out, "x2", paint->x1);
  append_attribute (self->out, "y2", 0);
  g_string_append_c (self->out, '>');
  write_stop (self, 0, shade, paint->core0 > paint->x0 ? 0 : shade->alpha);
  write_stop (self, (paint->core0 - paint->x0) / length, shade, shade->alpha);
  write_stop (self, (paint->core1 - paint->x0) / length, shade, shade->alpha);
  write_stop (self, 1, shade, paint->core1 < paint->x1 ? 0 : shade->alpha);
  g_string_append (self->out, "</linearGradient>\n");
}

/* "fill" or "stroke", and its opacity. */
static void
append_paint (SvgCanvas *self, const char *what, const EntentePaint *paint)
{
  g_string_append_printf (self->out, " %s=\"", what);
  if (paint->fades) {
    g_string_append_printf (self->out, "url(#fade%u)\"", self->n_defs);
    return;
  }
  append_colour (self->out, &paint->shade);
  g_string_append_c (self->out, '"');
  if (paint->shade.alpha < 1) {
    g_autofree char *opacity = g_strconcat (what, "-opacity", NULL);

    append_attribute (self->out, opacity, paint->shade.alpha);
  }
}

static void
begin_path (SvgCanvas *self, const EntentePaint *paint)
{
  if (paint->fades)
    write_gradient (self, paint);
  g_string_append_printf (self->out, "<path d=\"%s\"", self->path->str);
  g_string_truncate (self->path, 0);
}

static void
fill (EntenteCanvas *canvas, const EntentePaint *paint)
{
  SvgCanvas *self = get_svg (canvas);

  begin_path (self, paint);
  append_paint (self, "fill", paint);
  g_string_append (self->out, "/>\n");
}

static void
append_dashes (GString *out, const double *dashes, guint n_dashes)
{
  if (n_dashes == 0)
    return;
  g_string_append (out, " stroke-dasharray=\"");
  for (guint i = 0; i < n_dashes; i++) {
    if (i > 0)
      g_string_append_c (out, ' ');
    append_number (out, dashes[i]);
  }
  g_string_append_c (out, '"');
}

static void
stroke (EntenteCanvas *canvas,
        const EntentePaint *paint,
        double width,
        const double *dashes,
        guint n_dashes,
        gboolean round)
{
  SvgCanvas *self = get_svg (canvas);

  begin_path (self, paint);
  g_string_append (self->out, " fill=\"none\"");
  append_paint (self, "stroke", paint);
  append_attribute (self->out, "stroke-width", width);
  if (round)
    g_string_append (self->out, " stroke-linecap=\"round\" stroke-linejoin=\"round\"");
  append_dashes (self->out, dashes, n_dashes);
  g_string_append (self->out, "/>\n");
}

/* ---- text ---- */

static void
append_font (GString *out, PangoLayout *layout)
{
  const PangoFontDescription *font = pango_layout_get_font_description (layout);
  int weight = pango_font_description_get_weight (font);

  append_attribute (out,
                    "font-size",
                    (double) pango_font_description_get_size (font) / PANGO_SCALE);
  if (weight != PANGO_WEIGHT_NORMAL)
    g_string_append_printf (out, " font-weight=\"%d\"", weight);
  if (pango_font_description_get_style (font) == PANGO_STYLE_ITALIC)
    g_string_append (out, " font-style=\"italic\"");
}

static void
text (EntenteCanvas *canvas, PangoLayout *layout, double x, double y, const EntenteShade *shade)
{
  SvgCanvas *self = get_svg (canvas);
  const EntentePaint paint = { .shade = *shade };
  gboolean leftwards =
    pango_layout_get_line_readonly (layout, 0)->resolved_dir == PANGO_DIRECTION_RTL;
  int width, height;

  pango_layout_get_size (layout, &width, &height);
  y += (double) (pango_layout_get_baseline (layout) - height / 2) / PANGO_SCALE;
  g_string_append (self->out, leftwards ? "<text direction=\"rtl\"" : "<text");
  append_attribute (self->out, "x", leftwards ? x + (double) width / PANGO_SCALE : x);
  append_attribute (self->out, "y", y);
  append_font (self->out, layout);
  append_paint (self, "fill", &paint);
  g_string_append_c (self->out, '>');
  append_text (self->out, pango_layout_get_text (layout));
  g_string_append (self->out, "</text>\n");
}

/* ---- the file ---- */

static void
free_canvas (EntenteCanvas *canvas)
{
  SvgCanvas *self = get_svg (canvas);

  g_string_append (self->out, "</g>\n</svg>\n");
  g_string_free (self->path, TRUE);
  g_free (self);
}

static const EntenteCanvasClass class = { push,       pop,  move_to, line_to, curve_to,
                                          close_path, fill, stroke,  text,    free_canvas };

static void
begin_file (GString *out, const EntenteCanvasSvg *svg)
{
  g_string_append (out,
                   "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                   "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" role=\"img\""
                   " aria-labelledby=\"title description\"");
  append_attribute (out, "width", svg->width * svg->scale);
  append_attribute (out, "height", svg->height * svg->scale);
  g_string_append (out, " viewBox=\"0 0 ");
  append_number (out, svg->width);
  g_string_append_c (out, ' ');
  append_number (out, svg->height);
  g_string_append (out, "\">\n<title id=\"title\">");
  append_text (out, svg->title);
  g_string_append (out, "</title>\n<desc id=\"description\">");
  append_text (out, svg->description);
  g_string_append (out, "</desc>\n<g font-family=\"" FAMILIES "\" xml:space=\"preserve\">\n");
}

EntenteCanvas *
entente_canvas_new_svg (GString *out, const EntenteCanvasSvg *svg)
{
  SvgCanvas *self = g_new0 (SvgCanvas, 1);

  self->canvas.class = &class;
  self->out = out;
  self->path = g_string_new (NULL);
  begin_file (out, svg);
  return &self->canvas;
}
