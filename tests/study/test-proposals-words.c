/* Tests of what words that a person chose propose, and of events that another article told already.
 */

#include "config.h"

#include "entente-case.h"
#include <string.h>

static void
propose_words (EntenteCase *c, const char *chosen, EntenteProposed *proposed)
{
  g_autofree char *text = g_strcompress (entente_case_words);
  const char *found = strstr (text, chosen);
  gint64 start = g_utf8_pointer_to_offset (text, found);

  entente_proposals_propose_words (c->proposals,
                                   start,
                                   start + g_utf8_strlen (chosen, -1),
                                   proposed);
}

/* Words that tell a move propose all that its suggestion says, with themselves as the quote. */
static void
test_words (void)
{
  EntenteCase c;
  g_auto (EntenteProposed) proposed = { NULL };
  g_auto (EntenteProposed) named = { NULL };

  entente_case_set_up (&c);
  propose_words (&c, "Elbonia accepted the invitation on 2 June 2031", &proposed);
  g_assert_cmpstr (proposed.event->kind, ==, "accept-invitation");
  g_assert_cmpstr (proposed.event->when->edtf, ==, "2031-06-02");
  g_assert_cmpstr (proposed.event->when->wording, ==, "2 June 2031");
  g_assert_cmpuint (proposed.parts->len, ==, 2);
  g_assert_cmpstr (proposed.passage->quote, ==, "Elbonia accepted the invitation on 2 June 2031");
  g_assert_nonnull (strstr (proposed.what_reason, "accepted the invitation"));
  g_assert_nonnull (proposed.when_reason);
  g_assert_nonnull (strstr (proposed.who_reason, "Elbonia"));
  g_assert_cmpstr (proposed.kinds->pdata[0], ==, "accept-invitation");
  g_assert_cmpuint (proposed.links->len, ==, 0);
  propose_words (&c, "the rebels", &named);
  g_assert_null (named.event->kind);
  g_assert_null (named.what_reason);
  g_assert_false (entente_date_is_dated (named.event->when));
  g_assert_nonnull (named.when_reason);
  entente_case_tear_down (&c);
}

/* What is entered by the form is linked as by accepting, whichever came first. */
static void
test_links (gconstpointer data)
{
  gboolean is_answer_first = GPOINTER_TO_INT (data);
  EntenteCase c;
  guint first;
  EntenteId id;
  g_auto (EntenteProposed) proposed = { NULL };
  const EntenteLink *link;

  entente_case_set_up (&c);
  first = entente_case_find (&c, is_answer_first ? "accept-invitation" : "invitation");
  entente_case_apply (&c, entente_proposals_accept (c.proposals, &first, 1, &id));
  propose_words (&c,
                 is_answer_first ? "Ruritania invited Elbonia" : "Elbonia accepted the invitation",
                 &proposed);
  g_assert_cmpuint (proposed.links->len, ==, 1);
  link = proposed.links->pdata[0];
  g_assert_cmpint (is_answer_first ? link->from : link->to, ==, id);
  g_assert_cmpint (is_answer_first ? link->to : link->from, ==, ENTENTE_ID_NONE);
  entente_case_tear_down (&c);
}

/* A person may choose another event than the one that was proposed: what is linked already is not
 * linked twice, nor an event with itself. */
static void
test_links_chosen (void)
{
  EntenteCase c;
  guint invitation, denial;
  EntenteId asked, chosen;
  g_auto (EntenteProposed) proposed = { NULL };
  EntenteStep *step;

  entente_case_set_up (&c);
  invitation = entente_case_find (&c, "invitation");
  entente_case_apply (&c, entente_proposals_accept (c.proposals, &invitation, 1, &asked));
  denial = entente_case_find (&c, "denial");
  entente_case_apply (&c, entente_proposals_accept (c.proposals, &denial, 1, &chosen));
  propose_words (&c, "Elbonia accepted the invitation", &proposed);
  g_assert_cmpint (proposed.same, ==, ENTENTE_ID_NONE);
  step = entente_step_new ("Add claim");
  entente_proposed_add_links (&proposed,
                              entente_study_get_chronicle (c.fixture->study),
                              step,
                              asked,
                              ENTENTE_ID_NONE);
  g_assert_cmpuint (step->changes->len, ==, 0);
  entente_proposed_add_links (&proposed,
                              entente_study_get_chronicle (c.fixture->study),
                              step,
                              chosen,
                              ENTENTE_ID_NONE);
  g_assert_cmpuint (step->changes->len, ==, 1);
  entente_case_apply (&c, step);
  step = entente_step_new ("Add claim");
  entente_proposed_add_links (&proposed,
                              entente_study_get_chronicle (c.fixture->study),
                              step,
                              chosen,
                              ENTENTE_ID_NONE);
  g_assert_cmpuint (step->changes->len, ==, 0);
  entente_step_free (step);
  entente_case_tear_down (&c);
}

