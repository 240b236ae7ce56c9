/* The selection: passage and article follow the event; the words are revealed once they are known.
 */
#include "config.h"

#include "entente-model-fixture.h"
#include "entente-selection.h"

typedef struct {
  EntenteId article, passage, event;
} Words;

/* An article of one sentence, a passage in it and an event that rests on it. */
static Words
add_words (EntenteModelFixture *fixture)
{
  g_autoptr (EntenteArticle) article = entente_article_new ();
  g_autoptr (EntenteRevision) revision = entente_revision_new ();
  g_autoptr (EntentePassage) passage = NULL;
  g_autoptr (EntenteClaim) claim = entente_claim_new ();
  g_autoptr (EntenteStep) step = entente_step_new ("Add article");
  g_autoptr (EntenteChangeSet) changes = NULL;
  Words words = { .event = entente_model_fixture_add_event (fixture) };

  words.article = article->record.id = entente_id_new ();
  article->title = g_strdup ("A report");
  revision->record.id = entente_id_new ();
  revision->article = article->record.id;
  revision->number = 1;
  revision->text = g_strdup ("North invited South.\n");
  revision->sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, revision->text, -1);
  passage = entente_passage_new_from_text (revision->record.id, revision->text, 6, 13);
  words.passage = passage->record.id = entente_id_new ();
  claim->event = words.event;
  claim->passage = passage->record.id;
  entente_step_insert (step, article);
  entente_step_insert (step, revision);
  entente_step_insert (step, passage);
  entente_step_insert (step, claim);
  changes = entente_study_apply (fixture->study, step, NULL);
  g_assert_nonnull (changes);
  return words;
}

static void
count_cb (EntenteSelection *selection, guint *count)
{
  (*count)++;
}

static void
test_follow (void)
{
  g_autoptr (EntenteModelFixture) fixture = entente_model_fixture_new (2, 2);
  Words first = add_words (fixture), second = add_words (fixture);
  EntenteSelection *selection = entente_selection_new (fixture->study);
  guint revealed = 0;

  g_signal_connect (selection, "reveal-words", G_CALLBACK (count_cb), &revealed);
  entente_selection_set_events (selection, &first.event, 1);
  entente_selection_reveal_words (selection);
  g_assert_cmpuint (revealed, ==, 0);
  entente_model_fixture_settle (fixture);
  g_assert_cmpuint (revealed, ==, 1);
  g_assert_cmpint (entente_selection_get_passage (selection), ==, first.passage);
  g_assert_cmpint (entente_selection_get_article (selection), ==, first.article);

  entente_selection_set_events (selection, &second.event, 1);
  g_assert_cmpint (entente_selection_get_passage (selection), ==, ENTENTE_ID_NONE);
  entente_model_fixture_settle (fixture);
  g_assert_cmpint (entente_selection_get_article (selection), ==, second.article);

  /* Words that were chosen stay chosen. */
  entente_selection_set_passage (selection, first.passage, first.event);
  entente_model_fixture_settle (fixture);
  g_assert_cmpint (entente_selection_get_passage (selection), ==, first.passage);
  g_assert_cmpint (entente_selection_get_event (selection), ==, first.event);
  g_assert_true (entente_selection_contains (selection, first.event));
  g_assert_finalize_object (selection);
}

static void
test_prune (void)
{
  g_autoptr (EntenteModelFixture) fixture = entente_model_fixture_new (2, 2);
  Words words = add_words (fixture);
  EntenteSelection *selection = entente_selection_new (fixture->study);
  g_autoptr (EntenteChangeSet) changes = NULL;

  entente_selection_set_article (selection, words.article);
  entente_selection_set_events (selection, &words.event, 1);
  entente_model_fixture_settle (fixture);
  changes = entente_study_undo (fixture->study, NULL);
  g_assert_nonnull (changes);
  entente_selection_prune (selection);
  g_assert_cmpint (entente_selection_get_article (selection), ==, ENTENTE_ID_NONE);
  g_assert_cmpint (entente_selection_get_event (selection), ==, words.event);
  entente_model_fixture_settle (fixture);
  g_assert_finalize_object (selection);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/selection/follow", test_follow);
  g_test_add_func ("/selection/prune", test_prune);
  return g_test_run ();
}
