/* Work in a thread: what it finds, its error, and that a study whose task is the last to hold it
 * ends where it was made. */
#include "config.h"

#include "entente-error.h"
#include "entente-study-thread.h"

static gpointer
double_it (gpointer data, GCancellable *cancellable, GError **error)
{
  int n = *(const int *) data;

  if (n >= 0)
    return GINT_TO_POINTER (n * 2);
  g_set_error_literal (error, ENTENTE_ERROR, ENTENTE_ERROR_INVALID, "It is negative.");
  return NULL;
}

static void
keep_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static GAsyncResult *
run (int n)
{
  GAsyncResult *result = NULL;

  entente_study_run_in_thread (g_task_new (NULL, NULL, keep_cb, &result),
                               double_it,
                               g_memdup2 (&n, sizeof n),
                               g_free,
                               NULL);
  while (!result)
    g_main_context_iteration (NULL, TRUE);
  return result;
}

static void
test_result (void)
{
  g_autoptr (GAsyncResult) good = run (21);
  g_autoptr (GAsyncResult) bad = run (-1);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (GPOINTER_TO_INT (g_task_propagate_pointer (G_TASK (good), &error)), ==, 42);
  g_assert_no_error (error);
  g_assert_null (g_task_propagate_pointer (G_TASK (bad), &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_INVALID);
}

static void
gone_cb (gpointer thread, GObject *where)
{
  *(GThread **) thread = g_thread_self ();
}

static void
test_source_ends_here (void)
{
  for (int i = 0; i < 300; i++) {
    GThread *thread = NULL;
    g_autoptr (GObject) source = g_object_new (G_TYPE_OBJECT, NULL);

    g_object_weak_ref (source, gone_cb, &thread);
    entente_study_run_in_thread (g_task_new (source, NULL, NULL, NULL),
                                 double_it,
                                 g_memdup2 (&i, sizeof i),
                                 g_free,
                                 NULL);
    g_clear_object (&source);
    while (!thread)
      g_main_context_iteration (NULL, TRUE);
    g_assert_true (thread == g_thread_self ());
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/study-thread/result", test_result);
  g_test_add_func ("/study-thread/source-ends-here", test_source_ends_here);
  return g_test_run ();
}
