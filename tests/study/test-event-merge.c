/* Two events that are one: what moves, what goes, and that undo brings both back. */
#include "config.h"

#include "entente-event-merge.h"
#include "entente-fixture.h"

static gpointer
read_record (EntenteFixture *fixture, EntenteEntity entity, const char *key)
{
  return entente_store_get (entente_study_get_store (fixture->study),
                            entity,
                            entente_id_from_key (key),
                            NULL);
}

/* A second report of the acceptance, with a date and a participant of its own, and an answer to it.
 */
static EntenteFixture *
new_fixture (void)
{
  EntenteFixture *fixture = entente_fixture_new_story ();

  entente_fixture_apply (fixture,
                         "{'do':'add-event','key':'again','kind':'accept-invitation','summary':'By "
                         "letter','when':'2018-04-03','participants':[{'actor':'south','role':"
                         "'initiator'},{'actor':'envoy','role':'mediator'}]}");
  entente_fixture_apply (fixture,
                         "{'do':'add-claim','key':'c4','event':'again','article':'report',"
                         "'quote':'It ends here'}");
  entente_fixture_apply (fixture,
                         "{'do':'link','key':'l2','from':'again','to':'invite','type':'accepts'}");
  entente_fixture_apply (fixture,
                         "{'do':'link','key':'l3','from':'again','to':'yes','type':'confirms'}");
  entente_fixture_apply (fixture,
                         "{'do':'add-order','key':'o1','event':'again','other':'invite',"
                         "'relation':'after'}");
  entente_fixture_apply (fixture,
                         "{'do':'add-question','key':'q1','text':'Who wrote?','event':'again'}");
  return fixture;
}

