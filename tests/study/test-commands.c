/* Commands: what a step holds, and that an edit is the least difference. */

#include "config.h"

#include "entente-commands.h"
#include "entente-fixture.h"

static void
assert_change (const EntenteStep *step,
               guint index,
               EntenteOperation operation,
               EntenteEntity entity)
{
  const EntenteChange *change = g_ptr_array_index (step->changes, index);

  g_assert_cmpint (change->operation, ==, operation);
  g_assert_cmpint (change->record->entity, ==, entity);
}

static GPtrArray *
read_parts (EntenteFixture *fixture, const char *event)
{
  return entente_store_list_of (entente_study_get_store (fixture->study),
                                ENTENTE_ENTITY_PARTICIPATION,
                                ENTENTE_ENTITY_EVENT,
                                entente_id_from_key (event),
                                NULL);
}

static EntenteEvent *
read_event (EntenteFixture *fixture, const char *key)
{
  return entente_store_get (entente_study_get_store (fixture->study),
                            ENTENTE_ENTITY_EVENT,
                            entente_id_from_key (key),
                            NULL);
}

static void
test_add_event (void)
{
  g_autoptr (EntenteEvent) event = entente_event_new ();
  g_autoptr (EntenteClaim) claim = entente_claim_new ();
  g_autoptr (EntentePassage) passage = entente_passage_new_from_text (7, "Some words", 5, 10);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (entente_record_unref);
  g_autoptr (EntenteStep) step = NULL;
  EntenteParticipation *part = entente_participation_new ();

  g_ptr_array_add (parts, part);
  step = entente_commands_add_event (event, parts, claim, passage);
  g_assert_cmpstr (step->label, ==, "Add event");
  g_assert_cmpuint (step->changes->len, ==, 4);
  assert_change (step, 0, ENTENTE_INSERT, ENTENTE_ENTITY_EVENT);
  assert_change (step, 1, ENTENTE_INSERT, ENTENTE_ENTITY_PARTICIPATION);
  assert_change (step, 2, ENTENTE_INSERT, ENTENTE_ENTITY_PASSAGE);
  assert_change (step, 3, ENTENTE_INSERT, ENTENTE_ENTITY_CLAIM);
  g_assert_cmpint (part->event, ==, event->record.id);
  g_assert_cmpint (claim->event, ==, event->record.id);
  g_assert_cmpint (claim->passage, ==, passage->record.id);
  g_assert_cmpint (event->telling, ==, 5);
}

/* A passage that is marked already is not marked again. */
static void
test_add_claim_on_mark (void)
{
  g_autoptr (EntenteClaim) claim = entente_claim_new ();
  g_autoptr (EntentePassage) passage = entente_passage_new_from_text (7, "Some words", 5, 10);
  g_autoptr (EntenteStep) step = NULL;

  passage->record.id = 12;
  step = entente_commands_add_claim (claim, passage);
  g_assert_cmpuint (step->changes->len, ==, 1);
  g_assert_cmpint (claim->passage, ==, 12);
}

static void
test_edit_nothing (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autoptr (EntenteEvent) event = read_event (fixture, "invite");
  g_autoptr (GPtrArray) parts = read_parts (fixture, "invite");
  g_autoptr (EntenteStep) step = entente_commands_edit_event (fixture->study, event, parts, NULL);

  g_assert_cmpuint (step->changes->len, ==, 0);
}

static void
test_edit_participants (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autoptr (EntenteEvent) event = read_event (fixture, "invite");
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (entente_record_unref);
  g_autoptr (EntenteStep) step = NULL;
  EntenteParticipation *same = entente_participation_new (), *fresh = entente_participation_new ();

  /* As a form gives them: without ids. One is there, one is new, one is gone. */
  same->actor = entente_id_from_key ("north");
  same->role = ENTENTE_ROLE_INITIATOR;
  fresh->actor = entente_id_from_key ("envoy");
  fresh->role = ENTENTE_ROLE_SPOKESMAN;
  g_ptr_array_add (parts, same);
  g_ptr_array_add (parts, fresh);
  step = entente_commands_edit_event (fixture->study, event, parts, NULL);
  g_assert_cmpuint (step->changes->len, ==, 2);
  assert_change (step, 0, ENTENTE_INSERT, ENTENTE_ENTITY_PARTICIPATION);
  assert_change (step, 1, ENTENTE_DELETE, ENTENTE_ENTITY_PARTICIPATION);
}

