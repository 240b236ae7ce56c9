/* Any text as what pdftotext wrote, with the places of words or without. */
#include "config.h"

#include "entente-page-layout.h"
#include "entente-page-lines.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length);

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length)
{
  g_autofree char *valid = g_utf8_make_valid ((const char *) bytes, (gssize) length);
  g_autofree char *title = NULL;
  g_autofree char *text = entente_page_layout_read (valid, strlen (valid), &title);
  g_autoptr (EntenteArticleParts) parts = entente_article_parts_new ();
  g_autoptr (EntenteArticleDraft) draft = NULL;

  entente_page_lines_read (parts, text != NULL ? text : valid);
  draft = entente_article_parts_finish (parts, "x", NULL);
  g_assert (draft == NULL || g_utf8_validate (draft->revision->text, -1, NULL));
  return 0;
}
