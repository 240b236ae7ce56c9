/* lexicon: Verbs and names that were learnt. */
#include "config.h"

#include "entente-table.h"

static const EntenteColumn columns[] = {
  { "text" }, { "language" }, { "kind" }, { "actor" }, { "passage" },
};

const EntenteTable entente_table_lexicon = {
  .entity = ENTENTE_ENTITY_LEXICON,
  .name = "lexicon",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};
