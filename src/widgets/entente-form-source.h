/* EntenteFormSource: what the article behind the words of a form says of dates: when it was
 * published, and the date that a note carries. Functions over the fields of dates. Main thread. */
#pragma once

#include "entente-date-field.h"
#include "entente-session.h"

G_BEGIN_DECLS

/* The article behind a claim of the event, or with 0 behind the first claim that has one, and its
 * @passage (may be NULL), borrowed; ENTENTE_ID_NONE when there is none. */
EntenteId entente_form_source_find_article (const EntenteEventDetail *detail,
                                            EntenteId claim,
                                            EntentePassage **passage);
/* When @article was published; NULL when nobody said, or there is none. Borrowed until the next
 * change. */
const EntenteDate *entente_form_source_get_published (EntenteSession *session, EntenteId article);
/* Offers "not after" the publication, and, once it is read, "not after" the date of a note at
 * @passage (may be NULL). */
void entente_form_source_offer_bounds (EntenteDateField *when,
                                       EntenteSession *session,
                                       EntenteId article,
                                       EntentePassage *passage);

G_END_DECLS
