/* Any bytes as a web page. */
#include "config.h"

#include "entente-article-html.h"

int LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length);

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteArticleDraft) draft =
    entente_article_html_read ((const char *) bytes, length, "x", &error);

  g_assert ((draft != NULL) != (error != NULL));
  g_assert (draft == NULL || g_utf8_validate (draft->revision->text, -1, NULL));
  return 0;
}
