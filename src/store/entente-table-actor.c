/* actor: Actors of a negotiation. */
#include "config.h"

#include "entente-table.h"

static const EntenteColumn columns[] = {
  { "kind" },  { "name" },  { "short_label" }, { "colour" },     { "wikidata" }, { "iso3166" },
  { "cameo" }, { "grade" }, { "pseudonym" },   { "lane_order" }, { "note" },
};

const EntenteTable entente_table_actor = {
  .entity = ENTENTE_ENTITY_ACTOR,
  .name = "actor",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};
