/* Flags of positions at the foot of lanes, and their entries in the legend. */
#include "config.h"

#include "entente-picture-private.h"

#include "entente-position-sign.h"

#define REACH_DROP 7.5
#define REACH_WIDTH 2.0
#define REACH_ALPHA 0.55
#define BEHIND 2.5

static void
paint_flag (EntentePicture *self, EntenteCanvas *canvas, const EntenteScenePosition *flag)
{
  EntenteShade shade = entente_picture_get_shade (self, flag->body, flag->hue);
  EntenteShade pale = shade;
  const EntenteCanvasGroup group = { .role = "position" };

  pale.alpha *= REACH_ALPHA;
  entente_canvas_push (canvas, &group);
  if (flag->x1 - flag->x0 >= 2)
    entente_canvas_line (canvas,
                         flag->x0,
                         flag->y + REACH_DROP,
                         flag->x1,
                         flag->y + REACH_DROP,
                         REACH_WIDTH,
                         &pale);
  for (int i = flag->n > 1; i >= 0; i--)
    entente_canvas_position_sign (canvas,
                                  flag->kind,
                                  flag->hollow,
                                  flag->x + i * BEHIND,
                                  flag->y,
                                  ENTENTE_POSITION_SIGN_SIZE,
                                  &shade,
                                  &self->colours->ground);
  entente_canvas_pop (canvas);
}

void
entente_picture_paint_positions (EntentePicture *self, EntenteCanvas *canvas)
{
  for (guint i = 0; i < self->scene->n_positions; i++)
    paint_flag (self, canvas, &self->scene->positions[i]);
}

guint
entente_picture_get_position_kinds (const EntentePicture *self)
{
  guint kinds = 0;

  for (guint i = 0; i < self->scene->n_positions; i++)
    kinds |= 1u << self->scene->positions[i].kind;
  return kinds;
}
