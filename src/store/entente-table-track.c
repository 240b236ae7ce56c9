/* track: Tracks: the channels in which parties talk. */
#include "config.h"

#include "entente-table.h"

static const EntenteColumn columns[] = {
  { "name" },   { "kind" }, { "secret" }, { "host" }, { "mediator", ENTENTE_COLUMN_SECONDARY },
  { "extent" },
};

const EntenteTable entente_table_track = {
  .entity = ENTENTE_ENTITY_TRACK,
  .name = "track",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};
