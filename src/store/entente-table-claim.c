/* claim: What one voice says of one event. */
#include "config.h"

#include "entente-table.h"

static const EntenteColumn columns[] = {
  { "event" },         { "passage" },
  { "outlet" },        { "speaker", ENTENTE_COLUMN_SECONDARY },
  { "naming" },        { "stance" },
  { "hedge" },         { "outlet_name" },
  { "speaker_class" }, { "claimed_when" },
  { "claimed_kind" },  { "claimed_text" },
  { "note" },
};

static const EntenteRelation relations[] = {
  { ENTENTE_ENTITY_REVISION, "passage IN (SELECT id FROM passage WHERE revision = ?1)" },
  { ENTENTE_ENTITY_ARTICLE,
    "passage IN (SELECT passage.id FROM passage JOIN revision ON revision.id = "
    "passage.revision WHERE revision.article = ?1)" },
};

const EntenteTable entente_table_claim = {
  .entity = ENTENTE_ENTITY_CLAIM,
  .name = "claim",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .relations = relations,
  .n_relations = G_N_ELEMENTS (relations),
};
