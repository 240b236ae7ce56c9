/* The keyboard on the timeline: which mark has it, how it moves along lanes and threads, and what
 * keys do. The focused mark is a child widget that is put where its glyph, bundle or chip stands.
 * Main thread.
 */
#include "config.h"

#include "entente-timeline-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define ITEM_PX 26
#define ZOOM_STEP 1.5
#define PAN_SHARE 0.2
#define THREAD_MAX 200

guint32
entente_timeline_keys_get_row (EntenteTimeline *self)
{
  if (self->focus_event == ENTENTE_ID_NONE)
    return ENTENTE_NO_INDEX;
  return entente_chronicle_find_row (self->chronicle, self->focus_event);
}

static gboolean
is_selected (EntenteTimeline *self, EntenteId event)
{
  for (guint i = 0; i < self->selection->len; i++)
    if (g_array_index (self->selection, EntenteId, i) == event)
      return TRUE;
  return FALSE;
}

/* ---- where the item stands ---- */

static const EntenteSceneChip *
find_chip (EntenteTimeline *self, guint32 row)
{
  for (guint i = 0; i < self->scene->n_chips; i++)
    if (self->scene->chips[i].row == row)
      return &self->scene->chips[i];
  return NULL;
}

static const EntenteSceneMark *
find_mark (EntenteTimeline *self, guint32 row)
{
  for (guint i = 0; i < self->scene->n_marks; i++) {
    const EntenteSceneMark *mark = &self->scene->marks[i];

    if (mark->row == row && mark->lane == self->focus_lane && !(mark->flags & ENTENTE_MARK_OLD))
      return mark;
  }
  return entente_scene_find_mark (self->scene, row);
}

static GdkRectangle
make_rect (double x, double y, double width, double height)
{
  GdkRectangle rect = { (int) floor (x - width / 2),
                        (int) floor (y - height / 2),
                        (int) width,
                        (int) height };

  return rect;
}

GdkRectangle
entente_timeline_keys_get_place (EntenteTimeline *self, guint32 row)
{
  const GdkRectangle *lanes = &self->parts.lanes, *shelf = &self->parts.shelf;
  const EntenteSceneChip *chip = find_chip (self, row);
  const EntenteSceneMark *mark = find_mark (self, row);
  const EntenteSceneBundle *bundle = entente_scene_find_bundle (self->scene, self->lanes, row);
  const EntenteSceneLane *lane;
  double dy;

  if (chip != NULL)
    return make_rect (shelf->x + chip->x + chip->width / 2,
                      shelf->y + shelf->height / 2.0,
                      chip->width + 6,
                      32);
  dy = lanes->y - entente_timeline_pinned_get_scroll (self,
                                                      mark != NULL     ? mark->lane
                                                      : bundle != NULL ? bundle->lane
                                                                       : self->focus_lane);
  if (mark != NULL)
    return make_rect (lanes->x + mark->x, dy + mark->y, ITEM_PX, ITEM_PX);
  if (bundle != NULL)
    return make_rect (lanes->x + bundle->x, dy + bundle->y, bundle->width + 8, ITEM_PX);
  lane = &self->scene->lanes[MIN (self->focus_lane, MAX (self->scene->n_lanes, 1) - 1)];
  return make_rect (
    lanes->x +
      entente_timescale_to_x (&self->scale, entente_chronicle_get_place (self->chronicle, row)),
    dy + (self->scene->n_lanes > 0 ? lane->y + lane->height - ITEM_PX / 2.0 : 0),
    ITEM_PX,
    ITEM_PX);
}

static void
allocate_item (EntenteTimeline *self, GtkWidget *item, gboolean shown)
{
  guint32 row = entente_timeline_keys_get_row (self);
  GdkRectangle rect = { 0, 0, ITEM_PX, ITEM_PX };
  GtkRequisition minimum;

  if (!gtk_widget_get_visible (item))
    return;
  gtk_widget_get_preferred_size (item, &minimum, NULL);
  if (shown && row != ENTENTE_NO_INDEX)
    rect = entente_timeline_mirror_rect (self, entente_timeline_keys_get_place (self, row));
  gtk_widget_size_allocate (item, &rect, -1);
}

void
entente_timeline_keys_allocate (EntenteTimeline *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->items); i++)
    allocate_item (self, self->items[i], i == self->item);
}

void
entente_timeline_keys_draw (EntenteTimeline *self, GtkSnapshot *snapshot)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  double top = self->parts.lanes.y;

  if (entente_timeline_pinned_get_scroll (self, self->focus_lane) == self->scroll_y)
    top += entente_timeline_pinned_get_height (self);
  gtk_snapshot_push_clip (
    snapshot,
    &GRAPHENE_RECT_INIT (0, (float) top, (float) width, (float) MAX (height - top, 0)));
  for (guint i = 0; i < G_N_ELEMENTS (self->items); i++)
    gtk_widget_snapshot_child (GTK_WIDGET (self), self->items[i], snapshot);
  gtk_snapshot_pop (snapshot);
}

