/* Tests of what counts as decided: what a person entered or rejected decides about that proposal
 * and no other, whatever was corrected on the way. */

#include "config.h"

#include "entente-case.h"
#include "entente-commands.h"
#include <string.h>

static const char two_moves[] =
  "On 3 March 2031 Kenya invited Norway and Norway invited Peru to talks.";

static const EntenteProposal *
get (const EntenteCase *c, guint index)
{
  return entente_proposals_get (c->proposals, index);
}

static gboolean
is_open (const EntenteCase *c, guint index)
{
  return entente_proposal_is_open (get (c, index));
}

static guint
count_settled (const EntenteCase *c)
{
  return entente_proposals_get_n (c->proposals) - entente_case_count_open (c);
}

/* Enters what a person made of @proposed, as the form does. */
static EntenteId
enter (EntenteCase *c, EntenteProposed *proposed)
{
  EntenteStep *step = entente_commands_add_event (proposed->event,
                                                  proposed->parts,
                                                  proposed->claim,
                                                  proposed->passage);

  entente_commands_insert_first (step, proposed->actors);
  entente_case_apply (c, step);
  return proposed->event->record.id;
}

/* Two moves of one kind in one sentence: one is accepted, the other one is still open. */
static void
test_one_of_two (void)
{
  EntenteCase c;
  guint second = 1;
  EntenteId id;

  entente_case_set_up (&c);
  entente_case_add_article (&c, "two", two_moves);
  g_assert_cmpuint (entente_proposals_get_n (c.proposals), ==, 2);
  entente_case_apply (&c, entente_proposals_accept (c.proposals, &second, 1, &id));
  g_assert_true (is_open (&c, 0));
  g_assert_cmpint (get (&c, 1)->event, ==, id);
  entente_case_undo (&c);
  g_assert_true (is_open (&c, 1));
  entente_case_apply (&c, entente_proposals_reject (c.proposals, &second, 1));
  g_assert_true (is_open (&c, 0));
  g_assert_false (is_open (&c, 1));
  entente_case_tear_down (&c);
}

/* Nor does a passage that holds both: each needs an event. */
static void
test_whole_sentence (void)
{
  EntenteCase c;

  entente_case_set_up (&c);
  entente_case_add_article (&c, "two", two_moves);
  for (guint i = 1; i <= 2; i++) {
    g_auto (EntenteProposed) proposed = { NULL };

    entente_proposals_propose_words (c.proposals, 0, (gint64) strlen (two_moves), &proposed);
    g_assert_cmpstr (proposed.event->kind, ==, "invitation");
    enter (&c, &proposed);
    g_assert_cmpuint (count_settled (&c), ==, i);
  }
  g_assert_cmpint (get (&c, 0)->event, !=, get (&c, 1)->event);
  entente_case_tear_down (&c);
}

/* A second voice in the same words is no second move. */
static void
test_two_voices (void)
{
  EntenteCase c;
  EntenteId id;
  g_auto (EntenteProposed) proposed = { NULL };
  g_autoptr (EntenteClaim) claim = entente_claim_new ();
  g_autoptr (EntentePassage) passage = NULL;

  entente_case_set_up (&c);
  entente_case_add_article (&c, "two", two_moves);
  entente_proposals_propose_words (c.proposals, 0, (gint64) strlen (two_moves), &proposed);
  passage = entente_passage_copy (proposed.passage);
  id = enter (&c, &proposed);
  claim->event = id;
  entente_case_apply (&c, entente_commands_add_claim (claim, passage));
  g_assert_cmpuint (count_settled (&c), ==, 1);
  entente_case_tear_down (&c);
}

