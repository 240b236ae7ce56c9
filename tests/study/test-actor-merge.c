/* Two actors that are one: what moves, what goes, what the preview says, and that undo brings both
 * back. */
#include "config.h"

#include "entente-actor-merge.h"
#include "entente-fixture.h"
#include "entente-query-parse.h"

static gpointer
read_record (EntenteFixture *fixture, EntenteEntity entity, const char *key)
{
  return entente_store_get (entente_study_get_store (fixture->study),
                            entity,
                            entente_id_from_key (key),
                            NULL);
}

static GPtrArray *
list_naming (EntenteFixture *fixture, EntenteEntity entity, const char *actor)
{
  return entente_store_list_naming (entente_study_get_store (fixture->study),
                                    entity,
                                    ENTENTE_ENTITY_ACTOR,
                                    entente_id_from_key (actor),
                                    NULL);
}

/* "Nord" is North by another name, with something of every kind that may name an actor. */
static EntenteFixture *
new_fixture (void)
{
  EntenteFixture *fixture = entente_fixture_new_story ();

  entente_fixture_apply (fixture,
                         "{'do':'add-actor','key':'nord','name':'Nord','kind':'government',"
                         "'wikidata':'Q7','short_label':'NO','note':'From the old list',"
                         "'aliases':['Northern Kingdom','Nordland']}");
  entente_fixture_apply (fixture, "{'do':'set','entity':'actor','id':'north','wikidata':'Q1'}");
  entente_fixture_apply (fixture,
                         "{'do':'add-affiliation','key':'tie','actor':'south','parent':'nord',"
                         "'from':'2015','to':'2016-05'}");
  entente_fixture_apply (fixture,
                         "{'do':'add-affiliation','key':'twice','actor':'envoy','parent':'nord',"
                         "'role':'envoy','from':'2018-02'}");
  entente_fixture_apply (fixture,
                         "{'do':'add-affiliation','key':'own','actor':'nord','parent':'north'}");
  entente_fixture_apply (fixture,
                         "{'do':'add-event','key':'letter','kind':'statement','participants':"
                         "[{'actor':'nord','role':'initiator'},{'actor':'envoy','role':"
                         "'spokesman','speaks_for':'nord'}]}");
  entente_fixture_apply (fixture,
                         "{'do':'add-event','key':'both','kind':'statement','participants':"
                         "[{'actor':'nord','role':'initiator'},{'actor':'north','role':"
                         "'initiator'},{'actor':'north','role':'spokesman','speaks_for':'nord'}]}");
  entente_fixture_apply (fixture,
                         "{'do':'add-claim','key':'c4','event':'letter','article':'report',"
                         "'quote':'It ends here','speaker':'nord','outlet':'nord'}");
  entente_fixture_apply (fixture,
                         "{'do':'add-claim','key':'c5','event':'letter','article':'report',"
                         "'quote':'It ends here','claimed_who':['nord','north'],"
                         "'claimed_to':['south','nord']}");
  entente_fixture_apply (fixture, "{'do':'add-issue','key':'toll','name':'Toll'}");
  entente_fixture_apply (fixture,
                         "{'do':'add-position','key':'p','actor':'nord','issue':'toll','kind':"
                         "'demand','text':'No toll'}");
  entente_fixture_apply (fixture,
                         "{'do':'add-track','key':'t','name':'Back','kind':'back-channel',"
                         "'host':'nord'}");
  entente_fixture_apply (fixture,
                         "{'do':'add-view','key':'v','name':'Both','query':{'actor':['nord',"
                         "'north','south'],'by':['nord']}}");
  return fixture;
}

static void
merge (EntenteFixture *fixture)
{
  entente_fixture_apply (fixture, "{'do':'merge-actors','actor':'north','other':'nord'}");
}

static void
test_names (void)
{
  g_autoptr (EntenteFixture) fixture = new_fixture ();
  EntenteChronicle *chronicle;
  g_autoptr (GPtrArray) aliases = NULL;
  g_autoptr (EntenteActor) actor = NULL;

  merge (fixture);
  chronicle = entente_study_get_chronicle (fixture->study);
  for (guint i = 0; i < 4; i++) {
    static const char *const names[] = { "North", "Nord", "Nordland", "Northern Kingdom" };
    g_autoptr (GArray) found = entente_chronicle_find_actors_by_name (chronicle, names[i]);

    g_assert_cmpuint (found->len, ==, 1);
  }
  aliases = list_naming (fixture, ENTENTE_ENTITY_ALIAS, "north");
  g_assert_cmpuint (aliases->len, ==, 5); /* two of its own, "Nordland", "Nord" and "NO" */
  actor = read_record (fixture, ENTENTE_ENTITY_ACTOR, "north");
  g_assert_cmpstr (actor->wikidata, ==, "Q1");
  g_assert_cmpint (actor->kind, ==, ENTENTE_ACTOR_STATE);
  g_assert_cmpstr (actor->note, ==, "From the old list");
  g_assert_null (read_record (fixture, ENTENTE_ENTITY_ACTOR, "nord"));
}

