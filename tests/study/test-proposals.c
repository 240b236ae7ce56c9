/* Tests of EntenteProposals: nothing enters without its step; what was entered or rejected is not proposed again, and undo gives
 * it back. */

#include "config.h"

#include "entente-commands.h"
#include "entente-fixture.h"
#include "entente-proposals.h"
#include <string.h>

static const char words[] =
  "In May 2031 Ruritania invited Elbonia to talks in Strelsau. Elbonia accepted the invitation on "
  "2 June 2031. "
  "Ruritania postponed the talks. According to press reports, Freedonia refused to meet Elbonia.\\n"
  "Sylvania denied that it had armed the rebels.\\n";

typedef struct {
  EntenteFixture *fixture;
  EntenteId article;
  EntenteProposals *proposals;
} Case;

static void
look (Case *c)
{
  g_autoptr (EntenteProposals) before = c->proposals;
  g_autoptr (GError) error = NULL;

  c->proposals = entente_study_read_proposals (c->fixture->study, c->article, before, NULL, &error);
  g_assert_no_error (error);
}

static void
set_up (Case *c)
{
  c->fixture = entente_fixture_new ();
  entente_fixture_apply (c->fixture,
                         "{'do':'add-actor','key':'ruritania','name':'Ruritania','kind':'state'}");
  entente_fixture_apply (
    c->fixture,
    "{'do':'add-article','key':'story','title':'A story','published':'2031-07-01',"
    "'text':'%s'}",
    words);
  c->article = entente_id_from_key ("story");
  c->proposals = NULL;
  look (c);
}

static void
tear_down (Case *c)
{
  entente_proposals_unref (c->proposals);
  entente_fixture_free (c->fixture);
}

/* The first one of this kind, or G_MAXUINT. */
static guint
find (const Case *c, const char *kind)
{
  for (guint i = 0; i < entente_proposals_get_n (c->proposals); i++)
    if (g_str_equal (entente_proposals_get (c->proposals, i)->suggestion->kind, kind))
      return i;
  return G_MAXUINT;
}

static guint
count_open (const Case *c)
{
  guint n = 0;

  for (guint i = 0; i < entente_proposals_get_n (c->proposals); i++)
    n += entente_proposal_is_open (entente_proposals_get (c->proposals, i));
  return n;
}

/* Takes @step. */
static void
apply (Case *c, EntenteStep *step)
{
  g_autoptr (EntenteStep) own = step;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteChangeSet) changes = entente_study_apply (c->fixture->study, own, &error);

  g_assert_no_error (error);
  look (c);
}

static void
undo (Case *c)
{
  g_autoptr (EntenteChangeSet) changes = entente_study_undo (c->fixture->study, NULL);

  g_assert_nonnull (changes);
  look (c);
}

static void
test_accept (void)
{
  Case c;
  guint invitation, n_open;
  EntenteId id;
  g_autoptr (EntenteEventDetail) detail = NULL;
  g_autofree char *before = NULL, *after = NULL;

  set_up (&c);
  before = entente_fixture_dump (c.fixture);
  invitation = find (&c, "invitation");
  n_open = count_open (&c);
  g_assert_cmpuint (invitation, !=, G_MAXUINT);
  g_assert_cmpuint (n_open, >=, 4);
  apply (&c, entente_proposals_accept (c.proposals, &invitation, 1, &id));
  detail = entente_study_read_event (c.fixture->study, id, NULL);
  g_assert_nonnull (detail);
  g_assert_cmpstr (detail->event->kind, ==, "invitation");
  g_assert_cmpstr (detail->event->when->edtf, ==, "2031-05");
  g_assert_cmpuint (detail->claims->len, ==, 1);
  g_assert_nonnull (strstr (((EntentePassage *) detail->passages->pdata[0])->quote, "invited"));
  g_assert_cmpuint (detail->participations->len, ==, 2);
  g_assert_cmpint (((EntenteParticipation *) detail->participations->pdata[0])->actor,
                   ==,
                   entente_id_from_key ("ruritania"));
  g_assert_cmpuint (count_open (&c), ==, n_open - 1);
  g_assert_cmpint (entente_proposals_get (c.proposals, invitation)->event, ==, id);
  undo (&c);
  after = entente_fixture_dump (c.fixture);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (count_open (&c), ==, n_open);
  tear_down (&c);
}

