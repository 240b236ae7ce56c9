/* Tests of tables on pages: heads on each, rows whole or broken where they must be, notes. */

#include "config.h"

#include "entente-pages-fixture.h"

static EntenteDocument *
make_table_document (guint n_rows)
{
  const EntenteColumn columns[] = { { "No.", 0.1 }, { "Move", 0.5 }, { "Answer", 0.4 } };
  const PagesShape shape = { 3, 4, FALSE, 0 };
  EntenteDocument *document = pages_make_document (&shape);
  EntenteTable *table = entente_table_new (columns, G_N_ELEMENTS (columns));

  entente_document_take_block (document, ENTENTE_BLOCK_HEADING, g_strdup ("Answers"));
  for (guint i = 1; i <= n_rows; i++) {
    g_autofree char *words = pages_make_words ("because", i % 40);
    guint note = i % 3 == 0 ? entente_document_take_note (document, g_strdup (words)) : 1;

    entente_table_take (table, g_strdup_printf ("%u", i), 0);
    entente_table_take (table, g_strdup_printf ("Row%u %s", i, words), note);
    entente_table_take (table, g_strdup ("answer"), 0);
  }
  entente_document_take_table (document, ENTENTE_BLOCK_TABLE, table);
  return document;
}

/* All rows in order; a page that has rows has the heads above them. */
static guint
check_rows (const EntentePages *pages, guint number, guint next)
{
  const EntentePage *page = g_ptr_array_index (pages->pages, number);
  gboolean has_heads = FALSE;

  for (guint i = 0; i < page->items->len; i++) {
    const EntenteItem *item = &g_array_index (page->items, EntenteItem, i);

    if (item->type == ENTENTE_ITEM_TABLE_HEAD)
      has_heads = TRUE;
    if (item->type != ENTENTE_ITEM_ROW)
      continue;
    g_assert_true (has_heads);
    if (item->first_line == 0)
      g_assert_cmpuint (item->row, ==, next++);
    g_assert_cmpuint (item->row + 1, ==, next);
  }
  return next;
}

static void
test_tables (void)
{
  g_autoptr (EntenteDocument) document = make_table_document (150);
  g_autoptr (EntentePages) pages = pages_set (document);
  guint next = 0;

  g_assert_cmpuint (entente_pages_get_n (pages), >, 3);
  for (guint page = 0; page < entente_pages_get_n (pages); page++) {
    pages_check_page (pages, page);
    next = check_rows (pages, page, next);
  }
  g_assert_cmpuint (next, ==, 150);
}

/* A row higher than a page goes on below the heads again, each line of it once. */
static void
test_high_rows (void)
{
  const EntenteColumn columns[] = { { "No.", 0.1 }, { "Move", 0.5 }, { "Answer", 0.4 } };
  const PagesShape shape = { 2, 4, FALSE, 0 };
  g_autoptr (EntenteDocument) document = pages_make_document (&shape);
  EntenteTable *table = entente_table_new (columns, G_N_ELEMENTS (columns));
  g_autoptr (EntentePages) pages = NULL;
  g_autoptr (PangoLayout) longest = NULL;
  guint lines[3] = { 0 };

  for (guint i = 0; i < 3; i++) {
    entente_table_take (table, g_strdup_printf ("%u", i), 0);
    entente_table_take (table, pages_make_words ("because", i == 1 ? 2500 : 5), 1);
    entente_table_take (table, pages_make_words ("answer", i == 1 ? 700 : 5), 0);
  }
  entente_document_take_table (document, ENTENTE_BLOCK_TABLE, table);
  pages = pages_set (document);
  longest = entente_pages_make_longest_cell (pages, table, 1);
  for (guint page = 0; page < entente_pages_get_n (pages); page++) {
    const EntentePage *set = g_ptr_array_index (pages->pages, page);

    pages_check_page (pages, page);
    for (guint i = 0; i < set->items->len; i++) {
      const EntenteItem *item = &g_array_index (set->items, EntenteItem, i);

      if (item->type != ENTENTE_ITEM_ROW)
        continue;
      g_assert_cmpuint (item->first_line, ==, lines[item->row]);
      lines[item->row] += item->n_lines;
    }
  }
  g_assert_cmpuint (lines[0], ==, ENTENTE_ALL_LINES);
  g_assert_cmpuint (lines[1], ==, entente_layout_get_n_lines (longest));
  g_assert_cmpuint (lines[2], ==, ENTENTE_ALL_LINES);
  g_assert_cmpuint (entente_pages_get_n (pages), >=, 3);
}

/* Tables are as wide as the page. */
static void
test_columns_of_tables (void)
{
  const PagesShape shape = { 60, 0, TRUE, 0 };
  g_autoptr (EntenteDocument) table = make_table_document (10);
  g_autoptr (EntenteDocument) text = pages_make_document (&shape);
  g_autoptr (EntentePages) one = NULL;
  g_autoptr (EntentePages) two = NULL;
  EntentePageStyle style;

  entente_page_style_init (&style, ENTENTE_PAPER_A4, FALSE);
  style.n_columns = 2;
  one = entente_pages_new (table, &style, NULL, NULL);
  two = entente_pages_new (text, &style, NULL, NULL);
  g_assert_cmpuint (entente_pages_get_n_columns (one), ==, 1);
  g_assert_cmpuint (entente_pages_get_n_columns (two), ==, 2);
}

/* Notes at the end stand behind everything else. */
static void
test_notes_at_the_end (void)
{
  g_autoptr (EntenteDocument) document = make_table_document (150);
  EntentePageStyle style;
  g_autoptr (EntentePages) pages = NULL;
  gboolean has_notes = FALSE;

  entente_page_style_init (&style, ENTENTE_PAPER_A4, FALSE);
  style.notes_at_foot = FALSE;
  pages = entente_pages_new (document, &style, NULL, NULL);
  for (guint page = 0; page < entente_pages_get_n (pages); page++) {
    const EntentePage *set = g_ptr_array_index (pages->pages, page);

    pages_check_page (pages, page);
    for (guint i = 0; i < set->items->len; i++) {
      const EntenteItem *item = &g_array_index (set->items, EntenteItem, i);

      if (item->type == ENTENTE_ITEM_NOTE)
        has_notes = TRUE;
      else if (item->type != ENTENTE_ITEM_SOURCE)
        g_assert_false (has_notes);
    }
  }
  g_assert_true (has_notes);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages-table/tables", test_tables);
  g_test_add_func ("/pages-table/high-rows", test_high_rows);
  g_test_add_func ("/pages-table/columns", test_columns_of_tables);
  g_test_add_func ("/pages-table/notes-at-the-end", test_notes_at_the_end);
  return g_test_run ();
}
