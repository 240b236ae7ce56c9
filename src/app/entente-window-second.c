/* The second timeline of a window: made when it is first asked for, and let go of when it is
 * closed. Main thread. */
#include "config.h"

#include "entente-second-timeline.h"
#include "entente-window-private.h"

#define REST "rest"

static EntenteSecondTimeline *
get_second (EntenteWindow *self)
{
  GtkWidget *child = adw_bin_get_child (self->second_slot);

  return child ? ENTENTE_SECOND_TIMELINE (child) : NULL;
}

static void
show (EntenteWindow *self)
{
  GtkWidget *second =
    entente_second_timeline_new (ENTENTE_TIMELINE (adw_bin_get_child (self->timeline_slot)));

  adw_bin_set_child (self->second_slot, second);
  gtk_widget_set_visible (GTK_WIDGET (self->second_slot), TRUE);
  entente_second_timeline_set_session (ENTENTE_SECOND_TIMELINE (second), self->session);
}

/* Its session goes first: the timeline itself may still be held for a frame. */
static void
hide (EntenteWindow *self)
{
  entente_second_timeline_set_session (get_second (self), NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->second_slot), FALSE);
  adw_bin_set_child (self->second_slot, NULL);
}

static void
set_shown (EntenteWindow *self, gboolean shown)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "second-timeline");

  if (shown && !get_second (self))
    show (self);
  else if (!shown && get_second (self))
    hide (self);
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (shown));
}

/* It comes up where it can be seen. */
static void
change_cb (GSimpleAction *action, GVariant *value, gpointer data)
{
  EntenteWindow *self = data;

  if (!self->session)
    return;
  set_shown (self, g_variant_get_boolean (value));
  if (g_variant_get_boolean (value)) {
    g_object_set (self->view_bar, "page", "timeline", NULL);
    g_object_set (self->layout, "part", "timeline", NULL);
  }
}

void
entente_window_install_second_timeline (EntenteWindow *self)
{
  static const GActionEntry entries[] = {
    { "second-timeline", NULL, NULL, "false", change_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

void
entente_window_set_second_session (EntenteWindow *self, EntenteSession *session)
{
  if (get_second (self))
    entente_second_timeline_set_session (get_second (self), session);
}

char *
entente_window_dup_second_timeline (EntenteWindow *self)
{
  EntenteId view;

  if (!get_second (self))
    return NULL;
  view = entente_second_timeline_get_view (get_second (self));
  return view == ENTENTE_ID_NONE ? g_strdup (REST) : g_strdup_printf ("%" G_GINT64_FORMAT, view);
}

void
entente_window_restore_second_timeline (EntenteWindow *self, const char *shown)
{
  EntenteId view = ENTENTE_ID_NONE;

  set_shown (self, shown && *shown);
  if (shown && *shown && !g_str_equal (shown, REST) && entente_id_parse (shown, &view))
    entente_second_timeline_set_view (get_second (self), view);
}
