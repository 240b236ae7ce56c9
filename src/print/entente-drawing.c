/* The writers of drawings: SVG by hand, PNG with the size of a dot, PDF on one sheet of paper. */

#include "config.h"

#include "entente-drawing.h"
#include "entente-error.h"
#include "entente-pdf.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define PIXELS_MAX 32000 /* of a side; Cairo takes no more */
#define AREA_MAX (400.0 * 1000 * 1000) /* pixels: 1.6 GB */
#define DOTS_PER_INCH 96.0
#define METRES_PER_INCH 0.0254
#define POINTS_PER_PIXEL 0.75
#define PNG_HEAD 33 /* bytes before the first chunk that may follow the header */

static gboolean
tell_status (cairo_status_t status, GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error,
               ENTENTE_ERROR,
               ENTENTE_ERROR_FAILED,
               _ ("The picture could not be written: %s. Check the disk and try again."),
               cairo_status_to_string (status));
  return FALSE;
}

gboolean
entente_drawing_write_svg (const EntenteDrawing *self,
                           double scale,
                           cairo_write_func_t write,
                           gpointer closure,
                           GError **error)
{
  const EntenteCanvasSvg svg = { .width = self->width,
                                 .height = self->height,
                                 .scale = scale,
                                 .title = self->title != NULL ? self->title : "",
                                 .description = self->description };
  g_autoptr (GString) out = g_string_new (NULL);
  EntenteCanvas *canvas = entente_canvas_new_svg (out, &svg);

  self->paint (canvas, self->data);
  entente_canvas_free (canvas);
  return tell_status (write (closure, (const unsigned char *) out->str, (unsigned int) out->len),
                      error);
}

/* ---- PNG ---- */

/* Puts how large a dot is after the header of the file, which Cairo does not tell. */
typedef struct {
  cairo_write_func_t write;
  gpointer closure;
  guint32 dots_per_metre;
  gsize n_written;
} PngRelay;

static guint32
sum_crc (const guint8 *bytes, gsize length)
{
  guint32 crc = 0xffffffff;

  for (gsize i = 0; i < length; i++) {
    crc ^= bytes[i];
    for (guint bit = 0; bit < 8; bit++)
      crc = (crc >> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc;
}

static void
put_number (guint8 *at, guint32 number)
{
  guint32 big = GUINT32_TO_BE (number);

  memcpy (at, &big, sizeof big);
}

static cairo_status_t
write_density (PngRelay *relay)
{
  guint8 chunk[21] = { 0 };

  put_number (chunk, 9);
  memcpy (chunk + 4, "pHYs", 4);
  put_number (chunk + 8, relay->dots_per_metre);
  put_number (chunk + 12, relay->dots_per_metre);
  chunk[16] = 1; /* the unit is the metre */
  put_number (chunk + 17, sum_crc (chunk + 4, 13));
  return relay->write (relay->closure, chunk, sizeof chunk);
}

static cairo_status_t
relay_png (void *closure, const unsigned char *bytes, unsigned int length)
{
  PngRelay *relay = closure;
  gsize before = relay->n_written;
  guint first = before < PNG_HEAD ? (guint) MIN (length, PNG_HEAD - before) : 0;
  cairo_status_t status = CAIRO_STATUS_SUCCESS;

  relay->n_written += length;
  if (first > 0)
    status = relay->write (relay->closure, bytes, first);
  if (status == CAIRO_STATUS_SUCCESS && first > 0 && before + first == PNG_HEAD)
    status = write_density (relay);
  if (status == CAIRO_STATUS_SUCCESS && length > first)
    status = relay->write (relay->closure, bytes + first, length - first);
  return status;
}

static cairo_surface_t *
make_image (const EntenteDrawing *self, double scale, GError **error)
{
  double width = ceil (self->width * scale - 0.001);
  double height = ceil (self->height * scale - 0.001);

  if (width <= PIXELS_MAX && height <= PIXELS_MAX && width * height <= AREA_MAX)
    return cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) width, (int) height);
  g_set_error (error,
               ENTENTE_ERROR,
               ENTENTE_ERROR_INVALID,
               _ ("A picture of %.0f × %.0f pixels is too large; choose a smaller scale, or SVG."),
               width,
               height);
  return NULL;
}

gboolean
entente_drawing_write_png (const EntenteDrawing *self,
                           double scale,
                           cairo_write_func_t write,
                           gpointer closure,
                           GError **error)
{
  PngRelay relay = { write, closure, (guint32) (DOTS_PER_INCH * scale / METRES_PER_INCH + 0.5), 0 };
  cairo_surface_t *image = make_image (self, scale, error);
  EntenteCanvas *canvas;
  cairo_status_t status;
  cairo_t *cr;

  if (image == NULL)
    return FALSE;
  cr = cairo_create (image);
  cairo_scale (cr, scale, scale);
  canvas = entente_canvas_new_cairo (cr);
  self->paint (canvas, self->data);
  entente_canvas_free (canvas);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (image, relay_png, &relay);
  cairo_surface_destroy (image);
  return tell_status (status, error);
}

/* ---- paper ---- */

void
entente_drawing_lay_on_paper (const EntenteDrawing *self,
                              EntentePaper paper,
                              EntentePageStyle *style)
{
  entente_page_style_init (style, paper, self->width > self->height);
}

void
entente_drawing_paint_page (const EntenteDrawing *self, const EntentePageStyle *style, cairo_t *cr)
{
  double width = style->width_pt - 2 * style->margin_pt;
  double height = style->height_pt - 2 * style->margin_pt;
  double scale = MIN (MIN (width / self->width, height / self->height), POINTS_PER_PIXEL);
  EntenteCanvas *canvas;

  cairo_save (cr);
  cairo_translate (cr, style->margin_pt + (width - self->width * scale) / 2, style->margin_pt);
  cairo_scale (cr, scale, scale);
  canvas = entente_canvas_new_cairo (cr);
  self->paint (canvas, self->data);
  entente_canvas_free (canvas);
  cairo_restore (cr);
}

gboolean
entente_drawing_write_pdf (const EntenteDrawing *self,
                           const EntentePageStyle *style,
                           cairo_write_func_t write,
                           gpointer closure,
                           GError **error)
{
  EntentePdf *pdf = entente_pdf_new (write, closure, style->width_pt, style->height_pt);
  cairo_t *cr = cairo_create (entente_pdf_get_surface (pdf));

  entente_pdf_describe (pdf, self->title, self->description, NULL, self->made_time);
  entente_drawing_paint_page (self, style, cr);
  cairo_show_page (cr);
  cairo_destroy (cr);
  return entente_pdf_finish (pdf, TRUE, error);
}
