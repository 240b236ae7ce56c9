/* Reads whatever the table of fields says may name an actor, so that a new field is followed
 * without a change here; and saved views, which name actors by number in their text. */
#include "config.h"

#include "entente-actor-detail.h"

#include "entente-record-json.h"
#include "entente-study-private.h"

/* Members of a saved view that name actors. */
static const char *const words[] = { "actor", "by", "to", "outlet", "speaker" };

/* ---- saved views ---- */

static gboolean
is_number (json_t *value, EntenteId id)
{
  g_autofree char *number = entente_id_format (id);

  return json_is_integer (value) ? json_integer_value (value) == id
                                 : g_strcmp0 (json_string_value (value), number) == 0;
}

static int
find_number (json_t *list, EntenteId id)
{
  for (gsize i = 0; i < json_array_size (list); i++)
    if (is_number (json_array_get (list, i), id))
      return (int) i;
  return -1;
}

gboolean
entente_actor_detail_view_names (const EntenteView *view, EntenteId actor)
{
  json_t *object = view->query ? json_loads (view->query, 0, NULL) : NULL;
  gboolean names = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (words) && !names; i++)
    names = find_number (json_object_get (object, words[i]), actor) >= 0;
  json_decref (object);
  return names;
}

/* Named twice, it stays named once. */
static void
rename_in_list (json_t *list, EntenteId from, EntenteId to)
{
  int at = find_number (list, from);
  g_autofree char *number = entente_id_format (to);

  if (at < 0)
    return;
  if (find_number (list, to) >= 0)
    json_array_remove (list, (gsize) at);
  else
    json_array_set_new (list, (gsize) at, json_string (number));
}

static void
rename_in_view (EntenteView *view, EntenteId from, EntenteId to)
{
  json_t *object = view->query ? json_loads (view->query, 0, NULL) : NULL;
  char *text;

  if (!object)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    rename_in_list (json_object_get (object, words[i]), from, to);
  text = json_dumps (object, JSON_COMPACT);
  json_decref (object);
  g_free (view->query);
  view->query = g_strdup (text);
  free (text);
}

/* ---- any record ---- */

static gboolean
may_name_actor (const EntenteFieldInfo *field, EntenteFieldType type)
{
  return field->type == type &&
         (field->target == ENTENTE_ENTITY_ACTOR || field->target == ENTENTE_N_ENTITIES);
}

/* Named twice, it stays named once. */
static void
rename_in_ids (GArray *ids, EntenteId from, EntenteId to)
{
  gboolean has = FALSE;

  for (guint i = 0; ids && i < ids->len; i++)
    has = has || g_array_index (ids, EntenteId, i) == to;
  for (guint i = ids ? ids->len : 0; i > 0; i--) {
    EntenteId *id = &g_array_index (ids, EntenteId, i - 1);

    if (*id == from && has)
      g_array_remove_index (ids, i - 1);
    else if (*id == from)
      *id = to;
  }
}

gpointer
entente_actor_detail_rename (gconstpointer record, EntenteId from, EntenteId to)
{
  EntenteRecord *copy = entente_record_copy (record);
  guint n;
  const EntenteFieldInfo *fields = entente_entity_get_fields (copy->entity, &n);

  for (guint i = 0; i < n; i++) {
    gpointer field = entente_record_get_field (copy, &fields[i]);

    if (may_name_actor (&fields[i], ENTENTE_FIELD_ID) && *(EntenteId *) field == from)
      *(EntenteId *) field = to;
    else if (may_name_actor (&fields[i], ENTENTE_FIELD_IDS))
      rename_in_ids (*(GArray **) field, from, to);
  }
  if (copy->entity == ENTENTE_ENTITY_VIEW)
    rename_in_view ((EntenteView *) copy, from, to);
  return copy;
}

/* ---- reading ---- */

static void
keep_views (GPtrArray *views, EntenteId actor)
{
  for (guint i = views->len; i > 0; i--)
    if (!entente_actor_detail_view_names (views->pdata[i - 1], actor))
      g_ptr_array_remove_index (views, i - 1);
}

/* Numbers are one for all records, but keys give the same to records of several types. */
static gboolean
keep_values (GPtrArray *values, EntenteStore *store, GError **error)
{
  g_autoptr (GPtrArray) fields = entente_store_list (store, ENTENTE_ENTITY_FIELD, error);
  g_autoptr (GHashTable) of_actors = g_hash_table_new (g_int64_hash, g_int64_equal);

  if (!fields)
    return FALSE;
  for (guint i = 0; i < fields->len; i++) {
    EntenteField *field = fields->pdata[i];

    if (g_strcmp0 (field->entity, "actor") == 0)
      g_hash_table_add (of_actors, &field->record.id);
  }
  for (guint i = values->len; i > 0; i--)
    if (!g_hash_table_contains (of_actors, &((EntenteFieldValue *) values->pdata[i - 1])->field))
      g_ptr_array_remove_index (values, i - 1);
  return TRUE;
}

static GPtrArray *
list_records (EntenteStore *store, EntenteEntity entity, EntenteId actor, GError **error)
{
  g_autoptr (GPtrArray) records =
    entity == ENTENTE_ENTITY_VIEW
      ? entente_store_list (store, entity, error)
      : entente_store_list_naming (store, entity, ENTENTE_ENTITY_ACTOR, actor, error);

  if (records && entity == ENTENTE_ENTITY_VIEW)
    keep_views (records, actor);
  if (records && entity == ENTENTE_ENTITY_FIELD_VALUE && records->len > 0 &&
      !keep_values (records, store, error))
    return NULL;
  return g_steal_pointer (&records);
}

EntenteActorDetail *
entente_actor_detail_read (EntenteStore *store, EntenteId actor, GError **error)
{
  g_autoptr (EntenteActorDetail) self = g_new0 (EntenteActorDetail, 1);

  self->actor = entente_store_get (store, ENTENTE_ENTITY_ACTOR, actor, error);
  if (!self->actor)
    return NULL;
  for (guint i = 0; i < ENTENTE_N_ENTITIES; i++)
    if (!(self->records[i] = list_records (store, i, actor, error)))
      return NULL;
  return g_steal_pointer (&self);
}

void
entente_actor_detail_free (EntenteActorDetail *self)
{
  g_clear_pointer (&self->actor, entente_record_unref);
  for (guint i = 0; i < ENTENTE_N_ENTITIES; i++)
    g_clear_pointer (&self->records[i], g_ptr_array_unref);
  g_free (self);
}

static gpointer
read_detail (EntenteStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return entente_actor_detail_read (store, *(EntenteId *) data, error);
}

void
entente_actor_detail_read_async (EntenteStudy *study,
                                 EntenteId actor,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  entente_study_run_read_async (study,
                                read_detail,
                                g_memdup2 (&actor, sizeof actor),
                                g_free,
                                (GDestroyNotify) entente_actor_detail_free,
                                g_task_new (study, cancellable, callback, user_data));
}

EntenteActorDetail *
entente_actor_detail_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
