/* Tests of EntenteProposals: nothing enters without its step; what was entered or rejected is not
 * proposed again, and undo gives it back. */

#include "config.h"

#include "entente-case.h"
#include "entente-commands.h"
#include "entente-learnt.h"
#include <string.h>

static void
test_accept (void)
{
  EntenteCase c;
  guint invitation, n_open;
  EntenteId id;
  g_autoptr (EntenteEventDetail) detail = NULL;
  g_autofree char *before = NULL, *after = NULL;

  entente_case_set_up (&c);
  before = entente_fixture_dump (c.fixture);
  invitation = entente_case_find (&c, "invitation");
  n_open = entente_case_count_open (&c);
  g_assert_cmpuint (invitation, !=, G_MAXUINT);
  g_assert_cmpuint (n_open, >=, 4);
  entente_case_apply (&c, entente_proposals_accept (c.proposals, &invitation, 1, &id));
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
  g_assert_cmpuint (entente_case_count_open (&c), ==, n_open - 1);
  g_assert_cmpint (entente_proposals_get (c.proposals, invitation)->event, ==, id);
  entente_case_undo (&c);
  after = entente_fixture_dump (c.fixture);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (entente_case_count_open (&c), ==, n_open);
  entente_case_tear_down (&c);
}

/* One step, one actor for each name, and the answer linked to its invitation whichever came first.
 */
static void
test_accept_all (gconstpointer data)
{
  gboolean at_once = GPOINTER_TO_INT (data);
  EntenteCase c;
  g_autofree guint *all = NULL;
  guint n;
  g_autoptr (GPtrArray) actors = NULL, links = NULL;
  EntenteStore *store;

  entente_case_set_up (&c);
  store = entente_study_get_store (c.fixture->study);
  n = entente_proposals_get_n (c.proposals);
  all = g_new (guint, n);
  for (guint i = 0; i < n; i++)
    all[i] = n - 1 - i;
  if (at_once)
    entente_case_apply (&c, entente_proposals_accept (c.proposals, all, n, NULL));
  for (guint i = 0; !at_once && i < n; i++)
    entente_case_apply (&c, entente_proposals_accept (c.proposals, &all[i], 1, NULL));
  g_assert_cmpuint (entente_case_count_open (&c), ==, 0);
  actors = entente_store_list (store, ENTENTE_ENTITY_ACTOR, NULL);
  for (guint i = 0; i < actors->len; i++)
    for (guint j = 0; j < i; j++)
      g_assert_cmpstr (((EntenteActor *) actors->pdata[i])->name,
                       !=,
                       ((EntenteActor *) actors->pdata[j])->name);
  links = entente_store_list (store, ENTENTE_ENTITY_LINK, NULL);
  g_assert_cmpuint (links->len, >=, 1);
  for (guint i = 0; at_once && i < 1; i++)
    entente_case_undo (&c);
  if (at_once)
    g_assert_cmpuint (entente_fixture_count_rows (c.fixture->study), ==, 0);
  entente_case_tear_down (&c);
}

static void
test_reject (void)
{
  EntenteCase c;
  guint denial, n_open;

  entente_case_set_up (&c);
  n_open = entente_case_count_open (&c);
  denial = entente_case_find (&c, "denial");
  g_assert_cmpuint (denial, !=, G_MAXUINT);
  entente_case_apply (&c, entente_proposals_reject (c.proposals, &denial, 1));
  g_assert_cmpuint (entente_case_count_open (&c), ==, n_open - 1);
  g_assert_cmpint (entente_proposals_get (c.proposals, denial)->rejection, !=, ENTENTE_ID_NONE);
  /* It is not entered by an "accept all" either. */
  entente_case_apply (&c, entente_proposals_accept (c.proposals, &denial, 1, NULL));
  g_assert_cmpuint (entente_fixture_count_rows (c.fixture->study), ==, 0);
  entente_case_apply (&c, entente_proposals_reconsider (c.proposals, &denial, 1));
  g_assert_cmpuint (entente_case_count_open (&c), ==, n_open);
  entente_case_undo (&c);
  g_assert_cmpuint (entente_case_count_open (&c), ==, n_open - 1);
  entente_case_tear_down (&c);
}

