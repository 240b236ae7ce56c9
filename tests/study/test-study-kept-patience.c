/* A study that takes too long to be kept closes all the same: nothing is kept of it, and nothing
 * left half done. */
#include "config.h"

#include "entente-fixture.h"
#include "entente-store-fixture.h"
#include "entente-study-private.h"
#include "entente-test-folder.h"

static guint
count_files (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "entente", "columns", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
open_again (EntenteFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->study = entente_study_open (fixture->path, ENTENTE_OPEN_EXISTING, NULL, &error);
  g_assert_no_error (error);
}

static void
test_patience (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  guint n_rows = entente_fixture_count_rows (fixture->study);

  entente_study_kept_set_patience (0);
  g_clear_object (&fixture->study);
  g_assert_cmpuint (count_files (), ==, 0);
  entente_study_kept_set_patience (60000);
  open_again (fixture);
  g_assert_cmpuint (entente_fixture_count_rows (fixture->study), ==, n_rows);
  g_clear_object (&fixture->study);
  g_assert_cmpuint (count_files (), ==, 1);
  open_again (fixture);
  g_assert_cmpuint (entente_fixture_count_rows (fixture->study), ==, n_rows);
}

int
main (int argc, char **argv)
{
  g_autofree char *cache = g_dir_make_tmp ("entente-cache-XXXXXX", NULL);
  int result;

  g_setenv ("XDG_CACHE_HOME", cache, TRUE);
  entente_study_kept_set_minimum (1);
  entente_store_fixture_init (&argc, &argv);
  g_test_add_func ("/study/kept/patience", test_patience);
  result = g_test_run ();
  entente_test_remove_folder (cache);
  return result;
}
