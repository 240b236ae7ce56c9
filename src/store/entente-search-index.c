/* The FTS5 tables, and the TEMP triggers that keep them.
 *
 * The file holds no trigger, so these are made at each opening. What an index holds can always be
 * built anew from the tables of content. Worker thread.
 */
#include "config.h"

#include "entente-search-index.h"

const EntenteSearchIndex entente_search_indexes[ENTENTE_N_SEARCH_INDEXES] = {
  { "search_event", ENTENTE_ENTITY_EVENT, "event", { "title", "summary", "judgement_reason" } },
  { "search_claim", ENTENTE_ENTITY_CLAIM, "claim", { "note", "claimed_text" } },
  { "search_passage", ENTENTE_ENTITY_PASSAGE, "passage", { "quote" } },
  { "search_article", ENTENTE_ENTITY_ARTICLE, "article", { "title", "authors", "note" } },
  { "search_revision", ENTENTE_ENTITY_REVISION, "revision", { "text" } },
};

/* "a, b" with a prefix for each: "new.a, new.b". */
char *
entente_search_list_columns (const EntenteSearchIndex *index, const char *prefix)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; index->columns[i] != NULL; i++)
    g_string_append_printf (list, "%s%s%s", i > 0 ? ", " : "", prefix, index->columns[i]);
  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* "new.a IS NOT NULL OR new.b IS NOT NULL": rows without words are not in the index. */
char *
entente_search_write_condition (const EntenteSearchIndex *index, const char *prefix)
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

/* An update takes the old row out and puts the new one in; each half is a trigger of its own, so
 * that rows without words can be left out. */
static char *
write_triggers (const EntenteSearchIndex *index)
{
  g_autofree char *columns = entente_search_list_columns (index, "");
  g_autofree char *old = entente_search_list_columns (index, "old.");
  g_autofree char *new = entente_search_list_columns (index, "new.");
  g_autofree char *old_words = entente_search_write_condition (index, "old.");
  g_autofree char *new_words = entente_search_write_condition (index, "new.");
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

gboolean
entente_search_make_triggers (EntenteDb *db, GError **error)
{
  for (guint i = 0; i < ENTENTE_N_SEARCH_INDEXES; i++) {
    g_autofree char *sql = write_triggers (&entente_search_indexes[i]);

    if (!entente_db_exec (db, sql, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
entente_search_drop_triggers (EntenteDb *db, GError **error)
{
  for (guint i = 0; i < ENTENTE_N_SEARCH_INDEXES; i++) {
    g_autofree char *sql = g_strdup_printf ("DROP TRIGGER IF EXISTS temp.%1$s_insert;"
                                            "DROP TRIGGER IF EXISTS temp.%1$s_delete;"
                                            "DROP TRIGGER IF EXISTS temp.%1$s_before;"
                                            "DROP TRIGGER IF EXISTS temp.%1$s_after",
                                            entente_search_indexes[i].index);

    if (!entente_db_exec (db, sql, error))
      return FALSE;
  }
  return TRUE;
}

/* Sends the same command, with its argument if it has one, to every index. */
static gboolean
command_all (EntenteDb *db, const char *command, int argument, GError **error)
{
  for (guint i = 0; i < ENTENTE_N_SEARCH_INDEXES; i++) {
    g_autofree char *sql = g_strdup_printf ("INSERT INTO %1$s (%1$s, rank) VALUES ('%2$s', %3$d)",
                                            entente_search_indexes[i].index,
                                            command,
                                            argument);

    if (!entente_db_exec (db, sql, error))
      return FALSE;
  }
  return TRUE;
}

/* FTS5 can neither rebuild nor drop a table whose own rows it cannot read, so those are written as
 * it writes them for an empty table (fts5_index.c, sqlite3Fts5IndexReinit). */
static gboolean
reset_index (EntenteDb *db, const EntenteSearchIndex *index, GError **error)
{
  g_autofree char *sql =
    g_strdup_printf ("DELETE FROM %1$s_data; DELETE FROM %1$s_idx; DELETE FROM %1$s_config;"
                     "INSERT INTO %1$s_data (id, block) VALUES (1, x''), (10, x'00000000000000');"
                     "INSERT INTO %1$s_config (k, v) VALUES ('version', 4)",
                     index->index);

  return entente_db_exec (db, sql, error);
}

static gboolean
reset_all (EntenteDb *db, GError **error)
{
  gboolean done = sqlite3_db_config (db->handle, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL) == SQLITE_OK;

  for (guint i = 0; done && i < ENTENTE_N_SEARCH_INDEXES; i++)
    done = reset_index (db, &entente_search_indexes[i], error);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  return done;
}

gboolean
entente_search_rebuild (EntenteDb *db, GError **error)
{
  return command_all (db, "rebuild", 0, NULL) ||
         (reset_all (db, error) && command_all (db, "rebuild", 0, error));
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
