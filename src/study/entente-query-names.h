/* Which record of a chronicle a name in a query means. Pure; safe in any thread. */
#pragma once

#include "entente-chronicle.h"
#include "entente-error.h"

G_BEGIN_DECLS

/* The record of @entity (actor, track, place, issue, article) with this name, number or key. NOT_FOUND with look-alikes; INVALID
 * when several have the name. */
EntenteId entente_query_find_named (const EntenteChronicle *chronicle,
                                    EntenteEntity entity,
                                    const char *name,
                                    GError **error);

G_END_DECLS
