/* Decides what stands on which page.
 *
 * From top to bottom, column after column. What is short never breaks; the body of a long entry and
 * a long text do, with two lines at least on either side. An entry brings the beginning of its note
 * with it; a heading stays with what follows; what of the notes has no place goes on at the foot of
 * the next column.
 */

#include "config.h"

#include "entente-pages-setter.h"

#define NOTES_RULE 9.0 /* space above the notes, with the rule in it */
#define NOTE_GAP 1.0
#define LEAD_GAP 6.0
#define FIGURE_GAP 10.0
/* of the room on its page, at most: what it shows follows on the same */
#define FIGURE_SHARE 0.62
#define WHOLE_SHARE 0.4 /* of a column: what is higher may break */

typedef struct {
  EntentePages *pages;
  EntentePage *page;
  guint column;
  guint first_item; /* of this column */
  double top; /* where the columns of this page begin */
  double y; /* where the next block goes */
  double notes; /* height of the notes of this column */
  GArray *waiting; /* EntenteItem: notes that have no place yet */
  gboolean at_end; /* all blocks are set: only notes follow */
  PangoLayout *note; /* the one asked for last, or NULL */
  guint note_index;
} Setter;

static void
free_page (gpointer data)
{
  EntentePage *page = data;

  g_array_unref (page->items);
  g_free (page);
}

static double
get_room (const Setter *setter)
{
  return entente_pages_get_bottom (setter->pages) - setter->y - setter->notes;
}

static EntenteItem *
add_item (Setter *setter, EntenteItemType type, guint index, double height)
{
  EntenteItem item = { type, index, setter->column, setter->y, height, 0, 0 };

  g_array_append_val (setter->page->items, item);
  setter->y += height;
  return &g_array_index (setter->page->items, EntenteItem, setter->page->items->len - 1);
}

/* ---- notes ---- */

/* Room for a note is asked for before it is placed: its layout is kept so long. The caller's. */
static PangoLayout *
get_note (Setter *setter, guint index)
{
  if (setter->note == NULL || setter->note_index != index) {
    g_clear_object (&setter->note);
    setter->note = entente_pages_make_note (setter->pages, index);
    setter->note_index = index;
  }
  return g_object_ref (setter->note);
}

static PangoLayout *
make_note_item (Setter *setter, const EntenteItem *item)
{
  return item->type == ENTENTE_ITEM_SOURCE ? entente_pages_make_source (setter->pages)
                                           : get_note (setter, item->index);
}

/* Puts as many lines of the first waiting note in this column as have place; TRUE when it is all
 * there. */
static gboolean
place_note (Setter *setter)
{
  EntenteItem *item = &g_array_index (setter->waiting, EntenteItem, 0);
  g_autoptr (PangoLayout) layout = make_note_item (setter, item);
  double rule = setter->notes > 0 ? NOTE_GAP : NOTES_RULE;
  guint n = entente_layout_fit_lines (layout, item->first_line, get_room (setter) - rule);

  if (n == 0)
    return FALSE;
  item->column = setter->column;
  item->n_lines = n;
  item->height = entente_layout_get_lines_height (layout, item->first_line, n);
  setter->notes += item->height + rule;
  g_array_append_val (setter->page->items, *item);
  item->first_line += n;
  return item->first_line == entente_layout_get_n_lines (layout);
}

static void
place_waiting (Setter *setter)
{
  while (setter->waiting->len > 0 && place_note (setter))
    g_array_remove_index (setter->waiting, 0);
}

/* Notes were added from top to bottom; now that the column is full they find their place above its
 * foot. */
static void
settle_notes (Setter *setter)
{
  double y = entente_pages_get_bottom (setter->pages) - setter->notes;
  gboolean first = TRUE;

  for (guint i = setter->first_item; i < setter->page->items->len; i++) {
    EntenteItem *item = &g_array_index (setter->page->items, EntenteItem, i);

    if (item->type != ENTENTE_ITEM_NOTE && item->type != ENTENTE_ITEM_SOURCE)
      continue;
    if (first)
      setter->page->rule_y[setter->column] = y + NOTES_RULE / 2;
    y += first ? NOTES_RULE : NOTE_GAP;
    first = FALSE;
    item->y = y;
    y += item->height;
  }
}

static void
push_note (Setter *setter, EntenteItemType type, guint index)
{
  EntenteItem item = { .type = type, .index = index };

  g_array_append_val (setter->waiting, item);
}

