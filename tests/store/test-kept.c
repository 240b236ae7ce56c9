/* Kept files: of one state of one file, whole or absent, few. */
#include "config.h"

#include "entente-kept.h"
#include "entente-test-folder.h"

#include <glib/gstdio.h>
#include <string.h>
#include <utime.h>

static char *folder; /* where they are */

static char *
describe (guint64 inode, gint64 counter)
{
  struct stat file = { .st_dev = 1, .st_ino = inode, .st_size = 5000 };

  return entente_kept_describe (&file, counter);
}

static gboolean
write_text (EntenteKeptWrite write, gpointer writer, gpointer text)
{
  return write (text, strlen (text), writer);
}

static gboolean
write_half (EntenteKeptWrite write, gpointer writer, gpointer text)
{
  write (text, strlen (text) / 2, writer);
  return FALSE;
}

static void
assert_kept (const char *state, const char *text)
{
  g_autoptr (EntenteKept) kept = entente_kept_open (state);
  char bytes[100];

  if (text == NULL) {
    g_assert_null (kept);
    return;
  }
  g_assert_nonnull (kept);
  g_assert_cmpuint (entente_kept_get_size (kept), ==, strlen (text));
  g_assert_true (entente_kept_read (bytes, strlen (text), kept));
  g_assert_cmpmem (bytes, strlen (text), text, strlen (text));
  g_assert_false (entente_kept_read (bytes, 1, kept));
}

static guint
count_files (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_states (void)
{
  g_autofree char *state = describe (7, 1);
  g_autofree char *later = describe (7, 2);
  g_autofree char *other = describe (8, 1);

  assert_kept (state, NULL);
  g_assert_true (entente_kept_write (state, write_text, (gpointer) "words"));
  assert_kept (state, "words");
  assert_kept (later, NULL);
  assert_kept (other, NULL);
  g_assert_true (entente_kept_write (other, write_text, (gpointer) "of the other"));
  g_assert_true (entente_kept_write (later, write_text, (gpointer) "newer"));
  assert_kept (state, NULL);
  assert_kept (later, "newer");
  assert_kept (other, "of the other");
  g_assert_cmpuint (count_files (), ==, 2);
}

/* Whatever of a file is another makes another state. */
static void
test_describe (void)
{
  struct stat file = { .st_dev = 1, .st_ino = 2, .st_size = 3 };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint field = 0; field < 9; field++) {
    struct stat other = file;

    other.st_dev += field == 1;
    other.st_ino += field == 2;
    other.st_size += field == 3;
    other.st_mtim.tv_sec += field == 4;
    other.st_mtim.tv_nsec += field == 5;
    other.st_ctim.tv_sec += field == 6;
    other.st_ctim.tv_nsec += field == 7;
    g_assert_true (g_hash_table_add (seen, entente_kept_describe (&other, field == 8)));
  }
}

/* One that could not be finished is none, and what was there stays. */
static void
test_unfinished (void)
{
  g_autofree char *state = describe (9, 1);
  g_autofree char *later = describe (9, 2);
  guint n = count_files ();

  g_assert_true (entente_kept_write (state, write_text, (gpointer) "words"));
  g_assert_false (entente_kept_write (later, write_half, (gpointer) "many words"));
  assert_kept (later, NULL);
  assert_kept (state, "words");
  g_assert_cmpuint (count_files (), ==, n + 1);
}

static void
test_few (void)
{
  for (guint64 i = 100; i < 140; i++) {
    g_autofree char *state = describe (i, 1);

    g_assert_true (entente_kept_write (state, write_text, (gpointer) "words"));
    assert_kept (state, "words");
  }
  g_assert_cmpuint (count_files (), <=, 12);
}

/* What a program that was ended left is removed, but not what one writes now. */
static void
test_left_over (void)
{
  g_autofree char *old = g_build_filename (folder, "new-aaaaaa", NULL);
  g_autofree char *young = g_build_filename (folder, "new-bbbbbb", NULL);
  g_autofree char *state = describe (9, 3);
  struct utimbuf past = { 1000, 1000 };

  g_assert_true (g_file_set_contents (old, "", 0, NULL));
  g_assert_true (g_file_set_contents (young, "", 0, NULL));
  g_assert_cmpint (utime (old, &past), ==, 0);
  g_assert_true (entente_kept_write (state, write_text, (gpointer) "words"));
  g_assert_false (g_file_test (old, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (young, G_FILE_TEST_EXISTS));
}

int
main (int argc, char *argv[])
{
  g_autofree char *cache = g_dir_make_tmp ("entente-cache-XXXXXX", NULL);
  int result;

  folder = g_build_filename (cache, "entente", "columns", NULL);
  g_setenv ("XDG_CACHE_HOME", cache, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/kept/states", test_states);
  g_test_add_func ("/store/kept/describe", test_describe);
  g_test_add_func ("/store/kept/unfinished", test_unfinished);
  g_test_add_func ("/store/kept/few", test_few);
  g_test_add_func ("/store/kept/left-over", test_left_over);
  result = g_test_run ();
  entente_test_remove_folder (cache);
  g_free (folder);
  return result;
}
