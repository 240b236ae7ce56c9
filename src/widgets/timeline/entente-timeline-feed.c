/* What the timeline shows and selects: follows session and study, keeps chronicle, filter, lanes
 * and selection, and turns gestures into calls of the session. Lanes of large studies are indexed
 * in a thread, and the old picture stays until then. Main thread.
 */
#include "config.h"

#include "entente-timeline-private.h"

#define INDEX_AT_ONCE 20000 /* more rows are indexed in a thread, … */
#define COPY_AT_ONCE 2000000 /* … but for those that an edit left as they were */

/* ---- lanes ---- */

static const EntenteSpan nothing_told = { ENTENTE_TIME_MAX, ENTENTE_TIME_MIN };

static void
update_extent (EntenteTimeline *self)
{
  EntenteSpan extent = { ENTENTE_TIME_MIN, ENTENTE_TIME_MAX };
  gboolean dated = self->index != NULL && entente_lane_index_get_extent (self->index, &extent);

  if (dated && self->published != ENTENTE_TIME_MIN) {
    extent.start = MIN (extent.start, self->published);
    extent.end = MAX (extent.end, self->published + ENTENTE_SECONDS_PER_DAY);
  }
  self->likely = extent;
  if (dated && self->told.start < self->told.end) {
    extent.start = MIN (extent.start, self->told.start);
    extent.end = MAX (extent.end, self->told.end);
  }
  self->extent = extent;
}

/* Other readings of dates, and old ones, are in records that are read when they come into view. */
static void
set_told (EntenteTimeline *self, EntenteSpan told)
{
  EntenteSpan before = self->extent;

  self->told = told;
  update_extent (self);
  if (self->extent.start == before.start && self->extent.end == before.end)
    return;
  self->overview_valid = FALSE;
  entente_timeline_invalidate_parts (self);
}

void
entente_timeline_feed_tighten (EntenteTimeline *self)
{
  EntenteSpan told = nothing_told;
  GHashTableIter iter;
  gpointer detail;

  g_hash_table_iter_init (&iter, self->details);
  while (g_hash_table_iter_next (&iter, NULL, &detail))
    entente_scene_detail_extend (detail, &told);
  set_told (self, told);
}

void
entente_timeline_feed_rebuild_lanes (EntenteTimeline *self)
{
  EntenteLanesOptions options = { .choice = self->lane_choice };
  EntenteLanes *before = self->lanes;

  if (self->index == NULL)
    return;
  self->lanes = entente_lanes_new (self->index, self->chronicle, self->filtered, &options);
  entente_timeline_lanes_follow (self, before);
  g_clear_pointer (&before, entente_lanes_unref);
  entente_timeline_hidden_update (self);
  entente_timeline_empty_update (self);
  entente_timeline_invalidate_parts (self);
  self->overview_valid = FALSE;
}

static void
adopt_index (EntenteTimeline *self, EntenteLaneIndex *index)
{
  g_clear_pointer (&self->index, entente_lane_index_unref);
  self->index = index;
  update_extent (self);
  entente_timeline_feed_rebuild_lanes (self);
  if (self->fitted)
    entente_timeline_view_fit (self, FALSE);
  entente_timeline_keys_follow (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

typedef struct {
  EntenteChronicle *chronicle;
  EntenteLaneField field;
  guint shelf_days;
  EntenteLaneIndex *before; /* what it has in common with the new one is taken over; or NULL */
  guint generation;
} Task;

static void
free_task (Task *task)
{
  entente_chronicle_unref (task->chronicle);
  g_clear_pointer (&task->before, entente_lane_index_unref);
  g_free (task);
}

static void
index_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Task *wanted = data;
  EntenteLaneIndex *index =
    wanted->before != NULL
      ? entente_lane_index_update (wanted->before, wanted->chronicle)
      : entente_lane_index_new_by (wanted->chronicle, wanted->field, wanted->shelf_days);

  g_task_return_pointer (task, index, (GDestroyNotify) entente_lane_index_unref);
}

static void
set_filtered (EntenteBitset **field, const EntenteBitset *filtered)
{
  EntenteBitset *old = *field;

  *field = filtered != NULL ? entente_bitset_ref (filtered) : NULL;
  entente_bitset_unref (old);
}

static void
clear_pending (EntenteTimeline *self)
{
  g_clear_pointer (&self->pending, entente_chronicle_unref);
  g_clear_pointer (&self->pending_filtered, entente_bitset_unref);
}

static void
take_chronicle (EntenteTimeline *self, EntenteChronicle *chronicle, const EntenteBitset *filtered)
{
  EntenteChronicle *old = self->chronicle;

  self->chronicle = entente_chronicle_ref (chronicle);
  entente_chronicle_unref (old);
  set_filtered (&self->filtered, filtered);
}

static void
indexed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntenteTimeline) self = data;
  const Task *wanted = g_task_get_task_data (G_TASK (result));
  g_autoptr (EntenteLaneIndex) index = g_task_propagate_pointer (G_TASK (result), NULL);

  if (index == NULL || wanted->generation != self->index_generation)
    return;
  take_chronicle (self, self->pending, self->pending_filtered);
  clear_pending (self);
  adopt_index (self, g_steal_pointer (&index));
}

