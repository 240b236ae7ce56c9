/* The log of a study: what went wrong with it, for a person who looks for the reason later.
 *
 * It lies in the study and stays with its copies, but not with one that is sent. The newest 1,000
 * lines are kept. Any thread, as the rest of the store. */
#pragma once

#include "entente-store.h"

G_BEGIN_DECLS

typedef struct {
  gint64 time; /* seconds since 1970; -1 when none was read */
  char *text; /* a sentence; valid UTF-8 */
} EntenteLogEntry;

void entente_log_entry_free (EntenteLogEntry *entry);

/* Notes @sentence. Never told when it cannot be: whoever notes has something else to say. */
void entente_store_log (EntenteStore *store, const char *sentence);
/* Oldest first: array of EntenteLogEntry, owned. */
GPtrArray *entente_store_get_log (EntenteStore *store, GError **error);

G_END_DECLS
