/* The activity: one row a party, all on one axis and one scale. What is cooperative or neither
 * stands on the line, what is conflictual hangs below it; the height is the root of the count, so
 * that little is still seen beside much. */
#include "config.h"

#include "entente-relations-picture-private.h"
#include "entente-ticks.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define ROW_INSET 6.0
#define LARGE_Y 13.0
#define SMALL_Y 31.0
#define TICK_Y 21.0
#define TICK_HEIGHT 4.0
#define BAR_MAX 36.0

/* Where the bars of all rows are. */
typedef struct {
  EntenteTimescale scale;
  double x, width; /* of the plots */
  double up, down; /* height of the highest bars, in roots of moves */
} Plot;

static double
get_names_px (const EntenteRelationsPicture *self)
{
  g_autoptr (GArray) names =
    entente_relations_picture_measure_names (self,
                                             (const guint32 *) (gpointer) self->actors->data,
                                             self->actors->len);
  double widest = 96;

  for (guint i = 0; i < names->len; i++)
    widest = MAX (widest, MIN (g_array_index (names, double, i), ENTENTE_MATRIX_NAME_MAX));
  return ceil (widest) + 34;
}

void
entente_relations_picture_lay_out_activity (EntenteRelationsPicture *self, double width)
{
  self->width = width;
  self->height = ENTENTE_RELATIONS_AXIS + self->actors->len * ENTENTE_RELATIONS_ROW + 8;
}

static double
get_up (const guint *counts)
{
  return sqrt (counts[ENTENTE_TENOR_COOPERATIVE] + counts[ENTENTE_TENOR_OTHER]);
}

static void
find_heights (const EntenteRelationsPicture *self, Plot *plot)
{
  const EntenteActivity *activity = self->options.figures->activity;

  for (guint i = 0; i < self->actors->len; i++)
    for (guint bin = 0; bin < entente_activity_get_n_bins (activity); bin++) {
      const guint *counts =
        entente_activity_get_counts (activity, g_array_index (self->actors, guint32, i), bin);

      plot->up = MAX (plot->up, get_up (counts));
      plot->down = MAX (plot->down, sqrt (counts[ENTENTE_TENOR_CONFLICTUAL]));
    }
}

static Plot
make_plot (const EntenteRelationsPicture *self)
{
  const EntenteActivity *activity = self->options.figures->activity;
  Plot plot = { .x = get_names_px (self) };
  EntenteSpan span = { entente_activity_get_bound (activity, 0),
                       entente_activity_get_bound (activity,
                                                   entente_activity_get_n_bins (activity)) };

  plot.width = self->width - plot.x;
  plot.scale = entente_timescale_fit (span, plot.width, 0);
  find_heights (self, &plot);
  return plot;
}

/* ---- axis ---- */

static double
measure_label (EntenteLabelStyle style, const char *text, gpointer context)
{
  return entente_canvas_text_measure (context,
                                      style == ENTENTE_LABEL_AXIS_LARGE ? ENTENTE_TYPE_STRONG
                                                                        : ENTENTE_TYPE_PALE,
                                      text);
}

static void
paint_tick (EntenteRelationsPicture *self,
            EntenteCanvas *canvas,
            const EntenteTick *tick,
            gboolean large,
            double width)
{
  double bottom = ENTENTE_RELATIONS_AXIS + self->actors->len * ENTENTE_RELATIONS_ROW;

  if (tick->x >= 0 && tick->x <= width && large)
    entente_canvas_line (canvas, tick->x, 3, tick->x, bottom, 1, &self->colours->grid);
  if (tick->x >= 0 && tick->x <= width && !large)
    entente_canvas_line (canvas,
                         tick->x,
                         TICK_Y,
                         tick->x,
                         TICK_Y + TICK_HEIGHT,
                         1,
                         &self->colours->line);
  if (tick->label == NULL ||
      (!large && (tick->label_x < 0 || tick->label_x + tick->label_width > width)))
    return;
  entente_canvas_text_paint (canvas,
                             self->context,
                             large ? ENTENTE_TYPE_STRONG : ENTENTE_TYPE_PALE,
                             tick->label,
                             tick->label_x,
                             large ? LARGE_Y : SMALL_Y,
                             0,
                             large ? &self->colours->text : &self->colours->dim);
}

static void
paint_axis (EntenteRelationsPicture *self, EntenteCanvas *canvas, const Plot *plot)
{
  g_autoptr (EntenteTicks) ticks = entente_ticks_new ();
  const EntenteCanvasGroup group = { .x = plot->x,
                                     .clips = TRUE,
                                     .clip_width = plot->width,
                                     .clip_height = self->height,
                                     .role = "axis" };

  entente_ticks_update (ticks, &plot->scale, measure_label, self->context);
  entente_canvas_push (canvas, &group);
  for (guint i = 0; i < ticks->n_large; i++)
    paint_tick (self, canvas, &ticks->large[i], TRUE, plot->width);
  for (guint i = 0; i < ticks->n_small; i++)
    paint_tick (self, canvas, &ticks->small[i], FALSE, plot->width);
  entente_canvas_pop (canvas);
}

/* ---- bars ---- */

static void
paint_bar (EntenteCanvas *canvas,
           double x,
           double width,
           double base,
           double height,
           const EntenteShade *shade)
{
  if (height == 0)
    return;
  entente_canvas_rectangle (canvas, x, height > 0 ? base - height : base, width, fabs (height));
  entente_canvas_fill (canvas, shade);
}

