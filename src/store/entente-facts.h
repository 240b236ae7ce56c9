/* What a study is as a file: for the window of its properties and the command line. Any thread, as
 * the rest of the store. */
#pragma once

#include "entente-store.h"

G_BEGIN_DECLS

typedef struct {
  gint64 size; /* bytes of the file */
  gint64 schema; /* number of the newest script of its schema */
  gint64 n_steps; /* rows of its history */
  gint64 first_step, last_step; /* seconds since 1970; 0 when nothing was ever done */
  gint64 n_backups; /* whole ones that were made */
  gint64 last_backup; /* when the last whole one was made, seconds since 1970; 0 for none */
  char *last_backup_path; /* or NULL */
  gint64 n_log; /* lines of the log */
  gint64 n_drafts;
} EntenteFacts;

void entente_facts_free (EntenteFacts *facts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteFacts, entente_facts_free)

/* Blocks. */
EntenteFacts *entente_store_get_facts (EntenteStore *store, GError **error);

G_END_DECLS
