/* EntenteId: the identity of a record, unique within a study and across copies of it.
 *
 * 41 bits of milliseconds since 2020-01-01T00Z, then 22 bits that are random at first and rise by
 * one within the same process, so ids of one process rise strictly. Always positive; 0 is "none".
 * Written as a decimal string in JSON. Safe in any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef gint64 EntenteId;

#define ENTENTE_ID_NONE ((EntenteId) 0)

/* A new id, greater than every id that this process made before. */
EntenteId entente_id_new (void);

/* The id that @key always has: a positive number hashed from the text (64-bit FNV-1a, top bit
 * cleared). Sources of sample studies name their records by key, so builds are reproducible. */
EntenteId entente_id_from_key (const char *key);

/* Reads a decimal id. FALSE when @text is not one; @id is then untouched. */
gboolean entente_id_parse (const char *text, EntenteId *id);

/* The id as decimal text, for messages and JSON. Free. */
char *entente_id_format (EntenteId id);

G_END_DECLS
