/* Records step by step back into the past, with parts that are met on the way. */
#include "config.h"

#include "entente-rewind.h"
#include "entente-store-fixture.h"

#include "entente-actor.h"

static EntenteId
add_actor (EntenteStore *store, EntenteId *alias_id)
{
  g_autoptr (EntenteStep) step = entente_step_new ("Add actor");
  g_autoptr (EntenteActor) actor = entente_actor_new ();
  g_autoptr (EntenteAlias) alias = entente_alias_new ();

  actor->name = g_strdup ("Taliban");
  entente_step_insert (step, actor);
  alias->actor = actor->record.id;
  alias->text = g_strdup ("the movement");
  entente_step_insert (step, alias);
  entente_store_fixture_apply (store, step);
  *alias_id = alias->record.id;
  return actor->record.id;
}

static void delete (EntenteStore *store, EntenteEntity entity, EntenteId id)
{
  g_autoptr (EntenteStep) step = entente_step_new ("Delete");

  entente_step_delete (step, entity, id);
  entente_store_fixture_apply (store, step);
}

static void
test_parts (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (EntenteDb) db = NULL;
  g_autoptr (EntenteRewind) rewind = NULL;
  g_autoptr (GArray) touched = g_array_new (FALSE, FALSE, sizeof (EntenteRecord));
  g_autoptr (GPtrArray) after = g_ptr_array_new ();
  g_autoptr (EntenteAlias) found = NULL;
  gpointer record = NULL;
  EntenteJournalMove deleted = { 2, 2, FALSE };
  EntenteId alias, actor = add_actor (fixture->store, &alias);

  delete (fixture->store, ENTENTE_ENTITY_ALIAS, alias);
  entente_store_close (fixture->store);
  db = entente_db_open (fixture->path, TRUE, NULL, NULL);
  rewind = entente_rewind_new (db, NULL);
  g_assert_true (entente_rewind_add (rewind, ENTENTE_ENTITY_ACTOR, actor, NULL));
  entente_rewind_add_parts_of (rewind, ENTENTE_ENTITY_ACTOR, actor);
  g_assert_true (entente_rewind_go_back (rewind, &deleted, touched, after, NULL));
  g_assert_cmpuint (touched->len, ==, 1);
  g_assert_cmpint (g_array_index (touched, EntenteRecord, 0).id, ==, alias);
  g_assert_null (after->pdata[0]);
  g_assert_true (entente_rewind_read (rewind, ENTENTE_ENTITY_ALIAS, alias, &record, NULL));
  found = record;
  g_assert_cmpstr (found->text, ==, "the movement");
}

int
main (int argc, char **argv)
{
  entente_store_fixture_init (&argc, &argv);
  ENTENTE_STORE_TEST ("/rewind/parts", test_parts);
  return g_test_run ();
}
