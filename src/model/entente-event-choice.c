/* Ids of events in the order in which they are offered. Nothing is kept by row: the study may change
 * while somebody chooses.
 *
 * Words are looked up twice. The index of words knows titles, summaries, quotes and notes; what stands
 * for a title that nobody gave, kind and names, is compared here, word by word. Items are those of an
 * EntenteEventList. Main thread.
 */
#include "config.h"

#include "entente-event-choice.h"
#include <string.h>

#define MAX_WORDS 32

struct _EntenteEventChoice {
  GObject parent_instance;

  EntenteSession *session;
  EntenteEventList *events; /* makes the items */
  EntenteChronicle *chronicle; /* that the list follows */
  EntenteId from;
  char *words; /* or NULL */
  GCancellable *search; /* under way, or NULL */
  GArray *found; /* EntenteId that the index of words gave */
  GArray *ids; /* EntenteId, as offered */
};

static void list_model_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EntenteEventChoice,
                               entente_event_choice,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GArray *
new_ids (void)
{
  return g_array_new (FALSE, FALSE, sizeof (EntenteId));
}

/* ---- words in kinds and names ---- */

/* Which of the words are in a text, as bits. */
static guint32
find_words (char **words, const char *text)
{
  g_autofree char *folded = text ? entente_name_fold (text) : NULL;
  guint32 mask = 0;

  for (guint i = 0; folded && words[i]; i++)
    if (strstr (folded, words[i]))
      mask |= 1U << i;
  return mask;
}

static guint32
find_words_of_actor (const EntenteChronicle *chronicle, guint32 index, char **words)
{
  const EntenteActor *actor = entente_chronicle_get_actor (chronicle, index);
  guint32 mask = find_words (words, actor->name) | find_words (words, actor->short_label);
  guint n;
  const EntenteAlias *const *aliases = entente_chronicle_get_aliases (chronicle, index, &n);

  for (guint i = 0; i < n; i++)
    mask |= find_words (words, aliases[i]->text);
  return mask;
}

static guint32 *
find_words_of_actors (const EntenteChronicle *chronicle, char **words)
{
  guint n = entente_chronicle_get_n_actors (chronicle);
  guint32 *masks = g_new (guint32, n + 1);

  for (guint32 i = 0; i < n; i++)
    masks[i] = find_words_of_actor (chronicle, i, words);
  return masks;
}

static guint32 *
find_words_of_kinds (char **words)
{
  guint32 *masks = g_new (guint32, entente_kind_count ());

  for (guint i = 0; i < entente_kind_count (); i++)
    masks[i] = find_words (words, entente_kind_get_label (entente_kind_get (i)));
  return masks;
}

static char **
split_words (const char *text)
{
  g_autofree char *folded = entente_name_fold (text);
  g_auto (GStrv) parts = g_strsplit (folded, " ", -1);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0, n = 0; parts[i] && n < MAX_WORDS; i++)
    if (*parts[i]) {
      g_strv_builder_add (words, parts[i]);
      n++;
    }
  return g_strv_builder_end (words);
}

static guint32
find_words_of_row (const EntenteChronicle *chronicle,
                   guint row,
                   const guint32 *kinds,
                   const guint32 *actors)
{
  guint n;
  const EntentePart *parts = entente_chronicle_get_parts (chronicle, row, &n);
  guint32 mask = kinds[entente_chronicle_get_kind (chronicle, row)->index];

  for (guint i = 0; i < n; i++)
    mask |= actors[parts[i].actor];
  return mask;
}

static void
add_named (EntenteEventChoice *self, EntenteBitset *rows)
{
  g_auto (GStrv) words = split_words (self->words);
  g_autofree guint32 *kinds = find_words_of_kinds (words);
  g_autofree guint32 *actors = find_words_of_actors (self->chronicle, words);
  guint n = g_strv_length (words);
  guint32 all = n == MAX_WORDS ? G_MAXUINT32 : (1U << n) - 1;

  for (guint row = 0; row < rows->n_rows; row++)
    if (find_words_of_row (self->chronicle, row, kinds, actors) == all)
      entente_bitset_add (rows, row);
}

/* ---- what is offered ---- */

static void
add_found (EntenteEventChoice *self, EntenteBitset *rows)
{
  for (guint i = 0; i < self->found->len; i++) {
    guint row =
      entente_chronicle_find_row (self->chronicle, g_array_index (self->found, EntenteId, i));

    if (row != ENTENTE_NO_INDEX)
      entente_bitset_add (rows, row);
  }
}

/* NULL: all of them. */
static EntenteBitset *
choose_rows (EntenteEventChoice *self)
{
  EntenteBitset *rows;

  if (!self->words)
    return NULL;
  rows = entente_bitset_new (entente_chronicle_get_n_rows (self->chronicle));
  add_named (self, rows);
  add_found (self, rows);
  return rows;
}

static void
offer (EntenteEventChoice *self, GArray *ids, const EntenteBitset *rows, guint row)
{
  EntenteId id = entente_chronicle_get_id (self->chronicle, row);

  if (id != self->from && (!rows || entente_bitset_contains (rows, row)))
    g_array_append_val (ids, id);
}

/* Backwards from the given event, then what comes after it; where it is gone, backwards from the end. */
static GArray *
list_ids (EntenteEventChoice *self)
{
  g_autoptr (EntenteBitset) rows = choose_rows (self);
  guint n = entente_chronicle_get_n_rows (self->chronicle);
  guint from = MIN (entente_chronicle_find_row (self->chronicle, self->from), n);
  GArray *ids = new_ids ();

  for (guint row = from; row > 0; row--)
    offer (self, ids, rows, row - 1);
  for (guint row = from; row < n; row++)
    offer (self, ids, rows, row);
  return ids;
}

