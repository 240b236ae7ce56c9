/* The filtered events as a list: a bitset over the chronicle, and objects only for what somebody holds.
 *
 * A change of filter or chronicle becomes one splice between the longest common beginning and end.
 * Main thread.
 */
#include "config.h"

#include "entente-event-item.h"
#include <gio/gio.h>

struct _EntenteEventList {
  GObject parent_instance;

  EntenteSession *session;
  EntenteEventReader *reader;
  EntenteChronicle *chronicle; /* that the rows below belong to */
  EntenteBitset *rows;
  guint32 *ranks; /* by word of `rows`: how many rows stand before it */
  guint n_items;
  gboolean expecting; /* only moves that expect an answer */
  GHashTable *live; /* EntenteId -> EntenteEventItem, borrowed; shared with the items */
};

static void list_model_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EntenteEventList,
                               entente_event_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* ---- common beginning and end ---- */

typedef struct {
  const EntenteChronicle *chronicle;
  const EntenteBitset *rows;
  guint n;
} Rows;

static guint
find_previous (const EntenteBitset *rows, guint below)
{
  while (below > 0) {
    guint word = (below - 1) >> 6;
    guint64 bits = rows->words[word];

    if (below & 63)
      bits &= (G_GUINT64_CONSTANT (1) << (below & 63)) - 1;
    if (bits)
      return (word << 6) + 63 - (guint) __builtin_clzll (bits);
    below = word << 6;
  }
  return G_MAXUINT;
}

static gboolean
is_same_event (const Rows *a, guint row_a, const Rows *b, guint row_b)
{
  return entente_chronicle_get_id (a->chronicle, row_a) ==
         entente_chronicle_get_id (b->chronicle, row_b);
}

static guint
count_common_start (const Rows *a, const Rows *b)
{
  guint limit = MIN (a->n, b->n), n = 0;
  guint row_a = entente_bitset_next (a->rows, 0), row_b = entente_bitset_next (b->rows, 0);

  while (n < limit && is_same_event (a, row_a, b, row_b)) {
    n++;
    row_a = entente_bitset_next (a->rows, row_a + 1);
    row_b = entente_bitset_next (b->rows, row_b + 1);
  }
  return n;
}

static guint
count_common_end (const Rows *a, const Rows *b, guint start)
{
  guint limit = MIN (a->n, b->n) - start, n = 0;
  guint row_a = find_previous (a->rows, a->rows->n_rows);
  guint row_b = find_previous (b->rows, b->rows->n_rows);

  while (n < limit && is_same_event (a, row_a, b, row_b)) {
    n++;
    row_a = find_previous (a->rows, row_a);
    row_b = find_previous (b->rows, row_b);
  }
  return n;
}

/* ---- positions ---- */

/* Ranks for the rows of now: a selection of all asks for the position of each. */
static void
count_ranks (EntenteEventList *self)
{
  guint n_words = (self->rows->n_rows + 63) / 64;

  g_free (self->ranks);
  self->ranks = g_new (guint32, n_words + 1);
  self->ranks[0] = 0;
  for (guint word = 0; word < n_words; word++)
    self->ranks[word + 1] =
      self->ranks[word] + (guint32) __builtin_popcountll (self->rows->words[word]);
  self->n_items = self->ranks[n_words];
}

/* @row is one of the list. */
static guint
get_position (EntenteEventList *self, guint row)
{
  guint64 lower = (G_GUINT64_CONSTANT (1) << (row & 63)) - 1;

  return self->ranks[row >> 6] + (guint) __builtin_popcountll (self->rows->words[row >> 6] & lower);
}

/* @position is below the number of items. */
static guint
get_row (EntenteEventList *self, guint position)
{
  guint low = 0, high = (self->rows->n_rows + 63) / 64;
  guint64 bits;

  while (high - low > 1) {
    guint middle = low + (high - low) / 2;

    if (self->ranks[middle] <= position)
      low = middle;
    else
      high = middle;
  }
  bits = self->rows->words[low];
  for (guint left = position - self->ranks[low]; left > 0; left--)
    bits &= bits - 1;
  return low * 64 + (guint) __builtin_ctzll (bits);
}

