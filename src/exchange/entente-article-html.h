/* Articles out of web pages: title, authors, date, outlet, address, language, notes, and the text
 * without the menus, advertisements and links around it. What was left out is told. Nothing is
 * loaded, no script is run, no entity of a document type is followed. Pure, safe in any thread. */
#pragma once

#include "entente-article-draft.h"

G_BEGIN_DECLS

/* Elements that lie deeper belong, for the reader, to those above them. */
#define ENTENTE_HTML_MAX_DEPTH 200

/* @bytes in any character set that the page or its bytes show. @name is the basename of the file.
 */
EntenteArticleDraft *entente_article_html_read (const char *bytes,
                                                gsize length,
                                                const char *name,
                                                GError **error);

G_END_DECLS
