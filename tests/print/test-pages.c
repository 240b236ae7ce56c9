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
  guint summary_words; /* of each seventh entry, and of a text below each heading */
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
add_entry (EntenteDocument *document, guint number, const Shape *shape)
{
  guint note_words = shape->note_words;
  EntenteEntry *entry = g_new0 (EntenteEntry, 1);

  entry->number = number;
  entry->when = g_strdup_printf ("%u May 2031", number % 28 + 1);
  entry->edtf = g_strdup ("2031-05");
  entry->told = number % 3 == 0 ? g_strdup ("in the spring of that year, some say") : NULL;
  entry->title = g_strdup_printf ("Move%u", number);
  entry->facts = g_strdup ("Port to Union · offer · one report");
  if (number % 7 == 0 && shape->summary_words > 0)
    entry->summary = make_words ("meanwhile", shape->summary_words);
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
    if (shape->headings && i % 9 == 0 && shape->summary_words > 0)
      entente_document_take_block (document,
                                   ENTENTE_BLOCK_TEXT,
                                   make_words ("meanwhile", shape->summary_words));
    add_entry (document, i, shape);
  }
  return document;
}

static GByteArray *write_pdf (EntenteDocument *document);

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

/* By column, then from top to bottom. */
static int
compare_items (gconstpointer a, gconstpointer b)
{
  const EntenteItem *one = a, *other = b;

  if (one->column != other->column)
    return one->column < other->column ? -1 : 1;
  return one->y < other->y ? -1 : one->y > other->y;
}

/* Everything between the margins, nothing over anything else. */
static void
check_page (const EntentePages *pages, guint number)
{
  const EntentePage *page = g_ptr_array_index (pages->pages, number);
  g_autoptr (GArray) items = g_array_copy (page->items);

  g_assert_cmpuint (items->len, >, 0);
  g_array_sort (items, compare_items);
  for (guint i = 0; i < items->len; i++) {
    const EntenteItem *item = &g_array_index (items, EntenteItem, i);
    const EntenteItem *next = item + 1;

    g_assert_cmpuint (item->column, <, pages->n_columns);
    g_assert_cmpfloat (item->y, >=, pages->style.margin_pt);
    g_assert_cmpfloat (item->y + item->height, <=, entente_pages_get_bottom (pages) + 0.01);
    if (i + 1 < items->len && next->column == item->column)
      g_assert_cmpfloat (item->y + item->height, <=, next->y + 0.01);
  }
}

/* A heading never stands last in a column. */
static void
check_headings (const EntentePages *pages, guint number)
{
  const EntentePage *page = g_ptr_array_index (pages->pages, number);

  for (guint column = 0; column < pages->n_columns; column++) {
    gboolean lonely = FALSE;

    for (guint i = 0; i < page->items->len; i++) {
      const EntenteItem *item = &g_array_index (page->items, EntenteItem, i);
      const EntenteBlock *block;

      if (item->column != column || item->type == ENTENTE_ITEM_NOTE ||
          item->type == ENTENTE_ITEM_SOURCE)
        continue;
      block = item->type == ENTENTE_ITEM_BLOCK
                ? g_ptr_array_index (pages->document->blocks, item->index)
                : NULL;
      lonely = block != NULL && block->type == ENTENTE_BLOCK_HEADING;
    }
    g_assert_false (lonely);
  }
}

/* Where lines break, two at least stand together on either side. */
static void
check_lines (guint first, guint n, guint n_lines)
{
  gboolean begins = first > 0;
  gboolean breaks = first + n < n_lines;

  g_assert_cmpuint (first + n, <=, n_lines);
  g_assert_true (n >= 2 || (!begins && !breaks));
}

/* Lines of notes and of what breaks, by number of note or block. */
typedef struct {
  guint *notes, *bodies;
} Lines;

static guint
count_body (const EntentePages *pages, const EntenteBlock *block)
{
  EntenteEntryLayouts layouts;
  g_autoptr (PangoLayout) layout = NULL;
  guint n;

  if (block->type != ENTENTE_BLOCK_ENTRY) {
    layout = entente_pages_make_block (pages, block);
    return entente_layout_get_n_lines (layout);
  }
  entente_entry_layouts_init (&layouts, pages, block->entry);
  n = entente_layout_get_n_lines (layouts.body);
  entente_entry_layouts_clear (&layouts);
  return n;
}

