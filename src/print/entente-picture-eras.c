/* Eras and recurring periods of a picture: in their band above the lanes, and as a tint behind
 * these, as on the screen. */
#include "config.h"

#include "entente-picture-private.h"

#define INSET 2.0
#define FADE 200.0
#define SHORT 40.0
#define LONG_SHARE                                                                                 \
  0.4 /* of the tint behind the lanes: long eras are paler, or everything would be grey */
#define SHORT_SHARE 0.75 /* also of recurring periods */

static gboolean
is_short (const EntenteSceneEra *era)
{
  return !era->recurring && era->x1 - era->x0 < SHORT;
}

/* From x0 to x1 of what is returned; nothing beyond the picture. */
static EntentePaint
make_paint (const EntentePicture *self, const EntenteSceneEra *era, const EntenteShade *shade)
{
  double width = self->scene->scale.width_px;
  double x0 = MAX (era->x0, MAX (era->core0 - FADE, -FADE));
  double x1 = MIN (era->x1, MIN (era->core1 + FADE, width + FADE));

  return (EntentePaint){ .shade = *shade,
                         .fades = era->core0 > x0 || era->core1 < x1,
                         .x0 = x0,
                         .core0 = CLAMP (era->core0, x0, x1),
                         .core1 = CLAMP (era->core1, x0, x1),
                         .x1 = x1 };
}

static void
fill (EntenteCanvas *canvas, const EntentePaint *paint, double y, double height)
{
  entente_canvas_rectangle (canvas, paint->x0, y, paint->x1 - paint->x0, height);
  canvas->class->fill (canvas, paint);
}

/* ---- above the lanes ---- */

/* A short one lies on a long one, whose name is beside it. */
static void
paint_in_band (EntentePicture *self, EntenteCanvas *canvas, const EntenteSceneEra *era)
{
  const EntentePaint paint =
    make_paint (self, era, is_short (era) ? &self->colours->era_short : &self->colours->era);

  fill (canvas, &paint, era->line * ENTENTE_PICTURE_ERA + INSET, ENTENTE_PICTURE_ERA - 2 * INSET);
}

static void
paint_names (EntentePicture *self, EntenteCanvas *canvas)
{
  for (guint i = 0; i < self->scene->n_eras; i++) {
    const EntenteSceneEra *era = &self->scene->eras[i];

    if (era->text != NULL)
      entente_picture_paint_text (self,
                                  canvas,
                                  ENTENTE_TYPE_PALE,
                                  era->text,
                                  era->text_x,
                                  (era->line + 0.5) * ENTENTE_PICTURE_ERA,
                                  0,
                                  &self->colours->dim);
  }
}

void
entente_picture_paint_eras (EntentePicture *self, EntenteCanvas *canvas)
{
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->scene->n_eras; i++)
      if (is_short (&self->scene->eras[i]) == (pass == 1))
        paint_in_band (self, canvas, &self->scene->eras[i]);
  paint_names (self, canvas);
}

/* ---- behind them ---- */

void
entente_picture_paint_eras_behind (EntentePicture *self, EntenteCanvas *canvas)
{
  for (guint i = 0; i < self->scene->n_eras; i++) {
    const EntenteSceneEra *era = &self->scene->eras[i];
    const EntenteEra *record = entente_chronicle_get_era (self->options.chronicle, era->era);
    const EntenteCanvasGroup group = { .role = era->recurring ? "recurring" : "era",
                                       .title = record->name };
    EntenteShade shade = self->colours->era;
    EntentePaint paint;

    shade.alpha = era->recurring || is_short (era) ? SHORT_SHARE : LONG_SHARE;
    paint = make_paint (self, era, &shade);
    entente_canvas_push (canvas, &group);
    fill (canvas, &paint, 0, self->scene->height);
    entente_canvas_pop (canvas);
  }
}
