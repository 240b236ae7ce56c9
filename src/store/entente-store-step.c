/* EntenteStep: one edit of a person, to be carried out by a store. Pure; belongs to its maker. */
#include "config.h"

#include "entente-store.h"

static void
free_change (gpointer data)
{
  EntenteChange *change = data;

  entente_record_unref (change->record);
  g_free (change);
}

EntenteStep *
entente_step_new (const char *label)
{
  EntenteStep *step = g_new0 (EntenteStep, 1);

  step->label = g_strdup (label);
  step->changes = g_ptr_array_new_with_free_func (free_change);
  return step;
}

void
entente_step_free (EntenteStep *step)
{
  g_free (step->label);
  g_ptr_array_unref (step->changes);
  g_free (step);
}

/* Takes @record. */
static EntenteChange *
add_change (EntenteStep *step, EntenteOperation operation, EntenteRecord *record)
{
  EntenteChange *change = g_new (EntenteChange, 1);

  change->operation = operation;
  change->record = record;
  change->fields = ENTENTE_ALL_FIELDS;
  g_ptr_array_add (step->changes, change);
  return change;
}

void
entente_step_insert (EntenteStep *step, gpointer record)
{
  EntenteRecord *base = record;

  if (base->id == ENTENTE_ID_NONE)
    base->id = entente_id_new ();
  add_change (step, ENTENTE_INSERT, entente_record_ref (base));
}

void
entente_step_update (EntenteStep *step, gpointer record)
{
  add_change (step, ENTENTE_UPDATE, entente_record_ref (record));
}

void
entente_step_update_fields (EntenteStep *step, gpointer record, EntenteFieldMask fields)
{
  add_change (step, ENTENTE_UPDATE, entente_record_ref (record))->fields = fields;
}

void
entente_step_delete (EntenteStep *step, EntenteEntity entity, EntenteId id)
{
  EntenteRecord *record = entente_record_new (entity);

  record->id = id;
  add_change (step, ENTENTE_DELETE, record);
}
