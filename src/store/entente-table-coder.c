/* coder: People who entered records into a study. */
#include "config.h"

#include "entente-table.h"

static const EntenteColumn columns[] = {
  { "name" },
  { "initials" },
};

const EntenteTable entente_table_coder = {
  .entity = ENTENTE_ENTITY_CODER,
  .name = "coder",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};
