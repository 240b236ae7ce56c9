/* Saved views: their layout as JSON, reading them, and the step that saves one. */
#include "config.h"

#include "entente-commands-private.h"
#include "entente-query-parse.h"
#include "entente-study-private.h"
#include "entente-views.h"

/* ---- layout ---- */

void
entente_view_layout_clear (EntenteViewLayout *layout)
{
  g_free (layout->lanes);
  g_free (layout->page);
  g_free (layout->answers);
  *layout = (EntenteViewLayout){ 0 };
}

static void
set_text (json_t *object, const char *name, const char *text)
{
  if (text != NULL)
    json_object_set_new (object, name, json_string (text));
}

static char *
dup_text (json_t *object, const char *name)
{
  return g_strdup (json_string_value (json_object_get (object, name)));
}

char *
entente_view_layout_format (const EntenteViewLayout *layout)
{
  json_t *object = json_object ();
  char *dumped;
  char *text;

  set_text (object, "page", layout->page);
  set_text (object, "lanes", layout->lanes);
  set_text (object, "answers", layout->answers);
  if (layout->has_range) {
    json_object_set_new (object, "start", json_integer (layout->range.start));
    json_object_set_new (object, "end", json_integer (layout->range.end));
  }
  dumped = json_dumps (object, JSON_COMPACT);
  text = g_strdup (dumped);
  free (dumped);
  json_decref (object);
  return text;
}

void
entente_view_layout_parse (EntenteViewLayout *layout, const char *text)
{
  json_t *object = text != NULL ? json_loads (text, 0, NULL) : NULL;
  json_t *start = json_object_get (object, "start");
  json_t *end = json_object_get (object, "end");

  if (object == NULL)
    return;
  layout->page = dup_text (object, "page");
  layout->lanes = dup_text (object, "lanes");
  layout->answers = dup_text (object, "answers");
  layout->has_range = json_is_integer (start) && json_is_integer (end) &&
                      json_integer_value (start) < json_integer_value (end);
  if (layout->has_range)
    layout->range = (EntenteSpan){ json_integer_value (start), json_integer_value (end) };
  json_decref (object);
}

/* ---- reading ---- */

static int
compare_views (gconstpointer a, gconstpointer b)
{
  const EntenteView *first = *(EntenteView *const *) a;
  const EntenteView *second = *(EntenteView *const *) b;

  if ((first->key == 0) != (second->key == 0))
    return first->key == 0 ? 1 : -1;
  if (first->key != second->key)
    return first->key < second->key ? -1 : 1;
  return g_utf8_collate (first->name, second->name);
}

static gpointer
read_views (EntenteStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  GPtrArray *views = entente_store_list (store, ENTENTE_ENTITY_VIEW, error);

  if (views != NULL)
    g_ptr_array_sort (views, compare_views);
  return views;
}

void
entente_study_read_views_async (EntenteStudy *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  entente_study_run_read_async (self,
                                read_views,
                                NULL,
                                NULL,
                                (GDestroyNotify) g_ptr_array_unref,
                                g_task_new (self, cancellable, callback, user_data));
}

GPtrArray *
entente_study_read_views_finish (EntenteStudy *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

EntenteView *
entente_views_find_key (const GPtrArray *views, gint64 key)
{
  for (guint i = 0; i < views->len; i++) {
    EntenteView *view = g_ptr_array_index (views, i);

    if (key != 0 && view->key == key)
      return view;
  }
  return NULL;
}

EntenteView *
entente_views_find_name (const GPtrArray *views, const char *name)
{
  g_autofree char *folded = entente_name_fold (name);

  for (guint i = 0; i < views->len; i++) {
    EntenteView *view = g_ptr_array_index (views, i);
    g_autofree char *other = entente_name_fold (view->name);

    if (g_str_equal (folded, other))
      return view;
  }
  return NULL;
}

/* ---- saving ---- */

void
entente_views_take_key (EntenteStep *step, const GPtrArray *views, EntenteId saved, gint64 key)
{
  const EntenteView *other = entente_views_find_key (views, key);
  g_autoptr (EntenteView) changed = NULL;

  if (other == NULL || other->record.id == saved)
    return;
  changed = entente_view_copy (other);
  changed->key = 0;
  entente_step_update_fields (step, changed, entente_record_compare_fields (other, changed));
}

EntenteStep *
entente_views_save (const GPtrArray *views,
                    const char *name,
                    gint64 key,
                    const EntenteQuery *query,
                    const char *layout)
{
  const EntenteView *old = entente_views_find_name (views, name);
  g_autoptr (EntenteView) view = old != NULL ? entente_view_copy (old) : entente_view_new ();
  EntenteStep *step = entente_commands_begin (ENTENTE_ENTITY_VIEW, ENTENTE_INSERT);

  g_free (view->name);
  g_free (view->query);
  g_free (view->layout);
  view->name = g_strdup (name);
  view->query = entente_query_to_text (query);
  view->layout = g_strdup (layout);
  view->key = key;
  entente_views_take_key (step, views, old != NULL ? old->record.id : ENTENTE_ID_NONE, key);
  if (old != NULL)
    entente_step_update_fields (step, view, entente_record_compare_fields (old, view));
  else
    entente_step_insert (step, view);
  return step;
}