/* Lanes of another study or in another way have nothing in common with those that show. */
static gboolean
has_index_alike (EntenteTimeline *self)
{
  return self->index != NULL &&
         entente_lane_index_get_field (self->index) == self->lane_choice->field &&
         entente_lane_index_get_shelf_days (self->index) == self->shelf_days;
}

/* An edit changes few rows: the index of the others is taken over, for which no one waits. */
static gboolean
is_small_edit (EntenteTimeline *self, const EntenteChronicle *chronicle)
{
  g_autoptr (GArray) stretches = NULL;
  guint n_changed = 0;

  if (!has_index_alike (self) || entente_chronicle_get_n_rows (chronicle) > COPY_AT_ONCE)
    return FALSE;
  stretches = entente_chronicle_compare (chronicle, self->chronicle);
  for (guint i = 0; i < stretches->len; i++)
    if (g_array_index (stretches, EntenteStretch, i).before == ENTENTE_NO_INDEX)
      n_changed += g_array_index (stretches, EntenteStretch, i).n;
  return n_changed <= INDEX_AT_ONCE;
}

/* Shows @chronicle from now on, or, when it is large, as soon as its lanes are known. One whose
 * lanes are being indexed only gets another filter. */
static void
set_chronicle (EntenteTimeline *self, EntenteChronicle *chronicle, const EntenteBitset *filtered)
{
  g_autoptr (GTask) task = NULL;
  Task *wanted;

  if (chronicle == self->pending) {
    set_filtered (&self->pending_filtered, filtered);
    return;
  }
  clear_pending (self);
  self->index_generation++;
  if (entente_chronicle_get_n_rows (chronicle) <= INDEX_AT_ONCE) {
    take_chronicle (self, chronicle, filtered);
    adopt_index (
      self,
      entente_lane_index_new_by (self->chronicle, self->lane_choice->field, self->shelf_days));
    return;
  }
  if (chronicle != self->chronicle && is_small_edit (self, chronicle)) {
    EntenteLaneIndex *index = entente_lane_index_update (self->index, chronicle);

    take_chronicle (self, chronicle, filtered);
    adopt_index (self, index);
    return;
  }
  self->pending = entente_chronicle_ref (chronicle);
  set_filtered (&self->pending_filtered, filtered);
  entente_timeline_empty_update (self);
  wanted = g_new (Task, 1);
  *wanted = (Task){ entente_chronicle_ref (chronicle),
                    self->lane_choice->field,
                    self->shelf_days,
                    NULL,
                    self->index_generation };
  if (chronicle != self->chronicle && has_index_alike (self))
    wanted->before = entente_lane_index_ref (self->index);
  /* The thread may be the last to let go of the task; a widget ends in the main thread. */
  task = g_task_new (NULL, NULL, indexed_cb, g_object_ref (self));
  g_task_set_task_data (task, wanted, (GDestroyNotify) free_task);
  g_task_run_in_thread (task, index_thread);
}