/* ---- the same event in another article ---- */

static const char other_words[] =
  "On 2 June 2031 Elbonia accepted the invitation by Ruritania. Elbonia threatened Ruritania on 5 "
  "June 2031.\\n";

static guint
count_claims (EntenteCase *c, EntenteId event)
{
  g_autoptr (EntenteEventDetail) detail = entente_study_read_event (c->fixture->study, event, NULL);

  return detail->claims->len;
}

/* What one article told already is a claim under it when another tells it too, one by one or all at
 * once. */
static void
test_same (gconstpointer data)
{
  gboolean at_once = GPOINTER_TO_INT (data);
  EntenteCase c;
  guint acceptance, n;
  EntenteId event, id;

  entente_case_set_up (&c);
  entente_case_accept_all (&c);
  event = entente_proposals_get (c.proposals, entente_case_find (&c, "accept-invitation"))->event;
  n = entente_fixture_count_rows (c.fixture->study);
  entente_case_add_article (&c, "other", other_words);
  acceptance = entente_case_find (&c, "accept-invitation");
  g_assert_cmpint (entente_proposals_get (c.proposals, acceptance)->same, ==, event);
  g_assert_cmpint (entente_proposals_get (c.proposals, entente_case_find (&c, "threat"))->same,
                   ==,
                   ENTENTE_ID_NONE);
  g_assert_cmpuint (entente_proposals_count_same (c.proposals, &acceptance, 1), ==, 1);
  if (at_once)
    entente_case_accept_all (&c);
  else
    entente_case_apply (&c, entente_proposals_accept (c.proposals, &acceptance, 1, &id));
  g_assert_cmpuint (entente_fixture_count_rows (c.fixture->study), ==, n + (at_once ? 1 : 0));
  g_assert_cmpuint (count_claims (&c, event), ==, 2);
  g_assert_cmpint (entente_proposals_get (c.proposals, acceptance)->event, ==, event);
  entente_case_undo (&c);
  g_assert_cmpuint (count_claims (&c, event), ==, 1);
  entente_case_tear_down (&c);
}

/* A person may know better: then it is an event of its own. */
static void
test_same_as_new (void)
{
  EntenteCase c;
  guint acceptance, n;
  EntenteId event, id;

  entente_case_set_up (&c);
  entente_case_accept_all (&c);
  event = entente_proposals_get (c.proposals, entente_case_find (&c, "accept-invitation"))->event;
  n = entente_fixture_count_rows (c.fixture->study);
  entente_case_add_article (&c, "other", other_words);
  acceptance = entente_case_find (&c, "accept-invitation");
  entente_case_apply (&c, entente_proposals_accept_new (c.proposals, &acceptance, 1, &id));
  g_assert_cmpuint (entente_fixture_count_rows (c.fixture->study), ==, n + 1);
  g_assert_cmpint (id, !=, event);
  g_assert_cmpuint (count_claims (&c, event), ==, 1);
  entente_case_tear_down (&c);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/proposals/words", test_words);
  g_test_add_data_func ("/proposals/links", GINT_TO_POINTER (FALSE), test_links);
  g_test_add_data_func ("/proposals/links-back", GINT_TO_POINTER (TRUE), test_links);
  g_test_add_func ("/proposals/links-chosen", test_links_chosen);
  g_test_add_data_func ("/proposals/same", GINT_TO_POINTER (FALSE), test_same);
  g_test_add_data_func ("/proposals/same-at-once", GINT_TO_POINTER (TRUE), test_same);
  g_test_add_func ("/proposals/same-as-new", test_same_as_new);
  return g_test_run ();
}
