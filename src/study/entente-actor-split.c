/* Splitting an actor: the reverse of a merge, as far as a person says what is whose. */
#include "config.h"

#include "entente-actor-split.h"

#include <glib/gi18n-lib.h>

#include "entente-commands-private.h"

/* The alias is no alias any more but the name. */
static gboolean
is_new_name (const EntenteRecord *record, const EntenteActor *fresh)
{
  return record->entity == ENTENTE_ENTITY_ALIAS &&
         g_str_equal (((const EntenteAlias *) record)->text, fresh->name);
}

static void
move_record (EntenteStep *step,
             const EntenteActorDetail *detail,
             const EntenteRecord *record,
             const EntenteActor *fresh)
{
  g_autoptr (EntenteRecord) moved = NULL;

  if (is_new_name (record, fresh)) {
    entente_step_delete (step, record->entity, record->id);
    return;
  }
  moved = entente_actor_detail_rename (record, detail->actor->record.id, fresh->record.id);
  entente_step_update_fields (step, moved, entente_record_compare_fields (record, moved));
}

/* Moves what was chosen; the number of records that were found. */
static guint
move_chosen (EntenteStep *step,
             const EntenteActorDetail *detail,
             const EntenteActor *fresh,
             GHashTable *chosen)
{
  guint n = 0;

  for (guint entity = 0; entity < ENTENTE_N_ENTITIES; entity++)
    for (guint i = 0; i < detail->records[entity]->len; i++) {
      EntenteRecord *record = detail->records[entity]->pdata[i];

      if (!g_hash_table_remove (chosen, &record->id))
        continue;
      move_record (step, detail, record, fresh);
      n++;
    }
  return n;
}

EntenteStep *
entente_commands_split_actor (const EntenteActorDetail *detail,
                              EntenteActor *fresh,
                              const GArray *chosen,
                              GError **error)
{
  g_autoptr (EntenteStep) step = entente_step_new (_ ("Split actor"));
  g_autoptr (GHashTable) ids = g_hash_table_new (g_int64_hash, g_int64_equal);

  if (!entente_commands_check (fresh, error))
    return NULL;
  for (guint i = 0; i < chosen->len; i++)
    g_hash_table_add (ids, &g_array_index (chosen, EntenteId, i));
  entente_commands_ensure_id (fresh);
  entente_step_insert (step, fresh);
  move_chosen (step, detail, fresh, ids);
  if (g_hash_table_size (ids) > 0) {
    g_set_error (error,
                 ENTENTE_ERROR,
                 ENTENTE_ERROR_NOT_FOUND,
                 ngettext ("%u chosen record does not name “%s”; choose among those that do.",
                           "%u chosen records do not name “%s”; choose among those that do.",
                           g_hash_table_size (ids)),
                 g_hash_table_size (ids),
                 detail->actor->name);
    return NULL;
  }
  return g_steal_pointer (&step);
}
