/* alias: Other names of actors. */
#include "config.h"

#include "entente-table.h"

static const EntenteColumn columns[] = {
  { "actor" }, { "text" },       { "language" }, { "script" },
  { "kind" },  { "valid_from" }, { "valid_to" },
};

const EntenteTable entente_table_alias = {
  .entity = ENTENTE_ENTITY_ALIAS,
  .name = "alias",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};