/* The chronicle to be shown may still be on its way. */
void
entente_timeline_feed_rebuild_index (EntenteTimeline *self)
{
  clear_pending (self); /* its lanes are to be indexed in the new way */
  if (self->session != NULL)
    set_chronicle (self,
                   entente_study_get_chronicle (self->study),
                   entente_session_get_filtered (self->session));
  else
    set_chronicle (self, self->chronicle, self->filtered);
}

void
entente_timeline_feed_set_shelf_days (EntenteTimeline *self, guint days)
{
  self->shelf_days = days;
  entente_timeline_feed_rebuild_index (self);
}

/* ---- following the session ---- */

/* Rows of an older chronicle are no filter of this one: the session tells of new ones shortly. */
static gboolean
fits_chronicle (const EntenteChronicle *chronicle, const EntenteBitset *filtered)
{
  return filtered == NULL || filtered->n_rows == entente_chronicle_get_n_rows (chronicle);
}

static void
filtered_changed_cb (EntenteSession *session, GParamSpec *pspec, EntenteTimeline *self)
{
  const EntenteBitset *filtered = entente_session_get_filtered (session);
  EntenteChronicle *chronicle = entente_study_get_chronicle (self->study);

  if (!fits_chronicle (chronicle, filtered))
    return;
  if (chronicle != self->chronicle) {
    set_chronicle (self, chronicle, filtered);
    return;
  }
  if (filtered == self->filtered)
    return;
  set_filtered (&self->filtered, filtered);
  entente_timeline_feed_rebuild_lanes (self);
}

static void
selection_changed_cb (EntenteSession *session, GParamSpec *pspec, EntenteTimeline *self)
{
  const GArray *selection = entente_session_get_selection (session);

  g_array_set_size (self->selection, 0);
  if (selection != NULL && selection->len > 0)
    g_array_append_vals (self->selection, selection->data, selection->len);
  entente_timeline_hint_drop (self);
  entente_timeline_invalidate_parts (self);
  entente_timeline_view_reveal_row (self,
                                    entente_timeline_feed_get_selected_row (self),
                                    ENTENTE_NO_INDEX);
  g_signal_emit_by_name (self, "selection-changed");
}

static gint64
find_publication (EntenteTimeline *self)
{
  EntenteId id =
    self->session != NULL ? entente_session_get_article (self->session) : ENTENTE_ID_NONE;

  return entente_scene_find_publication (self->chronicle, id);
}

static void
article_changed_cb (EntenteSession *session, GParamSpec *pspec, EntenteTimeline *self)
{
  self->published = find_publication (self);
  update_extent (self);
  entente_timeline_invalidate (self);
}

static void
options_changed_cb (EntenteSession *session, GParamSpec *pspec, EntenteTimeline *self)
{
  self->links = (EntenteSceneLinks) entente_session_get_answers_shown (session);
  self->has_range = entente_session_get_marked_range (session, &self->range);
  entente_timeline_invalidate (self);
}

static void
forget_records (EntenteTimeline *self)
{
  g_hash_table_remove_all (self->details);
  g_hash_table_remove_all (self->details_asked);
  g_hash_table_remove_all (self->dates);
}

static void
study_changed_cb (EntenteStudy *study, EntenteChangeSet *changes, EntenteTimeline *self)
{
  forget_records (self);
  filtered_changed_cb (self->session, NULL, self);
  article_changed_cb (self->session, NULL, self);
}

static void
titles_read_cb (EntenteStudy *study, EntenteTimeline *self)
{
  entente_timeline_keys_describe (self);
  entente_timeline_invalidate_parts (self);
}

static void
disconnect (EntenteTimeline *self)
{
  entente_timeline_plan_drop (self);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  if (self->study != NULL)
    g_signal_handlers_disconnect_by_data (self->study, self);
  g_clear_object (&self->study);
  g_clear_object (&self->session);
}

