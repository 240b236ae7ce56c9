/* Details of events: everything in its place, waiting and not; the note that carries a passage. */

#include "config.h"

#include "entente-commands.h"
#include "entente-event-detail.h"
#include "entente-fixture.h"

static void
keep_result_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static void
assert_detail (const EntenteEventDetail *detail)
{
  const EntentePassage *first, *second;
  const EntenteArticle *article;

  g_assert_cmpint (detail->event->record.id, ==, entente_id_from_key ("yes"));
  g_assert_cmpuint (detail->participations->len, ==, 2);
  g_assert_cmpuint (detail->claims->len, ==, 3);
  g_assert_cmpuint (detail->passages->len, ==, 3);
  g_assert_cmpuint (detail->articles->len, ==, 3);
  g_assert_cmpuint (detail->footnotes->len, ==, 3);
  g_assert_cmpuint (detail->links->len, ==, 1);
  g_assert_cmpuint (detail->linked->len, ==, 1);
  for (guint i = 0; i < 3; i++) {
    const EntenteClaim *claim = g_ptr_array_index (detail->claims, i);

    first = g_ptr_array_index (detail->passages, i);
    article = g_ptr_array_index (detail->articles, i);
    g_assert_cmpint (claim->passage, ==, first ? first->record.id : 0);
    g_assert_true ((first != NULL) == (article != NULL));
  }
  second = g_ptr_array_index (detail->linked, 0);
  g_assert_cmpint (second->record.id, ==, entente_id_from_key ("invite"));
}

static EntenteFixture *
make_fixture (void)
{
  EntenteFixture *fixture = entente_fixture_new_story ();

  entente_fixture_apply (fixture, "{'do':'add-claim','event':'yes','outlet_name':'a paper'}");
  return fixture;
}

static void
test_read (void)
{
  g_autoptr (EntenteFixture) fixture = make_fixture ();
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteEventDetail) detail =
    entente_study_read_event (fixture->study, entente_id_from_key ("yes"), &error);

  g_assert_no_error (error);
  assert_detail (detail);
  g_assert_null (entente_study_read_event (fixture->study, 4711, &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_NOT_FOUND);
}

/* From either end, with and without the chronicle. */
static void
test_orders (void)
{
  static const char *const keys[] = { "yes", "invite" };
  g_autoptr (EntenteFixture) fixture = make_fixture ();

  entente_fixture_apply (fixture,
                         "{'do':'add-order','event':'yes','other':'invite','relation':'after'}");
  for (guint i = 0; i < 4; i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GHashTable) sources = entente_event_detail_sources_new ();
    g_autoptr (EntenteEventDetail) detail =
      entente_event_detail_read (entente_study_get_store (fixture->study),
                                 entente_id_from_key (keys[i % 2]),
                                 i < 2 ? NULL : entente_study_get_chronicle (fixture->study),
                                 sources,
                                 &error);

    g_assert_no_error (error);
    g_assert_cmpuint (detail->orders->len, ==, 1);
    g_assert_cmpint (((EntenteRecord *) g_ptr_array_index (detail->ordered, 0))->id,
                     ==,
                     entente_id_from_key (keys[1 - i % 2]));
  }
}

static void
test_read_async (void)
{
  g_autoptr (EntenteFixture) fixture = make_fixture ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteEventDetail) detail = NULL;

  entente_study_read_event_async (fixture->study,
                                  entente_id_from_key ("yes"),
                                  NULL,
                                  keep_result_cb,
                                  &result);
  while (!result)
    g_main_context_iteration (NULL, TRUE);
  detail = entente_study_read_event_finish (fixture->study, result, &error);
  g_assert_no_error (error);
  assert_detail (detail);
}

/* With the chronicle at hand, the same. */
static void
test_read_with_chronicle (void)
{
  g_autoptr (EntenteFixture) fixture = make_fixture ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) sources = entente_event_detail_sources_new ();
  g_autoptr (EntenteEventDetail) detail =
    entente_event_detail_read (entente_study_get_store (fixture->study),
                               entente_id_from_key ("yes"),
                               entente_study_get_chronicle (fixture->study),
                               sources,
                               &error);

  g_assert_no_error (error);
  assert_detail (detail);
}

static const EntenteArticle *
get_article (const EntenteEventDetail *detail)
{
  for (guint i = 0; i < detail->articles->len; i++) {
    if (g_ptr_array_index (detail->articles, i))
      return g_ptr_array_index (detail->articles, i);
  }
  return NULL;
}

/* What several claims and events rest on is read once. */
static void
test_sources (void)
{
  g_autoptr (EntenteFixture) fixture = make_fixture ();
  EntenteStore *store = entente_study_get_store (fixture->study);
  g_autoptr (GHashTable) sources = entente_event_detail_sources_new ();
  g_autoptr (EntenteEventDetail) yes =
    entente_event_detail_read (store, entente_id_from_key ("yes"), NULL, sources, NULL);
  g_autoptr (EntenteEventDetail) invite =
    entente_event_detail_read (store, entente_id_from_key ("invite"), NULL, sources, NULL);

  g_assert_nonnull (get_article (yes));
  g_assert_true (get_article (yes) == get_article (invite));
  g_assert_cmpuint (g_hash_table_size (sources), ==, 1);
}

/* "South said yes.[1] The envoy …": the mark behind the full stop carries the sentence, not the
 * next one. */
