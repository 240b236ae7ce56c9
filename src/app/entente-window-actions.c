/* All actions of the window in one table, and when they make sense.
 *
 * A callback is one line or a few: it hands on to the session, the study, the layout or the opener.
 * Main thread.
 */
#include "config.h"

#include "entente-article-view.h"
#include "entente-claim-form.h"
#include "entente-event-merge-form.h"
#include "entente-export-window.h"
#include "entente-intake.h"
#include "entente-opener.h"
#include "entente-position-list.h"
#include "entente-print-window.h"
#include "entente-proposals.h"
#include "entente-reference-files.h"
#include "entente-shortcuts.h"
#include "entente-timeline.h"
#include "entente-window-private.h"
#include <glib/gi18n.h>

#define ACTION(name)                                                                               \
  static void name##_action (GSimpleAction *action, GVariant *parameter, gpointer data)

/* ---- files ---- */

ACTION (new)
{
  entente_opener_ask_new (data);
}

ACTION (open)
{
  entente_opener_ask_open (data);
}

ACTION (import)
{
  entente_opener_ask_import (data);
}

ACTION (paste_article)
{
  entente_intake_paste (data);
}

ACTION (import_events)
{
  entente_opener_ask_import_events (data);
}

ACTION (save_copy)
{
  entente_opener_ask_save_copy (data);
}

ACTION (back)
{
  entente_window_set_study (data, NULL);
}

ACTION (shortcuts)
{
  entente_shortcuts_present (data);
}

ACTION (close)
{
  gtk_window_close (data);
}

ACTION (cancel_job)
{
  EntenteWindow *self = data;

  if (self->job)
    g_cancellable_cancel (self->job);
  if (self->study)
    entente_proposals_accept_cancel (self->study);
}

/* ---- history ---- */

static void
stepped_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntenteWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteChangeSet) changes =
    entente_study_history_finish (ENTENTE_STUDY (source), result, &error);

  if (!changes)
    entente_window_toast (self, error->message, 0);
}

ACTION (undo)
{
  EntenteWindow *self = data;

  entente_study_undo_async (self->study, stepped_cb, g_object_ref (self));
}

/* By a drop of words. */
ACTION (claim_added)
{
  entente_window_toast_claim (data, parameter);
}

ACTION (edit_claim)
{
  EntenteWindow *self = data;
  gint64 event, claim;

  g_variant_get (parameter, "(xx)", &event, &claim);
  if (self->session)
    entente_claim_form_present (GTK_WIDGET (self),
                                self->session,
                                event,
                                claim,
                                ENTENTE_ID_NONE,
                                NULL);
}

/* Of a toast. */
ACTION (undo_step)
{
  EntenteWindow *self = data;

  entente_study_undo_step_async (self->study,
                                 g_variant_get_int64 (parameter),
                                 stepped_cb,
                                 g_object_ref (self));
}

ACTION (redo)
{
  EntenteWindow *self = data;

  entente_study_redo_async (self->study, stepped_cb, g_object_ref (self));
}

/* ---- filter ---- */

ACTION (edit_filter)
{
  EntenteWindow *self = data;

  g_object_set (self->layout, "actors-shown", TRUE, "part", "actors", NULL);
  entente_actor_filter_focus_search (self->actor_filter);
}

ACTION (edit_sentence)
{
  EntenteWindow *self = data; /* of which a small part may show */

  if (!gtk_widget_get_mapped (GTK_WIDGET (self->view_bar)))
    g_object_set (self->layout, "part", "timeline", NULL);
  entente_view_bar_edit_sentence (self->view_bar);
}

ACTION (clear_filter)
{
  EntenteWindow *self = data;
  g_autoptr (EntenteQuery) query =
    entente_query_new_cleared (entente_session_get_query (self->session));

  entente_session_set_query (self->session, query);
}

/* ---- panes ---- */

/* In the order in which F6 goes round. */
enum { PANE_ACTORS, PANE_ARTICLE, PANE_INSPECTOR, PANE_VIEWS, N_PANES };

static void
list_panes (EntenteWindow *self, GtkWidget *panes[N_PANES])
{
  panes[PANE_ACTORS] = GTK_WIDGET (self->actor_filter);
  panes[PANE_ARTICLE] = GTK_WIDGET (self->article_slot);
  panes[PANE_INSPECTOR] = GTK_WIDGET (self->inspector_slot);
  panes[PANE_VIEWS] = GTK_WIDGET (self->views);
}

