/* What a person does to lanes: by which field and in which order they stand, which are moved,
 * pinned, folded, hidden and shown again. The order of actors is part of the study, one undoable
 * step; all else is a view of it. Main thread.
 */
#include "config.h"

#include "entente-timeline-private.h"

#include "entente-commands.h"

#include <glib/gi18n-lib.h>

/* While lanes are indexed by another field, those that show are not of the choice. */
static gboolean
is_settled (EntenteTimeline *self)
{
  return self->index != NULL &&
         entente_lane_index_get_field (self->index) == self->lane_choice->field;
}

void
entente_timeline_lanes_set_field (EntenteTimeline *self, const char *nick)
{
  EntenteLaneChoice before = *self->lane_choice;
  EntenteLaneField field;

  if (!entente_lane_field_parse (nick, &field) || self->lane_choice->field == field)
    return;
  self->lane_choice->field = field;
  self->scroll_y = 0;
  entente_timeline_feed_rebuild_index (self);
  entente_timeline_notify_lanes (self, &before);
}

void
entente_timeline_lanes_set_order (EntenteTimeline *self, const char *nick)
{
  EntenteLaneChoice before = *self->lane_choice;
  EntenteLaneOrder order;

  if (!entente_lane_order_parse (nick, &order) || self->lane_choice->order == order)
    return;
  self->lane_choice->order = order;
  entente_timeline_feed_rebuild_lanes (self);
  entente_timeline_notify_lanes (self, &before);
}

char *
entente_timeline_get_lane_choice (EntenteTimeline *self)
{
  g_return_val_if_fail (ENTENTE_IS_TIMELINE (self), NULL);
  return entente_lane_choice_format (self->lane_choice);
}

void
entente_timeline_set_lane_choice (EntenteTimeline *self, const char *text)
{
  EntenteLaneChoice *before = self->lane_choice;

  g_return_if_fail (ENTENTE_IS_TIMELINE (self));
  self->lane_choice = entente_lane_choice_parse (text);
  if (self->lane_choice->field != before->field)
    entente_timeline_feed_rebuild_index (self);
  else
    entente_timeline_feed_rebuild_lanes (self);
  entente_timeline_notify_lanes (self, before);
  entente_lane_choice_free (before);
}

guint
entente_timeline_lanes_find_top (EntenteTimeline *self, guint lane)
{
  const EntenteLane *found =
    lane < entente_lanes_get_n (self->lanes) ? entente_lanes_get (self->lanes, lane) : NULL;

  return found != NULL && found->parent != ENTENTE_NO_INDEX ? found->parent : lane;
}

/* ---- the keyboard stays ---- */

static guint
find_same (EntenteTimeline *self, const EntenteLane *lane)
{
  for (guint i = 0; i < entente_lanes_get_n (self->lanes); i++) {
    const EntenteLane *other = entente_lanes_get (self->lanes, i);

    if (other->id == lane->id && other->actor == lane->actor && other->kind == lane->kind)
      return i;
  }
  return ENTENTE_NO_INDEX;
}

void
entente_timeline_lanes_follow (EntenteTimeline *self, const EntenteLanes *before)
{
  gboolean same_field =
    before != NULL && entente_lane_index_get_field (entente_lanes_get_index (before)) ==
                        entente_lane_index_get_field (self->index);
  guint lane = ENTENTE_NO_INDEX;
  guint32 row;

  if (same_field && self->focus_lane < entente_lanes_get_n (before))
    lane = find_same (self, entente_lanes_get (before, self->focus_lane));
  if (lane == ENTENTE_NO_INDEX && self->focus_event != ENTENTE_ID_NONE) {
    row = entente_chronicle_find_row (self->chronicle, self->focus_event);
    lane = row != ENTENTE_NO_INDEX ? entente_lanes_find_row (self->lanes, row) : ENTENTE_NO_INDEX;
  }
  if (lane != ENTENTE_NO_INDEX)
    self->focus_lane = lane;
}

