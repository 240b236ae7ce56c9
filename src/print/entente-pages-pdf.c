/* Pages as PDF, with an outline of the entries. */

#include "config.h"

#include "entente-pages-private.h"
#include "entente-pages.h"
#include "entente-pdf.h"

static void
describe (const EntentePages *pages, EntentePdf *pdf)
{
  const EntenteDocument *document = pages->document;
  g_autofree char *title = g_strdup_printf ("%s: %s", document->study, document->title);

  entente_pdf_describe (pdf, title, document->filter, document->coder, document->printed_time);
}

static void
outline_entries (const EntentePages *pages, cairo_surface_t *surface)
{
  for (guint i = 0; i < pages->document->blocks->len; i++) {
    const EntenteBlock *block = g_ptr_array_index (pages->document->blocks, i);
    g_autofree char *name = NULL;
    g_autofree char *place = NULL;

    if (block->type != ENTENTE_BLOCK_ENTRY)
      continue;
    name =
      g_strdup_printf ("%u  %s  %s", block->entry->number, block->entry->when, block->entry->title);
    place = g_strdup_printf ("dest='entry-%u'", block->entry->number);
    cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, name, place, 0);
  }
}

static gboolean
paint_pages (EntentePages *pages,
             cairo_surface_t *surface,
             GCancellable *cancellable,
             GError **error)
{
  cairo_t *cr = cairo_create (surface);
  gboolean complete = TRUE;

  for (guint page = 0; complete && page < entente_pages_get_n (pages); page++) {
    complete = !g_cancellable_set_error_if_cancelled (cancellable, error);
    if (complete) {
      entente_pages_paint (pages, page, cr);
      cairo_show_page (cr);
    }
  }
  cairo_destroy (cr);
  return complete;
}

gboolean
entente_pages_write_pdf (EntentePages *pages,
                         cairo_write_func_t write,
                         gpointer closure,
                         GCancellable *cancellable,
                         GError **error)
{
  EntentePdf *pdf = entente_pdf_new (write, closure, pages->style.width_pt, pages->style.height_pt);
  cairo_surface_t *surface = entente_pdf_get_surface (pdf);

  describe (pages, pdf);
  outline_entries (pages, surface);
  return entente_pdf_finish (pdf, paint_pages (pages, surface, cancellable, error), error);
}
