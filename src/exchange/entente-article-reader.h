/* The one way in for articles: a file or bytes of any format that is known, to a draft. Safe in any
 * thread; slow for large files, so never in the main one. */
#pragma once

#include "entente-article-draft.h"
#include "entente-article-format.h"
#include <gio/gio.h>

G_BEGIN_DECLS

/* @name is the basename, for messages and as last resort for a title; @format AUTO: by content,
 * then by name. */
EntenteArticleDraft *entente_article_read_bytes (const char *bytes,
                                                 gsize length,
                                                 const char *name,
                                                 EntenteArticleFormat format,
                                                 GCancellable *cancellable,
                                                 GError **error);
/* The same from a file. Refuses over 64 MB, folders, what is no ordinary file, and formats that are
 * no article. */
EntenteArticleDraft *entente_article_read_file (GFile *file,
                                                EntenteArticleFormat format,
                                                GCancellable *cancellable,
                                                GError **error);

G_END_DECLS