/* One step, one actor for each name, and the answer linked to its invitation whichever came first. */
static void
test_accept_all (gconstpointer data)
{
  gboolean at_once = GPOINTER_TO_INT (data);
  Case c;
  g_autofree guint *all = NULL;
  guint n;
  g_autoptr (GPtrArray) actors = NULL, links = NULL;
  EntenteStore *store;

  set_up (&c);
  store = entente_study_get_store (c.fixture->study);
  n = entente_proposals_get_n (c.proposals);
  all = g_new (guint, n);
  for (guint i = 0; i < n; i++)
    all[i] = n - 1 - i;
  if (at_once)
    apply (&c, entente_proposals_accept (c.proposals, all, n, NULL));
  for (guint i = 0; !at_once && i < n; i++)
    apply (&c, entente_proposals_accept (c.proposals, &all[i], 1, NULL));
  g_assert_cmpuint (count_open (&c), ==, 0);
  actors = entente_store_list (store, ENTENTE_ENTITY_ACTOR, NULL);
  for (guint i = 0; i < actors->len; i++)
    for (guint j = 0; j < i; j++)
      g_assert_cmpstr (((EntenteActor *) actors->pdata[i])->name,
                       !=,
                       ((EntenteActor *) actors->pdata[j])->name);
  links = entente_store_list (store, ENTENTE_ENTITY_LINK, NULL);
  g_assert_cmpuint (links->len, >=, 1);
  for (guint i = 0; at_once && i < 1; i++)
    undo (&c);
  if (at_once)
    g_assert_cmpuint (entente_fixture_count_rows (c.fixture->study), ==, 0);
  tear_down (&c);
}

static void
test_reject (void)
{
  Case c;
  guint denial, n_open;

  set_up (&c);
  n_open = count_open (&c);
  denial = find (&c, "denial");
  g_assert_cmpuint (denial, !=, G_MAXUINT);
  apply (&c, entente_proposals_reject (c.proposals, &denial, 1));
  g_assert_cmpuint (count_open (&c), ==, n_open - 1);
  g_assert_cmpint (entente_proposals_get (c.proposals, denial)->rejection, !=, ENTENTE_ID_NONE);
  /* It is not entered by an "accept all" either. */
  apply (&c, entente_proposals_accept (c.proposals, &denial, 1, NULL));
  g_assert_cmpuint (entente_fixture_count_rows (c.fixture->study), ==, 0);
  apply (&c, entente_proposals_reconsider (c.proposals, &denial, 1));
  g_assert_cmpuint (count_open (&c), ==, n_open);
  undo (&c);
  g_assert_cmpuint (count_open (&c), ==, n_open - 1);
  tear_down (&c);
}

/* A correction of the text keeps what was rejected by its words. */
static void
test_new_revision (void)
{
  Case c;
  guint denial;
  g_autoptr (EntenteRevision) revision = entente_revision_new ();
  g_autofree char *text = g_strcompress (words);

  set_up (&c);
  denial = find (&c, "denial");
  apply (&c, entente_proposals_reject (c.proposals, &denial, 1));
  revision->article = c.article;
  revision->number = 2;
  revision->text = g_strconcat ("A new beginning.\n", text, NULL);
  apply (&c, entente_commands_put (revision));
  g_assert_cmpint (entente_proposals_get (c.proposals, find (&c, "denial"))->rejection,
                   !=,
                   ENTENTE_ID_NONE);
  tear_down (&c);
}

/* A name learnt serves at once; the reading is made anew for it and for nothing else. */
static void
test_learning (void)
{
  Case c;
  const EntenteArticleReading *reading;
  const EntenteSuggestion *denial;

  set_up (&c);
  reading = entente_proposals_get_reading (c.proposals);
  look (&c);
  g_assert_true (entente_proposals_get_reading (c.proposals) == reading);
  entente_fixture_apply (c.fixture,
                         "{'do':'add-actor','key':'island','name':'Island Republic','kind':'state',"
                         "'aliases':['Sylvania']}");
  look (&c);
  denial = entente_proposals_get (c.proposals, find (&c, "denial"))->suggestion;
  reading = entente_proposals_get_reading (c.proposals);
  g_assert_cmpint (g_array_index (reading->actors,
                                  EntenteReadingActor,
                                  ((EntenteReadingParty *) denial->parties->pdata[0])->actor)
                     .known,
                   ==,
                   entente_id_from_key ("island"));
  tear_down (&c);
}

/* ---- words that a person chose ---- */

static void
propose_words (Case *c, const char *chosen, EntenteProposed *proposed)
{
  g_autofree char *text = g_strcompress (words);
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
  Case c;
  g_auto (EntenteProposed) proposed = { NULL };
  g_auto (EntenteProposed) named = { NULL };

  set_up (&c);
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
  tear_down (&c);
}

/* What is entered by the form is linked as by accepting, whichever came first. */
static void
test_links (gconstpointer data)
{
  gboolean is_answer_first = GPOINTER_TO_INT (data);
  Case c;
  guint first;
  EntenteId id;
  g_auto (EntenteProposed) proposed = { NULL };
  const EntenteLink *link;

  set_up (&c);
  first = find (&c, is_answer_first ? "accept-invitation" : "invitation");
  apply (&c, entente_proposals_accept (c.proposals, &first, 1, &id));
  propose_words (&c,
                 is_answer_first ? "Ruritania invited Elbonia" : "Elbonia accepted the invitation",
                 &proposed);
  g_assert_cmpuint (proposed.links->len, ==, 1);
  link = proposed.links->pdata[0];
  g_assert_cmpint (is_answer_first ? link->from : link->to, ==, id);
  g_assert_cmpint (is_answer_first ? link->to : link->from, ==, ENTENTE_ID_NONE);
  tear_down (&c);
}

