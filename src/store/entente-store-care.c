/* EntenteStore: checking a study, building its index anew, copying it. */
#include "config.h"

#include "entente-store-private.h"

#include "entente-backup-write.h"
#include "entente-copy.h"
#include "entente-schema.h"
#include "entente-search.h"
#include "entente-statement.h"
#include "entente-store-write.h"
#include "entente-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  EntenteStore *store;
  const char *path;
  gboolean history;
  GCancellable *cancellable;
  GError **error;
  gboolean done;
  GPtrArray *sentences;
} Call;

/* ---- check ---- */

static void
add_error (GPtrArray *sentences, GError *error)
{
  g_ptr_array_add (sentences, g_strdup (error->message));
  g_error_free (error);
}

static gboolean
check_pages (EntenteDb *db, GPtrArray *sentences, GError **error)
{
  g_autoptr (EntenteStatement) statement =
    entente_statement_prepare (db, "PRAGMA integrity_check (20)", error);
  EntenteStepResult result;

  if (statement == NULL)
    return FALSE;
  while ((result = entente_statement_step (statement, error)) == ENTENTE_STEP_ROW) {
    const char *verdict = entente_statement_get_text (statement, 0);

    if (g_strcmp0 (verdict, "ok") != 0)
      g_ptr_array_add (sentences, g_strdup_printf (_ ("The file is damaged: %s."), verdict));
  }
  return result == ENTENTE_STEP_DONE;
}

static gboolean
check_references (EntenteDb *db, GPtrArray *sentences, GError **error)
{
  g_autoptr (EntenteStatement) statement =
    entente_statement_prepare (db, "PRAGMA foreign_key_check", error);
  EntenteStepResult result;

  if (statement == NULL)
    return FALSE;
  while ((result = entente_statement_step (statement, error)) == ENTENTE_STEP_ROW) {
    g_autofree char *number = entente_id_format (entente_statement_get_int (statement, 1));

    g_ptr_array_add (
      sentences,
      g_strdup_printf (_ ("In “%s” the record with number %s refers to one of “%s” that is gone."),
                       entente_statement_get_text (statement, 0),
                       number,
                       entente_statement_get_text (statement, 2)));
  }
  return result == ENTENTE_STEP_DONE;
}

/* Every record, as it would be read. */
static void
check_records (EntenteDb *db, EntenteEntity entity, GPtrArray *sentences)
{
  const EntenteTable *table = entente_table_get (entity);
  g_autoptr (EntenteStatement) statement = NULL;
  GError *error = NULL;

  statement = entente_table_select (db, table, "", &error);
  while (statement != NULL && entente_statement_step (statement, &error) == ENTENTE_STEP_ROW) {
    EntenteRecord *record = entente_table_read (db, table, statement, &error);

    if (record != NULL)
      entente_record_unref (record);
    else
      add_error (sentences, g_steal_pointer (&error));
  }
  if (error != NULL)
    add_error (sentences, error);
}

/* FTS5 checks itself by a statement that writes. An index that a stranger left behind is built anew
 * by the next opening. */
static gboolean
check_index_of (EntenteDb *db, GError **error)
{
  g_autoptr (EntenteDb) copy = NULL;

  if (!db->read_only)
    return entente_search_check (db, error);
  if (entente_search_is_stale (db))
    return TRUE;
  copy = entente_db_copy_to_memory (db, error);
  return copy != NULL && entente_search_check (copy, error);
}

static void
check_index (EntenteDb *db, GPtrArray *sentences)
{
  GError *error = NULL;

  if (check_index_of (db, &error))
    return;
  if (error != NULL)
    add_error (sentences, error);
  else
    g_ptr_array_add (sentences,
                     g_strdup (_ ("The index of words does not agree with the study; build it "
                                  "anew with “entente-cli check --repair”.")));
}

static void
check_job (gpointer data)
{
  Call *call = data;
  EntenteDb *db = call->store->db;
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);
  GError *schema_error = NULL;

  if (!check_pages (db, sentences, call->error) || !check_references (db, sentences, call->error))
    return;
  if (!entente_schema_compare (db, &schema_error))
    add_error (sentences, schema_error);
  for (guint i = 0; i < ENTENTE_N_ENTITIES; i++)
    check_records (db, i, sentences);
  check_index (db, sentences);
  call->sentences = g_steal_pointer (&sentences);
}

GPtrArray *
entente_store_check (EntenteStore *store, GError **error)
{
  Call call = { .store = store, .error = error };

  /* It writes nothing but needs the study at rest. */
  return entente_store_call (store, check_job, &call, TRUE, error) ? call.sentences : NULL;
}

/* ---- index ---- */

static void
rebuild_job (gpointer data)
{
  Call *call = data;

  call->done = entente_store_rebuild_index (call->store, call->error);
}

gboolean
entente_store_rebuild_search (EntenteStore *store, GError **error)
{
  Call call = { .store = store, .error = error };

  return entente_store_call (store, rebuild_job, &call, TRUE, error) && call.done;
}

/* ---- copy ---- */

static void
copy_job (gpointer data)
{
  Call *call = data;

  call->done =
    entente_copy_write (call->store->db, call->path, call->history, call->cancellable, call->error);
}

static void
back_up_job (gpointer data)
{
  Call *call = data;

  call->done = entente_backup_write (call->store->db, FALSE, call->cancellable, call->error);
}

gboolean
entente_store_back_up (EntenteStore *store, GCancellable *cancellable, GError **error)
{
  Call call = { .store = store, .cancellable = cancellable, .error = error };

  return entente_store_call (store, back_up_job, &call, TRUE, error) && call.done;
}

gboolean
entente_store_copy (EntenteStore *store,
                    const char *path,
                    gboolean history,
                    GCancellable *cancellable,
                    GError **error)
{
  Call call = { .store = store,
                .path = path,
                .history = history,
                .cancellable = cancellable,
                .error = error };

  return entente_store_call (store, copy_job, &call, TRUE, error) && call.done;
}
