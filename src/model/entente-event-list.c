/* The filtered events as a list: a bitset over the chronicle, and objects only for what somebody
 * holds.
 *
 * A change of filter, chronicle or order becomes one splice between the longest common beginning
 * and end. While an order is made in a thread the list stays what it was, chronicle and all. Main
 * thread.
 */
#include "config.h"

#include "entente-event-item.h"
#include "entente-event-list-private.h"
#include "entente-loose-ends.h"
#include "entente-plan-stages.h"
#include "entente-row-order.h"
#include <gio/gio.h>

struct _EntenteEventList {
  GObject parent_instance;

  EntenteSession *session;
  EntenteEventReader *reader;
  EntenteChronicle *chronicle; /* that the rows below belong to */
  EntenteBitset *rows;
  guint32 *ranks; /* by word of `rows`: how many rows stand before it */
  guint n_items;
  EntenteSortKey sort_key;
  gboolean descending;
  EntenteRowOrder *order; /* that the list is in, or NULL: the one order */
  guint32 *sorted; /* with an order: rows by position */
  guint32 *places; /* with an order: positions by row */
  GCancellable *sorting; /* of an order that is being made, or NULL */
  EntenteChronicle *sorting_of; /* what it is of, or NULL */
  gboolean expecting; /* only moves that expect an answer, and plans */
  EntenteLooseEnds *ends; /* of a list that expects; or NULL */
  GHashTable *live; /* EntenteId -> EntenteEventItem, borrowed; shared with the items */
};

static void list_model_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EntenteEventList,
                               entente_event_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static guint sorting_changed; /* signal */

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

/* Rows of now in the order of now. */
static void
sort_rows (EntenteEventList *self)
{
  g_clear_pointer (&self->sorted, g_free);
  g_clear_pointer (&self->places, g_free);
  if (!self->order)
    return;
  self->sorted = entente_row_order_take (self->order, self->rows, self->n_items);
  self->places = g_new (guint32, self->rows->n_rows + 1);
  for (guint i = 0; i < self->n_items; i++)
    self->places[self->sorted[i]] = i;
}

/* @row is one of the list. */
static guint
get_position (EntenteEventList *self, guint row)
{
  guint64 lower = (G_GUINT64_CONSTANT (1) << (row & 63)) - 1;

  if (self->places)
    return self->places[row];
  return self->ranks[row >> 6] + (guint) __builtin_popcountll (self->rows->words[row >> 6] & lower);
}

/* @position is below the number of items. */
static guint
get_row (EntenteEventList *self, guint position)
{
  guint low = 0, high = (self->rows->n_rows + 63) / 64;
  guint64 bits;

  if (self->sorted)
    return self->sorted[position];
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
    if (entente_chronicle_is_awaited (self->chronicle, row))
      entente_bitset_add (rows, row);
  return rows;
}

/* Takes on what passes the filter now, in this order (taken). */
static void
change (EntenteEventList *self, EntenteRowOrder *order)
{
  g_autoptr (EntenteChronicle) old_chronicle = self->chronicle;
  g_autoptr (EntenteBitset) old_rows = self->rows;
  g_autoptr (EntenteRowOrder) old_order = self->order;
  g_autofree guint32 *old_sorted = g_steal_pointer (&self->sorted);
  EntenteEventRows before = { old_chronicle, old_rows, old_sorted, self->n_items }, after;
  EntenteEventSplice splice;

  self->chronicle =
    entente_chronicle_ref (entente_study_get_chronicle (entente_session_get_study (self->session)));
  self->rows = choose_rows (self);
  self->order = order;
  count_ranks (self);
  sort_rows (self);
  after = (EntenteEventRows){ self->chronicle, self->rows, self->sorted, self->n_items };

  splice = entente_event_rows_compare (&before, &after);
  move_items (self);
  if (splice.removed > 0 || splice.added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), splice.position, splice.removed, splice.added);
}

static gboolean
is_sorted (EntenteEventList *self)
{
  return self->sort_key != ENTENTE_SORT_DATE || self->descending;
}

static void
stop_sorting (EntenteEventList *self)
{
  gboolean was_sorting = self->sorting != NULL;

  if (was_sorting)
    g_cancellable_cancel (self->sorting);
  g_clear_object (&self->sorting);
  g_clear_pointer (&self->sorting_of, entente_chronicle_unref);
  if (was_sorting)
    g_signal_emit (self, sorting_changed, 0);
}

