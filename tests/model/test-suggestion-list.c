/* Tests of EntenteSuggestionList: keys may be faster than the disk, what is decided leaves the list
 * at once, and undo brings it back to its place. */

#include "config.h"

#include "entente-commands.h"
#include "entente-model-fixture.h"
#include "entente-suggestion-list.h"
#include <string.h>

static const char words[] = "In May 2031 Ruritania invited Elbonia to talks in Strelsau. Elbonia "
                            "accepted the invitation on 2 June 2031. "
                            "Ruritania postponed the talks. Freedonia refused to meet Elbonia.\n"
                            "Sylvania denied that it had armed the rebels.\n";

typedef struct {
  EntenteModelFixture *fixture;
  EntenteSuggestionList *list;
  EntenteListMirror *mirror;
  guint n_refs; /* of the study, without the list */
} Case;

static EntenteId
add_article (Case *c, const char *text)
{
  g_autoptr (EntenteArticle) article = entente_article_new ();
  g_autoptr (EntenteRevision) revision = entente_revision_new ();
  g_autoptr (EntenteStep) step = entente_step_new ("Add article");
  g_autoptr (EntenteChangeSet) changes = NULL;

  article->record.id = entente_id_new ();
  article->title = g_strdup ("A story");
  article->published = entente_date_parse ("2031-07-01", NULL);
  revision->record.id = entente_id_new ();
  revision->article = article->record.id;
  revision->number = 1;
  revision->text = g_strdup (text);
  entente_step_insert (step, article);
  entente_step_insert (step, revision);
  changes = entente_study_apply (c->fixture->study, step, NULL);
  g_assert_nonnull (changes);
  return article->record.id;
}

static gboolean
is_reading (Case *c)
{
  gboolean reading;

  g_object_get (c->list, "is-reading", &reading, NULL);
  return reading;
}

static void
settle (Case *c)
{
  entente_model_fixture_settle (c->fixture);
  while (is_reading (c))
    g_main_context_iteration (NULL, TRUE);
  entente_model_fixture_settle (c->fixture);
  entente_list_mirror_check (c->mirror);
}

static void
set_up (Case *c)
{
  c->fixture = entente_model_fixture_new (3, 0);
  entente_session_set_article (c->fixture->session, add_article (c, words));
  entente_model_fixture_settle (c->fixture);
  c->n_refs = G_OBJECT (c->fixture->study)->ref_count;
  c->list = entente_suggestion_list_new (c->fixture->session);
  c->mirror = entente_list_mirror_new (G_LIST_MODEL (c->list));
  settle (c);
}

static void
tear_down (Case *c)
{
  settle (c);
  entente_list_mirror_free (c->mirror);
  g_assert_finalize_object (c->list);
  /* A thread that has read lets go of it, and so does what it brings. */
  while (G_OBJECT (c->fixture->study)->ref_count > c->n_refs) {
    g_main_context_iteration (NULL, FALSE);
    g_usleep (1000);
  }
  entente_model_fixture_free (c->fixture);
}

static guint
count (Case *c)
{
  return g_list_model_get_n_items (G_LIST_MODEL (c->list));
}

static guint
count_events (Case *c)
{
  return entente_chronicle_get_n_rows (entente_study_get_chronicle (c->fixture->study));
}

static void
test_walk (void)
{
  Case c;
  EntenteSuggestionItem *first;

  set_up (&c);
  g_assert_cmpuint (count (&c), >=, 5);
  g_assert_cmpuint (entente_suggestion_list_get_n_open (c.list), ==, count (&c));
  entente_suggestion_list_step (c.list, 1, 0);
  first = entente_suggestion_list_get_selected (c.list);
  g_assert_true (entente_suggestion_item_is_selected (first));
  g_assert_true (entente_suggestion_list_find (c.list, entente_suggestion_item_get_start (first)) ==
                 first);
  for (guint i = 0; i < count (&c); i++)
    entente_suggestion_list_step (c.list, 1, 0);
  g_assert_true (entente_suggestion_list_get_selected (c.list) == first);
  entente_suggestion_list_step (c.list, -1, 0);
  g_assert_false (entente_suggestion_list_get_selected (c.list) == first);
  g_assert_null (entente_suggestion_list_find (c.list, 1000000));
  tear_down (&c);
}