static void
check_item (const EntentePages *pages, const EntenteItem *item, guint *next_block, Lines *lines)
{
  const EntenteBlock *block = NULL;
  g_autoptr (PangoLayout) note = NULL;

  if (item->type == ENTENTE_ITEM_BLOCK)
    g_assert_cmpuint (item->index, ==, (*next_block)++);
  if (item->type == ENTENTE_ITEM_BLOCK || item->type == ENTENTE_ITEM_BODY) {
    block = g_ptr_array_index (pages->document->blocks, item->index);
    g_assert_cmpuint (item->first_line, ==, lines->bodies[item->index]);
    g_assert_cmpuint (item->index + 1, ==, *next_block);
    lines->bodies[item->index] += item->n_lines;
    if (item->n_lines > 0)
      check_lines (item->first_line, item->n_lines, count_body (pages, block));
  }
  if (item->type == ENTENTE_ITEM_NOTE) {
    note = entente_pages_make_note (pages, item->index);
    g_assert_cmpuint (item->first_line, ==, lines->notes[item->index]);
    lines->notes[item->index] += item->n_lines;
    check_lines (item->first_line, item->n_lines, entente_layout_get_n_lines (note));
  }
}

/* All blocks in order, and all lines of all blocks and notes, each once. */
static void
check_complete (const EntentePages *pages)
{
  const EntenteDocument *document = pages->document;
  guint next_block = 0;
  g_autofree guint *notes = g_new0 (guint, document->notes->len + 1);
  g_autofree guint *bodies = g_new0 (guint, document->blocks->len + 1);
  Lines lines = { notes, bodies };

  for (guint i = 0; i < pages->pages->len; i++) {
    const EntentePage *page = g_ptr_array_index (pages->pages, i);

    for (guint k = 0; k < page->items->len; k++)
      check_item (pages, &g_array_index (page->items, EntenteItem, k), &next_block, &lines);
  }
  g_assert_cmpuint (next_block, ==, document->blocks->len);
  for (guint i = 0; i < document->notes->len; i++) {
    g_autoptr (PangoLayout) layout = entente_pages_make_note (pages, i);

    g_assert_cmpuint (lines.notes[i], ==, entente_layout_get_n_lines (layout));
  }
  for (guint i = 0; i < document->blocks->len; i++)
    g_assert_cmpuint (lines.bodies[i],
                      ==,
                      count_body (pages, g_ptr_array_index (document->blocks, i)));
}

/* A note begins in the column of what mentions it. */
static void
check_notes (const EntentePages *pages, guint number)
{
  const EntentePage *page = g_ptr_array_index (pages->pages, number);

  for (guint i = 0; i < page->items->len; i++) {
    const EntenteItem *item = &g_array_index (page->items, EntenteItem, i);
    const EntenteBlock *block;
    gboolean found = FALSE;

    if (item->type != ENTENTE_ITEM_BLOCK)
      continue;
    block = g_ptr_array_index (pages->document->blocks, item->index);
    if (block->entry == NULL || block->entry->note == 0)
      continue;
    for (guint k = 0; k < page->items->len; k++) {
      const EntenteItem *note = &g_array_index (page->items, EntenteItem, k);

      found |= note->type == ENTENTE_ITEM_NOTE && note->index + 1 == block->entry->note &&
               note->column == item->column && note->first_line == 0;
    }
    g_assert_true (found);
  }
}

static const Shape shapes[] = {
  { 0, 0, FALSE, 0 },    { 1, 3, FALSE, 0 },     { 60, 0, TRUE, 0 },
  { 200, 12, TRUE, 0 },  { 80, 120, TRUE, 0 },   { 5, 3000, FALSE, 0 },
  { 30, 40, TRUE, 700 }, { 20, 10, TRUE, 2500 }, { 1200, 3, FALSE, 0 },
};

static void
check_style (EntenteDocument *document, const EntentePageStyle *style)
{
  g_autoptr (EntentePages) pages = entente_pages_new (document, style, NULL, NULL);

  check_complete (pages);
  for (guint page = 0; page < entente_pages_get_n (pages); page++) {
    check_page (pages, page);
    check_headings (pages, page);
    check_notes (pages, page);
  }
}

static void
test_shapes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++) {
    g_autoptr (EntenteDocument) document = make_document (&shapes[i]);

    /* Of the many only two, which are enough. */
    for (guint k = 0; k<8; k += document->blocks->len> 300 ? 5 : 1) {
      EntentePageStyle style;

      entente_page_style_init (&style, k % ENTENTE_N_PAPERS, (k & 2) != 0);
      style.n_columns = (k & 4) != 0 ? 2 : 1;
      style.face = k % ENTENTE_N_FACES;
      style.base_size_pt = 7 + k;
      style.margin_pt = 20 + 8 * k;
      check_style (document, &style);
    }
  }
}

/* ---- direction ---- */

/* Line of the text of the first page in which @word stands. Free. */
static char *
find_line (const char *text, const char *word)
{
  const char *at = strstr (text, word);
  const char *start = at;

  g_assert_nonnull (at);
  while (start > text && start[-1] != '\n')
    start--;
  return g_strndup (start, strcspn (start, "\n"));
}

/* From right to left everything stands on the other side: numbers at the right, kind and page
 * number at the left. */
