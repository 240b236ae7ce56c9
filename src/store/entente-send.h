/* A copy of a study that is given to somebody: what leaves is counted before, what was ever deleted
 * is in no byte of it, and more can be left out. Any thread, as the rest of the store. */
#pragma once

#include "entente-store.h"

G_BEGIN_DECLS

/* What is left out besides the history, drafts, log and list of backups, which never leave. */
typedef enum {
  ENTENTE_SEND_ALL = 0,
  ENTENTE_SEND_NO_PRIVATE = 1 << 0, /* private events, with their claims and what was only marked
                                       for them */
  ENTENTE_SEND_NO_NOTES = 1 << 1, /* notes on articles, actors, issues and claims */
  ENTENTE_SEND_NO_QUESTIONS = 1 << 2,
  ENTENTE_SEND_NO_CODERS = 1 << 3, /* names of coders */
  ENTENTE_SEND_NO_NAMES = 1 << 4, /* names of actors who have a pseudonym: it takes their place */
} EntenteSendFlags;

/* What is in a study. */
typedef struct {
  gint64 n_events;
  gint64 n_private; /* of them */
  gint64 n_claims;
  gint64 n_positions;
  gint64 n_articles;
  gint64 n_characters; /* of their newest texts */
  gint64 n_actors;
  gint64 n_pseudonyms; /* actors with one */
  gint64 n_notes;
  gint64 n_questions;
  gint64 n_views;
  char *coders; /* names, separated by commas; NULL for none */
  gint64 n_steps; /* of the history, as the rest what never leaves */
  gint64 n_drafts;
  gint64 n_log;
} EntenteSendList;

void entente_send_list_free (EntenteSendList *list);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteSendList, entente_send_list_free)

EntenteSendList *entente_store_list_to_send (EntenteStore *store, GError **error);
/* Writes the copy to @path, which must not exist; complete or absent. Waits for the end of an
 * import. */
gboolean entente_store_send (EntenteStore *store,
                             const char *path,
                             EntenteSendFlags flags,
                             GCancellable *cancellable,
                             GError **error);

G_END_DECLS
