/* setting: Settings of the study. */
#include "config.h"

#include "entente-table.h"

static const EntenteColumn columns[] = {
  { "name" },
  { "value" },
};

const EntenteTable entente_table_setting = {
  .entity = ENTENTE_ENTITY_SETTING,
  .name = "setting",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};
