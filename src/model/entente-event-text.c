/* Ids are taken down first: rows may change while others are being read. Main thread. */
#include "config.h"

#include "entente-event-item.h"
#include "entente-event-text.h"

#define BATCH 1000

typedef struct {
  EntenteEventList *list;
  EntenteStudy *study;
  GArray *ids; /* EntenteId */
  guint done; /* of them */
  GPtrArray *properties; /* char *, by column */
  GString *text;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->list);
  g_object_unref (job->study);
  g_array_unref (job->ids);
  g_ptr_array_unref (job->properties);
  g_string_free (job->text, TRUE);
  g_free (job);
}

/* Tabs and lines within would break the table. */
static void
append_cell (GString *text, const char *cell, gboolean is_last)
{
  g_autofree char *clean = g_strdelimit (g_strdup (cell), "\t\n\r", ' ');

  g_string_append (text, clean);
  g_string_append_c (text, is_last ? '\n' : '\t');
}

static void
append_row (Job *job, EntenteEventItem *item, GHashTable *events)
{
  for (guint i = 0; i < job->properties->len; i++) {
    g_autofree char *cell = entente_event_item_dup_text (item, job->properties->pdata[i], events);

    append_cell (job->text, cell, i + 1 == job->properties->len);
  }
}

/* The next events, and those that answer them; what is gone by now is left out. */
static GPtrArray *
list_items (Job *job)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  guint end = MIN (job->done + BATCH, job->ids->len);

  for (; job->done < end; job->done++) {
    gpointer item =
      entente_event_list_get_event (job->list, g_array_index (job->ids, EntenteId, job->done));

    if (item)
      g_ptr_array_add (items, item);
  }
  return items;
}

static GArray *
list_ids (GPtrArray *items)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (EntenteId));

  for (guint i = 0; i < items->len; i++) {
    EntenteId id = entente_event_item_get_id (items->pdata[i]);
    EntenteId answer = entente_event_item_get_answer (items->pdata[i]);

    g_array_append_val (ids, id);
    if (answer != ENTENTE_ID_NONE)
      g_array_append_val (ids, answer);
  }
  return ids;
}

static void go_on (GTask *task);

typedef struct {
  GTask *task;
  GPtrArray *items;
} Batch;

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Batch *batch = data;
  g_autoptr (GTask) task = batch->task;
  g_autoptr (GPtrArray) items = batch->items;
  GError *error = NULL;
  g_autoptr (GHashTable) events =
    entente_study_read_events_finish (ENTENTE_STUDY (source), result, &error);

  if (!events) {
    g_task_return_error (task, error);
    return;
  }
  for (guint i = 0; i < items->len; i++)
    append_row (g_task_get_task_data (task), items->pdata[i], events);
  go_on (task);
}

static void
go_on (GTask *task)
{
  Job *job = g_task_get_task_data (task);
  g_autoptr (GArray) ids = NULL;
  Batch *batch;

  if (job->done >= job->ids->len) {
    g_task_return_pointer (task, g_strdup (job->text->str), g_free);
    return;
  }
  batch = g_new0 (Batch, 1);
  batch->task = g_object_ref (task);
  batch->items = list_items (job);
  ids = list_ids (batch->items);
  entente_study_read_events_async (job->study,
                                   (const EntenteId *) (gpointer) ids->data,
                                   ids->len,
                                   g_task_get_cancellable (task),
                                   read_cb,
                                   batch);
}

void
entente_event_text_new_async (EntenteEventList *list,
                              EntenteStudy *study,
                              const GtkBitset *positions,
                              const EntenteTextColumn *columns,
                              guint n_columns,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (list, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->list = g_object_ref (list);
  job->study = g_object_ref (study);
  job->ids = entente_event_list_get_ids (list, positions);
  job->properties = g_ptr_array_new_with_free_func (g_free);
  job->text = g_string_new (NULL);
  for (guint i = 0; i < n_columns; i++) {
    g_ptr_array_add (job->properties, g_strdup (columns[i].property));
    append_cell (job->text, columns[i].title, i + 1 == n_columns);
  }
  g_task_set_task_data (task, job, job_free);
  go_on (task);
}

char *
entente_event_text_new_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