static void
paint_bin (EntenteRelationsPicture *self,
           EntenteCanvas *canvas,
           const Plot *plot,
           guint32 actor,
           guint bin,
           double base)
{
  const EntenteActivity *activity = self->options.figures->activity;
  const guint *counts = entente_activity_get_counts (activity, actor, bin);
  double x0 = entente_timescale_to_x (&plot->scale, entente_activity_get_bound (activity, bin));
  double x1 = entente_timescale_to_x (&plot->scale, entente_activity_get_bound (activity, bin + 1));
  double width = MIN (x1 - x0 > 3 ? x1 - x0 - 1 : x1 - x0, BAR_MAX);
  double x = plot->x + (x0 + x1 - width) / 2;
  double scale = (ENTENTE_RELATIONS_ROW - 2 * ROW_INSET) / MAX (plot->up + plot->down, 1);
  EntenteShade shade = entente_relations_picture_get_shade (self, actor);
  EntenteShade pale = entente_relations_picture_fade (shade, 0.35);

  paint_bar (canvas, x, width, base, get_up (counts) * scale, &pale);
  paint_bar (canvas, x, width, base, sqrt (counts[ENTENTE_TENOR_COOPERATIVE]) * scale, &shade);
  paint_bar (canvas, x, width, base, -sqrt (counts[ENTENTE_TENOR_CONFLICTUAL]) * scale, &shade);
}

/* The stretch with most moves. */
static guint
find_peak (const EntenteActivity *activity, guint32 actor, guint *most)
{
  guint peak = 0;

  *most = 0;
  for (guint bin = 0; bin < entente_activity_get_n_bins (activity); bin++) {
    const guint *counts = entente_activity_get_counts (activity, actor, bin);
    guint sum = 0;

    for (guint tenor = 0; tenor < ENTENTE_N_TENORS; tenor++)
      sum += counts[tenor];
    if (sum <= *most)
      continue;
    *most = sum;
    peak = bin;
  }
  return peak;
}

char *
entente_relations_picture_describe_activity (const EntenteRelationsPicture *self, guint32 actor)
{
  const EntenteRelationsFigures *figures = self->options.figures;
  const char *name = entente_relations_picture_get_name (self, actor);
  guint n = figures->activity != NULL ? entente_activity_get_total (figures->activity, actor) : 0;
  g_autofree char *made =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u made", "%'u made", n), n);
  g_autofree char *when = NULL;
  guint most, peak;

  if (n == 0)
    return g_strdup_printf ("%s: %s", name, made);
  peak = find_peak (figures->activity, actor, &most);
  when = entente_calendar_unit_format (
    figures->unit,
    entente_calendar_unit_number (figures->unit,
                                  entente_activity_get_bound (figures->activity, peak)),
    TRUE);
  /* TRANSLATORS: "China: 1,204 made, most in March 2014: 120" */
  return g_strdup_printf (_ ("%s: %s, most in %s: %'u"), name, made, when, most);
}

static void
paint_row (EntenteRelationsPicture *self, EntenteCanvas *canvas, const Plot *plot, guint i)
{
  guint32 actor = g_array_index (self->actors, guint32, i);
  guint total = entente_activity_get_total (self->options.figures->activity, actor);
  g_autofree char *title = entente_relations_picture_describe_activity (self, actor);
  g_autofree char *made =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u made", "%'u made", total), total);
  const EntenteCanvasGroup group = { .role = "row", .count = total, .title = title };
  double y = ENTENTE_RELATIONS_AXIS + i * ENTENTE_RELATIONS_ROW;
  double base = y + ROW_INSET +
                (ENTENTE_RELATIONS_ROW - 2 * ROW_INSET) * plot->up / MAX (plot->up + plot->down, 1);

  entente_canvas_push (canvas, &group);
  entente_canvas_line (canvas, 0, y, self->width, y, 1, &self->colours->line);
  entente_relations_picture_paint_name (self,
                                        canvas,
                                        actor,
                                        made,
                                        y + 8,
                                        ENTENTE_RELATIONS_ROW - 16,
                                        plot->x);
  for (guint bin = 0; bin < entente_activity_get_n_bins (self->options.figures->activity); bin++)
    paint_bin (self, canvas, plot, actor, bin, base);
  entente_canvas_line (canvas, plot->x, base, self->width, base, 1, &self->colours->dim);
  entente_canvas_pop (canvas);
}

void
entente_relations_picture_paint_activity_head (EntenteRelationsPicture *self, EntenteCanvas *canvas)
{
  Plot plot;

  if (self->options.figures->activity == NULL)
    return;
  plot = make_plot (self);
  paint_axis (self, canvas, &plot);
}

void
entente_relations_picture_paint_activity (EntenteRelationsPicture *self, EntenteCanvas *canvas)
{
  double bottom = ENTENTE_RELATIONS_AXIS + self->actors->len * ENTENTE_RELATIONS_ROW;
  Plot plot;

  if (self->options.figures->activity == NULL)
    return;
  plot = make_plot (self);
  for (guint i = 1; i < self->actors->len; i += 2) {
    entente_canvas_rectangle (canvas,
                              0,
                              ENTENTE_RELATIONS_AXIS + i * ENTENTE_RELATIONS_ROW,
                              self->width,
                              ENTENTE_RELATIONS_ROW);
    entente_canvas_fill (canvas, &self->colours->ground_odd);
  }
  paint_axis (self, canvas, &plot);
  for (guint i = 0; i < self->actors->len; i++)
    paint_row (self, canvas, &plot, i);
  entente_canvas_line (canvas, 0, bottom, self->width, bottom, 1, &self->colours->line);
}