/* ---- following ---- */

static EntenteEventPlace
get_place (EntenteEventList *self, guint row)
{
  return (EntenteEventPlace){
    .chronicle = self->chronicle,
    .row = row,
    .number = entente_bitset_contains (self->rows, row) ? get_position (self, row) + 1 : 0,
    .n_filtered = self->n_items,
  };
}

/* All living items, each held so that no listener can take it away meanwhile. */
static GPtrArray *
hold_items (EntenteEventList *self)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->live);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    g_ptr_array_add (items, g_object_ref (item));
  return items;
}

/* Items of events that are gone keep what they had. */
static void
move_items (EntenteEventList *self)
{
  g_autoptr (GPtrArray) items = hold_items (self);

  for (guint i = 0; i < items->len; i++) {
    EntenteId id = entente_event_item_get_id (items->pdata[i]);
    guint row = entente_chronicle_find_row (self->chronicle, id);
    EntenteEventPlace place;

    if (row == ENTENTE_NO_INDEX)
      continue;
    place = get_place (self, row);
    entente_event_item_set_place (items->pdata[i], &place);
  }
}

static EntenteBitset *
choose_rows (EntenteEventList *self)
{
  const EntenteBitset *filtered = entente_session_get_filtered (self->session);
  EntenteBitset *rows;
  guint row;

  if (!self->expecting)
    return entente_bitset_ref (filtered);
  rows = entente_bitset_new (filtered->n_rows);
  for (row = entente_bitset_next (filtered, 0); row != G_MAXUINT;
       row = entente_bitset_next (filtered, row + 1))
    if (entente_chronicle_get_answered (self->chronicle, row) != ENTENTE_ANSWERED_NOT_EXPECTED)
      entente_bitset_add (rows, row);
  return rows;
}

static void
follow (EntenteEventList *self)
{
  g_autoptr (EntenteChronicle) old_chronicle = self->chronicle;
  g_autoptr (EntenteBitset) old_rows = self->rows;
  Rows before = { old_chronicle, old_rows, self->n_items }, after;
  guint start, end;

  self->chronicle =
    entente_chronicle_ref (entente_study_get_chronicle (entente_session_get_study (self->session)));
  self->rows = choose_rows (self);
  count_ranks (self);
  after = (Rows){ self->chronicle, self->rows, self->n_items };

  start = count_common_start (&before, &after);
  end = count_common_end (&before, &after, start);
  move_items (self);
  if (before.n - start - end > 0 || after.n - start - end > 0)
    g_list_model_items_changed (G_LIST_MODEL (self),
                                start,
                                before.n - start - end,
                                after.n - start - end);
}

static void
filtered_cb (EntenteSession *session, GParamSpec *pspec, EntenteEventList *self)
{
  follow (self);
}

/* Titles or whole events came in. */
static void
read_cb (GObject *reader, EntenteEventList *self)
{
  g_autoptr (GPtrArray) items = hold_items (self);

  for (guint i = 0; i < items->len; i++)
    entente_event_item_refresh (items->pdata[i]);
}

/* ---- GListModel ---- */

static GType
list_model_get_item_type (GListModel *model)
{
  return ENTENTE_TYPE_EVENT_ITEM;
}

static guint
list_model_get_n_items (GListModel *model)
{
  return ENTENTE_EVENT_LIST (model)->n_items;
}

static gpointer
get_item_of_row (EntenteEventList *self, guint row)
{
  EntenteId id = entente_chronicle_get_id (self->chronicle, row);
  gpointer item = g_hash_table_lookup (self->live, &id);
  EntenteEventPlace place;

  if (item)
    return g_object_ref (item);
  place = get_place (self, row);
  return entente_event_item_new (entente_session_get_study (self->session),
                                 self->reader,
                                 self->live,
                                 &place);
}

static gpointer
list_model_get_item (GListModel *model, guint position)
{
  EntenteEventList *self = ENTENTE_EVENT_LIST (model);

  if (position >= self->n_items)
    return NULL;
  return get_item_of_row (self, get_row (self, position));
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = list_model_get_item_type;
  interface->get_n_items = list_model_get_n_items;
  interface->get_item = list_model_get_item;
}

