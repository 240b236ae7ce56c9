/* A copy to give away: made without history under a hidden name, what is left out is deleted from
 * it, its index is built anew, and it is vacuumed, so that no free page keeps what went. */
#include "config.h"

#include "entente-send.h"

#include "entente-copy.h"
#include "entente-new-file.h"
#include "entente-search.h"
#include "entente-store-private.h"
#include "entente-table.h"

#include <glib/gstdio.h>

typedef struct {
  EntenteStore *store;
  const char *path;
  EntenteSendFlags flags;
  GCancellable *cancellable;
  GError **error;
  gboolean done;
  EntenteSendList *list;
} Call;

/* ---- what is there ---- */

void
entente_send_list_free (EntenteSendList *list)
{
  g_free (list->coders);
  g_free (list);
}

#define COUNT_NOTES(table) "(SELECT count (*) FROM " table " WHERE note <> '')"

static gboolean
count (EntenteDb *db, EntenteSendList *list, GError **error)
{
  const struct {
    const char *sql;
    gint64 *value;
  } numbers[] = {
    { "SELECT count (*) FROM event", &list->n_events },
    { "SELECT count (*) FROM event WHERE private = 1", &list->n_private },
    { "SELECT count (*) FROM claim", &list->n_claims },
    { "SELECT count (*) FROM position", &list->n_positions },
    { "SELECT count (*) FROM article", &list->n_articles },
    { "SELECT coalesce (sum (length (text)), 0) FROM revision WHERE (article, number) IN"
      " (SELECT article, max (number) FROM revision GROUP BY article)",
      &list->n_characters },
    { "SELECT count (*) FROM actor", &list->n_actors },
    { "SELECT count (*) FROM actor WHERE pseudonym <> ''", &list->n_pseudonyms },
    { "SELECT " COUNT_NOTES ("article") "+" COUNT_NOTES ("actor") "+" COUNT_NOTES (
        "issue") "+" COUNT_NOTES ("claim"),
      &list->n_notes },
    { "SELECT count (*) FROM question", &list->n_questions },
    { "SELECT count (*) FROM view", &list->n_views },
    { "SELECT count (*) FROM journal", &list->n_steps },
    { "SELECT count (*) FROM draft", &list->n_drafts },
    { "SELECT count (*) FROM log", &list->n_log },
  };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (!entente_db_query_int (db, numbers[i].sql, numbers[i].value, error))
      return FALSE;
  return TRUE;
}

static void
list_job (gpointer data)
{
  Call *call = data;
  EntenteDb *db = call->store->db;
  g_autoptr (EntenteSendList) list = g_new0 (EntenteSendList, 1);

  if (!count (db, list, call->error))
    return;
  list->coders = entente_db_query_text (db, "SELECT group_concat (name, ', ') FROM coder", NULL);
  if (list->coders != NULL) {
    char *valid = g_utf8_make_valid (list->coders, -1);

    g_free (list->coders);
    list->coders = valid;
  }
  call->list = g_steal_pointer (&list);
}

EntenteSendList *
entente_store_list_to_send (EntenteStore *store, GError **error)
{
  Call call = { .store = store, .error = error };

  return entente_store_call (store, list_job, &call, FALSE, error) ? call.list : NULL;
}

/* ---- what is left out ---- */

/* Words that were marked only for what goes, go too; the article that holds them stays. */
#define FORGET_PRIVATE                                                                             \
  "DELETE FROM question WHERE event IN (SELECT id FROM event WHERE private = 1)"                   \
  " OR answer IN (SELECT id FROM event WHERE private = 1)"                                         \
  " OR resolved_by IN (SELECT id FROM claim WHERE event IN"                                        \
  " (SELECT id FROM event WHERE private = 1));"                                                    \
  "DELETE FROM turning_point WHERE cause IN (SELECT id FROM event WHERE private = 1)"              \
  " OR departure IN (SELECT id FROM event WHERE private = 1)"                                      \
  " OR consequence IN (SELECT id FROM event WHERE private = 1);"                                   \
  "CREATE TEMP TABLE forgotten AS SELECT passage AS id FROM claim WHERE passage IS NOT NULL"       \
  " AND event IN (SELECT id FROM event WHERE private = 1);"                                        \
  "DELETE FROM event WHERE private = 1;"                                                           \
  "DELETE FROM passage WHERE id IN (SELECT id FROM temp.forgotten)"                                \
  " AND NOT EXISTS (SELECT 1 FROM claim WHERE claim.passage = passage.id)"                         \
  " AND NOT EXISTS (SELECT 1 FROM link WHERE link.passage = passage.id)"                           \
  " AND NOT EXISTS (SELECT 1 FROM event_order WHERE event_order.passage = passage.id)"             \
  " AND NOT EXISTS (SELECT 1 FROM position WHERE position.passage = passage.id)"                   \
  " AND NOT EXISTS (SELECT 1 FROM question WHERE question.passage = passage.id);"                  \
  "DROP TABLE temp.forgotten"

