/* Keeping the index during an import.
 *
 * FTS5 writes its memory out at the end of every statement, so a row at a time costs three times
 * what the row itself does. The first rows of an import go that way; when there are many the
 * triggers are dropped, the ids of the rows wait, and at the end rows are indexed by the thousand.
 * Worker thread.
 */
#include "config.h"

#include "entente-search-bulk.h"

#include "entente-ids.h"
#include "entente-statement.h"

/* Rows that go into the index one by one. */
#define N_SINGLE 500
/* Rows that are indexed at once; a few milliseconds. */
#define N_BATCH 400

struct _EntenteSearchBulk {
  EntenteDb *db;
  guint n_single;
  gboolean dropped; /* the triggers */
  GArray *waiting[ENTENTE_N_SEARCH_INDEXES]; /* of EntenteId */
  guint index; /* that is being finished */
  guint n_done; /* of its rows */
};

EntenteSearchBulk *
entente_search_bulk_new (EntenteDb *db)
{
  EntenteSearchBulk *bulk = g_new0 (EntenteSearchBulk, 1);

  bulk->db = db;
  for (guint i = 0; i < ENTENTE_N_SEARCH_INDEXES; i++)
    bulk->waiting[i] = g_array_new (FALSE, FALSE, sizeof (EntenteId));
  return bulk;
}

void
entente_search_bulk_free (EntenteSearchBulk *bulk)
{
  for (guint i = 0; i < ENTENTE_N_SEARCH_INDEXES; i++)
    g_array_unref (bulk->waiting[i]);
  g_free (bulk);
}

gboolean
entente_search_bulk_add (EntenteSearchBulk *bulk,
                         EntenteEntity entity,
                         EntenteId id,
                         GError **error)
{
  for (guint i = 0; i < ENTENTE_N_SEARCH_INDEXES; i++) {
    if (entente_search_indexes[i].entity != entity)
      continue;
    if (bulk->dropped)
      g_array_append_val (bulk->waiting[i], id);
    else if (++bulk->n_single == N_SINGLE) {
      bulk->dropped = TRUE;
      return entente_search_drop_triggers (bulk->db, error);
    }
  }
  return TRUE;
}

/* "[1,2,3]" */
static char *
write_ids (GArray *ids, guint from, guint n)
{
  GString *text = g_string_new ("[");

  for (guint i = from; i < from + n; i++)
    g_string_append_printf (text,
                            "%s%" G_GINT64_FORMAT,
                            i > from ? "," : "",
                            g_array_index (ids, EntenteId, i));
  g_string_append_c (text, ']');
  return g_string_free (text, FALSE);
}

static gboolean
index_batch (EntenteSearchBulk *bulk, guint n, GError **error)
{
  const EntenteSearchIndex *index = &entente_search_indexes[bulk->index];
  g_autofree char *columns = entente_search_list_columns (index, "");
  g_autofree char *condition = entente_search_write_condition (index, "");
  g_autofree char *ids = write_ids (bulk->waiting[bulk->index], bulk->n_done, n);
  g_autofree char *sql = NULL;
  g_autoptr (EntenteStatement) statement = NULL;

  sql = g_strdup_printf ("INSERT INTO %s (rowid, %s) SELECT id, %s FROM %s"
                         " WHERE id IN (SELECT value FROM json_each (?1)) AND (%s)",
                         index->index,
                         columns,
                         columns,
                         index->table,
                         condition);
  statement = entente_statement_prepare (bulk->db, sql, error);
  if (statement == NULL)
    return FALSE;
  entente_statement_bind_text (statement, 1, ids);
  return entente_statement_run (statement, error);
}

gboolean
entente_search_bulk_finish (EntenteSearchBulk *bulk, gboolean *done, GError **error)
{
  guint n;

  *done = FALSE;
  while (bulk->index < ENTENTE_N_SEARCH_INDEXES &&
         bulk->n_done == bulk->waiting[bulk->index]->len) {
    bulk->index++;
    bulk->n_done = 0;
  }
  if (bulk->index == ENTENTE_N_SEARCH_INDEXES) {
    *done = TRUE;
    return !bulk->dropped || entente_search_make_triggers (bulk->db, error);
  }
  if (bulk->n_done == 0)
    entente_ids_sort (bulk->waiting[bulk->index]);
  n = MIN (N_BATCH, bulk->waiting[bulk->index]->len - bulk->n_done);
  if (!index_batch (bulk, n, error))
    return FALSE;
  bulk->n_done += n;
  return TRUE;
}