/* Who takes part twice, once as before and once anew: the one that is there stays itself, in
 * whatever order they come. */
static void
test_edit_twins (void)
{
  g_autoptr (GPtrArray) old = g_ptr_array_new_with_free_func (entente_record_unref);
  g_autoptr (GPtrArray) wanted = g_ptr_array_new_with_free_func (entente_record_unref);
  g_autoptr (EntenteEvent) event = entente_event_new ();
  g_autoptr (EntenteStep) step = NULL;
  EntenteParticipation *there = entente_participation_new ();
  EntenteParticipation *other = entente_participation_new ();
  EntenteParticipation *fresh;

  event->record.id = there->event = other->event = 1;
  there->record.id = 2;
  other->record.id = 3;
  there->actor = other->actor = 7;
  there->role = ENTENTE_ROLE_INITIATOR;
  other->role = ENTENTE_ROLE_HOST;
  fresh = entente_participation_copy (there);
  fresh->record.id = ENTENTE_ID_NONE;
  g_ptr_array_add (old, there);
  g_ptr_array_add (old, other);
  g_ptr_array_add (wanted, fresh);
  g_ptr_array_add (wanted, entente_participation_ref (there));
  step = entente_commands_change_event (event, old, event, wanted);
  g_assert_cmpuint (step->changes->len, ==, 2);
  assert_change (step, 0, ENTENTE_INSERT, ENTENTE_ENTITY_PARTICIPATION);
  assert_change (step, 1, ENTENTE_DELETE, ENTENTE_ENTITY_PARTICIPATION);
  g_assert_cmpint (((EntenteChange *) step->changes->pdata[1])->record->id, ==, 3);
}

