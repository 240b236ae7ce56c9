/* Finding words: of events all that have them, of articles the best. */
#include "config.h"

#include "entente-ids.h"
#include "entente-search-words.h"
#include "entente-search.h"
#include "entente-statement.h"

#define MAX_RANKED 4000

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

/* Where articles are looked for: the newest that have the words, the best, and whose article a row
 * is. */
typedef struct {
  const char *newest;
  const char *best;
  const char *owner; /* or NULL: it is the article */
} ArticleIndex;

static const ArticleIndex titles = {
  "SELECT rowid FROM search_article WHERE search_article MATCH ?1 ORDER BY rowid DESC LIMIT ?2",
  "SELECT rowid FROM search_article WHERE search_article MATCH ?1 ORDER BY rank LIMIT ?2",
  NULL,
};

static const ArticleIndex texts = {
  "SELECT rowid FROM search_revision WHERE search_revision MATCH ?1 ORDER BY rowid DESC LIMIT ?2",
  "SELECT revision.article FROM search_revision JOIN revision"
  " ON revision.id = search_revision.rowid WHERE search_revision MATCH ?1"
  " ORDER BY search_revision.rank LIMIT ?2",
  "SELECT article FROM revision WHERE id = ?1",
};

static gboolean
append_owner (EntenteDb *db, const char *sql, EntenteId row, GArray *found, GError **error)
{
  g_autoptr (EntenteStatement) statement = NULL;
  EntenteStepResult result;
  EntenteId id = row;

  if (sql != NULL) {
    statement = entente_statement_prepare (db, sql, error);
    if (statement == NULL)
      return FALSE;
    entente_statement_bind_int (statement, 1, row);
    result = entente_statement_step (statement, error);
    if (result != ENTENTE_STEP_ROW)
      return result == ENTENTE_STEP_DONE;
    id = entente_statement_get_int (statement, 0);
  }
  g_array_append_val (found, id);
  return TRUE;
}

/* Ranking looks at every text that has the words, so that of common words it would take many times
 * as long as all else: then the newest come first. */
static gboolean
find_in (EntenteDb *db,
         const ArticleIndex *index,
         const char *expression,
         gint64 limit,
         GArray *found,
         GError **error)
{
  g_autoptr (GArray) newest = g_array_new (FALSE, FALSE, sizeof (EntenteId));

  if (!collect (db, index->newest, expression, MAX_RANKED + 1, newest, error))
    return FALSE;
  if (newest->len <= MAX_RANKED)
    return newest->len == 0 || collect (db, index->best, expression, limit, found, error);
  for (guint i = 0; i < newest->len && i < limit; i++) {
    if (!append_owner (db, index->owner, g_array_index (newest, EntenteId, i), found, error))
      return FALSE;
  }
  return TRUE;
}

/* A title counts before a text; within each the best first. */
static gboolean
find_articles (EntenteDb *db, const char *expression, gint64 limit, GArray *ids, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (EntenteId));

  if (!find_in (db, &titles, expression, limit, found, error) ||
      !find_in (db, &texts, expression, limit, found, error))
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
