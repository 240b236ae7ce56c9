/* Who and where, as claims say it: lists in words, and whether they may be the same. */
#include "config.h"

#include "entente-claims-parties.h"

static GArray *
make_ids (EntenteId first, EntenteId second)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (EntenteId));

  g_array_append_val (ids, first);
  if (second != ENTENTE_ID_NONE)
    g_array_append_val (ids, second);
  return ids;
}

static EntenteChronicle *
make_chronicle (void)
{
  EntenteChronicleBuilder *builder = entente_chronicle_builder_new ();
  const EntenteRowSink *sink = entente_chronicle_builder_get_sink ();

  for (EntenteId id = 1; id <= 3; id++) {
    g_autoptr (EntenteActor) actor = entente_actor_new ();
    g_autoptr (EntentePlace) place = entente_place_new ();

    actor->record.id = id;
    actor->name = g_strdup_printf ("Actor %d", (int) (4 - id));
    sink->actor (builder, actor);
    place->record.id = 10 + id;
    place->parent = id == 2 ? 11 : ENTENTE_ID_NONE;
    place->name = g_strdup_printf ("Place %d", (int) id);
    sink->place (builder, place);
  }
  return entente_chronicle_builder_build (builder, 0);
}

static void
assert_parties (const EntenteChronicle *chronicle, GArray *taken, const char *expected)
{
  g_autoptr (GArray) ids = taken;
  g_autofree char *text = entente_claims_format_parties (chronicle, ids);

  g_assert_cmpstr (text, ==, expected);
}

/* In the order of names, whatever theirs in the record; those that are gone are left out. */
static void
test_format (void)
{
  g_autoptr (EntenteChronicle) chronicle = make_chronicle ();

  assert_parties (chronicle, make_ids (1, 2), "Actor 2, Actor 3");
  assert_parties (chronicle, make_ids (3, 99), "Actor 1");
  assert_parties (chronicle, make_ids (99, 0), "nobody");
  g_assert_cmpstr (entente_claims_get_place_name (chronicle, 11), ==, "Place 1");
  g_assert_cmpstr (entente_claims_get_place_name (chronicle, 99), ==, "not said");
}

static void
test_list (void)
{
  g_autoptr (EntenteEventDetail) detail = entente_event_detail_new ();
  EntenteParticipation *part = entente_participation_new ();
  EntenteClaim *claim = entente_claim_new ();
  g_autoptr (GArray) own = NULL, claimed = NULL, to = NULL;

  detail->event = entente_event_new ();
  part->actor = 1;
  part->role = ENTENTE_ROLE_PARTICIPANT;
  g_ptr_array_add (detail->participations, part);
  claim->claimed_who = make_ids (2, 3);
  g_ptr_array_add (detail->claims, claim);
  own = entente_claims_list_parties (detail, G_MAXUINT, ENTENTE_ROLE_INITIATOR);
  claimed = entente_claims_list_parties (detail, 0, ENTENTE_ROLE_INITIATOR);
  to = entente_claims_list_parties (detail, 0, ENTENTE_ROLE_ADDRESSEE);
  g_assert_cmpuint (own->len, ==, 1);
  g_assert_cmpuint (claimed->len, ==, 2);
  g_assert_cmpuint (to->len, ==, 0);
}

static void
test_exclude (void)
{
  g_autoptr (EntenteChronicle) chronicle = make_chronicle ();
  g_autoptr (EntenteEvent) event = entente_event_new ();
  g_autoptr (GArray) one = make_ids (1, 0), both = make_ids (1, 2), other = make_ids (3, 0);
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (EntenteId));

  g_assert_false (entente_claims_parties_exclude (chronicle, event, one, both));
  g_assert_true (entente_claims_parties_exclude (chronicle, event, both, other));
  g_assert_false (entente_claims_parties_exclude (chronicle, event, both, none));
  g_assert_false (entente_claims_places_exclude (chronicle, 11, 12));
  g_assert_false (entente_claims_places_exclude (chronicle, 12, 11));
  g_assert_true (entente_claims_places_exclude (chronicle, 12, 13));
  g_assert_false (entente_claims_places_exclude (chronicle, 13, ENTENTE_ID_NONE));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/claims-parties/format", test_format);
  g_test_add_func ("/claims-parties/list", test_list);
  g_test_add_func ("/claims-parties/exclude", test_exclude);
  return g_test_run ();
}
