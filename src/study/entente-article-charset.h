/* A draft of an article, read once more in another character set. */
#pragma once

#include "entente-article-draft.h"
#include <gio/gio.h>

G_BEGIN_DECLS

/* Reads the bytes of @draft, which must have a source, in a thread; the draft itself stays as it
 * is, and may go. The callback comes in the thread-default context of the caller. */
void entente_article_read_in_charset_async (const EntenteArticleDraft *draft,
                                            const char *charset,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data);
/* A new draft; NULL and a sentence when these bytes are no text in that set. */
EntenteArticleDraft *entente_article_read_in_charset_finish (GAsyncResult *result, GError **error);

G_END_DECLS
