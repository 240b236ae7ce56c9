/* A helper that works, and helpers that hang, write without end, fail, or are not there. */
#include "config.h"

#include "entente-helper-process.h"

#include <string.h>

static char *
run (const char *const *arguments, const char *input, gsize max_bytes, GError **error)
{
  const EntenteHelperLimits limits = { 2, max_bytes };
  gsize length;
  char *output =
    entente_helper_process_run (arguments, input, strlen (input), &limits, &length, NULL, error);
  if (output != NULL)
    g_assert_cmpuint (strlen (output), ==, length);
  return output;
}

static void
test_works (void)
{
  const char *const arguments[] = { "cat", NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *output = run (arguments, "They met.", 1000, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (output, ==, "They met.");
}

static void
test_limits (void)
{
  static const struct {
    const char *const arguments[4];
    EntenteError code;
  } cases[] = {
    { { "sleep", "60" }, ENTENTE_ERROR_BUSY },
    { { "yes" }, ENTENTE_ERROR_NO_SPACE },
    /* It says that it is done and lives on. */
    { { "sh", "-c", "exec >&-; sleep 60" }, ENTENTE_ERROR_BUSY },
    { { "false" }, ENTENTE_ERROR_FAILED },
    { { "no-such-program-anywhere" }, ENTENTE_ERROR_NOT_FOUND },
    /* Two gigabytes in one piece are more than it may have. */
    { { "head", "-c-2000000000", "/dev/zero" }, ENTENTE_ERROR_FAILED },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_assert_null (run (cases[i].arguments, "", 100000, &error));
    g_assert_true (error->domain == ENTENTE_ERROR);
    if (i < 5)
      g_assert_cmpint (error->code, ==, cases[i].code);
  }
}

static gboolean
cancel_cb (gpointer cancellable)
{
  g_usleep (100000);
  g_cancellable_cancel (cancellable);
  return TRUE;
}

static gpointer
cancel_in_thread (gpointer cancellable)
{
  return GINT_TO_POINTER (cancel_cb (cancellable));
}

static void
test_cancelled (void)
{
  const char *const arguments[] = { "sleep", "60", NULL };
  const EntenteHelperLimits limits = { 30, 1000 };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  GThread *thread = g_thread_new ("cancel", cancel_in_thread, cancellable);
  gsize length;
  g_assert_null (
    entente_helper_process_run (arguments, "", 0, &limits, &length, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/helper-process/works", test_works);
  g_test_add_func ("/helper-process/limits", test_limits);
  g_test_add_func ("/helper-process/cancelled", test_cancelled);
  return g_test_run ();
}
