/* EntenteNameLooks: how the names of a study look, to warn of a name that is one of them already or
 * that only looks like one: written with Cyrillic or Greek letters, Arabic or Persian forms,
 * accents, a dotless i. A warning forbids nothing. Pure, over a chronicle; owned by the caller; one
 * thread at a time. */
#pragma once

#include "entente-chronicle.h"

G_BEGIN_DECLS

typedef struct _EntenteNameLooks EntenteNameLooks;

/* Names are looked at when the first is asked for. */
EntenteNameLooks *entente_name_looks_new (const EntenteChronicle *chronicle);
void entente_name_looks_free (EntenteNameLooks *looks);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteNameLooks, entente_name_looks_free)

/* A sentence about @name as a name of the actor @self (ENTENTE_ID_NONE: a new one); NULL when there
 * is nothing to say. Free. */
char *entente_name_looks_warn (EntenteNameLooks *looks, const char *name, EntenteId self);

G_END_DECLS
