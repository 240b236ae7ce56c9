/* Bars 2 px wide on a ground line; heights as the square root of the counts, so that one move
 * shows. Drawn with colour nodes. Main thread.
 */
#include "config.h"

#include "entente-hue.h"
#include "entente-mirror.h"
#include "entente-sparkline.h"
#include <math.h>
#include <string.h>

#define MAX_BINS 24
#define BAR_PX 2
#define PITCH_PX 3
#define HEIGHT_PX 15

struct _EntenteSparkline {
  GtkWidget parent_instance;

  guint filtered[MAX_BINS], all[MAX_BINS];
  guint n;
};

G_DEFINE_FINAL_TYPE (EntenteSparkline, entente_sparkline, GTK_TYPE_WIDGET)

static void
append_bar (GtkSnapshot *snapshot, float x, double share, float height_px, const GdkRGBA *rgba)
{
  float bar = roundf ((float) (share * (height_px - 1)));

  if (bar > 0)
    gtk_snapshot_append_color (snapshot,
                               rgba,
                               &GRAPHENE_RECT_INIT (x, height_px - 1 - bar, BAR_PX, bar));
}

static void
entente_sparkline_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  EntenteSparkline *self = ENTENTE_SPARKLINE (widget);
  float height_px = (float) gtk_widget_get_height (widget);
  GdkRGBA rgba = entente_hue_get_rgba (widget), pale = rgba;
  guint most = 1;

  gtk_snapshot_save (snapshot);
  entente_mirror_apply (widget, snapshot, gtk_widget_get_width (widget));
  pale.alpha *= 0.25f;
  for (guint i = 0; i < self->n; i++)
    most = MAX (most, self->all[i]);
  for (guint i = 0; i < self->n; i++) {
    float x = (float) (i * PITCH_PX);

    append_bar (snapshot, x, sqrt ((double) self->all[i] / most), height_px, &pale);
    append_bar (snapshot, x, sqrt ((double) self->filtered[i] / most), height_px, &rgba);
  }
  gtk_snapshot_append_color (
    snapshot,
    &pale,
    &GRAPHENE_RECT_INIT (0, height_px - 1, (float) (self->n * PITCH_PX), 1));
  gtk_snapshot_restore (snapshot);
}

static void
entente_sparkline_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  EntenteSparkline *self = ENTENTE_SPARKLINE (widget);

  *minimum = *natural =
    orientation == GTK_ORIENTATION_HORIZONTAL ? (int) (self->n * PITCH_PX) : HEIGHT_PX;
}

static void
entente_sparkline_class_init (EntenteSparklineClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  widget_class->snapshot = entente_sparkline_snapshot;
  widget_class->measure = entente_sparkline_measure;
  gtk_widget_class_set_css_name (widget_class, "sparkline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
entente_sparkline_init (EntenteSparkline *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
entente_sparkline_new (void)
{
  return g_object_new (ENTENTE_TYPE_SPARKLINE, NULL);
}

void
entente_sparkline_set_bins (EntenteSparkline *self,
                            const guint *filtered,
                            const guint *all,
                            guint n)
{
  n = MIN (n, MAX_BINS);
  memcpy (self->filtered, filtered, n * sizeof (guint));
  memcpy (self->all, all, n * sizeof (guint));
  if (self->n != n)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  self->n = n;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
