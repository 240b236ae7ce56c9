/* What a query asks of the user's own fields: for each field any, all or none of some values, and
 * whether to have none is one more of them. Part of EntenteQuery, with its rules: changed only
 * before the query is shared. */
#pragma once

#include "entente-query.h"

G_BEGIN_DECLS

typedef struct {
  EntenteId field;
  EntenteMatch match; /* ANY, ALL or NONE */
  gboolean empty;
  GPtrArray *values; /* char* */
} EntenteFieldAsk;

/* What is asked of a field, or NULL; borrowed. */
const EntenteFieldAsk *entente_query_get_field (const EntenteQuery *query, EntenteId field);
/* The same to be changed, made when there is none. */
EntenteFieldAsk *entente_query_ensure_field (EntenteQuery *query, EntenteId field);
/* Nothing is asked of the field any more. */
void entente_query_clear_field (EntenteQuery *query, EntenteId field);
/* @ask may be NULL, which restricts nothing. */
gboolean entente_field_ask_restricts (const EntenteFieldAsk *ask);
gboolean entente_field_ask_names (const EntenteFieldAsk *ask, const char *value);
void entente_field_ask_toggle (EntenteFieldAsk *ask, const char *value, gboolean on);
/* "Mood: calm or tense"; NULL when nothing is asked. Free. */
char *entente_field_ask_format (const EntenteFieldAsk *ask, const EntenteChronicle *chronicle);
/* Rows that have what is asked. Safe in any thread. */
EntenteBitset *entente_field_ask_match (const EntenteFieldAsk *ask,
                                        const EntenteChronicle *chronicle);

/* ---- for entente-query.c ---- */

GPtrArray *entente_field_asks_copy (const GPtrArray *asks);
/* As sets: neither the order nor what asks nothing counts. */
gboolean entente_field_asks_equal (const GPtrArray *a, const GPtrArray *b);
gboolean entente_field_asks_restrict (const GPtrArray *asks);

G_END_DECLS
