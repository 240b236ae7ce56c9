/* position: What an actor wanted on an issue. */
#include "config.h"

#include "entente-table.h"

static const EntenteColumn columns[] = {
  { "actor" }, { "issue" }, { "when" }, { "kind" }, { "text" }, { "passage" },
};

const EntenteTable entente_table_position = {
  .entity = ENTENTE_ENTITY_POSITION,
  .name = "position",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};
