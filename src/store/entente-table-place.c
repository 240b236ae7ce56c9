/* place: Places of moves, one within another. */
#include "config.h"

#include "entente-table.h"

static const EntenteColumn columns[] = {
  { "name" },
  { "parent" },
  { "latitude" },
  { "longitude" },
};

const EntenteTable entente_table_place = {
  .entity = ENTENTE_ENTITY_PLACE,
  .name = "place",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .own_reference = "parent",
};
