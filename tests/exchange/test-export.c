/* The one writer: all or nothing, whatever goes wrong. A limit on the size of files stands for a
 * full disk; it needs no rights. */
#include "config.h"

#include "entente-export.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct {
  char *folder;
  char *path;
} Place;

static void
set_up (Place *place, gconstpointer data)
{
  place->folder = g_dir_make_tmp ("entente-export-XXXXXX", NULL);
  place->path = g_build_filename (place->folder, "summary.txt", NULL);
}

static guint
count_files (Place *place)
{
  g_autoptr (GDir) folder = g_dir_open (place->folder, 0, NULL);
  guint n = 0;
  while (g_dir_read_name (folder) != NULL)
    n++;
  return n;
}

static void
tear_down (Place *place, gconstpointer data)
{
  g_unlink (place->path);
  g_assert_cmpuint (count_files (place), ==, 0);
  g_rmdir (place->folder);
  g_free (place->path);
  g_free (place->folder);
}

static void
assert_content (Place *place, const char *expected)
{
  g_autofree char *content = NULL;
  g_assert_true (g_file_get_contents (place->path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, expected);
}

static void
test_write (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_assert_true (entente_export_bytes (place->path, "first", 5, &error));
  g_assert_no_error (error);
  g_chmod (place->path, 0640);
  g_assert_true (entente_export_bytes (place->path, "second", 6, &error));
  struct stat status;
  g_assert_cmpint (stat (place->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0640);
  assert_content (place, "second");
  g_assert_cmpuint (count_files (place), ==, 1);
}

static void
test_large (Place *place, gconstpointer data)
{
  g_autoptr (GString) expected = g_string_new (NULL);
  EntenteExport *output = entente_export_begin (place->path, NULL);
  for (guint i = 0; i < 300; i++) {
    g_autofree char *piece = g_strnfill ((gsize) (i * i), (char) ('a' + i % 26));
    g_string_append (expected, piece);
    g_assert_true (entente_export_write (output, piece, strlen (piece)));
  }
  g_assert_true (entente_export_commit (output, NULL));
  assert_content (place, expected->str);
}

static void
test_abort (Place *place, gconstpointer data)
{
  g_assert_true (entente_export_bytes (place->path, "old", 3, NULL));
  EntenteExport *output = entente_export_begin (place->path, NULL);
  entente_export_write (output, "new", 3);
  assert_content (place, "old");
  entente_export_abort (output);
  assert_content (place, "old");
}

static void
test_library (Place *place, gconstpointer data)
{
  EntenteExport *output = entente_export_begin (place->path, NULL);
  g_assert_true (
    g_file_set_contents (entente_export_get_temporary_path (output), "by name", -1, NULL));
  g_assert_true (entente_export_commit (output, NULL));
  assert_content (place, "by name");
}

/* Every size of the limit: the old file is as it was, and nothing else stays behind. */
static void
test_full (Place *place, gconstpointer data)
{
  g_autofree char *bytes = g_strnfill (200000, 'n');
  struct rlimit old, limit;
  g_assert_true (entente_export_bytes (place->path, "old", 3, NULL));
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  signal (SIGXFSZ, SIG_IGN);
  for (rlim_t size = 0; size < 200000; size += 9973) {
    g_autoptr (GError) error = NULL;
    limit = (struct rlimit){ size, old.rlim_max };
    g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
    gboolean written = entente_export_bytes (place->path, bytes, 200000, &error);
    g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);
    g_assert_false (written);
    g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_NO_SPACE);
    g_assert_nonnull (strstr (error->message, "summary.txt"));
    assert_content (place, "old");
    g_assert_cmpuint (count_files (place), ==, 1);
  }
}

/* A library that writes piece by piece says itself that it failed: of a full disk what names the
 * file counts, of anything else what the library says. */
static void
test_end (Place *place, gconstpointer data)
{
  g_autofree char *bytes = g_strnfill (200000, 'n');
  g_autoptr (GError) unpainted = NULL, full = NULL;
  struct rlimit old, limit;
  EntenteExport *output = entente_export_begin (place->path, NULL);

  g_assert_true (entente_export_write (output, "old", 3));
  g_assert_true (entente_export_end (output, NULL, NULL));
  assert_content (place, "old");

  output = entente_export_begin (place->path, NULL);
  entente_export_write (output, "new", 3);
  g_assert_false (entente_export_end (
    output,
    g_error_new_literal (ENTENTE_ERROR, ENTENTE_ERROR_INVALID, "It is too wide."),
    &unpainted));
  g_assert_error (unpainted, ENTENTE_ERROR, ENTENTE_ERROR_INVALID);
  assert_content (place, "old");

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  signal (SIGXFSZ, SIG_IGN);
  limit = (struct rlimit){ 1000, old.rlim_max };
  output = entente_export_begin (place->path, NULL);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_false (entente_export_write (output, bytes, 200000));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);
  g_assert_false (entente_export_end (
    output,
    g_error_new_literal (ENTENTE_ERROR, ENTENTE_ERROR_FAILED, "Error while writing"),
    &full));
  g_assert_error (full, ENTENTE_ERROR, ENTENTE_ERROR_NO_SPACE);
  assert_content (place, "old");
}

static void
test_link (Place *place, gconstpointer data)
{
  g_autofree char *link = g_build_filename (place->folder, "link", NULL);
  g_assert_true (entente_export_bytes (place->path, "old", 3, NULL));
  g_assert_cmpint (symlink ("summary.txt", link), ==, 0);
  g_assert_true (entente_export_bytes (link, "new", 3, NULL));
  assert_content (place, "new");
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_unlink (link);
}

static void
test_places (Place *place, gconstpointer data)
{
  g_autofree char *missing = g_build_filename (place->folder, "none", "x.txt", NULL);
  g_autofree char *long_name = g_strnfill (250, 'x');
  g_autofree char *long_path = g_build_filename (place->folder, long_name, NULL);
  g_autoptr (GError) error = NULL;
  g_assert_null (entente_export_begin (missing, &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (entente_export_begin (place->folder, &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "is a folder"));
  g_clear_error (&error);
  g_assert_true (entente_export_bytes (long_path, "x", 1, &error));
  g_unlink (long_path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add ("/export/" path, Place, NULL, set_up, function, tear_down)
  ADD ("write", test_write);
  ADD ("large", test_large);
  ADD ("abort", test_abort);
  ADD ("library", test_library);
  ADD ("full", test_full);
  ADD ("end", test_end);
  ADD ("link", test_link);
  ADD ("places", test_places);
  return g_test_run ();
}
