/* Query -> words -> matcher -> rows -> counts, each stage once and none of them twice at a time.
 *
 * A Job is what a thread works on: immutable inputs, a flag that calls it off, one output. The
 * filter owns the newest job of each stage; an older one finds itself called off and is dropped.
 * Main thread, but for the two functions named run_*.
 */
#include "config.h"

#include "entente-filter.h"

typedef struct {
  EntenteChronicle *chronicle;
  EntenteQuery *query;
  EntenteBitset *words; /* or NULL */
  gboolean cancelled; /* atomic */
} Job;

struct _EntenteFilter {
  GObject parent_instance;

  EntenteStudy *study;
  EntenteQuery *query;
  EntenteChronicle *chronicle; /* that the rows below belong to */
  EntenteBitset *words; /* rows found by the search for query->words, or NULL */
  EntenteBitset *filtered;
  EntenteFilter *whole; /* whose rest passes, or NULL */
  EntenteBitset *rest; /* of it */
  EntenteFacets *facets; /* or NULL */
  GCancellable *searching; /* the search under way, or NULL */
  Job *matching, *counting; /* in threads, or NULL */
};

G_DEFINE_FINAL_TYPE (EntenteFilter, entente_filter, G_TYPE_OBJECT)

enum { QUERY_CHANGED, FILTERED_CHANGED, FACETS_CHANGED, FAILED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
clear_job (gpointer data)
{
  Job *job = data;

  entente_chronicle_unref (job->chronicle);
  entente_query_unref (job->query);
  g_clear_pointer (&job->words, entente_bitset_unref);
}

static void
job_unref (gpointer job)
{
  g_atomic_rc_box_release_full (job, clear_job);
}

static Job *
create_job (EntenteFilter *self)
{
  Job *job = g_atomic_rc_box_new0 (Job);

  job->chronicle = entente_chronicle_ref (self->chronicle);
  job->query = entente_query_ref (self->query);
  job->words = self->words ? entente_bitset_ref (self->words) : NULL;
  return job;
}

static void
call_off (Job **job)
{
  if (!*job)
    return;
  g_atomic_int_set (&(*job)->cancelled, TRUE);
  g_clear_pointer (job, job_unref);
}

/* Hands a new job to a thread and keeps it in @slot. The thread may be the last to let go of the
 * task: it must not be the task that holds the filter, which ends in the main thread. */
static void
start_job (EntenteFilter *self, Job **slot, GTaskThreadFunc run, GAsyncReadyCallback callback)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, g_object_ref (self));

  call_off (slot);
  *slot = create_job (self);
  g_task_set_task_data (task, g_atomic_rc_box_acquire (*slot), job_unref);
  g_task_run_in_thread (task, run);
}

static gboolean
is_small (EntenteFilter *self)
{
  return entente_chronicle_get_n_rows (self->chronicle) <= ENTENTE_FILTER_IMMEDIATE_ROWS;
}

/* ---- counts ---- */

static void
take_facets (EntenteFilter *self, EntenteFacets *facets)
{
  g_clear_pointer (&self->facets, entente_facets_unref);
  self->facets = facets;
  g_signal_emit (self, signals[FACETS_CHANGED], 0);
}

static void
run_counting (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;

  g_task_return_pointer (
    task,
    entente_facets_new (job->chronicle, job->query, job->words, &job->cancelled),
    (GDestroyNotify) entente_facets_unref);
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntenteFilter) self = data;
  g_autoptr (EntenteFacets) facets = g_task_propagate_pointer (G_TASK (result), NULL);

  if (g_task_get_task_data (G_TASK (result)) != self->counting)
    return;
  g_clear_pointer (&self->counting, job_unref);
  if (facets)
    take_facets (self, g_steal_pointer (&facets));
}

static void
count (EntenteFilter *self)
{
  if (is_small (self)) {
    call_off (&self->counting);
    take_facets (self, entente_facets_new (self->chronicle, self->query, self->words, NULL));
  } else {
    start_job (self, &self->counting, run_counting, counted_cb);
  }
}

/* ---- rows ---- */

static EntenteBitset *
create_rest (const EntenteBitset *set)
{
  EntenteBitset *rest = entente_bitset_new_full (set->n_rows);

  for (guint i = 0; i < (set->n_rows + 63) / 64; i++)
    rest->words[i] &= ~set->words[i];
  return rest;
}

