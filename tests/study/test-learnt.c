/* What was learnt and refused is listed with where it came from, and each can be taken back. */

#include "config.h"

#include "entente-commands.h"
#include "entente-fixture.h"
#include "entente-learnt.h"

static EntenteFixture *
make_fixture (void)
{
  EntenteFixture *fixture = entente_fixture_new ();

  entente_fixture_apply (fixture,
                         "{'do':'add-actor','key':'norway','name':'Norway','aliases':['Oslo']}");
  entente_fixture_apply (fixture,
                         "{'do':'add-article','key':'story','title':'A story',"
                         "'text':'A tale\\nNorway ostracised Kenya.\\nNothing else was told.\\n'}");
  entente_fixture_apply (fixture, "{'do':'add-event','key':'e','kind':'refuse-invitation'}");
  entente_fixture_apply (fixture,
                         "{'do':'add-claim','event':'e','article':'story',"
                         "'quote':'Norway ostracised Kenya'}");
  return fixture;
}

static GPtrArray *
list (EntenteFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *found = entente_learnt_list (entente_study_get_store (fixture->study),
                                          entente_study_get_chronicle (fixture->study),
                                          &error);

  g_assert_no_error (error);
  return found;
}

/* Takes @step. */
static void
apply (EntenteFixture *fixture, EntenteStep *step)
{
  g_autoptr (EntenteStep) own = step;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteChangeSet) changes = entente_study_apply (fixture->study, own, &error);

  g_assert_no_error (error);
}

static void
add_word (EntenteFixture *fixture)
{
  g_autoptr (GPtrArray) passages =
    entente_store_list (entente_study_get_store (fixture->study), ENTENTE_ENTITY_PASSAGE, NULL);
  g_autoptr (EntenteLexicon) word =
    entente_learnt_create_word ("ostracise/v",
                                entente_kind_find ("refuse-invitation"),
                                ((EntenteRecord *) passages->pdata[0])->id);
  EntenteStep *step = entente_step_new ("Learn word");

  word->record.id = entente_id_new ();
  entente_step_insert (step, word);
  apply (fixture, step);
}

static void
add_rejection (EntenteFixture *fixture, const char *kind, const char *quote)
{
  g_autoptr (GPtrArray) texts =
    entente_store_list (entente_study_get_store (fixture->study), ENTENTE_ENTITY_REVISION, NULL);
  g_autoptr (EntenteRejection) rejection = entente_rejection_new ();
  EntenteStep *step = entente_step_new ("Reject");

  rejection->record.id = entente_id_new ();
  rejection->revision = ((EntenteRecord *) texts->pdata[0])->id;
  rejection->kind = g_strdup (kind);
  rejection->quote = g_strdup (quote);
  entente_step_insert (step, rejection);
  apply (fixture, step);
}

static void
test_list (void)
{
  g_autoptr (EntenteFixture) fixture = make_fixture ();
  g_autoptr (GPtrArray) all = NULL;
  const char *const expected[] = { "“ostracise” tells of: refusal of an invitation",
                                   "“Oslo” is a name of Norway",
                                   "“Harbour” is no actor",
                                   "“Norway ostracised” is not proposed as: threat" };

  add_word (fixture);
  add_rejection (fixture, "threat", "Norway ostracised");
  add_rejection (fixture, ENTENTE_REJECTION_ACTOR, "Harbour");
  all = list (fixture);
  g_assert_cmpuint (all->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < all->len; i++) {
    const EntenteLearnt *learnt = all->pdata[i];
    g_autofree char *words = entente_learnt_describe (learnt);

    g_assert_cmpstr (words, ==, expected[i]);
    if (learnt->type != ENTENTE_LEARNT_NAME)
      g_assert_cmpstr (learnt->article_title, ==, "A story");
  }
  g_assert_cmpstr (((EntenteLearnt *) all->pdata[0])->quote, ==, "Norway ostracised Kenya");
  g_assert_cmpint (((EntenteLearnt *) all->pdata[0])->event, ==, entente_id_from_key ("e"));
}

/* A corrected text repeats what was refused: one row, and one step that takes all of it back. */
static void
test_repeated (void)
{
  g_autoptr (EntenteFixture) fixture = make_fixture ();
  g_autoptr (GPtrArray) all = NULL, after = NULL;

  add_rejection (fixture, ENTENTE_REJECTION_ACTOR, "Harbour");
  add_rejection (fixture, ENTENTE_REJECTION_ACTOR, "harbour");
  all = list (fixture);
  g_assert_cmpuint (all->len, ==, 2);
  apply (fixture, entente_learnt_forget (all->pdata[1]));
  after = list (fixture);
  g_assert_cmpuint (after->len, ==, 1);
}

static void
test_forget (void)
{
  g_autoptr (EntenteFixture) fixture = make_fixture ();

  add_word (fixture);
  add_rejection (fixture, "threat", "Norway ostracised");
  for (guint left = 3; left > 0; left--) {
    g_autoptr (GPtrArray) all = list (fixture), undone = NULL;
    g_autofree char *done = entente_learnt_describe_forgotten (all->pdata[0]);
    g_autoptr (EntenteChangeSet) changes = NULL;

    g_assert_cmpuint (all->len, ==, left);
    g_assert_nonnull (done);
    apply (fixture, entente_learnt_forget (all->pdata[0]));
    changes = entente_study_undo (fixture->study, NULL);
    undone = list (fixture);
    g_assert_cmpuint (undone->len, ==, left);
    apply (fixture, entente_learnt_forget (all->pdata[0]));
  }
}

/* Once the words are gone, the word is still known. */
static void
test_without_origin (void)
{
  g_autoptr (EntenteFixture) fixture = make_fixture ();
  g_autoptr (GPtrArray) all = NULL;

  add_word (fixture);
  apply (fixture, entente_commands_delete (ENTENTE_ENTITY_ARTICLE, entente_id_from_key ("story")));
  all = list (fixture);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_null (((EntenteLearnt *) all->pdata[0])->article_title);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/study/learnt/list", test_list);
  g_test_add_func ("/study/learnt/repeated", test_repeated);
  g_test_add_func ("/study/learnt/forget", test_forget);
  g_test_add_func ("/study/learnt/without-origin", test_without_origin);
  return g_test_run ();
}
