/* Articles in office documents, ODT and DOCX: paragraphs, headings, footnotes and endnotes, and
 * what the document says of itself. What was deleted with changes being tracked, comments and
 * hidden text are left out, and that is told. Pure, safe in any thread. */
#pragma once

#include "entente-article-draft.h"

G_BEGIN_DECLS

EntenteArticleDraft *entente_article_office_read (const char *bytes,
                                                  gsize length,
                                                  const char *name,
                                                  GError **error);

G_END_DECLS