static void
test_edit_event (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autoptr (EntenteEvent) event = read_event (fixture, "invite");
  g_autoptr (EntenteEvent) changed = entente_event_copy (event);
  g_autoptr (GPtrArray) parts = read_parts (fixture, "invite");
  g_autoptr (EntenteStep) step = NULL;
  g_autoptr (GError) error = NULL;

  changed->pinned = TRUE;
  step = entente_commands_edit_event (fixture->study, changed, parts, NULL);
  g_assert_cmpuint (step->changes->len, ==, 1);
  assert_change (step, 0, ENTENTE_UPDATE, ENTENTE_ENTITY_EVENT);
  changed->record.id = 4711;
  g_assert_null (entente_commands_edit_event (fixture->study, changed, parts, &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_NOT_FOUND);
}

static void
test_edit_actor (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  EntenteStore *store = entente_study_get_store (fixture->study);
  EntenteId id = entente_id_from_key ("north");
  g_autoptr (EntenteActor) actor = entente_store_get (store, ENTENTE_ENTITY_ACTOR, id, NULL);
  g_autoptr (GPtrArray) old =
    entente_store_list_of (store, ENTENTE_ENTITY_ALIAS, ENTENTE_ENTITY_ACTOR, id, NULL);
  g_autoptr (GPtrArray) aliases = g_ptr_array_new_with_free_func (entente_record_unref);
  g_autoptr (EntenteStep) step = NULL;
  EntenteAlias *kept = entente_alias_new ();

  /* "Northern Kingdom" gets another kind, "N." goes. */
  kept->text = g_strdup ("Northern Kingdom");
  kept->kind = ENTENTE_ALIAS_TITLE;
  g_ptr_array_add (aliases, kept);
  step = entente_commands_change_actor (&(EntenteWholeActor){ actor, old, NULL },
                                        &(EntenteWholeActor){ actor, aliases, NULL });
  g_assert_cmpuint (step->changes->len, ==, 2);
  assert_change (step, 0, ENTENTE_UPDATE, ENTENTE_ENTITY_ALIAS);
  assert_change (step, 1, ENTENTE_DELETE, ENTENTE_ENTITY_ALIAS);
}

/* A record that differs in one field is written in that one, so that what it waits for stays. */
static void
test_change (void)
{
  g_autoptr (EntenteActor) old = entente_actor_new ();
  g_autoptr (EntenteActor) wanted = NULL;
  g_autoptr (EntenteStep) nothing = NULL;
  g_autoptr (EntenteStep) step = NULL;
  const EntenteChange *change;

  old->record.id = 12;
  old->name = g_strdup ("Somebody");
  wanted = entente_actor_copy (old);
  nothing = entente_commands_change (old, wanted);
  g_assert_cmpuint (nothing->changes->len, ==, 0);
  wanted->note = g_strdup ("Seen in Moscow");
  step = entente_commands_change (old, wanted);
  g_assert_cmpuint (step->changes->len, ==, 1);
  assert_change (step, 0, ENTENTE_UPDATE, ENTENTE_ENTITY_ACTOR);
  change = g_ptr_array_index (step->changes, 0);
  g_assert_cmpuint (change->fields, ==, entente_record_compare_fields (old, wanted));
  g_assert_cmpuint (change->fields, !=, ENTENTE_ALL_FIELDS);
}

/* What others name is there before them, in its own order. */
static void
test_insert_first (void)
{
  g_autoptr (GPtrArray) actors = g_ptr_array_new_with_free_func (entente_record_unref);
  g_autoptr (EntenteEvent) event = entente_event_new ();
  g_autoptr (EntenteStep) step = entente_commands_put (event);

  for (guint i = 0; i < 2; i++) {
    EntenteActor *actor = entente_actor_new ();

    actor->record.id = i + 1;
    g_ptr_array_add (actors, actor);
  }
  entente_commands_insert_first (step, actors);
  g_assert_cmpuint (step->changes->len, ==, 3);
  for (guint i = 0; i < 2; i++) {
    assert_change (step, i, ENTENTE_INSERT, ENTENTE_ENTITY_ACTOR);
    g_assert_cmpint (((EntenteChange *) step->changes->pdata[i])->record->id, ==, i + 1);
  }
  assert_change (step, 2, ENTENTE_INSERT, ENTENTE_ENTITY_EVENT);
}

static void
test_delete_events (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  EntenteId ids[] = { entente_id_from_key ("invite"), entente_id_from_key ("yes"), 4711 };
  g_autoptr (EntenteStep) one = entente_commands_delete_events (ids, 1);
  g_autoptr (EntenteStep) both = entente_commands_delete_events (ids, 2);
  g_autoptr (EntenteStep) gone = entente_commands_delete_events (ids, 3);
  g_autoptr (EntenteChangeSet) changes = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (one->label, ==, "Delete event");
  g_assert_cmpstr (both->label, ==, "Delete 2 events");
  g_assert_null (entente_study_apply (fixture->study, gone, &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_NOT_FOUND);
  changes = entente_study_apply (fixture->study, both, NULL);
  g_assert_cmpuint (entente_chronicle_get_n_rows (entente_study_get_chronicle (fixture->study)),
                    ==,
                    0);
}

static void
test_set_field (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  EntenteId id = entente_id_from_key ("invite");
  static const struct {
    const char *field, *text;
  } bad[] = { { "colour", "x" },
              { "kind", "invitaton" },
              { "mode", "wild" },
              { "when", "2018-13" } };
  g_autoptr (EntenteStep) step = NULL;
  g_autoptr (EntenteStep) other = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (
      entente_commands_set_field (ENTENTE_ENTITY_EVENT, id, bad[i].field, bad[i].text, &error));
    g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_INVALID);
  }
  g_assert_null (
    entente_commands_set_field (ENTENTE_ENTITY_CLAIM, 12, "claimed_kind", "invitaton", NULL));
  other = entente_commands_set_field (ENTENTE_ENTITY_CLAIM, 12, "claimed_kind", "", NULL);
  g_assert_nonnull (other);
  step = entente_commands_set_field (ENTENTE_ENTITY_EVENT, id, "when", "2018-03-04", NULL);
  g_assert_cmpuint (step->changes->len, ==, 1);
  g_assert_cmpstr (step->label, ==, "Change event");
}

/* One step for all, which writes nothing but the order. */
static void
test_order_actors (void)
{
  const EntenteId actors[] = { 9, 4 };
  g_autoptr (EntenteStep) step = entente_commands_order_actors (actors, 2);

  g_assert_cmpuint (step->changes->len, ==, 2);
  assert_change (step, 0, ENTENTE_UPDATE, ENTENTE_ENTITY_ACTOR);
  for (guint i = 0; i < 2; i++) {
    const EntenteChange *change = g_ptr_array_index (step->changes, i);

    g_assert_cmpint (change->record->id, ==, actors[i]);
    g_assert_cmpint (((EntenteActor *) change->record)->lane_order, ==, i + 1);
    g_assert_cmpint (change->fields & (change->fields - 1), ==, 0);
  }
}

