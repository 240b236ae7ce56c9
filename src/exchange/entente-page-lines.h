/* Lines of printed pages made into the paragraphs that they came from: heads, feet and numbers of
 * pages go, words that were parted at the end of a line are mended, notes at the foot are gathered.
 * Pure, private to exchange. */
#pragma once

#include "entente-article-parts.h"

G_BEGIN_DECLS

typedef struct {
  guint n_furniture; /* lines dropped */
  guint n_mended; /* words */
  guint n_notes;
  guint n_chars; /* letters that are left */
} EntentePageLines;

/* @text: pages divided by form feeds, as pdftotext writes them; valid UTF-8. */
EntentePageLines entente_page_lines_read (EntenteArticleParts *parts, const char *text);

G_END_DECLS
