/* EntentePrintCopy: puts a summary on the clipboard, as rich text and as plain text, so that
 * whoever pastes takes what they understand. Main thread; the texts are written in another one.
 * Private to app. */
#pragma once

#include "entente-document.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Offers both texts as "text/html" and as plain text. */
GdkContentProvider *entente_print_copy_make_provider (const char *html, const char *text);
/* Finished with entente_print_copy_finish(). */
void entente_print_copy_async (EntenteDocument *document,
                               GdkClipboard *clipboard,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean entente_print_copy_finish (GAsyncResult *result, GError **error);

G_END_DECLS
