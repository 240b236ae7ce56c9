/* The mark that has the keyboard: an invisible widget at its place, with a ring when the keyboard
 * is in use and all that a screen reader says. Two of them take turns, so that each step is a real
 * change of focus. Knows nothing of events. Main thread.
 */
#include "config.h"

#include "entente-timeline-private.h"

struct _EntenteTimelineItem {
  GtkWidget parent_instance;

  GdkRGBA ring;
};

G_DEFINE_FINAL_TYPE (EntenteTimelineItem, entente_timeline_item, GTK_TYPE_WIDGET)

static void
entente_timeline_item_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  EntenteTimelineItem *self = ENTENTE_TIMELINE_ITEM (widget);
  float width = (float) gtk_widget_get_width (widget),
        height = (float) gtk_widget_get_height (widget);
  float widths[4] = { 2, 2, 2, 2 };
  GdkRGBA colours[4] = { self->ring, self->ring, self->ring, self->ring };
  GskRoundedRect outline;

  if (!gtk_widget_has_visible_focus (widget))
    return;
  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (0, 0, width, height), height / 2);
  gtk_snapshot_append_border (snapshot, &outline, widths, colours);
}

static gboolean
entente_timeline_item_grab_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (root == NULL || !gtk_widget_get_focusable (widget))
    return FALSE;
  gtk_root_set_focus (root, widget);
  return TRUE;
}

/* "mark.next" is "timeline.next": assistive technology sees what the object in focus can do, not
 * what its parent can. */
static void
forward_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *of_timeline = g_strconcat ("timeline.", name + strlen ("mark."), NULL);

  gtk_widget_activate_action (gtk_widget_get_parent (widget), of_timeline, NULL);
}

static void
install_actions (GtkWidgetClass *class)
{
  const char *const *names = entente_timeline_actions_of_mark ();

  for (guint i = 0; names[i] != NULL; i++) {
    g_autofree char *name = g_strconcat ("mark.", names[i], NULL);

    gtk_widget_class_install_action (class, name, NULL, forward_action);
  }
}

static void
entente_timeline_item_class_init (EntenteTimelineItemClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  widget_class->snapshot = entente_timeline_item_snapshot;
  widget_class->grab_focus = entente_timeline_item_grab_focus;
  install_actions (widget_class);
  gtk_widget_class_set_css_name (widget_class, "mark");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
entente_timeline_item_init (EntenteTimelineItem *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
entente_timeline_item_new (void)
{
  return g_object_new (ENTENTE_TYPE_TIMELINE_ITEM, NULL);
}

void
entente_timeline_item_set (EntenteTimelineItem *self,
                           const char *label,
                           gboolean selected,
                           const GdkRGBA *ring)
{
  self->ring = *ring;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
