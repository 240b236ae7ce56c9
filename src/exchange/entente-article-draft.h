/* EntenteArticleDraft: what an importer read out of a file, before a study keeps it. Plain value;
 * the caller owns it. */
#pragma once

#include "entente-article.h"
#include "entente-error.h"
#include "entente-structure.h"

G_BEGIN_DECLS

typedef struct {
  EntenteArticle *article; /* without id */
  EntenteRevision *revision; /* without ids */
  GPtrArray *footnotes; /* EntenteFootnote without ids */
  GPtrArray
    *notices; /* sentences for the user: what was guessed or changed ("read as Windows-1254") */
  EntenteStructure *structure; /* where title, authors, notes … stand in the text of the file, or in
                                  what was taken out of it */
  char *text; /* what the structure stands in; NULL until the draft is filled */
  gsize head; /* bytes of it that repeat the title */
  gsize offset; /* bytes to add to its places for those of the file: the byte order mark */
  /* Of plain text with letters beyond ASCII, so that it may be read in another character set; else
   * NULL. */
  GBytes *source;
  char *charset;
} EntenteArticleDraft;

/* What a file says of its article besides the text. Any may be NULL. */
typedef struct {
  char *title;
  char *authors; /* separated by "; " */
  EntenteDate *published;
  char *publication;
  char *url;
  char *language; /* BCP 47 */
} EntenteArticleFacts;

void entente_article_facts_clear (EntenteArticleFacts *facts);

EntenteArticleDraft *entente_article_draft_new (void);
void entente_article_draft_free (EntenteArticleDraft *draft);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteArticleDraft, entente_article_draft_free)

/* Reads an article from bytes of plain text. @name is the basename of the file, for messages and as
 * last resort for a title. Any encoding: UTF-8, UTF-16 with mark, else uchardet's guess, which is
 * told in a notice. Invalid bytes, NULs, over-long words and piled-up combining marks are mended as
 * in entente-plain-text.h, with a notice; letters in = letters out. Formats that are known and are
 * no plain text are refused with a sentence. Safe in any thread. */
EntenteArticleDraft *entente_article_draft_read_text (const char *bytes,
                                                      gsize length,
                                                      const char *name,
                                                      GError **error);
/* The same in the character set that somebody chose; of it no notice is given. */
EntenteArticleDraft *entente_article_draft_read_text_in (GBytes *bytes,
                                                         const char *charset,
                                                         const char *name,
                                                         GError **error);
/* Fills @draft, which has nothing but notices yet, from @text (valid UTF-8) as it was taken out of
 * a file: head, body, notes. What is @known (may be NULL) goes before what the text says of itself;
 * @otherwise stands where both say nothing. The first @head bytes of @text repeat the title that is
 * known and are no part of the body. */
gboolean entente_article_draft_fill (EntenteArticleDraft *draft,
                                     const char *text,
                                     gsize length,
                                     gsize head,
                                     const char *name,
                                     const EntenteArticleFacts *known,
                                     const EntenteArticleFacts *otherwise,
                                     GError **error);

/* Makes text, notes and what is told of the article anew where a person says what each line is:
 * @uses, one for each of the lines of the structure. What the article says already stays, but for
 * what is read out of other lines now. FALSE with INVALID and a sentence, and nothing changed, when
 * no line would be left for the text. */
gboolean entente_article_draft_use_lines (EntenteArticleDraft *draft,
                                          const EntenteLineUse *uses,
                                          guint n_uses,
                                          GError **error);

G_END_DECLS
