/* A menu made anew each time it is asked for, at the row that it is about. Main thread.
 */
#include "config.h"

#include "entente-actor-menu.h"
#include "entente-popover-drop.h"
#include "entente-record.h"

#include <glib/gi18n.h>

typedef struct {
  GtkWidget *list;
  EntenteActorMenuFind find;
  gpointer data;
} Menu;

static void
add_entry (GMenu *menu, const char *label, const char *action, EntenteId actor)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "x", actor);
  g_menu_append_item (menu, item);
}

static void
add_history (GMenu *menu, EntenteId actor)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (_ ("_History of This Actor…"), NULL);

  g_menu_item_set_action_and_target (item,
                                     "win.record-history",
                                     "(sx)",
                                     entente_entity_nick (ENTENTE_ENTITY_ACTOR),
                                     actor);
  g_menu_append_item (menu, item);
}

GMenuModel *
entente_actor_menu_new_model (EntenteId actor)
{
  GMenu *menu = g_menu_new ();

  add_entry (menu, _ ("_About This Actor…"), "win.edit-actor", actor);
  add_entry (menu, _ ("_Merge With…"), "win.merge-actor", actor);
  add_entry (menu, _ ("_Split…"), "win.split-actor", actor);
  add_history (menu, actor);
  return G_MENU_MODEL (menu);
}

static void
show_menu (Menu *menu, EntenteId actor, const GdkRectangle *at)
{
  g_autoptr (GMenuModel) model = entente_actor_menu_new_model (actor);
  GtkWidget *popover = gtk_popover_menu_new_from_model (model);

  gtk_widget_set_parent (popover, menu->list);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), at);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  g_signal_connect (popover, "closed", G_CALLBACK (entente_popover_drop_later), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, Menu *menu)
{
  GtkWidget *at = gtk_widget_pick (menu->list, x, y, GTK_PICK_DEFAULT);
  EntenteId actor = at ? menu->find (at, menu->data) : ENTENTE_ID_NONE;

  if (actor == ENTENTE_ID_NONE)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  show_menu (menu, actor, &(GdkRectangle){ (int) x, (int) y, 1, 1 });
}

/* Below the row that has the keyboard. */
static gboolean
get_place (Menu *menu, GdkRectangle *at)
{
  GtkWidget *row = gtk_widget_get_focus_child (menu->list);
  graphene_rect_t bounds;

  if (!row || !gtk_widget_compute_bounds (row, menu->list, &bounds))
    return FALSE;
  *at = (GdkRectangle){ (int) bounds.origin.x + 24,
                        (int) (bounds.origin.y + bounds.size.height),
                        1,
                        1 };
  return TRUE;
}

static gboolean
key_cb (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state, Menu *menu)
{
  EntenteId actor = menu->find (NULL, menu->data);
  gboolean is_plain = (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) == 0;
  GdkRectangle at;

  if (actor == ENTENTE_ID_NONE || !is_plain)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_e || keyval == GDK_KEY_E)
    return gtk_widget_activate_action (menu->list, "win.edit-actor", "x", actor);
  if (keyval != GDK_KEY_Menu && !(keyval == GDK_KEY_F10 && (state & GDK_SHIFT_MASK)))
    return GDK_EVENT_PROPAGATE;
  if (get_place (menu, &at))
    show_menu (menu, actor, &at);
  return GDK_EVENT_STOP;
}

void
entente_actor_menu_attach (GtkWidget *list, EntenteActorMenuFind find, gpointer data)
{
  Menu *menu = g_new (Menu, 1);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  *menu = (Menu){ list, find, data };
  g_object_set_data_full (G_OBJECT (list), "entente-actor-menu", menu, g_free);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), menu);
  gtk_widget_add_controller (list, GTK_EVENT_CONTROLLER (click));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), menu);
  gtk_widget_add_controller (list, keys);
}