static void
test_footnote (void)
{
  g_autoptr (EntenteFixture) fixture = make_fixture ();
  g_autoptr (EntenteEventDetail) detail = NULL;
  guint n_noted = 0;

  entente_fixture_apply (
    fixture,
    "{'do':'add-footnote','revision':'report','marker':'1','position':54,'text':'A paper'}");
  detail = entente_study_read_event (fixture->study, entente_id_from_key ("yes"), NULL);
  for (guint i = 0; i < detail->claims->len; i++) {
    const EntentePassage *passage = g_ptr_array_index (detail->passages, i);
    const EntenteFootnote *note = g_ptr_array_index (detail->footnotes, i);

    if (note)
      g_assert_cmpstr (passage->quote, ==, "South said yes");
    n_noted += note != NULL;
  }
  g_assert_cmpuint (n_noted, ==, 1);
}

/* Words that a correction left behind say so; those that moved do not. */
static void
test_outdated (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new ();
  g_autoptr (EntenteEventDetail) before = NULL, after = NULL;
  g_autoptr (EntenteRevision) revision = entente_revision_new ();
  g_autoptr (EntenteStep) step = NULL;
  g_autoptr (EntenteChangeSet) changes = NULL;
  EntenteId event = entente_id_from_key ("e");

  entente_fixture_apply (fixture,
                         "{'do':'add-article','key':'story','title':'A story',"
                         "'text':'A tale\\nNorway invited Kenya.\\nNothing else was told.\\n'}");
  entente_fixture_apply (fixture, "{'do':'add-event','key':'e','kind':'invitation'}");
  entente_fixture_apply (fixture,
                         "{'do':'add-claim','event':'e','article':'story',"
                         "'quote':'Norway invited Kenya'}");
  entente_fixture_apply (fixture, "{'do':'add-claim','event':'e','outlet_name':'a paper'}");
  before = entente_study_read_event (fixture->study, event, NULL);
  g_assert_cmpuint (before->outdated->len, ==, 0);
  revision->article = entente_id_from_key ("story");
  revision->number = 2;
  revision->text = g_strdup ("Peru invited Kenya.");
  step = entente_commands_put (revision);
  changes = entente_study_apply (fixture->study, step, NULL);
  g_assert_nonnull (changes);
  after = entente_study_read_event (fixture->study, event, NULL);
  g_assert_cmpuint (after->outdated->len, ==, 1);
  for (guint i = 0; i < after->claims->len; i++)
    g_assert_cmpint (entente_event_detail_is_outdated (after, i),
                     ==,
                     after->passages->pdata[i] != NULL);
}

static EntenteEvidence
get_evidence (EntenteFixture *fixture)
{
  EntenteChronicle *chronicle = entente_study_get_chronicle (fixture->study);

  return entente_chronicle_get_evidence (
    chronicle,
    entente_chronicle_find_row (chronicle, entente_id_from_key ("e")));
}

/* Who acted, as one voice says it and another does not: evidence follows at once, and with undo. */
static void
test_claimed (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new ();
  g_autoptr (EntenteEventDetail) detail = NULL;
  g_autoptr (EntenteChangeSet) changes = NULL;

  entente_fixture_apply (fixture, "{'do':'add-actor','key':'norway','name':'Norway'}");
  entente_fixture_apply (fixture, "{'do':'add-actor','key':'peru','name':'Peru'}");
  entente_fixture_apply (fixture, "{'do':'add-place','key':'oslo','name':'Oslo'}");
  entente_fixture_apply (fixture, "{'do':'add-event','key':'e','kind':'invitation'}");
  entente_fixture_apply (fixture,
                         "{'do':'add-claim','event':'e','outlet_name':'One',"
                         "'claimed_who':['norway'],'claimed_place':'oslo'}");
  g_assert_cmpint (get_evidence (fixture), ==, ENTENTE_EVIDENCE_SINGLE);
  entente_fixture_apply (fixture,
                         "{'do':'add-claim','event':'e','outlet_name':'Two',"
                         "'claimed_who':['peru'],'claimed_to':['norway']}");
  g_assert_cmpint (get_evidence (fixture), ==, ENTENTE_EVIDENCE_CONTESTED);
  detail = entente_study_read_event (fixture->study, entente_id_from_key ("e"), NULL);
  for (guint i = 0; i < 2; i++) {
    const EntenteClaim *claim = detail->claims->pdata[i];

    g_assert_cmpuint (claim->claimed_who->len, ==, 1);
    g_assert_true ((claim->claimed_place != ENTENTE_ID_NONE) == (claim->claimed_to == NULL));
  }
  changes = entente_study_undo (fixture->study, NULL);
  g_assert_cmpint (get_evidence (fixture), ==, ENTENTE_EVIDENCE_SINGLE);
  entente_change_set_unref (g_steal_pointer (&changes));
  changes = entente_study_redo (fixture->study, NULL);
  g_assert_cmpint (get_evidence (fixture), ==, ENTENTE_EVIDENCE_CONTESTED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/event-detail/read", test_read);
  g_test_add_func ("/event-detail/read-async", test_read_async);
  g_test_add_func ("/event-detail/orders", test_orders);
  g_test_add_func ("/event-detail/read-with-chronicle", test_read_with_chronicle);
  g_test_add_func ("/event-detail/sources", test_sources);
  g_test_add_func ("/event-detail/footnote", test_footnote);
  g_test_add_func ("/event-detail/outdated", test_outdated);
  g_test_add_func ("/event-detail/claimed", test_claimed);
  return g_test_run ();
}