/* Its lines find their place now or in the columns that follow. */
static void
mention_note (Setter *setter, guint note)
{
  if (note == 1 && setter->pages->document->source != NULL)
    push_note (setter, ENTENTE_ITEM_SOURCE, 0);
  push_note (setter, ENTENTE_ITEM_NOTE, note - 1);
  if (setter->pages->style.notes_at_foot)
    place_waiting (setter);
}

/* Room for the beginning of a note that is mentioned for the first time. */
static double
get_note_needed (Setter *setter, guint note)
{
  g_autoptr (PangoLayout) layout = NULL;
  double height = NOTE_GAP;

  if (!setter->pages->style.notes_at_foot)
    return 0;
  layout = get_note (setter, note - 1);
  if (note == 1 && setter->pages->document->source != NULL) {
    g_autoptr (PangoLayout) source = entente_pages_make_source (setter->pages);

    height += entente_layout_get_height (source) + NOTE_GAP;
  }
  return height + entente_layout_get_beginning (layout);
}

/* ---- pages ---- */

static void
begin_page (Setter *setter)
{
  setter->page = g_new0 (EntentePage, 1);
  setter->page->items = g_array_new (FALSE, TRUE, sizeof (EntenteItem));
  g_ptr_array_add (setter->pages->pages, setter->page);
  setter->column = 0;
  setter->top = entente_pages_get_top (setter->pages);
}

static void
begin_column (Setter *setter)
{
  if (setter->page != NULL)
    settle_notes (setter);
  if (setter->page != NULL && setter->column + 1 < setter->pages->n_columns)
    setter->column++;
  else
    begin_page (setter);
  setter->first_item = setter->page->items->len;
  setter->y = setter->top;
  setter->notes = 0;
  if (setter->pages->style.notes_at_foot || setter->at_end)
    place_waiting (setter);
}

/* Nothing more would have place in another column: one that holds nothing but notes would never
 * end. */
static gboolean
is_empty (const Setter *setter)
{
  return setter->y <= setter->top && setter->notes == 0 &&
         setter->top <= entente_pages_get_top (setter->pages) &&
         (setter->waiting->len == 0 || !setter->pages->style.notes_at_foot);
}

static void
need (Setter *setter, double height)
{
  while (get_room (setter) < height && !is_empty (setter))
    begin_column (setter);
}

/* ---- what is as wide as the page ---- */

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
              entente_layout_get_height (counts) + LEAD_GAP);
  setter->top = setter->y;
}

/* Only below the lead. */
static void
set_figure (Setter *setter)
{
  EntentePages *pages = setter->pages;

  if (setter->y > setter->top || setter->column > 0)
    return;
  pages->figure = entente_figure_new (pages->document,
                                      &pages->style,
                                      pages->figure_context,
                                      entente_pages_get_width (pages),
                                      get_room (setter) * FIGURE_SHARE);
  if (entente_figure_get_height (pages->figure) + FIGURE_GAP > get_room (setter)) {
    begin_page (setter);
    setter->first_item = 0;
    setter->y = setter->top;
  }
  add_item (setter, ENTENTE_ITEM_FIGURE, 0, entente_figure_get_height (pages->figure) + FIGURE_GAP);
  setter->top = setter->y;
}

/* ---- what may break ---- */

static gboolean
may_break (const Setter *setter, double height)
{
  return height > WHOLE_SHARE * (entente_pages_get_bottom (setter->pages) -
                                 entente_pages_get_top (setter->pages));
}

/* The lines of the body of a block from @first on, in as many columns as they need. */
static void
set_body (Setter *setter, guint index, PangoLayout *layout, guint first)
{
  guint n_lines = entente_layout_get_n_lines (layout);

  while (first < n_lines) {
    guint n;
    EntenteItem *item;

    begin_column (setter);
    n = entente_layout_fit_lines (layout, first, get_room (setter) - ENTENTE_ENTRY_PAD);
    if (n == 0 && !is_empty (setter))
      continue;
    n = MAX (n, 1);
    item = add_item (setter,
                     ENTENTE_ITEM_BODY,
                     index,
                     entente_layout_get_lines_height (layout, first, n) + ENTENTE_ENTRY_PAD);
    item->first_line = first;
    item->n_lines = n;
    first += n;
  }
}

