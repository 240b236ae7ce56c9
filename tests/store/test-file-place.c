/* Folders that are synchronised or on another computer are known by what is in and under them. */
#include "config.h"

#include "entente-file-place.h"
#include "entente-test-folder.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

static void
test_synchronised (void)
{
  static const char *const marks[] = {
    ".stfolder", ".dropbox", ".sync_a1b2c3.db", ".nextcloudsync.log", ".seafile-data",
  };
  g_autofree char *folder = g_dir_make_tmp ("entente-place-XXXXXX", NULL);
  g_autofree char *below = g_build_filename (folder, "papers", "2018", NULL);
  g_autofree char *path = g_build_filename (below, "study.entente", NULL);
  g_autofree char *other = g_build_filename (folder, "sync.db", NULL);

  g_assert_cmpint (g_mkdir_with_parents (below, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  g_assert_true (g_file_set_contents (other, "", 0, NULL));
  g_assert_cmpint (entente_file_place_get (path), !=, ENTENTE_FILE_PLACE_SYNCHRONISED);
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++) {
    g_autofree char *mark = g_build_filename (i % 2 == 0 ? folder : below, marks[i], NULL);

    g_assert_true (g_file_set_contents (mark, "", 0, NULL));
    g_assert_cmpint (entente_file_place_get (path), ==, ENTENTE_FILE_PLACE_SYNCHRONISED);
    g_assert_cmpint (g_unlink (mark), ==, 0);
  }
  g_assert_cmpint (entente_file_place_get ("study.entente"), !=, ENTENTE_FILE_PLACE_SYNCHRONISED);
  entente_test_remove_folder (folder);
}

static void
test_network (void)
{
  g_assert_true (entente_file_place_is_network (0x6969)); /* NFS */
  g_assert_true (entente_file_place_is_network ((long) 0xFF534D42)); /* CIFS */
  g_assert_true (entente_file_place_is_network ((int) 0xFF534D42)); /* where a long has 32 bits */
  g_assert_false (entente_file_place_is_network (0xEF53)); /* ext4 */
  g_assert_false (entente_file_place_is_network (0x01021994)); /* tmpfs */
  g_assert_false (entente_file_place_is_network (0x794C7630)); /* overlay */
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/file-place/synchronised", test_synchronised);
  g_test_add_func ("/store/file-place/network", test_network);
  return g_test_run ();
}
