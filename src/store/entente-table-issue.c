/* issue: Issues that the parties negotiate, one within another. */
#include "config.h"

#include "entente-table.h"

static const EntenteColumn columns[] = {
  { "name" },
  { "parent" },
  { "note" },
};

const EntenteTable entente_table_issue = {
  .entity = ENTENTE_ENTITY_ISSUE,
  .name = "issue",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .own_reference = "parent",
};
