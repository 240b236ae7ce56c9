/* Any bytes as the pages of a damaged study: every row is within its bytes, and no page is told
 * twice. */
#include "config.h"

#include "entente-page-file.h"

#include <sys/mman.h>
#include <unistd.h>

#define MAX_ROWS 1000000

int LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length);

/* Reads every byte, so that one too many is seen. */
static void
check_row (const EntentePageRow *row, gpointer n)
{
  static volatile guint sum;

  g_assert_cmpuint (row->n_values, <=, ENTENTE_PAGE_MAX_VALUES);
  for (guint i = 0; i < row->n_values; i++)
    for (gsize at = 0; at < row->values[i].length; at++)
      sum += (guint8) row->values[i].text[at];
  g_assert_cmpuint (++*(guint *) n, <, MAX_ROWS);
}

static void
check_page (guint32 page, const EntentePageRow *rows, guint n_rows, gpointer n)
{
  g_assert_cmpuint (page, >, 0);
  for (guint i = 0; i < n_rows; i++)
    check_row (&rows[i], n);
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length)
{
  static int descriptor = -1;
  g_autofree char *path = NULL;
  g_autoptr (EntentePageFile) file = NULL;
  guint n = 0;

  if (descriptor < 0)
    descriptor = memfd_create ("entente-fuzz", MFD_CLOEXEC);
  g_assert_cmpint (ftruncate (descriptor, 0), ==, 0);
  g_assert_cmpint (pwrite (descriptor, bytes, length, 0), ==, (gssize) length);
  path = g_strdup_printf ("/proc/self/fd/%d", descriptor);
  file = entente_page_file_open (path, NULL);
  g_assert_nonnull (file);
  entente_page_file_skip_free (file);
  for (guint32 root = 1; root <= entente_page_file_get_n_pages (file) && root < 10; root++)
    entente_page_file_walk (file, root, root % 3 != 0, check_row, &n);
  entente_page_file_walk_strays (file, check_page, &n);
  return 0;
}