static void
test_moves (void)
{
  g_autoptr (EntenteFixture) fixture = new_fixture ();
  g_autofree char *before = entente_fixture_dump (fixture);
  g_autofree char *after = NULL;
  g_autoptr (EntenteEventDetail) detail = NULL;
  g_autoptr (EntenteClaim) claim = NULL;
  g_autoptr (EntenteQuestion) question = NULL;
  g_autoptr (EntenteEvent) gone = NULL;

  entente_fixture_apply (fixture, "{'do':'merge-events','event':'yes','other':'again'}");
  detail = entente_study_read_event (fixture->study, entente_id_from_key ("yes"), NULL);
  g_assert_cmpuint (detail->claims->len, ==, 3);
  g_assert_cmpuint (detail->participations->len, ==, 3);
  g_assert_cmpuint (detail->links->len, ==, 1);
  g_assert_cmpuint (detail->orders->len, ==, 1);
  g_assert_cmpstr (detail->event->summary, ==, "By letter");
  g_assert_cmpstr (detail->event->when->edtf, ==, "2018-04-02");
  claim = read_record (fixture, ENTENTE_ENTITY_CLAIM, "c4");
  g_assert_cmpstr (claim->claimed_when->edtf, ==, "2018-04-03");
  g_assert_null (claim->claimed_kind);
  question = read_record (fixture, ENTENTE_ENTITY_QUESTION, "q1");
  g_assert_cmpint (question->event, ==, entente_id_from_key ("yes"));
  gone = read_record (fixture, ENTENTE_ENTITY_EVENT, "again");
  g_assert_null (gone);
  entente_fixture_assert_like_fresh (fixture);
  g_assert_cmpstr (entente_study_get_undo_label (fixture->study), ==, "Merge events");
  entente_change_set_unref (entente_study_undo (fixture->study, NULL));
  after = entente_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

static void
test_other_kind (void)
{
  g_autoptr (EntenteFixture) fixture = new_fixture ();
  g_autoptr (EntenteClaim) claim = NULL;

  entente_fixture_apply (fixture, "{'do':'set','entity':'event','id':'again','kind':'statement'}");
  entente_fixture_apply (fixture, "{'do':'merge-events','event':'yes','other':'again'}");
  claim = read_record (fixture, ENTENTE_ENTITY_CLAIM, "c4");
  g_assert_cmpstr (claim->claimed_kind, ==, "statement");
}

static void
test_describe (void)
{
  g_autoptr (EntenteFixture) fixture = new_fixture ();
  g_autoptr (EntenteEventMerge) merge =
    entente_event_merge_read (entente_study_get_store (fixture->study),
                              entente_id_from_key ("yes"),
                              entente_id_from_key ("again"),
                              NULL);
  g_autoptr (GPtrArray) sentences = entente_event_merge_describe (merge);

  g_assert_cmpuint (sentences->len, ==, 4);
  g_assert_cmpstr (sentences->pdata[0], ==, "1 claim moves.");
  g_assert_cmpstr (sentences->pdata[1], ==, "1 participant is added.");
  g_assert_cmpstr (sentences->pdata[2], ==, "1 link between the two goes.");
  g_assert_cmpstr (sentences->pdata[3],
                   ==,
                   "Its date, 3 April 2018, stays as what its claims say.");
}

static gboolean
says (const GPtrArray *sentences, const char *words)
{
  for (guint i = 0; i < sentences->len; i++)
    if (g_strcmp0 (sentences->pdata[i], words) == 0)
      return TRUE;
  return FALSE;
}

/* Where both have a value, the preview says what goes. */
static void
test_both (void)
{
  static const char *const lines[] = {
    "{'do':'add-place','key':'here','name':'Doha'}",
    "{'do':'add-place','key':'there','name':'Geneva'}",
    "{'do':'add-track','key':'front','name':'Front'}",
    "{'do':'add-track','key':'back','name':'Back'}",
    "{'do':'add-field','key':'tone','entity':'event','name':'Tone','type':'text'}",
    "{'do':'add-field-value','field':'tone','subject':'yes','value':'warm'}",
    "{'do':'add-field-value','field':'tone','subject':'again','value':'cold'}",
    "{'do':'set','entity':'event','id':'yes','summary':'Twice','place':'here','track':'front',"
    "'medium':'telephone','judgement':'certain','judgement_reason':'Seen'}",
    "{'do':'set','entity':'event','id':'again','place':'there','track':'back',"
    "'medium':'letter','judgement':'doubtful','judgement_reason':'Heard'}",
  };
  static const char *const said[] = {
    "Its summary goes: “By letter”",
    "Its place, Geneva, goes.",
    "Its track, Back, goes.",
    "Its medium, letter, goes.",
    "Its judgement, doubtful, goes.",
    "The reason of its judgement goes: “Heard”",
    "1 value of a field of your own goes.",
  };
  g_autoptr (EntenteFixture) fixture = new_fixture ();
  g_autoptr (EntenteEventMerge) merge = NULL;
  g_autoptr (GPtrArray) sentences = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    entente_fixture_apply (fixture, "%s", lines[i]);
  merge = entente_event_merge_read (entente_study_get_store (fixture->study),
                                    entente_id_from_key ("yes"),
                                    entente_id_from_key ("again"),
                                    NULL);
  sentences = entente_event_merge_describe (merge);
  for (guint i = 0; i < sentences->len; i++)
    g_test_message ("%s", (char *) sentences->pdata[i]);
  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    g_assert_true (says (sentences, said[i]));
}

static void
test_refused (void)
{
  g_autoptr (EntenteFixture) fixture = new_fixture ();

  g_free (entente_fixture_refuse (fixture,
                                  ENTENTE_ERROR_INVALID,
                                  "{'do':'merge-events','event':'yes','other':'yes'}"));
  g_free (entente_fixture_refuse (fixture,
                                  ENTENTE_ERROR_NOT_FOUND,
                                  "{'do':'merge-events','event':'yes','other':'nothing'}"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/merge/moves", test_moves);
  g_test_add_func ("/merge/other-kind", test_other_kind);
  g_test_add_func ("/merge/describe", test_describe);
  g_test_add_func ("/merge/both", test_both);
  g_test_add_func ("/merge/refused", test_refused);
  return g_test_run ();
}
