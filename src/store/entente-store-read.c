/* EntenteStore: reading. Each function packs its arguments, hops to the worker and reads there. */
#include "config.h"

#include "entente-store-private.h"

#include "entente-entity-labels.h"
#include "entente-rows.h"
#include "entente-search.h"
#include "entente-statement.h"
#include "entente-store-write.h"
#include "entente-table.h"

#include <glib/gi18n-lib.h>

/* Arguments and result of a reading function; each uses what it needs. */
typedef struct {
  EntenteStore *store;
  EntenteEntity entity, parent_entity;
  EntenteId id;
  const EntenteId *events;
  guint n;
  const char *text;
  gboolean registry;
  const EntenteRowSink *sink;
  gpointer sink_data;
  GCancellable *cancellable;
  GError **error;
  gboolean done;
  gint64 number;
  gpointer result;
} Call;

static gpointer
call_pointer (Call *call, EntenteWorkerFunc func)
{
  return entente_store_call (call->store, func, call, FALSE, call->error) ? call->result : NULL;
}

static gboolean
is_hidden (EntenteStore *store, EntenteEntity entity, EntenteId id)
{
  return entente_hidden_contains (store->hidden, entity, id);
}

/* ---- rows ---- */

/* All in one transaction, so that it is one state of the study. */
static gboolean
read_rows (Call *call)
{
  EntenteDb *db = call->store->db;
  gboolean begun = sqlite3_get_autocommit (db->handle);
  gboolean done;

  if (begun && !entente_db_exec (db, "BEGIN", call->error))
    return FALSE;
  done =
    entente_rows_read_all (db, call->store->hidden, call->sink, call->sink_data, call->error) &&
    entente_db_acknowledge_changes (db, call->error);
  if (begun)
    sqlite3_exec (db->handle, "COMMIT", NULL, NULL, NULL);
  /* The pages of a whole table are not the ones that are asked for next. */
  sqlite3_db_release_memory (db->handle);
  return done;
}

static void
read_rows_job (gpointer data)
{
  Call *call = data;
  EntenteStore *store = call->store;

  store->db->cancellable = call->cancellable;
  call->done = read_rows (call);
  store->db->cancellable = NULL;
  if (call->done && store->hidden == NULL && entente_journal_reload (store->journal, NULL))
    entente_store_update_labels (store);
}

gboolean
entente_store_read_rows (EntenteStore *store,
                         const EntenteRowSink *sink,
                         gpointer data,
                         GCancellable *cancellable,
                         GError **error)
{
  Call call = { .store = store,
                .sink = sink,
                .sink_data = data,
                .cancellable = cancellable,
                .error = error };

  return entente_store_call (store, read_rows_job, &call, FALSE, error) && call.done;
}

static void
read_some_rows_job (gpointer data)
{
  Call *call = data;
  EntenteStore *store = call->store;

  call->done =
    !call->registry ||
    entente_rows_read_registry (store->db, store->hidden, call->sink, call->sink_data, call->error);
  call->done = call->done && entente_rows_read_some (store->db,
                                                     store->hidden,
                                                     call->events,
                                                     call->n,
                                                     call->sink,
                                                     call->sink_data,
                                                     call->error);
}

gboolean
entente_store_read_some_rows (EntenteStore *store,
                              const EntenteId *events,
                              guint n_events,
                              gboolean registry,
                              const EntenteRowSink *sink,
                              gpointer data,
                              GError **error)
{
  Call call = { .store = store,
                .events = events,
                .n = n_events,
                .registry = registry,
                .sink = sink,
                .sink_data = data,
                .error = error };

  return entente_store_call (store, read_some_rows_job, &call, FALSE, error) && call.done;
}

/* ---- records ---- */

