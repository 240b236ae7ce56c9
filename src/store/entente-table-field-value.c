/* field_value: Values of the user's own fields; the subject is a record of any entity. */
#include "config.h"

#include "entente-table.h"

static const EntenteColumn columns[] = {
  { "field" },
  { "subject" },
  { "value" },
};

const EntenteTable entente_table_field_value = {
  .entity = ENTENTE_ENTITY_FIELD_VALUE,
  .name = "field_value",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};