/* After an edit the whole may have rows of before for a moment; it tells when it has not. */
static void
update_rest (EntenteFilter *self)
{
  g_clear_pointer (&self->rest, entente_bitset_unref);
  if (self->whole != NULL && self->whole->filtered->n_rows == self->filtered->n_rows)
    self->rest = create_rest (self->whole->filtered);
}

static void
whole_cb (EntenteFilter *self)
{
  update_rest (self);
  g_signal_emit (self, signals[FILTERED_CHANGED], 0);
}

/* Takes @filtered. The rows of another chronicle are other rows, even when the bits are equal. */
static void
take_filtered (EntenteFilter *self, EntenteBitset *filtered, gboolean other_chronicle)
{
  gboolean changed = other_chronicle || !entente_bitset_equal (self->filtered, filtered);

  g_clear_pointer (&self->filtered, entente_bitset_unref);
  self->filtered = filtered;
  update_rest (self);
  if (changed)
    g_signal_emit (self, signals[FILTERED_CHANGED], 0);
  count (self);
}

static void
run_matching (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;

  g_task_return_pointer (
    task,
    entente_query_match (job->query, job->chronicle, job->words, &job->cancelled),
    (GDestroyNotify) entente_bitset_unref);
}

static void
matched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntenteFilter) self = data;
  g_autoptr (EntenteBitset) filtered = g_task_propagate_pointer (G_TASK (result), NULL);

  if (g_task_get_task_data (G_TASK (result)) != self->matching)
    return;
  g_clear_pointer (&self->matching, job_unref);
  if (filtered)
    take_filtered (self, g_steal_pointer (&filtered), FALSE);
}

static EntenteBitset *
match_now (EntenteFilter *self)
{
  call_off (&self->matching);
  return entente_query_match (self->query, self->chronicle, self->words, NULL);
}

static void
match (EntenteFilter *self)
{
  if (is_small (self))
    take_filtered (self, match_now (self), FALSE);
  else
    start_job (self, &self->matching, run_matching, matched_cb);
}

/* ---- words ---- */

static void
stop_search (EntenteFilter *self)
{
  if (self->searching)
    g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
}

static void
searched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntenteFilter) self = data;
  g_autoptr (GError) error = NULL;
  EntenteBitset *words = entente_study_search_finish (ENTENTE_STUDY (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || !self->study) {
    g_clear_pointer (&words, entente_bitset_unref);
    return;
  }
  g_clear_object (&self->searching);
  g_clear_pointer (&self->words, entente_bitset_unref);
  self->words = words;
  if (error)
    g_signal_emit (self, signals[FAILED], 0, error->message);
  match (self);
}

static void
search (EntenteFilter *self)
{
  stop_search (self);
  self->searching = g_cancellable_new ();
  entente_study_search_async (self->study,
                              self->query->words,
                              self->searching,
                              searched_cb,
                              g_object_ref (self));
}

/* The rows of the same events in @chronicle. */
static EntenteBitset *
move_rows (const EntenteBitset *rows, const EntenteChronicle *from, const EntenteChronicle *to)
{
  EntenteBitset *moved = entente_bitset_new (entente_chronicle_get_n_rows (to));
  guint row = entente_bitset_next (rows, 0);

  for (; row != G_MAXUINT; row = entente_bitset_next (rows, row + 1)) {
    guint there = entente_chronicle_find_row (to, entente_chronicle_get_id (from, row));

    if (there != ENTENTE_NO_INDEX)
      entente_bitset_add (moved, there);
  }
  return moved;
}

/* ---- following the study ---- */

static void
follow_chronicle (EntenteFilter *self)
{
  EntenteChronicle *chronicle = entente_study_get_chronicle (self->study);

  if (self->words) {
    EntenteBitset *words = move_rows (self->words, self->chronicle, chronicle);

    entente_bitset_unref (self->words);
    self->words = words;
  }
  entente_chronicle_unref (self->chronicle);
  self->chronicle = entente_chronicle_ref (chronicle);
  g_clear_pointer (&self->facets, entente_facets_unref);
  if (!is_small (self))
    g_signal_emit (self, signals[FACETS_CHANGED], 0);
  take_filtered (self, match_now (self), TRUE);
  if (self->query->words)
    search (self);
}

