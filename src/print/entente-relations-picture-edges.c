/* The parts of a picture of relations that stay in sight while the rest scrolls. */
#include "config.h"

#include "entente-relations-picture-private.h"

double
entente_relations_picture_get_head (const EntenteRelationsPicture *self)
{
  if (self->options.form == ENTENTE_RELATIONS_NETWORK)
    return 0;
  return ENTENTE_RELATIONS_MARGIN + (self->options.form == ENTENTE_RELATIONS_MATRIX
                                       ? self->matrix.heads_px
                                       : ENTENTE_RELATIONS_AXIS);
}

double
entente_relations_picture_get_side (const EntenteRelationsPicture *self)
{
  if (self->options.form != ENTENTE_RELATIONS_MATRIX)
    return 0;
  return ENTENTE_RELATIONS_MARGIN + self->matrix.names_px;
}

static void
paint_ground (EntenteRelationsPicture *self, EntenteCanvas *canvas, double width, double height)
{
  entente_canvas_rectangle (canvas, 0, 0, width, height);
  entente_canvas_fill (canvas, &self->colours->ground);
}

/* What reaches beyond the edge is cut off. */
static void
push_edge (EntenteCanvas *canvas, double width, double height)
{
  const EntenteCanvasGroup edge = { .x = ENTENTE_RELATIONS_MARGIN,
                                    .y = ENTENTE_RELATIONS_MARGIN,
                                    .clips = TRUE,
                                    .clip_x = -ENTENTE_RELATIONS_MARGIN,
                                    .clip_y = -ENTENTE_RELATIONS_MARGIN,
                                    .clip_width = width,
                                    .clip_height = height };

  entente_canvas_push (canvas, &edge);
}

void
entente_relations_picture_paint_head (EntenteRelationsPicture *self, EntenteCanvas *canvas)
{
  double width = entente_relations_picture_get_width (self);
  double height = entente_relations_picture_get_head (self);

  if (height == 0)
    return;
  paint_ground (self, canvas, width, height);
  push_edge (canvas, width, height);
  if (self->options.form == ENTENTE_RELATIONS_MATRIX)
    entente_relations_picture_paint_matrix_head (self, canvas);
  else
    entente_relations_picture_paint_activity_head (self, canvas);
  entente_canvas_pop (canvas);
  entente_canvas_line (canvas, 0, height - 0.5, width, height - 0.5, 1, &self->colours->line);
}

void
entente_relations_picture_paint_side (EntenteRelationsPicture *self, EntenteCanvas *canvas)
{
  double width = entente_relations_picture_get_side (self);
  double height = ENTENTE_RELATIONS_MARGIN + self->height;

  if (width == 0)
    return;
  paint_ground (self, canvas, width, height);
  push_edge (canvas, width, height);
  entente_relations_picture_paint_matrix_side (self, canvas);
  entente_canvas_pop (canvas);
}
