/* The layouts of a page's items: made alike for setting and for painting. */

#include "config.h"

#include "entente-pages-private.h"

#include <string.h>

#define MAX_LINES 24 /* of a title, date or head; the rest is cut with an ellipsis */
#define TOGETHER 2 /* so many lines are never parted from each other at a break */
#define USUAL_SIZE 9.2 /* of type, for which lengths are given */
#define STACKED_BELOW 330.0 /* columns narrower than this have dates above titles */

/* ---- measures ---- */

double
entente_pages_scale (const EntentePages *pages, double length)
{
  return length * pages->style.base_size_pt / USUAL_SIZE;
}

double
entente_pages_get_width (const EntentePages *pages)
{
  return pages->style.width_pt - 2 * pages->style.margin_pt;
}

double
entente_pages_get_top (const EntentePages *pages)
{
  return pages->style.margin_pt + pages->head_pt;
}

double
entente_pages_get_bottom (const EntentePages *pages)
{
  return pages->style.height_pt - pages->style.margin_pt - pages->foot_pt;
}

double
entente_pages_get_column_x (const EntentePages *pages, guint column)
{
  return pages->style.margin_pt + column * (pages->column_pt + ENTENTE_COLUMN_GAP_PT);
}

/* Tables are as wide as the page. */
static gboolean
suits_columns (const EntenteDocument *document)
{
  for (guint i = 0; i < document->blocks->len; i++)
    if (((const EntenteBlock *) g_ptr_array_index (document->blocks, i))->type ==
        ENTENTE_BLOCK_TABLE)
      return FALSE;
  return TRUE;
}

static guint
find_last_number (const EntenteDocument *document)
{
  guint last = 0;

  for (guint i = 0; i < document->blocks->len; i++) {
    const EntenteBlock *block = g_ptr_array_index (document->blocks, i);

    if (block->entry != NULL)
      last = MAX (last, block->entry->number);
  }
  return last;
}

/* Width of the widest number with as many digits as @number. */
static double
measure_number (const EntentePages *pages, EntenteType type, guint number)
{
  g_autofree char *digits = g_strdup_printf ("%u", number);
  g_autoptr (PangoLayout) layout = NULL;

  memset (digits, '0', strlen (digits));
  layout = entente_page_style_make_layout (&pages->style, pages->context, type, digits, -1);
  return entente_layout_get_width (layout);
}

static void
measure_parts (EntentePages *pages)
{
  EntenteMeasures *measures = &pages->measures;
  const EntenteDocument *document = pages->document;
  double number = measure_number (pages, ENTENTE_TYPE_STRONG, find_last_number (document));
  double note = measure_number (pages, ENTENTE_TYPE_NOTE, document->notes->len);

  measures->date = MAX (entente_pages_scale (pages, 17), number + 6);
  measures->note = MAX (entente_pages_scale (pages, 20), note + 6);
  measures->digit = measure_number (pages, ENTENTE_TYPE_FACTS, 0);
  measures->stacked = pages->column_pt < entente_pages_scale (pages, STACKED_BELOW);
  measures->glyph = measures->stacked ? pages->column_pt - entente_pages_scale (pages, 6)
                                      : measures->date + entente_pages_scale (pages, 101);
  measures->title =
    measures->stacked ? measures->date : measures->date + entente_pages_scale (pages, 113);
}

static void
measure_foot (EntentePages *pages)
{
  g_autoptr (PangoLayout) covered = entente_pages_make_foot (pages);
  g_autoptr (PangoLayout) line =
    entente_page_style_make_layout (&pages->style, pages->context, ENTENTE_TYPE_PALE, "1", -1);

  pages->foot_pt = entente_layout_get_height (covered) + entente_layout_get_height (line) +
                   entente_pages_scale (pages, 5);
}

void
entente_pages_measure (EntentePages *pages)
{
  double width = entente_pages_get_width (pages);

  pages->n_columns = pages->style.n_columns > 1 && suits_columns (pages->document) ? 2 : 1;
  pages->column_pt =
    (width - (pages->n_columns - 1) * ENTENTE_COLUMN_GAP_PT) / (double) pages->n_columns;
  pages->head_pt = entente_pages_scale (pages, ENTENTE_HEAD_PT);
  measure_parts (pages);
  measure_foot (pages);
}

EntenteType
entente_pages_get_text_type (EntenteBlockType type)
{
  if (type == ENTENTE_BLOCK_HEADING)
    return ENTENTE_TYPE_HEADING;
  return type == ENTENTE_BLOCK_SUBHEADING ? ENTENTE_TYPE_STRONG : ENTENTE_TYPE_FACTS;
}

/* ---- layouts ---- */

