/* Any bytes as a table: every row is text, and a line of the file. */
#include "config.h"

#include "entente-csv.h"

#include <glib/gstdio.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length);

static void
check_row (const EntenteCsv *csv, gint64 *line)
{
  guint n = entente_csv_get_n_cells (csv);

  g_assert_cmpuint (n, >, 0);
  for (guint i = 0; i <= n; i++)
    g_assert_true (g_utf8_validate (entente_csv_get_cell (csv, i), -1, NULL));
  g_assert_cmpint (entente_csv_get_line (csv), >, *line);
  *line = entente_csv_get_line (csv);
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length)
{
  g_autofree char *path = g_strdup_printf ("%s/entente-fuzz-csv-%d", g_get_tmp_dir (), getpid ());
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteCsv) csv = NULL;
  gint64 line = 0;

  g_assert_true (g_file_set_contents (path, (const char *) bytes, (gssize) length, NULL));
  csv = entente_csv_open (file, &error);
  while (csv && entente_csv_next (csv, &error))
    check_row (csv, &line);
  g_assert_true (!error ||
                 (error->message[0] != '\0' && g_utf8_validate (error->message, -1, NULL)));
  g_unlink (path);
  return 0;
}