/* A correction of the text keeps what was rejected by its words. */
static void
test_new_revision (void)
{
  EntenteCase c;
  guint denial;
  g_autoptr (EntenteRevision) revision = entente_revision_new ();
  g_autofree char *text = g_strcompress (entente_case_words);

  entente_case_set_up (&c);
  denial = entente_case_find (&c, "denial");
  entente_case_apply (&c, entente_proposals_reject (c.proposals, &denial, 1));
  revision->article = c.article;
  revision->number = 2;
  revision->text = g_strconcat ("A new beginning.\n", text, NULL);
  entente_case_apply (&c, entente_commands_put (revision));
  g_assert_cmpint (entente_proposals_get (c.proposals, entente_case_find (&c, "denial"))->rejection,
                   !=,
                   ENTENTE_ID_NONE);
  entente_case_tear_down (&c);
}

/* A name learnt serves at once; the reading is made anew for it and for nothing else. */
static void
test_learning (void)
{
  EntenteCase c;
  const EntenteArticleReading *reading;
  const EntenteSuggestion *denial;

  entente_case_set_up (&c);
  reading = entente_proposals_get_reading (c.proposals);
  entente_case_look (&c);
  g_assert_true (entente_proposals_get_reading (c.proposals) == reading);
  entente_fixture_apply (c.fixture,
                         "{'do':'add-actor','key':'island','name':'Island Republic','kind':'state',"
                         "'aliases':['Sylvania']}");
  entente_case_look (&c);
  denial = entente_proposals_get (c.proposals, entente_case_find (&c, "denial"))->suggestion;
  reading = entente_proposals_get_reading (c.proposals);
  g_assert_cmpint (g_array_index (reading->actors,
                                  EntenteReadingActor,
                                  ((EntenteReadingParty *) denial->parties->pdata[0])->actor)
                     .known,
                   ==,
                   entente_id_from_key ("island"));
  entente_case_tear_down (&c);
}

/* ---- learning ---- */

static EntenteProposals *
read_article (EntenteFixture *fixture, const char *key)
{
  g_autoptr (GError) error = NULL;
  EntenteProposals *proposals =
    entente_study_read_proposals (fixture->study, entente_id_from_key (key), NULL, NULL, &error);

  g_assert_no_error (error);
  return proposals;
}

static void
add_article (EntenteFixture *fixture, const char *key, const char *text)
{
  g_autofree char *line =
    g_strdup_printf ("{'do':'add-article','key':'%s','title':'%s','published':'2031-07-01',"
                     "'text':'A tale\\n%s\\nNothing else was told.\\n'}",
                     key,
                     key,
                     text);

  entente_fixture_apply (fixture, "%s", line);
}

static gboolean
proposes (const EntenteProposals *proposals, const char *kind)
{
  for (guint i = 0; i < entente_proposals_get_n (proposals); i++)
    if (g_str_equal (entente_proposals_get (proposals, i)->suggestion->kind, kind))
      return TRUE;
  return FALSE;
}

/* A word that was marked in one article is read in another, until that is undone. */
static void
test_lesson (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new ();
  g_autoptr (EntenteProposals) first = NULL, before = NULL, after = NULL, undone = NULL;
  g_autoptr (EntenteStep) step = NULL;
  g_autoptr (EntenteChangeSet) changes = NULL;
  g_autoptr (EntenteLexicon) word = NULL;
  g_autofree char *lesson = NULL, *known = NULL;
  const EntenteKind *kind = entente_kind_find ("refuse-invitation");

  add_article (fixture, "one", "On Monday Norway ostracised Kenya. Kenya invited Norway.");
  add_article (fixture, "two", "Uganda was ostracised by Peru.");
  first = read_article (fixture, "one");
  lesson = entente_proposals_find_lesson (first, 10, 33, kind);
  g_assert_cmpstr (lesson, ==, "ostracise/v");
  known = entente_proposals_find_lesson (first, 35, 55, entente_kind_find ("invitation"));
  g_assert_null (known);
  g_assert_null (entente_proposals_find_lesson (first, 10, 10, kind));
  g_assert_null (entente_proposals_find_lesson (first, 10, 4000, kind));
  before = read_article (fixture, "two");
  g_assert_false (proposes (before, kind->id));
  word = entente_learnt_create_word (lesson, kind, ENTENTE_ID_NONE);
  step = entente_commands_put (word);
  changes = entente_study_apply (fixture->study, step, NULL);
  g_assert_nonnull (changes);
  after = read_article (fixture, "two");
  g_assert_true (proposes (after, kind->id));
  entente_change_set_unref (g_steal_pointer (&changes));
  changes = entente_study_undo (fixture->study, NULL);
  undone =
    entente_study_read_proposals (fixture->study, entente_id_from_key ("two"), after, NULL, NULL);
  g_assert_false (proposes (undone, kind->id));
}

