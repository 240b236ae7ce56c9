/* What is selected: kept by the session, whose other panes light it too; without one by the
 * timeline itself. Main thread. */
#include "config.h"

#include "entente-timeline-private.h"

guint32
entente_timeline_feed_get_selected_row (EntenteTimeline *self)
{
  if (self->selection->len == 0)
    return ENTENTE_NO_INDEX;
  return entente_chronicle_find_row (self->chronicle,
                                     g_array_index (self->selection, EntenteId, 0));
}

GArray *
entente_timeline_feed_get_selected_rows (EntenteTimeline *self)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < self->selection->len; i++) {
    EntenteId id = g_array_index (self->selection, EntenteId, i);
    guint32 row = entente_chronicle_find_row (self->chronicle, id);

    if (row != ENTENTE_NO_INDEX)
      g_array_append_val (rows, row);
  }
  return rows;
}

static void
keep_selection (EntenteTimeline *self, const EntenteId *events, guint n)
{
  g_array_set_size (self->selection, 0);
  if (n > 0)
    g_array_append_vals (self->selection, events, n);
  entente_timeline_hint_drop (self);
  entente_timeline_invalidate_parts (self);
  g_signal_emit_by_name (self, "selection-changed");
}

void
entente_timeline_feed_select_many (EntenteTimeline *self, const EntenteId *events, guint n)
{
  if (self->session != NULL)
    entente_session_select_events (self->session, events, n);
  else
    keep_selection (self, events, n);
}

void
entente_timeline_feed_select (EntenteTimeline *self, EntenteId event)
{
  if (self->session != NULL)
    entente_session_select_event (self->session, event);
  else
    keep_selection (self, &event, event != ENTENTE_ID_NONE ? 1 : 0);
}

void
entente_timeline_feed_toggle (EntenteTimeline *self, EntenteId event)
{
  g_autoptr (GArray) toggled = NULL;
  gboolean there = FALSE;

  if (self->session != NULL) {
    entente_session_toggle_event (self->session, event);
    return;
  }
  toggled = g_array_copy (self->selection);
  for (guint i = 0; i < toggled->len && !there; i++)
    if (g_array_index (toggled, EntenteId, i) == event) {
      g_array_remove_index (toggled, i);
      there = TRUE;
    }
  if (!there)
    g_array_append_val (toggled, event);
  keep_selection (self, (const EntenteId *) (gpointer) toggled->data, toggled->len);
}

void
entente_timeline_feed_reveal_words (EntenteTimeline *self)
{
  EntenteId event =
    self->selection->len > 0 ? g_array_index (self->selection, EntenteId, 0) : ENTENTE_ID_NONE;

  if (event != ENTENTE_ID_NONE)
    g_signal_emit_by_name (self, "event-activated", event);
  if (self->session != NULL)
    entente_session_reveal_words (self->session);
}

void
entente_timeline_select_events (EntenteTimeline *self, const EntenteId *events, guint n)
{
  g_return_if_fail (ENTENTE_IS_TIMELINE (self));
  entente_timeline_feed_select_many (self, events, n);
}

const EntenteId *
entente_timeline_get_selection (EntenteTimeline *self, guint *n)
{
  g_return_val_if_fail (ENTENTE_IS_TIMELINE (self), NULL);
  *n = self->selection->len;
  return (const EntenteId *) (gpointer) self->selection->data;
}

void
entente_timeline_set_answers_shown (EntenteTimeline *self, EntenteAnswersShown shown)
{
  g_return_if_fail (ENTENTE_IS_TIMELINE (self));
  if (self->session != NULL)
    entente_session_set_answers_shown (self->session, shown);
  self->links = (EntenteSceneLinks) shown;
  entente_timeline_invalidate (self);
}
