/* The filter without the pair (the base), its rows, and what is counted in them.
 *
 * While nothing is chosen the base is the filter of the session, and so are its rows. Otherwise
 * rows are matched anew, with the search for words where there are any. Main thread, but for
 * run_counting().
 */
#include "config.h"

#include "entente-relations-source.h"

#include "entente-filter.h"

typedef struct {
  EntenteChronicle *chronicle;
  EntenteQuery *query;
  EntenteBitset *rows; /* NULL: to be matched */
  EntenteBitset *words; /* or NULL */
  gboolean cancelled; /* atomic */
} Job;

struct _EntenteRelationsSource {
  GObject parent_instance;

  EntenteSession *session;
  EntenteRelationsFigures *figures; /* or NULL */
  EntenteQuery *base; /* the filter before a pair was chosen; NULL: none is */
  EntenteDyadChoice chosen;
  GCancellable *searching; /* words of the base, or NULL */
  Job *counting; /* in a thread, or NULL */
  gboolean choosing; /* the query of the session is being set here */
};

G_DEFINE_FINAL_TYPE (EntenteRelationsSource, entente_relations_source, G_TYPE_OBJECT)

enum { CHANGED, CHOSEN_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static EntenteChronicle *
get_chronicle (EntenteRelationsSource *self)
{
  return entente_study_get_chronicle (entente_session_get_study (self->session));
}

/* ---- counting ---- */

static void
clear_job (gpointer data)
{
  Job *job = data;

  entente_chronicle_unref (job->chronicle);
  entente_query_unref (job->query);
  g_clear_pointer (&job->rows, entente_bitset_unref);
  g_clear_pointer (&job->words, entente_bitset_unref);
}

static void
job_unref (gpointer job)
{
  g_atomic_rc_box_release_full (job, clear_job);
}

static void
call_off (EntenteRelationsSource *self)
{
  if (self->searching != NULL)
    g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  if (self->counting == NULL)
    return;
  g_atomic_int_set (&self->counting->cancelled, TRUE);
  g_clear_pointer (&self->counting, job_unref);
}

/* NULL when cancelled. */
static EntenteRelationsFigures *
do_job (Job *job)
{
  g_autoptr (EntenteBitset) rows =
    job->rows != NULL
      ? entente_bitset_ref (job->rows)
      : entente_query_match (job->query, job->chronicle, job->words, &job->cancelled);

  if (rows == NULL)
    return NULL;
  return entente_relations_figures_new (job->chronicle,
                                        rows,
                                        job->query->members,
                                        job->query->members_surely,
                                        &job->cancelled);
}

static void
run_counting (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, do_job (data), (GDestroyNotify) entente_relations_figures_unref);
}

static void
take_figures (EntenteRelationsSource *self, EntenteRelationsFigures *figures)
{
  entente_relations_figures_unref (self->figures);
  self->figures = figures;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntenteRelationsSource) self = data;
  g_autoptr (EntenteRelationsFigures) figures = g_task_propagate_pointer (G_TASK (result), NULL);

  if (g_task_get_task_data (G_TASK (result)) != self->counting)
    return;
  g_clear_pointer (&self->counting, job_unref);
  if (figures != NULL)
    take_figures (self, g_steal_pointer (&figures));
}

/* @rows or @words (may be NULL) are for the base. */
static void
count (EntenteRelationsSource *self, const EntenteBitset *rows, const EntenteBitset *words)
{
  Job *job = g_atomic_rc_box_new0 (Job);
  g_autoptr (GTask) task = NULL;

  job->chronicle = entente_chronicle_ref (get_chronicle (self));
  job->query = entente_query_ref (entente_relations_source_get_query (self));
  job->rows = rows != NULL ? entente_bitset_ref ((EntenteBitset *) rows) : NULL;
  job->words = words != NULL ? entente_bitset_ref ((EntenteBitset *) words) : NULL;
  if (entente_chronicle_get_n_rows (job->chronicle) <= ENTENTE_FILTER_IMMEDIATE_ROWS) {
    take_figures (self, do_job (job));
    job_unref (job);
    return;
  }
  self->counting = job;
  /* The thread may be the last to let go of the task; the source ends in the main thread. */
  task = g_task_new (NULL, NULL, counted_cb, g_object_ref (self));
  g_task_set_task_data (task, g_atomic_rc_box_acquire (job), job_unref);
  g_task_run_in_thread (task, run_counting);
}

static void
searched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntenteRelationsSource) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteBitset) words =
    entente_study_search_finish (ENTENTE_STUDY (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->session == NULL)
    return;
  g_clear_object (&self->searching);
  if (words != NULL)
    count (self, NULL, words);
}

static void
search (EntenteRelationsSource *self)
{
  self->searching = g_cancellable_new ();
  entente_study_search_async (entente_session_get_study (self->session),
                              self->base->words,
                              self->searching,
                              searched_cb,
                              g_object_ref (self));
}

