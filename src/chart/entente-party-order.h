/* EntentePartyOrder: which parties are shown, and in which order. Any thread. */
#pragma once

#include "entente-relations.h"

G_BEGIN_DECLS

typedef enum {
  ENTENTE_PARTY_ORDER_COUNT, /* most moves first */
  ENTENTE_PARTY_ORDER_NAME,
  /* Members beside each other, their body first; by name of the body, who belongs to several last.
   */
  ENTENTE_PARTY_ORDER_AFFILIATION,
  ENTENTE_N_PARTY_ORDERS
} EntentePartyOrder;

/* "count": for settings and the command line. */
const char *entente_party_order_get_nick (EntentePartyOrder order);
/* The @max parties with most moves, in @order. Array of guint32, indexes of actors; the caller's.
 */
GArray *entente_party_order_list (const EntenteChronicle *chronicle,
                                  const EntenteRelations *relations,
                                  EntentePartyOrder order,
                                  guint max);

G_END_DECLS
