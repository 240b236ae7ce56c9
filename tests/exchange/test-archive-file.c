/* Archives: what is asked for comes, what is made to blow up does not. */
#include "config.h"

#include "entente-archive-file.h"
#include "entente-packed-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/* What reading an archive may take: kB, which includes this test's own 60 MB, and seconds. A
 * sanitizer takes three times as much. */
#ifdef __SANITIZE_ADDRESS__
#define MAX_MEMORY (900 * 1024)
#else
#define MAX_MEMORY (300 * 1024)
#endif
#define MAX_SECONDS 1.0

static const char *const wanted[] = { "a.xml", "b.xml", NULL };

static GHashTable *
read_bytes (GBytes *bytes, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  return entente_archive_file_read (data, length, "river.odt", wanted, error);
}

static void
test_entries (void)
{
  const EntentePackedFile files[] = { { "mimetype", "x" },
                                      { "a.xml", "first" },
                                      { "../b.xml", "outside" },
                                      { NULL, NULL } };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = entente_packed_fixture_new (files, TRUE);
  g_autoptr (GHashTable) found = read_bytes (bytes, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_hash_table_size (found), ==, 1);
  g_assert_cmpuint (g_bytes_get_size (g_hash_table_lookup (found, "a.xml")), ==, 5);
}

static void
test_bomb (void)
{
  g_autofree char *zeros = g_strnfill (20 * 1024 * 1024, ' ');
  const EntentePackedFile files[] = { { "a.xml", zeros }, { NULL, NULL } };
  const EntentePackedFile beside[] = { { "c.xml", zeros }, { "a.xml", "first" }, { NULL, NULL } };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bomb = entente_packed_fixture_new (files, FALSE);
  g_autoptr (GBytes) other = entente_packed_fixture_new (beside, FALSE);
  g_autoptr (GHashTable) found = read_bytes (other, NULL);
  g_assert_null (read_bytes (bomb, &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "river.odt"));
  g_assert_nonnull (g_hash_table_lookup (found, "a.xml"));
}

static void
test_many (void)
{
  guint n = ENTENTE_ARCHIVE_MAX_ENTRIES + 1;
  g_autofree EntentePackedFile *files = g_new0 (EntentePackedFile, n + 1);
  g_autoptr (GError) error = NULL;
  for (guint i = 0; i < n; i++)
    files[i] = (EntentePackedFile){ "x", "" };
  g_autoptr (GBytes) bytes = entente_packed_fixture_new (files, FALSE);
  g_assert_null (read_bytes (bytes, &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_INVALID);
}

/* Cut off anywhere: an error with a sentence, or what was whole. */
static void
test_damaged (void)
{
  const EntentePackedFile files[] = { { "a.xml", "first file, first file" },
                                      { "b.xml", "second" },
                                      { NULL, NULL } };
  g_autoptr (GBytes) bytes = entente_packed_fixture_new (files, FALSE);
  gsize length = g_bytes_get_size (bytes);
  for (gsize n = 0; n < length; n++) {
    g_autoptr (GBytes) cut = g_bytes_new_from_bytes (bytes, 0, n);
    g_autoptr (GError) error = NULL;
    g_autoptr (GHashTable) found = read_bytes (cut, &error);
    g_assert_true ((found != NULL) != (error != NULL));
  }
}

/* Reads the archive; what that took, of memory in kB and of time in seconds. */
static void
measure (GBytes *bytes, glong *memory, double *seconds)
{
  struct rusage use;
  pid_t child = fork ();
  int status;

  if (child == 0) {
    g_autoptr (GHashTable) found = read_bytes (bytes, NULL);

    getrusage (RUSAGE_SELF, &use);
    _exit (found == NULL || use.ru_maxrss < MAX_MEMORY ? 0 : 1);
  }
  g_assert_cmpint (wait4 (child, &status, 0, &use), ==, child);
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
  *memory = use.ru_maxrss;
  *seconds = (double) use.ru_utime.tv_sec + (double) use.ru_utime.tv_usec / 1e6;
}

/* Whatever it would become: little memory, little time and no file. */
static void
test_cost (void)
{
  g_autofree char *folder = g_dir_make_tmp ("entente-archive-XXXXXX", NULL);
  g_autofree char *here = g_get_current_dir ();
  g_autofree char *zeros = g_strnfill (60 * 1024 * 1024, 'x');
  const EntentePackedFile bombs[][5] = {
    { { "a.xml", zeros }, { NULL, NULL } },
    { { "c.xml", zeros }, { "a.xml", zeros }, { NULL, NULL } },
    { { "a.xml", zeros }, { "a.xml", zeros }, { "b.xml", zeros }, { NULL, NULL } },
    { { "../a.xml", zeros }, { "/tmp/a.xml", "x" }, { "a.xml/", "x" }, { NULL, NULL } },
  };
  g_autoptr (GDir) dir = NULL;

  g_assert_cmpint (chdir (folder), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (bombs); i++) {
    g_autoptr (GBytes) bytes = entente_packed_fixture_new (bombs[i], FALSE);
    glong memory;
    double seconds;

    measure (bytes, &memory, &seconds);
    g_test_message ("%ld kB, %.2f s", memory, seconds);
    g_assert_cmpint (memory, <, MAX_MEMORY);
    g_assert_cmpfloat (seconds, <, MAX_SECONDS);
  }
  g_assert_cmpint (chdir (here), ==, 0);
  dir = g_dir_open (folder, 0, NULL);
  g_assert_null (g_dir_read_name (dir));
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/archive-file/entries", test_entries);
  g_test_add_func ("/archive-file/bomb", test_bomb);
  g_test_add_func ("/archive-file/cost", test_cost);
  g_test_add_func ("/archive-file/many", test_many);
  g_test_add_func ("/archive-file/damaged", test_damaged);
  return g_test_run ();
}
