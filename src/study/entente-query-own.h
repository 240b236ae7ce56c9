/* Words of a query for the user's own fields: `field` NAME=VALUE, `field-match` NAME=any|all|none,
 * `field-empty` NAME. A field is named by its name, or by its number. Errors: NOT_FOUND, with
 * look-alikes; INVALID. Any thread. */
#pragma once

#include "entente-query-fields.h"
#include "entente-record-json.h"

G_BEGIN_DECLS

typedef enum {
  ENTENTE_OWN_VALUE,
  ENTENTE_OWN_MATCH,
  ENTENTE_OWN_EMPTY,
} EntenteOwnWord;

gboolean entente_query_add_own (EntenteQuery *query,
                                const EntenteChronicle *chronicle,
                                EntenteOwnWord word,
                                const char *text,
                                GError **error);
/* The texts that say the same, with the numbers of fields; an array. */
json_t *entente_query_write_own (const EntenteQuery *query, EntenteOwnWord word);
/* The same text with the name of its field in place of its number, where the study has the field.
 * Free. */
char *entente_query_name_own (const EntenteChronicle *chronicle, const char *text);

G_END_DECLS
