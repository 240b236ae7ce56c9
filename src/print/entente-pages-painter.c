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

void
entente_pages_paint_layout (cairo_t *cr, PangoLayout *layout, EntenteType type, double x, double y)
{
  set_grey (cr, entente_page_style_get_grey (type));
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

void
entente_pages_paint_rule (cairo_t *cr, double x, double y, double width, double line, double level)
{
  set_grey (cr, level);
  cairo_set_line_width (cr, line);
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x + width, y);
  cairo_stroke (cr);
}

/* Right edge at @x. */
static void
paint_right (const EntentePages *pages,
             cairo_t *cr,
             EntenteType type,
             const char *text,
             double x,
             double y)
{
  g_autoptr (PangoLayout) layout =
    entente_page_style_make_layout (&pages->style, pages->context, type, text, -1);

  entente_pages_paint_layout (cr, layout, type, x - entente_layout_get_width (layout), y);
}

static void
paint_left (const EntentePages *pages,
            cairo_t *cr,
            EntenteType type,
            const char *text,
            double y,
            double width)
{
  g_autoptr (PangoLayout) layout =
    entente_page_style_make_layout (&pages->style, pages->context, type, text, width);

  pango_layout_set_height (layout, -1);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  entente_pages_paint_layout (cr, layout, type, pages->style.margin_pt, y);
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
paint_foot (const EntentePages *pages, guint page, double y, cairo_t *cr)
{
  const EntenteDocument *document = pages->document;
  double width = entente_pages_get_width (pages) * 0.8;
  g_autofree char *covered = g_strdup_printf ("%s · %s", document->filter, document->counts);

  paint_left (pages, cr, ENTENTE_TYPE_PALE, page == 0 ? "Entente" : covered, y, width);
  if (page > 0 && document->edition != NULL)
    paint_left (pages,
                cr,
                ENTENTE_TYPE_PALE,
                document->edition,
                y + pages->style.base_size_pt * 1.1,
                width);
}

static void
paint_frame (const EntentePages *pages, guint page, cairo_t *cr)
{
  const EntentePageStyle *style = &pages->style;
  const EntenteDocument *document = pages->document;
  double right = style->width_pt - style->margin_pt;
  double foot = style->height_pt - style->margin_pt - style->base_size_pt;
  g_autofree char *number = g_strdup_printf (_ ("%u of %u"), page + 1, pages->pages->len);

  paint_left (pages,
              cr,
              ENTENTE_TYPE_RUNNING,
              document->study,
              style->margin_pt - 4,
              entente_pages_get_width (pages) * 0.7);
  paint_right (pages, cr, ENTENTE_TYPE_PALE, document->kind, right, style->margin_pt - 4);
  entente_pages_paint_rule (cr,
                            style->margin_pt,
                            style->margin_pt + 11,
                            entente_pages_get_width (pages),
                            0.9,
                            0);
  paint_foot (pages, page, foot, cr);
  paint_right (pages, cr, ENTENTE_TYPE_PALE, number, right, foot);
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

  entente_pages_paint_layout (cr, title, ENTENTE_TYPE_HEADLINE, x, y);
  y += entente_layout_get_height (title);
  entente_pages_paint_layout (cr, filter, ENTENTE_TYPE_LEAD, x, y);
  y += entente_layout_get_height (filter);
  entente_pages_paint_layout (cr, counts, ENTENTE_TYPE_LEAD, x, y);
}

static void
paint_entry_text (const EntenteEntryLayouts *layouts, cairo_t *cr, double x, double y)
{
  double right = x + ENTENTE_COLUMN_TITLE;
  double below = y + entente_layout_get_height (layouts->title) + 1.5;

  entente_pages_paint_layout (cr, layouts->number, ENTENTE_TYPE_STRONG, x, y);
  entente_pages_paint_layout (cr, layouts->when, ENTENTE_TYPE_STRONG, x + ENTENTE_COLUMN_DATE, y);
  if (layouts->told != NULL)
    entente_pages_paint_layout (cr,
                                layouts->told,
                                ENTENTE_TYPE_TOLD,
                                x + ENTENTE_COLUMN_DATE,
                                y + entente_layout_get_height (layouts->when) + 1.5);
  entente_pages_paint_layout (cr, layouts->title, ENTENTE_TYPE_STRONG, right, y);
  entente_pages_paint_layout (cr, layouts->facts, ENTENTE_TYPE_FACTS, right, below);
  if (layouts->summary != NULL)
    entente_pages_paint_layout (cr,
                                layouts->summary,
                                ENTENTE_TYPE_FACTS,
                                right,
                                below + entente_layout_get_height (layouts->facts) + 1.5);
}

static void
paint_entry (const EntentePages *pages,
             const EntenteItem *item,
             const EntenteEntry *entry,
             cairo_t *cr)
{
  EntenteEntryLayouts layouts;
  double x = pages->style.margin_pt;
  double size = pages->style.base_size_pt * 1.15;
  g_autofree char *place = g_strdup_printf ("name='entry-%u'", entry->number);

  entente_entry_layouts_init (&layouts, pages, entry);
  entente_pages_paint_rule (cr, x, item->y, entente_pages_get_width (pages), 0.5, 0.7);
  cairo_tag_begin (cr, CAIRO_TAG_DEST, place);
  entente_pages_begin_mark (cr, entry->note, entry->is_first);
  paint_entry_text (&layouts, cr, x, item->y + ENTENTE_ENTRY_PAD);
  entente_pages_end_mark (cr, entry->note, entry->is_first);
  cairo_tag_end (cr, CAIRO_TAG_DEST);
  entente_glyph_paint (cr,
                       entry->glyph,
                       x + ENTENTE_COLUMN_GLYPH,
                       item->y + ENTENTE_ENTRY_PAD + pages->style.base_size_pt * 0.68,
                       size,
                       black,
                       white,
                       FALSE);
  entente_entry_layouts_clear (&layouts);
}

static void
paint_lines (cairo_t *cr, PangoLayout *layout, const EntenteItem *item, double x)
{
  double y = item->y;

  set_grey (cr, entente_page_style_get_grey (ENTENTE_TYPE_NOTE));
  for (guint i = item->first_line; i < item->first_line + item->n_lines; i++) {
    PangoLayoutLine *line = pango_layout_get_line_readonly (layout, (int) i);
    PangoRectangle logical;

    pango_layout_line_get_extents (line, NULL, &logical);
    cairo_move_to (cr, x, y - (double) logical.y / PANGO_SCALE);
    pango_cairo_show_layout_line (cr, line);
    y += (double) logical.height / PANGO_SCALE;
  }
}

static void
paint_note (const EntentePages *pages, const EntenteItem *item, cairo_t *cr)
{
  g_autoptr (PangoLayout) layout = entente_pages_make_note (pages, item->index);
  g_autofree char *place = g_strdup_printf ("name='note-%u'", item->index + 1);
  g_autofree char *back = g_strdup_printf ("dest='mark-%u'", item->index + 1);
  g_autofree char *number = g_strdup_printf ("%u", item->index + 1);
  double x = pages->style.margin_pt;

  if (item->first_line > 0) {
    paint_lines (cr, layout, item, x + ENTENTE_COLUMN_NOTE);
    return;
  }
  cairo_tag_begin (cr, CAIRO_TAG_DEST, place);
  cairo_tag_begin (cr, CAIRO_TAG_LINK, back);
  paint_left (pages, cr, ENTENTE_TYPE_NOTE, number, item->y, ENTENTE_COLUMN_NOTE);
  cairo_tag_end (cr, CAIRO_TAG_LINK);
  paint_lines (cr, layout, item, x + ENTENTE_COLUMN_NOTE);
  cairo_tag_end (cr, CAIRO_TAG_DEST);
}

/* Headings are places for the outline. */
static void
paint_block (const EntentePages *pages, const EntenteItem *item, cairo_t *cr)
{
  const EntenteBlock *block = g_ptr_array_index (pages->document->blocks, item->index);
  EntenteType type = entente_pages_get_text_type (block->type);
  double above = block->type == ENTENTE_BLOCK_HEADING ? ENTENTE_HEADING_GAP : 0;
  g_autofree char *place = g_strdup_printf ("name='block-%u'", item->index);
  g_autoptr (PangoLayout) layout = NULL;

  if (block->type == ENTENTE_BLOCK_ENTRY) {
    paint_entry (pages, item, block->entry, cr);
    return;
  }
  layout = entente_pages_make_text (pages, type, block->text);
  cairo_tag_begin (cr, CAIRO_TAG_DEST, place);
  entente_pages_paint_layout (cr,
                              layout,
                              type,
                              pages->style.margin_pt,
                              item->y + ENTENTE_ENTRY_PAD + above);
  cairo_tag_end (cr, CAIRO_TAG_DEST);
}

static void
paint_item (const EntentePages *pages, const EntenteItem *item, cairo_t *cr)
{
  const GPtrArray *blocks = pages->document->blocks;
  g_autoptr (PangoLayout) layout = NULL;

  switch (item->type) {
  case ENTENTE_ITEM_LEAD:
    paint_lead (pages, item, cr);
    break;
  case ENTENTE_ITEM_FIGURE:
    cairo_save (cr);
    cairo_translate (cr, pages->style.margin_pt, item->y);
    entente_figure_paint (pages->figure, cr);
    cairo_restore (cr);
    break;
  case ENTENTE_ITEM_BLOCK:
    paint_block (pages, item, cr);
    break;
  case ENTENTE_ITEM_TABLE_HEAD:
  case ENTENTE_ITEM_ROW:
    entente_pages_paint_row (
      pages,
      ((const EntenteBlock *) g_ptr_array_index (blocks, item->index))->table,
      item,
      cr);
    break;
  case ENTENTE_ITEM_SOURCE:
    layout = entente_pages_make_text (pages, ENTENTE_TYPE_NOTE, pages->document->source);
    paint_lines (cr, layout, item, pages->style.margin_pt);
    break;
  case ENTENTE_ITEM_NOTE:
  default:
    paint_note (pages, item, cr);
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
  if (set->rule_y > 0)
    entente_pages_paint_rule (cr, pages->style.margin_pt, set->rule_y, 70, 0.6, 0);
  cairo_restore (cr);
}
