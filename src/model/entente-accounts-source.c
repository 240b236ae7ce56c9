/* All rows are read and kept; filter and verdicts choose among them at once. An edit reads them
 * anew: items that look as they did stay the same objects, so that a list keeps its place. */
#include "config.h"

#include "entente-accounts-source.h"

#include "entente-list-splice.h"
#include "entente-study-accounts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _EntenteAccountsSource {
  GObject parent_instance;

  EntenteSession *session;
  EntenteAccount *accounts[ENTENTE_N_SIDES]; /* or NULL */
  EntenteAccountsRead *read; /* or NULL */
  GCancellable *reading; /* or NULL */
  GListStore *items;
  gboolean hidden[ENTENTE_N_ACCOUNTS_VERDICTS];
  guint counts[ENTENTE_N_ACCOUNTS_VERDICTS];
};

G_DEFINE_FINAL_TYPE (EntenteAccountsSource, entente_accounts_source, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static EntenteStudy *
get_study (EntenteAccountsSource *self)
{
  return entente_session_get_study (self->session);
}

/* ---- what shows ---- */

/* The filter is of the chronicle of now, the rows may be of one before. */
static gboolean
passes (EntenteAccountsSource *self, const EntenteAccountsRow *row)
{
  const EntenteBitset *filtered = entente_session_get_filtered (self->session);
  guint number = entente_chronicle_find_row (entente_study_get_chronicle (get_study (self)),
                                             row->detail->event->record.id);

  return filtered && number != ENTENTE_NO_INDEX && entente_bitset_contains (filtered, number);
}

/* By event: EntenteId * -> EntenteAccountsItem, both borrowed from the list. */
static GHashTable *
list_items (EntenteAccountsSource *self)
{
  GHashTable *items = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++) {
    EntenteAccountsItem *item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

    g_hash_table_insert (items,
                         &entente_accounts_item_get_row (item)->detail->event->record.id,
                         item);
  }
  return items;
}

static void
add_item (EntenteAccountsSource *self,
          GPtrArray *items,
          GHashTable *old,
          EntenteAccountsRow *row,
          const EntenteAccountsRow *previous)
{
  g_autoptr (EntenteAccountsItem) item =
    entente_accounts_item_new (self->read->chronicle, row, previous);
  EntenteAccountsItem *before = g_hash_table_lookup (old, &row->detail->event->record.id);

  g_ptr_array_add (
    items,
    g_object_ref (before && entente_accounts_item_is_like (before, item) ? before : item));
}

static void
show (EntenteAccountsSource *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) old = list_items (self);
  const EntenteAccountsRow *previous = NULL;

  memset (self->counts, 0, sizeof self->counts);
  for (guint i = 0; self->read && i < self->read->rows->len; i++) {
    EntenteAccountsRow *row = self->read->rows->pdata[i];

    if (!passes (self, row))
      continue;
    self->counts[row->verdict]++;
    if (self->hidden[row->verdict])
      continue;
    add_item (self, items, old, row, previous);
    previous = row;
  }
  entente_list_splice (self->items, items, NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* ---- reading ---- */

static void
call_off (EntenteAccountsSource *self)
{
  if (self->reading)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntenteAccountsSource) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteAccountsRead) read =
    entente_study_read_accounts_finish (ENTENTE_STUDY (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || !self->session)
    return;
  g_clear_object (&self->reading);
  /* A move that went while it was read is told of by "changed", which reads anew. */
  if (error && !g_error_matches (error, ENTENTE_ERROR, ENTENTE_ERROR_NOT_FOUND))
    entente_session_notify_user (self->session, error->message, 0);
  if (read) {
    g_clear_pointer (&self->read, entente_accounts_read_free);
    self->read = g_steal_pointer (&read);
  }
  show (self);
}

static void
update (EntenteAccountsSource *self)
{
  call_off (self);
  if (!self->accounts[ENTENTE_SIDE_LEFT] || !self->accounts[ENTENTE_SIDE_RIGHT]) {
    g_clear_pointer (&self->read, entente_accounts_read_free);
    show (self);
    return;
  }
  self->reading = g_cancellable_new ();
  entente_study_read_accounts_async (get_study (self),
                                     self->accounts[ENTENTE_SIDE_LEFT],
                                     self->accounts[ENTENTE_SIDE_RIGHT],
                                     self->reading,
                                     read_cb,
                                     g_object_ref (self));
}

/* What was read of others is not shown meanwhile. */
static void
begin_anew (EntenteAccountsSource *self)
{
  g_clear_pointer (&self->read, entente_accounts_read_free);
  update (self);
  if (self->reading)
    show (self);
}

/* ---- GObject ---- */

static void
entente_accounts_source_dispose (GObject *object)
{
  EntenteAccountsSource *self = ENTENTE_ACCOUNTS_SOURCE (object);

  call_off (self);
  if (self->session) {
    g_signal_handlers_disconnect_by_data (get_study (self), self);
    g_signal_handlers_disconnect_by_data (self->session, self);
  }
  g_clear_object (&self->session);
  g_clear_object (&self->items);
  for (guint i = 0; i < ENTENTE_N_SIDES; i++)
    g_clear_pointer (&self->accounts[i], entente_account_unref);
  g_clear_pointer (&self->read, entente_accounts_read_free);

  G_OBJECT_CLASS (entente_accounts_source_parent_class)->dispose (object);
}

