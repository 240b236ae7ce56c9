/* EntentePages: decides what stands on which page.
 *
 * From top to bottom; an entry never breaks and brings the beginning of its note with it; a heading
 * stays with what follows; what of the notes has no place goes on at the foot of the next page.
 */

#include "config.h"

#include "entente-pages.h"

#include "entente-pages-private.h"
#include <glib/gi18n-lib.h>

#define NOTES_RULE 9.0 /* space above the notes, with the rule in it */
#define NOTE_GAP 1.0
#define LEAD_GAP 6.0
#define FIGURE_GAP 10.0
/* of the room on its page, at most: what it shows follows on the same */
#define FIGURE_SHARE 0.62

typedef struct {
  EntentePages *pages;
  EntentePage *page;
  double y; /* where the next block goes */
  double notes; /* height of the notes of this page */
  GArray *waiting; /* EntenteItem: notes that have no place yet */
  gboolean at_end; /* all blocks are set: only notes follow */
} Setter;

static void
free_page (gpointer data)
{
  EntentePage *page = data;

  g_array_unref (page->items);
  g_free (page);
}

static double
get_bottom (const Setter *setter)
{
  return setter->pages->style.height_pt - setter->pages->style.margin_pt - ENTENTE_FOOT_PT;
}

static double
get_room (const Setter *setter)
{
  return get_bottom (setter) - setter->y - (setter->notes > 0 ? setter->notes : 0);
}

static void
add_item (Setter *setter,
          EntenteItemType type,
          guint index,
          double height,
          guint first_line,
          guint n_lines)
{
  EntenteItem item = { type, index, setter->y, height, first_line, n_lines };

  g_array_append_val (setter->page->items, item);
  setter->y += height;
}

/* ---- notes ---- */

static double
get_lines_height (PangoLayout *layout, guint first, guint n)
{
  double height = 0;

  for (guint i = first; i < first + n; i++) {
    PangoRectangle logical;

    pango_layout_line_get_extents (pango_layout_get_line_readonly (layout, (int) i),
                                   NULL,
                                   &logical);
    height += (double) logical.height / PANGO_SCALE;
  }
  return height;
}

static PangoLayout *
make_note_item (const Setter *setter, const EntenteItem *item)
{
  if (item->type == ENTENTE_ITEM_SOURCE)
    return entente_pages_make_text (setter->pages,
                                    ENTENTE_TYPE_NOTE,
                                    setter->pages->document->source);
  return entente_pages_make_note (setter->pages, item->index);
}

/* Puts as many lines of the first waiting note on this page as have place; TRUE when it is all
 * there. */
static gboolean
place_note (Setter *setter)
{
  EntenteItem *item = &g_array_index (setter->waiting, EntenteItem, 0);
  g_autoptr (PangoLayout) layout = make_note_item (setter, item);
  guint n_lines = (guint) pango_layout_get_line_count (layout);
  double rule = setter->notes > 0 ? NOTE_GAP : NOTES_RULE;
  guint n = 0;

  while (item->first_line + n < n_lines &&
         get_lines_height (layout, item->first_line, n + 1) + rule <= get_room (setter))
    n++;
  /* No last line alone at the head of the next notes. */
  if (n > 2 && item->first_line + n + 1 == n_lines)
    n--;
  if (n == 0)
    return FALSE;
  item->n_lines = n;
  item->height = get_lines_height (layout, item->first_line, n);
  setter->notes += item->height + rule;
  g_array_append_val (setter->page->items, *item);
  item->first_line += n;
  return item->first_line == n_lines;
}

static void
place_waiting (Setter *setter)
{
  while (setter->waiting->len > 0 && place_note (setter))
    g_array_remove_index (setter->waiting, 0);
}

/* Notes were added from top to bottom; now that the page is full they find their place above its
 * foot. */
