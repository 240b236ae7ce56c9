/* EntenteStore: checking a study, building its index anew, copying it. */
#include "config.h"

#include "entente-store-private.h"

#include "entente-backup-write.h"
#include "entente-copy.h"
#include "entente-mend.h"
#include "entente-new-file.h"
#include "entente-schema.h"
#include "entente-search.h"
#include "entente-statement.h"
#include "entente-store-write.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
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

static gboolean
check_tables (EntenteDb *db, gboolean mends, GPtrArray *found, GError **error)
{
  return entente_mend_records (db, mends, found, error) &&
         entente_mend_references (db, mends, found, error) &&
         entente_mend_dates (db, mends, found, error) &&
         entente_mend_journal (db, mends, found, error);
}

static void
check_job (gpointer data)
{
  Call *call = data;
  EntenteDb *db = call->store->db;
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);
  GError *schema_error = NULL;

  if (!check_pages (db, sentences, call->error))
    return;
  if (!entente_schema_compare (db, &schema_error))
    add_error (sentences, schema_error);
  if (!check_tables (db, FALSE, sentences, call->error))
    return;
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

/* Indexes are part of what a copy takes over, so they are made anew first. */
static gboolean
mend_copy (const char *path, GPtrArray *found, GCancellable *cancellable, GError **error)
{
  g_autoptr (EntenteDb) copy = entente_db_open_plain (path, error);

  if (copy == NULL)
    return FALSE;
  copy->cancellable = cancellable;
  if (!entente_search_check (copy, NULL))
    g_ptr_array_add (found,
                     g_strdup (_ ("The index of words did not agree with the study. It was built "
                                  "anew.")));
  return entente_db_exec (copy, "REINDEX; BEGIN IMMEDIATE", error) &&
         check_tables (copy, TRUE, found, error) && entente_search_rebuild (copy, error) &&
         entente_search_mark_kept (copy, error) && entente_db_exec (copy, "COMMIT", error);
}

static void
repair_job (gpointer data)
{
  Call *call = data;
  g_autofree char *target = g_canonicalize_filename (call->path, NULL);
  g_autofree char *temporary = entente_new_file_get_temporary (target);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);

  if (!entente_copy_write (call->store->db, temporary, TRUE, call->cancellable, call->error))
    return;
  if (!mend_copy (temporary, found, call->cancellable, call->error))
    g_unlink (temporary);
  else if (entente_new_file_publish (temporary, target, call->error))
    call->sentences = g_steal_pointer (&found);
}

GPtrArray *
entente_store_repair (EntenteStore *store,
                      const char *target,
                      GCancellable *cancellable,
                      GError **error)
{
  Call call = { .store = store, .path = target, .cancellable = cancellable, .error = error };

  return entente_store_call (store, repair_job, &call, TRUE, error) ? call.sentences : NULL;
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
