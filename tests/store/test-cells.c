/* Cells: what becomes NULL, what is refused, what a recorder is told. */
#include "config.h"

#include "entente-store-fixture.h"

#include "entente-cells.h"

#include <string.h>

static const char insert[] = "INSERT INTO lexicon (id, text, language, kind, actor)"
                             " VALUES (?1, ?2, ?3, ?4, ?5)";
static const guint8 key[] = { 1, 0, 0, 0, 0 };

static void
count_cells (gpointer data, const char *table, const guint8 *primary_key, const EntenteCells *cells)
{
  g_assert_cmpstr (table, ==, "lexicon");
  g_assert_true (primary_key == key);
  *(guint *) data += cells->n;
}

static void
test_insert (void)
{
  g_autoptr (EntenteDb) db = entente_store_fixture_open_db ();
  g_autoptr (GError) error = NULL;
  g_autofree char *row = NULL;
  g_auto (EntenteCells) cells = ENTENTE_CELLS_INIT;
  guint n = 0;
  const EntenteRecorder recorder = { count_cells, &n };

  entente_cells_add_int (&cells, 7);
  entente_cells_add_string (&cells, "word");
  entente_cells_add_text (&cells, "");
  entente_cells_take_text (&cells, g_strdup ("kind"));
  entente_cells_add_id (&cells, ENTENTE_ID_NONE);
  g_assert_true (entente_cells_insert (&cells, db, "lexicon", insert, key, &recorder, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 5);
  row = entente_db_query_text (db,
                               "SELECT text || typeof (language) || kind || typeof (actor)"
                               " FROM lexicon",
                               &error);
  g_assert_cmpstr (row, ==, "wordnullkindnull");

  g_assert_false (entente_cells_insert (&cells, db, "lexicon", insert, key, &recorder, &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_INVALID);
  g_assert_cmpuint (n, ==, 5);
}

static void
test_encoding (void)
{
  g_autoptr (EntenteDb) db = entente_store_fixture_open_db ();
  g_autoptr (GError) error = NULL;
  g_auto (EntenteCells) cells = ENTENTE_CELLS_INIT;

  entente_cells_add_int (&cells, 7);
  entente_cells_add_text (&cells, "\xc3");
  entente_cells_add_null (&cells);
  entente_cells_add_null (&cells);
  entente_cells_add_null (&cells);
  g_assert_false (entente_cells_insert (&cells, db, "lexicon", insert, key, NULL, &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_INVALID);
  entente_cells_clear (&cells);
  g_assert_false (cells.invalid);
}

int
main (int argc, char *argv[])
{
  entente_store_fixture_init (&argc, &argv);
  g_test_add_func ("/store/cells/insert", test_insert);
  g_test_add_func ("/store/cells/encoding", test_encoding);
  return g_test_run ();
}