static int
find_focused_pane (EntenteWindow *self, GtkWidget *panes[N_PANES])
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  for (int i = 0; focus && i < N_PANES; i++)
    if (focus == panes[i] || gtk_widget_is_ancestor (focus, panes[i]))
      return i;
  return -1;
}

/* Shown, and not in a flap that slides away. */
static gboolean
takes_keyboard (GtkWidget *pane)
{
  for (GtkWidget *widget = pane; widget; widget = gtk_widget_get_parent (widget))
    if (!gtk_widget_get_can_focus (widget))
      return FALSE;
  return gtk_widget_get_mapped (pane) && gtk_widget_get_child_visible (pane);
}

/* The next pane that shows and takes the keyboard. */
static void
go_to_pane (EntenteWindow *self, int step)
{
  GtkWidget *panes[N_PANES];
  int at;

  list_panes (self, panes);
  at = find_focused_pane (self, panes);
  if (at < 0 && step < 0)
    at = 0;
  for (int i = 1; i <= N_PANES; i++) {
    GtkWidget *pane = panes[((at + step * i) % N_PANES + N_PANES) % N_PANES];

    if (!takes_keyboard (pane))
      continue;
    if (i < N_PANES || at < 0)
      gtk_widget_set_focus_child (pane, NULL); /* begins anew, not behind what had the keyboard */
    if (gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD))
      return;
  }
}

/* Finds in the article with the keyboard there, else searches words. */
ACTION (find)
{
  EntenteWindow *self = data;
  GtkWidget *panes[N_PANES];

  list_panes (self, panes);
  if (self->session && find_focused_pane (self, panes) == PANE_ARTICLE)
    entente_article_view_find (ENTENTE_ARTICLE_VIEW (adw_bin_get_child (self->article_slot)));
  else
    g_action_group_activate_action (G_ACTION_GROUP (self), "search", NULL);
}

/* Only where events are shown: elsewhere the key would take away what is out of sight. */
ACTION (delete)
{
  EntenteWindow *self = data;
  EntenteId position =
    entente_position_list_get_selected (entente_session_get_positions (self->session));
  GtkWidget *panes[N_PANES];
  int pane;

  list_panes (self, panes);
  pane = find_focused_pane (self, panes);
  if (pane != PANE_ARTICLE && pane != PANE_VIEWS)
    return;
  if (position != ENTENTE_ID_NONE)
    entente_position_list_delete (entente_session_get_positions (self->session), position);
  else
    gtk_widget_activate_action (entente_window_get_inspector (self), "inspector.delete", NULL);
}

ACTION (show_suggestions)
{
  entente_window_toggle_suggestions (data);
}

ACTION (next_pane)
{
  go_to_pane (data, 1);
}

ACTION (previous_pane)
{
  go_to_pane (data, -1);
}

/* ---- events ---- */

/* The first of the two selected is proposed to stay. */
ACTION (merge_events)
{
  EntenteWindow *self = data;
  const GArray *selection = entente_session_get_selection (self->session);

  if (selection->len == 2)
    entente_event_merge_form_present (data,
                                      self->session,
                                      g_array_index (selection, EntenteId, 0),
                                      g_array_index (selection, EntenteId, 1));
}

/* ---- printing ---- */

ACTION (print)
{
  EntenteWindow *self = data;
  EntenteTimeline *timeline = ENTENTE_TIMELINE (adw_bin_get_child (self->timeline_slot));
  g_autofree char *lanes = entente_timeline_get_lane_choice (timeline);

  entente_print_window_present (data, self->session, lanes);
}

static void
exported_cb (GtkWindow *parent, const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *text = g_strdup_printf (_ ("Saved “%s”"), name);

  if (parent)
    entente_window_toast (ENTENTE_WINDOW (parent), text, 0);
}

ACTION (export_timeline)
{
  EntenteWindow *self = data;
  EntenteTimeline *timeline = ENTENTE_TIMELINE (adw_bin_get_child (self->timeline_slot));
  g_autofree char *lanes = entente_timeline_get_lane_choice (timeline);
  const EntenteExportView view = { entente_timeline_get_visible_span (timeline),
                                   gtk_widget_get_width (GTK_WIDGET (timeline)),
                                   lanes };

  entente_export_window_present (data, self->session, &view, exported_cb);
}

ACTION (export_references)
{
  entente_reference_files_ask_export (data);
}

/* ---- table ---- */

