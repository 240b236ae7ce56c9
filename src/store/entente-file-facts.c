/* Facts of the file, each from its own table. */
#include "config.h"

#include "entente-file-facts.h"

#include "entente-store-private.h"

#include <glib/gstdio.h>

typedef struct {
  EntenteStore *store;
  GError **error;
  EntenteFileFacts *facts;
} Call;

void
entente_file_facts_free (EntenteFileFacts *facts)
{
  g_free (facts->last_backup_path);
  g_free (facts);
}

static gboolean
read_numbers (EntenteDb *db, EntenteFileFacts *facts, GError **error)
{
  const struct {
    const char *sql;
    gint64 *value;
  } numbers[] = {
    { "PRAGMA user_version", &facts->schema },
    { "SELECT count (*) FROM journal", &facts->n_steps },
    { "SELECT coalesce (min (time), 0) FROM journal", &facts->first_step },
    { "SELECT coalesce (max (time), 0) FROM journal", &facts->last_step },
    { "SELECT count (*) FROM backup WHERE whole = 1", &facts->n_backups },
    { "SELECT coalesce (max (time), 0) FROM backup WHERE whole = 1", &facts->last_backup },
    { "SELECT count (*) FROM log", &facts->n_log },
    { "SELECT count (*) FROM draft", &facts->n_drafts },
  };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (!entente_db_query_int (db, numbers[i].sql, numbers[i].value, error))
      return FALSE;
  return TRUE;
}

static void
read_job (gpointer data)
{
  Call *call = data;
  EntenteDb *db = call->store->db;
  g_autoptr (EntenteFileFacts) facts = g_new0 (EntenteFileFacts, 1);
  GStatBuf file;

  if (!read_numbers (db, facts, call->error))
    return;
  facts->size = g_stat (db->path, &file) == 0 ? file.st_size : 0;
  if (facts->last_backup != 0)
    facts->last_backup_path =
      entente_db_query_text (db,
                             "SELECT path FROM backup WHERE whole = 1 ORDER BY time DESC, id DESC",
                             NULL);
  call->facts = g_steal_pointer (&facts);
}

EntenteFileFacts *
entente_store_get_facts (EntenteStore *store, GError **error)
{
  Call call = { .store = store, .error = error };

  return entente_store_call (store, read_job, &call, FALSE, error) ? call.facts : NULL;
}