static void
chronicle_cb (EntenteStudy *study, GParamSpec *pspec, EntenteFilter *self)
{
  if (entente_study_get_chronicle (study) != self->chronicle)
    follow_chronicle (self);
}

static void
entente_filter_dispose (GObject *object)
{
  EntenteFilter *self = ENTENTE_FILTER (object);

  stop_search (self);
  call_off (&self->matching);
  call_off (&self->counting);
  if (self->whole != NULL)
    g_signal_handlers_disconnect_by_data (self->whole, self);
  g_clear_object (&self->whole);
  g_clear_pointer (&self->rest, entente_bitset_unref);
  g_clear_object (&self->study);
  g_clear_pointer (&self->query, entente_query_unref);
  g_clear_pointer (&self->chronicle, entente_chronicle_unref);
  g_clear_pointer (&self->words, entente_bitset_unref);
  g_clear_pointer (&self->filtered, entente_bitset_unref);
  g_clear_pointer (&self->facets, entente_facets_unref);

  G_OBJECT_CLASS (entente_filter_parent_class)->dispose (object);
}

static guint
add_signal (const char *name, guint n_arguments)
{
  return g_signal_new (name,
                       ENTENTE_TYPE_FILTER,
                       G_SIGNAL_RUN_LAST,
                       0,
                       NULL,
                       NULL,
                       NULL,
                       G_TYPE_NONE,
                       n_arguments,
                       G_TYPE_STRING);
}

static void
entente_filter_class_init (EntenteFilterClass *class)
{
  G_OBJECT_CLASS (class)->dispose = entente_filter_dispose;

  signals[QUERY_CHANGED] = add_signal ("query-changed", 0);
  signals[FILTERED_CHANGED] = add_signal ("filtered-changed", 0);
  signals[FACETS_CHANGED] = add_signal ("facets-changed", 0);
  signals[FAILED] = add_signal ("failed", 1);
}

static void
entente_filter_init (EntenteFilter *self)
{
  self->query = entente_query_new ();
  self->query->members = TRUE;
}

EntenteFilter *
entente_filter_new (EntenteStudy *study)
{
  EntenteFilter *self = g_object_new (ENTENTE_TYPE_FILTER, NULL);

  self->study = g_object_ref (study);
  self->chronicle = entente_chronicle_ref (entente_study_get_chronicle (study));
  self->filtered = match_now (self);
  count (self);
  g_signal_connect_object (study,
                           "notify::chronicle",
                           G_CALLBACK (chronicle_cb),
                           self,
                           G_CONNECT_DEFAULT);
  return self;
}

const EntenteQuery *
entente_filter_get_query (EntenteFilter *self)
{
  return self->query;
}

void
entente_filter_set_query (EntenteFilter *self, const EntenteQuery *query)
{
  gboolean same_words = g_strcmp0 (self->query->words, query->words) == 0;

  if (entente_query_equal (self->query, query))
    return;
  call_off (&self->matching);
  call_off (&self->counting);
  entente_query_unref (self->query);
  self->query = entente_query_ref (query);
  if (!same_words && !query->words) {
    stop_search (self);
    g_clear_pointer (&self->words, entente_bitset_unref);
  }
  g_signal_emit (self, signals[QUERY_CHANGED], 0);
  if (self->query != query)
    return; /* a listener set another one */
  if (!same_words && query->words)
    search (self);
  else if (!self->searching)
    match (self);
}

const EntenteBitset *
entente_filter_get_filtered (EntenteFilter *self)
{
  return self->rest != NULL ? self->rest : self->filtered;
}

void
entente_filter_set_rest_of (EntenteFilter *self, EntenteFilter *whole)
{
  if (self->whole == whole)
    return;
  if (self->whole != NULL)
    g_signal_handlers_disconnect_by_data (self->whole, self);
  g_set_object (&self->whole, whole);
  if (whole != NULL)
    g_signal_connect_swapped (whole, "filtered-changed", G_CALLBACK (whole_cb), self);
  whole_cb (self);
}

const EntenteFacets *
entente_filter_get_facets (EntenteFilter *self)
{
  return self->facets;
}

guint
entente_filter_count_undated (EntenteFilter *self)
{
  if (!entente_query_has_time (self->query))
    return 0;
  return entente_query_count_undated (self->query, self->chronicle, self->words);
}