static void
test_moves (void)
{
  g_autoptr (EntenteFixture) fixture = new_fixture ();
  g_autoptr (GPtrArray) parts = NULL;
  g_autoptr (EntenteClaim) claim = NULL;
  g_autoptr (EntenteClaim) parties = NULL;
  g_autoptr (EntentePosition) position = NULL;
  g_autoptr (EntenteTrack) track = NULL;
  g_autoptr (EntenteAffiliation) tie = NULL;
  g_autoptr (EntenteQuery) query = NULL;
  EntenteId north = entente_id_from_key ("north");

  merge (fixture);
  claim = read_record (fixture, ENTENTE_ENTITY_CLAIM, "c4");
  g_assert_true (claim->speaker == north && claim->outlet == north);
  parties = read_record (fixture, ENTENTE_ENTITY_CLAIM, "c5");
  g_assert_cmpuint (parties->claimed_who->len, ==, 1);
  g_assert_true (g_array_index (parties->claimed_who, EntenteId, 0) == north);
  g_assert_cmpuint (parties->claimed_to->len, ==, 2);
  g_assert_true (g_array_index (parties->claimed_to, EntenteId, 1) == north);
  position = read_record (fixture, ENTENTE_ENTITY_POSITION, "p");
  g_assert_true (position->actor == north);
  track = read_record (fixture, ENTENTE_ENTITY_TRACK, "t");
  g_assert_true (track->host == north);
  tie = read_record (fixture, ENTENTE_ENTITY_AFFILIATION, "tie");
  g_assert_true (tie->parent == north);
  g_assert_cmpstr (tie->to->edtf, ==, "2016-05");
  /* Said already of the one that stays, and of the two. */
  g_assert_null (read_record (fixture, ENTENTE_ENTITY_AFFILIATION, "twice"));
  g_assert_null (read_record (fixture, ENTENTE_ENTITY_AFFILIATION, "own"));
  query = entente_query_from_view (fixture->study, "Both", NULL);
  g_assert_cmpuint (query->actors->len, ==, 2);
  g_assert_true (entente_query_has_id (query->actors, north));
  g_assert_true (entente_query_has_id (query->by, north));
  /* Once as initiator of each event, and nobody speaks for himself. */
  parts = list_naming (fixture, ENTENTE_ENTITY_PARTICIPATION, "north");
  g_assert_cmpuint (parts->len, ==, 2 + 2 + 2);
  for (guint i = 0; i < parts->len; i++) {
    EntenteParticipation *part = parts->pdata[i];

    g_assert_true (part->actor != part->speaks_for);
  }
  entente_fixture_assert_like_fresh (fixture);
}

static void
test_undo (void)
{
  g_autoptr (EntenteFixture) fixture = new_fixture ();
  g_autofree char *before = entente_fixture_dump (fixture);
  g_autofree char *after = NULL;
  g_autofree char *merged = NULL;
  g_autofree char *again = NULL;

  merge (fixture);
  merged = entente_fixture_dump (fixture);
  g_assert_cmpstr (entente_study_get_undo_label (fixture->study), ==, "Merge actors");
  entente_change_set_unref (entente_study_undo (fixture->study, NULL));
  after = entente_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
  entente_change_set_unref (entente_study_redo (fixture->study, NULL));
  again = entente_fixture_dump (fixture);
  g_assert_cmpstr (again, ==, merged);
}

static gboolean
says (const GPtrArray *sentences, const char *wanted)
{
  for (guint i = 0; i < sentences->len; i++) {
    if (g_str_equal (sentences->pdata[i], wanted))
      return TRUE;
  }
  g_test_message ("Nobody says: %s", wanted);
  for (guint i = 0; i < sentences->len; i++)
    g_test_message ("%s", (char *) sentences->pdata[i]);
  return FALSE;
}

static void
test_describe (void)
{
  g_autoptr (EntenteFixture) fixture = new_fixture ();
  g_autoptr (EntenteActorMerge) merge =
    entente_actor_merge_read (entente_study_get_store (fixture->study),
                              entente_id_from_key ("north"),
                              entente_id_from_key ("nord"),
                              NULL);
  g_autoptr (GPtrArray) sentences = entente_actor_merge_describe (merge);

  g_assert_true (says (sentences, "Its names “Nord”, “NO” become aliases."));
  g_assert_true (says (sentences, "1 alias moves."));
  g_assert_true (says (sentences, "3 participations move."));
  g_assert_true (says (sentences, "1 affiliation moves."));
  g_assert_true (says (sentences, "2 claims move, as speaker, outlet or party."));
  g_assert_true (says (sentences, "1 position moves."));
  g_assert_true (says (sentences, "1 saved view follows."));
  g_assert_true (says (sentences, "Its kind, government, goes."));
  g_assert_true (says (sentences, "Its Wikidata number Q7 goes."));
  g_assert_true (says (sentences, "Both take part in 1 event; there one stands for both."));
  g_assert_true (says (sentences, "4 records that would be there twice go."));
}

static void
test_refused (void)
{
  g_autoptr (EntenteFixture) fixture = new_fixture ();

  g_free (entente_fixture_refuse (fixture,
                                  ENTENTE_ERROR_INVALID,
                                  "{'do':'merge-actors','actor':'north','other':'North'}"));
  g_free (entente_fixture_refuse (fixture,
                                  ENTENTE_ERROR_NOT_FOUND,
                                  "{'do':'merge-actors','actor':'north','other':'nobody'}"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/actor-merge/names", test_names);
  g_test_add_func ("/actor-merge/moves", test_moves);
  g_test_add_func ("/actor-merge/undo", test_undo);
  g_test_add_func ("/actor-merge/describe", test_describe);
  g_test_add_func ("/actor-merge/refused", test_refused);
  return g_test_run ();
}
