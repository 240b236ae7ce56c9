/* template: Templates of summaries. */
#include "config.h"

#include "entente-table.h"

static const EntenteColumn columns[] = {
  { "name" },
  { "kind" },
  { "options" },
};

const EntenteTable entente_table_template = {
  .entity = ENTENTE_ENTITY_TEMPLATE,
  .name = "template",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};
