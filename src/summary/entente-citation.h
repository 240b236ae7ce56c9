/* EntenteCitation: what one event rests on, as the text of a note. Pure. */
#pragma once

#include "entente-citation-sources.h"
#include "entente-detail.h"

G_BEGIN_DECLS

/* An article as a source: D. Yiğit, “Title”, The Diplomatic Observer, 31 October 2018. Free. */
char *entente_citation_format_article (const EntenteArticle *article);
/* Number of the paragraph, from 1, in which the code point @position of @text stands. */
guint entente_citation_count_paragraph (const char *text, gint64 position);

typedef struct {
  gboolean quotes; /* give the words themselves */
  gboolean name_source; /* name the article in each note */
  /* Name of an actor, NULL when there is none. */
  const char *(*actor_name) (gpointer data, EntenteId actor);
  /* Text of a revision, or NULL. */
  const char *(*text) (gpointer data, EntenteId revision, EntenteId article);
  /* The article in short, "Yiğit 2018", for the author-date style; NULL: it is named in full. */
  const char *(*short_source) (gpointer data, const EntenteArticle *article);
  gpointer data;
} EntenteCitationStyle;

/* One claim of the event, without a full stop. Free. */
char *entente_citation_format_claim (const EntenteEventDetail *detail,
                                     guint claim,
                                     const EntenteCitationStyle *style);
/* Where words stand that are no claim: the article (unless @style leaves it out), the paragraph and
 * the words; without a full stop. @article may be NULL. Free. */
char *entente_citation_format_passage (const EntentePassage *passage,
                                       const EntenteArticle *article,
                                       const EntenteCitationStyle *style);
/* All claims of the event, one after the other; NULL when it has none. Free. */
char *entente_citation_format (const EntenteEventDetail *detail, const EntenteCitationStyle *style);

G_END_DECLS