/* Nothing waits for the disk between the keys. */
static void
test_accept_quickly (void)
{
  Case c;
  guint n, n_actors = 0;
  g_autoptr (GPtrArray) actors = NULL;

  set_up (&c);
  n = count (&c);
  entente_suggestion_list_step (c.list, 1, 0);
  for (guint i = 0; i < n; i++) {
    g_assert_cmpuint (count (&c), ==, n - i);
    entente_suggestion_list_accept (c.list, entente_suggestion_list_get_selected (c.list));
  }
  g_assert_cmpuint (count (&c), ==, 0);
  g_assert_null (entente_suggestion_list_get_selected (c.list));
  while (count_events (&c) < n)
    g_main_context_iteration (NULL, TRUE);
  settle (&c);
  g_assert_cmpuint (count (&c), ==, 0);
  actors =
    entente_store_list (entente_study_get_store (c.fixture->study), ENTENTE_ENTITY_ACTOR, NULL);
  for (guint i = 0; i < actors->len; i++)
    n_actors += g_str_equal (((EntenteActor *) actors->pdata[i])->name, "Elbonia");
  g_assert_cmpuint (n_actors, ==, 1);
  tear_down (&c);
}

static void
test_undo (void)
{
  Case c;
  guint n;
  g_autofree char *second = NULL;
  g_autoptr (EntenteChangeSet) undone = NULL;

  set_up (&c);
  n = count (&c);
  entente_suggestion_list_step (c.list, 1, 0);
  entente_suggestion_list_step (c.list, 1, 0);
  second =
    g_strdup (entente_suggestion_item_get_words (entente_suggestion_list_get_selected (c.list)));
  entente_suggestion_list_accept (c.list, entente_suggestion_list_get_selected (c.list));
  while (count_events (&c) == 0)
    g_main_context_iteration (NULL, TRUE);
  settle (&c);
  g_assert_cmpuint (count (&c), ==, n - 1);
  undone = entente_study_undo (c.fixture->study, NULL);
  settle (&c);
  g_assert_cmpuint (count (&c), ==, n);
  {
    g_autoptr (EntenteSuggestionItem) item = g_list_model_get_item (G_LIST_MODEL (c.list), 1);

    g_assert_cmpstr (entente_suggestion_item_get_words (item), ==, second);
  }
  tear_down (&c);
}

static void
test_reject (void)
{
  Case c;
  guint n;
  g_autoptr (EntenteSuggestionItem) rejected = NULL;

  set_up (&c);
  n = count (&c);
  entente_suggestion_list_step (c.list, 1, 0);
  entente_suggestion_list_reject (c.list, entente_suggestion_list_get_selected (c.list));
  settle (&c);
  settle (&c);
  g_assert_cmpuint (count (&c), ==, n - 1);
  g_assert_cmpuint (count_events (&c), ==, 0);
  entente_suggestion_list_set_shows_rejected (c.list, TRUE);
  g_assert_cmpuint (count (&c), ==, 1);
  rejected = g_list_model_get_item (G_LIST_MODEL (c.list), 0);
  g_assert_true (entente_suggestion_item_is_rejected (rejected));
  entente_suggestion_list_accept (c.list, rejected);
  settle (&c);
  settle (&c);
  g_assert_cmpuint (count (&c), ==, 0);
  entente_suggestion_list_set_shows_rejected (c.list, FALSE);
  g_assert_cmpuint (count (&c), ==, n);
  tear_down (&c);
}

/* One step for all of a kind. */
static void
test_accept_kind (void)
{
  Case c;
  guint n, n_kind = 0;
  const EntenteKind *kind;
  g_autoptr (EntenteChangeSet) undone = NULL;

  set_up (&c);
  n = count (&c);
  entente_suggestion_list_step (c.list, 1, 0);
  kind = entente_suggestion_item_get_kind (entente_suggestion_list_get_selected (c.list));
  for (guint i = 0; i < n; i++) {
    g_autoptr (EntenteSuggestionItem) item = g_list_model_get_item (G_LIST_MODEL (c.list), i);

    n_kind += entente_suggestion_item_get_kind (item) == kind;
  }
  entente_suggestion_list_accept_all (c.list, kind);
  g_assert_cmpuint (count (&c), ==, n - n_kind);
  while (count_events (&c) < n_kind)
    g_main_context_iteration (NULL, TRUE);
  settle (&c);
  undone = entente_study_undo (c.fixture->study, NULL);
  g_assert_cmpuint (count_events (&c), ==, 0);
  tear_down (&c);
}

static void
told_cb (EntenteSession *session, const char *message, gint64 step, char **told)
{
  g_free (*told);
  *told = g_strdup (message);
}

