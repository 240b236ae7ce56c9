/* question: What is still to be found out. */
#include "config.h"

#include "entente-table.h"

static const EntenteColumn columns[] = {
  { "text" },    { "kind" },        { "event" },
  { "status" },  { "resolved_by" }, { "reason" },
  { "passage" }, { "footnote" },    { "answer", ENTENTE_COLUMN_SECONDARY },
};

const EntenteTable entente_table_question = {
  .entity = ENTENTE_ENTITY_QUESTION,
  .name = "question",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};
