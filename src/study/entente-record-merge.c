/* Follows the table of fields: every id of the entity that is the one that goes becomes the one
 * that is kept. */
#include "config.h"

#include "entente-record-merge.h"

#include <glib/gi18n-lib.h>

#include "entente-commands-private.h"
#include "entente-study-private.h"

typedef struct {
  EntenteEntity entity;
  EntenteId kept, gone;
} Wanted;

/* ---- reading ---- */

static gboolean
read_naming (EntenteRecordMerge *self, EntenteStore *store, GError **error)
{
  self->naming = g_ptr_array_new_with_free_func (entente_record_unref);
  for (guint entity = 0; entity < ENTENTE_N_ENTITIES; entity++) {
    g_autoptr (GPtrArray) records = entente_store_list_naming (store,
                                                               (EntenteEntity) entity,
                                                               self->gone->entity,
                                                               self->gone->id,
                                                               error);

    if (records == NULL)
      return FALSE;
    for (guint i = 0; i < records->len; i++)
      g_ptr_array_add (self->naming, entente_record_ref (records->pdata[i]));
  }
  return TRUE;
}

EntenteRecordMerge *
entente_record_merge_read (EntenteStore *store,
                           EntenteEntity entity,
                           EntenteId kept,
                           EntenteId gone,
                           GError **error)
{
  g_autoptr (EntenteRecordMerge) self = g_new0 (EntenteRecordMerge, 1);

  if (kept == gone) {
    g_set_error_literal (error,
                         ENTENTE_ERROR,
                         ENTENTE_ERROR_INVALID,
                         _ ("Nothing can be merged with itself; choose another one."));
    return NULL;
  }
  if (!(self->kept = entente_store_get (store, entity, kept, error)) ||
      !(self->gone = entente_store_get (store, entity, gone, error)) ||
      !read_naming (self, store, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
entente_record_merge_free (EntenteRecordMerge *self)
{
  g_clear_pointer (&self->kept, entente_record_unref);
  g_clear_pointer (&self->gone, entente_record_unref);
  g_clear_pointer (&self->naming, g_ptr_array_unref);
  g_free (self);
}

static gpointer
read_wanted (EntenteStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Wanted *wanted = data;

  return entente_record_merge_read (store, wanted->entity, wanted->kept, wanted->gone, error);
}

void
entente_record_merge_read_async (EntenteStudy *study,
                                 EntenteEntity entity,
                                 EntenteId kept,
                                 EntenteId gone,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  const Wanted wanted = { entity, kept, gone };

  entente_study_run_read_async (study,
                                read_wanted,
                                g_memdup2 (&wanted, sizeof wanted),
                                g_free,
                                (GDestroyNotify) entente_record_merge_free,
                                g_task_new (study, cancellable, callback, user_data));
}

EntenteRecordMerge *
entente_record_merge_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- what names it ---- */

/* In a list each once. */
static void
replace_in_list (GArray *ids, EntenteId gone, EntenteId kept)
{
  guint n = 0;

  for (guint i = 0; i < ids->len; i++) {
    EntenteId id = g_array_index (ids, EntenteId, i);
    gboolean there = FALSE;

    if (id == gone)
      id = kept;
    for (guint j = 0; j < n; j++)
      there = there || g_array_index (ids, EntenteId, j) == id;
    if (!there)
      g_array_index (ids, EntenteId, n++) = id;
  }
  g_array_set_size (ids, n);
}

static gboolean
may_name (const EntenteFieldInfo *field, EntenteEntity entity)
{
  return (field->type == ENTENTE_FIELD_ID || field->type == ENTENTE_FIELD_IDS) &&
         (field->target == entity || field->target == ENTENTE_N_ENTITIES);
}

/* The record as it names the one that is kept, which cannot stand under itself. The caller's. */
static gpointer
redirect (const EntenteRecordMerge *self, gconstpointer naming)
{
  EntenteRecord *record = entente_record_copy (naming);
  guint n;
  const EntenteFieldInfo *fields = entente_entity_get_fields (record->entity, &n);

  for (guint i = 0; i < n; i++) {
    gpointer value = entente_record_get_field (record, &fields[i]);

    if (!may_name (&fields[i], self->gone->entity))
      continue;
    if (fields[i].type == ENTENTE_FIELD_IDS && *(GArray **) value != NULL)
      replace_in_list (*(GArray **) value, self->gone->id, self->kept->id);
    else if (fields[i].type == ENTENTE_FIELD_ID && *(EntenteId *) value == self->gone->id)
      *(EntenteId *) value = self->kept->id;
  }
  return record;
}

static gboolean
is_empty (gconstpointer record, const EntenteFieldInfo *field)
{
  g_autofree char *text = entente_record_dup_text (record, field);

  return *text == '\0' || (field->type == ENTENTE_FIELD_REAL && g_ascii_strtod (text, NULL) == 0);
}

/* What both may have; a parent stays that of the one that is kept, unless that was the one that
 * goes. */
static EntenteFieldMask
fill_in (const EntenteRecordMerge *self, EntenteRecord *kept)
{
  guint n;
  const EntenteFieldInfo *fields = entente_entity_get_fields (kept->entity, &n);

  for (guint i = 0; i < n; i++) {
    gpointer value = entente_record_get_field (kept, &fields[i]);

    if (g_str_equal (fields[i].name, "parent")) {
      if (*(EntenteId *) value == self->gone->id)
        *(EntenteId *) value = *(EntenteId *) entente_record_get_field (self->gone, &fields[i]);
    } else if (is_empty (kept, &fields[i])) {
      entente_record_take_fields (kept, self->gone, G_GUINT64_CONSTANT (1) << i);
    }
  }
  return entente_record_compare_fields (self->kept, kept);
}

static char *
get_name (const EntenteRecord *record)
{
  return entente_record_dup_text (record, entente_entity_find_field (record->entity, "name"));
}

EntenteStep *
entente_commands_merge_records (const EntenteRecordMerge *self)
{
  g_autofree char *kept_name = get_name (self->kept), *gone_name = get_name (self->gone);
  /* TRANSLATORS: name of a step: two tracks, places, issues or eras that are one */
  g_autofree char *label = g_strdup_printf (_ ("Merge “%s” into “%s”"), gone_name, kept_name);
  g_autoptr (EntenteRecord) kept = entente_record_copy (self->kept);
  EntenteFieldMask fields = fill_in (self, kept);
  EntenteStep *step = entente_step_new (label);

  if (fields != 0)
    entente_step_update_fields (step, kept, fields);
  for (guint i = 0; i < self->naming->len; i++) {
    const EntenteRecord *old = self->naming->pdata[i];
    g_autoptr (EntenteRecord) record = NULL;

    if (old->entity == kept->entity && old->id == kept->id)
      continue;
    record = redirect (self, old);
    entente_step_update_fields (step, record, entente_record_compare_fields (old, record));
  }
  entente_step_delete (step, self->gone->entity, self->gone->id);
  return step;
}
