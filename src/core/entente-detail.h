/* Details: everything about one event or one article, gathered by who reads a study for who shows
 * or prints it.
 *
 * Immutable once shared; reference counted; safe in any thread. Arrays own their records.
 */
#pragma once

#include "entente-actor.h"
#include "entente-article.h"
#include "entente-event.h"

G_BEGIN_DECLS

typedef struct {
  EntenteEvent *event;
  GPtrArray *participations; /* EntenteParticipation */
  GPtrArray *claims; /* EntenteClaim */
  GPtrArray *passages; /* EntentePassage of claims[i], or NULL at i */
  GPtrArray *articles; /* EntenteArticle of claims[i], or NULL at i */
  GPtrArray *footnotes; /* EntenteFootnote that carries the passage of claims[i], or NULL at i */
  GArray *outdated; /* guint: numbers of the claims whose words stand in a text that was corrected
                       since */
  GPtrArray *links; /* EntenteLink, both directions */
  GPtrArray *linked; /* EntenteEvent at the other end of links[i] */
  GPtrArray *orders; /* EntenteOrder, of which the event is either of the two */
  GPtrArray *ordered; /* EntenteEvent that is the other of orders[i] */
} EntenteEventDetail;

/* An article with its newest revision, notes, and every marked passage. */
typedef struct {
  EntenteArticle *article;
  EntenteRevision *revision;
  GPtrArray *footnotes; /* EntenteFootnote, by position */
  GPtrArray *passages; /* EntentePassage, by start */
  GPtrArray *claims; /* EntenteClaim on those passages; a passage may have several */
} EntenteArticleDetail;

/* With empty arrays that take records or NULL; filled by who made it before it is shared. */
EntenteEventDetail *entente_event_detail_new (void);
/* Is the number among those outdated? */
gboolean entente_event_detail_is_outdated (const EntenteEventDetail *detail, guint claim);
GType entente_event_detail_get_type (void);
EntenteEventDetail *entente_event_detail_ref (EntenteEventDetail *detail);
void entente_event_detail_unref (EntenteEventDetail *detail);

EntenteArticleDetail *entente_article_detail_new (void);
GType entente_article_detail_get_type (void);
EntenteArticleDetail *entente_article_detail_ref (EntenteArticleDetail *detail);
void entente_article_detail_unref (EntenteArticleDetail *detail);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteEventDetail, entente_event_detail_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteArticleDetail, entente_article_detail_unref)

G_END_DECLS
