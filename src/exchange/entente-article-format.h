/* Which format a file of an article has: told by its first bytes, then by the end of its name. What
 * is no article at all is refused with a sentence that says what to do. Pure, safe in any thread.
 */
#pragma once

#include "entente-error.h"

G_BEGIN_DECLS

typedef enum {
  ENTENTE_ARTICLE_AUTO, /* yet to be found out */
  ENTENTE_ARTICLE_TEXT,
  ENTENTE_ARTICLE_MARKDOWN,
  ENTENTE_ARTICLE_HTML,
  ENTENTE_ARTICLE_PDF,
  ENTENTE_ARTICLE_ODT,
  ENTENTE_ARTICLE_DOCX,
} EntenteArticleFormat;

/* AUTO and an error when it is none of them. @name is the basename of the file. */
EntenteArticleFormat entente_article_format_find (const char *bytes,
                                                  gsize length,
                                                  const char *name,
                                                  GError **error);
/* FALSE and an error unless the bytes may be read as plain text. */
gboolean entente_article_format_check_text (const char *bytes,
                                            gsize length,
                                            const char *name,
                                            GError **error);

G_END_DECLS
