/* A file is entered once. */
#include "config.h"

#include "entente-error.h"
#include "entente-registry.h"

static void
test_once (void)
{
  struct stat one = { .st_dev = 1, .st_ino = 12 }, other = { .st_dev = 11, .st_ino = 2 };
  g_autoptr (GError) error = NULL;

  entente_registry_leave (&one);
  g_assert_true (entente_registry_enter (&one, "/one", &error));
  g_assert_true (entente_registry_enter (&other, "/other", &error));
  g_assert_no_error (error);
  g_assert_false (entente_registry_enter (&one, "/link-to-one", &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_BUSY);
  g_clear_error (&error);
  entente_registry_leave (&one);
  g_assert_true (entente_registry_enter (&one, "/one", &error));
  entente_registry_leave (&one);
  entente_registry_leave (&other);
}

static gpointer
leave_later (gpointer file)
{
  g_usleep (20000);
  entente_registry_leave (file);
  return NULL;
}

/* Whoever opens a study again that is just being closed need not try twice. */
static void
test_wait (void)
{
  struct stat one = { .st_dev = 1, .st_ino = 12 };
  g_autoptr (GError) error = NULL;
  GThread *thread;

  g_assert_true (entente_registry_enter (&one, "/one", &error));
  thread = g_thread_new ("leave", leave_later, &one);
  g_assert_true (entente_registry_enter (&one, "/one", &error));
  g_assert_no_error (error);
  g_thread_join (thread);
  entente_registry_leave (&one);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/registry/once", test_once);
  g_test_add_func ("/store/registry/wait", test_wait);
  return g_test_run ();
}
