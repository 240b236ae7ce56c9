/* What frames cost, counted as they are drawn, and outlines of what the scene holds, for a page of
 * the toolkit's inspector. Main thread.
 */
#include "config.h"

#include "entente-timeline-private.h"

#include <stdlib.h>
#include <string.h>

void
entente_timeline_figures_begin (EntenteTimeline *self)
{
  self->gauge.begin = g_get_monotonic_time ();
}

/* ---- outlines ---- */

static void
draw_box (GtkSnapshot *snapshot,
          const GdkRGBA *colour,
          double x,
          double y,
          double width,
          double height)
{
  const float widths[4] = { 1, 1, 1, 1 };
  const GdkRGBA colours[4] = { *colour, *colour, *colour, *colour };
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (
    &outline,
    &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) MAX (width, 2), (float) height),
    0);
  gtk_snapshot_append_border (snapshot, &outline, widths, colours);
}

static void
draw_scene_boxes (EntenteTimeline *self, GtkSnapshot *snapshot)
{
  const EntenteScene *scene = self->scene;
  const GdkRGBA marks = { 0.8f, 0.1f, 0.1f, 1 }, titles = { 0.1f, 0.4f, 0.8f, 1 },
                bundles = { 0.1f, 0.6f, 0.2f, 1 };

  for (guint i = 0; i < scene->n_marks; i++)
    draw_box (snapshot,
              &marks,
              scene->marks[i].x0,
              scene->marks[i].y - ENTENTE_SCENE_BAND / 2,
              scene->marks[i].x1 - scene->marks[i].x0,
              ENTENTE_SCENE_BAND);
  for (guint i = 0; i < scene->n_titles; i++)
    draw_box (snapshot,
              &titles,
              scene->titles[i].x,
              scene->titles[i].y - ENTENTE_SCENE_BAND / 2,
              scene->titles[i].width,
              ENTENTE_SCENE_BAND);
  for (guint i = 0; i < scene->n_bundles; i++)
    draw_box (snapshot,
              &bundles,
              scene->bundles[i].x - scene->bundles[i].width / 2,
              scene->bundles[i].y - ENTENTE_SCENE_PILL / 2,
              scene->bundles[i].width,
              ENTENTE_SCENE_PILL);
}

void
entente_timeline_figures_end (EntenteTimeline *self, GtkSnapshot *snapshot)
{
  EntenteTimelineGauge *gauge = &self->gauge;

  gauge->costs[gauge->n_frames % ENTENTE_TIMELINE_FIGURES_FRAMES] =
    (guint32) (g_get_monotonic_time () - gauge->begin);
  gauge->n_frames++;
  if (gauge->boxes)
    entente_timeline_pinned_snapshot (self, snapshot, draw_scene_boxes);
}

/* ---- public ---- */

static int
compare_costs (gconstpointer a, gconstpointer b)
{
  guint32 left = *(const guint32 *) a, right = *(const guint32 *) b;

  return left < right ? -1 : left > right;
}

void
entente_timeline_get_figures (EntenteTimeline *self, EntenteTimelineFigures *figures)
{
  const EntenteTimelineGauge *gauge = &self->gauge;
  guint n = MIN (gauge->n_frames, ENTENTE_TIMELINE_FIGURES_FRAMES);
  guint32 costs[ENTENTE_TIMELINE_FIGURES_FRAMES];

  g_return_if_fail (ENTENTE_IS_TIMELINE (self));
  memset (figures, 0, sizeof *figures);
  memcpy (costs, gauge->costs, sizeof costs);
  qsort (costs, n, sizeof *costs, compare_costs);
  figures->n_frames = gauge->n_frames;
  figures->n_pictures = gauge->n_pictures;
  figures->median_ms = n > 0 ? costs[n / 2] / 1000.0 : 0;
  figures->worst_ms = n > 0 ? costs[n - 1] / 1000.0 : 0;
  figures->n_marks = self->scene->n_marks;
  figures->n_bundles = self->scene->n_bundles;
  figures->n_bars = self->scene->n_bars;
  figures->n_titles = self->scene->n_titles;
  figures->n_layouts = entente_timeline_labels_get_n_made (self->labels);
  figures->n_layouts_kept = entente_timeline_labels_get_n_kept (self->labels);
}

void
entente_timeline_set_boxes_shown (EntenteTimeline *self, gboolean shown)
{
  g_return_if_fail (ENTENTE_IS_TIMELINE (self));
  self->gauge.boxes = shown;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
