/* EntentePages: a document with its measures, and what stands where; entente-pages-setter.c decides
 * that, the painter paints it. */

#include "config.h"

#include "entente-pages.h"

#include "entente-pages-private.h"
#include "entente-pages-setter.h"

static void
clear_pages (gpointer data)
{
  EntentePages *pages = data;

  g_clear_pointer (&pages->figure, entente_figure_free);
  g_clear_pointer (&pages->pages, g_ptr_array_unref);
  g_object_unref (pages->context);
  g_object_unref (pages->figure_context);
  entente_document_unref (pages->document);
}

EntentePages *
entente_pages_new (EntenteDocument *document,
                   const EntentePageStyle *style,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (EntentePages) pages = g_atomic_rc_box_new0 (EntentePages);

  pages->document = entente_document_ref (document);
  pages->style = *style;
  pages->context = entente_page_style_make_context ();
  pages->figure_context = entente_page_style_make_context ();
  pango_context_set_base_dir (pages->context,
                              document->rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  entente_pages_measure (pages);
  return entente_pages_set (pages, cancellable, error) ? g_steal_pointer (&pages) : NULL;
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

guint
entente_pages_get_n_columns (const EntentePages *pages)
{
  return pages->n_columns;
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
    if (item->type == ENTENTE_ITEM_ROW && tells_number (block->table, item->row, number))
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
