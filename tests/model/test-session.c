/* The session: what notifies when, and what follows what. */
#include "config.h"

#include "entente-model-fixture.h"

typedef struct {
  guint selected, selection, detail, query, filtered, n_filtered, range;
} Counts;

static void
count_cb (GObject *object, GParamSpec *pspec, guint *count)
{
  (*count)++;
}

static void
watch (EntenteSession *session, const char *name, guint *count)
{
  g_autofree char *signal = g_strconcat ("notify::", name, NULL);

  g_signal_connect (session, signal, G_CALLBACK (count_cb), count);
}

static void
test_selection (void)
{
  g_autoptr (EntenteModelFixture) fixture = entente_model_fixture_new (3, 5);
  EntenteSession *session = fixture->session;
  EntenteId a = g_array_index (fixture->events, EntenteId, 0);
  EntenteId b = g_array_index (fixture->events, EntenteId, 1);
  Counts counts = { 0 };

  watch (session, "selected-event", &counts.selected);
  watch (session, "selection", &counts.selection);
  watch (session, "detail", &counts.detail);
  entente_session_select_event (session, a);
  entente_session_select_event (session, a);
  g_assert_cmpuint (counts.selected, ==, 1);
  g_assert_cmpuint (counts.selection, ==, 1);
  entente_model_fixture_settle (fixture);
  g_assert_cmpuint (counts.detail, ==, 1);
  g_assert_cmpint (entente_session_get_detail (session)->event->record.id, ==, a);

  entente_session_toggle_event (session, b);
  g_assert_cmpuint (counts.selection, ==, 2);
  g_assert_cmpuint (counts.selected, ==, 1);
  g_assert_true (entente_session_is_selected (session, b));
  entente_session_toggle_event (session, a);
  g_assert_cmpint (entente_session_get_selected_event (session), ==, b);
  g_assert_cmpuint (counts.selected, ==, 2);
  entente_session_select_event (session, ENTENTE_ID_NONE);
  g_assert_null (entente_session_get_detail (session));
  g_assert_cmpuint (entente_session_get_selection (session)->len, ==, 0);
}

/* What is deleted is not selected. */
static void
test_delete (void)
{
  g_autoptr (EntenteModelFixture) fixture = entente_model_fixture_new (3, 5);
  EntenteId event = g_array_index (fixture->events, EntenteId, 2);
  g_autoptr (EntenteStep) step = entente_step_new ("Delete event");
  g_autoptr (EntenteChangeSet) changes = NULL;
  guint n_events;

  entente_session_select_event (fixture->session, event);
  entente_model_fixture_settle (fixture);
  entente_step_delete (step, ENTENTE_ENTITY_EVENT, event);
  changes = entente_study_apply (fixture->study, step, NULL);
  g_assert_nonnull (changes);
  g_assert_cmpint (entente_session_get_selected_event (fixture->session), ==, ENTENTE_ID_NONE);
  g_object_get (fixture->session, "n-events", &n_events, NULL);
  g_assert_cmpuint (n_events, ==, 4);
}

static void
test_filter (void)
{
  g_autoptr (EntenteModelFixture) fixture = entente_model_fixture_new (3, 20);
  EntenteSession *session = fixture->session;
  g_autoptr (EntenteQuery) same = entente_query_copy (entente_session_get_query (session));
  g_autoptr (EntenteQuery) nothing = entente_query_new ();
  Counts counts = { 0 };
  guint n;

  watch (session, "query", &counts.query);
  watch (session, "filtered", &counts.filtered);
  watch (session, "n-filtered", &counts.n_filtered);
  entente_session_set_query (session, same);
  g_assert_cmpuint (counts.query, ==, 0);
  nothing->groups = 1;
  nothing->dated = 1;
  nothing->has_since = TRUE;
  nothing->since = G_GINT64_CONSTANT (9999999999);
  entente_session_set_query (session, nothing);
  g_object_get (session, "n-filtered", &n, NULL);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpuint (counts.query, ==, 1);
  g_assert_cmpuint (counts.filtered, ==, 1);
  g_assert_cmpuint (counts.n_filtered, ==, 1);
}