/* The lane with the keyboard comes into view, and is said anew: its place is another. */
static void
reveal_focus (EntenteTimeline *self)
{
  guint32 row = self->focus_event != ENTENTE_ID_NONE
                  ? entente_chronicle_find_row (self->chronicle, self->focus_event)
                  : ENTENTE_NO_INDEX;

  if (row != ENTENTE_NO_INDEX && gtk_widget_is_focus (self->items[self->item]))
    entente_timeline_keys_focus_row (self, row, self->focus_lane, TRUE);
}

/* ---- order ---- */

/* Ids of lanes from the top, members and others left out, with @lane moved before @before. */
static GArray *
list_moved (EntenteTimeline *self, guint lane, guint before)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (EntenteId));
  EntenteId moved = entente_lanes_get (self->lanes, lane)->id;

  for (guint i = 0; i <= entente_lanes_get_n (self->lanes); i++) {
    const EntenteLane *found =
      i < entente_lanes_get_n (self->lanes) ? entente_lanes_get (self->lanes, i) : NULL;

    if (i == before)
      g_array_append_val (ids, moved);
    if (found != NULL && i != lane && found->parent == ENTENTE_NO_INDEX &&
        found->kind != ENTENTE_LANE_OTHERS)
      g_array_append_val (ids, found->id);
  }
  return ids;
}

/* Actors keep their order in the study, where paper and filter use it too. */
static void
order_actors (EntenteTimeline *self, GArray *ids)
{
  EntenteStep *step;

  for (guint i = ids->len; i > 0; i--)
    if (g_array_index (ids, EntenteId, i - 1) == ENTENTE_LANE_ID_WITHOUT)
      g_array_remove_index (ids, i - 1);
  step = entente_commands_order_actors ((const EntenteId *) (gpointer) ids->data, ids->len);
  entente_session_apply (self->session, step, NULL);
}

void
entente_timeline_lanes_move (EntenteTimeline *self, guint lane, guint before)
{
  EntenteLaneChoice choice = *self->lane_choice;
  g_autoptr (GArray) ids = NULL;

  if (!is_settled (self) || before == lane ||
      entente_lanes_get (self->lanes, lane)->kind == ENTENTE_LANE_OTHERS)
    return;
  ids = list_moved (self, lane, before);
  self->lane_choice->order = ENTENTE_LANE_ORDER_HAND;
  if (self->session != NULL && self->lane_choice->field == ENTENTE_LANES_BY_ACTOR)
    order_actors (self, ids);
  else
    entente_lane_choice_set_list (self->lane_choice,
                                  ENTENTE_LANE_LIST_HAND,
                                  (const EntenteId *) (gpointer) ids->data,
                                  ids->len);
  entente_timeline_feed_rebuild_lanes (self);
  entente_timeline_notify_lanes (self, &choice);
  reveal_focus (self);
}

/* The next top-level lane from @lane on in the direction of @step; the number of lanes at the end,
 * ENTENTE_NO_INDEX above the first. */
static guint
find_next_top (EntenteTimeline *self, guint lane, int step)
{
  guint n = entente_lanes_get_n (self->lanes);

  do
    lane += (guint) step; /* wraps below 0: then not below n */
  while (lane < n && entente_lanes_get (self->lanes, lane)->parent != ENTENTE_NO_INDEX);
  return lane;
}

static void
move_by (EntenteTimeline *self, guint lane, int step)
{
  guint n = entente_lanes_get_n (self->lanes), next = find_next_top (self, lane, step);
  const EntenteLane *passed = next < n ? entente_lanes_get (self->lanes, next) : NULL;

  /* Pinned lanes stay above, the others below. */
  if (passed == NULL || passed->kind == ENTENTE_LANE_OTHERS ||
      passed->pinned != entente_lanes_get (self->lanes, lane)->pinned)
    return;
  entente_timeline_lanes_move (self, lane, step < 0 ? next : find_next_top (self, next, 1));
}

