/* What words of an article propose for a position, with reasons. */
#include "config.h"

#include "entente-fixture.h"
#include "entente-position-proposal.h"

#include <string.h>

static const char TEXT[] = "Talks on the Strait\\n\\nNorway demanded on 3 March 2031 that the "
                           "harbour be opened. Uganda would talk only if "
                           "the prisoners came home. The river rose.";

typedef struct {
  EntenteFixture *fixture;
  EntenteArticleDetail *article;
  EntenteProposals *proposals;
  EntentePositionProposal proposal;
} Case;

static void
read_words (Case *test, const char *words)
{
  const char *text;
  const char *at;
  g_autoptr (EntentePassage) passage = NULL;
  gint64 start;
  g_autoptr (GError) error = NULL;

  test->fixture = entente_fixture_new ();
  entente_fixture_apply (test->fixture,
                         "{'do':'add-actor','key':'norway','name':'Norway','kind':'state'}");
  entente_fixture_apply (test->fixture, "{'do':'add-issue','key':'harbour','name':'Harbour'}");
  entente_fixture_apply (test->fixture, "{'do':'add-issue','key':'prisoners','name':'Prisoners'}");
  entente_fixture_apply (test->fixture,
                         "{'do':'add-article','key':'news','title':'News','published':'2031-03-10',"
                         "'text':'%s'}",
                         TEXT);
  test->article =
    entente_study_read_article (test->fixture->study, entente_id_from_key ("news"), &error);
  g_assert_no_error (error);
  text = test->article->revision->text;
  at = strstr (text, words);
  g_assert_nonnull (at);
  start = g_utf8_pointer_to_offset (text, at);
  passage = entente_passage_new_from_text (test->article->revision->record.id,
                                           text,
                                           start,
                                           start + g_utf8_strlen (words, -1));
  test->proposals = entente_study_read_proposals (test->fixture->study,
                                                  entente_id_from_key ("news"),
                                                  NULL,
                                                  NULL,
                                                  &error);
  g_assert_no_error (error);
  entente_position_proposal_make (&test->proposal,
                                  test->proposals,
                                  entente_study_get_chronicle (test->fixture->study),
                                  passage);
}

static void
clear (Case *test)
{
  entente_position_proposal_clear (&test->proposal);
  entente_proposals_unref (test->proposals);
  entente_article_detail_unref (test->article);
  entente_fixture_free (test->fixture);
}

static void
test_known (void)
{
  Case test = { NULL };
  const EntentePosition *position;

  read_words (&test, "Norway demanded on 3 March 2031 that the harbour be opened");
  position = test.proposal.position;
  g_assert_cmpint (position->actor, ==, entente_id_from_key ("norway"));
  g_assert_cmpint (position->issue, ==, entente_id_from_key ("harbour"));
  g_assert_cmpint (position->kind, ==, ENTENTE_POSITION_DEMAND);
  g_assert_cmpstr (position->when->edtf, ==, "2031-03-03");
  g_assert_true (g_str_has_prefix (position->text, "Norway demanded"));
  g_assert_null (test.proposal.actor_name);
  g_assert_nonnull (test.proposal.actor_reason);
  g_assert_nonnull (test.proposal.issue_reason);
  g_assert_nonnull (strstr (test.proposal.kind_reason, "demanded"));
  clear (&test);
}

/* An actor that the study does not have comes along, to be made with the step. */
static void
test_new_actor (void)
{
  Case test = { NULL };

  read_words (&test, "Uganda would talk only if the prisoners came home");
  g_assert_cmpint (test.proposal.position->kind, ==, ENTENTE_POSITION_PRECONDITION);
  g_assert_cmpint (test.proposal.position->issue, ==, entente_id_from_key ("prisoners"));
  g_assert_cmpstr (test.proposal.actor_name, ==, "Uganda");
  g_assert_cmpuint (test.proposal.records->len, >, 0);
  g_assert_cmpint (((EntenteRecord *) test.proposal.records->pdata[0])->id,
                   ==,
                   test.proposal.position->actor);
  clear (&test);
}

/* Where nothing tells it, nothing is proposed; a date that publication alone bounds is no day. */
static void
test_nothing (void)
{
  Case test = { NULL };

  read_words (&test, "The river rose");
  g_assert_cmpint (test.proposal.position->actor, ==, ENTENTE_ID_NONE);
  g_assert_cmpint (test.proposal.position->issue, ==, ENTENTE_ID_NONE);
  g_assert_false (test.proposal.has_kind);
  g_assert_null (test.proposal.actor_reason);
  g_assert_null (test.proposal.kind_reason);
  g_assert_true (!test.proposal.position->when ||
                 !entente_date_is_dated (test.proposal.position->when));
  clear (&test);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/position-proposal/known", test_known);
  g_test_add_func ("/position-proposal/new-actor", test_new_actor);
  g_test_add_func ("/position-proposal/nothing", test_nothing);
  return g_test_run ();
}
