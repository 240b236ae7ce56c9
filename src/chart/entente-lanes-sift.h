/* The rows of a lane that pass a filter; private to lanes. Any thread. */
#pragma once

#include "entente-bitset.h"

G_BEGIN_DECLS

/* Those of sorted @rows that are in @filter: @rows itself when it is NULL, else in memory that is
 * given back in @memory, to be freed. */
const guint32 *entente_lanes_sift (const EntenteBitset *filter,
                                   const guint32 *rows,
                                   guint n_rows,
                                   guint32 **memory,
                                   guint *n_sifted);

G_END_DECLS
