/* Filling in one of the user's own fields of an event, and emptying it. What is there is read off
 * the chronicle. */
#include "config.h"

#include "entente-commands-private.h"
#include "entente-own-fields.h"

static void
write_value (EntenteStep *step, EntenteId id, EntenteId field, EntenteId event, const char *text)
{
  g_autoptr (EntenteRecord) record = entente_record_new (ENTENTE_ENTITY_FIELD_VALUE);
  EntenteFieldValue *value = (EntenteFieldValue *) record;

  record->id = id;
  value->field = field;
  value->subject = event;
  value->value = g_strdup (text);
  if (id != ENTENTE_ID_NONE) {
    entente_step_update (step, value);
    return;
  }
  entente_commands_ensure_id (record);
  entente_step_insert (step, value);
}

void
entente_commands_add_field (EntenteStep *step,
                            const EntenteChronicle *chronicle,
                            EntenteId field,
                            EntenteId event,
                            const char *text)
{
  const EntenteOwnFields *fields = entente_chronicle_get_own_fields (chronicle);
  guint32 index = entente_own_fields_find (fields, field);
  gboolean empties = text == NULL || *text == '\0';
  g_autoptr (GArray) ids = NULL;

  g_return_if_fail (index != ENTENTE_NO_INDEX);

  ids = entente_own_fields_list_records (fields, index, event);
  for (guint i = empties ? 0 : 1; i < ids->len; i++)
    entente_step_delete (step, ENTENTE_ENTITY_FIELD_VALUE, g_array_index (ids, EntenteId, i));
  if (!empties)
    write_value (step,
                 ids->len > 0 ? g_array_index (ids, EntenteId, 0) : ENTENTE_ID_NONE,
                 field,
                 event,
                 text);
}

EntenteStep *
entente_commands_fill_field (const EntenteChronicle *chronicle,
                             EntenteId field,
                             EntenteId event,
                             const char *text)
{
  gboolean empties = text == NULL || *text == '\0';
  EntenteStep *step =
    entente_commands_begin (ENTENTE_ENTITY_FIELD_VALUE, empties ? ENTENTE_DELETE : ENTENTE_INSERT);

  entente_commands_add_field (step, chronicle, field, event, text);
  return step;
}
