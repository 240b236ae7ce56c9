/* The axis with its two levels of units, and the band of eras below it, as text and colour nodes.
 * Main thread.
 */
#include "config.h"

#include "entente-timeline-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define LARGE_Y 13
#define SMALL_Y 30
#define TICK_Y 20
#define TICK_HEIGHT 4
#define ERA_INSET 2
#define MOMENT_GAP 8.0
#define ERA_GAP 2 /* between two that follow on each other */

static void
draw_units (EntenteTimeline *self, GtkSnapshot *snapshot)
{
  const EntenteTicks *ticks = self->ticks;

  for (guint i = 0; i < ticks->n_large; i++) {
    const EntenteTick *tick = &ticks->large[i];

    if (tick->x >= 0)
      timeline_append_rect (snapshot,
                            &self->style.line,
                            floor (tick->x),
                            3,
                            1,
                            self->parts.axis.height - 3);
    if (tick->label != NULL)
      entente_timeline_labels_draw (self->labels,
                                    snapshot,
                                    ENTENTE_LABEL_AXIS_LARGE,
                                    tick->label,
                                    tick->label_x,
                                    timeline_scale (self, LARGE_Y),
                                    0,
                                    &self->style.text);
  }
  for (guint i = 0; i < ticks->n_small; i++) {
    const EntenteTick *tick = &ticks->small[i];

    timeline_append_rect (snapshot,
                          &self->style.faint,
                          floor (tick->x),
                          timeline_scale (self, TICK_Y),
                          1,
                          TICK_HEIGHT);
    if (tick->label != NULL)
      entente_timeline_labels_draw (self->labels,
                                    snapshot,
                                    ENTENTE_LABEL_AXIS_SMALL,
                                    tick->label,
                                    tick->label_x,
                                    timeline_scale (self, SMALL_Y),
                                    0,
                                    &self->style.dim);
  }
}

/* ---- eras ---- */

static double
get_era_height (EntenteTimeline *self)
{
  return timeline_scale (self, ENTENTE_TIMELINE_ERA_HEIGHT);
}

static void
append_fade (GtkSnapshot *snapshot,
             const GdkRGBA *from,
             const GdkRGBA *to,
             double x0,
             double x1,
             double y,
             double height)
{
  GskColorStop stops[2] = { { 0, *from }, { 1, *to } };

  if (x1 - x0 < 0.5)
    return;
  gtk_snapshot_append_linear_gradient (
    snapshot,
    &GRAPHENE_RECT_INIT ((float) x0, (float) y, (float) (x1 - x0), (float) height),
    &GRAPHENE_POINT_INIT ((float) x0, 0),
    &GRAPHENE_POINT_INIT ((float) x1, 0),
    stops,
    2);
}

static void
draw_era (EntenteTimeline *self, GtkSnapshot *snapshot, const EntenteSceneEra *era, double y)
{
  gboolean is_short = !era->recurring && era->x1 - era->x0 < 40;
  GdkRGBA colour = is_short ? self->style.era_strong : self->style.era;
  GdkRGBA clear = colour;
  double width = self->scale.width_px, height = get_era_height (self) - 2 * ERA_INSET;
  double core0 = CLAMP (era->core0, -8, width + 8), core1 = CLAMP (era->core1, -8, width + 8);

  if (era->core1 == era->x1 && core1 - core0 > 2 * ERA_GAP)
    core1 -= ERA_GAP;
  if (self->style.high_contrast && !is_short) {
    timeline_append_rect (snapshot, &self->style.dim, core0, y, core1 - core0, 2);
    timeline_append_rect (snapshot, &self->style.dim, core0, y + height - 2, core1 - core0, 2);
    timeline_append_rect (snapshot, &self->style.dim, core0, y, 2, height);
    timeline_append_rect (snapshot, &self->style.dim, core1 - 2, y, 2, height);
    return;
  }
  clear.alpha = 0;
  append_fade (snapshot, &clear, &colour, MAX (era->x0, core0 - 200), core0, y, height);
  timeline_append_rect (snapshot, &colour, core0, y, core1 - core0, height);
  append_fade (snapshot, &colour, &clear, core1, MIN (era->x1, core1 + 200), y, height);
}

