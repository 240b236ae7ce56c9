/* Back and forward through views. Where the view rests for a moment after it moved is an entry;
 * going back and on again moves among them, and moving otherwise drops those that lay ahead, as in
 * a browser. A view that shows the whole study is kept as that, so that it still does when the
 * study has grown. The filter is a part of the view. Main thread.
 */
#include "config.h"

#include "entente-timeline-private.h"

#include <math.h>

#define REST_MS 600
#define MAX_ENTRIES 100
#define BACK_BUTTON 8
#define FORWARD_BUTTON 9

typedef struct {
  EntenteTimescale scale;
  gboolean fitted;
  double scroll_y; /* of the lanes when it was left */
  EntenteQuery *query; /* or NULL: no session */
} Entry;

struct _TimelineHistory {
  GArray *entries; /* Entry, never empty */
  guint at;
  guint rest; /* source that waits for the view to rest, or 0 */
};

static Entry *
get_entry (EntenteTimelineHistory *history, guint i)
{
  return &g_array_index (history->entries, Entry, i);
}

static void
clear_entry (gpointer entry)
{
  g_clear_pointer (&((Entry *) entry)->query, entente_query_unref);
}

/* A new reference, or NULL. */
static EntenteQuery *
ref_query (EntenteTimeline *self)
{
  return self->session ? entente_query_ref (entente_session_get_query (self->session)) : NULL;
}

static gboolean
has_query (EntenteTimeline *self, const Entry *entry)
{
  return !self->session || !entry->query ||
         entente_query_equal (entry->query, entente_session_get_query (self->session));
}

static gboolean
is_at (EntenteTimeline *self, const Entry *entry)
{
  EntenteTimescale now = entente_timeline_view_get_target (self);
  EntenteTimescale then = entente_timescale_resize (&entry->scale, now.width_px);

  if (!has_query (self, entry))
    return FALSE;
  if (entry->fitted && self->fitted)
    return TRUE;
  return fabs (now.start - then.start) <= then.seconds_per_px &&
         fabs (now.seconds_per_px / then.seconds_per_px - 1) < 0.002;
}

static void
tell (EntenteTimeline *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self),
                                 "timeline.view-back",
                                 entente_timeline_history_can_go (self, -1));
  gtk_widget_action_set_enabled (GTK_WIDGET (self),
                                 "timeline.view-forward",
                                 entente_timeline_history_can_go (self, 1));
  entente_timeline_notify_history (self);
}

static void
add_entry (EntenteTimeline *self)
{
  EntenteTimelineHistory *history = self->history;
  Entry entry = { entente_timeline_view_get_target (self),
                  self->fitted,
                  self->scroll_y,
                  ref_query (self) };

  g_array_set_size (history->entries, history->at + 1);
  if (history->entries->len == MAX_ENTRIES)
    g_array_remove_index (history->entries, 0);
  g_array_append_val (history->entries, entry);
  history->at = history->entries->len - 1;
}

void
entente_timeline_history_rest (EntenteTimeline *self)
{
  EntenteTimelineHistory *history = self->history;

  g_clear_handle_id (&history->rest, g_source_remove);
  if (!is_at (self, get_entry (history, history->at)))
    add_entry (self);
  tell (self);
}

/* A hand that holds the view, or one that flies on, is no rest. */
static gboolean
rest_cb (gpointer data)
{
  EntenteTimeline *self = data;

  if (self->animation_tick != 0 || self->kinetic_tick != 0 || self->drag != TIMELINE_DRAG_NONE)
    return G_SOURCE_CONTINUE;
  self->history->rest = 0;
  entente_timeline_history_rest (self);
  return G_SOURCE_REMOVE;
}

void
entente_timeline_history_note (EntenteTimeline *self)
{
  EntenteTimelineHistory *history = self->history;

  if (history == NULL)
    return;
  g_clear_handle_id (&history->rest, g_source_remove);
  history->rest = g_timeout_add (REST_MS, rest_cb, self);
}

gboolean
entente_timeline_history_can_go (EntenteTimeline *self, int step)
{
  const EntenteTimelineHistory *history = self->history;

  return step < 0 ? history->at > 0 : history->at + 1 < history->entries->len;
}

static void
show_entry (EntenteTimeline *self)
{
  Entry *entry = get_entry (self->history, self->history->at);
  double scroll_y = entry->scroll_y;

  if (!has_query (self, entry))
    entente_session_set_query (self->session, entry->query);
  if (entry->fitted) {
    entente_timeline_view_fit (self, TRUE);
  } else {
    EntenteTimescale scale = entente_timescale_resize (&entry->scale, self->scale.width_px);

    entente_timeline_view_set (self, scale, TRUE);
  }
  entry->scale = entente_timeline_view_get_target (self);
  entente_timeline_ensure_scene (self);
  entente_timeline_view_scroll_lanes (self, scroll_y - self->scroll_y);
}

void
entente_timeline_history_go (EntenteTimeline *self, int step)
{
  EntenteTimelineHistory *history = self->history;

  if (history->rest != 0)
    entente_timeline_history_rest (self);
  if (!entente_timeline_history_can_go (self, step))
    return;
  get_entry (history, history->at)->scroll_y = self->scroll_y;
  history->at = step < 0 ? history->at - 1 : history->at + 1;
  show_entry (self);
  tell (self);
}

void
entente_timeline_history_clear (EntenteTimeline *self)
{
  EntenteTimelineHistory *history = self->history;
  Entry first = { self->scale, TRUE, 0, ref_query (self) };

  g_clear_handle_id (&history->rest, g_source_remove);
  g_array_set_size (history->entries, 0);
  g_array_append_val (history->entries, first);
  history->at = 0;
  tell (self);
}

/* The buttons at the side of a mouse. */
static void
pressed_cb (GtkGestureClick *click, int n_press, double x, double y, EntenteTimeline *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (click));

  if (button != BACK_BUTTON && button != FORWARD_BUTTON)
    return;
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  entente_timeline_history_go (self, button == BACK_BUTTON ? -1 : 1);
}

void
entente_timeline_history_init (EntenteTimeline *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->history = g_new0 (EntenteTimelineHistory, 1);
  self->history->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->history->entries, clear_entry);
  entente_timeline_history_clear (self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

void
entente_timeline_history_dispose (EntenteTimeline *self)
{
  if (self->history == NULL)
    return;
  g_clear_handle_id (&self->history->rest, g_source_remove);
  g_array_unref (self->history->entries);
  g_clear_pointer (&self->history, g_free);
}
