/* EntenteStudyState: the chronicle as the store's worker last made it, and the jobs that make it.
 *
 * Every job runs on the worker: it changes the study file, reads the rows that changed, and patches
 * the chronicle, so that the main thread only swaps a pointer. Which events look different is read
 * off the change.
 */

#include "config.h"

#include "entente-study-private.h"

#include <malloc.h>
#include <stdlib.h>

struct _EntenteStudyState {
  EntenteChronicle *chronicle;
  guint serial;
  gint64 today; /* when the chronicle was last made of all rows */
  gboolean is_stale; /* rows of a change are missing */
  char *failure; /* why rows were last not read, or NULL */
  gint64 version; /* last step that the chronicle knows; -1 when it may lack one before */
  gboolean is_kept; /* the chronicle is in the file of the user's cache */
};

/* Entities that a chronicle keeps as whole lists. */
static const EntenteEntity registry[] = {
  ENTENTE_ENTITY_PLACE,       ENTENTE_ENTITY_TRACK,   ENTENTE_ENTITY_ISSUE,
  ENTENTE_ENTITY_ERA,         ENTENTE_ENTITY_ACTOR,   ENTENTE_ENTITY_ALIAS,
  ENTENTE_ENTITY_AFFILIATION, ENTENTE_ENTITY_ARTICLE, ENTENTE_ENTITY_TURNING_POINT,
};

/* The same of the user's own fields, of which nothing else is made, so that filling one reads no
 * actors. */
static const EntenteEntity own_fields[] = { ENTENTE_ENTITY_FIELD, ENTENTE_ENTITY_FIELD_VALUE };

EntenteStudyState *
entente_study_state_new (void)
{
  EntenteStudyState *state = g_atomic_rc_box_new0 (EntenteStudyState);

  state->chronicle = entente_chronicle_new_empty ();
  return state;
}

EntenteStudyState *
entente_study_state_ref (EntenteStudyState *state)
{
  return g_atomic_rc_box_acquire (state);
}

static void
clear_state (gpointer data)
{
  EntenteStudyState *state = data;

  g_clear_pointer (&state->chronicle, entente_chronicle_unref);
  g_clear_pointer (&state->failure, g_free);
}

void
entente_study_state_unref (EntenteStudyState *state)
{
  g_atomic_rc_box_release_full (state, clear_state);
}

void
entente_study_news_free (EntenteStudyNews *news)
{
  g_clear_pointer (&news->chronicle, entente_chronicle_unref);
  g_clear_pointer (&news->changes, entente_change_set_unref);
  g_free (news->title);
  g_free (news->undo_label);
  g_free (news->redo_label);
  g_free (news->failure);
  g_clear_error (&news->refusal);
  g_free (news);
}

EntenteStudyJob *
entente_study_job_new (EntenteStudyState *state, EntenteStudyAction action)
{
  EntenteStudyJob *job = g_new0 (EntenteStudyJob, 1);

  job->action = action;
  job->state = entente_study_state_ref (state);
  return job;
}

void
entente_study_job_free (EntenteStudyJob *job)
{
  g_clear_pointer (&job->state, entente_study_state_unref);
  if (job->owns_step)
    g_clear_pointer (&job->step, entente_step_free);
  g_clear_pointer (&job->changes, entente_change_set_unref);
  g_free (job);
}

/* Civil midnight of today: what "no word after the planned date" is measured against. What is to be
 * made the same on every machine and day has a day of its own. */
static gint64
get_today (void)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  g_autoptr (GDateTime) now = epoch != NULL && *epoch != '\0'
                                ? g_date_time_new_from_unix_utc (g_ascii_strtoll (epoch, NULL, 10))
                                : g_date_time_new_now_local ();

  return entente_day_number (g_date_time_get_year (now),
                             g_date_time_get_month (now),
                             g_date_time_get_day_of_month (now)) *
         ENTENTE_SECONDS_PER_DAY;
}

