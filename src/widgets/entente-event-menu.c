/* A menu of actions of the window over a column view. Main thread.
 */
#include "config.h"

#include "entente-event-menu.h"
#include "entente-popover-drop.h"
#include <glib/gi18n.h>

static GMenuModel *
create_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) changes = g_menu_new (), table = g_menu_new ();

  g_menu_append (changes, _ ("Change _Here"), "table.edit");
  g_menu_append (changes, _ ("Change All _Selected…"), "table.edit-selected");
  g_menu_append (table, _ ("_Copy as Table"), "table.copy");
  g_menu_append (table, _ ("C_olumns and Order…"), "table.columns");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (changes));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (table));
  g_menu_append (menu, _ ("O_ne Answers the Other…"), "win.link-events");
  g_menu_append (menu, _ ("Part of a _Round…"), "win.round");
  g_menu_append (menu, _ ("_Turning Point…"), "win.turning-point");
  g_menu_append (menu, _ ("_Merge Events…"), "win.merge-events");
  g_menu_append (menu, _ ("_Delete"), "win.delete");
  return G_MENU_MODEL (menu);
}

/* Its action is still to be carried out. */
static void
closed_cb (GtkWidget *popover)
{
  entente_popover_drop_later (popover);
}

/* The row around @widget, or NULL: it knows how to be selected. */
static GtkWidget *
find_row (GtkWidget *widget, GtkWidget *view)
{
  for (; widget && widget != view; widget = gtk_widget_get_parent (widget))
    if (g_strcmp0 (gtk_widget_get_css_name (widget), "row") == 0)
      return widget;
  return NULL;
}

typedef struct {
  EntenteEventMenuPointed pointed;
  gpointer data;
} Pointed;

static void
tell_pointed (GtkWidget *view, GtkWidget *widget)
{
  const Pointed *pointed = g_object_get_data (G_OBJECT (view), "entente-pointed");

  pointed->pointed (GTK_COLUMN_VIEW (view), widget, pointed->data);
}

static void
popup (GtkWidget *view, GtkWidget *row, const GdkRectangle *at)
{
  GtkWidget *parent = gtk_widget_get_parent (view);
  g_autoptr (GMenuModel) menu = create_menu ();
  GtkWidget *popover = gtk_popover_menu_new_from_model (menu);
  GdkRectangle place = *at;
  double x, y;

  if (!(gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED))
    gtk_widget_activate_action (row, "listitem.select", "(bb)", FALSE, FALSE);
  /* The view gives its children places as columns and rows alone; its scroller does not mind. */
  gtk_widget_set_parent (popover, parent);
  gtk_widget_translate_coordinates (view, parent, at->x, at->y, &x, &y);
  place.x = (int) x;
  place.y = (int) y;
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &place);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What can be done"),
                                  -1);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  g_signal_connect_object (view,
                           "destroy",
                           G_CALLBACK (gtk_widget_unparent),
                           popover,
                           G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
popup_at (GtkGesture *gesture, double x, double y)
{
  GtkWidget *view = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  GtkWidget *picked = gtk_widget_pick (view, x, y, GTK_PICK_DEFAULT);
  GtkWidget *row = find_row (picked, view);
  GdkRectangle at = { (int) x, (int) y, 1, 1 };

  if (!row)
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (row);
  tell_pointed (view, picked);
  popup (view, row, &at);
}

static void
pressed_cb (GtkGestureClick *click, int n_press, double x, double y)
{
  popup_at (GTK_GESTURE (click), x, y);
}

static void
long_pressed_cb (GtkGestureLongPress *press, double x, double y)
{
  popup_at (GTK_GESTURE (press), x, y);
}

static gboolean
key_cb (GtkWidget *view, GVariant *parameter, gpointer data)
{
  GtkRoot *root = gtk_widget_get_root (view);
  GtkWidget *row = root ? find_row (gtk_root_get_focus (root), view) : NULL;
  GdkRectangle at = { 0, 0, 1, 1 };
  double x, y;

  if (!row)
    return FALSE;
  gtk_widget_translate_coordinates (row, view, 0, gtk_widget_get_height (row), &x, &y);
  at.x = (int) x;
  at.y = (int) y;
  tell_pointed (view, NULL);
  popup (view, row, &at);
  return TRUE;
}

static void
add_keys (GtkWidget *view)
{
  static const struct {
    guint key;
    GdkModifierType state;
  } keys[] = { { GDK_KEY_Menu, 0 }, { GDK_KEY_F10, GDK_SHIFT_MASK } };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, keys[i].state),
                        gtk_callback_action_new (key_cb, NULL, NULL)));
  gtk_widget_add_controller (view, controller);
}

void
entente_event_menu_attach (GtkColumnView *view, EntenteEventMenuPointed pointed, gpointer data)
{
  Pointed told = { pointed, data };
  GtkGesture *click = gtk_gesture_click_new (), *press = gtk_gesture_long_press_new ();

  g_object_set_data_full (G_OBJECT (view),
                          "entente-pointed",
                          g_memdup2 (&told, sizeof told),
                          g_free);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), NULL);
  g_signal_connect (press, "pressed", G_CALLBACK (long_pressed_cb), NULL);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (press));
  add_keys (GTK_WIDGET (view));
}
