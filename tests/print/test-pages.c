/* Tests of EntentePages: nothing lost, nothing overlapping, notes on the page of their entry, the
 * same bytes twice. */

#include "config.h"

#include "entente-pages-fixture.h"
#include "entente-test-pdf.h"
#include <string.h>

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

static const PagesShape shapes[] = {
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
    pages_check_page (pages, page);
    check_headings (pages, page);
    check_notes (pages, page);
  }
}

static void
test_shapes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++) {
    g_autoptr (EntenteDocument) document = pages_make_document (&shapes[i]);

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

static GByteArray *write_pdf (EntenteDocument *document);

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
  const PagesShape shape = { 8, 3, FALSE, 0 };

  for (guint rtl = 0; rtl <= 1; rtl++) {
    g_autoptr (EntenteDocument) document = pages_make_document (&shape);
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
    const PagesShape shape = { 1, 0, FALSE, 0 };
    g_autoptr (EntenteDocument) document = pages_make_document (&shape);
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
  g_autoptr (EntentePages) pages = pages_set (document);
  GByteArray *bytes = g_byte_array_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (entente_pages_write_pdf (pages, append, bytes, NULL, &error));
  g_assert_no_error (error);
  return bytes;
}

static void
test_same_bytes (void)
{
  const PagesShape shape = { 50, 20, TRUE, 0 };
  g_autoptr (EntenteDocument) document = pages_make_document (&shape);
  g_autoptr (GByteArray) first = write_pdf (document);
  g_autoptr (GByteArray) second = write_pdf (document);

  g_assert_cmpmem (first->data, first->len, second->data, second->len);
}

static void
test_text_of_pdf (void)
{
  const PagesShape shape = { 70, 15, TRUE, 0 };
  g_autoptr (EntenteDocument) document = pages_make_document (&shape);
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
  const PagesShape shape = { 3, 3, FALSE, 0 };
  g_autoptr (EntenteDocument) document = pages_make_document (&shape);
  g_autoptr (EntentePages) pages = pages_set (document);
  g_autoptr (GError) error = NULL;

  g_assert_false (entente_pages_write_pdf (pages, fail, NULL, NULL, &error));
  g_assert_nonnull (error);
}

static void
test_cancel (void)
{
  const PagesShape shape = { 30, 3, FALSE, 0 };
  g_autoptr (EntenteDocument) document = pages_make_document (&shape);
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
  g_test_add_func ("/pages/same-bytes", test_same_bytes);
  g_test_add_func ("/pages/text-of-pdf", test_text_of_pdf);
  g_test_add_func ("/pages/failure-is-told", test_failure_is_told);
  g_test_add_func ("/pages/cancel", test_cancel);
  return g_test_run ();
}
