/* link: Links between events, listed from either end. */
#include "config.h"

#include "entente-table.h"

static const EntenteColumn columns[] = {
  { "from" }, { "to" }, { "type" }, { "basis" }, { "passage" },
};

const EntenteTable entente_table_link = {
  .entity = ENTENTE_ENTITY_LINK,
  .name = "link",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};
