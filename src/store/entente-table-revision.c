/* revision: The immutable texts of articles; the long column is the last. */
#include "config.h"

#include "entente-table.h"

static const EntenteColumn columns[] = {
  { "article" }, { "number" },      { "sha256" }, { "made_from" },
  { "why" },     { "source_name" }, { "text" },
};

const EntenteTable entente_table_revision = {
  .entity = ENTENTE_ENTITY_REVISION,
  .name = "revision",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .own_reference = "made_from",
};
