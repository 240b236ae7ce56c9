/* Draws the sketch that the settings keep of a study.
 *
 * Main thread.
 */
#include "config.h"

#include "entente-palette.h"
#include "entente-recent.h"
#include "entente-sketch.h"
#include <adwaita.h>

#define WIDTH_PX 190
#define HEIGHT_PX 36
#define LINE_PX 1.0F
#define MARK_PX 5.0F
#define LINE_ALPHA 0.25F
#define BAR_ALPHA 0.55F

struct _EntenteSketch {
  GtkWidget parent_instance;

  GPtrArray *lanes; /* or NULL */
};

G_DEFINE_FINAL_TYPE (EntenteSketch, entente_sketch, GTK_TYPE_WIDGET)

static GdkRGBA
get_colour (const EntenteSketchLane *lane, float alpha)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  EntenteColour colour = entente_palette_get_hue_colour (lane->hue, dark);

  return (GdkRGBA){ (float) colour.red, (float) colour.green, (float) colour.blue, alpha };
}

static void
draw_bar (GtkSnapshot *snapshot, float x0, float x1, float y, const GdkRGBA *colour)
{
  graphene_rect_t area = GRAPHENE_RECT_INIT (x0, y - MARK_PX / 2, x1 - x0, MARK_PX);
  GskRoundedRect round;

  gsk_rounded_rect_init_from_rect (&round, &area, MARK_PX / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &round);
  gtk_snapshot_append_color (snapshot, colour, &area);
  gtk_snapshot_pop (snapshot);
}

static void
draw_mark (GtkSnapshot *snapshot,
           const EntenteSketchLane *lane,
           const EntenteSketchMark *mark,
           float width,
           float y)
{
  float step = (width - MARK_PX) / ENTENTE_SKETCH_STEPS;
  float x0 = mark->start * step, x1 = mark->end * step + MARK_PX;
  gboolean bar = x1 - x0 > 2 * MARK_PX;
  GdkRGBA colour = get_colour (lane, bar ? BAR_ALPHA : 1);

  draw_bar (snapshot, x0, bar ? x1 : x0 + MARK_PX, y, &colour);
}

static void
draw_lane (GtkSnapshot *snapshot, const EntenteSketchLane *lane, float width, float y)
{
  GdkRGBA colour = get_colour (lane, LINE_ALPHA);

  gtk_snapshot_append_color (snapshot,
                             &colour,
                             &GRAPHENE_RECT_INIT (0, y - LINE_PX / 2, width, LINE_PX));
  for (guint i = 0; i < lane->marks->len; i++)
    draw_mark (snapshot, lane, &g_array_index (lane->marks, EntenteSketchMark, i), width, y);
}

static void
entente_sketch_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GPtrArray *lanes = ENTENTE_SKETCH (widget)->lanes;
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);

  if (!lanes || lanes->len == 0)
    return;
  for (guint i = 0; i < lanes->len; i++)
    draw_lane (snapshot,
               g_ptr_array_index (lanes, i),
               width,
               height * ((float) i + 0.5F) / (float) lanes->len);
}

static void
entente_sketch_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  gboolean wide = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = wide ? 0 : HEIGHT_PX;
  *natural = wide ? WIDTH_PX : HEIGHT_PX;
}

static void
entente_sketch_dispose (GObject *object)
{
  g_clear_pointer (&ENTENTE_SKETCH (object)->lanes, g_ptr_array_unref);
  G_OBJECT_CLASS (entente_sketch_parent_class)->dispose (object);
}

static void
entente_sketch_class_init (EntenteSketchClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = entente_sketch_dispose;
  widget_class->snapshot = entente_sketch_snapshot;
  widget_class->measure = entente_sketch_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
entente_sketch_init (EntenteSketch *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  g_signal_connect_object (adw_style_manager_get_default (),
                           "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw),
                           self,
                           G_CONNECT_SWAPPED);
}

void
entente_sketch_set_lanes (EntenteSketch *self, GPtrArray *lanes)
{
  if (lanes)
    g_ptr_array_ref (lanes);
  g_clear_pointer (&self->lanes, g_ptr_array_unref);
  self->lanes = lanes;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
