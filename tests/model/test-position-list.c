/* Positions of a session: read, followed after each step, and selected in turn with events. */
#include "config.h"

#include "entente-commands.h"
#include "entente-model-fixture.h"
#include "entente-position-list.h"
#include "entente-study-positions.h"

typedef struct {
  EntenteModelFixture *fixture;
  EntentePositionList *list;
  guint n_changed, n_selected;
} Case;

static void
count_cb (guint *n)
{
  ++*n;
}

static void
init (Case *test)
{
  test->fixture = entente_model_fixture_new (3, 4);
  test->list = entente_session_get_positions (test->fixture->session);
  g_signal_connect_swapped (test->list, "changed", G_CALLBACK (count_cb), &test->n_changed);
  g_signal_connect_swapped (test->list,
                            "notify::selected",
                            G_CALLBACK (count_cb),
                            &test->n_selected);
  entente_model_fixture_settle (test->fixture);
}

static void
apply (Case *test, EntenteStep *step)
{
  g_autoptr (EntenteStep) own = step;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteChangeSet) changes = entente_study_apply (test->fixture->study, own, &error);

  g_assert_no_error (error);
  entente_model_fixture_settle (test->fixture);
}

static EntentePosition *
add (Case *test, const char *edtf)
{
  EntentePosition *position = entente_position_new ();

  position->actor = g_array_index (test->fixture->actors, EntenteId, 0);
  position->when = entente_date_parse (edtf, NULL);
  position->text = g_strdup ("wants it");
  apply (test, entente_commands_add_position (position, NULL, NULL));
  return position;
}

static guint
count (Case *test)
{
  return entente_positions_get_n (entente_position_list_get (test->list));
}

static void
test_follow (void)
{
  Case test = { NULL };
  g_autoptr (EntentePosition) first = NULL, second = NULL, changed = NULL;
  g_autoptr (EntenteChangeSet) undone = NULL;

  init (&test);
  g_assert_true (entente_position_list_is_read (test.list));
  g_assert_true (entente_session_get_positions (test.fixture->session) == test.list);
  g_assert_cmpuint (count (&test), ==, 0);
  first = add (&test, "2031-02");
  second = add (&test, "2031-01");
  g_assert_cmpuint (count (&test), ==, 2);
  g_assert_cmpint (entente_positions_get (entente_position_list_get (test.list), 0)->record.id,
                   ==,
                   second->record.id);
  changed = entente_position_copy (second);
  changed->kind = ENTENTE_POSITION_SILENCE;
  apply (&test, entente_commands_change (second, changed));
  g_assert_cmpint (entente_positions_get (entente_position_list_get (test.list), 0)->kind,
                   ==,
                   ENTENTE_POSITION_SILENCE);
  apply (&test, entente_commands_delete (ENTENTE_ENTITY_POSITION, first->record.id));
  g_assert_cmpuint (count (&test), ==, 1);
  undone = entente_study_undo (test.fixture->study, NULL);
  entente_model_fixture_settle (test.fixture);
  g_assert_cmpuint (count (&test), ==, 2);
  entente_model_fixture_free (test.fixture);
}

/* With an actor its positions go. */
static void
test_actor (void)
{
  Case test = { NULL };
  g_autoptr (EntentePosition) position = NULL;

  init (&test);
  position = add (&test, "2031-02");
  entente_position_list_select (test.list, position->record.id);
  apply (&test, entente_commands_delete (ENTENTE_ENTITY_ACTOR, position->actor));
  g_assert_cmpuint (count (&test), ==, 0);
  g_assert_cmpint (entente_position_list_get_selected (test.list), ==, ENTENTE_ID_NONE);
  entente_model_fixture_free (test.fixture);
}

/* Either a position is selected or events are. */
static void
test_selected (void)
{
  Case test = { NULL };
  g_autoptr (EntentePosition) position = NULL;
  EntenteId event;

  init (&test);
  position = add (&test, "2031-02");
  event = g_array_index (test.fixture->events, EntenteId, 0);
  entente_session_select_event (test.fixture->session, event);
  entente_position_list_select (test.list, position->record.id);
  g_assert_cmpint (entente_session_get_selected_event (test.fixture->session), ==, ENTENTE_ID_NONE);
  g_assert_cmpuint (test.n_selected, ==, 1);
  entente_position_list_select (test.list, position->record.id);
  g_assert_cmpuint (test.n_selected, ==, 1);
  g_assert_true (entente_position_list_get_selected_record (test.list) ==
                 entente_positions_get (entente_position_list_get (test.list), 0));
  entente_session_select_event (test.fixture->session, event);
  g_assert_cmpint (entente_position_list_get_selected (test.list), ==, ENTENTE_ID_NONE);
  g_assert_cmpuint (test.n_selected, ==, 2);
  entente_model_fixture_free (test.fixture);
}

static void
test_delete (void)
{
  Case test = { NULL };
  g_autoptr (EntentePosition) position = NULL;

  init (&test);
  position = add (&test, "2031-02");
  entente_position_list_delete (test.list, position->record.id);
  entente_model_fixture_settle (test.fixture);
  g_assert_cmpuint (count (&test), ==, 0);
  entente_model_fixture_free (test.fixture);
}

static void
test_on_timeline (void)
{
  Case test = { NULL };
  guint n = 0;

  init (&test);
  g_signal_connect_swapped (test.list, "notify::on-timeline", G_CALLBACK (count_cb), &n);
  g_assert_true (entente_position_list_is_on_timeline (test.list));
  g_object_set (test.list, "on-timeline", FALSE, NULL);
  g_object_set (test.list, "on-timeline", FALSE, NULL);
  g_assert_cmpuint (n, ==, 1);
  g_assert_false (entente_position_list_is_on_timeline (test.list));
  entente_model_fixture_free (test.fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/position-list/follow", test_follow);
  g_test_add_func ("/position-list/actor", test_actor);
  g_test_add_func ("/position-list/selected", test_selected);
  g_test_add_func ("/position-list/delete", test_delete);
  g_test_add_func ("/position-list/on-timeline", test_on_timeline);
  return g_test_run ();
}
