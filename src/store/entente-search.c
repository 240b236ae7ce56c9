/* The index of words: FTS5 tables beside the tables of content.
 *
 * The file holds no trigger, so the TEMP triggers that keep the index are made at each open. Who
 * writes without them leaves the index stale; the change counter of the file, which every writer
 * raises and only we note down, tells. The index may be dropped and built anew at any time, and no
 * edit fails because of it.
 */
#include "config.h"

#include "entente-search.h"

#include "entente-ids.h"
#include "entente-search-words.h"
#include "entente-statement.h"
#include "entente-transaction.h"

#include <glib/gi18n-lib.h>

typedef struct {
  const char *index;
  const char *table;
  const char *columns[4];
} Index;

static const Index indexes[] = {
  { "search_event", "event", { "title", "summary", "judgement_reason" } },
  { "search_claim", "claim", { "note", "claimed_text" } },
  { "search_passage", "passage", { "quote" } },
  { "search_article", "article", { "title", "authors", "note" } },
  { "search_revision", "revision", { "text" } },
};

/* "a, b" with a prefix for each: "new.a, new.b". */
static char *
list_columns (const Index *index, const char *prefix)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; index->columns[i] != NULL; i++)
    g_string_append_printf (list, "%s%s%s", i > 0 ? ", " : "", prefix, index->columns[i]);
  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* "new.a IS NOT NULL OR new.b IS NOT NULL": rows without words are not in the index. */
static char *
write_condition (const Index *index, const char *prefix)
{
  g_autoptr (GString) condition = g_string_new (NULL);

  for (guint i = 0; index->columns[i] != NULL; i++)
    g_string_append_printf (condition,
                            "%s%s%s IS NOT NULL",
                            i > 0 ? " OR " : "",
                            prefix,
                            index->columns[i]);
  return g_string_free (g_steal_pointer (&condition), FALSE);
}

/* An update takes the old row out and puts the new one in; each half is a trigger of its own, so that
 * rows without words can be left out. */
static char *
write_triggers (const Index *index)
{
  g_autofree char *columns = list_columns (index, "");
  g_autofree char *old = list_columns (index, "old.");
  g_autofree char *new = list_columns (index, "new.");
  g_autofree char *old_words = write_condition (index, "old.");
  g_autofree char *new_words = write_condition (index, "new.");
  g_autofree char *remove = g_strdup_printf (
    "WHEN %s BEGIN INSERT INTO %s (%s, rowid, %s) VALUES ('delete', old.id, %s); END",
    old_words,
    index->index,
    index->index,
    columns,
    old);
  g_autofree char *add = g_strdup_printf ("WHEN %s BEGIN INSERT INTO %s (rowid, %s)"
                                          " VALUES (new.id, %s); END",
                                          new_words,
                                          index->index,
                                          columns,
                                          new);

  return g_strdup_printf ("CREATE TEMP TRIGGER %1$s_insert AFTER INSERT ON main.%2$s %3$s;"
                          "CREATE TEMP TRIGGER %1$s_delete AFTER DELETE ON main.%2$s %4$s;"
                          "CREATE TEMP TRIGGER %1$s_before BEFORE UPDATE OF %5$s ON main.%2$s %4$s;"
                          "CREATE TEMP TRIGGER %1$s_after AFTER UPDATE OF %5$s ON main.%2$s %3$s;",
                          index->index,
                          index->table,
                          add,
                          remove,
                          columns);
}