/* Another kind, another date and nobody who took part: it is the same proposal that was decided. */
static void
test_corrected (void)
{
  EntenteCase c;
  guint denial, n_open;
  EntenteId id;
  g_auto (EntenteProposed) proposed = { NULL };

  entente_case_set_up (&c);
  denial = entente_case_find (&c, "denial");
  n_open = entente_case_count_open (&c);
  entente_proposals_propose (c.proposals, denial, &proposed);
  g_free (proposed.event->kind);
  proposed.event->kind = g_strdup ("offer");
  g_clear_pointer (&proposed.event->when, entente_date_unref);
  proposed.event->when = entente_date_parse ("2031-06-30", NULL);
  g_ptr_array_set_size (proposed.parts, 0);
  id = enter (&c, &proposed);
  g_assert_cmpint (get (&c, denial)->event, ==, id);
  g_assert_cmpuint (entente_case_count_open (&c), ==, n_open - 1);
  entente_case_undo (&c);
  g_assert_cmpuint (entente_case_count_open (&c), ==, n_open);
  entente_case_tear_down (&c);
}

/* Also when its words are others than a person saw, since a name was learnt on the way. */
static void
test_corrected_words (void)
{
  static const char named[] =
    "On 3 March 2031 the lake board invited Kenya to talks in the town of Strelsau.";
  EntenteCase c;
  gint64 start;
  EntenteId id;
  g_auto (EntenteProposed) proposed = { NULL };

  entente_case_set_up (&c);
  entente_case_add_article (&c, "named", named);
  g_assert_cmpuint (entente_proposals_get_n (c.proposals), ==, 1);
  start = get (&c, 0)->start;
  entente_proposals_propose (c.proposals, 0, &proposed);
  g_free (proposed.event->kind);
  proposed.event->kind = g_strdup ("denial");
  id = enter (&c, &proposed);
  entente_fixture_apply (c.fixture,
                         "{'do':'add-actor','key':'board','name':'The Board','kind':'body',"
                         "'aliases':['lake board']}");
  entente_case_look (&c);
  g_assert_cmpint (get (&c, 0)->start, !=, start);
  g_assert_cmpint (get (&c, 0)->event, ==, id);
  entente_case_tear_down (&c);
}

/* ---- rejections ---- */

static void
test_reject_twice (void)
{
  EntenteCase c;
  guint denial[2], n_open;
  EntenteStep *step;

  entente_case_set_up (&c);
  n_open = entente_case_count_open (&c);
  denial[0] = denial[1] = entente_case_find (&c, "denial");
  entente_case_apply (&c, entente_proposals_reject (c.proposals, denial, 1));
  g_assert_false (is_open (&c, denial[0]));
  entente_case_undo (&c);
  g_assert_true (is_open (&c, denial[0]));
  step = entente_proposals_reject (c.proposals, denial, 2);
  g_assert_cmpuint (step->changes->len, ==, 1);
  g_assert_cmpstr (step->label, ==, "Reject suggestion");
  entente_case_apply (&c, step);
  g_assert_cmpuint (entente_case_count_open (&c), ==, n_open - 1);
  entente_case_apply (&c, entente_proposals_reconsider (c.proposals, denial, 2));
  g_assert_cmpuint (entente_case_count_open (&c), ==, n_open);
  entente_case_apply (&c, entente_proposals_accept (c.proposals, denial, 2, NULL));
  g_assert_cmpuint (entente_fixture_count_rows (c.fixture->study), ==, 1);
  entente_case_tear_down (&c);
}

static void
correct (EntenteCase *c, int number, const char *before)
{
  g_autoptr (EntenteRevision) revision = entente_revision_new ();
  g_autofree char *text = g_strcompress (entente_case_words);

  revision->article = c->article;
  revision->number = number;
  revision->text = g_strconcat (before, text, NULL);
  entente_case_apply (c, entente_commands_put (revision));
}

/* Undo takes back the correction and then the rejection; and a rejection in an old text can be
 * reconsidered in the new one. */
