/* Two chronicles that say the same, whatever their blocks are. */
#pragma once

#include "entente-chronicle.h"

G_BEGIN_DECLS

/* Rows, what is derived of them, what belongs to them, actors, links and orders. */
void entente_assert_same_chronicle (const EntenteChronicle *a, const EntenteChronicle *b);

G_END_DECLS
