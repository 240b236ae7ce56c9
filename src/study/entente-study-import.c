/* Bringing files into a study: an article as one step, a table of events as one bulk step.
 *
 * Files are read in a thread of their own; a table streams through the store's worker in constant
 * memory. While it runs, the study says so in "busy-label" and "busy-fraction".
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "entente-article-reader.h"
#include "entente-commands.h"
#include "entente-event-table.h"
#include "entente-importing.h"
#include "entente-references.h"
#include "entente-study-properties.h"
#include "entente-study-thread.h"

static char *
dup_shown_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return g_filename_display_name (name);
}

/* ---- articles ---- */

EntenteId
entente_study_add_article (EntenteStudy *study, const EntenteArticleDraft *draft, GError **error)
{
  EntenteId id;
  g_autoptr (EntenteStep) step = NULL;
  g_autoptr (EntenteChangeSet) changes = NULL;

  entente_references_resolve_outlet (entente_study_get_chronicle (study), draft->article);
  step = entente_commands_add_article (draft, &id);
  changes = entente_study_apply (study, step, error);
  return changes ? id : ENTENTE_ID_NONE;
}

EntenteId
entente_study_import_article (EntenteStudy *study,
                              const char *path,
                              GCancellable *cancellable,
                              GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (EntenteArticleDraft) draft =
    entente_article_read_file (file, ENTENTE_ARTICLE_AUTO, cancellable, error);

  return draft ? entente_study_add_article (study, draft, error) : ENTENTE_ID_NONE;
}

/* Articles that nobody waits for: files are read one after the other. */
typedef struct {
  GListModel *files;
  guint n_read;
  EntenteArticlesRead *read;
} ArticleReading;

static ArticleReading *
article_reading_new (GListModel *files)
{
  ArticleReading *reading = g_new0 (ArticleReading, 1);

  reading->files = g_object_ref (files);
  reading->read = g_new0 (EntenteArticlesRead, 1);
  reading->read->drafts =
    g_ptr_array_new_with_free_func ((GDestroyNotify) entente_article_draft_free);
  reading->read->failures = g_ptr_array_new_with_free_func (g_free);
  return reading;
}

static void
article_reading_free (ArticleReading *reading)
{
  g_object_unref (reading->files);
  g_clear_pointer (&reading->read, entente_articles_read_free);
  g_free (reading);
}

void
entente_articles_read_free (EntenteArticlesRead *read)
{
  g_ptr_array_unref (read->drafts);
  g_ptr_array_unref (read->failures);
  g_free (read);
}

static void read_next_article (GTask *task);

static void
article_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  ArticleReading *reading = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  EntenteArticleDraft *draft = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    entente_study_set_busy (g_task_get_source_object (task), NULL, -1);
    g_task_return_error (task, g_steal_pointer (&error));
    return;
  }
  if (draft)
    g_ptr_array_add (reading->read->drafts, draft);
  else {
    entente_study_log (g_task_get_source_object (task), error->message);
    g_ptr_array_add (reading->read->failures, g_strdup (error->message));
  }
  read_next_article (task);
}

