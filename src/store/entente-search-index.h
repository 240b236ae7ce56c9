/* The FTS5 tables, and the TEMP triggers that keep them. */
#pragma once

#include "entente-db.h"

G_BEGIN_DECLS

#define ENTENTE_N_SEARCH_INDEXES 5

typedef struct {
  const char *index; /* the FTS5 table */
  EntenteEntity entity;
  const char *table;
  const char *columns[4]; /* NULL-terminated */
} EntenteSearchIndex;

extern const EntenteSearchIndex entente_search_indexes[ENTENTE_N_SEARCH_INDEXES];

/* "a, b" with @prefix before each. Free with g_free. */
char *entente_search_list_columns (const EntenteSearchIndex *index, const char *prefix);
/* Condition for rows that have words: others are not in the index. Free with g_free. */
char *entente_search_write_condition (const EntenteSearchIndex *index, const char *prefix);

gboolean entente_search_make_triggers (EntenteDb *db, GError **error);
gboolean entente_search_drop_triggers (EntenteDb *db, GError **error);
/* Builds every index anew, in a transaction of the caller's. */
gboolean entente_search_rebuild (EntenteDb *db, GError **error);
/* Do the indexes agree with the tables? FALSE without error when they do not. */
gboolean entente_search_check (EntenteDb *db, GError **error);

G_END_DECLS
