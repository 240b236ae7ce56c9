/* What the window asks of its timeline, as actions. Main thread. */
#include "config.h"

#include "entente-timeline.h"
#include "entente-window-private.h"

static GtkWidget *
get_timeline (EntenteWindow *self)
{
  return adw_bin_get_child (self->timeline_slot);
}

/* The timeline has an action of the same name. */
static void
forward_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autofree char *name = g_strconcat ("timeline.", g_action_get_name (G_ACTION (action)), NULL);

  gtk_widget_activate_action (get_timeline (data), name, NULL);
}

/* In a small window that shows another part the timeline comes up first. */
static void
bring_up (EntenteWindow *self)
{
  g_object_set (self->view_bar, "page", "timeline", NULL);
  g_object_set (self->layout, "part", "timeline", NULL);
}

static void
show_timeline_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  bring_up (data);
  gtk_widget_child_focus (get_timeline (data), GTK_DIR_TAB_FORWARD);
}

static void
lanes_menu_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EntenteWindow *self = data;

  bring_up (self);
  entente_view_bar_open_lanes (self->view_bar);
}

static const GActionEntry entries[] = {
  { "zoom-in", forward_action },
  { "zoom-out", forward_action },
  { "zoom-fit", forward_action },
  { "zoom-selection", forward_action },
  { "zoom-filter", forward_action },
  { "show-lanes", forward_action },
  { "view-back", forward_action },
  { "view-forward", forward_action },
  { "show-timeline", show_timeline_action },
  { "lanes-menu", lanes_menu_action },
};

/* There is a view to go to. */
static void
follow_views (EntenteWindow *self, const char *property, const char *action)
{
  g_object_bind_property (get_timeline (self),
                          property,
                          g_action_map_lookup_action (G_ACTION_MAP (self), action),
                          "enabled",
                          G_BINDING_SYNC_CREATE);
}

static void
turns_cb (EntenteWindow *self)
{
  entente_timeline_set_turning_points_shown (
    ENTENTE_TIMELINE (get_timeline (self)),
    g_settings_get_boolean (self->settings, "show-turning-points"));
}

/* Kept with the preferences of the user, as a view is. */
static void
follow_turns (EntenteWindow *self)
{
  g_autoptr (GAction) action = g_settings_create_action (self->settings, "show-turning-points");

  g_action_map_add_action (G_ACTION_MAP (self), action);
  g_signal_connect_object (self->settings,
                           "changed::show-turning-points",
                           G_CALLBACK (turns_cb),
                           self,
                           G_CONNECT_SWAPPED);
  turns_cb (self);
}

void
entente_window_install_timeline_actions (EntenteWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  entente_window_install_second_timeline (self);
  follow_views (self, "can-go-back", "view-back");
  follow_views (self, "can-go-forward", "view-forward");
  follow_turns (self);
}
