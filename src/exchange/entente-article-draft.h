/* EntenteArticleDraft: what an importer read out of a file, before a study keeps it. Plain value; the caller owns it. */
#pragma once

#include "entente-article.h"
#include "entente-error.h"
#include "entente-structure.h"
#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct {
  EntenteArticle *article; /* without id */
  EntenteRevision *revision; /* without ids */
  GPtrArray *footnotes; /* EntenteFootnote without ids */
  GPtrArray
    *notices; /* sentences for the user: what was guessed or changed ("read as Windows-1254") */
  EntenteStructure *structure; /* where title, authors, notes … stand in the text of the file */
  gsize offset; /* bytes to add to its places for those of the file: the byte order mark */
} EntenteArticleDraft;

EntenteArticleDraft *entente_article_draft_new (void);
void entente_article_draft_free (EntenteArticleDraft *draft);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteArticleDraft, entente_article_draft_free)

/* Reads an article from bytes. @name is the basename of the file, for messages and as last resort for a title. Any encoding of
 * plain text: UTF-8, UTF-16 with mark, else uchardet's guess, which is told in a notice. Invalid bytes, NULs, over-long words and piled-up combining marks are mended as in
 * entente-plain-text.h, with a notice; letters in = letters out. Safe in any thread. */
EntenteArticleDraft *entente_article_draft_read_text (const char *bytes,
                                                      gsize length,
                                                      const char *name,
                                                      GError **error);
/* The same from a file; picks the importer by content and name. Refuses over 64 MB, folders, and unknown binary formats. */
EntenteArticleDraft *entente_article_draft_read_file (GFile *file,
                                                      GCancellable *cancellable,
                                                      GError **error);

G_END_DECLS
