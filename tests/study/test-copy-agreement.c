/* Agreement of two copies: paired by id and by words, counted, and never said where there is
 * nothing to say. */
#include "config.h"

#include "entente-copy-agreement.h"
#include "entente-copy-pair.h"

#include "entente-actor.h"
#include "entente-article.h"
#include "entente-event.h"

#include <string.h>

static EntenteId
add_move (EntenteStore *store, const char *kind, const char *edtf)
{
  g_autoptr (EntenteStep) step = entente_step_new ("Add event");
  g_autoptr (EntenteEvent) event = entente_event_new ();

  event->kind = g_strdup (kind);
  event->when = entente_date_parse (edtf, NULL);
  entente_step_insert (step, event);
  entente_store_fixture_apply (store, step);
  return event->record.id;
}

static void
set_kind (EntenteStore *store, EntenteId id, const char *kind)
{
  g_autoptr (EntenteStep) step = entente_step_new ("Edit event");
  g_autoptr (EntenteEvent) event = entente_store_get (store, ENTENTE_ENTITY_EVENT, id, NULL);
  g_autoptr (EntenteEvent) edited = entente_event_copy (event);

  g_free (edited->kind);
  edited->kind = g_strdup (kind);
  entente_step_update (step, edited);
  entente_store_fixture_apply (store, step);
}

static EntenteCopyAgreement
read_agreement (EntenteCopyPair *pair)
{
  EntenteCopyAgreement agreement;
  g_autoptr (GError) error = NULL;

  g_clear_object (&pair->theirs);
  g_assert_true (entente_copy_agreement_read (pair->mine, pair->path, NULL, &agreement, &error));
  g_assert_no_error (error);
  return agreement;
}

/* Four moves, one of them with another kind: by hand, observed 2/8, expected 2 (4 × 3 + 4 × 1 + 3 ×
 * 1) / 56. */
static void
test_kinds (EntenteStoreFixture *fixture, gconstpointer data)
{
  EntenteCopyPair pair;
  EntenteCopyAgreement agreement;
  g_autofree char *said = NULL;
  EntenteId last;

  add_move (fixture->store, "meeting", "2018-07-01");
  add_move (fixture->store, "meeting", "2018-07-02");
  add_move (fixture->store, "refuse", "2018-07-03");
  last = add_move (fixture->store, "refuse", "2018-07-04");
  entente_copy_pair_init (&pair, fixture);
  set_kind (pair.theirs, last, "demand");
  add_move (pair.theirs, "demand", "2018-08");
  agreement = read_agreement (&pair);
  g_assert_cmpuint (agreement.n_pairs, ==, 4);
  g_assert_cmpuint (agreement.n_alike, ==, 3);
  g_assert_cmpuint (agreement.n_only_mine, ==, 0);
  g_assert_cmpuint (agreement.n_only_theirs, ==, 1);
  g_assert_cmpfloat_with_epsilon (agreement.kinds.alpha, 1 - 0.25 / (38.0 / 56), 1e-9);
  g_assert_cmpfloat_with_epsilon (agreement.dates.alpha, 1, 1e-9);
  said = entente_copy_agreement_format (&agreement.links);
  g_assert_cmpstr (said, ==, "too few to say (0 units)");
  entente_copy_pair_clear (&pair);
}

static void
tell (EntenteStore *store, EntenteId event, EntenteId revision, gint64 start, gint64 end)
{
  g_autoptr (EntenteStep) step = entente_step_new ("Tell");
  g_autoptr (EntentePassage) passage = entente_passage_new ();
  g_autoptr (EntenteClaim) claim = entente_claim_new ();

  passage->revision = revision;
  passage->start = start;
  passage->end = end;
  entente_step_insert (step, passage);
  claim->event = event;
  claim->passage = passage->record.id;
  entente_step_insert (step, claim);
  entente_store_fixture_apply (store, step);
}

static EntenteId
add_text (EntenteStore *store)
{
  g_autoptr (EntenteStep) step = entente_step_new ("Add article");
  g_autoptr (EntenteArticle) article = entente_article_new ();
  g_autoptr (EntenteRevision) revision = entente_revision_new ();

  article->title = g_strdup ("Talks");
  entente_step_insert (step, article);
  revision->article = article->record.id;
  revision->number = 1;
  revision->text = g_strdup ("They met in Doha. Kabul was not told.");
  revision->sha256 = g_strdup ("abc");
  entente_step_insert (step, revision);
  entente_store_fixture_apply (store, step);
  return revision->record.id;
}

/* Both marked the same words by themselves. */
static void
test_passages (EntenteStoreFixture *fixture, gconstpointer data)
{
  EntenteId revision = add_text (fixture->store);
  EntenteCopyPair pair;
  EntenteCopyAgreement agreement;
  g_autofree char *said = NULL;

  entente_copy_pair_init (&pair, fixture);
  tell (pair.mine, add_move (pair.mine, "meeting", "2018-07"), revision, 0, 17);
  tell (pair.theirs, add_move (pair.theirs, "meeting", "2018-07-05"), revision, 5, 16);
  tell (pair.theirs, add_move (pair.theirs, "refuse", "2018-07-06"), revision, 18, 37);
  agreement = read_agreement (&pair);
  g_assert_cmpuint (agreement.n_pairs, ==, 1);
  g_assert_cmpuint (agreement.n_by_passage, ==, 1);
  g_assert_cmpuint (agreement.n_only_theirs, ==, 1);
  g_assert_false (agreement.kinds.is_defined);
  said = entente_copy_agreement_describe (&agreement);
  g_assert_cmpstr (said,
                   ==,
                   "1 move is in both copies, 0 of them alike; only here: 0, only there: 1.");
  entente_copy_pair_clear (&pair);
}

int
main (int argc, char **argv)
{
  entente_store_fixture_init (&argc, &argv);
  ENTENTE_STORE_TEST ("/copy-agreement/kinds", test_kinds);
  ENTENTE_STORE_TEST ("/copy-agreement/passages", test_passages);
  return g_test_run ();
}