/* All records that the SQL @tail chooses, with @id for its parameter if it is not none. */
static GPtrArray *
read_records (EntenteStore *store,
              EntenteEntity entity,
              const char *tail,
              EntenteId id,
              GError **error)
{
  const EntenteTable *table = entente_table_get (entity);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (entente_record_unref);
  g_autoptr (EntenteStatement) statement = NULL;
  EntenteStepResult result;

  statement = entente_table_select (store->db, table, tail, error);
  if (statement == NULL)
    return NULL;
  if (id != ENTENTE_ID_NONE)
    entente_statement_bind_int (statement, 1, id);
  while ((result = entente_statement_step (statement, error)) == ENTENTE_STEP_ROW) {
    EntenteRecord *record;

    if (is_hidden (store, entity, entente_statement_get_int (statement, 0)))
      continue;
    record = entente_table_read (store->db, table, statement, error);
    if (record == NULL)
      return NULL;
    g_ptr_array_add (records, record);
  }
  return result == ENTENTE_STEP_DONE ? g_steal_pointer (&records) : NULL;
}

static void
report_missing (Call *call)
{
  g_autofree char *number = entente_id_format (call->id);

  g_set_error (call->error,
               ENTENTE_ERROR,
               ENTENTE_ERROR_NOT_FOUND,
               _ ("There is no record (%s) with the number %s in “%s”; it may have been deleted, "
                  "which the history tells."),
               entente_entity_get_label (call->entity),
               number,
               call->store->path);
}

static void
get_job (gpointer data)
{
  Call *call = data;
  g_autoptr (GPtrArray) records = NULL;

  records = read_records (call->store, call->entity, "WHERE id = ?1", call->id, call->error);
  if (records == NULL)
    return;
  if (records->len > 0)
    call->result = entente_record_ref (records->pdata[0]);
  else
    report_missing (call);
}

gpointer
entente_store_get (EntenteStore *store, EntenteEntity entity, EntenteId id, GError **error)
{
  Call call = { .store = store, .entity = entity, .id = id, .error = error };

  return call_pointer (&call, get_job);
}

static void
get_article_of_job (gpointer data)
{
  Call *call = data;
  g_autoptr (EntenteStatement) statement =
    entente_statement_prepare (call->store->db,
                               "SELECT article FROM revision WHERE id = ?1",
                               call->error);
  EntenteStepResult result;

  if (statement == NULL)
    return;
  entente_statement_bind_int (statement, 1, call->id);
  result = entente_statement_step (statement, call->error);
  if (result == ENTENTE_STEP_ROW && !is_hidden (call->store, call->entity, call->id))
    call->number = entente_statement_get_int (statement, 0);
  else if (result != ENTENTE_STEP_ERROR)
    report_missing (call);
}

EntenteId
entente_store_get_article_of (EntenteStore *store, EntenteId revision, GError **error)
{
  Call call = { .store = store, .entity = ENTENTE_ENTITY_REVISION, .id = revision, .error = error };

  return entente_store_call (store, get_article_of_job, &call, FALSE, error) ? call.number
                                                                             : ENTENTE_ID_NONE;
}

static void
is_outdated_job (gpointer data)
{
  Call *call = data;
  g_autoptr (EntenteStatement) statement =
    entente_statement_prepare (call->store->db,
                               "SELECT other.id FROM revision AS own JOIN revision AS other"
                               " ON other.article = own.article AND other.number > own.number"
                               " WHERE own.id = ?1",
                               call->error);
  EntenteStepResult result = ENTENTE_STEP_DONE;

  if (statement != NULL)
    entente_statement_bind_int (statement, 1, call->id);
  while (statement != NULL &&
         (result = entente_statement_step (statement, call->error)) == ENTENTE_STEP_ROW &&
         is_hidden (call->store, call->entity, entente_statement_get_int (statement, 0)))
    ;
  call->number = result == ENTENTE_STEP_ROW;
}

