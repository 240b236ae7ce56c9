/* field: The user's own fields. */
#include "config.h"

#include "entente-table.h"

static const EntenteColumn columns[] = {
  { "name" },
  { "entity" },
  { "type" },
  { "choices" },
};

const EntenteTable entente_table_field = {
  .entity = ENTENTE_ENTITY_FIELD,
  .name = "field",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};
