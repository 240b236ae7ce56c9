/* Painting of pages: what entente-pages.c placed, in black on white. */

#include "config.h"

#include "entente-pages.h"

#include "entente-glyph-painter.h"
#include "entente-pages-private.h"
#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>

static const double black[3] = { 0, 0, 0 };
static const double white[3] = { 1, 1, 1 };

static void
set_grey (cairo_t *cr, double level)
{
  cairo_set_source_rgb (cr, level, level, level);
}

double
entente_pages_mirror (const EntentePages *pages, double x, double width)
{
  return pages->document->rtl ? pages->style.width_pt - x - width : x;
}

/* As it was made: to be broken at this width, or else as wide as it is. */
static double
get_width (PangoLayout *layout)
{
  int width = pango_layout_get_width (layout);

  return width >= 0 ? (double) width / PANGO_SCALE : entente_layout_get_width (layout);
}

void
entente_pages_paint_layout (const EntentePages *pages,
                            cairo_t *cr,
                            PangoLayout *layout,
                            EntenteType type,
                            double x,
                            double y)
{
  set_grey (cr, entente_page_style_get_grey (type));
  cairo_move_to (cr, entente_pages_mirror (pages, x, get_width (layout)), y);
  pango_cairo_show_layout (cr, layout);
}

void
entente_pages_paint_lines (const EntentePages *pages,
                           cairo_t *cr,
                           PangoLayout *layout,
                           EntenteType type,
                           double x,
                           double y,
                           guint first_line,
                           guint n_lines)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  double left = entente_pages_mirror (pages, x, get_width (layout));

  set_grey (cr, entente_page_style_get_grey (type));
  for (guint i = 0; i < first_line + n_lines; i++) {
    PangoRectangle logical;

    pango_layout_iter_get_line_extents (iter, NULL, &logical);
    if (i >= first_line) {
      int above = pango_layout_iter_get_baseline (iter) - logical.y;

      cairo_move_to (cr, left + (double) logical.x / PANGO_SCALE, y + (double) above / PANGO_SCALE);
      pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
      y += (double) logical.height / PANGO_SCALE;
    }
    if (!pango_layout_iter_next_line (iter))
      break;
  }
  pango_layout_iter_free (iter);
}

void
entente_pages_paint_rule (const EntentePages *pages,
                          cairo_t *cr,
                          double x,
                          double y,
                          double width,
                          double line,
                          double level)
{
  double left = entente_pages_mirror (pages, x, width);

  set_grey (cr, level);
  cairo_set_line_width (cr, line);
  cairo_move_to (cr, left, y);
  cairo_line_to (cr, left + width, y);
  cairo_stroke (cr);
}

/* Ends at @x. */
static void
paint_to_end (const EntentePages *pages,
              cairo_t *cr,
              EntenteType type,
              const char *text,
              double x,
              double y)
{
  g_autoptr (PangoLayout) layout =
    entente_page_style_make_layout (&pages->style, pages->context, type, text, -1);

  entente_pages_paint_layout (pages, cr, layout, type, x - entente_layout_get_width (layout), y);
}

/* One line, cut where it is wider than @width. */
static void
paint_line (const EntentePages *pages,
            cairo_t *cr,
            EntenteType type,
            const char *text,
            double y,
            double width)
{
  g_autoptr (PangoLayout) layout =
    entente_page_style_make_layout (&pages->style, pages->context, type, text, -1);

  if (entente_layout_get_width (layout) > width) {
    pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
    pango_layout_set_height (layout, -1);
    pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  }
  entente_pages_paint_layout (pages, cr, layout, type, pages->style.margin_pt, y);
}

void
entente_pages_begin_mark (cairo_t *cr, guint note, gboolean is_first)
{
  g_autofree char *place = g_strdup_printf ("name='mark-%u'", note);
  g_autofree char *link = g_strdup_printf ("dest='note-%u'", note);

  if (note == 0)
    return;
  if (is_first)
    cairo_tag_begin (cr, CAIRO_TAG_DEST, place);
  cairo_tag_begin (cr, CAIRO_TAG_LINK, link);
}

