/* view: Saved filters and layouts. */
#include "config.h"

#include "entente-table.h"

static const EntenteColumn columns[] = {
  { "name" },
  { "query" },
  { "layout" },
  { "key" },
};

const EntenteTable entente_table_view = {
  .entity = ENTENTE_ENTITY_VIEW,
  .name = "view",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};