/* ---- lists of the choice ---- */

static void
toggle (EntenteTimeline *self, guint lane, EntenteLaneList list)
{
  const EntenteLane *found = entente_lanes_get (self->lanes, lane);
  EntenteId id = found->id;

  if (!is_settled (self) ||
      (found->kind == ENTENTE_LANE_OTHERS && list != ENTENTE_LANE_LIST_FOLDED))
    return;
  entente_lane_choice_set (self->lane_choice,
                           list,
                           id,
                           !entente_lane_choice_contains (self->lane_choice, list, id));
  entente_timeline_feed_rebuild_lanes (self);
}

/* Members can have members: then the id is their own. Of one that has none, the fold it lies in. */
void
entente_timeline_lanes_toggle_members (EntenteTimeline *self, guint lane)
{
  const EntenteLane *found = entente_lanes_get (self->lanes, lane);
  EntenteId id;

  if (!found->has_members && found->above != ENTENTE_NO_INDEX)
    found = entente_lanes_get (self->lanes, found->above);
  if (!is_settled (self) || !found->has_members || found->actor == ENTENTE_NO_INDEX)
    return;
  id = entente_chronicle_get_actor (self->chronicle, found->actor)->record.id;
  entente_lane_choice_set (
    self->lane_choice,
    ENTENTE_LANE_LIST_UNFOLDED,
    id,
    !entente_lane_choice_contains (self->lane_choice, ENTENTE_LANE_LIST_UNFOLDED, id));
  entente_timeline_feed_rebuild_lanes (self);
}

/* Its keyboard goes to what is nearest in a lane that shows. */
static void
hide (EntenteTimeline *self, guint lane)
{
  toggle (self, lane, ENTENTE_LANE_LIST_HIDDEN);
  entente_timeline_keys_follow (self);
}

void
entente_timeline_lanes_show (EntenteTimeline *self, EntenteId lane)
{
  if (is_settled (self) &&
      entente_lane_choice_set (self->lane_choice, ENTENTE_LANE_LIST_HIDDEN, lane, FALSE))
    entente_timeline_feed_rebuild_lanes (self);
}

void
entente_timeline_lanes_show_all (EntenteTimeline *self)
{
  entente_lane_choice_set_list (self->lane_choice, ENTENTE_LANE_LIST_HIDDEN, NULL, 0);
  entente_timeline_feed_rebuild_lanes (self);
}

/* ---- actions and keys ---- */

/* The lane of the menu while that is open, else the one with the keyboard; ENTENTE_NO_INDEX when
 * there is none. */
static guint
get_lane (EntenteTimeline *self)
{
  guint lane = self->focus_lane;

  if (self->has_menu_lane)
    lane = entente_lanes_find_id (self->lanes, self->menu_lane);
  return lane < entente_lanes_get_n (self->lanes) ? entente_timeline_lanes_find_top (self, lane)
                                                  : ENTENTE_NO_INDEX;
}

/* The lane of which members fold and unfold: of the member whose menu it is, else as above; a lane
 * with the keyboard need not be that of a body. */
static guint
get_member_lane (EntenteTimeline *self, guint top)
{
  if (!self->has_menu_lane)
    return self->focus_lane;
  for (guint i = 0; i < entente_lanes_get_n (self->lanes) && self->menu_member != 0; i++) {
    guint32 actor = entente_lanes_get (self->lanes, i)->actor;

    if (actor != ENTENTE_NO_INDEX &&
        entente_chronicle_get_actor (self->chronicle, actor)->record.id == self->menu_member)
      return i;
  }
  return top;
}

