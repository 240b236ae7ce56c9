/* Who speaks may be an actor that the study does not have, without taking part in what is told. */

#include "config.h"

#include "entente-proposals-private.h"

static gboolean
has_record (const GPtrArray *records, EntenteId id)
{
  for (guint i = 0; i < records->len; i++)
    if (((EntenteRecord *) records->pdata[i])->id == id)
      return TRUE;
  return FALSE;
}

static gboolean
is_body_of (const EntenteProposed *proposed, EntenteId body, EntenteId actor)
{
  for (guint i = 0; i < proposed->actors->len; i++) {
    const EntenteAffiliation *one = proposed->actors->pdata[i];

    if (one->record.entity == ENTENTE_ENTITY_AFFILIATION && one->actor == actor &&
        one->parent == body)
      return TRUE;
  }
  return FALSE;
}

static gboolean
belongs_to (const EntenteProposed *proposed, const EntenteRecord *record, EntenteId actor)
{
  if (record->entity == ENTENTE_ENTITY_ALIAS)
    return ((const EntenteAlias *) (gconstpointer) record)->actor == actor;
  if (record->entity == ENTENTE_ENTITY_AFFILIATION)
    return ((const EntenteAffiliation *) (gconstpointer) record)->actor == actor;
  return record->id == actor || is_body_of (proposed, record->id, actor);
}

/* Whoever is named first goes before what names them. */
void
entente_proposed_add_speaker (const EntenteProposed *proposed, GPtrArray *records)
{
  EntenteId actor = proposed->claim->speaker;
  guint at = 0;

  for (guint i = 0; i < proposed->actors->len; i++) {
    EntenteRecord *record = proposed->actors->pdata[i];

    if (!belongs_to (proposed, record, actor) || has_record (records, record->id))
      continue;
    if (record->entity == ENTENTE_ENTITY_ACTOR)
      g_ptr_array_insert (records, (int) at++, entente_record_ref (record));
    else
      g_ptr_array_add (records, entente_record_ref (record));
  }
}
