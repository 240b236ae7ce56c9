/* passage: Passages of a revision, as quoted. */
#include "config.h"

#include "entente-table.h"

static const EntenteColumn columns[] = {
  { "revision" }, { "start" }, { "end" }, { "quote" }, { "prefix" }, { "suffix" },
};

static const EntenteRelation relations[] = {
  { ENTENTE_ENTITY_ARTICLE, "revision IN (SELECT id FROM revision WHERE article = ?1)" },
};

const EntenteTable entente_table_passage = {
  .entity = ENTENTE_ENTITY_PASSAGE,
  .name = "passage",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .relations = relations,
  .n_relations = G_N_ELEMENTS (relations),
};
