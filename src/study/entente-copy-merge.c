/* What somebody else did in their copy: reading it, and the face of it. */
#include "config.h"

#include "entente-copy-merge-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* ---- triples ---- */

guint
entente_copy_hash_key (gconstpointer key)
{
  const EntenteRecord *record = key;

  return g_int64_hash (&record->id) * 31 + record->entity;
}

gboolean
entente_copy_equal_keys (gconstpointer a, gconstpointer b)
{
  const EntenteRecord *one = a, *other = b;

  return one->entity == other->entity && one->id == other->id;
}

static void
free_triple (gpointer data)
{
  EntenteCopyTriple *triple = data;

  g_clear_pointer (&triple->base, entente_record_unref);
  g_clear_pointer (&triple->mine, entente_record_unref);
  g_clear_pointer (&triple->theirs, entente_record_unref);
  g_clear_pointer (&triple->members, g_ptr_array_unref);
  g_free (triple);
}

static void
free_conflict (gpointer data)
{
  EntenteCopyConflict *conflict = data;

  g_free (conflict->title);
  g_free (conflict->field);
  g_free (conflict->mine);
  g_free (conflict->theirs);
  g_free (conflict->my_coder);
  g_free (conflict->their_coder);
  g_free (conflict);
}

static void
free_taken (gpointer data)
{
  EntenteCopyTaken *taken = data;

  g_strfreev (taken->titles);
  g_free (taken);
}

EntenteCopyTriple *
entente_copy_merge_find (const EntenteCopyMerge *merge, EntenteEntity entity, EntenteId id)
{
  EntenteRecord key = { entity, id };

  return g_hash_table_lookup (merge->triples, &key);
}

EntenteCopyTriple *
entente_copy_merge_add (EntenteCopyMerge *merge,
                        const EntenteRecord *key,
                        EntenteRecord *base,
                        EntenteRecord *mine,
                        EntenteRecord *theirs)
{
  EntenteCopyTriple *triple = g_new0 (EntenteCopyTriple, 1);

  triple->key = (EntenteRecord){ key->entity, key->id };
  triple->base = base;
  triple->mine = mine;
  triple->theirs = theirs;
  g_hash_table_insert (merge->triples, &triple->key, triple);
  g_ptr_array_add (merge->order, triple);
  return triple;
}

EntenteCopyConflict *
entente_copy_add_conflict (EntenteCopyMerge *merge,
                           EntenteCopyConflictKind kind,
                           const EntenteRecord *key,
                           EntenteFieldMask fields)
{
  EntenteCopyConflict *conflict = g_new0 (EntenteCopyConflict, 1);

  conflict->kind = kind;
  conflict->key = *key;
  conflict->fields = fields;
  conflict->my_time = conflict->their_time = -1;
  g_ptr_array_add (merge->conflicts, conflict);
  return conflict;
}