static void
settle_notes (Setter *setter)
{
  double y = get_bottom (setter) - setter->notes;
  gboolean first = TRUE;

  for (guint i = 0; i < setter->page->items->len; i++) {
    EntenteItem *item = &g_array_index (setter->page->items, EntenteItem, i);

    if (item->type != ENTENTE_ITEM_NOTE && item->type != ENTENTE_ITEM_SOURCE)
      continue;
    if (first)
      setter->page->rule_y = y + NOTES_RULE / 2;
    y += first ? NOTES_RULE : NOTE_GAP;
    first = FALSE;
    item->y = y;
    y += item->height;
  }
}

static void
push_note (Setter *setter, EntenteItemType type, guint index)
{
  EntenteItem item = { type, index, 0, 0, 0, 0 };

  g_array_append_val (setter->waiting, item);
}

/* ---- pages ---- */

static void
begin_page (Setter *setter)
{
  if (setter->page != NULL)
    settle_notes (setter);
  setter->page = g_new0 (EntentePage, 1);
  setter->page->items = g_array_new (FALSE, TRUE, sizeof (EntenteItem));
  g_ptr_array_add (setter->pages->pages, setter->page);
  setter->y = setter->pages->style.margin_pt + ENTENTE_HEAD_PT;
  setter->notes = 0;
  if (setter->pages->style.notes_at_foot || setter->at_end)
    place_waiting (setter);
}

/* A page that holds nothing but its notes would never end. */
static gboolean
is_fresh (const Setter *setter)
{
  return setter->y <= setter->pages->style.margin_pt + ENTENTE_HEAD_PT;
}

static void
need (Setter *setter, double height)
{
  while (get_room (setter) < height &&
         !(is_fresh (setter) && setter->notes == 0 &&
           (setter->waiting->len == 0 || !setter->pages->style.notes_at_foot)))
    begin_page (setter);
}

static void
set_lead (Setter *setter)
{
  const EntenteDocument *document = setter->pages->document;
  g_autoptr (PangoLayout) title =
    entente_pages_make_text (setter->pages, ENTENTE_TYPE_HEADLINE, document->title);
  g_autoptr (PangoLayout) filter =
    entente_pages_make_text (setter->pages, ENTENTE_TYPE_LEAD, document->filter);
  g_autoptr (PangoLayout) counts = entente_pages_make_counts (setter->pages);

  add_item (setter,
            ENTENTE_ITEM_LEAD,
            0,
            entente_layout_get_height (title) + entente_layout_get_height (filter) +
              entente_layout_get_height (counts) + LEAD_GAP,
            0,
            0);
}

static void
set_figure (Setter *setter)
{
  EntentePages *pages = setter->pages;
  double height;

  pages->figure = entente_figure_new (pages->document,
                                      &pages->style,
                                      pages->context,
                                      entente_pages_get_width (pages),
                                      get_room (setter) * FIGURE_SHARE);
  height = entente_figure_get_height (pages->figure) + FIGURE_GAP;
  need (setter, height);
  add_item (setter, ENTENTE_ITEM_FIGURE, 0, height, 0, 0);
}

static double
get_entry_height (const Setter *setter, const EntenteEntry *entry)
{
  EntenteEntryLayouts layouts;
  double height;

  entente_entry_layouts_init (&layouts, setter->pages, entry);
  height = entente_entry_layouts_get_height (&layouts);
  entente_entry_layouts_clear (&layouts);
  return height;
}

/* Height of an entry with the first line of its note. */
static double
get_needed (const Setter *setter, const EntenteEntry *entry)
{
  double line = setter->pages->style.base_size_pt * 1.3;

  return get_entry_height (setter, entry) + (entry->note > 0 ? line + NOTES_RULE : 0);
}

/* Its lines find their place now or on the pages that follow. */
static void
mention_note (Setter *setter, guint note)
{
  if (note == 1 && setter->pages->document->source != NULL)
    push_note (setter, ENTENTE_ITEM_SOURCE, 0);
  push_note (setter, ENTENTE_ITEM_NOTE, note - 1);
  if (setter->pages->style.notes_at_foot)
    place_waiting (setter);
}