static void
read_article_in_thread (GTask *task, gpointer source, gpointer file, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  EntenteArticleDraft *draft =
    entente_article_read_file (file, ENTENTE_ARTICLE_AUTO, cancellable, &error);

  if (draft)
    g_task_return_pointer (task, draft, (GDestroyNotify) entente_article_draft_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
show_article (EntenteStudy *study, const ArticleReading *reading, GFile *file)
{
  guint n = g_list_model_get_n_items (reading->files);
  g_autofree char *name = dup_shown_name (file);
  g_autofree char *label = g_strdup_printf (_ ("Reading “%s”"), name);

  entente_study_set_busy (study, label, n > 1 ? (double) reading->n_read / n : -1);
}

static void
read_next_article (GTask *task)
{
  EntenteStudy *study = g_task_get_source_object (task);
  ArticleReading *reading = g_task_get_task_data (task);
  g_autoptr (GFile) file = g_list_model_get_item (reading->files, reading->n_read);
  g_autoptr (GTask) one = NULL;

  if (!file) {
    entente_study_set_busy (study, NULL, -1);
    g_task_return_pointer (task,
                           g_steal_pointer (&reading->read),
                           (GDestroyNotify) entente_articles_read_free);
    return;
  }
  show_article (study, reading, file);
  reading->n_read++;
  one = g_task_new (NULL, g_task_get_cancellable (task), article_read_cb, g_object_ref (task));
  g_task_set_task_data (one, g_steal_pointer (&file), g_object_unref);
  g_task_run_in_thread (one, read_article_in_thread);
}

void
entente_study_read_articles_async (EntenteStudy *study,
                                   GListModel *files,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (study, cancellable, callback, user_data);

  g_task_set_task_data (task, article_reading_new (files), (GDestroyNotify) article_reading_free);
  read_next_article (task);
}

EntenteArticlesRead *
entente_study_read_articles_finish (EntenteStudy *study, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- tables of events ---- */

static void
tell_known_actors (EntenteEventTable *table, const EntenteChronicle *chronicle)
{
  for (guint i = 0; i < entente_chronicle_get_n_actors (chronicle); i++) {
    const EntenteActor *actor = entente_chronicle_get_actor (chronicle, i);
    const EntenteAlias *const *aliases;
    guint n;

    entente_event_table_add_known_actor (table, actor->name, actor->record.id);
    if (actor->short_label)
      entente_event_table_add_known_actor (table, actor->short_label, actor->record.id);
    aliases = entente_chronicle_get_aliases (chronicle, i, &n);
    for (guint j = 0; j < n; j++)
      entente_event_table_add_known_actor (table, aliases[j]->text, actor->record.id);
  }
}

static void
tell_known_places (EntenteEventTable *table, const EntenteChronicle *chronicle)
{
  for (guint i = 0; i < entente_chronicle_get_n_places (chronicle); i++) {
    const EntentePlace *place = entente_chronicle_get_place_record (chronicle, i);

    entente_event_table_add_known_place (table, place->name, place->record.id);
  }
}

static EntenteEventTable *
open_table (GFile *file,
            const char *profile,
            const char *map,
            const EntenteChronicle *chronicle,
            GError **error)
{
  EntenteEventTable *table = entente_event_table_open (file, profile, map, error);

  if (!table)
    return NULL;
  tell_known_actors (table, chronicle);
  tell_known_places (table, chronicle);
  return table;
}

static EntenteChangeSet *
stream_table (EntenteStore *store,
              EntenteEventTable *table,
              GFile *file,
              EntenteProgress progress,
              gpointer progress_data,
              GCancellable *cancellable,
              GError **error)
{
  g_autofree char *name = dup_shown_name (file);
  g_autofree char *label = g_strdup_printf (_ ("Import events of “%s”"), name);

  return entente_store_import (store,
                               label,
                               entente_event_table_next,
                               table,
                               progress,
                               progress_data,
                               cancellable,
                               error);
}

gint64
entente_study_import_events (EntenteStudy *study,
                             const char *path,
                             const char *profile,
                             const char *map,
                             EntenteSkipped skipped,
                             EntenteProgress progress,
                             gpointer data,
                             GCancellable *cancellable,
                             GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (EntenteEventTable) table =
    open_table (file, profile, map, entente_study_get_chronicle (study), error);
  g_autoptr (EntenteStudyJob) job =
    entente_study_job_new (entente_study_get_state (study), ENTENTE_STUDY_LOAD);
  g_autoptr (EntenteStudyNews) news = NULL;

  if (!table)
    return -1;
  entente_event_table_set_skipped (table, skipped, data);
  job->changes =
    stream_table (entente_study_get_store (study), table, file, progress, data, cancellable, error);
  if (!job->changes)
    return -1;
  news = entente_study_run (study, entente_study_job_run, job, error);
  if (!news)
    return -1;
  entente_study_adopt (study, news);
  return entente_event_table_get_n_events (table);
}

/* An import that nobody waits for. */
typedef struct {
  GFile *file;
  char *profile;
  EntenteStore *store;
  EntenteChronicle *chronicle; /* whose actors and places are known */
  EntenteEventTable *table;
  EntenteImporting *importing;
  gboolean backs_up; /* before it begins */
} TableImport;

static TableImport *
table_import_new (EntenteStudy *study, GFile *file, const char *profile)
{
  TableImport *import = g_atomic_rc_box_new0 (TableImport);

  import->file = g_object_ref (file);
  import->profile = g_strdup (profile);
  import->store = g_object_ref (entente_study_get_store (study));
  import->backs_up = entente_study_has_backups (study);
  import->chronicle = entente_chronicle_ref (entente_study_get_chronicle (study));
  return import;
}

static void
clear_table_import (gpointer data)
{
  TableImport *import = data;

  g_clear_object (&import->file);
  g_free (import->profile);
  g_clear_object (&import->store);
  g_clear_pointer (&import->chronicle, entente_chronicle_unref);
  g_clear_pointer (&import->table, entente_event_table_free);
  g_clear_pointer (&import->importing, entente_importing_unref);
}

static void
table_import_unref (gpointer import)
{
  g_atomic_rc_box_release_full (import, clear_table_import);
}

/* On the worker. */
static void
tell_progress (gint64 done, gpointer data)
{
  TableImport *import = data;
  gint64 size = 0;
  gint64 position = entente_event_table_get_position (import->table, &size);
  int percent = size > 0 ? (int) CLAMP (position * 100 / size, 0, 100) : -1;

  if (percent >= 0)
    entente_importing_tell (import->importing, percent);
}

static void
import_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  TableImport *import = data;
  g_autoptr (GError) error = NULL;
  EntenteChangeSet *changes = NULL;

  import->table = open_table (import->file, import->profile, NULL, import->chronicle, &error);
  if (import->table && import->backs_up)
    entente_store_back_up (import->store, cancellable, NULL);
  if (import->table)
    changes = stream_table (import->store,
                            import->table,
                            import->file,
                            tell_progress,
                            import,
                            cancellable,
                            &error);
  if (changes)
    g_task_return_pointer (task, changes, (GDestroyNotify) entente_change_set_unref);
  else {
    if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
      entente_store_log (import->store, error->message);
    g_task_return_error (task, g_steal_pointer (&error));
  }
}

static void
table_streamed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  const TableImport *import = g_task_get_task_data (data);

  entente_importing_end (import->importing, result, data);
}

void
entente_study_import_events_async (EntenteStudy *study,
                                   GFile *file,
                                   const char *profile,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  GTask *task = g_task_new (study, NULL, callback, user_data);
  /* Without the study, which ends in this thread, not in that one. */
  g_autoptr (GTask) streaming = g_task_new (NULL, cancellable, table_streamed_cb, task);
  TableImport *import = table_import_new (study, file, profile);
  g_autofree char *name = dup_shown_name (file);
  g_autofree char *label = g_strdup_printf (_ ("Importing “%s”"), name);

  import->importing = entente_importing_begin (study, label);
  /* What is written stays written, however late someone cancels. */
  g_task_set_check_cancellable (streaming, FALSE);
  g_task_set_task_data (task, import, table_import_unref);
  g_task_set_task_data (streaming, g_atomic_rc_box_acquire (import), table_import_unref);
  g_task_run_in_thread (streaming, import_in_thread);
}

gint64
entente_study_import_events_finish (EntenteStudy *study,
                                    GAsyncResult *result,
                                    gint64 *step,
                                    GError **error)
{
  const TableImport *import = g_task_get_task_data (G_TASK (result));

  if (step)
    *step = entente_importing_get_step (import->importing);
  return g_task_propagate_boolean (G_TASK (result), error)
           ? (gint64) entente_event_table_get_n_events (import->table)
           : -1;
}

/* ---- a file alone ---- */

static gpointer
read_draft (gpointer file, GCancellable *cancellable, GError **error)
{
  return entente_article_read_file (file, ENTENTE_ARTICLE_AUTO, cancellable, error);
}

void
entente_study_read_draft_async (EntenteStudy *study,
                                GFile *file,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  entente_study_run_in_thread (g_task_new (study, cancellable, callback, user_data),
                               read_draft,
                               g_object_ref (file),
                               g_object_unref,
                               (GDestroyNotify) entente_article_draft_free);
}

EntenteArticleDraft *
entente_study_read_draft_finish (EntenteStudy *study, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