void
entente_pages_end_mark (cairo_t *cr, guint note, gboolean is_first)
{
  if (note == 0)
    return;
  cairo_tag_end (cr, CAIRO_TAG_LINK);
  if (is_first)
    cairo_tag_end (cr, CAIRO_TAG_DEST);
}

/* What the first page says at its head stands at the foot of all others. */
static void
paint_foot (const EntentePages *pages, guint page, cairo_t *cr)
{
  const EntenteDocument *document = pages->document;
  double width = entente_pages_get_width (pages) * 0.8;
  double y = entente_pages_get_bottom (pages) + entente_pages_scale (pages, 5);
  g_autofree char *number = g_strdup_printf (_ ("%u of %u"), page + 1, pages->pages->len);
  g_autoptr (PangoLayout) covered = entente_pages_make_foot (pages);

  paint_to_end (pages,
                cr,
                ENTENTE_TYPE_PALE,
                number,
                pages->style.width_pt - pages->style.margin_pt,
                y);
  if (page == 0) {
    paint_line (pages, cr, ENTENTE_TYPE_PALE, "Entente", y, width);
    return;
  }
  entente_pages_paint_layout (pages, cr, covered, ENTENTE_TYPE_PALE, pages->style.margin_pt, y);
  if (document->edition != NULL)
    paint_line (pages,
                cr,
                ENTENTE_TYPE_PALE,
                document->edition,
                y + entente_layout_get_height (covered),
                width);
}

static void
paint_frame (const EntentePages *pages, guint page, cairo_t *cr)
{
  const EntentePageStyle *style = &pages->style;
  double width = entente_pages_get_width (pages);
  double y = style->margin_pt - 4;

  paint_line (pages, cr, ENTENTE_TYPE_RUNNING, pages->document->study, y, width * 0.7);
  paint_to_end (pages,
                cr,
                ENTENTE_TYPE_PALE,
                pages->document->kind,
                style->width_pt - style->margin_pt,
                y);
  entente_pages_paint_rule (pages,
                            cr,
                            style->margin_pt,
                            y + entente_pages_scale (pages, 15),
                            width,
                            0.9,
                            0);
  paint_foot (pages, page, cr);
}

static void
paint_lead (const EntentePages *pages, const EntenteItem *item, cairo_t *cr)
{
  const EntenteDocument *document = pages->document;
  g_autoptr (PangoLayout) title =
    entente_pages_make_text (pages, ENTENTE_TYPE_HEADLINE, document->title);
  g_autoptr (PangoLayout) filter =
    entente_pages_make_text (pages, ENTENTE_TYPE_LEAD, document->filter);
  g_autoptr (PangoLayout) counts = entente_pages_make_counts (pages);
  double x = pages->style.margin_pt;
  double y = item->y;

  entente_pages_paint_layout (pages, cr, title, ENTENTE_TYPE_HEADLINE, x, y);
  y += entente_layout_get_height (title);
  entente_pages_paint_layout (pages, cr, filter, ENTENTE_TYPE_LEAD, x, y);
  y += entente_layout_get_height (filter);
  entente_pages_paint_layout (pages, cr, counts, ENTENTE_TYPE_LEAD, x, y);
}