static void
set_entry (Setter *setter, guint index, const EntenteEntry *entry)
{
  EntenteEntryLayouts layouts;
  double note = entry->is_first ? get_note_needed (setter, entry->note) + NOTES_RULE : 0;
  double height;
  guint n;

  entente_entry_layouts_init (&layouts, setter->pages, entry);
  n = entente_layout_get_n_lines (layouts.body);
  height = entente_entry_layouts_get_height (&layouts, setter->pages, n);
  if (may_break (setter, height)) {
    double body = entente_entry_layouts_get_body (&layouts, setter->pages);

    need (setter, body + entente_layout_get_beginning (layouts.body) + ENTENTE_ENTRY_PAD + note);
    n = entente_layout_fit_lines (layouts.body,
                                  0,
                                  get_room (setter) - body - ENTENTE_ENTRY_PAD - note);
    height = entente_entry_layouts_get_height (&layouts, setter->pages, n);
  }
  need (setter, height + note);
  add_item (setter, ENTENTE_ITEM_BLOCK, index, height)->n_lines = n;
  if (entry->is_first)
    mention_note (setter, entry->note);
  set_body (setter, index, layouts.body, n);
  entente_entry_layouts_clear (&layouts);
}

/* ---- tables ---- */

static double
get_head_height (const Setter *setter, const EntenteTable *table)
{
  return table->columns[0].head != NULL
           ? entente_pages_get_row_height (setter->pages, table, G_MAXUINT, 0, ENTENTE_ALL_LINES)
           : 0;
}

/* Room for the beginning of each note that the row is the first to mention. */
static double
get_row_notes (Setter *setter, const EntenteTable *table, guint row)
{
  double height = 0;

  for (guint i = 0; i < table->n_columns; i++) {
    const EntenteCell *cell = entente_table_get_cell (table, row, i);

    if (cell->is_first)
      height += get_note_needed (setter, cell->note) + (height > 0 ? 0 : NOTES_RULE);
  }
  return height;
}

/* With as many of its lines as must stand together. */
static double
get_row_needed (Setter *setter, const EntenteTable *table, guint row)
{
  double height = entente_pages_get_row_height (setter->pages, table, row, 0, ENTENTE_ALL_LINES);
  g_autoptr (PangoLayout) longest = NULL;

  if (!may_break (setter, height))
    return height;
  longest = entente_pages_make_longest_cell (setter->pages, table, row);
  return entente_layout_get_beginning (longest) + 2 * ENTENTE_ROW_PAD;
}

static void
add_row (Setter *setter, guint index, guint row, guint first, guint n, double height)
{
  EntenteItem *item = add_item (setter, ENTENTE_ITEM_ROW, index, height);

  item->row = row;
  item->first_line = first;
  item->n_lines = n;
}

static void
add_head (Setter *setter, guint index, double head)
{
  if (head > 0)
    add_item (setter, ENTENTE_ITEM_TABLE_HEAD, index, head)->n_lines = ENTENTE_ALL_LINES;
}

static void
mention_notes (Setter *setter, const EntenteTable *table, guint row)
{
  for (guint i = 0; i < table->n_columns; i++) {
    const EntenteCell *cell = entente_table_get_cell (table, row, i);

    if (cell->is_first)
      mention_note (setter, cell->note);
  }
}

/* A row higher than much of a column goes on in the next, below the heads again. */
static void
set_rest_of_row (Setter *setter,
                 guint index,
                 const EntenteTable *table,
                 guint row,
                 guint first,
                 double head)
{
  g_autoptr (PangoLayout) longest = entente_pages_make_longest_cell (setter->pages, table, row);

  while (first < entente_layout_get_n_lines (longest)) {
    guint n;

    begin_column (setter);
    n = entente_layout_fit_lines (longest, first, get_room (setter) - head - 3 * ENTENTE_ROW_PAD);
    if (n == 0 && !is_empty (setter))
      continue;
    add_head (setter, index, head);
    n = MAX (n, 1);
    add_row (setter,
             index,
             row,
             first,
             n,
             entente_pages_get_row_height (setter->pages, table, row, first, n));
    first += n;
  }
}

/* What of a high row has room here; the rest goes on. */
static void
set_high_row (Setter *setter,
              guint index,
              const EntenteTable *table,
              guint row,
              double head,
              double notes)
{
  g_autoptr (PangoLayout) longest = entente_pages_make_longest_cell (setter->pages, table, row);
  guint n = entente_layout_fit_lines (longest, 0, get_room (setter) - notes - 3 * ENTENTE_ROW_PAD);

  n = MAX (n, 1);
  add_row (setter,
           index,
           row,
           0,
           n,
           entente_pages_get_row_height (setter->pages, table, row, 0, n));
  mention_notes (setter, table, row);
  set_rest_of_row (setter, index, table, row, n, head);
}

