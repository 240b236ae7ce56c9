/* era: Eras: named stretches of time behind the lanes. */
#include "config.h"

#include "entente-table.h"

static const EntenteColumn columns[] = {
  { "name" },
  { "extent" },
  { "recurring" },
};

const EntenteTable entente_table_era = {
  .entity = ENTENTE_ENTITY_ERA,
  .name = "era",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};
