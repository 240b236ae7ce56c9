/* turning_point: Where the negotiation took another course, listed from any of its events. */
#include "config.h"

#include "entente-table.h"

static const EntenteColumn columns[] = {
  { "title" }, { "reason" }, { "cause" }, { "departure" }, { "consequence" },
};

const EntenteTable entente_table_turning_point = {
  .entity = ENTENTE_ENTITY_TURNING_POINT,
  .name = "turning_point",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};