gboolean
entente_copy_read (EntenteStore *store,
                   EntenteEntity entity,
                   EntenteId id,
                   EntenteRecord **record,
                   GError **error)
{
  g_autoptr (GError) local = NULL;

  *record = entente_store_get (store, entity, id, &local);
  if (*record || g_error_matches (local, ENTENTE_ERROR, ENTENTE_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* ---- progress ---- */

EntenteCopyProgress *
entente_copy_progress_new (void)
{
  return g_atomic_rc_box_new0 (EntenteCopyProgress);
}

double
entente_copy_progress_get (EntenteCopyProgress *progress)
{
  return (double) g_atomic_int_get (&progress->done) / ENTENTE_COPY_DONE;
}

void
entente_copy_merge_tell (EntenteCopyMerge *merge, gint from, gint to, guint done, guint n)
{
  if (merge->progress)
    g_atomic_int_set (&merge->progress->done,
                      from + (gint) ((gint64) (to - from) * done / MAX (n, 1)));
}

/* ---- reading ---- */

static EntenteCopyMerge *
merge_new (EntenteStore *store, const char *path)
{
  EntenteCopyMerge *merge = g_new0 (EntenteCopyMerge, 1);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *shown = NULL;

  if (g_str_has_suffix (name, ".entente"))
    name[strlen (name) - strlen (".entente")] = '\0';
  shown = g_filename_display_name (name);
  g_atomic_ref_count_init (&merge->count);
  merge->name = g_steal_pointer (&shown);
  merge->store = g_object_ref (store);
  merge->version = entente_store_get_version (store);
  merge->triples =
    g_hash_table_new_full (entente_copy_hash_key, entente_copy_equal_keys, NULL, free_triple);
  merge->order = g_ptr_array_new ();
  merge->conflicts = g_ptr_array_new_with_free_func (free_conflict);
  merge->taken = g_ptr_array_new_with_free_func (free_taken);
  return merge;
}

EntenteCopyMerge *
entente_copy_merge_ref (EntenteCopyMerge *merge)
{
  g_atomic_ref_count_inc (&merge->count);
  return merge;
}

void
entente_copy_merge_unref (EntenteCopyMerge *merge)
{
  if (!g_atomic_ref_count_dec (&merge->count))
    return;
  g_ptr_array_unref (merge->conflicts);
  g_ptr_array_unref (merge->taken);
  g_ptr_array_unref (merge->order);
  g_hash_table_unref (merge->triples);
  g_object_unref (merge->store);
  g_free (merge->name);
  g_free (merge->mark);
  g_free (merge);
}

static gboolean
is_same_file (const char *a, const char *b)
{
  GStatBuf one, other;

  return g_stat (a, &one) == 0 && g_stat (b, &other) == 0 && one.st_dev == other.st_dev &&
         one.st_ino == other.st_ino;
}

static void
count (EntenteCopyMerge *merge)
{
  for (guint i = 0; i < merge->order->len; i++) {
    const EntenteCopyTriple *triple = merge->order->pdata[i];

    if (entente_copy_is_added (triple))
      merge->n_added += !entente_copy_is_mark (triple->theirs);
    else if (entente_copy_is_deleted_there (triple))
      merge->n_deleted += triple->is_root && !triple->is_touched;
    else if (triple->mine && triple->theirs)
      merge->n_changed += triple->taken != 0;
  }
}

EntenteCopyMerge *
entente_copy_merge_read (EntenteStore *store,
                         const char *path,
                         EntenteCopyProgress *progress,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (EntenteCopyMerge) merge = NULL;
  g_autoptr (EntenteStore) theirs = NULL;

  if (is_same_file (entente_store_get_path (store), path)) {
    g_set_error_literal (error,
                         ENTENTE_ERROR,
                         ENTENTE_ERROR_INVALID,
                         _ ("This is the study itself. Choose the copy in which somebody else "
                            "worked."));
    return NULL;
  }
  theirs = entente_store_open (path, ENTENTE_OPEN_READ_ONLY, cancellable, error);
  if (!theirs)
    return NULL;
  merge = merge_new (store, path);
  merge->progress = progress;
  if (!entente_copy_find_difference (merge, theirs, cancellable, error) ||
      !entente_copy_find_deletions (merge, theirs, cancellable, error) ||
      !entente_copy_word_conflicts (merge, theirs, cancellable, error) ||
      !entente_copy_list_taken (merge, theirs, cancellable, error))
    return NULL;
  count (merge);
  entente_copy_merge_tell (merge, 0, ENTENTE_COPY_DONE, 1, 1);
  merge->progress = NULL;
  return g_steal_pointer (&merge);
}

/* ---- what was read ---- */

const char *
entente_copy_merge_get_name (const EntenteCopyMerge *merge)
{
  return merge->name;
}

gboolean
entente_copy_merge_has_history (const EntenteCopyMerge *merge)
{
  return merge->has_history;
}

guint
entente_copy_merge_get_n_added (const EntenteCopyMerge *merge)
{
  return merge->n_added;
}

guint
entente_copy_merge_get_n_changed (const EntenteCopyMerge *merge)
{
  return merge->n_changed;
}

guint
entente_copy_merge_get_n_deleted (const EntenteCopyMerge *merge)
{
  return merge->n_deleted;
}

char *
entente_copy_merge_describe (const EntenteCopyMerge *merge)
{
  g_autofree char *added = NULL;
  g_autofree char *changed = NULL;
  g_autofree char *deleted = NULL;

  if (merge->n_added + merge->n_changed + merge->n_deleted == 0)
    return g_strdup (merge->conflicts->len > 0 ? _ ("Nothing is taken over without a question.")
                                               : _ ("The copy has nothing new."));
  added = g_strdup_printf (ngettext ("%u record is added", "%u records are added", merge->n_added),
                           merge->n_added);
  changed = g_strdup_printf (ngettext ("%u is changed", "%u are changed", merge->n_changed),
                             merge->n_changed);
  deleted = g_strdup_printf (ngettext ("%u is deleted", "%u are deleted", merge->n_deleted),
                             merge->n_deleted);
  /* Translators: "3 records are added", "1 is changed", "2 are deleted". */
  return g_strdup_printf (_ ("%s, %s, %s."), added, changed, deleted);
}

const GPtrArray *
entente_copy_merge_get_conflicts (const EntenteCopyMerge *merge)
{
  return merge->conflicts;
}

const GPtrArray *
entente_copy_merge_get_taken (const EntenteCopyMerge *merge)
{
  return merge->taken;
}

/* ---- in a thread ---- */

typedef struct {
  EntenteStore *store;
  char *path;
  EntenteCopyProgress *progress; /* or NULL */
  EntenteCopyMerge *merge;
  EntenteCopyChoice *choices;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->store);
  g_clear_pointer (&job->progress, g_atomic_rc_box_release);
  g_clear_pointer (&job->merge, entente_copy_merge_unref);
  g_free (job->path);
  g_free (job->choices);
  g_free (job);
}

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  GError *error = NULL;
  EntenteCopyMerge *merge =
    entente_copy_merge_read (job->store, job->path, job->progress, cancellable, &error);

  if (merge)
    g_task_return_pointer (task, merge, (GDestroyNotify) entente_copy_merge_unref);
  else
    g_task_return_error (task, error);
}

/* The study is not the source of the task: it is not let go of in the thread. */
void
entente_study_read_copy_async (EntenteStudy *study,
                               const char *path,
                               EntenteCopyProgress *progress,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->store = g_object_ref (entente_study_get_store (study));
  job->path = g_strdup (path);
  job->progress = progress ? g_atomic_rc_box_acquire (progress) : NULL;
  g_task_set_task_data (task, job, job_free);
  g_task_set_source_tag (task, entente_study_read_copy_async);
  g_task_run_in_thread (task, read_thread);
}

EntenteCopyMerge *
entente_study_read_copy_finish (EntenteStudy *study, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
step_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  GError *error = NULL;
  EntenteStep *step = entente_copy_merge_create_step (job->merge, job->choices, &error);

  if (error)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, step, (GDestroyNotify) entente_step_free);
}

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  EntenteChangeSet *changes = entente_study_apply_finish (ENTENTE_STUDY (source), result, &error);

  if (changes)
    g_task_return_pointer (task, changes, (GDestroyNotify) entente_change_set_unref);
  else
    g_task_return_error (task, error);
}

static void
step_made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  g_autoptr (GError) error = NULL;
  EntenteStep *step = g_task_propagate_pointer (G_TASK (result), &error);

  if (error) {
    g_task_return_error (task, g_steal_pointer (&error));
    g_object_unref (task);
    return;
  }
  /* A step without changes leaves no row in the history. */
  entente_study_apply_async (g_task_get_source_object (task),
                             step ? step : entente_step_new (""),
                             applied_cb,
                             task);
}

void
entente_study_merge_copy_async (EntenteStudy *study,
                                EntenteCopyMerge *merge,
                                const EntenteCopyChoice *choices,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GTask *task = g_task_new (study, NULL, callback, user_data);
  g_autoptr (GTask) thread = g_task_new (NULL, NULL, step_made_cb, task);
  Job *job = g_new0 (Job, 1);

  job->merge = entente_copy_merge_ref (merge);
  job->choices = g_memdup2 (choices, sizeof *choices * merge->conflicts->len);
  g_task_set_task_data (thread, job, job_free);
  g_task_set_source_tag (thread, entente_study_merge_copy_async);
  g_task_run_in_thread (thread, step_thread);
}

EntenteChangeSet *
entente_study_merge_copy_finish (EntenteStudy *study, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
