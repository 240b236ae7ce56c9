/* EntentePages: a document set on pages. The same pages go to preview, printer and PDF.
 *
 * Setting decides only what stands where, in points; layouts are made again when a page is painted,
 * so memory grows with the number of blocks, not with their type. Made and painted on one thread at
 * a time.
 */
#pragma once

#include "entente-document.h"
#include "entente-page-style.h"
#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _EntentePages EntentePages;

/* NULL with an error only when cancelled. */
EntentePages *entente_pages_new (EntenteDocument *document,
                                 const EntentePageStyle *style,
                                 GCancellable *cancellable,
                                 GError **error);
EntentePages *entente_pages_ref (EntentePages *pages);
void entente_pages_unref (EntentePages *pages);
guint entente_pages_get_n (const EntentePages *pages);
/* Columns of text on a page: one, whatever the style asks for, where tables are as wide as the
 * page. */
guint entente_pages_get_n_columns (const EntentePages *pages);
const EntentePageStyle *entente_pages_get_style (const EntentePages *pages);
EntenteDocument *entente_pages_get_document (const EntentePages *pages);
/* Page in which an entry begins, by its number; from 0. */
guint entente_pages_find_entry (const EntentePages *pages, guint number);
/* Paints a page, from 0; one unit of @cr is a point, the origin is the corner of the paper. */
void entente_pages_paint (EntentePages *pages, guint page, cairo_t *cr);

/* Called on the writing thread after each page that entente_pages_write_pdf() has written. */
void entente_pages_set_progress (EntentePages *pages,
                                 void (*progress) (guint done, guint total, gpointer data),
                                 gpointer data);
/* Writes all pages as PDF through @write. FALSE with an error when cancelled, when @write fails or
 * Cairo does. The same document gives the same bytes. */
gboolean entente_pages_write_pdf (EntentePages *pages,
                                  cairo_write_func_t write,
                                  gpointer closure,
                                  GCancellable *cancellable,
                                  GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntentePages, entente_pages_unref)

G_END_DECLS
