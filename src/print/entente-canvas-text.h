/* Text on a canvas: layouts in the types of a page, in pixels; how wide they are, and where they
 * are cut. One thread at a time. */
#pragma once

#include "entente-canvas.h"
#include "entente-page-style.h"

G_BEGIN_DECLS

/* @context as entente_page_style_make_context() gives it. Free. */
PangoLayout *entente_canvas_text_make_layout (PangoContext *context,
                                              EntenteType type,
                                              const char *text);
double entente_canvas_text_measure (PangoContext *context, EntenteType type, const char *text);
/* @text, cut with an ellipsis to @width. Free. */
char *entente_canvas_text_fit (PangoContext *context,
                               EntenteType type,
                               const char *text,
                               double width);
/* Left edge at @x, middle at @y, at most @width wide (0: any). */
void entente_canvas_text_paint (EntenteCanvas *canvas,
                                PangoContext *context,
                                EntenteType type,
                                const char *text,
                                double x,
                                double y,
                                double width,
                                const EntenteShade *shade);
/* The lines of @text where none is wider than @width, if words allow. Array of char *; the
 * caller's. */
GPtrArray *entente_canvas_text_break (PangoContext *context,
                                      EntenteType type,
                                      const char *text,
                                      double width);

G_END_DECLS