static void
set_chronicle (EntenteStudyState *state, EntenteChronicle *chronicle)
{
  entente_chronicle_unref (state->chronicle);
  state->chronicle = chronicle;
  state->serial++;
  state->is_kept = FALSE;
}

EntenteChronicle *
entente_study_state_get_unkept (EntenteStudyState *state, EntenteStore *store)
{
  return state->is_kept || state->is_stale || state->version != entente_store_get_version (store)
           ? NULL
           : state->chronicle;
}

void
entente_study_state_set_kept (EntenteStudyState *state)
{
  state->is_kept = TRUE;
}

void
entente_study_state_forget_kept (EntenteStudyState *state)
{
  state->is_kept = FALSE;
}

static void
set_loaded (EntenteStudyState *state,
            EntenteStore *store,
            EntenteChronicle *chronicle,
            gint64 today)
{
  set_chronicle (state, chronicle);
  state->today = today;
  state->is_stale = FALSE;
  state->version = entente_store_get_version (store);
}

static gboolean
load_all (EntenteStudyState *state, EntenteStore *store, GCancellable *cancellable, GError **error)
{
  gint64 today = get_today ();
  EntenteChronicle *kept = entente_study_kept_load (store, today, cancellable);
  g_autoptr (EntenteChronicleBuilder) builder = NULL;

  if (kept != NULL) {
    set_loaded (state, store, kept, today);
    state->is_kept = TRUE;
    return TRUE;
  }
  builder = entente_chronicle_builder_new ();
  if (!entente_store_read_rows (store,
                                entente_chronicle_builder_get_sink (),
                                builder,
                                cancellable,
                                error))
    return FALSE;
  set_loaded (state,
              store,
              entente_chronicle_builder_build (g_steal_pointer (&builder), today),
              today);
  if (entente_study_kept_is_worth (state->chronicle))
    malloc_trim (0); /* what reading took, and nothing will take again */
  return TRUE;
}

static gboolean
has_any_of (const EntenteChangeSet *changes, const EntenteEntity *entities, guint n)
{
  for (guint i = 0; i < n; i++)
    if (changes->ids[entities[i]] || changes->deleted[entities[i]])
      return TRUE;
  return FALSE;
}

/* The sink of a builder that is told only of the lists that changed. */
static EntenteRowSink
choose_lists (EntenteChronicleBuilder *fresh, gboolean registry_changed, gboolean fields_changed)
{
  EntenteRowSink sink = *entente_chronicle_builder_get_sink ();

  for (guint i = 0; registry_changed && i < G_N_ELEMENTS (registry); i++)
    entente_chronicle_builder_set_complete (fresh, registry[i]);
  for (guint i = 0; fields_changed && i < G_N_ELEMENTS (own_fields); i++)
    entente_chronicle_builder_set_complete (fresh, own_fields[i]);
  if (!registry_changed) {
    sink.actor = NULL;
    sink.alias = NULL;
    sink.affiliation = NULL;
    sink.place = NULL;
    sink.track = NULL;
    sink.issue = NULL;
    sink.era = NULL;
    sink.article = NULL;
  }
  if (!fields_changed) {
    sink.field = NULL;
    sink.field_value = NULL;
  }
  return sink;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  const EntenteId *one = a, *other = b;

  return (*one > *other) - (*one < *other);
}

/* Is @id among the first @n of @ids, which are sorted? */
static gboolean
has_id (const GArray *ids, guint n, EntenteId id)
{
  return bsearch (&id, ids->data, n, sizeof (EntenteId), compare_ids) != NULL;
}

/* Ids, rising, of all events whose rows must be read again; the deleted ones are left out. */
static GArray *
list_stale_events (const EntenteChangeSet *changes)
{
  GArray *deleted = changes->deleted[ENTENTE_ENTITY_EVENT];
  GArray *list = g_array_new (FALSE, FALSE, sizeof (EntenteId));

  for (guint i = 0; changes->events && i < changes->events->len; i++) {
    EntenteId id = g_array_index (changes->events, EntenteId, i);

    if (!deleted || !g_array_binary_search (deleted, &id, compare_ids, NULL))
      g_array_append_val (list, id);
  }
  return list;
}