static gboolean
names_actor (const EntenteProposals *proposals, const char *name)
{
  const EntenteArticleReading *reading = entente_proposals_get_reading (proposals);

  for (guint i = 0; i < reading->mentions->len; i++) {
    guint actor = g_array_index (reading->mentions, EntenteReadingMention, i).actor;

    if (g_str_equal (g_array_index (reading->actors, EntenteReadingActor, actor).name, name))
      return TRUE;
  }
  return FALSE;
}

/* In no article, unless it becomes an actor of the study after all. */
static void
test_refused_name (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new ();
  g_autoptr (EntenteProposals) first = NULL, before = NULL, after = NULL, known = NULL;
  g_autoptr (EntenteStep) step = NULL;
  g_autoptr (EntenteChangeSet) changes = NULL;

  add_article (fixture,
               "one",
               "On Monday Joseph Ferrol invited Norway. Kenya invited Joseph Ferrol.");
  add_article (fixture, "two", "Joseph Ferrol accused Peru.");
  first = read_article (fixture, "one");
  before = read_article (fixture, "two");
  g_assert_true (names_actor (first, "Joseph Ferrol"));
  g_assert_true (names_actor (before, "Joseph Ferrol"));
  step = entente_proposals_refuse_name (first, "Joseph Ferrol", 10, 23);
  changes = entente_study_apply (fixture->study, step, NULL);
  g_assert_nonnull (changes);
  after = read_article (fixture, "two");
  g_assert_false (names_actor (after, "Joseph Ferrol"));
  g_assert_true (names_actor (after, "Peru"));
  entente_fixture_apply (fixture, "{'do':'add-actor','key':'f','name':'Joseph Ferrol'}");
  known = read_article (fixture, "two");
  g_assert_true (names_actor (known, "Joseph Ferrol"));
}

/* Who acts without a name enters as a role, once; who only speaks, as words. */
static void
test_unnamed (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new ();
  g_autoptr (EntenteProposals) proposals = NULL;
  g_autoptr (EntenteStep) step = NULL;
  g_autoptr (EntenteChangeSet) changes = NULL;
  g_autoptr (GPtrArray) actors = NULL, claims = NULL, parts = NULL;
  EntenteStore *store = entente_study_get_store (fixture->study);
  guint indexes[] = { 0, 1, 2 };
  EntenteId events[3];
  guint n_roles = 0;
  gboolean has_class = FALSE;

  add_article (fixture,
               "one",
               "Local diplomats met Norway in May 2031. Local diplomats rejected the plan of "
               "Norway. Norway invited Kenya, a senior official said.");
  proposals = read_article (fixture, "one");
  g_assert_cmpuint (entente_proposals_get_n (proposals), ==, 3);
  step = entente_proposals_accept (proposals, indexes, 3, events);
  changes = entente_study_apply (fixture->study, step, NULL);
  g_assert_nonnull (changes);
  actors = entente_store_list (store, ENTENTE_ENTITY_ACTOR, NULL);
  for (guint i = 0; i < actors->len; i++) {
    const EntenteActor *actor = actors->pdata[i];

    n_roles += actor->kind == ENTENTE_ACTOR_UNNAMED_ROLE;
    if (actor->kind == ENTENTE_ACTOR_UNNAMED_ROLE)
      g_assert_cmpstr (actor->name, ==, "Local diplomats");
  }
  g_assert_cmpuint (n_roles, ==, 1);
  parts = entente_store_list_of (store,
                                 ENTENTE_ENTITY_PARTICIPATION,
                                 ENTENTE_ENTITY_EVENT,
                                 events[1],
                                 NULL);
  g_assert_cmpuint (parts->len, ==, 2);
  claims = entente_store_list (store, ENTENTE_ENTITY_CLAIM, NULL);
  for (guint i = 0; i < claims->len; i++) {
    const EntenteClaim *claim = claims->pdata[i];

    if (claim->event != events[2])
      continue;
    has_class = TRUE;
    g_assert_cmpstr (claim->speaker_class, ==, "senior official");
    g_assert_cmpint (claim->naming, ==, ENTENTE_NAMING_ANONYMOUS);
  }
  g_assert_true (has_class);
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
  g_test_add_func ("/proposals/lesson", test_lesson);
  g_test_add_func ("/proposals/refused-name", test_refused_name);
  g_test_add_func ("/proposals/unnamed", test_unnamed);
  g_test_add_func ("/proposals/without-text", test_without_text);
  return g_test_run ();
}