static void
set_entry (Setter *setter, guint index, const EntenteEntry *entry)
{
  need (setter, get_needed (setter, entry));
  add_item (setter, ENTENTE_ITEM_BLOCK, index, get_entry_height (setter, entry), 0, 0);
  if (entry->is_first)
    mention_note (setter, entry->note);
}

/* ---- tables ---- */

static double
get_head_height (const Setter *setter, const EntenteTable *table)
{
  return table->columns[0].head != NULL
           ? entente_pages_get_row_height (setter->pages, table, G_MAXUINT)
           : 0;
}

/* Height of a row with the first line of each note that it is the first to mention. */
static double
get_row_needed (const Setter *setter, const EntenteTable *table, guint row, double height)
{
  double line = setter->pages->style.base_size_pt * 1.3;
  gboolean notes = FALSE;

  for (guint i = 0; i < table->n_columns; i++) {
    if (entente_table_get_cell (table, row, i)->is_first) {
      height += line;
      notes = TRUE;
    }
  }
  return height + (notes ? NOTES_RULE : 0);
}

static void
set_row (Setter *setter, guint index, const EntenteTable *table, guint row, double head)
{
  const EntentePage *page = setter->page;
  double height = entente_pages_get_row_height (setter->pages, table, row);

  /* The first row brings its heads, any other one may begin a page with them. */
  need (setter, head + get_row_needed (setter, table, row, height));
  if (head > 0 && (row == 0 || setter->page != page))
    add_item (setter, ENTENTE_ITEM_TABLE_HEAD, index, head, 0, 0);
  add_item (setter, ENTENTE_ITEM_ROW, index, height, row, 0);
  for (guint i = 0; i < table->n_columns; i++) {
    const EntenteCell *cell = entente_table_get_cell (table, row, i);

    if (cell->is_first)
      mention_note (setter, cell->note);
  }
}

static void
set_table (Setter *setter, guint index, const EntenteTable *table)
{
  double head = get_head_height (setter, table);

  for (guint row = 0; row < entente_table_get_n_rows (table); row++)
    set_row (setter, index, table, row, head);
  setter->y += ENTENTE_ENTRY_PAD;
}

/* ---- headings and text ---- */

static double
get_text_height (const Setter *setter, const EntenteBlock *block)
{
  g_autoptr (PangoLayout) layout =
    entente_pages_make_text (setter->pages, entente_pages_get_text_type (block->type), block->text);
  double above = block->type == ENTENTE_BLOCK_HEADING ? ENTENTE_HEADING_GAP : 0;

  return entente_layout_get_height (layout) + 2 * ENTENTE_ENTRY_PAD + above;
}

/* What the block at @index must have on its page: a heading all down to the first thing that is
 * none. */
static double
get_block_needed (const Setter *setter, guint index)
{
  const GPtrArray *blocks = setter->pages->document->blocks;
  double height = 0;

  for (guint i = index; i < blocks->len; i++) {
    const EntenteBlock *block = g_ptr_array_index (blocks, i);

    if (block->type == ENTENTE_BLOCK_ENTRY)
      return height + get_needed (setter, block->entry);
    if (block->table != NULL)
      return height + get_head_height (setter, block->table) +
             get_row_needed (setter,
                             block->table,
                             0,
                             entente_pages_get_row_height (setter->pages, block->table, 0));
    if (block->text == NULL)
      return height;
    height += get_text_height (setter, block);
    if (block->type == ENTENTE_BLOCK_TEXT)
      return height;
  }
  return height;
}

static void
set_text (Setter *setter, guint index)
{
  const EntenteBlock *block = g_ptr_array_index (setter->pages->document->blocks, index);

  need (setter, get_block_needed (setter, index));
  add_item (setter, ENTENTE_ITEM_BLOCK, index, get_text_height (setter, block), 0, 0);
}