static void
lane_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntenteTimeline *self = ENTENTE_TIMELINE (widget);
  guint lane = get_lane (self);

  if (lane == ENTENTE_NO_INDEX)
    return;
  if (g_str_equal (name, "timeline.lane-up"))
    move_by (self, lane, -1);
  else if (g_str_equal (name, "timeline.lane-down"))
    move_by (self, lane, 1);
  else if (g_str_equal (name, "timeline.lane-pin"))
    toggle (self, lane, ENTENTE_LANE_LIST_PINNED);
  else if (g_str_equal (name, "timeline.lane-fold"))
    toggle (self, lane, ENTENTE_LANE_LIST_FOLDED);
  else if (g_str_equal (name, "timeline.lane-hide"))
    hide (self, lane);
  else
    entente_timeline_lanes_toggle_members (self, get_member_lane (self, lane));
}

static void
show_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  entente_timeline_lanes_show_all (ENTENTE_TIMELINE (widget));
}

static void
list_hidden_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  entente_timeline_hidden_list (ENTENTE_TIMELINE (widget));
}

void
entente_timeline_lanes_install_actions (GtkWidgetClass *class)
{
  const char *const names[] = { "timeline.lane-up",
                                "timeline.lane-down",
                                "timeline.lane-pin",
                                "timeline.lane-fold",
                                "timeline.lane-hide",
                                "timeline.lane-members",
                                NULL };

  for (guint i = 0; names[i] != NULL; i++)
    gtk_widget_class_install_action (class, names[i], NULL, lane_action);
  gtk_widget_class_install_action (class, "timeline.show-lanes", NULL, show_all_action);
  gtk_widget_class_install_action (class, "timeline.list-hidden", NULL, list_hidden_action);
}

gboolean
entente_timeline_lanes_press (EntenteTimeline *self, guint key)
{
  static const struct {
    guint key;
    const char *action;
  } keys[] = {
    { GDK_KEY_Up, "timeline.lane-up" },        { GDK_KEY_KP_Up, "timeline.lane-up" },
    { GDK_KEY_Down, "timeline.lane-down" },    { GDK_KEY_KP_Down, "timeline.lane-down" },
    { GDK_KEY_Home, "timeline.lane-pin" },     { GDK_KEY_minus, "timeline.lane-fold" },
    { GDK_KEY_plus, "timeline.lane-members" }, { GDK_KEY_equal, "timeline.lane-members" },
    { GDK_KEY_Delete, "timeline.lane-hide" },  { GDK_KEY_Insert, "timeline.list-hidden" },
  };
  guint lane = get_lane (self);

  if (key == GDK_KEY_Return && lane != ENTENTE_NO_INDEX) {
    entente_timeline_lane_menu_show (self, self->focus_lane);
    return TRUE;
  }
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].key == key)
      return gtk_widget_activate_action (GTK_WIDGET (self), keys[i].action, NULL);
  return FALSE;
}

char *
entente_timeline_lanes_describe (EntenteTimeline *self, guint lane)
{
  guint top = entente_timeline_lanes_find_top (self, lane), n = 0, at = 0;
  const EntenteLane *found;
  GString *text = g_string_new (NULL);

  if (lane >= entente_lanes_get_n (self->lanes))
    return g_string_free (text, FALSE);
  found = entente_lanes_get (self->lanes, top);
  for (guint i = 0; i < entente_lanes_get_n (self->lanes); i++) {
    n += entente_lanes_get (self->lanes, i)->parent == ENTENTE_NO_INDEX;
    at = i == top ? n : at;
  }
  /* TRANSLATORS: for a screen reader: name of a lane, its number from the top, number of lanes */
  g_string_append_printf (text,
                          _ ("Lane %s, %u of %u"),
                          entente_lanes_get_name (self->lanes, lane),
                          at,
                          n);
  if (found->pinned)
    g_string_append_printf (text, ", %s", C_ ("lane", "pinned"));
  if (found->folded)
    g_string_append_printf (text, ", %s", C_ ("lane", "folded"));
  return g_string_free (text, FALSE);
}
