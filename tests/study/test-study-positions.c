/* Reading positions, where their words stand, and the step that enters one. */
#include "config.h"

#include "entente-fixture.h"
#include "entente-study-positions.h"

static const char TEXT[] = "Vesmar demanded that the port be opened. Orland said nothing.";

static EntenteFixture *
make_study (void)
{
  EntenteFixture *fixture = entente_fixture_new ();

  entente_fixture_apply (fixture,
                         "{'do':'add-actor','key':'vesmar','name':'Vesmar','kind':'state'}");
  entente_fixture_apply (fixture, "{'do':'add-issue','key':'port','name':'Port'}");
  entente_fixture_apply (fixture,
                         "{'do':'add-article','key':'news','title':'News','text':'%s'}",
                         TEXT);
  entente_fixture_apply (fixture,
                         "{'do':'add-position','key':'first','actor':'vesmar','issue':'port',"
                         "'kind':'demand','when':'2031-02-01','article':'news',"
                         "'quote':'the port be opened'}");
  return fixture;
}

static guint
count (EntenteFixture *fixture)
{
  g_autoptr (GPtrArray) all = entente_study_read_positions (fixture->study, NULL, NULL);

  return all->len;
}

static GPtrArray *
read_some (EntenteFixture *fixture, const EntenteId *ids, guint n)
{
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (EntenteId));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *found;

  g_array_append_vals (wanted, ids, n);
  entente_study_read_positions_async (fixture->study,
                                      wanted,
                                      NULL,
                                      entente_fixture_keep_result,
                                      &result);
  found =
    entente_study_read_positions_finish (fixture->study, entente_fixture_wait (&result), &error);
  g_assert_no_error (error);
  return found;
}

/* Those that are gone are left out. */
static void
test_some (void)
{
  g_autoptr (EntenteFixture) fixture = make_study ();
  EntenteId ids[] = { entente_id_from_key ("first"), entente_id_from_key ("gone") };
  g_autoptr (GPtrArray) found = read_some (fixture, ids, G_N_ELEMENTS (ids));

  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpint (((EntentePosition *) found->pdata[0])->record.id, ==, ids[0]);
}

static void
test_words (void)
{
  g_autoptr (EntenteFixture) fixture = make_study ();
  EntenteId id = entente_id_from_key ("first");
  g_autoptr (GPtrArray) found = read_some (fixture, &id, 1);
  g_autoptr (GAsyncResult) result = NULL, missing = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntentePassagePlace) place = NULL;

  entente_study_find_passage_async (fixture->study,
                                    ((EntentePosition *) found->pdata[0])->passage,
                                    NULL,
                                    entente_fixture_keep_result,
                                    &result);
  place =
    entente_study_find_passage_finish (fixture->study, entente_fixture_wait (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (place->passage->quote, ==, "the port be opened");
  g_assert_cmpint (place->article, ==, entente_id_from_key ("news"));
  entente_study_find_passage_async (fixture->study, 7, NULL, entente_fixture_keep_result, &missing);
  g_assert_null (
    entente_study_find_passage_finish (fixture->study, entente_fixture_wait (&missing), &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_NOT_FOUND);
}

/* Words and a new issue come with it, as one step that is undone whole. */
static void
test_add (void)
{
  g_autoptr (EntenteFixture) fixture = make_study ();
  g_autofree char *before = entente_fixture_dump (fixture), *after = NULL;
  g_autoptr (EntenteArticleDetail) article =
    entente_study_read_article (fixture->study, entente_id_from_key ("news"), NULL);
  g_autoptr (EntentePassage) passage =
    entente_passage_new_from_text (article->revision->record.id, article->revision->text, 41, 60);
  g_autoptr (EntentePosition) position = entente_position_new ();
  g_autoptr (EntenteIssue) issue = entente_issue_new ();
  g_autoptr (GPtrArray) fresh = g_ptr_array_new ();
  g_autoptr (EntenteStep) step = NULL;
  g_autoptr (EntenteChangeSet) changes = NULL, undone = NULL;
  g_autoptr (GError) error = NULL;

  issue->record.id = entente_id_new ();
  issue->name = g_strdup ("Talks");
  g_ptr_array_add (fresh, issue);
  position->actor = entente_id_from_key ("vesmar");
  position->issue = issue->record.id;
  position->kind = ENTENTE_POSITION_SILENCE;
  step = entente_commands_add_position (position, passage, fresh);
  changes = entente_study_apply (fixture->study, step, &error);
  g_assert_no_error (error);
  g_assert_cmpint (position->passage, ==, passage->record.id);
  g_assert_cmpuint (count (fixture), ==, 2);
  g_assert_cmpuint (changes->ids[ENTENTE_ENTITY_POSITION]->len, ==, 1);
  undone = entente_study_undo (fixture->study, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (undone->deleted[ENTENTE_ENTITY_POSITION]->len, ==, 1);
  after = entente_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/study-positions/some", test_some);
  g_test_add_func ("/study-positions/words", test_words);
  g_test_add_func ("/study-positions/add", test_add);
  return g_test_run ();
}