/* ---- moving the focus ---- */

/* With what was said in front of it, and what the bundle that holds it is made of. */
static char *
make_label (EntenteTimeline *self, guint32 row)
{
  const EntenteSceneBundle *bundle;
  GString *label = g_string_new (self->said);
  g_autofree char *mark = entente_timeline_tip_describe (self, row), *together = NULL;

  entente_timeline_ensure_scene (self);
  bundle = entente_timeline_keys_get_bundle (self);
  if (label->len > 0)
    g_string_append_c (label, ' ');
  g_string_append (label, mark);
  if (bundle != NULL) {
    together = entente_timeline_bundle_describe (self, bundle);
    g_string_append_printf (label, ", %s", together);
  }
  return g_string_free (label, FALSE);
}

static void
describe_item (EntenteTimeline *self, guint32 row)
{
  g_autofree char *label = make_label (self, row);
  g_autofree char *lane = entente_timeline_lanes_describe (self, self->focus_lane);

  entente_timeline_item_set (ENTENTE_TIMELINE_ITEM (self->items[self->item]),
                             label,
                             is_selected (self, self->focus_event),
                             &self->style.accent);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->items[self->item]),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  lane,
                                  -1);
}

/* The other item comes up, says what is said, and the first one goes. */
static void
take_turns (EntenteTimeline *self, guint32 row, const char *said, gboolean grab)
{
  GtkWidget *before = self->items[self->item];

  self->item = 1 - self->item;
  gtk_widget_set_visible (self->items[self->item], TRUE);
  g_free (self->said);
  self->said = g_strdup (said);
  describe_item (self, row);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  if (grab)
    gtk_widget_grab_focus (self->items[self->item]);
  gtk_widget_set_visible (before, FALSE);
}

void
entente_timeline_keys_focus_row (EntenteTimeline *self, guint32 row, guint lane, gboolean grab)
{
  if (row == ENTENTE_NO_INDEX)
    return;
  if (lane == ENTENTE_NO_INDEX)
    lane = entente_lanes_find_row (self->lanes, row);
  self->focus_event = entente_chronicle_get_id (self->chronicle, row);
  self->focus_lane = lane != ENTENTE_NO_INDEX ? lane : 0;
  self->focus_time = entente_scene_get_glyph_time (self->chronicle, row);
  entente_timeline_view_reveal_row (self, row, lane);
  take_turns (self, row, NULL, grab);
  entente_timeline_hint_focus (self);
}

void
entente_timeline_keys_say (EntenteTimeline *self, const char *before)
{
  guint32 row = entente_timeline_keys_get_row (self);

  if (row != ENTENTE_NO_INDEX)
    take_turns (self, row, before, gtk_widget_is_focus (self->items[self->item]));
}

void
entente_timeline_keys_describe (EntenteTimeline *self)
{
  guint32 row = entente_timeline_keys_get_row (self);

  if (row != ENTENTE_NO_INDEX && gtk_widget_get_visible (self->items[self->item]))
    describe_item (self, row);
}

/* In the lane of the focus, else in the one nearest below or above. */
static guint32
find_nearest (EntenteTimeline *self, guint *lane)
{
  guint n = entente_lanes_get_n (self->lanes);
  guint first = MIN (self->focus_lane, MAX (n, 1) - 1);

  for (guint i = 0; i < 2 * n; i++) {
    guint32 row;

    *lane = i % 2 == 0 ? first + i / 2 : first - 1 - i / 2; /* wraps below 0: then not below n */
    row =
      *lane < n ? entente_lanes_nearest (self->lanes, *lane, self->focus_time) : ENTENTE_NO_INDEX;
    if (row != ENTENTE_NO_INDEX)
      return row;
  }
  return ENTENTE_NO_INDEX;
}

/* It passes the filter, but lies in hidden lanes only. */
static gboolean
is_hidden (EntenteTimeline *self, guint32 row)
{
  return !entente_lane_index_is_on_shelf (self->index, row) &&
         (self->filtered == NULL || entente_bitset_contains (self->filtered, row)) &&
         entente_lanes_find_row (self->lanes, row) == ENTENTE_NO_INDEX;
}

static gboolean
is_gone (EntenteTimeline *self)
{
  guint32 row = entente_timeline_keys_get_row (self);

  return row == ENTENTE_NO_INDEX || is_hidden (self, row);
}

