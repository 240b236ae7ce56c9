/* EntenteEventDraft: the event that a form of the window is being filled with, before it exists:
 * for panes that show where it would stand. No record, no step: nothing counts it.
 *
 * One per session (entente_session_get_draft). Who fills a form shows it here each time that
 * something changes, and clears it when the form closes. Main thread.
 */
#pragma once

#include "entente-event.h"
#include "entente-session.h"

G_BEGIN_DECLS

#define ENTENTE_TYPE_EVENT_DRAFT (entente_event_draft_get_type ())
G_DECLARE_FINAL_TYPE (EntenteEventDraft, entente_event_draft, ENTENTE, EVENT_DRAFT, GObject)

/* Signal "changed" (): it is another, or none. */
/* Borrowed from the session. */
EntenteEventDraft *entente_session_get_draft (EntenteSession *session);
/* From now on it is this event, whose kind is NULL while none is chosen. @parts are
 * EntenteParticipation, @actors EntenteActor that the study does not know yet; both taken over by
 * reference and not changed any more. @article: behind its words, or none.
 * @owner: any address that stands for the form. */
void entente_event_draft_show (EntenteEventDraft *draft,
                               gconstpointer owner,
                               EntenteEvent *event,
                               GPtrArray *parts,
                               GPtrArray *actors,
                               EntenteId article);
/* None, unless another form has shown its own meanwhile. */
void entente_event_draft_clear (EntenteEventDraft *draft, gconstpointer owner);
/* NULL while there is none. All borrowed until the next "changed". */
const EntenteEvent *entente_event_draft_get_event (EntenteEventDraft *draft);
GPtrArray *entente_event_draft_get_parts (EntenteEventDraft *draft);
GPtrArray *entente_event_draft_get_actors (EntenteEventDraft *draft);
EntenteId entente_event_draft_get_article (EntenteEventDraft *draft);

G_END_DECLS