static void
connect_session (EntenteTimeline *self)
{
  const char *const options[] = { "notify::answers-shown",
                                  "notify::has-marked-range",
                                  "notify::marked-start",
                                  "notify::marked-end" };

  self->study = g_object_ref (entente_session_get_study (self->session));
  g_signal_connect (self->session, "notify::filtered", G_CALLBACK (filtered_changed_cb), self);
  g_signal_connect (self->session, "notify::selection", G_CALLBACK (selection_changed_cb), self);
  g_signal_connect (self->session, "notify::article", G_CALLBACK (article_changed_cb), self);
  g_signal_connect_swapped (self->session,
                            "notify::query",
                            G_CALLBACK (entente_timeline_history_note),
                            self);
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    g_signal_connect (self->session, options[i], G_CALLBACK (options_changed_cb), self);
  g_signal_connect_swapped (self->session,
                            "notify::hovered-event",
                            G_CALLBACK (gtk_widget_queue_draw),
                            self);
  g_signal_connect_swapped (self->session,
                            "notify::outlined-event",
                            G_CALLBACK (gtk_widget_queue_draw),
                            self);
  g_signal_connect (self->study, "changed", G_CALLBACK (study_changed_cb), self);
  g_signal_connect (self->study, "titles-read", G_CALLBACK (titles_read_cb), self);
}

void
entente_timeline_feed_set_session (EntenteTimeline *self, EntenteSession *session)
{
  g_autoptr (EntenteChronicle) empty = entente_chronicle_new_empty ();

  disconnect (self);
  forget_records (self);
  self->told = nothing_told;
  g_array_set_size (self->selection, 0);
  entente_timeline_set_lane_choice (self, NULL);
  entente_timeline_shift_drop (self);
  entente_timeline_linking_end (self);
  entente_timeline_popover_close (self);
  self->fitted = TRUE;
  entente_timeline_history_clear (self);
  if (session == NULL) {
    set_chronicle (self, empty, NULL);
    return;
  }
  self->session = g_object_ref (session);
  entente_timeline_history_clear (self);
  connect_session (self);
  entente_timeline_positions_follow (self);
  entente_timeline_plan_follow (self);
  entente_timeline_actions_update (self);
  set_chronicle (self,
                 entente_study_get_chronicle (self->study),
                 entente_session_get_filtered (session));
  article_changed_cb (session, NULL, self);
  options_changed_cb (session, NULL, self);
  selection_changed_cb (session, NULL, self);
  if (self->fitted)
    entente_timeline_view_fit (self, FALSE);
}

void
entente_timeline_set_chronicle (EntenteTimeline *self,
                                EntenteChronicle *chronicle,
                                EntenteBitset *filtered,
                                EntenteTimelineTitleFunc title,
                                gpointer title_data)
{
  g_return_if_fail (ENTENTE_IS_TIMELINE (self));
  g_return_if_fail (chronicle != NULL && fits_chronicle (chronicle, filtered));

  disconnect (self);
  forget_records (self);
  self->told = nothing_told;
  g_array_set_size (self->selection, 0);
  entente_timeline_popover_close (self);
  entente_timeline_history_clear (self);
  entente_timeline_actions_update (self);
  self->title = title;
  self->title_data = title_data;
  self->fitted = TRUE;
  set_chronicle (self, chronicle, filtered);
  self->published = find_publication (self);
  update_extent (self);
  entente_timeline_view_fit (self, FALSE);
}

/* ---- what only the whole record tells ---- */

const char *
entente_timeline_feed_get_title (EntenteTimeline *self, guint32 row)
{
  EntenteId id = entente_chronicle_get_id (self->chronicle, row);

  if (self->title != NULL)
    return self->title (row, self->title_data);
  return self->study != NULL ? entente_study_get_event_title (self->study, id) : NULL;
}

static void
note_detail (EntenteTimeline *self, const EntenteEvent *event)
{
  EntenteSceneDetail *detail = g_new0 (EntenteSceneDetail, 1);
  EntenteSpan told;

  entente_scene_detail_read (detail, event);
  g_hash_table_insert (self->details, g_memdup2 (&event->record.id, sizeof (EntenteId)), detail);
  g_hash_table_insert (self->dates,
                       g_memdup2 (&event->record.id, sizeof (EntenteId)),
                       event->when != NULL ? entente_date_ref (event->when)
                                           : entente_date_new_undated ());
  if (detail->n_readings <= 1 && !detail->has_planned)
    return;
  entente_timeline_invalidate (self);
  told = self->told;
  if (entente_scene_detail_extend (detail, &told))
    set_told (self, told);
}

