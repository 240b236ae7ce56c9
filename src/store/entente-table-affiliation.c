/* affiliation: Who belonged to whom when. Listed by the member, not by what it belongs to. */
#include "config.h"

#include "entente-table.h"

static const EntenteColumn columns[] = {
  { "actor" },     { "parent", ENTENTE_COLUMN_SECONDARY },
  { "role" },      { "from" },
  { "to" },        { "evidence" },
  { "certainty" },
};

const EntenteTable entente_table_affiliation = {
  .entity = ENTENTE_ENTITY_AFFILIATION,
  .name = "affiliation",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};
