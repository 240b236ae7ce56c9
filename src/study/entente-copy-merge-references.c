/* How records hang together, as far as a merge has to know: who names whom, who goes with whom, and
 * which fields make no sense one without the other. The schema says the same in its foreign keys; a
 * test holds them together.
 */
#include "config.h"

#include "entente-copy-merge-private.h"

#include "entente-study-records.h"

#include <string.h>

/* Fields whose record goes when the one that they name goes. */
static const struct {
  EntenteEntity entity;
  const char *field;
} owning[] = {
  { ENTENTE_ENTITY_ALIAS, "actor" },
  { ENTENTE_ENTITY_AFFILIATION, "actor" },
  { ENTENTE_ENTITY_AFFILIATION, "parent" },
  { ENTENTE_ENTITY_REVISION, "article" },
  { ENTENTE_ENTITY_FOOTNOTE, "revision" },
  { ENTENTE_ENTITY_PASSAGE, "revision" },
  { ENTENTE_ENTITY_PARTICIPATION, "event" },
  { ENTENTE_ENTITY_PARTICIPATION, "actor" },
  { ENTENTE_ENTITY_CLAIM, "event" },
  { ENTENTE_ENTITY_CLAIM, "passage" },
  { ENTENTE_ENTITY_LINK, "from" },
  { ENTENTE_ENTITY_LINK, "to" },
  { ENTENTE_ENTITY_ORDER, "event" },
  { ENTENTE_ENTITY_ORDER, "other" },
  { ENTENTE_ENTITY_POSITION, "actor" },
  { ENTENTE_ENTITY_FIELD_VALUE, "field" },
  { ENTENTE_ENTITY_FIELD_VALUE, "subject" },
  { ENTENTE_ENTITY_REJECTION, "revision" },
  { ENTENTE_ENTITY_TURNING_POINT, "departure" },
  { ENTENTE_ENTITY_QUESTION, "footnote" },
  { ENTENTE_ENTITY_QUESTION, "answer" },
};

/* Fields that are decided together. */
static const struct {
  EntenteEntity entity;
  const char *fields[6];
} groups[] = {
  { ENTENTE_ENTITY_PLACE, { "latitude", "longitude" } },
  { ENTENTE_ENTITY_PASSAGE, { "revision", "start", "end", "quote", "prefix", "suffix" } },
  { ENTENTE_ENTITY_FOOTNOTE, { "revision", "position", "marker" } },
  { ENTENTE_ENTITY_EVENT, { "judgement", "judgement_reason" } },
  { ENTENTE_ENTITY_LINK, { "from", "to", "type" } },
  { ENTENTE_ENTITY_ORDER, { "event", "other", "relation", "days" } },
  { ENTENTE_ENTITY_QUESTION, { "status", "resolved_by", "reason" } },
  { ENTENTE_ENTITY_FIELD, { "entity", "type", "choices" } },
  { ENTENTE_ENTITY_FIELD_VALUE, { "field", "subject" } },
  { ENTENTE_ENTITY_REJECTION, { "revision", "start", "end", "kind", "quote" } },
};

static gboolean
is_owning (EntenteEntity entity, const char *field)
{
  for (gsize i = 0; i < G_N_ELEMENTS (owning); i++) {
    if (owning[i].entity == entity && strcmp (owning[i].field, field) == 0)
      return TRUE;
  }
  return FALSE;
}

/* Whose record the value of an own field belongs to is said by the field. */
static EntenteEntity
find_subject (EntenteStore *store, EntenteStore *other, const EntenteFieldValue *value)
{
  g_autoptr (EntenteField) field =
    entente_store_get (store, ENTENTE_ENTITY_FIELD, value->field, NULL);
  EntenteEntity entity;

  if (!field && other)
    field = entente_store_get (other, ENTENTE_ENTITY_FIELD, value->field, NULL);
  return field && field->entity && entente_entity_parse (field->entity, &entity)
           ? entity
           : ENTENTE_N_ENTITIES;
}

GArray *
entente_copy_list_references (EntenteStore *store, EntenteStore *other, gconstpointer record)
{
  const EntenteRecord *base = record;
  GArray *references = g_array_new (FALSE, FALSE, sizeof (EntenteCopyReference));
  guint n;
  const EntenteFieldInfo *fields = entente_entity_get_fields (base->entity, &n);

  for (guint i = 0; i < n; i++) {
    EntenteCopyReference reference = { i,
                                       fields[i].target,
                                       0,
                                       is_owning (base->entity, fields[i].name) };
    gpointer value = entente_record_get_field (record, &fields[i]);
    const GArray *ids = fields[i].type == ENTENTE_FIELD_IDS ? *(GArray **) value : NULL;

    if (fields[i].type == ENTENTE_FIELD_ID && *(EntenteId *) value != ENTENTE_ID_NONE) {
      reference.id = *(EntenteId *) value;
      if (reference.entity == ENTENTE_N_ENTITIES)
        reference.entity = find_subject (store, other, record);
      g_array_append_val (references, reference);
    }
    for (guint j = 0; ids && j < ids->len; j++) {
      reference.id = g_array_index (ids, EntenteId, j);
      g_array_append_val (references, reference);
    }
  }
  return references;
}

static void
remove_id (GArray **ids, EntenteId id)
{
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (EntenteId));

  for (guint i = 0; *ids && i < (*ids)->len; i++) {
    if (g_array_index (*ids, EntenteId, i) != id)
      g_array_append_val (kept, g_array_index (*ids, EntenteId, i));
  }
  g_clear_pointer (ids, g_array_unref);
  if (kept->len > 0)
    *ids = kept;
  else
    g_array_unref (kept);
}

void
entente_copy_clear_reference (gpointer record, const EntenteCopyReference *reference)
{
  guint n;
  const EntenteFieldInfo *fields =
    entente_entity_get_fields (((EntenteRecord *) record)->entity, &n);
  gpointer value = entente_record_get_field (record, &fields[reference->field]);

  if (fields[reference->field].type == ENTENTE_FIELD_IDS)
    remove_id (value, reference->id);
  else
    *(EntenteId *) value = ENTENTE_ID_NONE;
}

GPtrArray *
entente_copy_list_naming (EntenteStore *store, EntenteEntity entity, EntenteId id, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (entente_record_unref);

  for (EntenteEntity naming = 0; naming < ENTENTE_N_ENTITIES; naming++) {
    GPtrArray *some = entente_store_list_naming (store, naming, entity, id, error);

    if (!some)
      return NULL;
    g_ptr_array_extend_and_steal (all, some);
  }
  return g_steal_pointer (&all);
}

EntenteFieldMask
entente_copy_get_group (EntenteEntity entity, guint field)
{
  EntenteFieldMask group = 0, own = (EntenteFieldMask) 1 << field;
  guint n;
  const EntenteFieldInfo *fields = entente_entity_get_fields (entity, &n);

  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++) {
    if (groups[i].entity != entity)
      continue;
    for (guint j = 0; j < n; j++) {
      for (gsize k = 0; k < G_N_ELEMENTS (groups[i].fields) && groups[i].fields[k]; k++) {
        if (strcmp (fields[j].name, groups[i].fields[k]) == 0)
          group |= (EntenteFieldMask) 1 << j;
      }
    }
  }
  return (group & own) != 0 ? group : own;
}
