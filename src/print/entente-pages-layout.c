/* The layouts of a page's items: made alike for setting and for painting. */

#include "config.h"

#include "entente-pages-private.h"

#include <string.h>

#define MAX_LINES 24 /* of a title, line of facts or cell; the rest is cut with an ellipsis */

double
entente_pages_get_width (const EntentePages *pages)
{
  return pages->style.width_pt - 2 * pages->style.margin_pt;
}

EntenteType
entente_pages_get_text_type (EntenteBlockType type)
{
  if (type == ENTENTE_BLOCK_HEADING)
    return ENTENTE_TYPE_HEADING;
  return type == ENTENTE_BLOCK_SUBHEADING ? ENTENTE_TYPE_STRONG : ENTENTE_TYPE_FACTS;
}

static PangoLayout *
make (const EntentePages *pages, EntenteType type, const char *text, double width)
{
  return entente_page_style_make_layout (&pages->style, pages->context, type, text, width);
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
entente_pages_make_note (const EntentePages *pages, guint index)
{
  const EntenteNote *note = g_ptr_array_index (pages->document->notes, index);

  return make (pages,
               ENTENTE_TYPE_NOTE,
               note->text,
               entente_pages_get_width (pages) - ENTENTE_COLUMN_NOTE);
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
                          double width)
{
  g_autofree char *digits = g_strdup_printf ("%u", note);
  g_autofree char *noted =
    g_strconcat (text, note > 0 ? "\u202f" : "", note > 0 ? digits : "", NULL);
  PangoLayout *layout = make_capped (pages, type, noted, width);
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
  return make_capped (pages,
                      ENTENTE_TYPE_TOLD,
                      text,
                      ENTENTE_COLUMN_GLYPH - ENTENTE_COLUMN_DATE - 10);
}

void
entente_entry_layouts_init (EntenteEntryLayouts *layouts,
                            const EntentePages *pages,
                            const EntenteEntry *entry)
{
  double width = entente_pages_get_width (pages) - ENTENTE_COLUMN_TITLE;
  g_autofree char *number = g_strdup_printf ("%u", entry->number);

  layouts->number = make (pages, ENTENTE_TYPE_STRONG, number, -1);
  layouts->when = make_capped (pages,
                               ENTENTE_TYPE_STRONG,
                               entry->when,
                               ENTENTE_COLUMN_GLYPH - ENTENTE_COLUMN_DATE - 10);
  layouts->told = make_told (pages, entry);
  layouts->title =
    entente_pages_make_noted (pages, ENTENTE_TYPE_STRONG, entry->title, entry->note, width);
  layouts->facts = make_capped (pages, ENTENTE_TYPE_FACTS, entry->facts, width);
  layouts->summary =
    entry->summary != NULL ? make_capped (pages, ENTENTE_TYPE_FACTS, entry->summary, width) : NULL;
}

void
entente_entry_layouts_clear (EntenteEntryLayouts *layouts)
{
  g_clear_object (&layouts->number);
  g_clear_object (&layouts->when);
  g_clear_object (&layouts->told);
  g_clear_object (&layouts->title);
  g_clear_object (&layouts->facts);
  g_clear_object (&layouts->summary);
}

double
entente_entry_layouts_get_height (const EntenteEntryLayouts *layouts)
{
  double left = entente_layout_get_height (layouts->when);
  double right =
    entente_layout_get_height (layouts->title) + entente_layout_get_height (layouts->facts) + 1.5;

  if (layouts->told != NULL)
    left += entente_layout_get_height (layouts->told) + 1.5;
  if (layouts->summary != NULL)
    right += entente_layout_get_height (layouts->summary) + 1.5;
  return MAX (left, right) + 2 * ENTENTE_ENTRY_PAD;
}