/* Is there anything that could be written from right to left? */
static gboolean
has_rtl (const char *text)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (g_utf8_get_char (c) >= 0x590) /* the first such letters */
      return TRUE;
  return FALSE;
}

/* Each paragraph is written in its own direction. Prose stands where its own direction begins;
 * anything else where the page begins, so that columns have one edge. Pango turns the alignment
 * around for lines against the direction of the page. */
static void
align (const EntentePages *pages, PangoLayout *layout, const char *text, gboolean is_prose)
{
  gboolean rtl = pages->document->rtl;
  gboolean against = FALSE;

  if (!rtl && !has_rtl (text))
    return;
  if (!is_prose)
    against =
      (pango_layout_get_line_readonly (layout, 0)->resolved_dir == PANGO_DIRECTION_RTL) != rtl;
  pango_layout_set_alignment (layout, rtl != against ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
}

static PangoLayout *
make (const EntentePages *pages, EntenteType type, const char *text, double width)
{
  PangoLayout *layout =
    entente_page_style_make_layout (&pages->style, pages->context, type, text, width);

  align (pages, layout, text, FALSE);
  return layout;
}

static PangoLayout *
make_prose (const EntentePages *pages, EntenteType type, const char *text, double width)
{
  PangoLayout *layout =
    entente_page_style_make_layout (&pages->style, pages->context, type, text, width);

  align (pages, layout, text, TRUE);
  return layout;
}

static PangoLayout *
make_capped (const EntentePages *pages, EntenteType type, const char *text, double width)
{
  PangoLayout *layout = make (pages, type, text, width);

  pango_layout_set_height (layout, -MAX_LINES);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

PangoLayout *
entente_pages_make_text (const EntentePages *pages, EntenteType type, const char *text)
{
  return make (pages, type, text, entente_pages_get_width (pages));
}

PangoLayout *
entente_pages_make_block (const EntentePages *pages, const EntenteBlock *block)
{
  EntenteType type = entente_pages_get_text_type (block->type);

  return block->type == ENTENTE_BLOCK_TEXT ? make_prose (pages, type, block->text, pages->column_pt)
                                           : make (pages, type, block->text, pages->column_pt);
}

PangoLayout *
entente_pages_make_note (const EntentePages *pages, guint index)
{
  const EntenteNote *note = g_ptr_array_index (pages->document->notes, index);

  return make_prose (pages, ENTENTE_TYPE_NOTE, note->text, pages->column_pt - pages->measures.note);
}

PangoLayout *
entente_pages_make_source (const EntentePages *pages)
{
  return make_prose (pages, ENTENTE_TYPE_NOTE, pages->document->source, pages->column_pt);
}

PangoLayout *
entente_pages_make_foot (const EntentePages *pages)
{
  const EntenteDocument *document = pages->document;
  g_autofree char *covered = g_strdup_printf ("%s · %s", document->filter, document->counts);
  PangoLayout *layout =
    make (pages, ENTENTE_TYPE_PALE, covered, entente_pages_get_width (pages) * 0.8);

  pango_layout_set_height (layout, -ENTENTE_FOOT_LINES);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_MIDDLE);
  return layout;
}

PangoLayout *
entente_pages_make_counts (const EntentePages *pages)
{
  const EntenteDocument *document = pages->document;
  g_autofree char *text = g_strdup_printf ("%s, %s", document->counts, document->imprint);
  PangoLayout *layout = entente_pages_make_text (pages, ENTENTE_TYPE_LEAD, text);
  PangoAttrList *attributes = pango_attr_list_new ();
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

  bold->end_index = strlen (document->counts);
  pango_attr_list_insert (attributes, bold);
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  return layout;
}

PangoLayout *
entente_pages_make_noted (const EntentePages *pages,
                          EntenteType type,
                          const char *text,
                          guint note,
                          double width,
                          gboolean is_whole)
{
  g_autofree char *digits = g_strdup_printf ("%u", note);
  g_autofree char *noted =
    g_strconcat (text, note > 0 ? "\u202f" : "", note > 0 ? digits : "", NULL);
  PangoLayout *layout =
    is_whole ? make (pages, type, noted, width) : make_capped (pages, type, noted, width);
  PangoAttrList *attributes = pango_attr_list_new ();
  PangoAttribute *raised =
    pango_attr_rise_new ((int) (pages->style.base_size_pt * 0.35 * PANGO_SCALE));
  PangoAttribute *small = pango_attr_scale_new (0.68);

  raised->start_index = small->start_index = strlen (text);
  pango_attr_list_insert (attributes, raised);
  pango_attr_list_insert (attributes, small);
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  return layout;
}

/* ---- entries ---- */

static double
get_date_width (const EntentePages *pages)
{
  const EntenteMeasures *measures = &pages->measures;

  return measures->glyph - measures->date - entente_pages_scale (pages, 10);
}

static PangoLayout *
make_told (const EntentePages *pages, const EntenteEntry *entry)
{
  g_autofree char *text = NULL;

  if (entry->told != NULL)
    text = g_strdup_printf ("“%s”", entry->told);
  else if (entry->bound != NULL)
    text = g_strdup (entry->bound);
  if (text == NULL)
    return NULL;
  return make_capped (pages, ENTENTE_TYPE_TOLD, text, get_date_width (pages));
}

/* Facts, and below them the scholar's own words. */
static PangoLayout *
make_body (const EntentePages *pages, const EntenteEntry *entry, double width)
{
  g_autofree char *text = entry->summary != NULL
                            ? g_strdup_printf ("%s\n%s", entry->facts, entry->summary)
                            : g_strdup (entry->facts);

  return make (pages, ENTENTE_TYPE_FACTS, text, width);
}

void
entente_entry_layouts_init (EntenteEntryLayouts *layouts,
                            const EntentePages *pages,
                            const EntenteEntry *entry)
{
  double width = pages->column_pt - pages->measures.title;
  g_autofree char *number = g_strdup_printf ("%u", entry->number);

  layouts->number = make (pages, ENTENTE_TYPE_STRONG, number, -1);
  layouts->when = make_capped (pages, ENTENTE_TYPE_STRONG, entry->when, get_date_width (pages));
  layouts->told = make_told (pages, entry);
  layouts->title =
    entente_pages_make_noted (pages, ENTENTE_TYPE_STRONG, entry->title, entry->note, width, FALSE);
  layouts->body = make_body (pages, entry, width);
}

void
entente_entry_layouts_clear (EntenteEntryLayouts *layouts)
{
  g_clear_object (&layouts->number);
  g_clear_object (&layouts->when);
  g_clear_object (&layouts->told);
  g_clear_object (&layouts->title);
  g_clear_object (&layouts->body);
}

/* Date and what is told of it. */
static double
get_date_height (const EntenteEntryLayouts *layouts)
{
  double height = entente_layout_get_height (layouts->when);

  if (layouts->told != NULL)
    height += entente_layout_get_height (layouts->told) + ENTENTE_PART_GAP;
  return height;
}

double
entente_entry_layouts_get_body (const EntenteEntryLayouts *layouts, const EntentePages *pages)
{
  double above = pages->measures.stacked ? get_date_height (layouts) + ENTENTE_PART_GAP : 0;

  return ENTENTE_ENTRY_PAD + above + entente_layout_get_height (layouts->title) + ENTENTE_PART_GAP;
}

double
entente_entry_layouts_get_height (const EntenteEntryLayouts *layouts,
                                  const EntentePages *pages,
                                  guint n_lines)
{
  double text = entente_entry_layouts_get_body (layouts, pages) +
                entente_layout_get_lines_height (layouts->body, 0, n_lines);

  return MAX (text, ENTENTE_ENTRY_PAD + get_date_height (layouts)) + ENTENTE_ENTRY_PAD;
}

/* ---- lines ---- */

guint
entente_layout_get_n_lines (PangoLayout *layout)
{
  return (guint) pango_layout_get_line_count (layout);
}

double
entente_layout_get_lines_height (PangoLayout *layout, guint first, guint n)
{
  GSList *line = g_slist_nth (pango_layout_get_lines_readonly (layout), first);
  double height = 0;

  for (; line != NULL && n > 0; line = line->next, n--) {
    PangoRectangle logical;

    pango_layout_line_get_extents (line->data, NULL, &logical);
    height += (double) logical.height / PANGO_SCALE;
  }
  return height;
}

guint
entente_layout_fit_lines (PangoLayout *layout, guint first, double room)
{
  guint left = entente_layout_get_n_lines (layout) - first;
  GSList *line = g_slist_nth (pango_layout_get_lines_readonly (layout), first);
  double height = 0;
  guint n = 0;

  for (; line != NULL; line = line->next, n++) {
    PangoRectangle logical;

    pango_layout_line_get_extents (line->data, NULL, &logical);
    height += (double) logical.height / PANGO_SCALE;
    if (height > room)
      break;
  }
  if (n < left && left - n < TOGETHER)
    n = left > TOGETHER ? left - TOGETHER : 0;
  return n < left && n < TOGETHER ? 0 : n;
}

double
entente_layout_get_beginning (PangoLayout *layout)
{
  guint n_lines = entente_layout_get_n_lines (layout);

  return entente_layout_get_lines_height (layout, 0, n_lines < 2 * TOGETHER ? n_lines : TOGETHER);
}
