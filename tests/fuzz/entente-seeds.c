/* Feeds a fuzzer the files of a folder: whole, cut off at a hundred places, and with a hundred
 * bytes changed. */
#include "config.h"

#include <glib.h>
#include <string.h>

#define VARIANTS 100

int LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length);

static void
feed (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autofree char *bytes = NULL;
  gsize length;

  g_file_get_contents (path, &bytes, &length, &error);
  g_assert_no_error (error);
  LLVMFuzzerTestOneInput ((const guint8 *) bytes, length);
  for (guint i = 0; i < VARIANTS; i++) {
    /* A copy of its own length, so that a reader of one byte too many is seen. */
    gsize n = length * i / VARIANTS;
    g_autofree guint8 *cut = g_memdup2 (bytes, n + (n == 0));

    LLVMFuzzerTestOneInput (cut, n);
  }
  for (guint i = 0; i < VARIANTS && length > 0; i++) {
    g_autofree guint8 *damaged = g_memdup2 (bytes, length);

    damaged[g_rand_int_range (random, 0, (gint32) length)] =
      (guint8) g_rand_int_range (random, 0, 256);
    LLVMFuzzerTestOneInput (damaged, length);
  }
}

int
main (int argc, char **argv)
{
  g_autoptr (GDir) folder = g_dir_open (argv[1], 0, NULL);
  const char *name;
  guint n = 0;

  g_assert_nonnull (folder);
  while ((name = g_dir_read_name (folder))) {
    g_autofree char *path = g_build_filename (argv[1], name, NULL);

    feed (path);
    g_print ("ok %u %s\n", ++n, name);
  }
  g_print ("1..%u\n", n);
  return n > 0 ? 0 : 1;
}
