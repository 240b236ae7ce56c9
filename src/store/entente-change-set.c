/* What a step changed, read off its changeset: ids per entity, and the events that look different.
 *
 * An event looks different when its row changed or anything that is drawn with it: participations,
 * claims, links, orders, issues, readings, and the passages, notes and articles behind its claims.
 * A changeset says only which columns changed, so the event of an updated child is looked up.
 */
#include "config.h"

#include "entente-change-set.h"

#include "entente-chunks.h"
#include "entente-ids.h"
#include "entente-statement.h"
#include "entente-table.h"

#include <string.h>

/* Beyond this, reading everything anew is quicker than telling what changed. */
#define MAX_CHANGES 20000

G_DEFINE_BOXED_TYPE (EntenteChangeSet,
                     entente_change_set,
                     entente_change_set_ref,
                     entente_change_set_unref)

/* How to find the events that a change of a table touches. */
typedef struct {
  const char *table;
  int columns[2]; /* of the row that hold an event, 0 for none; -1: the id is the event's */
  const char *rows; /* SQL that finds them when the changeset does not say, by id */
  const char *gone; /* the same when the row is gone, by what its second column held; or NULL */
} Touch;

static const Touch touches[] = {
  { "event", { -1 }, NULL },
  { "participation", { 1 }, "SELECT event FROM participation WHERE id = ?1" },
  { "claim", { 1 }, "SELECT event FROM claim WHERE id = ?1" },
  { "claim_actor", { 0 }, "SELECT event FROM claim WHERE id = ?1", NULL },
  { "link",
    { 1, 2 },
    "SELECT \"from\" FROM link WHERE id = ?1 UNION SELECT \"to\" FROM link WHERE id = ?1" },
  { "event_order",
    { 1, 2 },
    "SELECT event FROM event_order WHERE id = ?1 UNION SELECT other FROM event_order WHERE id = "
    "?1" },
  { "event_issue", { -1 }, NULL },
  { "reading", { -1 }, NULL },
  { "passage", { 0 }, "SELECT event FROM claim WHERE passage = ?1" },
  { "footnote",
    { 0 },
    "SELECT claim.event FROM footnote JOIN passage ON passage.revision = footnote.revision"
    " JOIN claim ON claim.passage = passage.id WHERE footnote.id = ?1",
    "SELECT claim.event FROM passage JOIN claim ON claim.passage = passage.id"
    " WHERE passage.revision = ?1" },
  { "article",
    { 0 },
    "SELECT claim.event FROM revision JOIN passage ON passage.revision = revision.id"
    " JOIN claim ON claim.passage = passage.id WHERE revision.article = ?1" },
};

EntenteChangeSet *
entente_change_set_new (const char *label)
{
  EntenteChangeSet *changes = g_atomic_rc_box_new0 (EntenteChangeSet);

  changes->label = g_strdup (label);
  changes->events = g_array_new (FALSE, FALSE, sizeof (EntenteId));
  return changes;
}

EntenteChangeSet *
entente_change_set_new_everything (const char *label)
{
  EntenteChangeSet *changes = entente_change_set_new (label);

  changes->everything = TRUE;
  return changes;
}

EntenteChangeSet *
entente_change_set_ref (EntenteChangeSet *changes)
{
  return g_atomic_rc_box_acquire (changes);
}

static void
clear_change_set (gpointer data)
{
  EntenteChangeSet *changes = data;

  for (guint i = 0; i < ENTENTE_N_ENTITIES; i++) {
    g_clear_pointer (&changes->ids[i], g_array_unref);
    g_clear_pointer (&changes->deleted[i], g_array_unref);
  }
  g_array_unref (changes->events);
  g_free (changes->label);
}

void
entente_change_set_unref (EntenteChangeSet *changes)
{
  g_atomic_rc_box_release_full (changes, clear_change_set);
}

static void
add_id (GArray **ids, EntenteId id)
{
  if (*ids == NULL)
    *ids = g_array_new (FALSE, FALSE, sizeof (EntenteId));
  g_array_append_val (*ids, id);
}

/* Value of a column after the change, or before it when @old; 0 when the changeset does not say. */
static EntenteId
get_id (sqlite3_changeset_iter *iter, int operation, int column, gboolean old)
{
  sqlite3_value *value = NULL;

  if (old && operation != SQLITE_INSERT)
    sqlite3changeset_old (iter, column, &value);
  else if (!old && operation != SQLITE_DELETE)
    sqlite3changeset_new (iter, column, &value);
  return value != NULL ? sqlite3_value_int64 (value) : ENTENTE_ID_NONE;
}

/* Adds the events that a column names; TRUE when the changeset told. */
static gboolean
add_events_of_column (EntenteChangeSet *changes,
                      sqlite3_changeset_iter *iter,
                      int operation,
                      int column)
{
  EntenteId before = get_id (iter, operation, column, TRUE);
  EntenteId after = get_id (iter, operation, column, FALSE);

  if (before != ENTENTE_ID_NONE)
    g_array_append_val (changes->events, before);
  if (after != ENTENTE_ID_NONE)
    g_array_append_val (changes->events, after);
  return before != ENTENTE_ID_NONE || after != ENTENTE_ID_NONE;
}

