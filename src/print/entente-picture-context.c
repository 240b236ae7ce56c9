/* Turning points and rounds of a picture, as on the screen: rules and flags, and outlines behind
 * the lanes. */
#include "config.h"

#include "entente-picture-private.h"

#include <math.h>

#define RULE_WIDTH 1.5
#define FLAG 8.0
#define ROUND_LABEL_Y 7.0
#define FOOT 4.0 /* of the ends of a bracket */

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
  double y = floor (round->rule_y) + 0.5;
  const EntenteShade *shade = &self->colours->dim;

  entente_canvas_line (canvas, x0, y, x1, y, 1, shade);
  entente_canvas_line (canvas, x0, y, x0, y + FOOT, 1, shade);
  entente_canvas_line (canvas, x1, y, x1, y + FOOT, 1, shade);
}

static void
paint_drops (EntentePicture *self, EntenteCanvas *canvas, guint round)
{
  const EntentePaint paint = { .shade = self->colours->dim };

  for (guint i = 0; i < self->scene->n_round_drops; i++) {
    const EntenteSceneRoundDrop *drop = &self->scene->round_drops[i];

    if (drop->round != round)
      continue;
    canvas->class->move_to (canvas, drop->x, drop->y0);
    canvas->class->line_to (canvas, drop->x, drop->y1);
    canvas->class->stroke (canvas, &paint, 1, dots, 2, FALSE);
  }
}

void
entente_picture_paint_rounds (EntentePicture *self, EntenteCanvas *canvas)
{
  for (guint i = 0; i < self->scene->n_rounds; i++) {
    const EntenteSceneRound *round = &self->scene->rounds[i];
    const EntenteCanvasGroup group = { .role = "round", .title = round->text };

    entente_canvas_push (canvas, &group);
    paint_round (self, canvas, round);
    paint_drops (self, canvas, i);
    if (round->text != NULL)
      entente_picture_paint_text (self,
                                  canvas,
                                  ENTENTE_TYPE_PALE,
                                  round->text,
                                  round->text_x,
                                  round->y + ROUND_LABEL_Y,
                                  round->text_width + 1,
                                  &self->colours->text);
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
  const EntenteSceneRound sample = { .x0 = x, .x1 = x + 16, .rule_y = y };

  paint_round (self, canvas, &sample);
}
