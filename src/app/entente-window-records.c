/* Actions of the window that open other windows above the study and the forms of its records.
 *
 * When they make sense is said in entente_window_update_actions(). Main thread.
 */
#include "config.h"

#include "entente-accounts-window.h"
#include "entente-actor-files.h"
#include "entente-actor-form.h"
#include "entente-actor-merge-form.h"
#include "entente-actor-split-form.h"
#include "entente-backups-window.h"
#include "entente-copy-window.h"
#include "entente-era-form.h"
#include "entente-events-form.h"
#include "entente-field-form.h"
#include "entente-history-window.h"
#include "entente-learnt-window.h"
#include "entente-link-form.h"
#include "entente-past-window.h"
#include "entente-positions-window.h"
#include "entente-properties-window.h"
#include "entente-questions-window.h"
#include "entente-records-window.h"
#include "entente-relations-window.h"
#include "entente-round-form.h"
#include "entente-send-window.h"
#include "entente-turning-point-form.h"
#include "entente-unknown-names-form.h"
#include "entente-views-window.h"
#include "entente-window-private.h"

#define ACTION(name)                                                                               \
  static void name##_action (GSimpleAction *action, GVariant *parameter, gpointer data)

/* ---- windows above the study ---- */

ACTION (history)
{
  entente_history_window_present (data);
}

ACTION (merge_copy)
{
  entente_copy_window_ask (data);
}

/* Of the event in the inspector. */
ACTION (event_history)
{
  EntenteWindow *self = data;
  EntenteId event = entente_session_get_selected_event (self->session);

  if (event != ENTENTE_ID_NONE)
    entente_past_window_present (self, ENTENTE_ENTITY_EVENT, event);
}

/* Of any record, by the name of its kind. */
ACTION (record_history)
{
  EntenteWindow *self = data;
  const char *nick;
  gint64 id;
  EntenteEntity entity;

  g_variant_get (parameter, "(&sx)", &nick, &id);
  if (self->session && entente_entity_parse (nick, &entity))
    entente_past_window_present (self, entity, id);
}

ACTION (questions)
{
  entente_questions_window_present (data);
}

ACTION (relations)
{
  entente_relations_window_present (data);
}

ACTION (positions)
{
  entente_positions_window_present (data);
}

ACTION (accounts)
{
  entente_accounts_window_present (data);
}

ACTION (show_learnt)
{
  entente_learnt_window_present (data, ((EntenteWindow *) data)->session);
}

ACTION (backups)
{
  entente_backups_window_present (data);
}

ACTION (properties)
{
  entente_properties_window_present (data);
}

ACTION (send_copy)
{
  entente_send_window_present (data);
}

ACTION (saved_views)
{
  entente_views_window_present (data);
}

/* ---- records ---- */

ACTION (records)
{
  entente_records_window_present (data, ((EntenteWindow *) data)->session, ENTENTE_RECORDS_TRACKS);
}

/* The selected moves. */
ACTION (round)
{
  EntenteWindow *self = data;

  entente_round_form_present_new (data,
                                  self->session,
                                  entente_session_get_selection (self->session));
}

ACTION (turning_point)
{
  EntenteWindow *self = data;

  entente_turning_point_form_present_for (data,
                                          self->session,
                                          entente_session_get_selected_event (self->session));
}

ACTION (edit_era)
{
  EntenteWindow *self = data;

  entente_era_form_present (data, self->session, g_variant_get_int64 (parameter));
}

/* ---- the user's own fields ---- */

ACTION (own_fields)
{
  EntenteWindow *self = data;

  entente_field_form_present (data, self->session);
}

/* ---- actors ---- */

ACTION (import_actors)
{
  entente_actor_files_ask_import (data);
}

ACTION (new_actor)
{
  EntenteWindow *self = data;

  entente_actor_form_present (data, self->session, ENTENTE_ID_NONE);
}

ACTION (edit_actor)
{
  EntenteWindow *self = data;

  entente_actor_form_present (data, self->session, g_variant_get_int64 (parameter));
}

ACTION (merge_actor)
{
  EntenteWindow *self = data;

  entente_actor_merge_form_present (data, self->session, g_variant_get_int64 (parameter));
}

ACTION (split_actor)
{
  EntenteWindow *self = data;

  entente_actor_split_form_present (data, self->session, g_variant_get_int64 (parameter));
}

ACTION (unknown_names)
{
  EntenteWindow *self = data;

  entente_unknown_names_form_present (data, self->session);
}

ACTION (change_events)
{
  EntenteWindow *self = data;

  entente_events_form_present (data, self->session);
}

/* Of two moves the later answers the earlier. */
ACTION (link_events)
{
  EntenteWindow *self = data;
  const GArray *selection = entente_session_get_selection (self->session);
  EntenteChronicle *chronicle = entente_study_get_chronicle (self->study);
  EntenteId one, other;

  if (selection->len != 2)
    return;
  one = g_array_index (selection, EntenteId, 0);
  other = g_array_index (selection, EntenteId, 1);
  if (entente_chronicle_find_row (chronicle, one) > entente_chronicle_find_row (chronicle, other))
    entente_link_form_present (data, self->session, one, other);
  else
    entente_link_form_present (data, self->session, other, one);
}

/* ---- table ---- */

static const GActionEntry entries[] = {
  { "history", history_action },
  { "merge-copy", merge_copy_action },
  { "event-history", event_history_action },
  { "record-history", record_history_action, "(sx)" },
  { "questions", questions_action },
  { "relations", relations_action },
  { "positions", positions_action },
  { "accounts", accounts_action },
  { "show-learnt", show_learnt_action },
  { "backups", backups_action },
  { "properties", properties_action },
  { "send-copy", send_copy_action },
  { "saved-views", saved_views_action },
  { "records", records_action },
  { "round", round_action },
  { "change-events", change_events_action },
  { "link-events", link_events_action },
  { "turning-point", turning_point_action },
  { "edit-era", edit_era_action, "x" },
  { "own-fields", own_fields_action },
  { "import-actors", import_actors_action },
  { "new-actor", new_actor_action },
  { "edit-actor", edit_actor_action, "x" },
  { "merge-actor", merge_actor_action, "x" },
  { "split-actor", split_actor_action, "x" },
  { "unknown-names", unknown_names_action },
};

void
entente_window_install_record_actions (EntenteWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