static void
test_direction (void)
{
  const Shape shape = { 8, 3, FALSE, 0 };

  for (guint rtl = 0; rtl <= 1; rtl++) {
    g_autoptr (EntenteDocument) document = make_document (&shape);
    g_autoptr (GByteArray) pdf = NULL;
    g_autofree char *text = NULL;
    g_autofree char *entry = NULL;
    g_autofree char *head = NULL;
    g_autofree char *foot = NULL;
    g_autofree char *note = NULL;

    document->rtl = rtl;
    pdf = write_pdf (document);
    text = entente_test_read_pdf (pdf->data, pdf->len);
    entry = g_strstrip (find_line (text, "Move5"));
    head = find_line (text, "Harbour talks");
    foot = find_line (text, "1 of 1");
    note = g_strstrip (find_line (text, "Note5"));
    g_assert_true (rtl ? g_str_has_prefix (entry, "Move5") : g_str_has_prefix (entry, "5 "));
    g_assert_true (rtl ? g_str_has_suffix (entry, " 5") : strstr (entry, "Move5") > entry + 10);
    g_assert_true ((strstr (head, "Chronology") < strstr (head, "Harbour")) == rtl);
    g_assert_true ((strstr (foot, "1 of 1") < strstr (foot, "Entente")) == rtl);
    g_assert_true (rtl ? g_str_has_prefix (note, "Note5") : g_str_has_prefix (note, "5 "));
  }
}

/* A word of Arabic or Hebrew keeps its letters in order on pages of either direction. */
static void
test_own_direction (void)
{
  for (guint rtl = 0; rtl <= 1; rtl++) {
    const Shape shape = { 1, 0, FALSE, 0 };
    g_autoptr (EntenteDocument) document = make_document (&shape);
    g_autoptr (EntentePages) pages = NULL;
    g_autoptr (PangoLayout) own = NULL;
    g_autoptr (PangoLayout) other = NULL;
    EntentePageStyle style;
    PangoRectangle at;

    entente_page_style_init (&style, ENTENTE_PAPER_A4, FALSE);
    document->rtl = rtl;
    pages = entente_pages_new (document, &style, NULL, NULL);
    own = entente_pages_make_text (pages, ENTENTE_TYPE_LEAD, "שלום, שלום");
    other = entente_pages_make_text (pages, ENTENTE_TYPE_LEAD, "peace, peace");
    g_assert_cmpint (pango_layout_get_line_readonly (own, 0)->resolved_dir,
                     ==,
                     PANGO_DIRECTION_RTL);
    g_assert_cmpint (pango_layout_get_line_readonly (other, 0)->resolved_dir,
                     ==,
                     PANGO_DIRECTION_LTR);
    pango_layout_get_extents (own, NULL, &at);
    g_assert_true ((at.x > 0) == rtl);
    pango_layout_get_extents (other, NULL, &at);
    g_assert_true ((at.x > 0) == rtl);
  }
}

/* ---- tables ---- */

static EntenteDocument *
make_table_document (guint n_rows)
{
  const EntenteColumn columns[] = { { "No.", 0.1 }, { "Move", 0.5 }, { "Answer", 0.4 } };
  const Shape shape = { 3, 4, FALSE, 0 };
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

/* Tables are as wide as the page. */
static void
test_columns_of_tables (void)
{
  g_autoptr (EntenteDocument) table = make_table_document (10);
  g_autoptr (EntenteDocument) text = make_document (&shapes[2]);
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
  const Shape shape = { 50, 20, TRUE, 0 };
  g_autoptr (EntenteDocument) document = make_document (&shape);
  g_autoptr (GByteArray) first = write_pdf (document);
  g_autoptr (GByteArray) second = write_pdf (document);

  g_assert_cmpmem (first->data, first->len, second->data, second->len);
}

static void
test_text_of_pdf (void)
{
  const Shape shape = { 70, 15, TRUE, 0 };
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
  const Shape shape = { 3, 3, FALSE, 0 };
  g_autoptr (EntenteDocument) document = make_document (&shape);
  g_autoptr (EntentePages) pages = set_pages (document);
  g_autoptr (GError) error = NULL;

  g_assert_false (entente_pages_write_pdf (pages, fail, NULL, NULL, &error));
  g_assert_nonnull (error);
}

static void
test_cancel (void)
{
  const Shape shape = { 30, 3, FALSE, 0 };
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
  g_test_add_func ("/pages/direction", test_direction);
  g_test_add_func ("/pages/own-direction", test_own_direction);
  g_test_add_func ("/pages/tables", test_tables);
  g_test_add_func ("/pages/columns-of-tables", test_columns_of_tables);
  g_test_add_func ("/pages/notes-at-the-end", test_notes_at_the_end);
  g_test_add_func ("/pages/same-bytes", test_same_bytes);
  g_test_add_func ("/pages/text-of-pdf", test_text_of_pdf);
  g_test_add_func ("/pages/failure-is-told", test_failure_is_told);
  g_test_add_func ("/pages/cancel", test_cancel);
  return g_test_run ();
}
