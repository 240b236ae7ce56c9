/* EntenteArticleParts: where an importer puts what it takes out of a file, piece by piece:
 * paragraphs, notes and the places where they are referred to, what the file says of itself. They
 * come out as one plain text in which the mark of a note is
 * "[3]", which is then read like any other (entente-structure.h). White space is collapsed; every
 * letter stays. Owned by the importer; private to exchange. */
#pragma once

#include "entente-article-draft.h"

G_BEGIN_DECLS

typedef struct {
  EntenteArticleFacts known; /* goes before what the text says of itself */
  EntenteArticleFacts otherwise; /* where the text says nothing */
  GPtrArray *notices; /* sentences (char *) */
  GString *text; /* private, as all below: paragraphs, with a blank line behind each */
  GPtrArray *notes;
  GHashTable *numbers; /* key of a note -> its place among them */
  gpointer note; /* that is being written, or NULL */
  gboolean is_open; /* the paragraph has text */
  gboolean space; /* comes before the next word */
  guint n_invisible; /* soft hyphens and the like that were dropped */
} EntenteArticleParts;

EntenteArticleParts *entente_article_parts_new (void);
void entente_article_parts_free (EntenteArticleParts *parts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteArticleParts, entente_article_parts_free)

/* Adds to the paragraph. @text is valid UTF-8; @length in bytes, or -1. */
void entente_article_parts_add (EntenteArticleParts *parts, const char *text, gssize length);
/* Lines that are kept as such: of something typed out. */
void entente_article_parts_add_lines (EntenteArticleParts *parts, const char *text, gssize length);
void entente_article_parts_end_paragraph (EntenteArticleParts *parts);
/* Here is the mark of the note called @key. Notes are numbered as their marks come. */
void entente_article_parts_add_mark (EntenteArticleParts *parts, const char *key);
/* What is added up to the end belongs to the note called @key. A note within a note becomes part of
 * it. */
void entente_article_parts_begin_note (EntenteArticleParts *parts, const char *key);
void entente_article_parts_end_note (EntenteArticleParts *parts);
/* A sentence with {n} and {file}, when @n is not 0; both forms untranslated. */
void entente_article_parts_tell (EntenteArticleParts *parts,
                                 const char *name,
                                 guint n,
                                 const char *one,
                                 const char *many);
/* The article. Nothing may be added any more. */
EntenteArticleDraft *entente_article_parts_finish (EntenteArticleParts *parts,
                                                   const char *name,
                                                   GError **error);

G_END_DECLS
