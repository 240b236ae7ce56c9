/* EntentePdf: a PDF that goes to a function of the caller's; this layer opens no file. Thread: any,
 * one at a time. */
#pragma once

#include <cairo-pdf.h>
#include <glib.h>

G_BEGIN_DECLS

typedef struct _EntentePdf EntentePdf;

/* @write gets the bytes as they come, and @closure; once it has failed it is not called again.
 * Sizes in points. */
EntentePdf *entente_pdf_new (cairo_write_func_t write,
                             gpointer closure,
                             double width_pt,
                             double height_pt);
/* Borrowed. */
cairo_surface_t *entente_pdf_get_surface (EntentePdf *pdf);
/* Fields of the document; @author may be NULL. @made_time in seconds since 1970, UTC. */
void entente_pdf_describe (EntentePdf *pdf,
                           const char *title,
                           const char *subject,
                           const char *author,
                           gint64 made_time);
/* Ends and frees it. @complete FALSE: the pages are not all there, @error is set already, and the
 * answer is FALSE. Else FALSE and ENTENTE_ERROR_FAILED where anything was not written. */
gboolean entente_pdf_finish (EntentePdf *pdf, gboolean complete, GError **error);

G_END_DECLS