static void
test_reject_and_correct (void)
{
  EntenteCase c;
  guint denial;

  entente_case_set_up (&c);
  denial = entente_case_find (&c, "denial");
  entente_case_apply (&c, entente_proposals_reject (c.proposals, &denial, 1));
  correct (&c, 2, "A new beginning.\n");
  denial = entente_case_find (&c, "denial");
  g_assert_false (is_open (&c, denial));
  entente_case_apply (&c, entente_proposals_reconsider (c.proposals, &denial, 1));
  g_assert_true (is_open (&c, denial));
  entente_case_undo (&c);
  g_assert_false (is_open (&c, denial));
  entente_case_undo (&c);
  g_assert_false (is_open (&c, entente_case_find (&c, "denial")));
  entente_case_undo (&c);
  g_assert_true (is_open (&c, entente_case_find (&c, "denial")));
  entente_case_tear_down (&c);
}

static EntenteRejection *
create_rejection (EntenteCase *c, guint index)
{
  EntenteRejection *rejection = entente_rejection_new ();
  const EntenteSuggestion *suggestion = get (c, index)->suggestion;

  rejection->revision = entente_proposals_get_revision (c->proposals);
  rejection->start = suggestion->span.start_char;
  rejection->end = suggestion->span.end_char;
  rejection->kind = g_strdup (suggestion->kind);
  rejection->quote = entente_proposals_dup_words (c->proposals, index);
  return rejection;
}

/* As after two persons who rejected the same have joined their studies. */
static void
test_rejected_twice (void)
{
  EntenteCase c;
  guint denial;

  entente_case_set_up (&c);
  denial = entente_case_find (&c, "denial");
  for (guint i = 0; i < 3; i++) {
    g_autoptr (EntenteRejection) rejection = create_rejection (&c, denial);

    entente_case_apply (&c, entente_commands_put (rejection));
    if (i == 1)
      correct (&c, 2, "A new beginning.\n");
    denial = entente_case_find (&c, "denial");
  }
  entente_case_apply (&c, entente_proposals_reconsider (c.proposals, &denial, 1));
  g_assert_true (is_open (&c, denial));
  entente_case_undo (&c);
  g_assert_false (is_open (&c, denial));
  entente_case_tear_down (&c);
}

/* The same words tell the same twice, and one of the two was rejected: after a correction it is
 * still that one alone. */
static void
test_rejected_one_of_alike (void)
{
  static const char words[] = "Kenya accused Norway of lying. Nobody spoke for a long time. "
                              "Kenya accused Norway of lying.";
  static const char *const beginnings[] = { "A long beginning that was not there before.",
                                            "Another beginning." };
  EntenteCase c;
  guint second = 1;

  entente_case_set_up (&c);
  entente_case_add_article (&c, "alike", words);
  g_assert_cmpuint (entente_proposals_get_n (c.proposals), ==, 2);
  entente_case_apply (&c, entente_proposals_reject (c.proposals, &second, 1));
  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++) {
    entente_fixture_apply (c.fixture,
                           "{'do':'correct-text','article':'alike','text':'%s %s'}",
                           beginnings[i],
                           words);
    entente_case_look (&c);
    g_assert_true (is_open (&c, 0));
    g_assert_false (is_open (&c, 1));
  }
  entente_case_apply (&c, entente_proposals_reconsider (c.proposals, &second, 1));
  g_assert_cmpuint (entente_case_count_open (&c), ==, 2);
  entente_case_tear_down (&c);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/proposals-decided/one-of-two", test_one_of_two);
  g_test_add_func ("/proposals-decided/whole-sentence", test_whole_sentence);
  g_test_add_func ("/proposals-decided/two-voices", test_two_voices);
  g_test_add_func ("/proposals-decided/corrected", test_corrected);
  g_test_add_func ("/proposals-decided/corrected-words", test_corrected_words);
  g_test_add_func ("/proposals-decided/reject-twice", test_reject_twice);
  g_test_add_func ("/proposals-decided/reject-and-correct", test_reject_and_correct);
  g_test_add_func ("/proposals-decided/rejected-twice", test_rejected_twice);
  g_test_add_func ("/proposals-decided/rejected-one-of-alike", test_rejected_one_of_alike);
  return g_test_run ();
}
