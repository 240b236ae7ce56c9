/* Templates of summaries: their options as JSON, reading them, and the steps that save and rename
 * one. */
#include "config.h"

#include "entente-commands-private.h"
#include "entente-record-json.h"
#include "entente-study-private.h"
#include "entente-templates.h"

#include <glib/gi18n-lib.h>

/* ---- options ---- */

char *
entente_template_options_format (GHashTable *options)
{
  json_t *object = json_object ();
  GHashTableIter iter;
  gpointer name, value;
  char *dumped;
  char *text;

  g_hash_table_iter_init (&iter, options);
  while (g_hash_table_iter_next (&iter, &name, &value))
    json_object_set_new (object, name, json_string (value));
  dumped = json_dumps (object, JSON_COMPACT | JSON_SORT_KEYS);
  text = g_strdup (dumped);
  free (dumped);
  json_decref (object);
  return text;
}

GHashTable *
entente_template_options_parse (const char *text)
{
  GHashTable *options = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  json_t *object = text != NULL ? json_loads (text, 0, NULL) : NULL;
  const char *name;
  json_t *value;

  json_object_foreach (object, name, value)
  {
    if (json_is_string (value))
      g_hash_table_insert (options, g_strdup (name), g_strdup (json_string_value (value)));
  }
  json_decref (object);
  return options;
}

/* ---- reading ---- */

static int
compare_templates (gconstpointer a, gconstpointer b)
{
  const EntenteTemplate *first = *(EntenteTemplate *const *) a;
  const EntenteTemplate *second = *(EntenteTemplate *const *) b;

  return g_utf8_collate (first->name, second->name);
}

static gpointer
read_templates (EntenteStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  GPtrArray *templates = entente_store_list (store, ENTENTE_ENTITY_TEMPLATE, error);

  if (templates != NULL)
    g_ptr_array_sort (templates, compare_templates);
  return templates;
}

void
entente_study_read_templates_async (EntenteStudy *self,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  entente_study_run_read_async (self,
                                read_templates,
                                NULL,
                                NULL,
                                (GDestroyNotify) g_ptr_array_unref,
                                g_task_new (self, cancellable, callback, user_data));
}

GPtrArray *
entente_study_read_templates_finish (EntenteStudy *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

GPtrArray *
entente_study_list_templates (EntenteStudy *self, GError **error)
{
  GPtrArray *templates =
    entente_store_list (entente_study_get_store (self), ENTENTE_ENTITY_TEMPLATE, error);

  if (templates != NULL)
    g_ptr_array_sort (templates, compare_templates);
  return templates;
}

EntenteTemplate *
entente_templates_find (const GPtrArray *templates, const char *name)
{
  g_autofree char *folded = entente_name_fold (name);

  for (guint i = 0; i < templates->len; i++) {
    EntenteTemplate *found = g_ptr_array_index (templates, i);
    g_autofree char *other = entente_name_fold (found->name);

    if (g_str_equal (folded, other))
      return found;
  }
  return NULL;
}

/* ---- steps ---- */

static EntenteStep *
update (const EntenteTemplate *old, EntenteTemplate *changed)
{
  EntenteStep *step = entente_commands_begin (ENTENTE_ENTITY_TEMPLATE, ENTENTE_UPDATE);

  entente_step_update_fields (step, changed, entente_record_compare_fields (old, changed));
  return step;
}

EntenteStep *
entente_templates_save (const GPtrArray *templates,
                        const char *name,
                        const char *kind,
                        GHashTable *options)
{
  const EntenteTemplate *old = entente_templates_find (templates, name);
  g_autoptr (EntenteTemplate) saved =
    old != NULL ? entente_template_copy (old) : entente_template_new ();
  EntenteStep *step;

  g_free (saved->name);
  g_free (saved->kind);
  g_free (saved->options);
  saved->name = g_strdup (name);
  saved->kind = g_strdup (kind);
  saved->options = entente_template_options_format (options);
  if (old != NULL)
    return update (old, saved);
  step = entente_commands_begin (ENTENTE_ENTITY_TEMPLATE, ENTENTE_INSERT);
  entente_step_insert (step, saved);
  return step;
}

EntenteStep *
entente_templates_rename (const GPtrArray *templates,
                          EntenteTemplate *template_,
                          const char *name,
                          GError **error)
{
  const EntenteTemplate *other = entente_templates_find (templates, name);
  g_autoptr (EntenteTemplate) renamed = NULL;

  if (other != NULL && other->record.id != template_->record.id) {
    g_set_error (error,
                 ENTENTE_ERROR,
                 ENTENTE_ERROR_INVALID,
                 _ ("There is a template “%s” already; choose another name."),
                 other->name);
    return NULL;
  }
  renamed = entente_template_copy (template_);
  g_free (renamed->name);
  renamed->name = g_strdup (name);
  return update (template_, renamed);
}