static void
set_row (Setter *setter, guint index, const EntenteTable *table, guint row, double head)
{
  const EntentePage *page = setter->page;
  guint column = setter->column;
  double notes = get_row_notes (setter, table, row);
  double height = entente_pages_get_row_height (setter->pages, table, row, 0, ENTENTE_ALL_LINES);
  gboolean is_high = may_break (setter, height);

  /* The first row brings its heads, any other one may begin a column with them. */
  need (setter, head + notes + (is_high ? get_row_needed (setter, table, row) : height));
  if (row == 0 || setter->page != page || setter->column != column)
    add_head (setter, index, head);
  if (is_high) {
    set_high_row (setter, index, table, row, head, notes);
    return;
  }
  add_row (setter, index, row, 0, ENTENTE_ALL_LINES, height);
  mention_notes (setter, table, row);
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
get_above (const EntenteBlock *block)
{
  return ENTENTE_ENTRY_PAD + (block->type == ENTENTE_BLOCK_HEADING ? ENTENTE_HEADING_GAP : 0);
}

/* Of what is not there yet: what a heading needs of the block that follows it. */
static double
get_beginning_needed (Setter *setter, const EntenteBlock *block)
{
  EntenteEntryLayouts layouts;
  double height;

  if (block->table != NULL)
    return get_head_height (setter, block->table) + get_row_needed (setter, block->table, 0) +
           get_row_notes (setter, block->table, 0);
  if (block->entry == NULL)
    return 0;
  entente_entry_layouts_init (&layouts, setter->pages, block->entry);
  height = entente_entry_layouts_get_height (&layouts,
                                             setter->pages,
                                             entente_layout_get_n_lines (layouts.body));
  if (may_break (setter, height))
    height = entente_entry_layouts_get_body (&layouts, setter->pages) +
             entente_layout_get_beginning (layouts.body) + ENTENTE_ENTRY_PAD;
  entente_entry_layouts_clear (&layouts);
  if (block->entry->is_first)
    height += get_note_needed (setter, block->entry->note) + NOTES_RULE;
  return height;
}

/* What the heading at @index must have in its column: all down to the first thing that is none. */
static double
get_heading_needed (Setter *setter, guint index)
{
  const GPtrArray *blocks = setter->pages->document->blocks;
  double height = 0;

  for (guint i = index; i < blocks->len; i++) {
    const EntenteBlock *block = g_ptr_array_index (blocks, i);
    g_autoptr (PangoLayout) layout = NULL;
    gboolean is_text = block->type == ENTENTE_BLOCK_TEXT;

    if (block->text == NULL)
      return height + get_beginning_needed (setter, block);
    layout = entente_pages_make_block (setter->pages, block);
    height += get_above (block) + ENTENTE_ENTRY_PAD;
    height += is_text ? entente_layout_get_beginning (layout) : entente_layout_get_height (layout);
    if (is_text)
      return height;
  }
  return height;
}

static void
set_text (Setter *setter, guint index)
{
  const EntenteBlock *block = g_ptr_array_index (setter->pages->document->blocks, index);
  g_autoptr (PangoLayout) layout = entente_pages_make_block (setter->pages, block);
  double pads = get_above (block) + ENTENTE_ENTRY_PAD;
  double height = entente_layout_get_height (layout) + pads;
  guint n = entente_layout_get_n_lines (layout);

  if (block->type != ENTENTE_BLOCK_TEXT) {
    need (setter, get_heading_needed (setter, index));
  } else if (may_break (setter, height)) {
    need (setter, entente_layout_get_beginning (layout) + pads);
    n = entente_layout_fit_lines (layout, 0, get_room (setter) - pads);
    height = entente_layout_get_lines_height (layout, 0, n) + pads;
  }
  need (setter, height);
  add_item (setter, ENTENTE_ITEM_BLOCK, index, height)->n_lines = n;
  set_body (setter, index, layout, n);
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
    begin_column (setter);
  settle_notes (setter);
}

gboolean
entente_pages_set (EntentePages *pages, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) waiting = g_array_new (FALSE, TRUE, sizeof (EntenteItem));
  Setter setter = { .pages = pages, .waiting = waiting };
  gboolean complete = TRUE;

  pages->pages = g_ptr_array_new_with_free_func (free_page);
  begin_column (&setter);
  set_lead (&setter);
  for (guint i = 0; complete && i < pages->document->blocks->len; i++) {
    complete = !g_cancellable_set_error_if_cancelled (cancellable, error);
    if (complete)
      set_block (&setter, i);
  }
  if (complete)
    set_rest_of_notes (&setter);
  g_clear_object (&setter.note);
  return complete;
}
