/* Who took part and where, as a claim says it, for entente-claims-compare.c. Private to this layer;
 * pure; any thread. */
#pragma once

#include "entente-chronicle.h"
#include "entente-detail.h"

G_BEGIN_DECLS

/* Actors (EntenteId) in @role, initiator (or participant) or addressee: those that the claim names
 * itself, else those of the event; @claim G_MAXUINT: those of the event. Free. */
GArray *entente_claims_list_parties (const EntenteEventDetail *detail, guint claim, int role);
/* "Russia, Taliban"; "nobody". Free. */
char *entente_claims_format_parties (const EntenteChronicle *chronicle, const GArray *actors);
/* Both name somebody, and none of one is, or at the time belongs to, one of the other. */
gboolean entente_claims_parties_exclude (const EntenteChronicle *chronicle,
                                         const EntenteEvent *event,
                                         const GArray *actors,
                                         const GArray *others);

/* Does the event, or a claim, say where? */
gboolean entente_claims_has_place (const EntenteEventDetail *detail);
/* Borrowed. */
const char *entente_claims_get_place_name (const EntenteChronicle *chronicle, EntenteId place);
/* Both are places, and neither lies within the other. */
gboolean entente_claims_places_exclude (const EntenteChronicle *chronicle,
                                        EntenteId place,
                                        EntenteId other);

G_END_DECLS
