/* Steps by random: records are added, changed and deleted, whatever they are. */
#include "config.h"

#include "entente-random-step.h"

#include "entente-random-record.h"

/* All ids of the study, by entity. */
typedef struct {
  GArray *of[ENTENTE_N_ENTITIES];
} Ids;

static void
read_ids (EntenteStore *store, Ids *ids)
{
  for (EntenteEntity entity = 0; entity < ENTENTE_N_ENTITIES; entity++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) records = entente_store_list (store, entity, &error);

    g_assert_no_error (error);
    ids->of[entity] = g_array_new (FALSE, FALSE, sizeof (EntenteId));
    for (guint i = 0; i < records->len; i++)
      g_array_append_val (ids->of[entity], ((EntenteRecord *) records->pdata[i])->id);
  }
}

static void
clear_ids (Ids *ids)
{
  for (EntenteEntity entity = 0; entity < ENTENTE_N_ENTITIES; entity++)
    g_clear_pointer (&ids->of[entity], g_array_unref);
}

/* One change; on an entity of which there is little it is mostly an insert. */
static void
add_random_change (GRand *random, EntenteStep *step, Ids *ids)
{
  EntenteEntity entity = g_rand_int_range (random, 0, ENTENTE_N_ENTITIES);
  GArray *there = ids->of[entity];
  gint32 dice = g_rand_int_range (random, 0, 10);
  g_autoptr (EntenteRecord) record = NULL;
  gint32 place;

  if (!entente_random_record_is_possible (entity, ids->of))
    return;
  if (there->len < 3 || dice < 5) {
    record = entente_random_record (random, entity, ids->of);
    entente_step_insert (step, record);
    g_array_append_val (there, record->id);
    return;
  }
  place = g_rand_int_range (random, 0, (gint32) there->len);
  if (dice < 8) {
    record = entente_random_record (random, entity, ids->of);
    record->id = g_array_index (there, EntenteId, place);
    entente_step_update (step, record);
  } else {
    entente_step_delete (step, entity, g_array_index (there, EntenteId, place));
    g_array_remove_index (there, place);
  }
}

/* Some changes. Those after a delete may refer to what went with it: such a step fails as a whole.
 */
gboolean
entente_random_step_apply (GRand *random, EntenteStore *store, int most)
{
  g_autoptr (EntenteStep) step = entente_step_new ("Random");
  g_autoptr (EntenteChangeSet) changes = NULL;
  g_autoptr (GError) error = NULL;
  Ids ids;

  read_ids (store, &ids);
  for (gint32 n = g_rand_int_range (random, 1, most); n > 0; n--)
    add_random_change (random, step, &ids);
  clear_ids (&ids);
  changes = entente_store_apply (store, step, &error);
  if (error != NULL)
    g_assert_true (g_error_matches (error, ENTENTE_ERROR, ENTENTE_ERROR_INVALID) ||
                   g_error_matches (error, ENTENTE_ERROR, ENTENTE_ERROR_NOT_FOUND));
  return error == NULL;
}
