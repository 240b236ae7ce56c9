/* What the list needs to know hangs on the entry. The popover hides by itself from nothing, since
 * then it would keep the click that closes it; a gesture of the window sees that click pass.
 */
#include "config.h"

#include "entente-name-list.h"

#include <glib/gi18n.h>

#define LIST_DATA "entente-name-list"

struct _EntenteNameList {
  GtkWidget *entry; /* owns this */
  GtkWidget *popover, *list;
  GtkGesture *press; /* of the window, while the list is open; or NULL */
  EntenteNameListFill fill;
  EntenteNameListChosen chosen;
  guint n;
  gboolean is_setting; /* the text is being set, not typed */
};

static EntenteNameList *
get_list (GtkWidget *entry)
{
  return g_object_get_data (G_OBJECT (entry), LIST_DATA);
}

/* ---- open and closed ---- */

static void
let_go_of_window (EntenteNameList *self)
{
  if (!self->press)
    return;
  gtk_widget_remove_controller (
    gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (self->press)),
    GTK_EVENT_CONTROLLER (self->press));
  self->press = NULL;
}

static void
close_list (EntenteNameList *self)
{
  let_go_of_window (self);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

/* A press somewhere in the window but not on the list; it goes on to where it was meant for. */
static void
pressed_cb (EntenteNameList *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture));
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self->popover));

  if (!event || gdk_event_get_surface (event) != surface)
    close_list (self);
}

static void
open_list (EntenteNameList *self)
{
  GtkRoot *root = gtk_widget_get_root (self->entry);

  if (root && !self->press) {
    self->press = gtk_gesture_click_new ();
    gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (self->press),
                                                GTK_PHASE_CAPTURE);
    g_signal_connect_swapped (self->press, "pressed", G_CALLBACK (pressed_cb), self);
    gtk_widget_add_controller (GTK_WIDGET (root), GTK_EVENT_CONTROLLER (self->press));
  }
  gtk_widget_set_size_request (self->list, MAX (gtk_widget_get_width (self->entry) - 24, 180), -1);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

/* ---- rows ---- */

gboolean
entente_name_list_add (EntenteNameList *self, EntenteId id, const char *name)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_widget_set_focusable (row, FALSE);
  g_object_set_data_full (G_OBJECT (row), "id", g_memdup2 (&id, sizeof id), g_free);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
  return ++self->n < ENTENTE_NAME_LIST_ROWS;
}

static void
update (EntenteNameList *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)))
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  self->n = 0;
  self->fill (self, self->entry);
  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0);
  if (row)
    open_list (self);
  else
    close_list (self);
}

static void
changed_cb (EntenteNameList *self)
{
  if (!self->is_setting && gtk_widget_get_mapped (self->entry))
    update (self);
}

static void
choose (EntenteNameList *self, GtkListBoxRow *row)
{
  GtkWidget *label = gtk_list_box_row_get_child (row);
  g_autofree char *name = g_strdup (gtk_label_get_text (GTK_LABEL (label)));
  const EntenteId *id = g_object_get_data (G_OBJECT (row), "id");

  close_list (self);
  self->is_setting = TRUE;
  self->chosen (self->entry, *id, name);
  self->is_setting = FALSE;
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, EntenteNameList *self)
{
  choose (self, row);
}

/* Up from the first row is none of them: Enter then leaves what is typed. */
static void
move_row (EntenteNameList *self, int step)
{
  GtkListBox *list = GTK_LIST_BOX (self->list);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (list);
  int index = (row ? gtk_list_box_row_get_index (row) : -1) + step;

  row = index >= 0 ? gtk_list_box_get_row_at_index (list, index) : NULL;
  if (row || index < 0)
    gtk_list_box_select_row (list, row);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint key,
        guint code,
        GdkModifierType state,
        EntenteNameList *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  if (!gtk_widget_get_visible (self->popover))
    return FALSE;
  switch (key) {
  case GDK_KEY_Down:
    move_row (self, 1);
    return TRUE;
  case GDK_KEY_Up:
    move_row (self, -1);
    return TRUE;
  case GDK_KEY_Return:
  case GDK_KEY_KP_Enter:
    if (row)
      choose (self, row);
    return row != NULL;
  case GDK_KEY_Escape:
    close_list (self);
    return TRUE;
  default:
    return FALSE;
  }
}

static void
free_list (gpointer data)
{
  EntenteNameList *self = data;

  let_go_of_window (self);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_free (self);
}

/* While the entry still has its parts. */
static void
destroy_cb (GtkWidget *entry)
{
  g_signal_handlers_disconnect_by_data (entry, get_list (entry));
  g_object_set_data (G_OBJECT (entry), LIST_DATA, NULL);
}

static void
create_popover (EntenteNameList *self)
{
  self->popover = gtk_popover_new ();
  self->list = gtk_list_box_new ();
  gtk_widget_add_css_class (self->list, "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Names that fit"),
                                  -1);
  gtk_popover_set_child (GTK_POPOVER (self->popover), self->list);
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_widget_set_parent (self->popover, self->entry);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
}

void
entente_name_list_attach (GtkWidget *entry, EntenteNameListFill fill, EntenteNameListChosen chosen)
{
  EntenteNameList *self = g_new0 (EntenteNameList, 1);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->entry = entry;
  self->fill = fill;
  self->chosen = chosen;
  create_popover (self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (entry, keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (close_list), self);
  gtk_widget_add_controller (entry, focus);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (entry, "destroy", G_CALLBACK (destroy_cb), NULL);
  g_signal_connect_swapped (entry, "unmap", G_CALLBACK (close_list), self);
  g_object_set_data_full (G_OBJECT (entry), LIST_DATA, self, free_list);
}

gboolean
entente_name_list_is_open (GtkWidget *entry)
{
  return gtk_widget_get_visible (get_list (entry)->popover);
}

void
entente_name_list_set_text (GtkWidget *entry, const char *text)
{
  EntenteNameList *self = get_list (entry);
  gboolean was_setting = self->is_setting;

  self->is_setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_editable_set_position (GTK_EDITABLE (entry), -1);
  self->is_setting = was_setting;
}