void
entente_timeline_keys_follow (EntenteTimeline *self)
{
  GtkWidget *item = self->items[self->item];
  gboolean focused = gtk_widget_is_focus (item);
  guint lane;
  guint32 row;

  if (self->focus_event == ENTENTE_ID_NONE || !is_gone (self))
    return;
  self->focus_event = ENTENTE_ID_NONE;
  row = focused ? find_nearest (self, &lane) : ENTENTE_NO_INDEX;
  if (row != ENTENTE_NO_INDEX)
    entente_timeline_keys_focus_row (self, row, lane, TRUE);
  else
    gtk_widget_set_visible (item, FALSE);
}

/* The selected event, else the first in view, else the first of all. */
static guint32
choose_row (EntenteTimeline *self, guint *lane)
{
  guint32 row = entente_timeline_keys_get_row (self);

  *lane = row != ENTENTE_NO_INDEX ? self->focus_lane : ENTENTE_NO_INDEX;
  if (row == ENTENTE_NO_INDEX)
    row = entente_timeline_feed_get_selected_row (self);
  for (guint i = 0; row == ENTENTE_NO_INDEX && i < entente_lanes_get_n (self->lanes); i++) {
    *lane = i;
    row = entente_lanes_nearest (self->lanes, i, entente_timescale_get_span (&self->scale).start);
    if (row != ENTENTE_NO_INDEX && entente_chronicle_get_place (self->chronicle, row) <
                                     entente_timescale_get_span (&self->scale).start) {
      guint32 next = entente_lanes_step (self->lanes, i, row, 1);

      row = next != ENTENTE_NO_INDEX ? next : row;
    }
  }
  return row;
}

gboolean
entente_timeline_keys_focus (EntenteTimeline *self)
{
  guint lane;
  guint32 row;

  if (self->lanes == NULL)
    return FALSE;
  if (entente_timeline_empty_focus (self))
    return TRUE;
  row = choose_row (self, &lane);
  if (row == ENTENTE_NO_INDEX)
    return FALSE;
  entente_timeline_keys_focus_row (self, row, lane, TRUE);
  return TRUE;
}

static void
move_along (EntenteTimeline *self, int step)
{
  guint32 row = entente_timeline_keys_get_row (self);
  guint32 next;

  if (row == ENTENTE_NO_INDEX || self->focus_lane >= entente_lanes_get_n (self->lanes))
    return;
  next = entente_lanes_step (self->lanes, self->focus_lane, row, step);
  entente_timeline_keys_focus_row (self, next, self->focus_lane, TRUE);
}

static void
move_to_end (EntenteTimeline *self, gboolean last)
{
  const EntenteLane *lane;

  if (self->focus_lane >= entente_lanes_get_n (self->lanes))
    return;
  lane = entente_lanes_get (self->lanes, self->focus_lane);
  if (lane->n_filtered > 0)
    entente_timeline_keys_focus_row (self,
                                     lane->filtered[last ? lane->n_filtered - 1 : 0],
                                     self->focus_lane,
                                     TRUE);
}

static void
move_lane (EntenteTimeline *self, int step)
{
  guint32 row = entente_timeline_keys_get_row (self);
  guint n = entente_lanes_get_n (self->lanes);
  gint64 time;

  if (row == ENTENTE_NO_INDEX)
    return;
  time = entente_scene_get_glyph_time (self->chronicle, row);
  for (int lane = (int) self->focus_lane + step; lane >= 0 && lane < (int) n; lane += step) {
    guint32 next = entente_lanes_nearest (self->lanes, (guint) lane, time);

    if (next == ENTENTE_NO_INDEX)
      continue;
    entente_timeline_keys_focus_row (self, next, (guint) lane, TRUE);
    return;
  }
}

static void
move_in_thread (EntenteTimeline *self, int step)
{
  guint32 row = entente_timeline_keys_get_row (self);
  g_autoptr (GArray) thread = NULL;

  if (row == ENTENTE_NO_INDEX)
    return;
  thread = entente_chronicle_get_thread (self->chronicle, row, THREAD_MAX);
  for (guint i = 0; thread != NULL && i < thread->len; i++) {
    guint next = i + (guint) step; /* wraps below 0: then not below len */

    if (g_array_index (thread, guint, i) == row && next < thread->len)
      entente_timeline_keys_focus_row (self,
                                       g_array_index (thread, guint, next),
                                       ENTENTE_NO_INDEX,
                                       TRUE);
    if (g_array_index (thread, guint, i) == row)
      return;
  }
}

/* ---- doing ---- */

const EntenteSceneBundle *
entente_timeline_keys_get_bundle (EntenteTimeline *self)
{
  guint32 row = entente_timeline_keys_get_row (self);

  if (row == ENTENTE_NO_INDEX || find_mark (self, row) != NULL)
    return NULL;
  return entente_scene_find_bundle (self->scene, self->lanes, row);
}