static void
paint_entry_text (const EntentePages *pages,
                  const EntenteEntryLayouts *layouts,
                  const EntenteItem *item,
                  cairo_t *cr,
                  double x)
{
  const EntenteMeasures *measures = &pages->measures;
  double y = item->y + ENTENTE_ENTRY_PAD;
  double body = item->y + entente_entry_layouts_get_body (layouts, pages);
  double title = body - ENTENTE_PART_GAP - entente_layout_get_height (layouts->title);

  entente_pages_paint_layout (pages, cr, layouts->number, ENTENTE_TYPE_STRONG, x, y);
  entente_pages_paint_layout (pages, cr, layouts->when, ENTENTE_TYPE_STRONG, x + measures->date, y);
  if (layouts->told != NULL)
    entente_pages_paint_layout (pages,
                                cr,
                                layouts->told,
                                ENTENTE_TYPE_TOLD,
                                x + measures->date,
                                y + entente_layout_get_height (layouts->when) + ENTENTE_PART_GAP);
  x += measures->title;
  entente_pages_paint_layout (pages, cr, layouts->title, ENTENTE_TYPE_STRONG, x, title);
  entente_pages_paint_lines (pages,
                             cr,
                             layouts->body,
                             ENTENTE_TYPE_FACTS,
                             x,
                             body,
                             0,
                             item->n_lines);
}

static void
paint_entry (const EntentePages *pages,
             const EntenteItem *item,
             const EntenteEntry *entry,
             cairo_t *cr,
             double x)
{
  EntenteEntryLayouts layouts;
  g_autofree char *place = g_strdup_printf ("name='entry-%u'", entry->number);

  entente_entry_layouts_init (&layouts, pages, entry);
  entente_pages_paint_rule (pages, cr, x, item->y, pages->column_pt, 0.5, 0.7);
  cairo_tag_begin (cr, CAIRO_TAG_DEST, place);
  entente_pages_begin_mark (cr, entry->note, entry->is_first);
  paint_entry_text (pages, &layouts, item, cr, x);
  entente_pages_end_mark (cr, entry->note, entry->is_first);
  cairo_tag_end (cr, CAIRO_TAG_DEST);
  entente_glyph_paint (cr,
                       entry->glyph,
                       entente_pages_mirror (pages, x + pages->measures.glyph, 0),
                       item->y + ENTENTE_ENTRY_PAD + pages->style.base_size_pt * 0.68,
                       pages->style.base_size_pt * 1.15,
                       black,
                       white,
                       FALSE);
  entente_entry_layouts_clear (&layouts);
}

static void
paint_note (const EntentePages *pages, const EntenteItem *item, cairo_t *cr, double x)
{
  g_autoptr (PangoLayout) layout = entente_pages_make_note (pages, item->index);
  g_autofree char *place = g_strdup_printf ("name='note-%u'", item->index + 1);
  g_autofree char *back = g_strdup_printf ("dest='mark-%u'", item->index + 1);
  g_autofree char *digits = g_strdup_printf ("%u", item->index + 1);
  g_autoptr (PangoLayout) number = NULL;
  double text = x + pages->measures.note;

  if (item->first_line == 0) {
    number =
      entente_page_style_make_layout (&pages->style, pages->context, ENTENTE_TYPE_NOTE, digits, -1);
    cairo_tag_begin (cr, CAIRO_TAG_DEST, place);
    cairo_tag_begin (cr, CAIRO_TAG_LINK, back);
    entente_pages_paint_layout (pages, cr, number, ENTENTE_TYPE_NOTE, x, item->y);
    cairo_tag_end (cr, CAIRO_TAG_LINK);
  }
  entente_pages_paint_lines (pages,
                             cr,
                             layout,
                             ENTENTE_TYPE_NOTE,
                             text,
                             item->y,
                             item->first_line,
                             item->n_lines);
  if (item->first_line == 0)
    cairo_tag_end (cr, CAIRO_TAG_DEST);
}

