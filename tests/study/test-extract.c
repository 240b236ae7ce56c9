/* EntenteExtract: what some events rest on, and what they do not. */

#include "config.h"

#include "entente-commands.h"
#include "entente-extract.h"
#include "entente-fixture.h"

static EntenteExtract *
extract (EntenteFixture *fixture, const char *const *keys)
{
  EntenteChronicle *chronicle = entente_study_get_chronicle (fixture->study);
  g_autoptr (EntenteBitset) rows = entente_bitset_new (entente_chronicle_get_n_rows (chronicle));
  g_autoptr (GError) error = NULL;
  EntenteExtract *made;

  for (; *keys; keys++)
    entente_bitset_add (rows, entente_chronicle_find_row (chronicle, entente_id_from_key (*keys)));
  made = entente_extract_new (fixture->study, rows, &error);
  g_assert_no_error (error);
  return made;
}

static gboolean
has (const EntenteExtract *made, EntenteEntity entity, const char *key)
{
  return entente_extract_has (made, entity, entente_id_from_key (key));
}

static void
test_one_event (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autoptr (EntenteExtract) made = extract (fixture, (const char *[]){ "invite", NULL });

  g_assert_true (has (made, ENTENTE_ENTITY_EVENT, "invite"));
  g_assert_false (has (made, ENTENTE_ENTITY_EVENT, "yes"));
  g_assert_true (has (made, ENTENTE_ENTITY_CLAIM, "c1"));
  g_assert_false (has (made, ENTENTE_ENTITY_CLAIM, "c3"));
  g_assert_true (has (made, ENTENTE_ENTITY_ARTICLE, "report"));
  g_assert_true (has (made, ENTENTE_ENTITY_ACTOR, "south"));
  g_assert_false (has (made, ENTENTE_ENTITY_ACTOR, "envoy"));
  g_assert_false (has (made, ENTENTE_ENTITY_LINK, "l1"));
  g_assert_cmpuint (entente_extract_count_events (made, entente_id_from_key ("north")), ==, 1);
}

/* What lies between two events is there with both. A speaker is there who takes part in nothing. */
static void
test_two_events (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autoptr (EntenteExtract) made = NULL;

  entente_fixture_apply (
    fixture,
    "{'do':'add-order','key':'o1','event':'invite','other':'yes','relation':'before'}");
  made = extract (fixture, (const char *[]){ "invite", "yes", NULL });
  g_assert_true (has (made, ENTENTE_ENTITY_LINK, "l1"));
  g_assert_true (has (made, ENTENTE_ENTITY_ORDER, "o1"));
  g_assert_true (has (made, ENTENTE_ENTITY_ACTOR, "envoy"));
  g_assert_cmpuint (entente_extract_count_events (made, entente_id_from_key ("north")), ==, 2);
  g_assert_cmpuint (entente_extract_count_events (made, entente_id_from_key ("envoy")), ==, 0);
}

/* Names are followed: from the event to its track, and from there to the host. */
static void
test_surroundings (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autoptr (EntenteExtract) made = NULL;

  entente_fixture_apply (fixture, "{'do':'add-actor','key':'host','name':'The Host'}");
  entente_fixture_apply (fixture, "{'do':'add-track','key':'quiet','name':'Quiet','host':'host'}");
  entente_fixture_apply (fixture, "{'do':'add-issue','key':'all','name':'All'}");
  entente_fixture_apply (fixture, "{'do':'add-issue','key':'water','name':'Water','parent':'all'}");
  entente_fixture_apply (
    fixture,
    "{'do':'set','entity':'event','id':'invite','track':'quiet','issues':['water']}");
  made = extract (fixture, (const char *[]){ "invite", NULL });
  g_assert_true (has (made, ENTENTE_ENTITY_TRACK, "quiet"));
  g_assert_true (has (made, ENTENTE_ENTITY_ACTOR, "host"));
  g_assert_true (has (made, ENTENTE_ENTITY_ISSUE, "all"));
}

/* A field of the user's own is there with a value of one of the events. */
static void
test_fields (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autoptr (EntenteExtract) one = NULL;
  g_autoptr (EntenteExtract) other = NULL;

  entente_fixture_apply (
    fixture,
    "{'do':'add-field','key':'f','name':'Tone','entity':'event','type':'text'}");
  entente_fixture_apply (
    fixture,
    "{'do':'add-field-value','key':'v','field':'f','subject':'yes','value':'warm'}");
  one = extract (fixture, (const char *[]){ "invite", NULL });
  other = extract (fixture, (const char *[]){ "yes", NULL });
  g_assert_false (has (one, ENTENTE_ENTITY_FIELD, "f"));
  g_assert_true (has (other, ENTENTE_ENTITY_FIELD, "f"));
  g_assert_true (has (other, ENTENTE_ENTITY_FIELD_VALUE, "v"));
}

static void
test_whole (void)
{
  g_assert_true (entente_extract_has (NULL, ENTENTE_ENTITY_ACTOR, 4711));
}

/* A stranger's study may have a place in a place in a place, a hundred thousand times. */
static void
test_long_chain (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autoptr (EntenteStep) step = entente_step_new ("Add places");
  g_autoptr (EntenteEvent) event = entente_event_new ();
  g_autoptr (EntenteChangeSet) changes = NULL;
  g_autoptr (EntenteExtract) made = NULL;
  EntenteId parent = ENTENTE_ID_NONE, first = ENTENTE_ID_NONE;

  for (guint i = 0; i < 100000; i++) {
    g_autoptr (EntentePlace) place = entente_place_new ();

    place->record.id = entente_id_new ();
    place->name = g_strdup ("Room");
    place->parent = parent;
    parent = place->record.id;
    first = i == 0 ? parent : first;
    entente_step_insert (step, place);
  }
  event->record.id = entente_id_from_key ("deep");
  event->kind = g_strdup ("meeting");
  event->place = parent;
  entente_step_insert (step, event);
  changes = entente_study_apply (fixture->study, step, NULL);
  g_assert_nonnull (changes);
  made = extract (fixture, (const char *[]){ "deep", NULL });
  g_assert_true (entente_extract_has (made, ENTENTE_ENTITY_PLACE, first));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/one-event", test_one_event);
  g_test_add_func ("/extract/two-events", test_two_events);
  g_test_add_func ("/extract/surroundings", test_surroundings);
  g_test_add_func ("/extract/fields", test_fields);
  g_test_add_func ("/extract/whole", test_whole);
  g_test_add_func ("/extract/long-chain", test_long_chain);
  return g_test_run ();
}