/* ---- GObject ---- */

static void
entente_event_list_finalize (GObject *object)
{
  EntenteEventList *self = ENTENTE_EVENT_LIST (object);

  g_object_unref (self->session);
  g_object_unref (self->reader);
  entente_chronicle_unref (self->chronicle);
  entente_bitset_unref (self->rows);
  g_free (self->ranks);
  g_hash_table_unref (self->live);

  G_OBJECT_CLASS (entente_event_list_parent_class)->finalize (object);
}

static void
entente_event_list_class_init (EntenteEventListClass *class)
{
  G_OBJECT_CLASS (class)->finalize = entente_event_list_finalize;
}

static void
entente_event_list_init (EntenteEventList *self)
{
  self->live = g_hash_table_new (g_int64_hash, g_int64_equal);
}

static EntenteEventList *
create_list (EntenteSession *session, gboolean expecting)
{
  EntenteEventList *self = g_object_new (ENTENTE_TYPE_EVENT_LIST, NULL);
  EntenteStudy *study = entente_session_get_study (session);

  self->session = g_object_ref (session);
  self->reader = entente_event_reader_get (study);
  self->chronicle = entente_chronicle_ref (entente_study_get_chronicle (study));
  self->expecting = expecting;
  self->rows = choose_rows (self);
  count_ranks (self);
  g_signal_connect_object (session,
                           "notify::filtered",
                           G_CALLBACK (filtered_cb),
                           self,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (study, "titles-read", G_CALLBACK (read_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (self->reader,
                           "events-read",
                           G_CALLBACK (read_cb),
                           self,
                           G_CONNECT_DEFAULT);
  return self;
}

EntenteEventList *
entente_event_list_new (EntenteSession *session)
{
  return create_list (session, FALSE);
}

EntenteEventList *
entente_event_list_new_expecting (EntenteSession *session)
{
  return create_list (session, TRUE);
}

guint
entente_event_list_find (EntenteEventList *self, EntenteId event)
{
  guint row = entente_chronicle_find_row (self->chronicle, event);

  if (row == ENTENTE_NO_INDEX || !entente_bitset_contains (self->rows, row))
    return G_MAXUINT;
  return get_position (self, row);
}

static EntenteBitset *
find_rows (EntenteEventList *self, const EntenteId *events, guint n)
{
  EntenteBitset *rows = entente_bitset_new (self->rows->n_rows);

  for (guint i = 0; i < n; i++) {
    guint row = entente_chronicle_find_row (self->chronicle, events[i]);

    if (row != ENTENTE_NO_INDEX && entente_bitset_contains (self->rows, row))
      entente_bitset_add (rows, row);
  }
  return rows;
}

GtkBitset *
entente_event_list_find_all (EntenteEventList *self, const EntenteId *events, guint n)
{
  g_autoptr (EntenteBitset) rows = find_rows (self, events, n);
  GtkBitset *positions = gtk_bitset_new_empty ();

  for (guint row = entente_bitset_next (rows, 0); row != G_MAXUINT;
       row = entente_bitset_next (rows, row + 1))
    gtk_bitset_add (positions, get_position (self, row));
  return positions;
}

GArray *
entente_event_list_get_ids (EntenteEventList *self, const GtkBitset *positions)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (EntenteId));
  GtkBitsetIter iter;
  guint position;
  gboolean more;

  for (more = gtk_bitset_iter_init_first (&iter, positions, &position);
       more && position < self->n_items;
       more = gtk_bitset_iter_next (&iter, &position)) {
    EntenteId id = entente_chronicle_get_id (self->chronicle, get_row (self, position));

    g_array_append_val (ids, id);
  }
  return ids;
}

EntenteEventItem *
entente_event_list_get_event (EntenteEventList *self, EntenteId event)
{
  guint row = entente_chronicle_find_row (self->chronicle, event);

  return row == ENTENTE_NO_INDEX ? NULL : get_item_of_row (self, row);
}
