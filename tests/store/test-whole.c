/* States of files that need no check: large ones, exactly as they were left. */
#include "config.h"

#include "entente-whole.h"

#include <glib/gstdio.h>

static void
test_states (void)
{
  struct stat file = { .st_dev = 1, .st_ino = 2, .st_size = 100 * 1000 * 1000 }, other;

  file.st_ctim.tv_nsec = 5;
  g_assert_false (entente_whole_is_known (&file));
  entente_whole_remember (&file);
  g_assert_true (entente_whole_is_known (&file));
  other = file;
  other.st_ctim.tv_nsec++;
  g_assert_false (entente_whole_is_known (&other));
  other = file;
  other.st_ino = 22;
  g_assert_false (entente_whole_is_known (&other));
  entente_whole_remember (&other);
  g_assert_true (entente_whole_is_known (&file));

  /* One state of each file. */
  other = file;
  other.st_size++;
  entente_whole_remember (&other);
  g_assert_true (entente_whole_is_known (&other));
  g_assert_false (entente_whole_is_known (&file));

  other.st_size = 1000;
  entente_whole_remember (&other);
  g_assert_false (entente_whole_is_known (&other));
}

static void
test_many (void)
{
  struct stat file = { .st_dev = 1, .st_size = 100 * 1000 * 1000 };

  for (ino_t i = 1; i <= 200; i++) {
    file.st_ino = i;
    entente_whole_remember (&file);
  }
  g_assert_true (entente_whole_is_known (&file));
  file.st_ino = 1;
  g_assert_false (entente_whole_is_known (&file));
}

int
main (int argc, char *argv[])
{
  g_autofree char *cache = g_dir_make_tmp ("entente-cache-XXXXXX", NULL);
  g_autofree char *folder = g_build_filename (cache, "entente", NULL);
  g_autofree char *path = g_build_filename (folder, "whole", NULL);
  int result;

  g_setenv ("XDG_CACHE_HOME", cache, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/whole/states", test_states);
  g_test_add_func ("/store/whole/many", test_many);
  result = g_test_run ();
  g_unlink (path);
  g_rmdir (folder);
  g_rmdir (cache);
  return result;
}