/* What is told and what undo names are as many as left the list, also when some of them were
 * decided by somebody else meanwhile. */
static void
test_told (void)
{
  Case c;
  guint n;
  g_autofree char *told = NULL, *accepted = NULL;
  g_autoptr (EntenteSuggestionItem) first = NULL;

  set_up (&c);
  n = count (&c);
  g_signal_connect (c.fixture->session, "notify-user", G_CALLBACK (told_cb), &told);
  first = g_list_model_get_item (G_LIST_MODEL (c.list), 0);
  entente_suggestion_list_reject (c.list, first);
  entente_suggestion_list_reject (c.list, first);
  g_assert_cmpuint (entente_suggestion_list_get_n_open (c.list), ==, n - 1);
  settle (&c);
  settle (&c);
  g_assert_cmpstr (told, ==, "1 suggestion rejected");
  entente_suggestion_list_accept_all (c.list, NULL);
  g_assert_cmpuint (entente_suggestion_list_get_n_open (c.list), ==, 0);
  while (count_events (&c) == 0)
    g_main_context_iteration (NULL, TRUE);
  settle (&c);
  accepted = g_strdup_printf ("%u events added", n - 1);
  g_assert_cmpstr (told, ==, accepted);
  g_assert_cmpuint (count_events (&c), ==, n - 1);
  g_assert_cmpuint (entente_suggestion_list_get_n_open (c.list), ==, 0);
  g_free (accepted);
  accepted = g_strdup_printf ("Accept %u suggestions", n - 1);
  g_assert_cmpstr (entente_study_get_undo_label (c.fixture->study), ==, accepted);
  tear_down (&c);
}

/* What is being written when another article comes neither disturbs its list nor gets lost. */
static void
test_other_article (void)
{
  Case c;
  EntenteId other;

  set_up (&c);
  other = add_article (&c, "Freedonia released the prisoners.\n");
  settle (&c);
  entente_suggestion_list_step (c.list, 1, 0);
  entente_suggestion_list_accept (c.list, entente_suggestion_list_get_selected (c.list));
  entente_session_set_article (c.fixture->session, other);
  g_assert_cmpuint (count (&c), ==, 0);
  while (count_events (&c) == 0)
    g_main_context_iteration (NULL, TRUE);
  settle (&c);
  settle (&c);
  g_assert_cmpuint (count (&c), ==, 1);
  entente_session_set_article (c.fixture->session, ENTENTE_ID_NONE);
  settle (&c);
  g_assert_cmpuint (count (&c), ==, 0);
  tear_down (&c);
}

/* ---- many ---- */

#define N_SENTENCES 600

static char *
write_many (void)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < N_SENTENCES; i++)
    g_string_append_printf (text,
                            "On %u May 2031 Ruritania %s Elbonia.%s",
                            1 + i % 30,
                            i % 2 ? "refused to meet" : "threatened",
                            i % 5 ? " " : "\n");
  return g_string_free (text, FALSE);
}

static void
count_cb (gpointer n)
{
  ++*(guint *) n;
}

static void
open_many (Case *c)
{
  g_autofree char *text = write_many ();

  set_up (c);
  entente_session_set_article (c->fixture->session, add_article (c, text));
  settle (c);
  settle (c);
  g_assert_cmpuint (count (c), ==, N_SENTENCES);
}

static char *
get_busy_label (Case *c)
{
  char *label;

  g_object_get (c->fixture->study, "busy-label", &label, NULL);
  return label;
}

/* However many they are: one step, one change of the study, one reading behind it; and what is
 * under way is told. */
static void
test_accept_many (void)
{
  Case c;
  guint n_changes = 0, n_chronicles = 0, n_readings = 0, before;
  g_autofree char *label = NULL, *after = NULL;
  gint64 version;

  open_many (&c);
  before = count_events (&c);
  version = entente_study_get_version (c.fixture->study);
  g_signal_connect_swapped (c.fixture->study, "changed", G_CALLBACK (count_cb), &n_changes);
  g_signal_connect_swapped (c.fixture->study,
                            "notify::chronicle",
                            G_CALLBACK (count_cb),
                            &n_chronicles);
  g_signal_connect_swapped (c.list, "notify::is-reading", G_CALLBACK (count_cb), &n_readings);
  entente_suggestion_list_accept_all (c.list, NULL);
  g_assert_cmpuint (count (&c), ==, 0);
  label = get_busy_label (&c);
  g_assert_nonnull (strstr (label, "600"));
  while (count_events (&c) == before)
    g_main_context_iteration (NULL, TRUE);
  settle (&c);
  after = get_busy_label (&c);
  g_assert_null (after);
  g_assert_cmpuint (count (&c), ==, 0);
  g_assert_cmpuint (count_events (&c), ==, before + N_SENTENCES);
  g_assert_cmpint (entente_study_get_version (c.fixture->study), ==, version + 1);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_cmpuint (n_chronicles, ==, 1);
  g_assert_cmpuint (n_readings, ==, 2); /* it begins, and ends */
  g_signal_handlers_disconnect_by_data (c.fixture->study, &n_changes);
  g_signal_handlers_disconnect_by_data (c.fixture->study, &n_chronicles);
  tear_down (&c);
}

