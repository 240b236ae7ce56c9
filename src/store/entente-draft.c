/* Drafts: one row for each form and subject. Written in transactions of their own, outside any
 * recorded session, so that no step of the history knows of them. */
#include "config.h"

#include "entente-draft.h"

#include "entente-statement.h"
#include "entente-store-private.h"
#include "entente-transaction.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_BYTES (1024 * 1024)
#define MAX_ROWS "200"

typedef struct {
  EntenteStore *store;
  const char *form;
  EntenteId subject;
  const char *text; /* NULL drops it */
  GError **error;
  gboolean done;
  EntenteDraft *draft;
} Call;

EntenteDraft *
entente_draft_new (const char *text, gint64 time)
{
  EntenteDraft *draft = g_new (EntenteDraft, 1);

  draft->text = g_utf8_make_valid (text, -1);
  draft->time = time;
  return draft;
}

void
entente_draft_free (EntenteDraft *draft)
{
  g_free (draft->text);
  g_free (draft);
}

/* ---- keeping ---- */

static gboolean
delete_row (const Call *call, EntenteDb *db)
{
  g_autoptr (EntenteStatement) statement =
    entente_statement_prepare (db,
                               "DELETE FROM draft WHERE form = ?1 AND subject = ?2",
                               call->error);

  if (statement == NULL)
    return FALSE;
  entente_statement_bind_text (statement, 1, call->form);
  entente_statement_bind_int (statement, 2, call->subject);
  return entente_statement_run (statement, call->error);
}

static gboolean
insert_row (const Call *call, EntenteDb *db)
{
  g_autoptr (EntenteStatement) statement = NULL;

  if (call->text == NULL)
    return TRUE;
  statement = entente_statement_prepare (
    db,
    "INSERT INTO draft (form, subject, text, time) VALUES (?1, ?2, ?3, ?4)",
    call->error);
  if (statement == NULL)
    return FALSE;
  entente_statement_bind_text (statement, 1, call->form);
  entente_statement_bind_int (statement, 2, call->subject);
  entente_statement_bind_text (statement, 3, call->text);
  entente_statement_bind_int (statement, 4, g_get_real_time () / G_USEC_PER_SEC);
  return entente_statement_run (statement, call->error) &&
         entente_db_exec (db,
                          "DELETE FROM draft WHERE id NOT IN"
                          " (SELECT id FROM draft ORDER BY id DESC LIMIT " MAX_ROWS ")",
                          call->error);
}

static void
keep_job (gpointer data)
{
  Call *call = data;
  EntenteDb *db = call->store->db;
  g_autoptr (EntenteTransaction) transaction = entente_transaction_begin (db, call->error);

  call->done = transaction != NULL && delete_row (call, db) && insert_row (call, db) &&
               entente_transaction_commit (transaction, call->error);
}

static gboolean
refuse_long (EntenteStore *store, GError **error)
{
  return entente_db_set_sentence (
    ENTENTE_ERROR_INVALID,
    N_ ("The unfinished text is too long to be kept in “%s” before it is done; finish it soon."),
    entente_store_get_path (store),
    error);
}

gboolean
entente_store_keep_draft (EntenteStore *store,
                          const char *form,
                          EntenteId subject,
                          const char *text,
                          GError **error)
{
  Call call = { .store = store, .form = form, .subject = subject, .text = text, .error = error };

  if (text != NULL && strlen (text) > MAX_BYTES)
    return refuse_long (store, error);
  return entente_store_call (store, keep_job, &call, TRUE, error) && call.done;
}

/* ---- finding ---- */

static void
find_job (gpointer data)
{
  Call *call = data;
  g_autoptr (EntenteStatement) statement = entente_statement_prepare (
    call->store->db,
    "SELECT text, coalesce (time, -1) FROM draft WHERE form = ?1 AND subject = ?2"
    " AND text IS NOT NULL ORDER BY id DESC LIMIT 1",
    call->error);
  g_autofree char *text = NULL;

  if (statement == NULL)
    return;
  entente_statement_bind_text (statement, 1, call->form);
  entente_statement_bind_int (statement, 2, call->subject);
  if (entente_statement_step (statement, call->error) != ENTENTE_STEP_ROW)
    return;
  text = entente_statement_dup_valid_text (statement, 0);
  call->draft = entente_draft_new (text, entente_statement_get_int (statement, 1));
}

EntenteDraft *
entente_store_find_draft (EntenteStore *store, const char *form, EntenteId subject, GError **error)
{
  Call call = { .store = store, .form = form, .subject = subject, .error = error };

  return entente_store_call (store, find_job, &call, FALSE, error) ? call.draft : NULL;
}