static void
entente_accounts_source_class_init (EntenteAccountsSourceClass *class)
{
  G_OBJECT_CLASS (class)->dispose = entente_accounts_source_dispose;

  signals[CHANGED] = g_signal_new ("changed",
                                   ENTENTE_TYPE_ACCOUNTS_SOURCE,
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   0);
}

static void
entente_accounts_source_init (EntenteAccountsSource *self)
{
  self->items = g_list_store_new (ENTENTE_TYPE_ACCOUNTS_ITEM);
}

EntenteAccountsSource *
entente_accounts_source_new (EntenteSession *session)
{
  EntenteAccountsSource *self = g_object_new (ENTENTE_TYPE_ACCOUNTS_SOURCE, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_swapped (get_study (self), "changed", G_CALLBACK (update), self);
  g_signal_connect_swapped (session, "notify::filtered", G_CALLBACK (show), self);
  return self;
}

EntenteSession *
entente_accounts_source_get_session (EntenteAccountsSource *self)
{
  return self->session;
}

void
entente_accounts_source_set_account (EntenteAccountsSource *self,
                                     EntenteSide side,
                                     const EntenteAccount *account)
{
  EntenteAccount *taken = account ? entente_account_ref (account) : NULL;
  gboolean same = entente_account_equal (self->accounts[side], account);

  entente_account_unref (self->accounts[side]);
  self->accounts[side] = taken;
  if (!same)
    begin_anew (self);
}

const EntenteAccount *
entente_accounts_source_get_account (EntenteAccountsSource *self, EntenteSide side)
{
  return self->accounts[side];
}

void
entente_accounts_source_swap (EntenteAccountsSource *self)
{
  EntenteAccount *left = self->accounts[ENTENTE_SIDE_LEFT];
  gboolean hidden = self->hidden[ENTENTE_ACCOUNTS_LEFT];

  self->accounts[ENTENTE_SIDE_LEFT] = self->accounts[ENTENTE_SIDE_RIGHT];
  self->accounts[ENTENTE_SIDE_RIGHT] = left;
  self->hidden[ENTENTE_ACCOUNTS_LEFT] = self->hidden[ENTENTE_ACCOUNTS_RIGHT];
  self->hidden[ENTENTE_ACCOUNTS_RIGHT] = hidden;
  begin_anew (self);
}

void
entente_accounts_source_set_shown (EntenteAccountsSource *self,
                                   EntenteAccountsVerdict verdict,
                                   gboolean shown)
{
  if (self->hidden[verdict] == !shown)
    return;
  self->hidden[verdict] = !shown;
  show (self);
}

gboolean
entente_accounts_source_get_shown (EntenteAccountsSource *self, EntenteAccountsVerdict verdict)
{
  return !self->hidden[verdict];
}

gboolean
entente_accounts_source_is_reading (EntenteAccountsSource *self)
{
  return self->reading && !self->read;
}

GListModel *
entente_accounts_source_get_items (EntenteAccountsSource *self)
{
  return G_LIST_MODEL (self->items);
}

guint
entente_accounts_source_count (EntenteAccountsSource *self, EntenteAccountsVerdict verdict)
{
  return self->counts[verdict];
}

guint
entente_accounts_source_get_n_total (EntenteAccountsSource *self)
{
  return self->read ? self->read->rows->len + self->read->n_left_out : 0;
}

guint
entente_accounts_source_get_n_left_out (EntenteAccountsSource *self)
{
  return self->read ? self->read->n_left_out : 0;
}

/* ---- as a table ---- */

/* Without what would begin another cell or line. */
static void
append_cell (GString *out, const char *text, gboolean last)
{
  g_autofree char *clean = g_strdelimit (g_strdup (text), "\t\n\r", ' ');

  g_string_append_printf (out, "%s%c", clean, last ? '\n' : '\t');
}

static void
append_headings (EntenteAccountsSource *self, GString *out)
{
  EntenteChronicle *chronicle = entente_study_get_chronicle (get_study (self));
  const char *names[ENTENTE_N_SIDES];

  for (guint i = 0; i < ENTENTE_N_SIDES; i++) {
    names[i] = self->accounts[i] ? entente_account_get_name (self->accounts[i], chronicle) : NULL;
    names[i] = names[i] ? names[i] : "";
  }
  append_cell (out, _ ("When"), FALSE);
  append_cell (out, _ ("Move"), FALSE);
  append_cell (out, names[ENTENTE_SIDE_LEFT], FALSE);
  append_cell (out, _ ("Verdict"), FALSE);
  append_cell (out, names[ENTENTE_SIDE_RIGHT], TRUE);
}

char *
entente_accounts_source_format_tsv (EntenteAccountsSource *self)
{
  GString *out = g_string_new (NULL);
  GListModel *items = G_LIST_MODEL (self->items);

  append_headings (self, out);
  for (guint i = 0; i < g_list_model_get_n_items (items); i++) {
    g_autoptr (EntenteAccountsItem) item = g_list_model_get_item (items, i);

    for (guint column = 0; column < ENTENTE_N_ACCOUNTS_COLUMNS; column++) {
      g_autofree char *cell =
        entente_accounts_row_format_cell (entente_accounts_item_get_row (item),
                                          entente_accounts_item_get_chronicle (item),
                                          column);

      append_cell (out, cell, column + 1 == ENTENTE_N_ACCOUNTS_COLUMNS);
    }
  }
  return g_string_free (out, FALSE);
}