static void
set_block (Setter *setter, guint index)
{
  GPtrArray *blocks = setter->pages->document->blocks;
  const EntenteBlock *block = g_ptr_array_index (blocks, index);

  switch (block->type) {
  case ENTENTE_BLOCK_FIGURE:
    set_figure (setter);
    break;
  case ENTENTE_BLOCK_ENTRY:
    set_entry (setter, index, block->entry);
    break;
  case ENTENTE_BLOCK_TABLE:
  case ENTENTE_BLOCK_DEFINITIONS:
    set_table (setter, index, block->table);
    break;
  case ENTENTE_BLOCK_HEADING:
  case ENTENTE_BLOCK_SUBHEADING:
  case ENTENTE_BLOCK_TEXT:
  default:
    set_text (setter, index);
    break;
  }
}

/* Notes at the end are all told after the last block. */
static void
set_rest_of_notes (Setter *setter)
{
  setter->at_end = TRUE;
  place_waiting (setter);
  while (setter->waiting->len > 0)
    begin_page (setter);
  settle_notes (setter);
}

static void
clear_pages (gpointer data)
{
  EntentePages *pages = data;

  g_clear_pointer (&pages->figure, entente_figure_free);
  g_ptr_array_unref (pages->pages);
  g_object_unref (pages->context);
  entente_document_unref (pages->document);
}

EntentePages *
entente_pages_new (EntenteDocument *document,
                   const EntentePageStyle *style,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (EntentePages) pages = g_atomic_rc_box_new0 (EntentePages);
  g_autoptr (GArray) waiting = g_array_new (FALSE, TRUE, sizeof (EntenteItem));
  Setter setter = { pages, NULL, 0, 0, waiting, FALSE };

  pages->document = entente_document_ref (document);
  pages->style = *style;
  pages->context = entente_page_style_make_context ();
  pages->pages = g_ptr_array_new_with_free_func (free_page);
  begin_page (&setter);
  set_lead (&setter);
  for (guint i = 0; i < document->blocks->len; i++) {
    if (g_cancellable_set_error_if_cancelled (cancellable, error))
      return NULL;
    set_block (&setter, i);
  }
  set_rest_of_notes (&setter);
  return g_steal_pointer (&pages);
}

EntentePages *
entente_pages_ref (EntentePages *pages)
{
  return g_atomic_rc_box_acquire (pages);
}

void
entente_pages_unref (EntentePages *pages)
{
  g_atomic_rc_box_release_full (pages, clear_pages);
}

guint
entente_pages_get_n (const EntentePages *pages)
{
  return pages->pages->len;
}

const EntentePageStyle *
entente_pages_get_style (const EntentePages *pages)
{
  return &pages->style;
}

EntenteDocument *
entente_pages_get_document (const EntentePages *pages)
{
  return pages->document;
}

static gboolean
tells_number (const EntenteTable *table, guint row, guint number)
{
  for (guint i = 0; i < table->n_columns; i++)
    if (entente_table_get_cell (table, row, i)->number == number)
      return TRUE;
  return FALSE;
}

static gboolean
holds_entry (const EntentePages *pages, const EntentePage *page, guint number)
{
  for (guint i = 0; i < page->items->len; i++) {
    const EntenteItem *item = &g_array_index (page->items, EntenteItem, i);
    const EntenteBlock *block;

    if (item->type != ENTENTE_ITEM_BLOCK && item->type != ENTENTE_ITEM_ROW)
      continue;
    block = g_ptr_array_index (pages->document->blocks, item->index);
    if (item->type == ENTENTE_ITEM_ROW && tells_number (block->table, item->first_line, number))
      return TRUE;
    if (block->entry != NULL && block->entry->number == number)
      return TRUE;
  }
  return FALSE;
}

guint
entente_pages_find_entry (const EntentePages *pages, guint number)
{
  for (guint page = 0; page < pages->pages->len; page++) {
    if (holds_entry (pages, g_ptr_array_index (pages->pages, page), number))
      return page;
  }
  return 0;
}
