/* Steps by random. */
#pragma once

#include "entente-store.h"

G_BEGIN_DECLS

/* Fewer than @most changes of any records, as one step; FALSE when it was refused, since a change
 * referred to what another had deleted. */
gboolean entente_random_step_apply (GRand *random, EntenteStore *store, int most);

G_END_DECLS
