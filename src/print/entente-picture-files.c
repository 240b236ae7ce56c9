/* A picture as SVG and as PNG: a drawing whose words are its caption. */

#include "config.h"

#include "entente-drawing.h"
#include "entente-picture-private.h"

static void
paint (EntenteCanvas *canvas, gpointer picture)
{
  entente_picture_paint (picture, canvas);
}

/* @caption is borrowed. */
static EntenteDrawing
make_drawing (EntentePicture *self, const char *caption)
{
  return (EntenteDrawing){ .width = entente_picture_get_width (self),
                           .height = entente_picture_get_height (self),
                           .title = self->options.study,
                           .description = caption,
                           .made_time = self->options.made_time,
                           .paint = paint,
                           .data = self };
}

gboolean
entente_picture_write_svg (EntentePicture *self,
                           double scale,
                           cairo_write_func_t write,
                           gpointer closure,
                           GError **error)
{
  g_autofree char *caption = entente_picture_dup_caption (self);
  EntenteDrawing drawing = make_drawing (self, caption);

  return entente_drawing_write_svg (&drawing, scale, write, closure, error);
}

gboolean
entente_picture_write_png (EntentePicture *self,
                           double scale,
                           cairo_write_func_t write,
                           gpointer closure,
                           GError **error)
{
  EntenteDrawing drawing = make_drawing (self, NULL);

  return entente_drawing_write_png (&drawing, scale, write, closure, error);
}
