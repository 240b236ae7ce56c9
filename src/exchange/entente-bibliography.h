/* What is known of articles, as programs for references keep it: RIS, BibTeX (and BibLaTeX) and
 * CSL-JSON, both ways. Titles, authors, outlets, dates as vague as they are, addresses, languages
 * and notes; no texts. Pure, safe in any thread. */
#pragma once

#include "entente-article.h"
#include "entente-error.h"

G_BEGIN_DECLS

typedef enum {
  ENTENTE_BIBLIOGRAPHY_RIS,
  ENTENTE_BIBLIOGRAPHY_BIBTEX,
  ENTENTE_BIBLIOGRAPHY_CSL_JSON,
  ENTENTE_N_BIBLIOGRAPHIES,
} EntenteBibliographyFormat;

/* "ris", "bibtex", "csl-json". */
const char *entente_bibliography_get_name (EntenteBibliographyFormat format);
/* Which it is, by the first signs and the end of the name; FALSE with an error when it is none. */
gboolean entente_bibliography_find_format (const char *bytes,
                                           gsize length,
                                           const char *name,
                                           EntenteBibliographyFormat *format,
                                           GError **error);
/* Array of EntenteArticle without ids; outlets are in publication_name. @name is the basename of
 * the file, @notices (of char *) receives sentences of what was guessed or left out. Entries
 * without title and address are left out. INVALID with a sentence that names the line when the file
 * cannot be read. At most 100,000 entries. */
GPtrArray *entente_bibliography_read (const char *bytes,
                                      gsize length,
                                      const char *name,
                                      EntenteBibliographyFormat format,
                                      GPtrArray *notices,
                                      GError **error);
/* @articles of EntenteArticle. Free. */
char *entente_bibliography_write (const GPtrArray *articles, EntenteBibliographyFormat format);

G_END_DECLS