/* Events that other orders moved look different too. */
static void
add_moved_events (EntenteChangeSet *changes,
                  const EntenteChronicle *old,
                  const EntenteChronicle *chronicle)
{
  const EntenteOrders *before = entente_chronicle_get_orders (old);
  const EntenteOrders *now = entente_chronicle_get_orders (chronicle);
  g_autoptr (GArray) moves = before != now ? entente_orders_list_moves (before, now) : NULL;
  guint n = changes->events->len;

  for (guint i = 0; moves && i < moves->len; i++) {
    EntenteId id = g_array_index (moves, EntenteOrderMove, i).id;

    if (entente_chronicle_find_row (chronicle, id) != ENTENTE_NO_INDEX &&
        !has_id (changes->events, n, id))
      g_array_append_val (changes->events, id);
  }
  g_array_sort (changes->events, compare_ids);
}

static gboolean
patch (EntenteStudyState *state, EntenteStore *store, EntenteChangeSet *changes, GError **error)
{
  g_autoptr (EntenteChronicleBuilder) fresh = entente_chronicle_builder_new ();
  g_autoptr (GArray) events = list_stale_events (changes);
  g_autoptr (EntenteChronicle) old = entente_chronicle_ref (state->chronicle);
  const GArray *deleted = changes->deleted[ENTENTE_ENTITY_EVENT];
  gboolean registry_changed = has_any_of (changes, registry, G_N_ELEMENTS (registry));
  gboolean fields_changed = has_any_of (changes, own_fields, G_N_ELEMENTS (own_fields));
  EntenteRowSink sink;

  if (events->len == 0 && !deleted && !registry_changed && !fields_changed)
    return TRUE;
  sink = choose_lists (fresh, registry_changed, fields_changed);
  if (!entente_store_read_some_rows (store,
                                     (const EntenteId *) (gpointer) events->data,
                                     events->len,
                                     registry_changed || fields_changed,
                                     &sink,
                                     fresh,
                                     error))
    return FALSE;
  set_chronicle (
    state,
    entente_chronicle_patch (state->chronicle,
                             deleted ? (const EntenteId *) (gpointer) deleted->data : NULL,
                             deleted ? deleted->len : 0,
                             g_steal_pointer (&fresh)));
  add_moved_events (changes, old, state->chronicle);
  return TRUE;
}

static void
set_stale (EntenteStudyState *state, const GError *failure)
{
  state->is_stale = TRUE;
  g_free (state->failure);
  state->failure = g_strdup (failure->message);
}

/* What is written is no failure: when its rows cannot be read now, they are later. @before: the
 * last step before. */
static void
follow (EntenteStudyState *state, EntenteStore *store, gint64 before, EntenteChangeSet *changes)
{
  gboolean same_day = state->today == get_today ();
  g_autoptr (GError) failure = NULL;

  if (!state->is_stale && !changes->everything && same_day && patch (state, store, changes, NULL)) {
    state->version = state->version == before ? entente_store_get_version (store) : -1;
    state->is_kept = FALSE;
    return;
  }
  state->is_stale = TRUE;
  if (!load_all (state, store, NULL, &failure))
    set_stale (state, failure);
  else if (same_day)
    return;
  changes->everything = TRUE;
}

static EntenteChangeSet *
carry_out (EntenteStudyJob *job, EntenteStore *store, GError **error)
{
  switch (job->action) {
  case ENTENTE_STUDY_APPLY:
    return entente_store_apply (store, job->step, error);
  case ENTENTE_STUDY_UNDO:
    return entente_store_undo_step (store, job->number, error);
  case ENTENTE_STUDY_REDO:
    return entente_store_redo (store, error);
  case ENTENTE_STUDY_LOAD:
  default:
    g_assert_not_reached ();
  }
}