static void
draw_era_name (EntenteTimeline *self, GtkSnapshot *snapshot, const EntenteSceneEra *era)
{
  if (era->text != NULL)
    entente_timeline_labels_draw (self->labels,
                                  snapshot,
                                  ENTENTE_LABEL_ERA,
                                  era->text,
                                  era->text_x,
                                  (era->line + 0.5) * get_era_height (self),
                                  era->text_width + 1,
                                  &self->style.dim);
}

static void
draw_eras (EntenteTimeline *self, GtkSnapshot *snapshot)
{
  for (guint pass = 0; pass < 2; pass++) /* short ones on top */
    for (guint i = 0; i < self->scene->n_eras; i++) {
      const EntenteSceneEra *era = &self->scene->eras[i];
      gboolean is_short = era->x1 - era->x0 < 40;

      if (is_short == (pass == 1))
        draw_era (self, snapshot, era, era->line * get_era_height (self) + ERA_INSET);
    }
  for (guint i = 0; i < self->scene->n_eras; i++)
    draw_era_name (self, snapshot, &self->scene->eras[i]);
}

static gboolean
is_free_of_eras (EntenteTimeline *self, double x0, double x1)
{
  for (guint i = 0; i < self->scene->n_eras; i++) {
    const EntenteSceneEra *era = &self->scene->eras[i];

    if (era->text != NULL && era->line == 0 && era->text_x + era->text_width > x0 &&
        era->text_x < x1)
      return FALSE;
  }
  return TRUE;
}

/* A moment with its name left of its line, which the lanes go on with. Nothing may stand between
 * @end and the name; returns where the next one may begin. */
static double
draw_moment (EntenteTimeline *self,
             GtkSnapshot *snapshot,
             const char *text,
             double x,
             double end,
             gboolean dotted)
{
  double width = entente_timeline_labels_measure (self->labels, ENTENTE_LABEL_ERA, text);
  double left = floor (x) - width - MOMENT_GAP, height = self->parts.eras.height;

  if (x < 0)
    return end;
  for (double y = dotted ? 2 : 0; y < height; y += 5)
    timeline_append_rect (snapshot, &self->style.faint, floor (x), y, 1.5, dotted ? 2 : 5);
  if (left < end + MOMENT_GAP || !is_free_of_eras (self, left, x))
    return MAX (end, x);
  entente_timeline_labels_draw (self->labels,
                                snapshot,
                                ENTENTE_LABEL_ERA,
                                text,
                                left,
                                get_era_height (self) / 2,
                                0,
                                &self->style.dim);
  return x;
}

static void
draw_moments (EntenteTimeline *self, GtkSnapshot *snapshot)
{
  double published = self->scene->published_x, today = self->scene->today_x, end = 0;

  if (today >= 0 && today < published)
    end = draw_moment (self, snapshot, _ ("today"), today, end, FALSE);
  end = draw_moment (self, snapshot, _ ("article published"), published, end, TRUE);
  if (today >= published)
    draw_moment (self, snapshot, _ ("today"), today, end, FALSE);
}

void
entente_timeline_draw_axis (EntenteTimeline *self, GtkSnapshot *snapshot)
{
  const GdkRectangle *axis = &self->parts.axis, *eras = &self->parts.eras;
  int height = axis->height + eras->height;

  gtk_snapshot_push_clip (
    snapshot,
    &GRAPHENE_RECT_INIT ((float) axis->x, (float) axis->y, (float) axis->width, (float) height));
  timeline_append_rect (snapshot, &self->style.ground, axis->x, axis->y, axis->width, height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) axis->x, (float) axis->y));
  draw_units (self, snapshot);
  timeline_append_rect (snapshot, &self->style.line, 0, axis->height - 1, axis->width, 1);
  if (eras->height > 0) {
    gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, (float) axis->height));
    draw_eras (self, snapshot);
    draw_moments (self, snapshot);
    entente_timeline_turns_draw_flags (self, snapshot);
    timeline_append_rect (snapshot, &self->style.line, 0, eras->height - 1, axis->width, 1);
  }
  gtk_snapshot_restore (snapshot);
  gtk_snapshot_pop (snapshot);
}