#define FORGET_NOTES                                                                               \
  "UPDATE article SET note = NULL; UPDATE actor SET note = NULL; UPDATE issue SET note = NULL;"    \
  "UPDATE claim SET note = NULL"

#define FORGET_NAMES                                                                               \
  "DELETE FROM alias WHERE actor IN (SELECT id FROM actor WHERE pseudonym <> '');"                 \
  "UPDATE actor SET name = pseudonym, short_label = NULL, wikidata = NULL, note = NULL"            \
  " WHERE pseudonym <> ''"

static gboolean
forget (EntenteDb *copy, EntenteSendFlags flags, GError **error)
{
  return (!(flags & ENTENTE_SEND_NO_PRIVATE) || entente_db_exec (copy, FORGET_PRIVATE, error)) &&
         (!(flags & ENTENTE_SEND_NO_NOTES) || entente_db_exec (copy, FORGET_NOTES, error)) &&
         (!(flags & ENTENTE_SEND_NO_QUESTIONS) ||
          entente_db_exec (copy, "DELETE FROM question", error)) &&
         (!(flags & ENTENTE_SEND_NO_CODERS) ||
          entente_db_exec (copy, "DELETE FROM coder", error)) &&
         (!(flags & ENTENTE_SEND_NO_NAMES) || entente_db_exec (copy, FORGET_NAMES, error));
}

static gboolean
leave_out (const char *path, EntenteSendFlags flags, GCancellable *cancellable, GError **error)
{
  g_autoptr (EntenteDb) copy = entente_db_open_plain (path, error);

  if (copy == NULL)
    return FALSE;
  copy->cancellable = cancellable;
  if (!entente_db_exec (copy, "BEGIN IMMEDIATE", error) || !forget (copy, flags, error) ||
      !entente_table_delete_orphaned_values (copy, error) ||
      !entente_search_rebuild (copy, error) || !entente_db_exec (copy, "COMMIT", error))
    return FALSE;
  sqlite3_limit (copy->handle, SQLITE_LIMIT_ATTACHED, 1); /* VACUUM attaches a file of its own */
  return entente_db_exec (copy, "VACUUM", error) &&
         entente_db_exec (copy, "BEGIN IMMEDIATE", error) &&
         entente_search_mark_kept (copy, error) && entente_db_exec (copy, "COMMIT", error);
}

static void
send_job (gpointer data)
{
  Call *call = data;
  g_autofree char *absolute = g_canonicalize_filename (call->path, NULL);
  g_autofree char *hidden = entente_new_file_get_temporary (absolute);

  if (!entente_copy_write (call->store->db, hidden, FALSE, call->cancellable, call->error))
    return;
  if (call->flags == ENTENTE_SEND_ALL ||
      leave_out (hidden, call->flags, call->cancellable, call->error))
    call->done = entente_new_file_publish (hidden, absolute, call->error);
  else
    g_unlink (hidden);
}

gboolean
entente_store_send (EntenteStore *store,
                    const char *path,
                    EntenteSendFlags flags,
                    GCancellable *cancellable,
                    GError **error)
{
  Call call = { .store = store,
                .path = path,
                .flags = flags,
                .cancellable = cancellable,
                .error = error };

  return entente_store_call (store, send_job, &call, TRUE, error) && call.done;
}