static gboolean
add_events (EntenteChangeSet *changes,
            EntenteDb *db,
            sqlite3_changeset_iter *iter,
            const Touch *touch,
            int operation,
            EntenteId id,
            GError **error)
{
  gboolean told = touch->columns[0] != 0;

  if (touch->columns[0] == -1)
    g_array_append_val (changes->events, id);
  for (guint i = 0; i < G_N_ELEMENTS (touch->columns); i++) {
    if (touch->columns[i] > 0 &&
        !add_events_of_column (changes, iter, operation, touch->columns[i]))
      told = FALSE;
  }
  if (told || touch->rows == NULL)
    return TRUE;
  if (operation == SQLITE_DELETE && touch->gone != NULL)
    return entente_statement_collect_ids (db,
                                          touch->gone,
                                          get_id (iter, operation, 1, TRUE),
                                          changes->events,
                                          error);
  return entente_statement_collect_ids (db, touch->rows, id, changes->events, error);
}

static const Touch *
find_touch (const char *table)
{
  for (gsize i = 0; i < G_N_ELEMENTS (touches); i++) {
    if (strcmp (touches[i].table, table) == 0)
      return &touches[i];
  }
  return NULL;
}

/* The id of the row, or of the event or claim that it is a part of. */
static EntenteId
get_row_id (sqlite3_changeset_iter *iter, int operation)
{
  return get_id (iter, operation, 0, operation != SQLITE_INSERT);
}

static gboolean
add_change (EntenteChangeSet *changes, EntenteDb *db, sqlite3_changeset_iter *iter, GError **error)
{
  const char *name;
  const EntenteTable *table;
  const Touch *touch;
  int n_columns, operation;
  EntenteId id;

  sqlite3changeset_op (iter, &name, &n_columns, &operation, NULL);
  id = get_row_id (iter, operation);
  table = entente_table_find (name);
  if (table == NULL)
    add_id (&changes->ids[g_str_equal (name, "claim_actor") ? ENTENTE_ENTITY_CLAIM
                                                            : ENTENTE_ENTITY_EVENT],
            id);
  else if (operation == SQLITE_DELETE)
    add_id (&changes->deleted[table->entity], id);
  else
    add_id (&changes->ids[table->entity], id);
  touch = find_touch (name);
  return touch == NULL || add_events (changes, db, iter, touch, operation, id, error);
}

/* Takes out of @ids what is in @without; both sorted. */
static void
remove_ids (GArray *ids, GArray *without)
{
  guint kept = 0;

  for (guint i = 0; i < ids->len; i++) {
    EntenteId id = g_array_index (ids, EntenteId, i);

    if (!entente_ids_contain (without, id))
      g_array_index (ids, EntenteId, kept++) = id;
  }
  g_array_set_size (ids, kept);
}

static void
sort_entity (GArray **ids, GArray *deleted)
{
  if (deleted != NULL)
    entente_ids_sort (deleted);
  if (*ids == NULL)
    return;
  entente_ids_sort (*ids);
  remove_ids (*ids, deleted);
  if ((*ids)->len == 0)
    g_clear_pointer (ids, g_array_unref);
}

static void
sort_change_set (EntenteChangeSet *changes)
{
  for (guint i = 0; i < ENTENTE_N_ENTITIES; i++)
    sort_entity (&changes->ids[i], changes->deleted[i]);
  entente_ids_sort (changes->events);
}

/* Changes up to the limit; everything when there are more. */
static gboolean
add_changes (EntenteChangeSet *changes, EntenteDb *db, sqlite3_changeset_iter *iter, GError **error)
{
  guint n = 0;
  int code;

  while ((code = sqlite3changeset_next (iter)) == SQLITE_ROW) {
    if (n++ == MAX_CHANGES) {
      changes->everything = TRUE;
      return TRUE;
    }
    if (!add_change (changes, db, iter, error))
      return FALSE;
  }
  if (code == SQLITE_DONE)
    return TRUE;
  entente_db_set_error (db, code, error);
  return FALSE;
}

EntenteChangeSet *
entente_change_set_read (EntenteDb *db,
                         gint64 number,
                         gboolean invert,
                         const char *label,
                         GError **error)
{
  g_autoptr (EntenteChunkReader) reader = entente_chunk_reader_new (db, number);
  g_autoptr (EntenteChangeSet) changes = entente_change_set_new (label);
  sqlite3_changeset_iter *iter = NULL;
  gboolean whole;
  int code = sqlite3changeset_start_v2_strm (&iter,
                                             entente_chunk_reader_input,
                                             reader,
                                             invert ? SQLITE_CHANGESETSTART_INVERT : 0);

  if (code != SQLITE_OK) {
    entente_db_set_error (db, code, error);
    return NULL;
  }
  whole = add_changes (changes, db, iter, error);
  sqlite3changeset_finalize (iter);
  if (changes->everything)
    return entente_change_set_new_everything (label);
  sort_change_set (changes);
  return whole ? g_steal_pointer (&changes) : NULL;
}
