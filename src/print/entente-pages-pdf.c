/* Pages as PDF, through a function of the caller's: this layer opens no file. */

#include "config.h"

#include "entente-error.h"
#include "entente-pages-private.h"
#include "entente-pages.h"
#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

static void
describe (const EntentePages *pages, cairo_surface_t *surface)
{
  const EntenteDocument *document = pages->document;
  g_autoptr (GDateTime) printed = g_date_time_new_from_unix_utc (document->printed_time);
  g_autofree char *stamp = printed != NULL ? g_date_time_format_iso8601 (printed) : NULL;
  g_autofree char *title = g_strdup_printf ("%s: %s", document->study, document->title);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, document->filter);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Entente");
  if (document->coder != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, document->coder);
  if (stamp != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, stamp);
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

/* Cairo 1.16 crashes when a stream fails while it finishes a PDF, so failure is kept here and never told to it. */
typedef struct {
  cairo_write_func_t write;
  gpointer closure;
  cairo_status_t status;
} Relay;

static cairo_status_t
relay_bytes (void *closure, const unsigned char *bytes, unsigned int length)
{
  Relay *relay = closure;

  if (relay->status == CAIRO_STATUS_SUCCESS)
    relay->status = relay->write (relay->closure, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

gboolean
entente_pages_write_pdf (EntentePages *pages,
                         cairo_write_func_t write,
                         gpointer closure,
                         GCancellable *cancellable,
                         GError **error)
{
  Relay relay = { write, closure, CAIRO_STATUS_SUCCESS };
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (relay_bytes,
                                                                  &relay,
                                                                  pages->style.width_pt,
                                                                  pages->style.height_pt);
  gboolean complete;
  cairo_status_t status;

  describe (pages, surface);
  outline_entries (pages, surface);
  complete = paint_pages (pages, surface, cancellable, error);
  cairo_surface_finish (surface);
  status = relay.status != CAIRO_STATUS_SUCCESS ? relay.status : cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (complete && status != CAIRO_STATUS_SUCCESS) {
    g_set_error (error,
                 ENTENTE_ERROR,
                 ENTENTE_ERROR_FAILED,
                 _ ("The PDF could not be written: %s."),
                 cairo_status_to_string (status));
    return FALSE;
  }
  return complete;
}
