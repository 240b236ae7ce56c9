/* The parent of popovers over a painted surface: an empty widget that is laid out and never drawn.
 * Main thread. */
#include "config.h"

#include "entente-popover-anchor.h"

struct _EntentePopoverAnchor {
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (EntentePopoverAnchor, entente_popover_anchor, GTK_TYPE_WIDGET)

static void
entente_popover_anchor_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (entente_popover_anchor_parent_class)->dispose (object);
}

static void
entente_popover_anchor_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *next;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = next) {
    next = gtk_widget_get_next_sibling (child);
    if (GTK_IS_POPOVER (child))
      gtk_popover_present (GTK_POPOVER (child));
  }
}

static void
entente_popover_anchor_class_init (EntentePopoverAnchorClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = entente_popover_anchor_dispose;
  widget_class->size_allocate = entente_popover_anchor_size_allocate;
}

static void
entente_popover_anchor_init (EntentePopoverAnchor *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
entente_popover_anchor_new (GtkWidget *owner)
{
  GtkWidget *anchor = g_object_new (ENTENTE_TYPE_POPOVER_ANCHOR, NULL);

  gtk_widget_set_parent (anchor, owner);
  return anchor;
}

void
entente_popover_anchor_allocate (EntentePopoverAnchor *anchor, int width, int height)
{
  gtk_widget_size_allocate (GTK_WIDGET (anchor), &(GtkAllocation){ 0, 0, width, height }, -1);
}
