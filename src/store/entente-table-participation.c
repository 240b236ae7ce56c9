/* participation: Who took part in an event, as what. */
#include "config.h"

#include "entente-table.h"

static const EntenteColumn columns[] = {
  { "event" },
  { "actor" },
  { "role" },
  { "speaks_for", ENTENTE_COLUMN_SECONDARY },
};

const EntenteTable entente_table_participation = {
  .entity = ENTENTE_ENTITY_PARTICIPATION,
  .name = "participation",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};