static const GActionEntry entries[] = {
  { "new", new_action },
  { "open", open_action },
  { "import", import_action },
  { "paste-article", paste_article_action },
  { "import-events", import_events_action },
  { "save-copy", save_copy_action },
  { "back", back_action },
  { "close", close_action },
  { "shortcuts", shortcuts_action },
  { "cancel-job", cancel_job_action },
  { "undo", undo_action },
  { "undo-step", undo_step_action, "x" },
  { "claim-added", claim_added_action, "(xx)" },
  { "edit-claim", edit_claim_action, "(xx)" },
  { "redo", redo_action },
  { "edit-filter", edit_filter_action },
  { "edit-sentence", edit_sentence_action },
  { "clear-filter", clear_filter_action },
  { "find", find_action },
  { "delete", delete_action },
  { "show-suggestions", show_suggestions_action },
  { "next-pane", next_pane_action },
  { "previous-pane", previous_pane_action },
  { "print", print_action },
  { "export-timeline", export_timeline_action },
  { "export-references", export_references_action },
  { "merge-events", merge_events_action },
};

static void
add_property_action (EntenteWindow *self, const char *name, gpointer object, const char *property)
{
  g_autoptr (GPropertyAction) action = g_property_action_new (name, object, property);

  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
}

void
entente_window_install_actions (EntenteWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  entente_window_install_record_actions (self);
  entente_window_install_timeline_actions (self);
  add_property_action (self, "show-actors", self->layout, "actors-shown");
  add_property_action (self, "show-inspector", self->layout, "inspector-shown");
  add_property_action (self, "full-timeline", self->layout, "full-timeline");
  add_property_action (self, "part", self->layout, "part");
  add_property_action (self, "page", self->view_bar, "page");
  add_property_action (self, "search", self->search_bar, "search-mode-enabled");
}

static void
enable (EntenteWindow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  if (G_IS_SIMPLE_ACTION (action))
    g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static gboolean
has_selection (EntenteWindow *self)
{
  return entente_session_get_selection (self->session)->len > 0 ||
         entente_position_list_get_selected (entente_session_get_positions (self->session)) !=
           ENTENTE_ID_NONE;
}

void
entente_window_update_actions (EntenteWindow *self)
{
  static const char *const of_study[] = {
    "back",           "history",   "show-learnt",     "backups",           "saved-views",
    "record-history", "relations", "edit-filter",     "edit-sentence",     "clear-filter",
    "zoom-in",        "zoom-out",  "zoom-fit",        "zoom-selection",    "zoom-filter",
    "show-timeline",  "next-pane", "lanes-menu",      "previous-pane",     "print",
    "cancel-job",     "find",      "export-timeline", "export-references", "questions",
    "positions",      "records",   "accounts",        "properties",
  };
  gboolean open = self->study != NULL;
  gboolean changes = open && !entente_study_is_read_only (self->study);

  for (guint i = 0; i < G_N_ELEMENTS (of_study); i++)
    enable (self, of_study[i], open);
  enable (self, "save-copy", open && !self->job);
  enable (self, "send-copy", open && !self->job);
  enable (self, "import", changes || !open);
  enable (self, "paste-article", changes);
  enable (self, "import-events", changes && !self->job);
  enable (self, "merge-copy", changes && !self->job);
  enable (self,
          "event-history",
          open && entente_session_get_selected_event (self->session) != ENTENTE_ID_NONE);
  enable (self, "delete", changes && has_selection (self));
  enable (self, "merge-events", changes && entente_session_get_selection (self->session)->len == 2);
  enable (self, "link-events", changes && entente_session_get_selection (self->session)->len == 2);
  enable (self, "change-events", changes && entente_session_get_selection (self->session)->len > 0);
  enable (self, "undo", changes && entente_study_can_undo (self->study));
  enable (self, "import-actors", changes && !self->job);
  enable (self, "new-actor", changes);
  enable (self, "edit-actor", changes);
  enable (self, "merge-actor", changes);
  enable (self, "split-actor", changes);
  enable (self, "unknown-names", changes);
  enable (self, "own-fields", changes);
  enable (self, "edit-era", changes);
  enable (self, "round", changes && entente_session_get_selection (self->session)->len > 0);
  enable (self, "turning-point", changes && entente_session_get_selected_event (self->session));
  enable (self, "undo-step", changes);
  enable (self, "redo", changes && entente_study_can_redo (self->study));
}
