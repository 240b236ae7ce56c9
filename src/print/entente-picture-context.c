/* Turning points and rounds of a picture, as on the screen: rules and flags, and outlines behind
 * the lanes. */
#include "config.h"

#include "entente-picture-private.h"

#include <math.h>

#define RULE_WIDTH 1.5
#define FLAG 8.0
#define ROUND_RADIUS 6.0
#define ROUND_SHARE 0.06
#define ROUND_LABEL_Y 9.0

static const double dots[] = { 2, 3 };

static const char *
get_title (const EntentePicture *self, const EntenteSceneTurn *turn)
{
  return entente_chronicle_get_turning_point (self->options.chronicle, turn->point)->title;
}

void
entente_picture_paint_rules (EntentePicture *self,
                             EntenteCanvas *canvas,
                             const EntentePictureWindow *window)
{
  const EntentePaint paint = { .shade = self->colours->text };

  for (guint i = 0; i < self->scene->n_turns; i++) {
    const EntenteSceneTurn *turn = &self->scene->turns[i];
    const EntenteCanvasGroup group = { .role = "turning-point", .title = get_title (self, turn) };
    double x = floor (turn->x) + 0.5;

    entente_canvas_push (canvas, &group);
    canvas->class->move_to (canvas, x, window->y);
    canvas->class->line_to (canvas, x, window->y + window->height);
    canvas->class->stroke (canvas, &paint, RULE_WIDTH, dots, 2, FALSE);
    entente_canvas_pop (canvas);
  }
}

static void
paint_pennant (EntentePicture *self, EntenteCanvas *canvas, double x, double y)
{
  const EntentePaint paint = { .shade = self->colours->text };
  double top = y + (ENTENTE_PICTURE_ERA - FLAG) / 2;

  entente_canvas_line (canvas, x, y + 1, x, y + ENTENTE_PICTURE_ERA, RULE_WIDTH, &paint.shade);
  canvas->class->move_to (canvas, x, top);
  canvas->class->line_to (canvas, x + FLAG * 0.7, top + FLAG / 2);
  canvas->class->line_to (canvas, x, top + FLAG);
  canvas->class->close_path (canvas);
  canvas->class->fill (canvas, &paint);
}

void
entente_picture_paint_flags (EntentePicture *self, EntenteCanvas *canvas)
{
  double y = self->scene->turn_line * ENTENTE_PICTURE_ERA;

  for (guint i = 0; i < self->scene->n_turns; i++) {
    const EntenteSceneTurn *turn = &self->scene->turns[i];

    paint_pennant (self, canvas, floor (turn->x) + 0.5, y);
    if (turn->text != NULL)
      entente_picture_paint_text (self,
                                  canvas,
                                  ENTENTE_TYPE_PALE,
                                  turn->text,
                                  turn->text_x + 2,
                                  y + ENTENTE_PICTURE_ERA / 2,
                                  turn->text_width + 1,
                                  &self->colours->text);
  }
}

static void
paint_round (EntentePicture *self, EntenteCanvas *canvas, const EntenteSceneRound *round)
{
  double x0 = MAX (round->x0, -20), x1 = MIN (round->x1, self->scene->scale.width_px + 20);
  EntenteShade tint = self->colours->text;

  tint.alpha = ROUND_SHARE;
  entente_canvas_pill (canvas, x0, round->y, x1 - x0, round->height, ROUND_RADIUS);
  entente_canvas_fill (canvas, &tint);
  entente_canvas_pill (canvas, x0, round->y, x1 - x0, round->height, ROUND_RADIUS);
  entente_canvas_stroke (canvas, &self->colours->dim, 1);
}

void
entente_picture_paint_rounds (EntentePicture *self, EntenteCanvas *canvas)
{
  for (guint i = 0; i < self->scene->n_rounds; i++) {
    const EntenteSceneRound *round = &self->scene->rounds[i];
    const EntenteCanvasGroup group = { .role = "round", .title = round->text };

    entente_canvas_push (canvas, &group);
    paint_round (self, canvas, round);
    if (round->text != NULL)
      entente_picture_paint_text (self,
                                  canvas,
                                  ENTENTE_TYPE_PALE,
                                  round->text,
                                  round->text_x,
                                  round->y + ROUND_LABEL_Y,
                                  round->text_width + 1,
                                  &self->colours->dim);
    entente_canvas_pop (canvas);
  }
}

void
entente_picture_paint_turn_sample (EntentePicture *self, EntenteCanvas *canvas, double x, double y)
{
  paint_pennant (self, canvas, floor (x) + 0.5, y - ENTENTE_PICTURE_ERA / 2);
}

void
entente_picture_paint_round_sample (EntentePicture *self, EntenteCanvas *canvas, double x, double y)
{
  const EntenteSceneRound sample = { .x0 = x, .x1 = x + 16, .y = y - 7, .height = 14 };

  paint_round (self, canvas, &sample);
}
