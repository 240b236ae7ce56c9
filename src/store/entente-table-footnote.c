/* footnote: Notes of a revision. */
#include "config.h"

#include "entente-table.h"

static const EntenteColumn columns[] = {
  { "revision" }, { "marker" }, { "position" }, { "text" }, { "cited_date" }, { "cited_source" },
};

static const EntenteRelation relations[] = {
  { ENTENTE_ENTITY_ARTICLE, "revision IN (SELECT id FROM revision WHERE article = ?1)" },
};

const EntenteTable entente_table_footnote = {
  .entity = ENTENTE_ENTITY_FOOTNOTE,
  .name = "footnote",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .relations = relations,
  .n_relations = G_N_ELEMENTS (relations),
};
