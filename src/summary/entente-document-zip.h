/* EntenteDocumentZip: a zip whose parts are stored as they are, as OpenDocument needs it; parts of
 * less than 4 GiB. Private to summary. Pure. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _EntenteDocumentZip EntenteDocumentZip;

/* @time in seconds since 1970 UTC is that of each part, so that the same parts are the same bytes.
 */
EntenteDocumentZip *entente_document_zip_new (gint64 time);
/* Parts stand in the order in which they are added. */
void entente_document_zip_add (EntenteDocumentZip *zip, const char *name, const char *text);
/* Ends and frees it. */
GBytes *entente_document_zip_finish (EntenteDocumentZip *zip);

G_END_DECLS