static void
activate (EntenteTimeline *self)
{
  const EntenteSceneBundle *bundle = entente_timeline_keys_get_bundle (self);

  if (bundle != NULL) {
    entente_timeline_cell_open_bundle (self, bundle);
  } else if (self->focus_event != ENTENTE_ID_NONE) {
    entente_timeline_feed_select (self, self->focus_event);
    entente_timeline_feed_reveal_words (self);
  }
}

static void
pan (EntenteTimeline *self, double share)
{
  EntenteTimescale target = entente_timeline_view_get_target (self);

  entente_timeline_view_set (self, entente_timescale_pan (&target, share * target.width_px), TRUE);
}

static gboolean
handle_shift_key (EntenteTimeline *self, guint key)
{
  switch (key) {
  case GDK_KEY_Left:
  case GDK_KEY_KP_Left:
    pan (self, -PAN_SHARE);
    return TRUE;
  case GDK_KEY_Right:
  case GDK_KEY_KP_Right:
    pan (self, PAN_SHARE);
    return TRUE;
  case GDK_KEY_z:
  case GDK_KEY_Z:
    entente_timeline_zoom_to_filter (self);
    return TRUE;
  default:
    return FALSE;
  }
}

static gboolean
handle_move_key (EntenteTimeline *self, guint key)
{
  switch (key) {
  case GDK_KEY_Left:
  case GDK_KEY_KP_Left:
    move_along (self, -1);
    return TRUE;
  case GDK_KEY_Right:
  case GDK_KEY_KP_Right:
    move_along (self, 1);
    return TRUE;
  case GDK_KEY_Up:
  case GDK_KEY_KP_Up:
    move_lane (self, -1);
    return TRUE;
  case GDK_KEY_Down:
  case GDK_KEY_KP_Down:
    move_lane (self, 1);
    return TRUE;
  case GDK_KEY_Home:
    move_to_end (self, FALSE);
    return TRUE;
  case GDK_KEY_End:
    move_to_end (self, TRUE);
    return TRUE;
  case GDK_KEY_bracketleft:
    move_in_thread (self, -1);
    return TRUE;
  case GDK_KEY_bracketright:
    move_in_thread (self, 1);
    return TRUE;
  default:
    return FALSE;
  }
}

static gboolean
handle_view_key (EntenteTimeline *self, guint key)
{
  switch (key) {
  case GDK_KEY_plus:
  case GDK_KEY_equal:
  case GDK_KEY_KP_Add:
    entente_timeline_zoom_by (self, ZOOM_STEP);
    return TRUE;
  case GDK_KEY_minus:
  case GDK_KEY_KP_Subtract:
    entente_timeline_zoom_by (self, 1 / ZOOM_STEP);
    return TRUE;
  case GDK_KEY_0:
  case GDK_KEY_KP_0:
    entente_timeline_zoom_to_fit (self);
    return TRUE;
  case GDK_KEY_z:
  case GDK_KEY_Z:
    entente_timeline_zoom_to_selection (self);
    return TRUE;
  default:
    return FALSE;
  }
}

static gboolean
handle_event_key (EntenteTimeline *self, guint key)
{
  switch (key) {
  case GDK_KEY_Return:
  case GDK_KEY_KP_Enter:
    activate (self);
    return TRUE;
  case GDK_KEY_Escape:
    if (self->selection->len == 0)
      return FALSE;
    entente_timeline_feed_select (self, ENTENTE_ID_NONE);
    return TRUE;
  case GDK_KEY_u:
    entente_timeline_undated_list (self);
    return TRUE;
  default:
    return FALSE;
  }
}

gboolean
entente_timeline_keys_press (EntenteTimeline *self, guint key, GdkModifierType state)
{
  GdkModifierType modifiers = state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK);

  if (self->lanes == NULL)
    return FALSE;
  entente_timeline_ensure_scene (self);
  if (entente_timeline_actions_press (self, key, state))
    return TRUE;
  if (modifiers == GDK_ALT_MASK)
    return entente_timeline_lanes_press (self, key);
  if (modifiers != 0)
    return FALSE;
  if ((state & GDK_SHIFT_MASK) && handle_shift_key (self, key))
    return TRUE;
  return handle_move_key (self, key) || handle_view_key (self, key) || handle_event_key (self, key);
}

static gboolean
key_pressed_cb (EntenteTimeline *self, guint key, guint code, GdkModifierType state)
{
  return entente_timeline_keys_press (self, entente_timeline_mirror_key (self, key), state);
}

void
entente_timeline_keys_init (EntenteTimeline *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (entente_timeline_actions_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  for (guint i = 0; i < G_N_ELEMENTS (self->items); i++) {
    self->items[i] = entente_timeline_item_new ();
    gtk_widget_set_parent (self->items[i], GTK_WIDGET (self));
    gtk_widget_set_visible (self->items[i], FALSE);
  }
}
