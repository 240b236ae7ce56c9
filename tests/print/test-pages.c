/* Tests of EntentePages: nothing lost, nothing overlapping, notes on the page of their entry, the
 * same bytes twice. */

#include "config.h"

#include "entente-pages-private.h"
#include "entente-pages.h"
#include "entente-test-pdf.h"
#include <string.h>

typedef struct {
  guint n_entries;
  guint note_words;
  gboolean headings;
} Shape;

static char *
make_words (const char *word, guint n)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? " " : "", word);
  return g_string_free (out, FALSE);
}

static void
add_entry (EntenteDocument *document, guint number, guint note_words)
{
  EntenteEntry *entry = g_new0 (EntenteEntry, 1);

  entry->number = number;
  entry->when = g_strdup_printf ("%u May 2031", number % 28 + 1);
  entry->edtf = g_strdup ("2031-05");
  entry->told = number % 3 == 0 ? g_strdup ("in the spring of that year, some say") : NULL;
  entry->title = g_strdup_printf ("Move%u", number);
  entry->facts = g_strdup ("Port to Union · offer · one report");
  if (note_words > 0) {
    g_autofree char *words = make_words ("because", g_random_int_range (1, note_words + 1));
    entry->note =
      entente_document_take_note (document,
                                  g_strdup_printf ("Note%u %s End%u", number, words, number));
  }
  entente_document_take_entry (document, entry);
}

static EntenteDocument *
make_document (const Shape *shape)
{
  g_autoptr (EntenteChronicle) chronicle = entente_chronicle_new_empty ();
  g_autoptr (EntenteBitset) rows = entente_bitset_new (0);
  EntenteDocument *document = entente_document_new (chronicle, rows);

  document->study = g_strdup ("Harbour talks");
  document->kind = g_strdup ("Chronology");
  document->title = g_strdup ("Who moved");
  document->filter = g_strdup ("All moves");
  document->counts = g_strdup_printf ("%u of %u events", shape->n_entries, shape->n_entries);
  document->imprint = g_strdup ("1 article.");
  document->source = g_strdup ("All notes: A. Reader.");
  document->printed_time = 1930000000;
  for (guint i = 1; i <= shape->n_entries; i++) {
    if (shape->headings && i % 9 == 0)
      entente_document_take_block (document, ENTENTE_BLOCK_HEADING, g_strdup_printf ("Part %u", i));
    add_entry (document, i, shape->note_words);
  }
  return document;
}

static EntentePages *
set_pages (EntenteDocument *document)
{
  EntentePageStyle style;
  g_autoptr (GError) error = NULL;
  EntentePages *pages;

  entente_page_style_init (&style, ENTENTE_PAPER_A4, FALSE);
  pages = entente_pages_new (document, &style, NULL, &error);
  g_assert_no_error (error);
  return pages;
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  double difference = ((const EntenteItem *) a)->y - ((const EntenteItem *) b)->y;

  return difference < 0 ? -1 : difference > 0;
}

static void
check_page (const EntentePages *pages, guint number)
{
  const EntentePage *page = g_ptr_array_index (pages->pages, number);
  double bottom = pages->style.height_pt - pages->style.margin_pt;
  g_autoptr (GArray) items = g_array_copy (page->items);

  g_assert_cmpuint (items->len, >, 0);
  g_array_sort (items, compare_items);
  for (guint i = 0; i < items->len; i++) {
    const EntenteItem *item = &g_array_index (items, EntenteItem, i);

    g_assert_cmpfloat (item->y, >=, pages->style.margin_pt);
    g_assert_cmpfloat (item->y + item->height, <=, bottom + 0.01);
    if (i + 1 < items->len)
      g_assert_cmpfloat (item->y + item->height,
                         <=,
                         g_array_index (items, EntenteItem, i + 1).y + 0.01);
  }
}

/* A heading never stands last on a page. */
static void
check_headings (const EntentePages *pages, guint number)
{
  const EntentePage *page = g_ptr_array_index (pages->pages, number);
  gboolean lonely = FALSE;

  for (guint i = 0; i < page->items->len; i++) {
    const EntenteItem *item = &g_array_index (page->items, EntenteItem, i);

    if (item->type == ENTENTE_ITEM_BLOCK) {
      const EntenteBlock *block = g_ptr_array_index (pages->document->blocks, item->index);
      lonely = block->type == ENTENTE_BLOCK_HEADING;
    }
  }
  g_assert_false (lonely);
}

/* All blocks in order, and all lines of all notes, each once. */
static void
check_complete (const EntentePages *pages)
{
  guint next_block = 0;
  guint n_notes = pages->document->notes->len;
  g_autofree guint *lines = g_new0 (guint, n_notes + 1);

  for (guint i = 0; i < pages->pages->len; i++) {
    const EntentePage *page = g_ptr_array_index (pages->pages, i);

    for (guint j = 0; j < page->items->len; j++) {
      const EntenteItem *item = &g_array_index (page->items, EntenteItem, j);

      if (item->type == ENTENTE_ITEM_BLOCK)
        g_assert_cmpuint (item->index, ==, next_block++);
      if (item->type == ENTENTE_ITEM_NOTE) {
        g_assert_cmpuint (item->first_line, ==, lines[item->index]);
        lines[item->index] += item->n_lines;
      }
    }
  }
  g_assert_cmpuint (next_block, ==, pages->document->blocks->len);
  for (guint i = 0; i < n_notes; i++) {
    g_autoptr (PangoLayout) layout = entente_pages_make_note (pages, i);
    g_assert_cmpuint (lines[i], ==, (guint) pango_layout_get_line_count (layout));
  }
}

