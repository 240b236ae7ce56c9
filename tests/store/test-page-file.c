/* Rows off the pages of a file are those that SQLite tells; pages that do not fit are left. */
#include "config.h"

#include "entente-page-file.h"
#include "entente-store-fixture.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>

#define PAGE 4096
#define ROOTS "SELECT rootpage FROM sqlite_schema WHERE name = "

static char *
make_file (EntenteStoreFixture *fixture, const char *sql)
{
  char *path = g_build_filename (fixture->folder, "plain.db", NULL);
  g_autofree char *output = NULL;

  g_unlink (path);
  g_close (g_creat (path, 0600), NULL);
  output = entente_store_fixture_query (path, sql);
  g_assert_cmpstr (output, ==, "");
  return path;
}

static guint32
find_root (const char *path, const char *table)
{
  g_autofree char *sql = g_strdup_printf (ROOTS "'%s'", table);
  g_autofree char *output = entente_store_fixture_query (path, sql);

  return (guint32) g_ascii_strtoull (output, NULL, 10);
}

/* A row as the query below writes it. */
static void
write_row (const EntentePageRow *row, gpointer text)
{
  if (row->has_id)
    g_string_append_printf (text, "%" G_GINT64_FORMAT, row->id);
  for (guint i = row->has_id; i < row->n_values; i++) {
    const EntenteCell *cell = &row->values[i];
    g_autofree char *value = NULL;

    if (cell->type == SQLITE_INTEGER)
      value = g_strdup_printf ("i%" G_GINT64_FORMAT, cell->integer);
    else if (cell->type == SQLITE_FLOAT)
      value = g_strdup_printf ("r%.3f", cell->real);
    else if (cell->type == SQLITE_TEXT)
      value = g_strdup_printf ("t%.*s", (int) cell->length, cell->text);
    else if (cell->type == SQLITE_BLOB)
      value = g_strdup_printf ("b%u", (guint) cell->length);
    g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", value ? value : "n");
  }
  g_string_append_c (text, '\n');
}

static char *
walk (const char *path, const char *table, gboolean has_ids, guint *n_bad)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntentePageFile) file = entente_page_file_open (path, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  *n_bad = entente_page_file_walk (file, find_root (path, table), has_ids, write_row, text);
  return g_string_free (text, FALSE);
}

/* A query ends its columns with bars. */
static char *
drop_bars (char *output)
{
  char *to = output;

  for (const char *at = output; *at != '\0'; at++)
    if (at[0] != '|' || at[1] != '\n')
      *to++ = *at;
  *to = '\0';
  return output;
}

static void
assert_same (const char *path, const char *table, gboolean has_ids, const char *query)
{
  guint n_bad;
  g_autofree char *expected = entente_store_fixture_query (path, query);
  g_autofree char *rows = walk (path, table, has_ids, &n_bad);

  g_assert_cmpuint (n_bad, ==, 0);
  if (strcmp (rows, drop_bars (expected)) != 0)
    g_error ("rows of '%s' are not those of the file", table);
}

/* Numbers of every width, and texts of every length about where they leave their page. */
static void
test_values (EntenteStoreFixture *fixture, gconstpointer data)
{
  static const char *const sql =
    "CREATE TABLE t (id INTEGER PRIMARY KEY, a);"
    "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 62)"
    " INSERT INTO t (a) SELECT 1 << i FROM n UNION ALL SELECT -(1 << i) - 1 FROM n;"
    "INSERT INTO t (a) VALUES (NULL), (0), (1), (1.5), (-2e10), (''), ('cafe'), (x''), "
    "(x'00ff');"
    "INSERT INTO t (id, a) VALUES (-9223372036854775808, 1), (-1, 2), (9223372036854775807, 3);"
    "WITH RECURSIVE n (i) AS (SELECT 4000 UNION ALL SELECT i + 1 FROM n WHERE i < 4200)"
    " INSERT INTO t (id, a) SELECT 1000 + i, printf ('%.*c', i, 'x') FROM n;"
    "INSERT INTO t (id, a) VALUES (9000, printf ('%.*c', 300000, 'y'))";
  g_autofree char *path = make_file (fixture, sql);

  assert_same (path,
               "t",
               TRUE,
               "SELECT printf ('%d|%s', id, CASE typeof (a) WHEN 'integer' THEN 'i' || a"
               " WHEN 'real' THEN printf ('r%.3f', a) WHEN 'text' THEN 't' || a"
               " WHEN 'blob' THEN 'b' || length (a) ELSE 'n' END) FROM t ORDER BY id");
}

