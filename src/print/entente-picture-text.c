/* Labels of a picture: which type they have, and the text of the canvas with the context of the
 * picture. */

#include "config.h"

#include "entente-canvas-text.h"
#include "entente-picture-private.h"

PangoLayout *
entente_picture_make_layout (const EntentePicture *picture, EntenteType type, const char *text)
{
  return entente_canvas_text_make_layout (picture->context, type, text);
}

double
entente_picture_measure (const EntentePicture *picture, EntenteType type, const char *text)
{
  return entente_canvas_text_measure (picture->context, type, text);
}

EntenteType
entente_picture_get_type_of (EntenteLabelStyle style)
{
  switch (style) {
  case ENTENTE_LABEL_TITLE_STRONG:
  case ENTENTE_LABEL_AXIS_LARGE:
    return ENTENTE_TYPE_STRONG;
  case ENTENTE_LABEL_PILL:
  case ENTENTE_LABEL_BUNDLE:
    return ENTENTE_TYPE_RUNNING;
  case ENTENTE_LABEL_AXIS_SMALL:
  case ENTENTE_LABEL_ERA:
  case ENTENTE_LABEL_CHIP_NOTE:
    return ENTENTE_TYPE_PALE;
  case ENTENTE_LABEL_TITLE:
  case ENTENTE_LABEL_CHIP:
  case ENTENTE_N_LABEL_STYLES:
  default:
    return ENTENTE_TYPE_LEAD;
  }
}

double
entente_picture_measure_label (EntenteLabelStyle style, const char *text, gpointer picture)
{
  return entente_picture_measure (picture, entente_picture_get_type_of (style), text);
}

char *
entente_picture_fit (const EntentePicture *picture,
                     EntenteType type,
                     const char *text,
                     double width)
{
  return entente_canvas_text_fit (picture->context, type, text, width);
}

void
entente_picture_paint_text (const EntentePicture *picture,
                            EntenteCanvas *canvas,
                            EntenteType type,
                            const char *text,
                            double x,
                            double y,
                            double width,
                            const EntenteShade *shade)
{
  entente_canvas_text_paint (canvas, picture->context, type, text, x, y, width, shade);
}

GPtrArray *
entente_picture_break_lines (const EntentePicture *picture,
                             EntenteType type,
                             const char *text,
                             double width)
{
  return entente_canvas_text_break (picture->context, type, text, width);
}
