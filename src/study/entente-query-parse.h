/* Queries in words: what the command line, saved views and apply files write.
 *
 * A query is a list of words with values: `--actor Russia --match between`, or {"actor":
 * ["russia"], "match": "between"}. The words are those of entente-cli(1). Names are looked up in a
 * chronicle: any name or alias of an actor, names of tracks, places and issues, titles of articles;
 * the number or the key of a record stands for it too. Errors: NOT_FOUND for a record that the
 * study lacks, with look-alikes; INVALID for a value that no study could have. Safe in any thread.
 */
#pragma once

#include "entente-record-json.h"
#include "entente-study.h"

G_BEGIN_DECLS

typedef enum {
  ENTENTE_WORD_UNKNOWN,
  ENTENTE_WORD_FLAG, /* stands alone */
  ENTENTE_WORD_VALUE, /* a value follows */
} EntenteWordForm;

EntenteWordForm entente_query_get_word_form (const char *word);
/* The words in the order in which a query is written; NULL behind the last. */
const char *entente_query_get_word (guint i);
/* The entity of the records that a word names; ENTENTE_N_ENTITIES when it takes something else. */
EntenteEntity entente_query_get_word_entity (const char *word);
/* The values that a word may have, where they are the same in all studies; else none.
 * NULL-terminated, the array is the caller's. */
const char **entente_query_list_word_values (const char *word);
/* How word @i is written on the command line: "--match any|all|none|between", "--by NAME". Free. */
char *entente_query_describe_word (guint i);
/* Adds one word to a query that is not shared yet; @value is ignored for a flag. */
gboolean entente_query_add_word (EntenteQuery *query,
                                 const EntenteChronicle *chronicle,
                                 const char *word,
                                 const char *value,
                                 GError **error);
/* Do the words fit together (BETWEEN needs two actors)? INVALID else. */
gboolean entente_query_check (const EntenteQuery *query, GError **error);

/* The filter of a view is such an object as text; records are named by number. */
EntenteQuery *entente_query_from_json (json_t *object,
                                       const EntenteChronicle *chronicle,
                                       GError **error);
EntenteQuery *entente_query_from_text (const char *text,
                                       const EntenteChronicle *chronicle,
                                       GError **error);
json_t *entente_query_to_json (const EntenteQuery *query);
/* Free. */
char *entente_query_to_text (const EntenteQuery *query);
/* The query of the view with this name, which must exist; to be added to. Blocking. */
EntenteQuery *entente_query_from_view (EntenteStudy *study, const char *name, GError **error);

G_END_DECLS
