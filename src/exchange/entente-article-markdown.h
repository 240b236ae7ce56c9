/* Articles in Markdown: front matter (title, author, date, url …), headings, footnotes "[^1]".
 * Marks of emphasis, links and pictures go, their words stay. Pure, safe in any thread. */
#pragma once

#include "entente-article-draft.h"

G_BEGIN_DECLS

EntenteArticleDraft *entente_article_markdown_read (const char *bytes,
                                                    gsize length,
                                                    const char *name,
                                                    GError **error);

G_END_DECLS
