/* Every record goes in and comes out the same; relations, counts, titles. */
#include "config.h"

#include "entente-random-record.h"
#include "entente-store-fixture.h"

#include "entente-event.h"

static void
add_id (GArray **ids, EntenteId id)
{
  if (*ids == NULL)
    *ids = g_array_new (FALSE, FALSE, sizeof (EntenteId));
  g_array_append_val (*ids, id);
}

static void
clear_ids (GArray *ids[ENTENTE_N_ENTITIES])
{
  for (guint i = 0; i < ENTENTE_N_ENTITIES; i++)
    g_clear_pointer (&ids[i], g_array_unref);
}

static void
assert_stored (EntenteStore *store, EntenteRecord *record)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteRecord) stored = entente_store_get (store, record->entity, record->id, &error);

  g_assert_no_error (error);
  if (!entente_record_equal (record, stored))
    g_error ("%s %" G_GINT64_FORMAT " came out different",
             entente_entity_nick (record->entity),
             record->id);
}

static void
insert (EntenteStore *store, EntenteRecord *record)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteStep) step = entente_step_new ("Add");
  g_autoptr (EntenteChangeSet) changes = NULL;

  entente_step_insert (step, record);
  changes = entente_store_apply (store, step, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (changes->ids[record->entity]->len, ==, 1);
  g_assert_cmpint (g_array_index (changes->ids[record->entity], EntenteId, 0), ==, record->id);
}

static void
update (EntenteStore *store, EntenteRecord *record)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteStep) step = entente_step_new ("Change");
  g_autoptr (EntenteChangeSet) changes = NULL;

  entente_step_update (step, record);
  changes = entente_store_apply (store, step, &error);
  g_assert_no_error (error);
}

static void
test_round_trip (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  GArray *ids[ENTENTE_N_ENTITIES] = { NULL };

  for (guint round = 0; round < 6; round++) {
    for (EntenteEntity entity = 0; entity < ENTENTE_N_ENTITIES; entity++) {
      g_autoptr (EntenteRecord) record = NULL;
      g_autoptr (EntenteRecord) changed = NULL;

      if (!entente_random_record_is_possible (entity, ids))
        continue;
      record = entente_random_record (random, entity, ids);
      insert (fixture->store, record);
      assert_stored (fixture->store, record);
      add_id (&ids[entity], record->id);
      changed = entente_random_record (random, entity, ids);
      changed->id = record->id;
      update (fixture->store, changed);
      assert_stored (fixture->store, changed);
    }
  }
  for (EntenteEntity entity = 0; entity < ENTENTE_N_ENTITIES; entity++)
    g_assert_cmpint (entente_store_count (fixture->store, entity, NULL), ==, ids[entity]->len);
  clear_ids (ids);
}

int
main (int argc, char *argv[])
{
  entente_store_fixture_init (&argc, &argv);
  ENTENTE_STORE_TEST ("/store/table/round-trip", test_round_trip);
  return g_test_run ();
}
