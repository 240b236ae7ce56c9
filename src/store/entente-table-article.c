/* article: Articles, numbered as they were imported. */
#include "config.h"

#include "entente-table.h"

static const EntenteColumn columns[] = {
  { "sequence", ENTENTE_COLUMN_SEQUENCE },
  { "title" },
  { "authors" },
  { "publication" },
  { "publication_name" },
  { "published" },
  { "retrieved" },
  { "url" },
  { "language" },
  { "origin" },
  { "note" },
};

const EntenteTable entente_table_article = {
  .entity = ENTENTE_ENTITY_ARTICLE,
  .name = "article",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .own_reference = "origin",
};
