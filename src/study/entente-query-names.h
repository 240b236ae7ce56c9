/* Which record of a chronicle a name in a query means. Pure; safe in any thread. */
#pragma once

#include "entente-chronicle.h"
#include "entente-error.h"

G_BEGIN_DECLS

/* The record of @entity (actor, track, place, issue, article; event by number or key only, since a
 * chronicle knows no titles) with this name, number or key. NOT_FOUND with look-alikes; INVALID
 * when several have the name. */
EntenteId entente_query_find_named (const EntenteChronicle *chronicle,
                                    EntenteEntity entity,
                                    const char *name,
                                    GError **error);

/* What to write for records of @entity: the name where that finds the record again, else the
 * number. It indexes the chronicle, which has to outlive it. */
typedef struct _EntenteQueryNamer EntenteQueryNamer;

EntenteQueryNamer *entente_query_namer_new (const EntenteChronicle *chronicle,
                                            EntenteEntity entity);
void entente_query_namer_free (EntenteQueryNamer *namer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteQueryNamer, entente_query_namer_free)
/* Free. */
char *entente_query_namer_write (EntenteQueryNamer *namer, EntenteId id);
/* Names of @entity that begin with @start after folding, or have a word that does; of actors all
 * names. At most @limit, those that begin so first. NULL-terminated; g_strfreev. */
char **entente_query_complete_name (const EntenteChronicle *chronicle,
                                    EntenteEntity entity,
                                    const char *start,
                                    guint limit);

G_END_DECLS