gboolean
entente_store_is_outdated (EntenteStore *store, EntenteId revision)
{
  g_autoptr (GError) error = NULL;
  Call call = { .store = store,
                .entity = ENTENTE_ENTITY_REVISION,
                .id = revision,
                .error = &error };

  return entente_store_call (store, is_outdated_job, &call, FALSE, &error) && call.number != 0;
}

static void
list_job (gpointer data)
{
  Call *call = data;
  const char *tail = call->entity == ENTENTE_ENTITY_ARTICLE ? "ORDER BY sequence" : "ORDER BY id";

  call->result = read_records (call->store, call->entity, tail, ENTENTE_ID_NONE, call->error);
}

GPtrArray *
entente_store_list (EntenteStore *store, EntenteEntity entity, GError **error)
{
  Call call = { .store = store, .entity = entity, .error = error };

  return call_pointer (&call, list_job);
}

static void
list_of_job (gpointer data)
{
  Call *call = data;
  g_autofree char *condition =
    entente_table_get_relation (entente_table_get (call->entity), call->parent_entity);
  g_autofree char *tail = NULL;

  if (condition == NULL) {
    g_set_error (call->error,
                 ENTENTE_ERROR,
                 ENTENTE_ERROR_INVALID,
                 _ ("A record of “%s” does not belong to one of “%s”."),
                 entente_entity_get_label (call->entity),
                 entente_entity_get_label (call->parent_entity));
    return;
  }
  tail = g_strdup_printf ("WHERE %s ORDER BY id", condition);
  call->result = read_records (call->store, call->entity, tail, call->id, call->error);
}

GPtrArray *
entente_store_list_of (EntenteStore *store,
                       EntenteEntity entity,
                       EntenteEntity parent_entity,
                       EntenteId parent,
                       GError **error)
{
  Call call = { .store = store,
                .entity = entity,
                .parent_entity = parent_entity,
                .id = parent,
                .error = error };

  return call_pointer (&call, list_of_job);
}

static void
list_naming_job (gpointer data)
{
  Call *call = data;
  g_autofree char *condition =
    entente_table_get_naming (entente_table_get (call->entity), call->parent_entity);
  g_autofree char *tail =
    condition != NULL ? g_strdup_printf ("WHERE %s ORDER BY id", condition) : NULL;

  call->result = tail != NULL
                   ? read_records (call->store, call->entity, tail, call->id, call->error)
                   : g_ptr_array_new_with_free_func (entente_record_unref);
}

GPtrArray *
entente_store_list_naming (EntenteStore *store,
                           EntenteEntity entity,
                           EntenteEntity target,
                           EntenteId id,
                           GError **error)
{
  Call call = { .store = store,
                .entity = entity,
                .parent_entity = target,
                .id = id,
                .error = error };

  return call_pointer (&call, list_naming_job);
}

/* ---- single values ---- */

static char **
read_titles (EntenteStore *store, const EntenteId *events, guint n, GError **error)
{
  g_autoptr (EntenteStatement) statement = NULL;
  g_autoptr (GPtrArray) titles = g_ptr_array_new_full (n + 1, g_free);

  statement = entente_statement_prepare (store->db, "SELECT title FROM event WHERE id = ?1", error);
  if (statement == NULL)
    return NULL;
  for (guint i = 0; i < n; i++) {
    EntenteStepResult result;
    char *title = NULL;

    entente_statement_bind_int (statement, 1, events[i]);
    result = entente_statement_step (statement, error);
    if (result == ENTENTE_STEP_ERROR)
      return NULL;
    if (result == ENTENTE_STEP_ROW && !is_hidden (store, ENTENTE_ENTITY_EVENT, events[i]))
      title = entente_statement_dup_valid_text (statement, 0);
    g_ptr_array_add (titles, title);
    entente_statement_reset (statement);
  }
  g_ptr_array_add (titles, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&titles), FALSE);
}

static void
get_titles_job (gpointer data)
{
  Call *call = data;

  call->result = read_titles (call->store, call->events, call->n, call->error);
}

