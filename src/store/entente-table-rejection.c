/* rejection: What was proposed and refused. */
#include "config.h"

#include "entente-table.h"

static const EntenteColumn columns[] = {
  { "revision" }, { "start" }, { "end" }, { "kind" }, { "quote" },
};

const EntenteTable entente_table_rejection = {
  .entity = ENTENTE_ENTITY_REJECTION,
  .name = "rejection",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};
