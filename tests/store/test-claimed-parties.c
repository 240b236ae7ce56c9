/* Who took part as claims say it, of all claims or of one event's; nothing where nobody says it. */
#include "config.h"

#include "entente-store-fixture.h"

#include "entente-actor.h"
#include "entente-claimed-parties.h"
#include "entente-event.h"
#include "entente-store-private.h"

static void
check_parties (gpointer data)
{
  EntenteDb *db = ((EntenteStore *) data)->db;
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) all = entente_claimed_parties_read (db, ENTENTE_ID_NONE, &error);
  g_autoptr (GHashTable) first = entente_claimed_parties_read (db, 1, &error);
  g_autoptr (GHashTable) second = entente_claimed_parties_read (db, 2, &error);
  EntenteId claim = 21;
  const EntenteClaimedParties *parties;

  g_assert_no_error (error);
  g_assert_cmpuint (g_hash_table_size (all), ==, 1);
  g_assert_cmpuint (g_hash_table_size (first), ==, 0);
  g_assert_cmpuint (g_hash_table_size (second), ==, 1);
  parties = g_hash_table_lookup (all, &claim);
  g_assert_cmpuint (parties->who->len, ==, 2);
  g_assert_null (parties->to);
}

/* Two events with a claim each, of which the second one names who acted. */
static EntenteStep *
create_step (void)
{
  EntenteStep *step = entente_step_new ("Add claims");

  for (EntenteId id = 1; id <= 2; id++) {
    g_autoptr (EntenteActor) actor = entente_actor_new ();
    g_autoptr (EntenteEvent) event = entente_event_new ();

    actor->record.id = 10 + id;
    actor->name = g_strdup ("Norway");
    event->record.id = id;
    event->kind = g_strdup ("talks");
    entente_step_insert (step, actor);
    entente_step_insert (step, event);
  }
  for (EntenteId id = 1; id <= 2; id++) {
    g_autoptr (EntenteClaim) claim = entente_claim_new ();

    claim->record.id = 19 + id;
    claim->event = id;
    for (EntenteId actor = 11; id == 2 && actor <= 12; actor++) {
      if (claim->claimed_who == NULL)
        claim->claimed_who = g_array_new (FALSE, FALSE, sizeof (EntenteId));
      g_array_append_val (claim->claimed_who, actor);
    }
    entente_step_insert (step, claim);
  }
  return step;
}

static void
test_read (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (EntenteStep) step = create_step ();
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteChangeSet) changes = entente_store_apply (fixture->store, step, &error);

  g_assert_no_error (error);
  g_assert_nonnull (changes);
  g_assert_true (entente_store_call (fixture->store, check_parties, fixture->store, FALSE, NULL));
}

int
main (int argc, char *argv[])
{
  entente_store_fixture_init (&argc, &argv);
  ENTENTE_STORE_TEST ("/store/claimed-parties/read", test_read);
  return g_test_run ();
}