/* ---- the same event in another article ---- */

static const char other_words[] =
  "On 2 June 2031 Elbonia accepted the invitation by Ruritania. Elbonia threatened Ruritania on 5 "
  "June 2031.\\n";

static void
read_other (Case *c)
{
  entente_fixture_apply (c->fixture,
                         "{'do':'add-article','key':'other','title':'Another',"
                         "'published':'2031-07-02','text':'%s'}",
                         other_words);
  c->article = entente_id_from_key ("other");
  look (c);
}

static void
accept_all (Case *c)
{
  guint n = entente_proposals_get_n (c->proposals);
  g_autofree guint *all = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    all[i] = i;
  apply (c, entente_proposals_accept (c->proposals, all, n, NULL));
}

static guint
count_claims (Case *c, EntenteId event)
{
  g_autoptr (EntenteEventDetail) detail = entente_study_read_event (c->fixture->study, event, NULL);

  return detail->claims->len;
}

/* What one article told already is a claim under it when another tells it too, one by one or all at once. */
static void
test_same (gconstpointer data)
{
  gboolean at_once = GPOINTER_TO_INT (data);
  Case c;
  guint acceptance, n;
  EntenteId event, id;

  set_up (&c);
  accept_all (&c);
  event = entente_proposals_get (c.proposals, find (&c, "accept-invitation"))->event;
  n = entente_fixture_count_rows (c.fixture->study);
  read_other (&c);
  acceptance = find (&c, "accept-invitation");
  g_assert_cmpint (entente_proposals_get (c.proposals, acceptance)->same, ==, event);
  g_assert_cmpint (entente_proposals_get (c.proposals, find (&c, "threat"))->same,
                   ==,
                   ENTENTE_ID_NONE);
  g_assert_cmpuint (entente_proposals_count_same (c.proposals, &acceptance, 1), ==, 1);
  if (at_once)
    accept_all (&c);
  else
    apply (&c, entente_proposals_accept (c.proposals, &acceptance, 1, &id));
  g_assert_cmpuint (entente_fixture_count_rows (c.fixture->study), ==, n + (at_once ? 1 : 0));
  g_assert_cmpuint (count_claims (&c, event), ==, 2);
  g_assert_cmpint (entente_proposals_get (c.proposals, acceptance)->event, ==, event);
  undo (&c);
  g_assert_cmpuint (count_claims (&c, event), ==, 1);
  tear_down (&c);
}

/* A person may know better: then it is an event of its own. */
static void
test_same_as_new (void)
{
  Case c;
  guint acceptance, n;
  EntenteId event, id;

  set_up (&c);
  accept_all (&c);
  event = entente_proposals_get (c.proposals, find (&c, "accept-invitation"))->event;
  n = entente_fixture_count_rows (c.fixture->study);
  read_other (&c);
  acceptance = find (&c, "accept-invitation");
  apply (&c, entente_proposals_accept_new (c.proposals, &acceptance, 1, &id));
  g_assert_cmpuint (entente_fixture_count_rows (c.fixture->study), ==, n + 1);
  g_assert_cmpint (id, !=, event);
  g_assert_cmpuint (count_claims (&c, event), ==, 1);
  tear_down (&c);
}

static void
test_without_text (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new ();
  g_autoptr (EntenteProposals) proposals = NULL;
  g_autoptr (GError) error = NULL;

  entente_fixture_apply (fixture, "{'do':'add-article','key':'empty','title':'No words'}");
  proposals = entente_study_read_proposals (fixture->study,
                                            entente_id_from_key ("empty"),
                                            NULL,
                                            NULL,
                                            &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entente_proposals_get_n (proposals), ==, 0);
  g_assert_null (entente_study_read_proposals (fixture->study, 4711, NULL, NULL, &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/proposals/accept", test_accept);
  g_test_add_data_func ("/proposals/accept-all", GINT_TO_POINTER (TRUE), test_accept_all);
  g_test_add_data_func ("/proposals/accept-each", GINT_TO_POINTER (FALSE), test_accept_all);
  g_test_add_func ("/proposals/reject", test_reject);
  g_test_add_func ("/proposals/new-revision", test_new_revision);
  g_test_add_func ("/proposals/learning", test_learning);
  g_test_add_func ("/proposals/words", test_words);
  g_test_add_data_func ("/proposals/links", GINT_TO_POINTER (FALSE), test_links);
  g_test_add_data_func ("/proposals/links-back", GINT_TO_POINTER (TRUE), test_links);
  g_test_add_data_func ("/proposals/same", GINT_TO_POINTER (FALSE), test_same);
  g_test_add_data_func ("/proposals/same-at-once", GINT_TO_POINTER (TRUE), test_same);
  g_test_add_func ("/proposals/same-as-new", test_same_as_new);
  g_test_add_func ("/proposals/without-text", test_without_text);
  return g_test_run ();
}
