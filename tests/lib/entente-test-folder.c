/* Folders that tests made for themselves. */
#include "config.h"

#include "entente-test-folder.h"
#include <glib/gstdio.h>

void
entente_test_remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir))) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    if (g_unlink (path) != 0)
      entente_test_remove_folder (path);
  }
  g_rmdir (folder);
}
