/* What can be done with a lane: its members folded, its place among the others, and the filter set to its actor alone or to two.
 * Main thread.
 */
#include "config.h"

#include "entente-timeline-private.h"

#include <glib/gi18n-lib.h>

/* ---- order ---- */

void
entente_timeline_lane_actions_fold (EntenteTimeline *self)
{
  const EntenteLane *lane;

  if (self->focus_lane >= entente_lanes_get_n (self->lanes))
    return;
  lane = entente_lanes_get (self->lanes, self->focus_lane);
  if (lane->has_members)
    entente_timeline_feed_toggle_unfolded (self, self->focus_lane);
}

static void
set_lane_order (EntenteTimeline *self, EntenteStep *step, guint32 actor, gint64 order)
{
  const EntenteActor *old = entente_chronicle_get_actor (self->chronicle, actor);
  g_autoptr (EntenteActor) new = NULL;

  if (old->lane_order == order)
    return;
  new = entente_actor_copy (old);
  new->lane_order = order;
  entente_step_update_fields (step, new, entente_record_compare_fields (old, new));
}

/* Lanes of bodies, in order; members move with theirs, and "Others" stays last. */
static GArray *
list_bodies (EntenteTimeline *self)
{
  GArray *bodies = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < entente_lanes_get_n (self->lanes); i++) {
    const EntenteLane *lane = entente_lanes_get (self->lanes, i);

    if (lane->parent == ENTENTE_NO_INDEX && lane->actor != ENTENTE_NO_INDEX)
      g_array_append_val (bodies, i);
  }
  return bodies;
}

/* The lane changes places with its neighbour; from then on all that show are in order by hand. */
static void
move_lane (EntenteTimeline *self, guint at, int step)
{
  g_autoptr (GArray) bodies = list_bodies (self);
  g_autoptr (EntenteStep) edit = NULL;
  guint i = 0, other;

  while (i < bodies->len && g_array_index (bodies, guint, i) != at)
    i++;
  other = i + (guint) step; /* wraps below 0: then not below len */
  if (i >= bodies->len || other >= bodies->len || !entente_timeline_actions_can_edit (self))
    return;
  edit = entente_step_new (_ ("Move lane"));
  self->focus_lane = g_array_index (bodies, guint, other);
  g_array_index (bodies, guint, i) = self->focus_lane;
  g_array_index (bodies, guint, other) = at;
  for (guint k = 0; k < bodies->len; k++)
    set_lane_order (self,
                    edit,
                    entente_lanes_get (self->lanes, g_array_index (bodies, guint, k))->actor,
                    k + 1);
  entente_session_apply (self->session, g_steal_pointer (&edit), NULL);
}

void
entente_timeline_lane_actions_raise (EntenteTimeline *self)
{
  move_lane (self, self->focus_lane, -1);
}

void
entente_timeline_lane_actions_lower (EntenteTimeline *self)
{
  move_lane (self, self->focus_lane, 1);
}

/* ---- filtering ---- */

static void
set_actors (EntenteTimeline *self, EntenteMatch match, EntenteId first, EntenteId second)
{
  g_autoptr (EntenteQuery) query = entente_query_copy (entente_session_get_query (self->session));

  g_clear_pointer (&query->actors, g_array_unref);
  entente_query_toggle_id (&query->actors, first, TRUE);
  if (second != ENTENTE_ID_NONE)
    entente_query_toggle_id (&query->actors, second, TRUE);
  query->match = match;
  query->direction = ENTENTE_EITHER_WAY;
  query->exclusive = second != ENTENTE_ID_NONE;
  entente_session_set_query (self->session, query);
}

/* "timeline.only-actor", with the id. */
static void
only_actor_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntenteTimeline *self = ENTENTE_TIMELINE (widget);

  if (self->session != NULL)
    set_actors (self, ENTENTE_MATCH_ANY, g_variant_get_int64 (parameter), ENTENTE_ID_NONE);
}

/* "timeline.only-between", with two ids. */
static void
only_between_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntenteTimeline *self = ENTENTE_TIMELINE (widget);
  EntenteId first, second;

  g_variant_get (parameter, "(xx)", &first, &second);
  if (self->session != NULL)
    set_actors (self, ENTENTE_MATCH_BETWEEN, first, second);
}

/* "timeline.fold-lane", "timeline.raise-lane", "timeline.lower-lane", with the number of a lane. */
static void
lane_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntenteTimeline *self = ENTENTE_TIMELINE (widget);
  guint lane = g_variant_get_uint32 (parameter);

  if (lane >= entente_lanes_get_n (self->lanes))
    return;
  if (g_str_has_suffix (name, "fold-lane"))
    entente_timeline_feed_toggle_unfolded (self, lane);
  else
    move_lane (self, lane, g_str_has_suffix (name, "raise-lane") ? -1 : 1);
}

void
entente_timeline_lane_actions_install (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "timeline.only-actor", "x", only_actor_action);
  gtk_widget_class_install_action (class, "timeline.only-between", "(xx)", only_between_action);
  gtk_widget_class_install_action (class, "timeline.fold-lane", "u", lane_action);
  gtk_widget_class_install_action (class, "timeline.raise-lane", "u", lane_action);
  gtk_widget_class_install_action (class, "timeline.lower-lane", "u", lane_action);
}