static EntenteStudyNews *
tell_news (EntenteStudyJob *job, EntenteStore *store)
{
  EntenteStudyNews *news = g_new0 (EntenteStudyNews, 1);

  news->serial = job->state->serial;
  news->chronicle = entente_chronicle_ref (job->state->chronicle);
  news->changes = g_steal_pointer (&job->changes);
  news->title = entente_store_get_setting (store, "title");
  news->undo_label = entente_store_get_undo_label (store);
  news->redo_label = entente_store_get_redo_label (store);
  news->undo_step = entente_store_get_undo_step (store);
  news->version = entente_store_get_version (store);
  news->is_stale = job->state->is_stale;
  news->failure = news->is_stale ? g_strdup (job->state->failure) : NULL;
  return news;
}

/* An edit was refused because another program wrote: its changes are read, so that the next one
 * goes. */
static EntenteStudyNews *
look_anew (EntenteStudyJob *job, EntenteStore *store, GError *refusal)
{
  EntenteStudyNews *news;

  if (!g_error_matches (refusal, ENTENTE_ERROR, ENTENTE_ERROR_CONFLICT) ||
      !load_all (job->state, store, NULL, NULL))
    return NULL;
  job->changes = entente_change_set_new_everything (NULL);
  news = tell_news (job, store);
  news->refusal = refusal;
  return news;
}

/* With changes: they are those of an import, which is written whether its rows can be read or not.
 */
static EntenteStudyNews *
load (EntenteStudyJob *job, EntenteStore *store, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (load_all (job->state, store, cancellable, &failure))
    return tell_news (job, store);
  set_stale (job->state, failure);
  if (job->changes == NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return NULL;
  }
  if (job->is_reload)
    g_clear_pointer (&job->changes, entente_change_set_unref);
  return tell_news (job, store);
}

/* An edit that failed is noted for later, but not that there was nothing to undo. */
static void
note_failure (EntenteStudyState *state, EntenteStore *store, const GError *failure)
{
  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      g_error_matches (failure, ENTENTE_ERROR, ENTENTE_ERROR_NOT_FOUND))
    return;
  entente_store_log (store, failure->message);
  state->is_kept = FALSE;
}

gpointer
entente_study_job_run (EntenteStore *store,
                       gpointer data,
                       GCancellable *cancellable,
                       GError **error)
{
  EntenteStudyJob *job = data;
  GError *refusal = NULL;
  gint64 before = entente_store_get_version (store);
  EntenteStudyNews *news;

  if (job->action == ENTENTE_STUDY_LOAD)
    return load (job, store, cancellable, error);
  if (job->backs_up)
    entente_store_back_up (store, cancellable, NULL);
  job->changes = carry_out (job, store, &refusal);
  if (job->changes) {
    follow (job->state, store, before, job->changes);
    return tell_news (job, store);
  }
  news = look_anew (job, store, refusal);
  if (job->is_noted)
    note_failure (job->state, store, refusal);
  if (!news)
    g_propagate_error (error, refusal);
  return news;
}

static void
keep_result_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

void
entente_study_job_start (EntenteStore *store,
                         EntenteStudyJob *job,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  (job->action == ENTENTE_STUDY_LOAD ? entente_store_run_async : entente_store_run_edit_async) (
    store,
    entente_study_job_run,
    job,
    (GDestroyNotify) entente_study_job_free,
    (GDestroyNotify) entente_study_news_free,
    NULL,
    callback,
    user_data);
}

gpointer
entente_store_run_blocking (EntenteStore *store,
                            EntenteStoreFunc func,
                            gpointer data,
                            GDestroyNotify result_free,
                            gboolean edits,
                            GCancellable *cancellable,
                            GError **error)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GAsyncResult) result = NULL;

  g_main_context_push_thread_default (context);
  (edits ? entente_store_run_edit_async : entente_store_run_async) (store,
                                                                    func,
                                                                    data,
                                                                    NULL,
                                                                    result_free,
                                                                    cancellable,
                                                                    keep_result_cb,
                                                                    &result);
  while (!result)
    g_main_context_iteration (context, TRUE);
  g_main_context_pop_thread_default (context);
  return entente_store_run_finish (store, result, error);
}