char **
entente_store_get_titles (EntenteStore *store, const EntenteId *events, guint n, GError **error)
{
  Call call = { .store = store, .events = events, .n = n, .error = error };

  return call_pointer (&call, get_titles_job);
}

static void
count_job (gpointer data)
{
  Call *call = data;
  g_autofree char *sql =
    g_strdup_printf ("SELECT count (*) FROM \"%s\"", entente_table_get (call->entity)->name);

  call->done = entente_db_query_int (call->store->db, sql, &call->number, call->error);
  if (call->done && call->store->hidden != NULL)
    call->number -= (gint64) call->store->hidden->ids[call->entity].n;
}

gint64
entente_store_count (EntenteStore *store, EntenteEntity entity, GError **error)
{
  Call call = { .store = store, .entity = entity, .error = error };

  return entente_store_call (store, count_job, &call, FALSE, error) && call.done ? call.number : -1;
}

static void
get_setting_job (gpointer data)
{
  Call *call = data;
  g_autoptr (EntenteStatement) statement = NULL;

  statement = entente_statement_prepare (call->store->db,
                                         "SELECT value, id FROM setting WHERE name = ?1",
                                         NULL);
  if (statement == NULL)
    return;
  entente_statement_bind_text (statement, 1, call->text);
  if (entente_statement_step (statement, NULL) == ENTENTE_STEP_ROW &&
      !is_hidden (call->store, ENTENTE_ENTITY_SETTING, entente_statement_get_int (statement, 1)))
    call->result = entente_statement_dup_valid_text (statement, 0);
}

char *
entente_store_get_setting (EntenteStore *store, const char *name)
{
  Call call = { .store = store, .text = name };

  return call_pointer (&call, get_setting_job);
}

static void
get_history_job (gpointer data)
{
  Call *call = data;

  call->result = entente_journal_list (call->store->journal, call->error);
}

GPtrArray *
entente_store_get_history (EntenteStore *store, GError **error)
{
  Call call = { .store = store, .error = error };

  return call_pointer (&call, get_history_job);
}

/* ---- words ---- */

static void
leave_out_hidden (EntenteStore *store, EntenteEntity entity, GArray *ids)
{
  guint kept = 0;

  for (guint i = 0; i < ids->len; i++) {
    EntenteId id = g_array_index (ids, EntenteId, i);

    if (!is_hidden (store, entity, id))
      g_array_index (ids, EntenteId, kept++) = id;
  }
  g_array_set_size (ids, kept);
}

static GArray *
search (Call *call, GError **error)
{
  EntenteDb *db = entente_search_get_whole (call->store->db, error);

  if (db == NULL)
    return NULL;
  if (call->entity == ENTENTE_ENTITY_EVENT)
    return entente_search_find_events (db, call->text, error);
  return entente_search_find_articles (db, call->text, call->n, error);
}

static void
search_job (gpointer data)
{
  Call *call = data;
  EntenteStore *store = call->store;
  g_autoptr (GError) error = NULL;

  call->result = search (call, &error);
  if (call->result == NULL && entente_store_is_index_broken (store, error) &&
      store->hidden == NULL && entente_store_rebuild_index (store, NULL)) {
    g_clear_error (&error);
    call->result = search (call, &error);
  }
  if (call->result == NULL)
    g_propagate_error (call->error, g_steal_pointer (&error));
  else
    leave_out_hidden (store, call->entity, call->result);
}

GArray *
entente_store_search_events (EntenteStore *store, const char *words, GError **error)
{
  Call call = { .store = store, .entity = ENTENTE_ENTITY_EVENT, .text = words, .error = error };

  return call_pointer (&call, search_job);
}

GArray *
entente_store_search_articles (EntenteStore *store, const char *words, guint limit, GError **error)
{
  Call call = { .store = store,
                .entity = ENTENTE_ENTITY_ARTICLE,
                .text = words,
                .n = limit,
                .error = error };

  return call_pointer (&call, search_job);
}