static void
update (EntenteRelationsSource *self)
{
  const EntenteBitset *filtered = entente_session_get_filtered (self->session);

  call_off (self);
  if (self->base != NULL && self->base->words != NULL)
    search (self);
  else if (self->base != NULL)
    count (self, NULL, NULL);
  else if (filtered->n_rows == entente_chronicle_get_n_rows (get_chronicle (self)))
    count (self, filtered, NULL);
}

/* ---- choosing ---- */

static void
forget_choice (EntenteRelationsSource *self)
{
  if (self->base == NULL)
    return;
  g_clear_pointer (&self->base, entente_query_unref);
  g_signal_emit (self, signals[CHOSEN_CHANGED], 0);
}

/* The filter was changed elsewhere. The pair stays chosen while the same is asked of actors. */
static void
follow_query (EntenteRelationsSource *self)
{
  const EntenteQuery *query = entente_session_get_query (self->session);
  g_autoptr (EntenteQuery) expected = entente_query_with_dyad (self->base, &self->chosen);
  g_autoptr (EntenteQuery) alike = entente_query_with_actors_of (query, expected);

  if (entente_query_equal (query, alike)) {
    EntenteQuery *base = entente_query_with_actors_of (query, self->base);

    entente_query_unref (self->base);
    self->base = base;
  } else {
    forget_choice (self);
  }
}

static void
query_cb (EntenteRelationsSource *self)
{
  if (self->choosing)
    return;
  if (self->base != NULL)
    follow_query (self);
  update (self);
}

static void
filtered_cb (EntenteRelationsSource *self)
{
  if (!self->choosing)
    update (self);
}

static void
set_query (EntenteRelationsSource *self, const EntenteQuery *query)
{
  self->choosing = TRUE;
  entente_session_set_query (self->session, query);
  self->choosing = FALSE;
}

static gboolean
is_chosen (EntenteRelationsSource *self, const EntenteDyadChoice *dyad)
{
  return self->base != NULL && self->chosen.from == dyad->from && self->chosen.to == dyad->to &&
         self->chosen.both == dyad->both;
}

void
entente_relations_source_choose (EntenteRelationsSource *self, const EntenteDyadChoice *dyad)
{
  g_autoptr (EntenteQuery) query = NULL;

  if (dyad == NULL || is_chosen (self, dyad)) {
    if (self->base == NULL)
      return;
    query = g_steal_pointer (&self->base);
    set_query (self, query);
    g_signal_emit (self, signals[CHOSEN_CHANGED], 0);
    update (self);
    return;
  }
  if (self->base == NULL)
    self->base = entente_query_ref (entente_session_get_query (self->session));
  self->chosen = *dyad;
  query = entente_query_with_dyad (self->base, dyad);
  set_query (self, query);
  g_signal_emit (self, signals[CHOSEN_CHANGED], 0);
}

void
entente_relations_source_set_members (EntenteRelationsSource *self, gboolean members)
{
  const EntenteQuery *query = entente_session_get_query (self->session);
  g_autoptr (EntenteQuery) other = NULL;

  if (query->members == members)
    return;
  other = entente_query_copy (query);
  other->members = members;
  entente_session_set_query (self->session, other);
}

/* ---- GObject ---- */

static void
entente_relations_source_dispose (GObject *object)
{
  EntenteRelationsSource *self = ENTENTE_RELATIONS_SOURCE (object);

  call_off (self);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->figures, entente_relations_figures_unref);
  g_clear_pointer (&self->base, entente_query_unref);

  G_OBJECT_CLASS (entente_relations_source_parent_class)->dispose (object);
}

static guint
add_signal (const char *name)
{
  return g_signal_new (name,
                       ENTENTE_TYPE_RELATIONS_SOURCE,
                       G_SIGNAL_RUN_LAST,
                       0,
                       NULL,
                       NULL,
                       NULL,
                       G_TYPE_NONE,
                       0);
}

static void
entente_relations_source_class_init (EntenteRelationsSourceClass *class)
{
  G_OBJECT_CLASS (class)->dispose = entente_relations_source_dispose;

  signals[CHANGED] = add_signal ("changed");
  signals[CHOSEN_CHANGED] = add_signal ("chosen-changed");
}

static void
entente_relations_source_init (EntenteRelationsSource *self)
{
}

EntenteRelationsSource *
entente_relations_source_new (EntenteSession *session)
{
  EntenteRelationsSource *self = g_object_new (ENTENTE_TYPE_RELATIONS_SOURCE, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_swapped (session, "notify::query", G_CALLBACK (query_cb), self);
  g_signal_connect_swapped (session, "notify::filtered", G_CALLBACK (filtered_cb), self);
  update (self);
  return self;
}

EntenteRelationsFigures *
entente_relations_source_get_figures (EntenteRelationsSource *self)
{
  return self->figures;
}

const EntenteQuery *
entente_relations_source_get_query (EntenteRelationsSource *self)
{
  return self->base != NULL ? self->base : entente_session_get_query (self->session);
}

const EntenteDyadChoice *
entente_relations_source_get_chosen (EntenteRelationsSource *self)
{
  return self->base != NULL ? &self->chosen : NULL;
}