static void
test_range (void)
{
  g_autoptr (EntenteModelFixture) fixture = entente_model_fixture_new (1, 1);
  EntenteSpan span = { 100, 200 }, read;
  guint n = 0;

  watch (fixture->session, "has-marked-range", &n);
  g_assert_false (entente_session_get_marked_range (fixture->session, NULL));
  entente_session_set_marked_range (fixture->session, &span);
  span.end = 300;
  entente_session_set_marked_range (fixture->session, &span);
  g_assert_true (entente_session_get_marked_range (fixture->session, &read));
  g_assert_cmpint (read.end, ==, 300);
  g_assert_cmpuint (n, ==, 1);
  entente_session_set_marked_range (fixture->session, NULL);
  g_assert_cmpuint (n, ==, 2);
}

static void
notify_user_cb (EntenteSession *session, const char *message, gint64 step, GString *told)
{
  g_string_append_printf (told, "%s|%s;", message, step > 0 ? "undo" : "");
}

static void
test_apply (void)
{
  g_autoptr (EntenteModelFixture) fixture = entente_model_fixture_new (1, 1);
  g_autoptr (GString) told = g_string_new (NULL);
  EntenteStep *good = entente_step_new ("Add actor");
  EntenteStep *bad = entente_step_new ("Delete nothing");
  g_autoptr (EntenteActor) actor = entente_actor_new ();

  g_signal_connect (fixture->session, "notify-user", G_CALLBACK (notify_user_cb), told);
  actor->name = g_strdup ("New One");
  entente_step_insert (good, actor);
  entente_session_apply (fixture->session, good, "Actor added");
  entente_model_fixture_settle (fixture);
  g_assert_cmpstr (told->str, ==, "Actor added|undo;");

  g_string_truncate (told, 0);
  entente_step_delete (bad, ENTENTE_ENTITY_EVENT, 12345);
  entente_session_apply (fixture->session, bad, "Done");
  entente_model_fixture_settle (fixture);
  g_assert_cmpuint (told->len, >, 0);
  g_assert_true (g_str_has_suffix (told->str, "|;"));
}

static void
test_answers_shown (void)
{
  g_autoptr (EntenteModelFixture) fixture = entente_model_fixture_new (1, 1);
  guint n = 0;

  watch (fixture->session, "answers-shown", &n);
  entente_session_set_answers_shown (fixture->session, ENTENTE_ANSWERS_SELECTION);
  entente_session_set_answers_shown (fixture->session, ENTENTE_ANSWERS_ALL);
  g_assert_cmpuint (n, ==, 1);
}

static void
test_hovered (void)
{
  g_autoptr (EntenteModelFixture) fixture = entente_model_fixture_new (1, 1);
  guint n = 0;

  watch (fixture->session, "hovered-event", &n);
  entente_session_set_hovered_event (fixture->session, 7);
  entente_session_set_hovered_event (fixture->session, 7);
  g_assert_cmpint (entente_session_get_hovered_event (fixture->session), ==, 7);
  g_assert_cmpint (entente_session_get_selected_event (fixture->session), ==, ENTENTE_ID_NONE);
  g_assert_cmpuint (n, ==, 1);
}

/* Where the pointer rests and what is outlined beside it are told apart. */
static void
test_outlined (void)
{
  g_autoptr (EntenteModelFixture) fixture = entente_model_fixture_new (1, 1);
  guint n = 0;

  watch (fixture->session, "outlined-event", &n);
  entente_session_set_outlined_event (fixture->session, 7);
  entente_session_set_outlined_event (fixture->session, 7);
  entente_session_set_hovered_event (fixture->session, 8);
  g_assert_cmpint (entente_session_get_outlined_event (fixture->session), ==, 7);
  g_assert_cmpint (entente_session_get_hovered_event (fixture->session), ==, 8);
  g_assert_cmpuint (n, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session/selection", test_selection);
  g_test_add_func ("/session/delete", test_delete);
  g_test_add_func ("/session/filter", test_filter);
  g_test_add_func ("/session/range", test_range);
  g_test_add_func ("/session/apply", test_apply);
  g_test_add_func ("/session/answers-shown", test_answers_shown);
  g_test_add_func ("/session/hovered", test_hovered);
  g_test_add_func ("/session/outlined", test_outlined);
  return g_test_run ();
}
