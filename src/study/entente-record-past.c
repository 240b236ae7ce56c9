/* What was done to a record and its parts. The journal's changes of whole records are told field by
 * field, in words. */
#include "config.h"

#include "entente-record-past.h"

#include "entente-record-words.h"
#include "entente-study-private.h"

#include <glib/gi18n-lib.h>

void
entente_record_past_free (EntenteRecordPast *past)
{
  g_free (past->coder);
  g_free (past->label);
  g_free (past->title);
  g_free (past->field);
  g_free (past->before);
  g_free (past->after);
  g_clear_pointer (&past->old, entente_record_unref);
  g_clear_pointer (&past->now, entente_record_unref);
  g_free (past);
}

static gpointer
get_now (EntenteStore *store, const EntenteRecord *record)
{
  return entente_store_get (store, record->entity, record->id, NULL);
}

static char *
write_named (EntenteStore *store, const EntenteRecord *record)
{
  g_autofree char *title = entente_record_words_title (store, NULL, record);

  /* Translators: the kind of a record and what it is called, "Participation: Taliban · initiator".
   */
  return g_strdup_printf (_ ("%s: %s"), entente_record_words_entity (record->entity), title);
}

static EntenteRecordPast *
make_past (EntenteStore *store, const EntenteRecordChange *change, const EntenteRecord *key)
{
  EntenteRecordPast *past = g_new0 (EntenteRecordPast, 1);
  const EntenteRecord *shown = change->after ? change->after : change->before;

  past->number = change->number;
  past->time = change->time;
  past->coder = g_strdup (change->coder && *change->coder ? change->coder : NULL);
  past->label = g_strdup (change->label);
  past->is_undo = change->undoes != 0;
  past->operation = change->operation;
  if (shown->id != key->id || shown->entity != key->entity)
    past->title = write_named (store, shown);
  past->old = change->before ? entente_record_ref (change->before) : NULL;
  past->now = change->after ? entente_record_ref (change->after) : NULL;
  return past;
}

static void
add_fields (GPtrArray *list,
            EntenteStore *store,
            const EntenteRecordChange *change,
            const EntenteRecord *key)
{
  g_autoptr (EntenteRecord) now = get_now (store, change->after);
  guint n;
  const EntenteFieldInfo *fields = entente_entity_get_fields (change->after->entity, &n);

  for (guint i = 0; i < n; i++) {
    EntenteFieldMask mask = (EntenteFieldMask) 1 << i;
    EntenteRecordPast *past;

    if ((change->fields & mask) == 0)
      continue;
    past = make_past (store, change, key);
    past->mask = mask;
    past->field_name = fields[i].name;
    past->field = g_strdup (entente_record_words_field (&fields[i]));
    past->before = entente_record_words_value (store, NULL, change->before, &fields[i]);
    past->after = entente_record_words_value (store, NULL, change->after, &fields[i]);
    past->can_revert = now && (entente_record_compare_fields (now, change->before) & mask) != 0;
    g_ptr_array_add (list, past);
  }
}

/* The record itself is deleted and brought back elsewhere: with all its parts, by undo. */
static void
add_whole (GPtrArray *list,
           EntenteStore *store,
           const EntenteRecordChange *change,
           const EntenteRecord *key)
{
  EntenteRecordPast *past = make_past (store, change, key);
  const EntenteRecord *shown = change->after ? change->after : change->before;
  g_autoptr (EntenteRecord) now = get_now (store, shown);
  g_autofree char *title = entente_record_words_title (store, NULL, shown);

  if (change->after)
    past->after = g_steal_pointer (&title);
  else
    past->before = g_steal_pointer (&title);
  past->can_revert = past->title && (change->operation == ENTENTE_INSERT) == (now != NULL);
  g_ptr_array_add (list, past);
}

GPtrArray *
entente_record_past_read (EntenteStore *store,
                          EntenteEntity entity,
                          EntenteId id,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (GPtrArray) list =
    g_ptr_array_new_with_free_func ((GDestroyNotify) entente_record_past_free);
  EntenteRecord key = { entity, id };
  g_autoptr (GPtrArray) changes =
    entente_store_get_record_history (store, entity, id, cancellable, error);

  if (!changes)
    return NULL;
  for (guint i = 0; i < changes->len; i++) {
    const EntenteRecordChange *change = changes->pdata[i];

    if (change->operation == ENTENTE_UPDATE)
      add_fields (list, store, change, &key);
    else
      add_whole (list, store, change, &key);
  }
  return g_steal_pointer (&list);
}

char *
entente_record_past_get_title (EntenteStore *store, EntenteEntity entity, EntenteId id)
{
  EntenteRecord key = { entity, id };
  g_autoptr (EntenteRecord) record = get_now (store, &key);

  return record ? write_named (store, record) : g_strdup (entente_record_words_entity (entity));
}

EntenteStep *
entente_record_past_revert (const EntenteRecordPast *past)
{
  g_autofree char *label = NULL;
  EntenteStep *step;

  if (!past->can_revert)
    return NULL;
  label = past->field ? g_strdup_printf (_ ("Set back: %s"), past->field)
                      : g_strdup_printf (_ ("Set back: %s"), past->title);
  step = entente_step_new (label);
  if (past->operation == ENTENTE_UPDATE)
    entente_step_update_fields (step, past->old, past->mask);
  else if (past->operation == ENTENTE_INSERT)
    entente_step_delete (step, past->now->entity, past->now->id);
  else
    entente_step_insert (step, past->old);
  return step;
}

/* ---- in a job of the store ---- */

typedef struct {
  GPtrArray *list;
  char *title;
} Found;

static void
free_found (gpointer data)
{
  Found *found = data;

  g_clear_pointer (&found->list, g_ptr_array_unref);
  g_free (found->title);
  g_free (found);
}

static gpointer
read_past (EntenteStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const EntenteRecord *key = data;
  GPtrArray *list = entente_record_past_read (store, key->entity, key->id, cancellable, error);
  Found *found;

  if (!list)
    return NULL;
  found = g_new (Found, 1);
  found->list = list;
  found->title = entente_record_past_get_title (store, key->entity, key->id);
  return found;
}

void
entente_study_read_past_async (EntenteStudy *study,
                               EntenteEntity entity,
                               EntenteId id,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  EntenteRecord *key = g_new (EntenteRecord, 1);

  *key = (EntenteRecord){ entity, id };
  entente_study_run_read_async (study,
                                read_past,
                                key,
                                g_free,
                                free_found,
                                g_task_new (study, cancellable, callback, user_data));
}

GPtrArray *
entente_study_read_past_finish (EntenteStudy *study,
                                GAsyncResult *result,
                                char **title,
                                GError **error)
{
  Found *found = g_task_propagate_pointer (G_TASK (result), error);
  GPtrArray *list;

  if (!found)
    return NULL;
  list = g_steal_pointer (&found->list);
  if (title)
    *title = g_steal_pointer (&found->title);
  free_found (found);
  return list;
}
