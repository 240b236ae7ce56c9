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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/registry/once", test_once);
  return g_test_run ();
}
