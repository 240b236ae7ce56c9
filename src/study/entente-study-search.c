/* Rows of a study that match: full-text search, and queries with words in them.
 *
 * The store finds ids; what row an event has is a question for the chronicle of the moment.
 */

#include "config.h"

#include "entente-study-private.h"

static void
id_array_unref (gpointer array)
{
  g_array_unref (array);
}

static EntenteBitset *
make_rows (EntenteStudy *study, const GArray *ids)
{
  EntenteChronicle *chronicle = entente_study_get_chronicle (study);
  EntenteBitset *rows = entente_bitset_new (entente_chronicle_get_n_rows (chronicle));

  for (guint i = 0; i < ids->len; i++) {
    guint row = entente_chronicle_find_row (chronicle, g_array_index (ids, EntenteId, i));

    if (row != ENTENTE_NO_INDEX)
      entente_bitset_add (rows, row);
  }
  return rows;
}

static gpointer
search (EntenteStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return entente_store_search_events (store, data, error);
}

EntenteBitset *
entente_study_search (EntenteStudy *study, const char *words, GError **error)
{
  g_autoptr (GArray) ids = entente_study_run (study, search, (gpointer) words, error);

  return ids ? make_rows (study, ids) : NULL;
}

static void
searched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  GArray *ids = entente_store_run_finish (ENTENTE_STORE (source), result, &error);

  if (ids)
    g_task_return_pointer (task, ids, id_array_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
entente_study_search_async (EntenteStudy *study,
                            const char *words,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  entente_store_run_async (entente_study_get_store (study),
                           search,
                           g_strdup (words),
                           g_free,
                           id_array_unref,
                           cancellable,
                           searched_cb,
                           g_task_new (study, cancellable, callback, user_data));
}

EntenteBitset *
entente_study_search_finish (EntenteStudy *study, GAsyncResult *result, GError **error)
{
  g_autoptr (GArray) ids = g_task_propagate_pointer (G_TASK (result), error);

  return ids ? make_rows (study, ids) : NULL;
}

/* ---- articles ---- */

typedef struct {
  char *words;
  guint limit;
} ArticleSearch;

static void
free_article_search (gpointer data)
{
  g_free (((ArticleSearch *) data)->words);
  g_free (data);
}

static gpointer
search_articles (EntenteStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const ArticleSearch *asked = data;

  return entente_store_search_articles (store, asked->words, asked->limit, error);
}

void
entente_study_search_articles_async (EntenteStudy *study,
                                     const char *words,
                                     guint limit,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  ArticleSearch *asked = g_new (ArticleSearch, 1);

  *asked = (ArticleSearch){ g_strdup (words), limit };
  entente_store_run_async (entente_study_get_store (study),
                           search_articles,
                           asked,
                           free_article_search,
                           id_array_unref,
                           cancellable,
                           searched_cb,
                           g_task_new (study, cancellable, callback, user_data));
}

GArray *
entente_study_search_articles_finish (EntenteStudy *study, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- queries ---- */

EntenteBitset *
entente_study_match (EntenteStudy *study, const EntenteQuery *query, GError **error)
{
  g_autoptr (EntenteBitset) found = NULL;

  if (query->words && *query->words && !(found = entente_study_search (study, query->words, error)))
    return NULL;
  return entente_query_match (query, entente_study_get_chronicle (study), found, NULL);
}