static void
event_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntenteTimeline) self = data;
  g_autoptr (EntenteEventDetail) detail =
    entente_study_read_event_finish (ENTENTE_STUDY (source), result, NULL);

  self->n_reading--;
  if (detail != NULL && self->study == ENTENTE_STUDY (source)) {
    note_detail (self, detail->event);
    entente_timeline_date_follow (self, detail->event->record.id);
  }
  if (self->chronicle != NULL)
    entente_timeline_copy_follow (self);
}

static void
ask_for_event (EntenteTimeline *self, EntenteId id)
{
  if (self->study == NULL || g_hash_table_contains (self->details_asked, &id))
    return;
  g_hash_table_add (self->details_asked, g_memdup2 (&id, sizeof id));
  self->n_reading++;
  entente_study_read_event_async (self->study, id, NULL, event_read_cb, g_object_ref (self));
}

const EntenteDate *
entente_timeline_feed_get_date (EntenteTimeline *self, guint32 row)
{
  EntenteId id = entente_chronicle_get_id (self->chronicle, row);

  ask_for_event (self, id);
  return g_hash_table_lookup (self->dates, &id);
}

gboolean
entente_timeline_feed_get_detail (EntenteTimeline *self, guint32 row, EntenteSceneDetail *detail)
{
  EntenteId id = entente_chronicle_get_id (self->chronicle, row);
  const EntenteSceneDetail *known = g_hash_table_lookup (self->details, &id);

  if (known != NULL) {
    *detail = *known;
    return TRUE;
  }
  ask_for_event (self, id);
  return FALSE;
}

/* ---- gestures ---- */

void
entente_timeline_feed_set_range (EntenteTimeline *self, gboolean has_range, EntenteSpan range)
{
  if (self->session != NULL) {
    entente_session_set_marked_range (self->session, has_range ? &range : NULL);
    return;
  }
  self->has_range = has_range;
  self->range = range;
  entente_timeline_invalidate (self);
}

void
entente_timeline_feed_init (EntenteTimeline *self)
{
  self->chronicle = entente_chronicle_new_empty ();
  self->selection = g_array_new (FALSE, FALSE, sizeof (EntenteId));
  self->details = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->details_asked = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->dates = g_hash_table_new_full (g_int64_hash,
                                       g_int64_equal,
                                       g_free,
                                       (GDestroyNotify) entente_date_unref);
  self->published = ENTENTE_TIME_MIN;
  self->told = nothing_told;
  self->links = ENTENTE_SCENE_LINKS_SELECTION;
  self->ghosts = TRUE;
  self->fitted = TRUE;
  self->shelf_days = ENTENTE_LANES_SHELF_DAYS;
  self->lane_choice = entente_lane_choice_new ();
  self->index = entente_lane_index_new (self->chronicle, self->shelf_days);
  self->lanes = entente_lanes_new (self->index, self->chronicle, NULL, NULL);
  update_extent (self);
}

void
entente_timeline_feed_dispose (EntenteTimeline *self)
{
  disconnect (self);
  clear_pending (self);
  self->index_generation++;
  g_clear_pointer (&self->lanes, entente_lanes_unref);
  g_clear_pointer (&self->index, entente_lane_index_unref);
  g_clear_pointer (&self->lane_choice, entente_lane_choice_free);
  g_clear_pointer (&self->filtered, entente_bitset_unref);
  g_clear_pointer (&self->chronicle, entente_chronicle_unref);
  g_clear_pointer (&self->selection, g_array_unref);
  g_clear_pointer (&self->details, g_hash_table_unref);
  g_clear_pointer (&self->details_asked, g_hash_table_unref);
  g_clear_pointer (&self->dates, g_hash_table_unref);
}
