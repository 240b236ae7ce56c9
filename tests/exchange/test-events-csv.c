/* Events as tables: no formula runs in the flavour for spreadsheets, and the exact one reads back.
 */
#include "config.h"

#include "entente-csv.h"
#include "entente-events-csv.h"

#include <glib/gstdio.h>
#include <string.h>

static void
test_cells (void)
{
  static const char *const triggers[] = { "=",  "+",  "-",  "@",  "\t", "\r",
                                          "\n", "＝", "＋", "－", "＠" };
  for (guint i = 0; i < G_N_ELEMENTS (triggers); i++) {
    g_autofree char *cell = g_strconcat (triggers[i], "cmd|x", NULL);
    g_autofree char *within = g_strconcat ("a", cell, NULL);
    g_autofree char *expected = g_strconcat ("\"'", cell, "\"", NULL);
    g_autoptr (GString) first = g_string_new (NULL);
    g_autoptr (GString) middle = g_string_new (NULL);
    g_autoptr (GString) exact = g_string_new (NULL);
    entente_csv_append_cell (first, ENTENTE_CSV_SPREADSHEET, cell);
    entente_csv_append_cell (middle, ENTENTE_CSV_SPREADSHEET, within);
    entente_csv_append_cell (exact, ENTENTE_CSV_EXACT, cell);
    g_assert_cmpstr (first->str, ==, expected);
    g_assert_null (strchr (middle->str, '\''));
    g_assert_null (strchr (exact->str, '\''));
  }
}

static const char *const values[] = { "plain",      "=1+1",    "a,b;c",   "say \"no\"",
                                      "two\nlines", " space ", "görüşme", "",
                                      "-",          "'quoted", "\ttab",   "x\r\ny" };

static gboolean
next_row (gpointer data, EntenteEventsCsvRow *row)
{
  guint *n = data;
  if (*n == G_N_ELEMENTS (values))
    return FALSE;
  row->id = (EntenteId) *n + 1;
  row->kind = "talks";
  row->title = values[(*n)++];
  return TRUE;
}

static char *
write_file (EntenteCsvFlavour flavour)
{
  g_autofree char *path = NULL;
  guint n = 0;
  int fd = g_file_open_tmp ("entente-events-XXXXXX.csv", &path, NULL);
  g_close (fd, NULL);
  EntenteExport *output = entente_export_begin (path, NULL);
  g_assert_true (entente_events_csv_write (output, flavour, next_row, &n));
  g_assert_true (entente_export_commit (output, NULL));
  return g_steal_pointer (&path);
}

static void
test_exact (void)
{
  g_autofree char *path = write_file (ENTENTE_CSV_EXACT);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (EntenteCsv) csv = entente_csv_open (file, NULL);
  g_assert_true (entente_csv_next (csv, NULL));
  g_assert_cmpstr (entente_csv_get_cell (csv, 5), ==, "title");
  for (guint i = 0; i < G_N_ELEMENTS (values); i++) {
    g_assert_true (entente_csv_next (csv, NULL));
    g_assert_cmpstr (entente_csv_get_cell (csv, 5), ==, values[i]);
  }
  g_assert_false (entente_csv_next (csv, NULL));
  g_unlink (path);
}

static void
test_spreadsheet (void)
{
  g_autofree char *path = write_file (ENTENTE_CSV_SPREADSHEET);
  g_autofree char *content = NULL;
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_true (g_str_has_prefix (content, "\xEF\xBB\xBFid,date,"));
  g_assert_nonnull (strstr (content, ",talks,\"'=1+1\","));
  g_assert_true (g_str_has_suffix (content, "\r\n"));
  g_unlink (path);
}

/* One row, of which the cell @position holds @text. */
typedef struct {
  guint position;
  const char *text;
  gboolean done;
} OneRow;

static gboolean
next_one (gpointer data, EntenteEventsCsvRow *row)
{
  OneRow *one = data;
  const char **cells[] = { &row->kind, &row->source, &row->note };

  if (one->done)
    return FALSE;
  row->id = 1;
  *cells[one->position] = one->text;
  return one->done = TRUE;
}

/* Whatever a trigger is in: the first words of a row, its middle, its last cell. */
static void
test_positions (void)
{
  static const char *const triggers[] = { "=",  "+",  "-",  "@",  "\t", "\r",
                                          "\n", "＝", "＋", "－", "＠" };

  for (guint i = 0; i < 3 * G_N_ELEMENTS (triggers); i++) {
    g_autofree char *text = g_strconcat (triggers[i / 3], "cmd|' /C x'!A0", NULL);
    g_autofree char *bare = g_strconcat (",", text, NULL),
                    *quoted = g_strconcat (",\"", text, NULL);
    g_autofree char *safe = g_strconcat (",\"'", text, NULL), *path = NULL, *content = NULL;
    OneRow one = { i % 3, text, FALSE };
    int fd = g_file_open_tmp ("entente-events-XXXXXX.csv", &path, NULL);
    g_close (fd, NULL);
    EntenteExport *output = entente_export_begin (path, NULL);
    g_assert_true (entente_events_csv_write (output, ENTENTE_CSV_SPREADSHEET, next_one, &one));
    g_assert_true (entente_export_commit (output, NULL));
    g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
    g_assert_nonnull (strstr (content, safe));
    g_assert_null (strstr (content, bare));
    g_assert_null (strstr (content, quoted));
    g_unlink (path);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/events-csv/cells", test_cells);
  g_test_add_func ("/events-csv/exact", test_exact);
  g_test_add_func ("/events-csv/spreadsheet", test_spreadsheet);
  g_test_add_func ("/events-csv/positions", test_positions);
  return g_test_run ();
}
