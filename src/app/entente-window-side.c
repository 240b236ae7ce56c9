/* The side at the end of the window: the inspector, or in its place the suggestions for the
 * article.
 *
 * It shows what was last chosen: an event calls the inspector, a suggestion the suggestions, a
 * position what is known of it.
 */
#include "config.h"

#include "entente-inspector.h"
#include "entente-position-list.h"
#include "entente-position-pane.h"
#include "entente-suggestion-list.h"
#include "entente-suggestion-pane.h"
#include "entente-window-private.h"

#define INSPECTOR "inspector"
#define SUGGESTIONS "suggestions"
#define POSITION "position"

static GtkStack *
get_stack (EntenteWindow *self)
{
  return GTK_STACK (adw_bin_get_child (self->inspector_slot));
}

static gboolean
shows_suggestions (EntenteWindow *self)
{
  return g_str_equal (gtk_stack_get_visible_child_name (get_stack (self)), SUGGESTIONS);
}

void
entente_window_add_side (EntenteWindow *self)
{
  GtkWidget *stack = gtk_stack_new ();
  g_autoptr (GAction) show_positions = g_settings_create_action (self->settings, "show-positions");

  gtk_stack_add_named (GTK_STACK (stack), entente_late_bin_new (ENTENTE_TYPE_INSPECTOR), INSPECTOR);
  gtk_stack_add_named (GTK_STACK (stack),
                       entente_late_bin_new (ENTENTE_TYPE_SUGGESTION_PANE),
                       SUGGESTIONS);
  gtk_stack_add_named (GTK_STACK (stack),
                       entente_late_bin_new (ENTENTE_TYPE_POSITION_PANE),
                       POSITION);
  gtk_stack_set_vhomogeneous (GTK_STACK (stack), FALSE);
  gtk_stack_set_hhomogeneous (GTK_STACK (stack), FALSE);
  adw_bin_set_child (self->inspector_slot, stack);
  g_action_map_add_action (G_ACTION_MAP (self), show_positions);
}

GtkWidget *
entente_window_get_inspector (EntenteWindow *self)
{
  return entente_late_bin_ensure_child (
    ENTENTE_LATE_BIN (gtk_stack_get_child_by_name (get_stack (self), INSPECTOR)));
}

static void
event_selected_cb (EntenteSession *session, GParamSpec *pspec, EntenteWindow *self)
{
  if (entente_session_get_selected_event (session) != ENTENTE_ID_NONE)
    gtk_stack_set_visible_child_name (get_stack (self), INSPECTOR);
}

static void
suggestion_selected_cb (EntenteSuggestionList *list, GParamSpec *pspec, EntenteWindow *self)
{
  if (entente_suggestion_list_get_selected (list) != NULL)
    gtk_stack_set_visible_child_name (get_stack (self), SUGGESTIONS);
}

/* Without one, the inspector comes back. */
static void
position_selected_cb (EntentePositionList *list, GParamSpec *pspec, EntenteWindow *self)
{
  gboolean has = entente_position_list_get_selected (list) != ENTENTE_ID_NONE;

  if (has)
    gtk_stack_set_visible_child_name (get_stack (self), POSITION);
  else if (g_str_equal (gtk_stack_get_visible_child_name (get_stack (self)), POSITION))
    gtk_stack_set_visible_child_name (get_stack (self), INSPECTOR);
  entente_window_update_actions (self);
}

void
entente_window_set_side_session (EntenteWindow *self, EntenteSession *session)
{
  GtkStack *stack = get_stack (self);

  g_object_set (gtk_stack_get_child_by_name (stack, INSPECTOR), "session", session, NULL);
  g_object_set (gtk_stack_get_child_by_name (stack, SUGGESTIONS), "session", session, NULL);
  g_object_set (gtk_stack_get_child_by_name (stack, POSITION), "session", session, NULL);
  gtk_stack_set_visible_child_name (stack, INSPECTOR);
  if (session == NULL)
    return;
  g_signal_connect_object (session,
                           "notify::selected-event",
                           G_CALLBACK (event_selected_cb),
                           self,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (entente_session_get_suggestions (session),
                           "notify::selected",
                           G_CALLBACK (suggestion_selected_cb),
                           self,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (entente_session_get_positions (session),
                           "notify::selected",
                           G_CALLBACK (position_selected_cb),
                           self,
                           G_CONNECT_DEFAULT);
  g_settings_bind (self->settings,
                   "show-positions",
                   entente_session_get_positions (session),
                   "on-timeline",
                   G_SETTINGS_BIND_DEFAULT);
}

void
entente_window_toggle_suggestions (EntenteWindow *self)
{
  gboolean is_shown;

  g_object_get (self->layout, "inspector-shown", &is_shown, NULL);
  gtk_stack_set_visible_child_name (get_stack (self),
                                    is_shown && shows_suggestions (self) ? INSPECTOR : SUGGESTIONS);
  g_object_set (self->layout, "inspector-shown", TRUE, NULL);
  if (shows_suggestions (self))
    gtk_widget_child_focus (gtk_stack_get_visible_child (get_stack (self)), GTK_DIR_TAB_FORWARD);
}
