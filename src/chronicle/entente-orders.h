/* EntenteOrders: do the orders of a study agree with its dates and with each other? Pure; any thread. */
#pragma once

#include "entente-chronicle.h"

G_BEGIN_DECLS

/* Places in @orders (EntenteOrder, oldest first) of those that cannot be so, given the dates of @chronicle and the orders
 * before them that can. Moves are compared by their beginnings; days of "within" count whole. Orders of events that the
 * chronicle does not have are passed over. Array of guint; free. */
GArray *entente_orders_find_contradictions (const EntenteChronicle *chronicle,
                                            const GPtrArray *orders);

G_END_DECLS
