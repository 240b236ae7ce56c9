/* What an extract holds is found by the table of fields: a record names others by its fields of
 * type id. Names are followed to what surrounds the moves, never to other events, nor from an
 * article to the one that it reprints.
 */

#include "config.h"

#include "entente-extract.h"

#include "entente-event-cursor.h"

struct _EntenteExtract {
  EntenteStudy *study; /* while it is made */
  GHashTable *ids[ENTENTE_N_ENTITIES]; /* set of EntenteId */
  GHashTable *n_events; /* EntenteId of actor -> number of events */
  GPtrArray *waiting; /* records whose names are to be followed; borrowed from the chronicle */
};

static EntenteId *
copy_id (EntenteId id)
{
  return g_memdup2 (&id, sizeof id);
}

/* The record that others name, where it names others in turn; borrowed, or NULL. */
static gconstpointer
find_record (EntenteExtract *self, EntenteEntity entity, EntenteId id)
{
  EntenteChronicle *chronicle = entente_study_get_chronicle (self->study);
  guint32 index;

  switch (entity) {
  case ENTENTE_ENTITY_PLACE:
    index = entente_chronicle_find_place (chronicle, id);
    return index != ENTENTE_NO_INDEX ? entente_chronicle_get_place_record (chronicle, index) : NULL;
  case ENTENTE_ENTITY_TRACK:
    index = entente_chronicle_find_track (chronicle, id);
    return index != ENTENTE_NO_INDEX ? entente_chronicle_get_track (chronicle, index) : NULL;
  case ENTENTE_ENTITY_ISSUE:
    index = entente_chronicle_find_issue (chronicle, id);
    return index != ENTENTE_NO_INDEX ? entente_chronicle_get_issue (chronicle, index) : NULL;
  case ENTENTE_ENTITY_ARTICLE:
    index = entente_chronicle_find_article (chronicle, id);
    return index != ENTENTE_NO_INDEX ? entente_chronicle_get_article (chronicle, index) : NULL;
  default:
    return NULL;
  }
}

static void
add (EntenteExtract *self, EntenteEntity entity, EntenteId id)
{
  gconstpointer record;

  if (id == ENTENTE_ID_NONE || !g_hash_table_add (self->ids[entity], copy_id (id)))
    return;
  record = find_record (self, entity, id);
  if (record)
    g_ptr_array_add (self->waiting, (gpointer) record);
}

static gboolean
is_followed (EntenteEntity target)
{
  return target == ENTENTE_ENTITY_ACTOR || target == ENTENTE_ENTITY_PLACE ||
         target == ENTENTE_ENTITY_TRACK || target == ENTENTE_ENTITY_ISSUE ||
         target == ENTENTE_ENTITY_PASSAGE;
}

static void
add_named_by (EntenteExtract *self, gconstpointer record, const EntenteFieldInfo *field)
{
  gconstpointer value = entente_record_get_field (record, field);
  const GArray *ids;

  if (field->type == ENTENTE_FIELD_ID)
    add (self, field->target, *(const EntenteId *) value);
  if (field->type != ENTENTE_FIELD_IDS)
    return;
  ids = *(GArray *const *) value;
  for (guint i = 0; ids && i < ids->len; i++)
    add (self, field->target, g_array_index (ids, EntenteId, i));
}

static void
add_named (EntenteExtract *self, gconstpointer record)
{
  guint n;
  const EntenteFieldInfo *fields =
    entente_entity_get_fields (((const EntenteRecord *) record)->entity, &n);

  for (guint i = 0; i < n; i++)
    if ((fields[i].type == ENTENTE_FIELD_ID || fields[i].type == ENTENTE_FIELD_IDS) &&
        is_followed (fields[i].target))
      add_named_by (self, record, &fields[i]);
}

/* However long the chain of parents in a stranger's study is. */
static void
follow_waiting (EntenteExtract *self)
{
  while (self->waiting->len > 0)
    add_named (self, g_ptr_array_steal_index_fast (self->waiting, self->waiting->len - 1));
}

static void
add_record (EntenteExtract *self, gconstpointer data)
{
  const EntenteRecord *record = data;

  g_hash_table_add (self->ids[record->entity], copy_id (record->id));
  add_named (self, record);
}

static void
add_records (EntenteExtract *self, const GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    add_record (self, records->pdata[i]);
}

/* ---- events ---- */

static void
count_actors (EntenteExtract *self, const GPtrArray *participations)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < participations->len; i++) {
    EntenteParticipation *part = participations->pdata[i];
    guint n = entente_extract_count_events (self, part->actor);

    if (g_hash_table_add (seen, &part->actor))
      g_hash_table_insert (self->n_events, copy_id (part->actor), GUINT_TO_POINTER (n + 1));
  }
}

static void
add_event (EntenteExtract *self, const EntenteEventDetail *detail)
{
  add_record (self, detail->event);
  add_records (self, detail->participations);
  add_records (self, detail->claims);
  count_actors (self, detail->participations);
  for (guint i = 0; i < detail->articles->len; i++)
    if (detail->articles->pdata[i])
      add (self, ENTENTE_ENTITY_ARTICLE, ((const EntenteRecord *) detail->articles->pdata[i])->id);
}

