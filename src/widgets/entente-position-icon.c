/* Draws the sign as the timeline and the margin do. Main thread. */
#include "config.h"

#include "entente-position-icon.h"

#include "entente-hue.h"
#include "entente-ink.h"

#define SIZE_PX 17

struct _EntentePositionIcon {
  GtkWidget parent_instance;

  int kind;
  gboolean hollow;
};

G_DEFINE_FINAL_TYPE (EntentePositionIcon, entente_position_icon, GTK_TYPE_WIDGET)

static void
entente_position_icon_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  EntentePositionIcon *self = ENTENTE_POSITION_ICON (widget);
  GdkRGBA ink = entente_hue_get_rgba (widget);
  GdkRGBA ground = entente_ink_named (widget, "view_bg_color");

  entente_ink_draw_position (snapshot,
                             self->kind,
                             self->hollow,
                             gtk_widget_get_width (widget) / 2.0,
                             gtk_widget_get_height (widget) / 2.0,
                             SIZE_PX,
                             &ink,
                             &ground);
}

static void
entente_position_icon_measure (GtkWidget *widget,
                               GtkOrientation orientation,
                               int for_size,
                               int *minimum,
                               int *natural,
                               int *minimum_baseline,
                               int *natural_baseline)
{
  *minimum = *natural = SIZE_PX;
}

static void
entente_position_icon_class_init (EntentePositionIconClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  widget_class->snapshot = entente_position_icon_snapshot;
  widget_class->measure = entente_position_icon_measure;
  gtk_widget_class_set_css_name (widget_class, "glyph");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
entente_position_icon_init (EntentePositionIcon *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
}

GtkWidget *
entente_position_icon_new (void)
{
  return g_object_new (ENTENTE_TYPE_POSITION_ICON, NULL);
}

void
entente_position_icon_set (EntentePositionIcon *self, int kind, gboolean hollow)
{
  self->kind = kind;
  self->hollow = hollow;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
