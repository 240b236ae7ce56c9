/* A new file gets its name whole or not at all. */
#include "config.h"

#include "entente-store-fixture.h"

#include "entente-new-file.h"

#include <glib/gstdio.h>

static void
test_publish (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "new", NULL);
  g_autofree char *temporary = entente_new_file_get_temporary (path);
  g_autofree char *other = entente_new_file_get_temporary (path);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (temporary, !=, other);
  g_assert_true (g_file_set_contents (temporary, "new", -1, NULL));
  g_assert_true (entente_new_file_publish (temporary, path, &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (temporary, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));

  g_assert_true (g_file_set_contents (other, "newer", -1, NULL));
  g_assert_false (entente_new_file_publish (other, path, &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_INVALID);
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_clear_error (&error);
  g_assert_false (g_file_test (other, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "new");

  g_assert_false (entente_new_file_publish (temporary, path, &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_FAILED);
}

int
main (int argc, char *argv[])
{
  entente_store_fixture_init (&argc, &argv);
  ENTENTE_STORE_TEST ("/store/new-file/publish", test_publish);
  return g_test_run ();
}
