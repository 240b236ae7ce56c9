/* A bin with a small minimum. A child that needs more than there is gets what it needs and is cut
 * at the edge, for the one frame until the owner has folded something. Main thread.
 */
#include "config.h"

#include "entente-layout-bin.h"

struct _EntenteLayoutBin {
  GtkWidget parent_instance;

  GtkWidget *child;
  int width_px, height_px;
};

static void buildable_init (GtkBuildableIface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EntenteLayoutBin,
                               entente_layout_bin,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

static guint resized_signal;
static GtkBuildableIface *parent_buildable;

static void
add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  EntenteLayoutBin *self = ENTENTE_LAYOUT_BIN (buildable);

  if (!GTK_IS_WIDGET (child)) {
    parent_buildable->add_child (buildable, builder, child, type);
    return;
  }
  self->child = GTK_WIDGET (child);
  gtk_widget_set_parent (self->child, GTK_WIDGET (self));
}

static void
buildable_init (GtkBuildableIface *interface)
{
  parent_buildable = g_type_interface_peek_parent (interface);
  interface->add_child = add_child;
}

static void
entente_layout_bin_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  EntenteLayoutBin *self = ENTENTE_LAYOUT_BIN (widget);
  int child_natural = 0;

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? ENTENTE_LAYOUT_BIN_MIN_WIDTH_PX
                                                       : ENTENTE_LAYOUT_BIN_MIN_HEIGHT_PX;
  if (self->child)
    gtk_widget_measure (self->child, orientation, -1, NULL, &child_natural, NULL, NULL);
  *natural = MAX (*minimum, child_natural);
}

static void
entente_layout_bin_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  EntenteLayoutBin *self = ENTENTE_LAYOUT_BIN (widget);
  int least_width, least_height;

  if (width != self->width_px || height != self->height_px) {
    self->width_px = width;
    self->height_px = height;
    g_signal_emit (self, resized_signal, 0, width, height);
  }
  if (!self->child)
    return;
  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  width = MAX (width, least_width);
  gtk_widget_measure (self->child,
                      GTK_ORIENTATION_VERTICAL,
                      width,
                      &least_height,
                      NULL,
                      NULL,
                      NULL);
  gtk_widget_allocate (self->child, width, MAX (height, least_height), baseline, NULL);
}

static void
entente_layout_bin_dispose (GObject *object)
{
  g_clear_pointer (&ENTENTE_LAYOUT_BIN (object)->child, gtk_widget_unparent);

  G_OBJECT_CLASS (entente_layout_bin_parent_class)->dispose (object);
}

static void
entente_layout_bin_class_init (EntenteLayoutBinClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = entente_layout_bin_dispose;
  widget_class->measure = entente_layout_bin_measure;
  widget_class->size_allocate = entente_layout_bin_size_allocate;

  resized_signal = g_signal_new ("resized",
                                 ENTENTE_TYPE_LAYOUT_BIN,
                                 G_SIGNAL_RUN_LAST,
                                 0,
                                 NULL,
                                 NULL,
                                 NULL,
                                 G_TYPE_NONE,
                                 2,
                                 G_TYPE_INT,
                                 G_TYPE_INT);
}

static void
entente_layout_bin_init (EntenteLayoutBin *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}