static void
test_shapes (void)
{
  const Shape shapes[] = { { 0, 0, FALSE },   { 1, 3, FALSE },   { 60, 0, TRUE },
                           { 200, 12, TRUE }, { 80, 120, TRUE }, { 5, 3000, FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++) {
    g_autoptr (EntenteDocument) document = make_document (&shapes[i]);
    g_autoptr (EntentePages) pages = set_pages (document);

    check_complete (pages);
    for (guint page = 0; page < entente_pages_get_n (pages); page++) {
      check_page (pages, page);
      check_headings (pages, page);
    }
  }
}

/* ---- tables ---- */

static EntenteDocument *
make_table_document (guint n_rows)
{
  const EntenteColumn columns[] = { { "No.", 0.1 }, { "Move", 0.5 }, { "Answer", 0.4 } };
  const Shape shape = { 3, 4, FALSE };
  EntenteDocument *document = make_document (&shape);
  EntenteTable *table = entente_table_new (columns, G_N_ELEMENTS (columns));

  entente_document_take_block (document, ENTENTE_BLOCK_HEADING, g_strdup ("Answers"));
  for (guint i = 1; i <= n_rows; i++) {
    g_autofree char *words = make_words ("because", i % 40);
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
    g_assert_cmpuint (item->first_line, ==, next++);
  }
  return next;
}

static void
test_tables (void)
{
  g_autoptr (EntenteDocument) document = make_table_document (150);
  g_autoptr (EntentePages) pages = set_pages (document);
  guint next = 0;

  g_assert_cmpuint (entente_pages_get_n (pages), >, 3);
  for (guint page = 0; page < entente_pages_get_n (pages); page++) {
    check_page (pages, page);
    next = check_rows (pages, page, next);
  }
  g_assert_cmpuint (next, ==, 150);
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

    check_page (pages, page);
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

static cairo_status_t
append (void *closure, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (closure, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_status_t
fail (void *closure, const unsigned char *bytes, unsigned int length)
{
  return CAIRO_STATUS_WRITE_ERROR;
}

static GByteArray *
write_pdf (EntenteDocument *document)
{
  g_autoptr (EntentePages) pages = set_pages (document);
  GByteArray *bytes = g_byte_array_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (entente_pages_write_pdf (pages, append, bytes, NULL, &error));
  g_assert_no_error (error);
  return bytes;
}

static void
test_same_bytes (void)
{
  const Shape shape = { 50, 20, TRUE };
  g_autoptr (EntenteDocument) document = make_document (&shape);
  g_autoptr (GByteArray) first = write_pdf (document);
  g_autoptr (GByteArray) second = write_pdf (document);

  g_assert_cmpmem (first->data, first->len, second->data, second->len);
}

static void
test_text_of_pdf (void)
{
  const Shape shape = { 70, 15, TRUE };
  g_autoptr (EntenteDocument) document = make_document (&shape);
  g_autoptr (GByteArray) pdf = write_pdf (document);
  g_autofree char *text = entente_test_read_pdf (pdf->data, pdf->len);
  const char *at = text;

  g_assert_nonnull (strstr (text, "70 of 70 events"));
  for (guint i = 1; i <= shape.n_entries; i++) {
    g_autofree char *title = g_strdup_printf ("Move%u", i);
    g_autofree char *end = g_strdup_printf ("End%u", i);

    at = strstr (at, title);
    g_assert_nonnull (at);
    g_assert_nonnull (strstr (text, end));
  }
}

static void
test_failure_is_told (void)
{
  const Shape shape = { 3, 3, FALSE };
  g_autoptr (EntenteDocument) document = make_document (&shape);
  g_autoptr (EntentePages) pages = set_pages (document);
  g_autoptr (GError) error = NULL;

  g_assert_false (entente_pages_write_pdf (pages, fail, NULL, NULL, &error));
  g_assert_nonnull (error);
}

static void
test_cancel (void)
{
  const Shape shape = { 30, 3, FALSE };
  g_autoptr (EntenteDocument) document = make_document (&shape);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  EntentePageStyle style;

  entente_page_style_init (&style, ENTENTE_PAPER_LETTER, TRUE);
  g_cancellable_cancel (cancellable);
  g_assert_null (entente_pages_new (document, &style, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/shapes", test_shapes);
  g_test_add_func ("/pages/tables", test_tables);
  g_test_add_func ("/pages/notes-at-the-end", test_notes_at_the_end);
  g_test_add_func ("/pages/same-bytes", test_same_bytes);
  g_test_add_func ("/pages/text-of-pdf", test_text_of_pdf);
  g_test_add_func ("/pages/failure-is-told", test_failure_is_told);
  g_test_add_func ("/pages/cancel", test_cancel);
  return g_test_run ();
}
