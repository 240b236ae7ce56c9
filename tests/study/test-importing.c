/* An import that nobody waits for: edits wait, progress shows, and both end with it, also when it
 * failed. */
#include "config.h"

#include "entente-fixture.h"
#include "entente-importing.h"

static void
fail_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_new_error (task, ENTENTE_ERROR, ENTENTE_ERROR_INVALID, "The table is empty.");
}

typedef struct {
  EntenteImporting *importing;
  GTask *task;
} Case;

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Case *c = data;

  entente_importing_end (c->importing, result, g_steal_pointer (&c->task));
}

static void
test_failure (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new ();
  g_autoptr (EntenteImporting) importing =
    entente_importing_begin (fixture->study, "Importing “a”");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  Case c = { importing, g_task_new (fixture->study, NULL, entente_fixture_keep_result, &result) };
  g_autoptr (GTask) writing = g_task_new (fixture->study, NULL, written_cb, &c);
  g_autofree char *label = NULL;
  g_autofree char *after = NULL;
  double fraction = -1;

  g_assert_true (entente_study_is_importing (fixture->study));
  entente_importing_tell (importing, 40);
  while (fraction < 0) {
    g_main_context_iteration (NULL, TRUE);
    g_object_get (fixture->study, "busy-fraction", &fraction, NULL);
  }
  g_assert_cmpfloat_with_epsilon (fraction, 0.4, 1e-9);
  g_object_get (fixture->study, "busy-label", &label, NULL);
  g_assert_cmpstr (label, ==, "Importing “a”");
  g_task_run_in_thread (writing, fail_in_thread);
  g_assert_false (g_task_propagate_boolean (G_TASK (entente_fixture_wait (&result)), &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_INVALID);
  g_assert_false (entente_study_is_importing (fixture->study));
  g_object_get (fixture->study, "busy-label", &after, NULL);
  g_assert_null (after);
  g_assert_cmpint (entente_importing_get_step (importing), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/importing/failure", test_failure);
  return g_test_run ();
}