static gboolean
is_same (const GArray *a, guint at_a, const GArray *b, guint at_b)
{
  return g_array_index (a, EntenteId, at_a) == g_array_index (b, EntenteId, at_b);
}

static void
refresh (EntenteEventChoice *self)
{
  g_autoptr (GArray) old = self->ids;
  guint start = 0, end = 0, limit;

  self->ids = list_ids (self);
  limit = MIN (old->len, self->ids->len);
  while (start < limit && is_same (old, start, self->ids, start))
    start++;
  while (end < limit - start &&
         is_same (old, old->len - 1 - end, self->ids, self->ids->len - 1 - end))
    end++;
  if (start + end < MAX (old->len, self->ids->len))
    g_list_model_items_changed (G_LIST_MODEL (self),
                                start,
                                old->len - start - end,
                                self->ids->len - start - end);
}

/* ---- searching ---- */

static void
keep_found (EntenteEventChoice *self, const EntenteBitset *rows)
{
  EntenteChronicle *chronicle =
    entente_study_get_chronicle (entente_session_get_study (self->session));

  g_array_set_size (self->found, 0);
  for (guint row = entente_bitset_next (rows, 0); row != G_MAXUINT;
       row = entente_bitset_next (rows, row + 1)) {
    EntenteId id = entente_chronicle_get_id (chronicle, row);

    g_array_append_val (self->found, id);
  }
}

static void
searched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntenteEventChoice) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteBitset) rows =
    entente_study_search_finish (ENTENTE_STUDY (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->search);
  if (rows)
    keep_found (self, rows);
  else
    entente_session_notify_user (self->session, error->message, 0);
  refresh (self);
}

static void
stop_search (EntenteEventChoice *self)
{
  g_cancellable_cancel (self->search);
  g_clear_object (&self->search);
}

static void
start_search (EntenteEventChoice *self)
{
  stop_search (self);
  self->search = g_cancellable_new ();
  entente_study_search_async (entente_session_get_study (self->session),
                              self->words,
                              self->search,
                              searched_cb,
                              g_object_ref (self));
}

/* The list of events, which was made before, has followed already. */
static void
filtered_cb (EntenteSession *session, GParamSpec *pspec, EntenteEventChoice *self)
{
  EntenteChronicle *chronicle = entente_study_get_chronicle (entente_session_get_study (session));

  if (chronicle == self->chronicle)
    return;
  entente_chronicle_unref (self->chronicle);
  self->chronicle = entente_chronicle_ref (chronicle);
  refresh (self);
  if (self->words)
    start_search (self);
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
  return ENTENTE_EVENT_CHOICE (model)->ids->len;
}

static gpointer
list_model_get_item (GListModel *model, guint position)
{
  EntenteEventChoice *self = ENTENTE_EVENT_CHOICE (model);

  if (position >= self->ids->len)
    return NULL;
  return entente_event_list_get_event (self->events,
                                       g_array_index (self->ids, EntenteId, position));
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
entente_event_choice_finalize (GObject *object)
{
  EntenteEventChoice *self = ENTENTE_EVENT_CHOICE (object);

  stop_search (self);
  g_object_unref (self->events);
  g_object_unref (self->session);
  entente_chronicle_unref (self->chronicle);
  g_free (self->words);
  g_array_unref (self->found);
  g_array_unref (self->ids);

  G_OBJECT_CLASS (entente_event_choice_parent_class)->finalize (object);
}

static void
entente_event_choice_class_init (EntenteEventChoiceClass *class)
{
  G_OBJECT_CLASS (class)->finalize = entente_event_choice_finalize;
}

static void
entente_event_choice_init (EntenteEventChoice *self)
{
  self->found = new_ids ();
}

EntenteEventChoice *
entente_event_choice_new (EntenteSession *session, EntenteId from)
{
  EntenteEventChoice *self = g_object_new (ENTENTE_TYPE_EVENT_CHOICE, NULL);
  EntenteStudy *study = entente_session_get_study (session);

  self->session = g_object_ref (session);
  self->events = entente_event_list_new (session);
  self->chronicle = entente_chronicle_ref (entente_study_get_chronicle (study));
  self->from = from;
  self->ids = list_ids (self);
  g_signal_connect_object (session,
                           "notify::filtered",
                           G_CALLBACK (filtered_cb),
                           self,
                           G_CONNECT_DEFAULT);
  return self;
}

void
entente_event_choice_set_words (EntenteEventChoice *self, const char *words)
{
  g_autofree char *stripped = g_strstrip (g_strdup (words ? words : ""));

  if (g_strcmp0 (*stripped ? stripped : NULL, self->words) == 0)
    return;
  g_free (self->words);
  self->words = *stripped ? g_steal_pointer (&stripped) : NULL;
  if (self->words) {
    start_search (self);
    return;
  }
  stop_search (self);
  g_array_set_size (self->found, 0);
  refresh (self);
}

guint
entente_event_choice_count_all (EntenteEventChoice *self)
{
  guint n = entente_chronicle_get_n_rows (self->chronicle);

  return entente_chronicle_find_row (self->chronicle, self->from) == ENTENTE_NO_INDEX ? n : n - 1;
}