static gboolean
make_triggers (EntenteDb *db, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (indexes); i++) {
    g_autofree char *sql = write_triggers (&indexes[i]);

    if (!entente_db_exec (db, sql, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
entente_search_detach (EntenteDb *db, GError **error)
{
  db->without_index = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (indexes); i++) {
    g_autofree char *sql = g_strdup_printf ("DROP TRIGGER IF EXISTS temp.%1$s_insert;"
                                            "DROP TRIGGER IF EXISTS temp.%1$s_delete;"
                                            "DROP TRIGGER IF EXISTS temp.%1$s_before;"
                                            "DROP TRIGGER IF EXISTS temp.%1$s_after",
                                            indexes[i].index);

    if (!entente_db_exec (db, sql, error))
      return FALSE;
  }
  return TRUE;
}

/* Did the last writer keep the index? Within a transaction. */
static gboolean
read_counters (EntenteDb *db, gint64 *counter, gint64 *kept, GError **error)
{
  return entente_db_query_int (db, "SELECT counter FROM search_state", kept, error) &&
         entente_db_get_change_counter (db, counter, error);
}

/* Notes what the counter will be when this transaction is committed, or what it can never be. */
static gboolean
note_counter (EntenteDb *db, gint64 counter, GError **error)
{
  return entente_statement_run_with_id (db,
                                        "UPDATE search_state SET counter = ?1",
                                        db->without_index ? -1 : (counter + 1) & G_MAXUINT32,
                                        error);
}

gboolean
entente_search_mark_kept (EntenteDb *db, GError **error)
{
  gint64 counter;

  return entente_db_get_change_counter (db, &counter, error) && note_counter (db, counter, error);
}

gboolean
entente_search_prepare_write (EntenteDb *db, GError **error)
{
  gint64 counter, kept;

  if (!read_counters (db, &counter, &kept, error))
    return FALSE;
  if (counter != kept && !db->without_index && !entente_search_rebuild (db, error))
    return FALSE;
  return note_counter (db, counter, error);
}

static gboolean
is_stale (EntenteDb *db)
{
  gint64 counter = 0, kept = 0;
  gboolean read;

  if (!entente_db_exec (db, "BEGIN", NULL))
    return FALSE;
  read = read_counters (db, &counter, &kept, NULL);
  entente_db_exec (db, "COMMIT", NULL);
  return read && counter != kept;
}

gboolean
entente_search_attach (EntenteDb *db, GError **error)
{
  g_autoptr (EntenteTransaction) transaction = NULL;

  if (db->read_only)
    return TRUE;
  if (!make_triggers (db, error))
    return FALSE;
  if (is_stale (db)) {
    transaction = entente_transaction_begin (db, NULL);
    if (transaction != NULL)
      entente_transaction_commit (transaction, NULL);
  }
  return TRUE;
}

/* Sends the same command, with its argument if it has one, to every index. */
static gboolean
command_all (EntenteDb *db, const char *command, int argument, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (indexes); i++) {
    g_autofree char *sql = g_strdup_printf ("INSERT INTO %1$s (%1$s, rank) VALUES ('%2$s', %3$d)",
                                            indexes[i].index,
                                            command,
                                            argument);

    if (!entente_db_exec (db, sql, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
entente_search_rebuild (EntenteDb *db, GError **error)
{
  return command_all (db, "rebuild", 0, error);
}

gboolean
entente_search_check (EntenteDb *db, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (command_all (db, "integrity-check", 1, &local))
    return TRUE;
  if (!g_error_matches (local, ENTENTE_ERROR, ENTENTE_ERROR_CORRUPT))
    g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* ---- finding ---- */

static gboolean
collect (EntenteDb *db,
         const char *sql,
         const char *expression,
         gint64 limit,
         GArray *ids,
         GError **error)
{
  g_autoptr (EntenteStatement) statement = entente_statement_prepare (db, sql, error);
  EntenteStepResult result;

  if (statement == NULL)
    return FALSE;
  entente_statement_bind_text (statement, 1, expression);
  if (limit >= 0)
    entente_statement_bind_int (statement, 2, limit);
  while ((result = entente_statement_step (statement, error)) == ENTENTE_STEP_ROW) {
    EntenteId id = entente_statement_get_int (statement, 0);

    g_array_append_val (ids, id);
  }
  return result == ENTENTE_STEP_DONE;
}

static gboolean
find_events (EntenteDb *db, const char *expression, GArray *ids, GError **error)
{
  static const char *const queries[] = {
    "SELECT rowid FROM search_event WHERE search_event MATCH ?1",
    "SELECT claim.event FROM search_claim JOIN claim ON claim.id = search_claim.rowid"
    " WHERE search_claim MATCH ?1",
    "SELECT claim.event FROM search_passage JOIN claim ON claim.passage = search_passage.rowid"
    " WHERE search_passage MATCH ?1",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++) {
    if (!collect (db, queries[i], expression, -1, ids, error))
      return FALSE;
  }
  entente_ids_sort (ids);
  return TRUE;
}

/* A title counts before a text; within each the best first. */
static gboolean
find_articles (EntenteDb *db, const char *expression, gint64 limit, GArray *ids, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (EntenteId));

  if (!collect (
        db,
        "SELECT rowid FROM search_article WHERE search_article MATCH ?1 ORDER BY rank LIMIT ?2",
        expression,
        limit,
        found,
        error) ||
      !collect (db,
                "SELECT revision.article FROM search_revision JOIN revision"
                " ON revision.id = search_revision.rowid WHERE search_revision MATCH ?1"
                " ORDER BY search_revision.rank LIMIT ?2",
                expression,
                limit,
                found,
                error))
    return FALSE;
  for (guint i = 0; i < found->len && ids->len < limit; i++) {
    EntenteId *id = &g_array_index (found, EntenteId, i);

    if (g_hash_table_add (seen, id))
      g_array_append_val (ids, *id);
  }
  return TRUE;
}

static gboolean
find (EntenteDb *db, const char *expression, gint64 limit, GArray *ids, GError **error)
{
  g_array_set_size (ids, 0);
  if (limit < 0)
    return find_events (db, expression, ids, error);
  return find_articles (db, expression, limit, ids, error);
}

/* What is no valid expression is searched as plain words. */
static GArray *
find_words (EntenteDb *db, const char *words, gint64 limit, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (EntenteId));
  g_autofree char *expression = entente_search_words_to_expression (words);
  g_autofree char *plain = entente_search_words_to_plain (words);

  if (plain == NULL)
    return g_steal_pointer (&ids);
  if (expression != NULL && find (db, expression, limit, ids, NULL))
    return g_steal_pointer (&ids);
  return find (db, plain, limit, ids, error) ? g_steal_pointer (&ids) : NULL;
}

GArray *
entente_search_find_events (EntenteDb *db, const char *words, GError **error)
{
  return find_words (db, words, -1, error);
}

GArray *
entente_search_find_articles (EntenteDb *db, const char *words, guint limit, GError **error)
{
  return find_words (db, words, limit, error);
}
