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
} EntenteFileFacts;

void entente_file_facts_free (EntenteFileFacts *facts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteFileFacts, entente_file_facts_free)

/* Blocks. */
EntenteFileFacts *entente_store_get_facts (EntenteStore *store, GError **error);

G_END_DECLS