/* Headings are places for the outline. */
static void
paint_block (const EntentePages *pages, const EntenteItem *item, cairo_t *cr, double x)
{
  const EntenteBlock *block = g_ptr_array_index (pages->document->blocks, item->index);
  double above = block->type == ENTENTE_BLOCK_HEADING ? ENTENTE_HEADING_GAP : 0;
  g_autofree char *place = g_strdup_printf ("name='block-%u'", item->index);
  g_autoptr (PangoLayout) layout = NULL;

  if (block->type == ENTENTE_BLOCK_ENTRY) {
    paint_entry (pages, item, block->entry, cr, x);
    return;
  }
  layout = entente_pages_make_block (pages, block);
  cairo_tag_begin (cr, CAIRO_TAG_DEST, place);
  entente_pages_paint_lines (pages,
                             cr,
                             layout,
                             entente_pages_get_text_type (block->type),
                             x,
                             item->y + ENTENTE_ENTRY_PAD + above,
                             0,
                             item->n_lines);
  cairo_tag_end (cr, CAIRO_TAG_DEST);
}

/* What of a long entry or text goes on here. */
static void
paint_body (const EntentePages *pages, const EntenteItem *item, cairo_t *cr, double x)
{
  const EntenteBlock *block = g_ptr_array_index (pages->document->blocks, item->index);
  EntenteEntryLayouts layouts = { NULL };
  g_autoptr (PangoLayout) text = NULL;

  if (block->type == ENTENTE_BLOCK_ENTRY) {
    entente_entry_layouts_init (&layouts, pages, block->entry);
    x += pages->measures.title;
  } else {
    text = entente_pages_make_block (pages, block);
  }
  entente_pages_paint_lines (pages,
                             cr,
                             text != NULL ? text : layouts.body,
                             ENTENTE_TYPE_FACTS,
                             x,
                             item->y,
                             item->first_line,
                             item->n_lines);
  entente_entry_layouts_clear (&layouts);
}

static void
paint_figure (const EntentePages *pages, const EntenteItem *item, cairo_t *cr)
{
  cairo_save (cr);
  cairo_translate (cr, pages->style.margin_pt, item->y);
  entente_figure_paint (pages->figure, cr);
  cairo_restore (cr);
}

static void
paint_source (const EntentePages *pages, const EntenteItem *item, cairo_t *cr, double x)
{
  g_autoptr (PangoLayout) layout = entente_pages_make_source (pages);

  entente_pages_paint_lines (pages,
                             cr,
                             layout,
                             ENTENTE_TYPE_NOTE,
                             x,
                             item->y,
                             item->first_line,
                             item->n_lines);
}

static void
paint_item (const EntentePages *pages, const EntenteItem *item, cairo_t *cr)
{
  double x = entente_pages_get_column_x (pages, item->column);
  const EntenteBlock *block;

  switch (item->type) {
  case ENTENTE_ITEM_LEAD:
    paint_lead (pages, item, cr);
    break;
  case ENTENTE_ITEM_FIGURE:
    paint_figure (pages, item, cr);
    break;
  case ENTENTE_ITEM_BLOCK:
    paint_block (pages, item, cr, x);
    break;
  case ENTENTE_ITEM_BODY:
    paint_body (pages, item, cr, x);
    break;
  case ENTENTE_ITEM_TABLE_HEAD:
  case ENTENTE_ITEM_ROW:
    block = g_ptr_array_index (pages->document->blocks, item->index);
    entente_pages_paint_row (pages, block->table, item, cr);
    break;
  case ENTENTE_ITEM_SOURCE:
    paint_source (pages, item, cr, x);
    break;
  case ENTENTE_ITEM_NOTE:
  default:
    paint_note (pages, item, cr, x);
    break;
  }
}

void
entente_pages_paint (EntentePages *pages, guint page, cairo_t *cr)
{
  const EntentePage *set = g_ptr_array_index (pages->pages, page);

  cairo_save (cr);
  paint_frame (pages, page, cr);
  for (guint i = 0; i < set->items->len; i++)
    paint_item (pages, &g_array_index (set->items, EntenteItem, i), cr);
  for (guint column = 0; column < pages->n_columns; column++)
    if (set->rule_y[column] > 0)
      entente_pages_paint_rule (pages,
                                cr,
                                entente_pages_get_column_x (pages, column),
                                set->rule_y[column],
                                70,
                                0.6,
                                0);
  cairo_restore (cr);
}