/* The filter may have changed meanwhile; a further chronicle calls the job off. */
static void
sorted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntenteEventList) self = data;
  g_autoptr (GError) error = NULL;
  EntenteRowOrder *order = entente_row_order_new_finish (result, &error);
  EntenteChronicle *chronicle =
    entente_study_get_chronicle (entente_session_get_study (self->session));

  if (entente_row_order_is (order, chronicle, self->sort_key, self->descending)) {
    stop_sorting (self);
    change (self, order);
    return;
  }
  if (order)
    entente_row_order_unref (order);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    stop_sorting (self);
}

static void
start_sorting (EntenteEventList *self)
{
  EntenteChronicle *chronicle =
    entente_study_get_chronicle (entente_session_get_study (self->session));

  if (self->sorting_of == chronicle)
    return;
  stop_sorting (self);
  self->sorting = g_cancellable_new ();
  self->sorting_of = entente_chronicle_ref (chronicle);
  entente_row_order_new_async (entente_session_get_study (self->session),
                               self->sort_key,
                               self->descending,
                               self->sorting,
                               sorted_cb,
                               g_object_ref (self));
  g_signal_emit (self, sorting_changed, 0);
}

static void
follow (EntenteEventList *self)
{
  EntenteStudy *study = entente_session_get_study (self->session);
  EntenteChronicle *chronicle = entente_study_get_chronicle (study);
  EntenteRowOrder *order = NULL;

  if (is_sorted (self) &&
      !entente_row_order_is (self->order, chronicle, self->sort_key, self->descending)) {
    order = entente_row_order_new_quick (study, self->sort_key, self->descending);
    if (!order)
      start_sorting (self);
    if (!order && self->chronicle != chronicle)
      return; /* rows of another chronicle have no place in the order of now */
  } else {
    stop_sorting (self);
  }
  if (!order && is_sorted (self) && self->order)
    order = entente_row_order_ref (self->order);
  change (self, order);
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

static void
stepped_cb (EntenteLooseEnds *ends, EntenteId event, EntenteEventList *self)
{
  EntenteEventItem *item = g_hash_table_lookup (self->live, &event);

  if (item)
    entente_event_item_refresh (item);
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
entente_event_list_dispose (GObject *object)
{
  stop_sorting (ENTENTE_EVENT_LIST (object));

  G_OBJECT_CLASS (entente_event_list_parent_class)->dispose (object);
}

static void
entente_event_list_finalize (GObject *object)
{
  EntenteEventList *self = ENTENTE_EVENT_LIST (object);

  g_object_unref (self->session);
  g_object_unref (self->reader);
  g_clear_object (&self->ends);
  entente_chronicle_unref (self->chronicle);
  entente_bitset_unref (self->rows);
  g_free (self->ranks);
  g_clear_pointer (&self->order, entente_row_order_unref);
  g_free (self->sorted);
  g_free (self->places);
  g_hash_table_unref (self->live);

  G_OBJECT_CLASS (entente_event_list_parent_class)->finalize (object);
}

static void
entente_event_list_class_init (EntenteEventListClass *class)
{
  G_OBJECT_CLASS (class)->dispose = entente_event_list_dispose;
  G_OBJECT_CLASS (class)->finalize = entente_event_list_finalize;

  sorting_changed = g_signal_new ("sorting-changed",
                                  ENTENTE_TYPE_EVENT_LIST,
                                  G_SIGNAL_RUN_LAST,
                                  0,
                                  NULL,
                                  NULL,
                                  NULL,
                                  G_TYPE_NONE,
                                  0);
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
  EntenteEventList *self = create_list (session, TRUE);

  self->ends = entente_loose_ends_get (entente_session_get_study (session));
  g_signal_connect_object (self->ends, "changed", G_CALLBACK (read_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (self->ends, "stepped", G_CALLBACK (stepped_cb), self, G_CONNECT_DEFAULT);
  return self;
}

void
entente_event_list_sort (EntenteEventList *self, EntenteSortKey key, gboolean descending)
{
  if (self->sort_key == key && self->descending == descending)
    return;
  self->sort_key = key;
  self->descending = descending;
  stop_sorting (self);
  follow (self);
}

gboolean
entente_event_list_is_sorting (EntenteEventList *self)
{
  return self->sorting != NULL;
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