static EntenteStep *
set_event (const char *key, const char *field, const char *text)
{
  EntenteId id = entente_id_from_key (key);

  return entente_commands_set_field (ENTENTE_ENTITY_EVENT, id, field, text, NULL);
}

static void
apply_all (EntenteFixture *fixture, EntenteStep *const *steps, guint n)
{
  for (guint i = 0; i < n; i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (EntenteChangeSet) changes = entente_study_apply (fixture->study, steps[i], &error);

    g_assert_no_error (error);
    g_assert_cmpint (changes->step, !=, 0);
  }
}

/* Steps that were made of the same rows and wait for one another do not undo one another. */
static void
test_wait_for_one_another (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autoptr (EntenteEvent) seen = read_event (fixture, "invite");
  g_autoptr (EntenteEvent) edited = entente_event_copy (seen);
  g_autoptr (GPtrArray) parts = read_parts (fixture, "invite");
  g_autoptr (EntenteStep) pin = set_event ("invite", "pinned", "true");
  g_autoptr (EntenteStep) hide = set_event ("invite", "private", "true");
  g_autoptr (EntenteStep) edit = NULL;
  g_autoptr (EntenteEvent) now = NULL;

  edited->summary = g_strdup ("In other words");
  edit = entente_commands_change_event (seen, parts, edited, parts);
  apply_all (fixture, (EntenteStep *[]){ pin, hide, edit }, 3);
  now = read_event (fixture, "invite");
  g_assert_true (now->pinned);
  g_assert_true (now->private_);
  g_assert_cmpstr (now->summary, ==, "In other words");
  g_assert_cmpstr (now->title, ==, seen->title);
  entente_fixture_assert_like_fresh (fixture);
}

/* What is gone when it is the turn of a step refuses it. */
static void
test_too_late (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  EntenteId id = entente_id_from_key ("invite");
  g_autoptr (EntenteStep) delete = entente_commands_delete_events (&id, 1);
  g_autoptr (EntenteStep) pin = set_event ("invite", "pinned", "true");
  g_autoptr (GError) error = NULL;

  apply_all (fixture, (EntenteStep *[]){ delete }, 1);
  g_assert_null (entente_study_apply (fixture->study, pin, &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_NOT_FOUND);
}

/* Every entity has its three labels. */
static void
test_labels (void)
{
  for (guint entity = 0; entity < ENTENTE_N_ENTITIES; entity++) {
    g_autoptr (EntenteRecord) record = entente_record_new (entity);
    g_autoptr (EntenteStep) add = entente_commands_put (record);
    g_autoptr (EntenteStep) change = entente_commands_put (record);
    g_autoptr (EntenteStep) delete = entente_commands_delete (entity, record->id);

    g_assert_cmpint (record->id, >, 0);
    assert_change (add, 0, ENTENTE_INSERT, entity);
    assert_change (change, 0, ENTENTE_UPDATE, entity);
    assert_change (delete, 0, ENTENTE_DELETE, entity);
    g_assert_true (*add->label && *change->label && *delete->label);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/commands/add-event", test_add_event);
  g_test_add_func ("/commands/add-claim-on-mark", test_add_claim_on_mark);
  g_test_add_func ("/commands/edit-nothing", test_edit_nothing);
  g_test_add_func ("/commands/edit-participants", test_edit_participants);
  g_test_add_func ("/commands/edit-twins", test_edit_twins);
  g_test_add_func ("/commands/edit-event", test_edit_event);
  g_test_add_func ("/commands/edit-actor", test_edit_actor);
  g_test_add_func ("/commands/change", test_change);
  g_test_add_func ("/commands/insert-first", test_insert_first);
  g_test_add_func ("/commands/delete-events", test_delete_events);
  g_test_add_func ("/commands/set-field", test_set_field);
  g_test_add_func ("/commands/order-actors", test_order_actors);
  g_test_add_func ("/commands/wait-for-one-another", test_wait_for_one_another);
  g_test_add_func ("/commands/too-late", test_too_late);
  g_test_add_func ("/commands/labels", test_labels);
  return g_test_run ();
}
