/* Tables: what spreadsheets write, and what no table should hold. */
#include "config.h"

#include "entente-csv.h"

#include <glib/gstdio.h>
#include <string.h>

/* Cells of @bytes: "a|b" and ";" behind each row; or "!line" where it fails. */
static char *
read_bytes (const char *bytes, gsize length)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  int fd = g_file_open_tmp ("entente-csv-XXXXXX", &path, NULL);
  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (EntenteCsv) csv = entente_csv_open (file, &error);
  g_assert_no_error (error);
  GString *cells = g_string_new (NULL);
  while (entente_csv_next (csv, &error)) {
    for (guint i = 0; i < entente_csv_get_n_cells (csv); i++)
      g_string_append_printf (cells, "%s%s", i > 0 ? "|" : "", entente_csv_get_cell (csv, i));
    g_string_append_c (cells, ';');
  }
  if (error != NULL) {
    g_autofree char *basename = g_path_get_basename (path);
    g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_INVALID);
    g_assert_nonnull (strstr (error->message, basename));
    g_string_append_printf (cells, "!%" G_GINT64_FORMAT, entente_csv_get_line (csv));
  }
  g_unlink (path);
  return g_string_free (cells, FALSE);
}

static void
check (const char *bytes, gsize length, const char *expected)
{
  g_autofree char *cells = read_bytes (bytes, length);
  g_assert_cmpstr (cells, ==, expected);
}

#define CHECK(bytes, expected) check (bytes, sizeof bytes - 1, expected)

static void
test_forms (void)
{
  CHECK ("a,b\n1,2\n", "a|b;1|2;");
  CHECK ("a,b\r\n1,2", "a|b;1|2;");
  CHECK ("a;b\n1;2,5\n", "a|b;1|2,5;");
  CHECK ("a\tb\n1\t2\n", "a|b;1|2;");
  CHECK ("a|b\n1|2\n", "a|b;1|2;");
  CHECK ("a,b\r1,2\r", "a|b;1|2;");
  CHECK ("sep=;\na;b\n", "a|b;");
  CHECK ("\xEF\xBB\xBF"
         "a,b\n1,2\n",
         "a|b;1|2;");
  CHECK ("\xFF\xFE"
         "a\0,\0b\0\n\0\x1F\x01,\0x\0\n\0",
         "a|b;ğ|x;");
  CHECK ("a,b\n\n\n1,2\n", "a|b;1|2;");
  CHECK ("a,b\n1,\n,2\n,\n", "a|b;1|;|2;|;");
  CHECK ("", "");
  CHECK ("\n\n", "");
  CHECK ("alone\n", "alone;");
}

static void
test_quotes (void)
{
  CHECK ("a,b\n\"1\",\"2\"\n", "a|b;1|2;");
  CHECK ("a,b\n\"1,5\",\"say \"\"no\"\"\"\n", "a|b;1,5|say \"no\";");
  CHECK ("a,b\n\"one\ntwo\",x\n3,4\n", "a|b;one\ntwo|x;3|4;");
  CHECK ("a,b\n\"one\r\ntwo\",x\r\n3,4\n", "a|b;one\r\ntwo|x;3|4;");
  CHECK ("a,b\n\"\",\"\"\"\"\n", "a|b;|\";");
  CHECK ("a,b\n5\"\" x,\"y\"z\n3,4\n", "a|b;5\"\" x|yz;3|4;");
  CHECK ("a,b\n1,\"open\n2,3\n", "a|b;!2");
  CHECK ("a\tb\n\"q\" x\t2\n3\t\"4\n", "a|b;\"q\" x|2;3|\"4;");
  CHECK ("a\tb\n\"q\tr\"\t2\n", "a|b;q\tr|2;");
}

static void
test_bad (void)
{
  CHECK ("a,b\n1,2\n3,\0\n", "a|b;1|2;!3");
  g_autoptr (GString) latin = g_string_new ("a,b\n");
  for (guint i = 0; i < 200; i++)
    g_string_append (latin, "é,ü\n");
  g_string_append (latin, "\xE9,x\n");
  g_autofree char *cells = read_bytes (latin->str, latin->len);
  g_assert_true (g_str_has_suffix (cells, "!202"));
}

static void
test_long (void)
{
  g_autoptr (GString) text = g_string_new ("a,b\n1,\"");
  for (guint i = 0; i < 900000; i++)
    g_string_append_c (text, i % 1000 == 0 ? '\n' : 'x');
  g_string_append (text, "\"\n2,3\n");
  g_autofree char *cells = read_bytes (text->str, text->len);
  g_assert_true (g_str_has_suffix (cells, "x;2|3;"));
  g_string_insert (text, 7, "\"\"");
  for (guint i = 0; i < 200000; i++)
    g_string_insert_c (text, 9, 'y');
  g_autofree char *failed = read_bytes (text->str, text->len);
  g_assert_cmpstr (failed, ==, "a|b;!2");
}

/* Rows that lie across the end of the window. */
static void
test_windows (void)
{
  g_autoptr (GString) text = g_string_new ("n,word\n");
  g_autoptr (GString) expected = g_string_new ("n|word;");
  for (guint i = 0; i < 40000; i++) {
    g_string_append_printf (text, "%u,\"wörd, %u\"\n", i, i);
    g_string_append_printf (expected, "%u|wörd, %u;", i, i);
  }
  check (text->str, text->len, expected->str);
}

static void
test_random (void)
{
  static const char pool[] = "ab,;\t\"\n\r|\xC3\xA9\xFF";
  for (guint i = 0; i < 500; i++) {
    g_autoptr (GString) text = g_string_new (NULL);
    for (int n = g_test_rand_int_range (0, 60); n > 0; n--)
      g_string_append_c (text, pool[g_test_rand_int_range (0, sizeof pool - 1)]);
    g_autofree char *cells = read_bytes (text->str, text->len);
    g_assert_nonnull (cells);
  }
}

static void
test_missing (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_for_path ("no-such-table.csv");
  g_assert_null (entente_csv_open (file, &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/forms", test_forms);
  g_test_add_func ("/csv/quotes", test_quotes);
  g_test_add_func ("/csv/bad", test_bad);
  g_test_add_func ("/csv/long", test_long);
  g_test_add_func ("/csv/windows", test_windows);
  g_test_add_func ("/csv/random", test_random);
  g_test_add_func ("/csv/missing", test_missing);
  return g_test_run ();
}
