/* Articles in PDF. The text is taken out by pdftotext (poppler-utils) in a process of its own with
 * limits, so that a damaged or evil file harms nobody. Any thread but the main one: it waits for
 * that process. */
#pragma once

#include "entente-article-draft.h"
#include <gio/gio.h>

G_BEGIN_DECLS

/* NOT_FOUND when pdftotext is not installed. */
EntenteArticleDraft *entente_article_pdf_read (const char *bytes,
                                               gsize length,
                                               const char *name,
                                               GCancellable *cancellable,
                                               GError **error);

G_END_DECLS
