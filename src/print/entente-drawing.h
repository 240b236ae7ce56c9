/* EntenteDrawing: anything that is painted on a canvas, as a file: SVG, PNG, PDF; and on a page for
 * a printer.
 *
 * A plain value that borrows all it names. Writers hand their bytes to a function of the caller's:
 * this layer opens no file. The same drawing gives the same bytes. One thread at a time.
 */
#pragma once

#include "entente-canvas.h"
#include "entente-page-style.h"

G_BEGIN_DECLS

typedef struct {
  double width, height; /* pixels */
  const char *title;
  const char *description; /* in words, to who cannot see */
  gint64 made_time; /* seconds since 1970 UTC */
  void (*paint) (EntenteCanvas *canvas, gpointer data);
  gpointer data;
} EntenteDrawing;

/* SVG with one text element for each label; @scale is told as its size. */
gboolean entente_drawing_write_svg (const EntenteDrawing *drawing,
                                    double scale,
                                    cairo_write_func_t write,
                                    gpointer closure,
                                    GError **error);
/* PNG of @scale pixels for each pixel; 96 times @scale dots an inch are told in the file. */
gboolean entente_drawing_write_png (const EntenteDrawing *drawing,
                                    double scale,
                                    cairo_write_func_t write,
                                    gpointer closure,
                                    GError **error);
/* One page. */
gboolean entente_drawing_write_pdf (const EntenteDrawing *drawing,
                                    const EntentePageStyle *style,
                                    cairo_write_func_t write,
                                    gpointer closure,
                                    GError **error);
/* The paper lying as suits the drawing. */
void entente_drawing_lay_on_paper (const EntenteDrawing *drawing,
                                   EntentePaper paper,
                                   EntentePageStyle *style);
/* As large as the screen shows it, smaller where it would not fit; one unit of @cr is a point. */
void entente_drawing_paint_page (const EntenteDrawing *drawing,
                                 const EntentePageStyle *style,
                                 cairo_t *cr);

G_END_DECLS
