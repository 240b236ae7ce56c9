/* Only the moves of which either side may tell are read whole, many at a time on the store's
 * worker. What a job holds of the study is let go of on the main thread. */
#include "config.h"

#include "entente-study-accounts.h"

#include "entente-event-cursor.h"
#include "entente-query-names.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  EntenteChronicle *chronicle;
  EntenteAccount *left, *right;
  EntenteBitset *rows; /* empty until the job runs */
  EntenteEventCursor *cursor; /* over these rows */
} Job;

void
entente_accounts_read_free (EntenteAccountsRead *read)
{
  if (!read)
    return;
  entente_chronicle_unref (read->chronicle);
  g_ptr_array_unref (read->rows);
  g_free (read);
}

/* ---- whose account ---- */

static const char *
find_publication (const EntenteChronicle *chronicle, const char *name)
{
  g_autofree char *folded = entente_name_fold (name);

  for (guint i = 0; i < entente_chronicle_get_n_articles (chronicle); i++) {
    const EntenteArticle *article = entente_chronicle_get_article (chronicle, i);
    g_autofree char *other =
      article->publication_name ? entente_name_fold (article->publication_name) : NULL;

    if (g_strcmp0 (folded, other) == 0)
      return article->publication_name;
  }
  return NULL;
}

static EntenteAccount *
find_account (EntenteAccountKind kind,
              const char *name,
              const EntenteChronicle *chronicle,
              GError **error)
{
  EntenteEntity entity =
    kind == ENTENTE_ACCOUNT_ARTICLE ? ENTENTE_ENTITY_ARTICLE : ENTENTE_ENTITY_ACTOR;
  g_autoptr (GError) failed = NULL;
  EntenteId id = entente_query_find_named (chronicle, entity, name, &failed);
  const char *printed = NULL;

  if (!failed)
    return entente_account_new (kind, id, NULL);
  if (kind == ENTENTE_ACCOUNT_OUTLET)
    printed = find_publication (chronicle, name);
  if (printed)
    return entente_account_new (kind, ENTENTE_ID_NONE, printed);
  g_propagate_error (error, g_steal_pointer (&failed));
  return NULL;
}

EntenteAccount *
entente_account_parse (const char *text, const EntenteChronicle *chronicle, GError **error)
{
  for (EntenteAccountKind kind = 0; kind < ENTENTE_N_ACCOUNT_KINDS; kind++) {
    const char *nick = entente_account_kind_get_nick (kind);
    gsize length = strlen (nick);

    if (g_str_has_prefix (text, nick) && text[length] == ':' && text[length + 1])
      return find_account (kind, text + length + 1, chronicle, error);
  }
  g_set_error (error,
               ENTENTE_ERROR,
               ENTENTE_ERROR_INVALID,
               _ ("“%s” names no account: write article:ID, outlet:NAME or party:NAME."),
               text);
  return NULL;
}

/* ---- reading ---- */

static Job *
create_job (EntenteStudy *study, const EntenteAccount *left, const EntenteAccount *right)
{
  Job *job = g_new0 (Job, 1);

  job->chronicle = entente_chronicle_ref (entente_study_get_chronicle (study));
  job->left = entente_account_ref (left);
  job->right = entente_account_ref (right);
  job->rows = entente_bitset_new (entente_chronicle_get_n_rows (job->chronicle));
  job->cursor = entente_event_cursor_new (study, job->rows);
  return job;
}

static void
free_job (Job *job)
{
  entente_event_cursor_free (job->cursor);
  entente_bitset_unref (job->rows);
  entente_account_unref (job->left);
  entente_account_unref (job->right);
  entente_chronicle_unref (job->chronicle);
  g_free (job);
}

/* The number of rows that are left out. */
static guint
fill_rows (Job *job)
{
  g_autoptr (EntenteBitset) left = entente_account_find_rows (job->left, job->chronicle, NULL);
  g_autoptr (EntenteBitset) right = entente_account_find_rows (job->right, job->chronicle, NULL);
  guint n = 0, n_left_out = 0;

  for (guint row = 0; row < job->rows->n_rows; row++) {
    if (!entente_bitset_contains (left, row) && !entente_bitset_contains (right, row))
      continue;
    if (n++ < ENTENTE_ACCOUNTS_MAX)
      entente_bitset_add (job->rows, row);
    else
      n_left_out++;
  }
  return n_left_out;
}

static EntenteAccountsRead *
do_job (Job *job, GCancellable *cancellable, GError **error)
{
  g_autoptr (EntenteAccountsRead) read = g_new0 (EntenteAccountsRead, 1);
  g_autoptr (GError) failed = NULL;
  EntenteEventDetail *detail;

  read->chronicle = entente_chronicle_ref (job->chronicle);
  read->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) entente_accounts_row_unref);
  read->n_left_out = fill_rows (job);
  while (!g_cancellable_set_error_if_cancelled (cancellable, &failed) &&
         (detail = entente_event_cursor_next (job->cursor, &failed))) {
    EntenteAccountsRow *row =
      entente_accounts_row_new (job->chronicle, detail, job->left, job->right);

    if (row)
      g_ptr_array_add (read->rows, row);
  }
  if (!failed)
    return g_steal_pointer (&read);
  g_propagate_error (error, g_steal_pointer (&failed));
  return NULL;
}

EntenteAccountsRead *
entente_study_read_accounts (EntenteStudy *study,
                             const EntenteAccount *left,
                             const EntenteAccount *right,
                             GError **error)
{
  Job *job = create_job (study, left, right);
  EntenteAccountsRead *read = do_job (job, NULL, error);

  free_job (job);
  return read;
}

static void
run_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  EntenteAccountsRead *read = do_job (data, cancellable, &error);

  if (read)
    g_task_return_pointer (task, read, (GDestroyNotify) entente_accounts_read_free);
  else
    g_task_return_error (task, error);
}

/* @data: the task of who asked. */
static void
job_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  EntenteAccountsRead *read = g_task_propagate_pointer (G_TASK (result), &error);

  free_job (g_task_get_task_data (G_TASK (result)));
  if (read)
    g_task_return_pointer (task, read, (GDestroyNotify) entente_accounts_read_free);
  else
    g_task_return_error (task, error);
}

void
entente_study_read_accounts_async (EntenteStudy *study,
                                   const EntenteAccount *left,
                                   const EntenteAccount *right,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  GTask *task = g_task_new (study, cancellable, callback, user_data);
  g_autoptr (GTask) work = g_task_new (NULL, cancellable, job_cb, task);

  g_task_set_task_data (work, create_job (study, left, right), NULL);
  g_task_run_in_thread (work, run_job);
}

EntenteAccountsRead *
entente_study_read_accounts_finish (EntenteStudy *study, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
