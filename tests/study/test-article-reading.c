/* The reading of an article of a study, and its suggestions entered. */

#include "config.h"

#include "entente-article-reading.h"
#include "entente-commands.h"
#include "entente-fixture.h"

static EntenteArticleDetail *
make_article (EntenteFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  EntenteArticleDetail *detail;

  entente_fixture_apply (fixture, "{'do':'add-actor','key':'kenya','kind':'state','name':'Kenya'}");
  entente_fixture_apply (
    fixture,
    "{'do':'add-article','key':'a','title':'Lake talks','published':'2019-03-12',"
    "'text':'Kenya invited Uganda on 3 March 2019. Uganda refused the invitation. "
    "Kenya praised Norway.\\n'}");
  detail = entente_study_read_article (fixture->study, entente_id_from_key ("a"), &error);
  g_assert_no_error (error);
  return detail;
}

static void
test_names (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new ();
  g_autoptr (EntenteArticleDetail) detail = make_article (fixture);
  g_autoptr (EntenteArticleReading) reading =
    entente_article_reading_new (entente_study_get_chronicle (fixture->study), detail, NULL, NULL);

  g_assert_cmpuint (reading->suggestions->len, ==, 3);
  for (guint i = 0; i < reading->actors->len; i++) {
    const EntenteReadingActor *actor = &g_array_index (reading->actors, EntenteReadingActor, i);

    g_assert_cmpint (actor->known != ENTENTE_ID_NONE, ==, g_str_equal (actor->name, "Kenya"));
  }
}

/* One step enters all, with actors made once, quotes and answers; undo takes all of it back. */
static void
test_accept (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new ();
  g_autoptr (EntenteArticleDetail) detail = make_article (fixture);
  g_autoptr (EntenteArticleReading) reading =
    entente_article_reading_new (entente_study_get_chronicle (fixture->study), detail, NULL, NULL);
  g_autoptr (EntenteStep) step = entente_commands_accept_reading (reading, detail);
  g_autofree char *before = entente_fixture_dump (fixture);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteChangeSet) changes = entente_study_apply (fixture->study, step, &error);
  g_autoptr (EntenteChangeSet) undone = NULL;
  g_autoptr (EntenteArticleDetail) marked = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (entente_fixture_count_rows (fixture->study), ==, 3);
  g_assert_cmpuint (entente_chronicle_get_n_actors (entente_study_get_chronicle (fixture->study)),
                    ==,
                    3);
  marked = entente_study_read_article (fixture->study, entente_id_from_key ("a"), &error);
  g_assert_cmpuint (marked->claims->len, ==, 3);
  g_assert_cmpstr (((EntentePassage *) g_ptr_array_index (marked->passages, 1))->quote,
                   ==,
                   "Uganda refused the invitation.");
  entente_fixture_assert_like_fresh (fixture);
  undone = entente_study_undo (fixture->study, &error);
  g_assert_no_error (error);
  after = entente_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

static void
test_without_text (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new ();
  g_autoptr (EntenteArticleDetail) detail = NULL;
  g_autoptr (EntenteArticleReading) reading = NULL;

  entente_fixture_apply (fixture, "{'do':'add-article','key':'a','title':'A book','authors':'B'}");
  detail = entente_study_read_article (fixture->study, entente_id_from_key ("a"), NULL);
  reading =
    entente_article_reading_new (entente_study_get_chronicle (fixture->study), detail, NULL, NULL);
  g_assert_cmpuint (reading->suggestions->len, ==, 0);
  g_assert_null (entente_commands_accept_reading (reading, detail));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/article-reading/names", test_names);
  g_test_add_func ("/article-reading/accept", test_accept);
  g_test_add_func ("/article-reading/without-text", test_without_text);
  return g_test_run ();
}