/* Trees of several levels, with ids and of keys. */
static void
test_trees (EntenteStoreFixture *fixture, gconstpointer data)
{
  static const char *const sql =
    "CREATE TABLE t (id INTEGER PRIMARY KEY, a);"
    "CREATE TABLE k (a INTEGER, b TEXT, PRIMARY KEY (a, b)) WITHOUT ROWID;"
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200000)"
    " INSERT INTO t SELECT i * 3, i FROM n;"
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)"
    " INSERT INTO k SELECT i, printf ('%.*c', i % 1500, 'z') FROM n;";
  g_autofree char *path = make_file (fixture, sql);
  guint n_bad;
  g_autofree char *keys = walk (path, "k", FALSE, &n_bad);
  g_autofree char *expected =
    entente_store_fixture_query (path, "SELECT printf ('i%d|t%s', a, b) FROM k");
  g_auto (GStrv) lines = g_strsplit (g_strchomp (keys), "\n", -1);
  g_auto (GStrv) expected_lines = g_strsplit (g_strchomp (drop_bars (expected)), "\n", -1);

  assert_same (path, "t", TRUE, "SELECT printf ('%d|i%d', id, a) FROM t");
  /* Those between two pages of keys come after both. */
  g_assert_cmpuint (n_bad, ==, 0);
  g_assert_cmpuint (g_strv_length (lines), ==, 3000);
  for (guint i = 0; i < 3000; i++)
    g_assert_true (g_strv_contains ((const char *const *) lines, expected_lines[i]));
}

static void
count_row (const EntentePageRow *row, gpointer n)
{
  (*(guint *) n)++;
}

static void
count_page (guint32 page, const EntentePageRow *rows, guint n_rows, gpointer n)
{
  *(guint *) n += n_rows;
}

static void
write_bytes (const char *path, gsize place, const char *bytes, gsize length)
{
  g_autofree char *all = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &all, &size, NULL));
  g_assert_cmpuint (place + length, <=, size);
  memcpy (all + place, bytes, length);
  g_assert_true (g_file_set_contents (path, all, (gssize) size, NULL));
}

/* The page above is gone: its leaves are strays, all of them, once. */
static void
test_strays (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autofree char *path =
    make_file (fixture,
               "CREATE TABLE t (id INTEGER PRIMARY KEY, a);"
               "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)"
               " INSERT INTO t SELECT i, printf ('%.*c', i, 'x') FROM n");
  guint32 root = find_root (path, "t");
  g_autofree char *zeros = g_malloc0 (PAGE);
  g_autoptr (EntentePageFile) file = NULL;
  guint n = 0, n_strays = 0;

  write_bytes (path, (root - 1) * PAGE, zeros, PAGE);
  file = entente_page_file_open (path, NULL);
  g_assert_true (entente_page_file_skip_free (file));
  g_assert_cmpuint (entente_page_file_walk (file, root, TRUE, count_row, &n), ==, 1);
  g_assert_cmpuint (n, ==, 0);
  entente_page_file_walk_strays (file, count_page, &n_strays);
  g_assert_cmpuint (n_strays, ==, 5001); /* with the schema itself */
}

/* Free pages hold nothing, whatever they hold; a list that is not whole is told. */
static void
test_free (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autofree char *path = make_file (
    fixture,
    "CREATE TABLE t (id INTEGER PRIMARY KEY, a);"
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)"
    " INSERT INTO t SELECT i, printf ('%.*c', 100, 'x') FROM n; DELETE FROM t WHERE id > 10");
  g_autoptr (EntentePageFile) file = entente_page_file_open (path, NULL);
  g_autoptr (EntentePageFile) broken = NULL;
  guint n = 0, n_strays = 0;

  g_assert_true (entente_page_file_skip_free (file));
  g_assert_cmpuint (entente_page_file_walk (file, find_root (path, "t"), TRUE, count_row, &n),
                    ==,
                    0);
  g_assert_cmpuint (n, ==, 10);
  entente_page_file_walk_strays (file, count_page, &n_strays);
  g_assert_cmpuint (n_strays, <=, 1); /* the schema itself */
  write_bytes (path, 32, "\0\0\377\377", 4);
  broken = entente_page_file_open (path, NULL);
  g_assert_false (entente_page_file_skip_free (broken));
}

/* Pages that are each other's children, and cells that reach out of their page. */
static void
test_loops (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autofree char *path =
    make_file (fixture,
               "CREATE TABLE t (id INTEGER PRIMARY KEY, a);"
               "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)"
               " INSERT INTO t SELECT i, printf ('%.*c', 100, 'x') FROM n");
  guint32 root = find_root (path, "t");
  g_autoptr (EntentePageFile) file = NULL;
  const char self[] = { 0, 0, 0, (char) root };
  guint n = 0;

  write_bytes (path, (root - 1) * PAGE + 8, self, 4);
  write_bytes (path, (root - 1) * PAGE + 12, "\377\377", 2);
  file = entente_page_file_open (path, NULL);
  g_assert_cmpuint (entente_page_file_walk (file, root, TRUE, count_row, &n), ==, 2);
  g_assert_cmpuint (n, >, 4000);
  g_assert_cmpuint (n, <, 5000);
}

int
main (int argc, char *argv[])
{
  entente_store_fixture_init (&argc, &argv);
  ENTENTE_STORE_TEST ("/store/page-file/values", test_values);
  ENTENTE_STORE_TEST ("/store/page-file/trees", test_trees);
  ENTENTE_STORE_TEST ("/store/page-file/strays", test_strays);
  ENTENTE_STORE_TEST ("/store/page-file/free", test_free);
  ENTENTE_STORE_TEST ("/store/page-file/loops", test_loops);
  return g_test_run ();
}
