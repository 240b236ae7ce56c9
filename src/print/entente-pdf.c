/* A PDF surface over a stream. Cairo 1.16 crashes when a stream fails while it finishes a PDF, so a
 * failure is kept here and never told to it.
 */
#include "config.h"

#include "entente-error.h"
#include "entente-pdf.h"
#include <glib/gi18n-lib.h>

struct _EntentePdf {
  cairo_surface_t *surface;
  cairo_write_func_t write;
  gpointer closure;
  cairo_status_t status; /* of the stream */
};

static cairo_status_t
relay_bytes (void *closure, const unsigned char *bytes, unsigned int length)
{
  EntentePdf *pdf = closure;

  if (pdf->status == CAIRO_STATUS_SUCCESS)
    pdf->status = pdf->write (pdf->closure, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

EntentePdf *
entente_pdf_new (cairo_write_func_t write, gpointer closure, double width_pt, double height_pt)
{
  EntentePdf *pdf = g_new0 (EntentePdf, 1);

  pdf->write = write;
  pdf->closure = closure;
  pdf->surface = cairo_pdf_surface_create_for_stream (relay_bytes, pdf, width_pt, height_pt);
  return pdf;
}

cairo_surface_t *
entente_pdf_get_surface (EntentePdf *pdf)
{
  return pdf->surface;
}

void
entente_pdf_describe (EntentePdf *pdf,
                      const char *title,
                      const char *subject,
                      const char *author,
                      gint64 made_time)
{
  g_autoptr (GDateTime) made = g_date_time_new_from_unix_utc (made_time);
  g_autofree char *stamp = made != NULL ? g_date_time_format_iso8601 (made) : NULL;

  cairo_pdf_surface_set_metadata (pdf->surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (pdf->surface, CAIRO_PDF_METADATA_SUBJECT, subject);
  cairo_pdf_surface_set_metadata (pdf->surface, CAIRO_PDF_METADATA_CREATOR, "Entente");
  if (author != NULL)
    cairo_pdf_surface_set_metadata (pdf->surface, CAIRO_PDF_METADATA_AUTHOR, author);
  if (stamp != NULL)
    cairo_pdf_surface_set_metadata (pdf->surface, CAIRO_PDF_METADATA_CREATE_DATE, stamp);
}

gboolean
entente_pdf_finish (EntentePdf *pdf, gboolean complete, GError **error)
{
  cairo_status_t status;

  cairo_surface_finish (pdf->surface);
  status = pdf->status != CAIRO_STATUS_SUCCESS ? pdf->status : cairo_surface_status (pdf->surface);
  cairo_surface_destroy (pdf->surface);
  g_free (pdf);
  if (complete && status != CAIRO_STATUS_SUCCESS)
    g_set_error (error,
                 ENTENTE_ERROR,
                 ENTENTE_ERROR_FAILED,
                 _ ("The PDF could not be written: %s. Check the disk and try again."),
                 cairo_status_to_string (status));
  return complete && status == CAIRO_STATUS_SUCCESS;
}