static gboolean
add_events (EntenteExtract *self, const EntenteBitset *rows, GError **error)
{
  g_autoptr (EntenteEventCursor) cursor = entente_event_cursor_new (self->study, rows);
  g_autoptr (GError) failed = NULL;
  EntenteEventDetail *detail;

  while ((detail = entente_event_cursor_next (cursor, &failed)))
    add_event (self, detail);
  if (!failed)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}

/* ---- what lies between them ---- */

static gboolean
has_event (const EntenteExtract *self, EntenteId id)
{
  return entente_extract_has (self, ENTENTE_ENTITY_EVENT, id);
}

/* A passage where it is only said that two events belong together comes with its article too. */
static gboolean
add_passage (EntenteExtract *self, EntenteId id, GError **error)
{
  EntenteStore *store = entente_study_get_store (self->study);
  g_autoptr (EntentePassage) passage = NULL;
  g_autoptr (EntenteRevision) revision = NULL;

  if (id == ENTENTE_ID_NONE)
    return TRUE;
  passage = entente_store_get (store, ENTENTE_ENTITY_PASSAGE, id, error);
  revision =
    passage ? entente_store_get (store, ENTENTE_ENTITY_REVISION, passage->revision, error) : NULL;
  if (!revision)
    return FALSE;
  add_record (self, passage);
  add (self, ENTENTE_ENTITY_ARTICLE, revision->article);
  return TRUE;
}

static gboolean
add_links (EntenteExtract *self, GError **error)
{
  g_autoptr (GPtrArray) links =
    entente_store_list (entente_study_get_store (self->study), ENTENTE_ENTITY_LINK, error);

  for (guint i = 0; links && i < links->len; i++) {
    const EntenteLink *link = links->pdata[i];

    if (!has_event (self, link->from) || !has_event (self, link->to))
      continue;
    add_record (self, link);
    if (!add_passage (self, link->passage, error))
      return FALSE;
  }
  return links != NULL;
}

static gboolean
add_orders (EntenteExtract *self, GError **error)
{
  g_autoptr (GPtrArray) orders =
    entente_store_list (entente_study_get_store (self->study), ENTENTE_ENTITY_ORDER, error);

  for (guint i = 0; orders && i < orders->len; i++) {
    const EntenteOrder *order = orders->pdata[i];

    if (!has_event (self, order->event) || !has_event (self, order->other))
      continue;
    add_record (self, order);
    if (!add_passage (self, order->passage, error))
      return FALSE;
  }
  return orders != NULL;
}

static gboolean
has_or_names_none (const EntenteExtract *self, EntenteId event)
{
  return event == ENTENTE_ID_NONE || has_event (self, event);
}

/* Only whole: without what led to it, it says something else. */
static gboolean
add_turning_points (EntenteExtract *self, GError **error)
{
  g_autoptr (GPtrArray) points =
    entente_store_list (entente_study_get_store (self->study), ENTENTE_ENTITY_TURNING_POINT, error);

  for (guint i = 0; points && i < points->len; i++) {
    const EntenteTurningPoint *point = points->pdata[i];

    if (has_event (self, point->departure) && has_or_names_none (self, point->cause) &&
        has_or_names_none (self, point->consequence))
      add_record (self, point);
  }
  return points != NULL;
}

static void
add_values_of_field (EntenteExtract *self, const EntenteField *field, const GPtrArray *values)
{
  EntenteEntity entity;

  if (!entente_entity_parse (field->entity, &entity))
    return;
  for (guint i = 0; i < values->len; i++) {
    const EntenteFieldValue *value = values->pdata[i];

    if (value->field != field->record.id || !entente_extract_has (self, entity, value->subject))
      continue;
    add_record (self, field);
    add_record (self, value);
  }
}

static gboolean
add_fields (EntenteExtract *self, GError **error)
{
  EntenteStore *store = entente_study_get_store (self->study);
  g_autoptr (GPtrArray) fields = entente_store_list (store, ENTENTE_ENTITY_FIELD, error);
  g_autoptr (GPtrArray) values = NULL;

  if (!fields || !(values = entente_store_list (store, ENTENTE_ENTITY_FIELD_VALUE, error)))
    return FALSE;
  for (guint i = 0; i < fields->len; i++)
    add_values_of_field (self, fields->pdata[i], values);
  return TRUE;
}

/* ---- public functions ---- */

EntenteExtract *
entente_extract_new (EntenteStudy *study, const EntenteBitset *rows, GError **error)
{
  g_autoptr (EntenteExtract) self = g_new0 (EntenteExtract, 1);

  self->study = study;
  self->n_events = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < ENTENTE_N_ENTITIES; i++)
    self->ids[i] = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->waiting = g_ptr_array_new ();
  if (!add_events (self, rows, error) || !add_links (self, error) || !add_orders (self, error) ||
      !add_turning_points (self, error))
    return NULL;
  follow_waiting (self);
  if (!add_fields (self, error))
    return NULL;
  follow_waiting (self);
  return g_steal_pointer (&self);
}

void
entente_extract_free (EntenteExtract *self)
{
  for (guint i = 0; i < ENTENTE_N_ENTITIES; i++)
    g_hash_table_unref (self->ids[i]);
  g_hash_table_unref (self->n_events);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  g_free (self);
}

gboolean
entente_extract_has (const EntenteExtract *self, EntenteEntity entity, EntenteId id)
{
  return !self || g_hash_table_contains (self->ids[entity], &id);
}

guint
entente_extract_count_events (const EntenteExtract *self, EntenteId actor)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->n_events, &actor));
}
