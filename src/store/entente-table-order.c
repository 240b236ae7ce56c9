/* event_order: An order of events that a text gives without dates, listed from either of them. */
#include "config.h"

#include "entente-table.h"

static const EntenteColumn columns[] = {
  { "event" }, { "other" }, { "relation" }, { "days" }, { "passage" },
};

const EntenteTable entente_table_order = {
  .entity = ENTENTE_ENTITY_ORDER,
  .name = "event_order",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};