/* Given up, all of them are open again. */
static void
test_cancel (void)
{
  Case c;
  guint before;

  open_many (&c);
  before = count_events (&c);
  entente_suggestion_list_accept_all (c.list, NULL);
  entente_proposals_accept_cancel (c.fixture->study);
  while (count (&c) == 0)
    g_main_context_iteration (NULL, TRUE);
  settle (&c);
  g_assert_cmpuint (count (&c), ==, N_SENTENCES);
  g_assert_cmpuint (count_events (&c), ==, before);
  tear_down (&c);
}

/* Keys are faster than the disk, and so may be a click on another article. */
static void
test_leave_with_many (void)
{
  Case c;
  EntenteId other;
  guint n;

  set_up (&c);
  other = add_article (&c, "Freedonia released the prisoners.\n");
  settle (&c);
  n = count (&c);
  entente_suggestion_list_step (c.list, 1, 0);
  for (guint i = 0; i < n; i++)
    entente_suggestion_list_accept (c.list, entente_suggestion_list_get_selected (c.list));
  entente_session_set_article (c.fixture->session, other);
  while (count_events (&c) < n)
    g_main_context_iteration (NULL, TRUE);
  settle (&c);
  settle (&c);
  g_assert_cmpuint (count (&c), ==, 1);
  g_assert_cmpuint (count_events (&c), ==, n);
  tear_down (&c);
}

/* Whoever closes the study waits for what was decided. */
static void
test_finish (void)
{
  Case c;
  guint n;

  set_up (&c);
  n = count (&c);
  entente_suggestion_list_step (c.list, 1, 0);
  for (guint i = 0; i < n; i++)
    entente_suggestion_list_accept (c.list, entente_suggestion_list_get_selected (c.list));
  entente_suggestion_list_finish (c.list);
  g_assert_cmpuint (count_events (&c), ==, n);
  settle (&c);
  tear_down (&c);
}

/* What is rejected is open again first, with the key as with the button. */
static void
test_accept_rejected (void)
{
  Case c;
  guint n;

  set_up (&c);
  n = count (&c);
  entente_suggestion_list_step (c.list, 1, 0);
  entente_suggestion_list_reject (c.list, entente_suggestion_list_get_selected (c.list));
  while (entente_suggestion_list_get_n_open (c.list) == n)
    g_main_context_iteration (NULL, TRUE);
  entente_suggestion_list_finish (c.list);
  settle (&c);
  entente_suggestion_list_set_shows_rejected (c.list, TRUE);
  entente_suggestion_list_step (c.list, 1, 0);
  entente_suggestion_list_accept (c.list, entente_suggestion_list_get_selected (c.list));
  entente_suggestion_list_finish (c.list);
  settle (&c);
  g_assert_cmpuint (entente_suggestion_list_get_n_open (c.list), ==, n);
  g_assert_cmpuint (count_events (&c), ==, 0);
  tear_down (&c);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/suggestion-list/walk", test_walk);
  g_test_add_func ("/suggestion-list/accept-quickly", test_accept_quickly);
  g_test_add_func ("/suggestion-list/undo", test_undo);
  g_test_add_func ("/suggestion-list/reject", test_reject);
  g_test_add_func ("/suggestion-list/accept-kind", test_accept_kind);
  g_test_add_func ("/suggestion-list/told", test_told);
  g_test_add_func ("/suggestion-list/other-article", test_other_article);
  g_test_add_func ("/suggestion-list/accept-many", test_accept_many);
  g_test_add_func ("/suggestion-list/cancel", test_cancel);
  g_test_add_func ("/suggestion-list/leave-with-many", test_leave_with_many);
  g_test_add_func ("/suggestion-list/finish", test_finish);
  g_test_add_func ("/suggestion-list/accept-rejected", test_accept_rejected);
  return g_test_run ();
}
