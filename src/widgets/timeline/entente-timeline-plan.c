/* The move that is not there yet: that of a form of a new event, else the selected suggestion. In
 * whose lanes it would stand by the rules of the lanes, and when, by each reading of its date. Main
 * thread.
 */
#include "config.h"

#include "entente-event-draft.h"
#include "entente-suggestion-list.h"
#include "entente-timeline-private.h"

#include <glib/gi18n-lib.h>

struct _TimelinePlanSource {
  EntenteProposed proposed; /* of the selected suggestion */
  gboolean is_proposed;
  EntenteSuggestionList *list; /* strong */
  EntenteEventDraft *draft; /* strong */
};

/* Both kinds alike; borrowed. */
typedef struct {
  const EntenteEvent *event;
  const GPtrArray *parts, *actors;
  EntenteId article;
} Move;

/* ---- following ---- */

static void
propose (EntenteTimeline *self)
{
  EntenteTimelinePlanSource *source = self->plan_source;
  EntenteSuggestionItem *item = entente_suggestion_list_get_selected (source->list);

  entente_proposed_clear (&source->proposed);
  source->is_proposed =
    item != NULL && entente_suggestion_list_propose (source->list, item, &source->proposed);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
entente_timeline_plan_drop (EntenteTimeline *self)
{
  EntenteTimelinePlanSource *source = self->plan_source;

  if (source == NULL)
    return;
  self->plan_source = NULL;
  g_signal_handlers_disconnect_by_data (source->list, self);
  g_signal_handlers_disconnect_by_data (source->draft, self);
  g_object_unref (source->list);
  g_object_unref (source->draft);
  entente_proposed_clear (&source->proposed);
  g_free (source);
}

void
entente_timeline_plan_follow (EntenteTimeline *self)
{
  EntenteTimelinePlanSource *source = g_new0 (EntenteTimelinePlanSource, 1);

  entente_timeline_plan_drop (self);
  self->plan_source = source;
  source->list = g_object_ref (entente_session_get_suggestions (self->session));
  source->draft = g_object_ref (entente_session_get_draft (self->session));
  g_signal_connect_swapped (source->list, "notify::selected", G_CALLBACK (propose), self);
  g_signal_connect_swapped (source->list, "changed", G_CALLBACK (propose), self);
  g_signal_connect_swapped (source->draft, "changed", G_CALLBACK (gtk_widget_queue_draw), self);
  propose (self);
}

static gboolean
find_move (EntenteTimeline *self, Move *move)
{
  EntenteTimelinePlanSource *source = self->plan_source;

  if (source == NULL)
    return FALSE;
  *move = (Move){ entente_event_draft_get_event (source->draft),
                  entente_event_draft_get_parts (source->draft),
                  entente_event_draft_get_actors (source->draft),
                  entente_event_draft_get_article (source->draft) };
  if (move->event == NULL && source->is_proposed)
    *move = (Move){ source->proposed.event,
                    source->proposed.parts,
                    source->proposed.actors,
                    entente_session_get_article (self->session) };
  return move->event != NULL;
}

/* ---- lanes ---- */

/* Takes @name. */
static void
add_home (EntenteTimelinePlan *plan, guint lane, char *name)
{
  EntenteTimelineHome home = { lane, name };

  for (guint i = 0; i < plan->homes->len; i++) {
    const EntenteTimelineHome *other = &g_array_index (plan->homes, EntenteTimelineHome, i);

    if (lane != ENTENTE_NO_INDEX ? other->lane == lane : g_strcmp0 (other->name, name) == 0) {
      g_free (name);
      return;
    }
  }
  g_array_append_val (plan->homes, home);
}

static const char *
find_new_name (const Move *move, EntenteId id)
{
  for (guint i = 0; i < move->actors->len; i++) {
    const EntenteRecord *record = g_ptr_array_index (move->actors, i);

    if (record->entity == ENTENTE_ENTITY_ACTOR && record->id == id)
      return ((const EntenteActor *) (gconstpointer) record)->name;
  }
  return NULL;
}

/* Lane of an actor below that of its body, or of the member to which it belongs; ENTENTE_NO_INDEX
 * when it has none yet. */
static guint
find_member_lane (EntenteTimeline *self, guint body_lane, guint32 actor, EntenteSpan window)
{
  guint around = ENTENTE_NO_INDEX;
  const EntenteLane *lane = entente_lanes_get (self->lanes, body_lane);

  if (!lane->unfolded || lane->actor == actor)
    return body_lane;
  for (guint i = body_lane + 1; i < entente_lanes_get_n (self->lanes); i++) {
    lane = entente_lanes_get (self->lanes, i);
    if (lane->parent == ENTENTE_NO_INDEX)
      break;
    if (lane->actor == actor)
      return i;
    if (!lane->unfolded &&
        entente_chronicle_stands_for (self->chronicle, actor, lane->actor, window, FALSE))
      around = i;
  }
  return around;
}

static void
add_actor (EntenteTimeline *self, EntenteTimelinePlan *plan, const Move *move, EntenteId id)
{
  EntenteSpan window = { ENTENTE_TIME_MIN, ENTENTE_TIME_MAX };
  guint32 actor = entente_chronicle_find_actor (self->chronicle, id), body;
  guint lane;

  if (actor == ENTENTE_NO_INDEX) {
    add_home (plan, ENTENTE_NO_INDEX, g_strdup (find_new_name (move, id)));
    return;
  }
  if (move->event->when != NULL)
    window = entente_date_get_window (move->event->when);
  body = entente_chronicle_get_body (self->chronicle, actor, window);
  lane = entente_lanes_find_actor (self->lanes, body != ENTENTE_NO_INDEX ? body : actor);
  if (lane != ENTENTE_NO_INDEX)
    lane = find_member_lane (self, lane, actor, window);
  add_home (plan, lane, g_strdup (entente_chronicle_get_actor (self->chronicle, actor)->name));
}

static const EntenteParticipation *
find_lead (const Move *move)
{
  const EntenteParticipation *lead = NULL;

  for (guint i = 0; i < move->parts->len; i++) {
    const EntenteParticipation *part = g_ptr_array_index (move->parts, i);

    if (part->role == ENTENTE_ROLE_INITIATOR)
      return part;
    if (lead == NULL && entente_role_is_matching ((EntenteRole) part->role))
      lead = part;
  }
  return lead;
}

/* Joint moves sit in the lane of each party. */
static void
add_actors (EntenteTimeline *self, EntenteTimelinePlan *plan, const Move *move)
{
  gboolean joint = plan->kind != NULL && (plan->kind->group == ENTENTE_GROUP_MEET ||
                                          plan->kind->group == ENTENTE_GROUP_AGREE);
  const EntenteParticipation *lead = find_lead (move);

  if (lead != NULL)
    add_actor (self,
               plan,
               move,
               lead->role != ENTENTE_ROLE_INITIATOR && lead->speaks_for != ENTENTE_ID_NONE
                 ? lead->speaks_for
                 : lead->actor);
  for (guint i = 0; i < move->parts->len; i++) {
    const EntenteParticipation *part = g_ptr_array_index (move->parts, i);

    if (part->role == ENTENTE_ROLE_INITIATOR ||
        (joint && (part->role == ENTENTE_ROLE_ADDRESSEE || part->role == ENTENTE_ROLE_PARTICIPANT ||
                   part->role == ENTENTE_ROLE_SIGNATORY)))
      add_actor (self, plan, move, part->actor);
  }
}

/* Of a field whose values have ids; none: it has no value. */
static void
add_value (EntenteTimeline *self, EntenteTimelinePlan *plan, EntenteId id)
{
  EntenteLaneField field = entente_lane_index_get_field (self->index);
  guint32 key = entente_lane_field_find (field, self->chronicle, id);

  if (id != ENTENTE_ID_NONE)
    add_home (plan,
              entente_lanes_find_id (self->lanes, id),
              key != ENTENTE_NO_INDEX ? entente_lane_field_get_name (field, self->chronicle, key)
                                      : NULL);
}

static EntenteId
find_outlet (EntenteTimeline *self, EntenteId article)
{
  guint32 at = entente_chronicle_find_article (self->chronicle, article);

  return at != ENTENTE_NO_INDEX ? entente_chronicle_get_article (self->chronicle, at)->publication
                                : ENTENTE_ID_NONE;
}

/* The rounds that a move is in; a new one is in none yet. */
static void
add_rounds (EntenteTimeline *self, EntenteTimelinePlan *plan, EntenteId event)
{
  guint32 keys[ENTENTE_LANE_FIELD_MAX];
  guint row = entente_chronicle_find_row (self->chronicle, event), n = 0;

  if (row != ENTENTE_NO_INDEX)
    n = entente_lane_field_collect (ENTENTE_LANES_BY_ROUND, self->chronicle, row, keys);
  for (guint i = 0; i < n; i++)
    add_value (self, plan, entente_chronicle_get_id (self->chronicle, keys[i]));
}

static void
add_values (EntenteTimeline *self, EntenteTimelinePlan *plan, const Move *move)
{
  const GArray *issues = move->event->issues;

  switch (entente_lane_index_get_field (self->index)) {
  case ENTENTE_LANES_BY_ROLE:
    for (guint i = 0; i < move->parts->len; i++)
      add_value (self, plan, ((EntenteParticipation *) move->parts->pdata[i])->role + 1);
    break;
  case ENTENTE_LANES_BY_GROUP:
    add_value (self, plan, plan->kind != NULL ? (EntenteId) plan->kind->group + 1 : 0);
    break;
  case ENTENTE_LANES_BY_TRACK:
    add_value (self, plan, move->event->track);
    break;
  case ENTENTE_LANES_BY_ROUND:
    add_rounds (self, plan, move->event->record.id);
    break;
  case ENTENTE_LANES_BY_ISSUE:
    for (guint i = 0; issues != NULL && i < issues->len; i++)
      add_value (self, plan, g_array_index (issues, EntenteId, i));
    break;
  case ENTENTE_LANES_BY_ARTICLE:
    add_value (self, plan, move->article);
    break;
  case ENTENTE_LANES_BY_OUTLET:
    add_value (self, plan, find_outlet (self, move->article));
    break;
  case ENTENTE_LANES_BY_PLACE:
    add_value (self, plan, move->event->place);
    break;
  case ENTENTE_LANES_BY_NOTHING:
    add_home (plan, 0, NULL);
    break;
  case ENTENTE_LANES_BY_ACTOR:
  case ENTENTE_N_LANE_FIELDS:
  default:
    add_actors (self, plan, move);
  }
}

static void
find_homes (EntenteTimeline *self, EntenteTimelinePlan *plan, const Move *move)
{
  add_values (self, plan, move);
  if (plan->homes->len == 0)
    add_home (
      plan,
      entente_lanes_find_id (self->lanes, ENTENTE_LANE_ID_WITHOUT),
      g_strdup (entente_lane_field_get_without (entente_lane_index_get_field (self->index))));
}

/* ---- when ---- */

static void
add_reading (EntenteTimelinePlan *plan, const EntenteDate *date)
{
  EntenteTimelineReading reading = { entente_date_get_window (date),
                                     entente_date_get_place (date),
                                     entente_date_format (date) };

  g_array_append_val (plan->readings, reading);
}

static void
add_edtf (EntenteTimelinePlan *plan, const char *edtf)
{
  g_autoptr (EntenteDate) date = entente_date_parse (edtf, NULL);

  if (date != NULL && entente_date_is_bounded (date))
    add_reading (plan, date);
}

/* Of a date left open all that it may be; else the likeliest first. */
static void
add_readings (EntenteTimelinePlan *plan, const EntenteDate *when)
{
  if (when->readings != NULL && when->readings->len > 1) {
    for (guint i = 0; i < when->readings->len; i++)
      add_edtf (plan, ((const EntenteReading *) when->readings->pdata[i])->edtf);
  } else if (when->form == ENTENTE_DATE_ONE_OF) {
    g_autofree char *inner = g_strndup (when->edtf + 1, strlen (when->edtf) - 2);
    g_auto (GStrv) parts = g_strsplit (inner, ",", -1);

    for (guint i = 0; parts[i] != NULL; i++)
      add_edtf (plan, parts[i]);
  }
  if (plan->readings->len == 0)
    add_reading (plan, when);
  plan->is_open = when->form == ENTENTE_DATE_ONE_OF;
}

/* As the index of the lanes has it for what is there. */
static gboolean
is_on_shelf (EntenteTimeline *self, const EntenteDate *when)
{
  EntenteSpan window;

  if (when == NULL || entente_date_is_dated (when))
    return when == NULL || entente_date_get_place (when) == ENTENTE_TIME_MAX;
  window = entente_date_get_window (when);
  return window.start == ENTENTE_TIME_MIN || window.end == ENTENTE_TIME_MAX ||
         window.end - window.start > (gint64) self->shelf_days * ENTENTE_SECONDS_PER_DAY;
}

/* ---- the plan ---- */

static void
clear_home (gpointer data)
{
  g_free (((EntenteTimelineHome *) data)->name);
}

static void
clear_reading (gpointer data)
{
  g_free (((EntenteTimelineReading *) data)->words);
}

void
entente_timeline_plan_free (EntenteTimelinePlan *plan)
{
  g_array_unref (plan->homes);
  g_array_unref (plan->readings);
  g_free (plan->title);
  g_free (plan);
}

EntenteTimelinePlan *
entente_timeline_plan_find (EntenteTimeline *self)
{
  EntenteTimelinePlan *plan;
  Move move;

  if (self->lanes == NULL || self->index == NULL || !find_move (self, &move))
    return NULL;
  plan = g_new0 (EntenteTimelinePlan, 1);
  plan->homes = g_array_new (FALSE, FALSE, sizeof (EntenteTimelineHome));
  plan->readings = g_array_new (FALSE, FALSE, sizeof (EntenteTimelineReading));
  g_array_set_clear_func (plan->homes, clear_home);
  g_array_set_clear_func (plan->readings, clear_reading);
  plan->kind = move.event->kind != NULL ? entente_kind_find (move.event->kind) : NULL;
  plan->mode = (EntenteMode) move.event->mode;
  plan->title = g_strdup (move.event->title);
  find_homes (self, plan, &move);
  if (!is_on_shelf (self, move.event->when))
    add_readings (plan, move.event->when);
  return plan;
}
