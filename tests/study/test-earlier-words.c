/* What a mark said before its text was corrected, once and again. */
#include "config.h"

#include "entente-earlier-words.h"
#include "entente-fixture.h"
#include <string.h>

static EntentePassage *
read_words (EntenteFixture *fixture, const char *claim_key)
{
  EntenteStore *store = entente_study_get_store (fixture->study);
  g_autoptr (EntenteClaim) claim =
    entente_store_get (store, ENTENTE_ENTITY_CLAIM, entente_id_from_key (claim_key), NULL);

  return entente_store_get (store, ENTENTE_ENTITY_PASSAGE, claim->passage, NULL);
}

static GPtrArray *
find (EntenteFixture *fixture, const char *claim_key)
{
  g_autoptr (EntentePassage) passage = read_words (fixture, claim_key);
  g_autoptr (GError) error = NULL;
  GPtrArray *words =
    entente_earlier_words_find (entente_study_get_store (fixture->study), passage, NULL, &error);

  g_assert_no_error (error);
  return words;
}

static void
correct (EntenteFixture *fixture, const char *envoy)
{
  entente_fixture_apply (fixture,
                         "{'do':'correct-text','article':'report','likeness':60,'text':'North "
                         "invited South to talks in March. South said yes.[1] %s that South said "
                         "yes.\\nIt ends here.\\n'}",
                         envoy);
}

static void
test_earlier (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autoptr (GPtrArray) none = find (fixture, "c3");
  g_autoptr (GPtrArray) words = NULL;
  g_autoptr (GPtrArray) same = NULL;

  g_assert_cmpuint (none->len, ==, 0);
  correct (fixture, "The envoy denies");
  correct (fixture, "The old envoy denies");
  words = find (fixture, "c3");
  g_assert_cmpuint (words->len, ==, 2);
  g_assert_cmpstr (words->pdata[0], ==, "The envoy denies");
  g_assert_cmpstr (words->pdata[1], ==, "The envoy denied");
  same = find (fixture, "c1");
  g_assert_cmpuint (same->len, ==, 0);
}

static void
test_async (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autoptr (EntentePassage) passage = NULL;
  g_autoptr (GPtrArray) words = NULL;
  GAsyncResult *result = NULL;

  correct (fixture, "The envoy denies");
  passage = read_words (fixture, "c3");
  entente_study_find_earlier_words_async (fixture->study,
                                          passage,
                                          NULL,
                                          entente_fixture_keep_result,
                                          &result);
  words =
    entente_study_find_earlier_words_finish (fixture->study, entente_fixture_wait (&result), NULL);
  g_object_unref (result);
  g_assert_cmpuint (words->len, ==, 1);
}

/* The text that was corrected is still there to be read. */
static void
test_text (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autoptr (EntentePassage) passage = read_words (fixture, "c3");
  g_autoptr (EntenteRevision) text = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;

  correct (fixture, "The envoy denies");
  entente_study_read_text_async (fixture->study,
                                 passage->revision,
                                 NULL,
                                 entente_fixture_keep_result,
                                 &result);
  text = entente_study_read_text_finish (fixture->study, entente_fixture_wait (&result), &error);
  g_object_unref (result);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (text->text, "The envoy denied"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/earlier-words/earlier", test_earlier);
  g_test_add_func ("/earlier-words/async", test_async);
  g_test_add_func ("/earlier-words/text", test_text);
  return g_test_run ();
}
