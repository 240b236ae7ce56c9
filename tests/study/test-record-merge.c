/* Two tracks, places or issues that are one: what names the one that goes names the other, once,
 * and undo brings both back. */
#include "config.h"

#include "entente-fixture.h"
#include "entente-record-merge.h"

static gpointer
read_record (EntenteFixture *fixture, EntenteEntity entity, const char *key)
{
  return entente_store_get (entente_study_get_store (fixture->study),
                            entity,
                            entente_id_from_key (key),
                            NULL);
}

static EntenteFixture *
new_fixture (void)
{
  EntenteFixture *fixture = entente_fixture_new ();

  entente_fixture_apply (fixture, "{'do':'add-place','key':'qatar','name':'Qatar'}");
  entente_fixture_apply (fixture, "{'do':'add-place','key':'doha','name':'Doha','parent':'qatar'}");
  entente_fixture_apply (fixture,
                         "{'do':'add-place','key':'dawha','name':'Ad-Dawha','latitude':25.3,"
                         "'longitude':51.5}");
  entente_fixture_apply (fixture,
                         "{'do':'add-place','key':'hotel','name':'Hotel','parent':'dawha'}");
  entente_fixture_apply (fixture, "{'do':'add-issue','key':'men','name':'Prisoners'}");
  entente_fixture_apply (fixture,
                         "{'do':'add-issue','key':'pows','name':'POWs','note':'soldiers'}");
  entente_fixture_apply (fixture,
                         "{'do':'add-event','key':'talk','kind':'talks','place':'dawha',"
                         "'issues':['men','pows']}");
  entente_fixture_apply (fixture,
                         "{'do':'add-event','key':'other','kind':'talks','place':'doha',"
                         "'issues':['pows']}");
  return fixture;
}

static void
merge (EntenteFixture *fixture, EntenteEntity entity, const char *kept, const char *gone)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteRecordMerge) merge =
    entente_record_merge_read (entente_study_get_store (fixture->study),
                               entity,
                               entente_id_from_key (kept),
                               entente_id_from_key (gone),
                               &error);
  g_autoptr (EntenteStep) step = NULL;
  g_autoptr (EntenteChangeSet) changes = NULL;

  g_assert_no_error (error);
  step = entente_commands_merge_records (merge);
  changes = entente_study_apply (fixture->study, step, &error);
  g_assert_no_error (error);
}

static void
test_place (void)
{
  g_autoptr (EntenteFixture) fixture = new_fixture ();
  g_autofree char *before = entente_fixture_dump (fixture);
  g_autofree char *after = NULL;
  g_autoptr (EntentePlace) doha = NULL, hotel = NULL, gone = NULL;
  g_autoptr (EntenteEvent) talk = NULL;
  g_autoptr (EntenteChangeSet) undone = NULL;

  merge (fixture, ENTENTE_ENTITY_PLACE, "doha", "dawha");
  doha = read_record (fixture, ENTENTE_ENTITY_PLACE, "doha");
  hotel = read_record (fixture, ENTENTE_ENTITY_PLACE, "hotel");
  gone = read_record (fixture, ENTENTE_ENTITY_PLACE, "dawha");
  talk = read_record (fixture, ENTENTE_ENTITY_EVENT, "talk");
  g_assert_null (gone);
  g_assert_cmpstr (doha->name, ==, "Doha");
  g_assert_cmpint (doha->parent, ==, entente_id_from_key ("qatar"));
  g_assert_cmpfloat (doha->latitude, ==, 25.3); /* what it lacked */
  g_assert_cmpint (hotel->parent, ==, doha->record.id);
  g_assert_cmpint (talk->place, ==, doha->record.id);
  g_assert_cmpstr (entente_study_get_undo_label (fixture->study),
                   ==,
                   "Merge “Ad-Dawha” into “Doha”");
  entente_fixture_assert_like_fresh (fixture);
  undone = entente_study_undo (fixture->study, NULL);
  after = entente_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

/* A move that had both has one. */
static void
test_issue (void)
{
  g_autoptr (EntenteFixture) fixture = new_fixture ();
  g_autoptr (EntenteEvent) talk = NULL, other = NULL;
  g_autoptr (EntenteIssue) men = NULL;

  merge (fixture, ENTENTE_ENTITY_ISSUE, "men", "pows");
  talk = read_record (fixture, ENTENTE_ENTITY_EVENT, "talk");
  other = read_record (fixture, ENTENTE_ENTITY_EVENT, "other");
  men = read_record (fixture, ENTENTE_ENTITY_ISSUE, "men");
  g_assert_cmpuint (talk->issues->len, ==, 1);
  g_assert_cmpuint (other->issues->len, ==, 1);
  g_assert_cmpint (g_array_index (other->issues, EntenteId, 0), ==, men->record.id);
  g_assert_cmpstr (men->note, ==, "soldiers");
}

/* Into what it stands under. */
static void
test_child (void)
{
  g_autoptr (EntenteFixture) fixture = new_fixture ();
  g_autoptr (EntentePlace) doha = NULL;

  merge (fixture, ENTENTE_ENTITY_PLACE, "doha", "qatar");
  doha = read_record (fixture, ENTENTE_ENTITY_PLACE, "doha");
  g_assert_cmpint (doha->parent, ==, ENTENTE_ID_NONE);
}

static void
test_refused (void)
{
  g_autoptr (EntenteFixture) fixture = new_fixture ();
  EntenteStore *store = entente_study_get_store (fixture->study);
  EntenteId doha = entente_id_from_key ("doha");
  g_autoptr (GError) error = NULL, missing = NULL;

  g_assert_null (entente_record_merge_read (store, ENTENTE_ENTITY_PLACE, doha, doha, &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_INVALID);
  g_assert_null (entente_record_merge_read (store, ENTENTE_ENTITY_PLACE, doha, 77, &missing));
  g_assert_error (missing, ENTENTE_ERROR, ENTENTE_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record-merge/place", test_place);
  g_test_add_func ("/record-merge/issue", test_issue);
  g_test_add_func ("/record-merge/child", test_child);
  g_test_add_func ("/record-merge/refused", test_refused);
  return g_test_run ();
}
