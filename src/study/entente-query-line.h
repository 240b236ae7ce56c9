/* A query as a line that a person edits: "actor: Russia, Taliban; match: between; since: 2018-03".
 *
 * Criteria stand between semicolons: a word of entente-query-parse.h and its values between commas,
 * in quotation marks where they hold such a sign. Names without a word before them are actors.
 * "words", which come last, take all that follows. Pure; any thread.
 */
#pragma once

#include "entente-query-parse.h"

G_BEGIN_DECLS

/* Where in a line something is, in bytes. */
typedef struct {
  guint start, end;
} EntenteLinePlace;

/* Free. "" for a query that asks nothing. */
char *entente_query_line_write (const EntenteQuery *query, const EntenteChronicle *chronicle);
/* NULL and an error with its place (may be NULL) when it cannot be read. */
EntenteQuery *entente_query_line_read (const char *line,
                                       const EntenteChronicle *chronicle,
                                       EntenteLinePlace *place,
                                       GError **error);
/* What may stand where the cursor (in bytes) is, at most @limit: each is to be put in @place.
 * NULL-terminated; g_strfreev. */
char **entente_query_line_complete (const char *line,
                                    guint cursor,
                                    const EntenteChronicle *chronicle,
                                    guint limit,
                                    EntenteLinePlace *place);

G_END_DECLS
