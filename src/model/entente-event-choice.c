/* Which rows of the chronicle that the list follows are offered, as bits; what stands where is
 * counted when somebody asks, for a person looks at a few of them only. When the study changes,
 * rows are chosen anew, and told apart by their ids.
 *
 * Words are looked up twice. The index of words knows titles, summaries, quotes and notes; what
 * stands for a title that nobody gave, kind and names, is compared here, word by word. Items are
 * those of an EntenteEventList. Main thread.
 */
#include "config.h"

#include "entente-event-choice.h"

#include "entente-filter.h"
#include <string.h>

#define MAX_WORDS 32

struct _EntenteEventChoice {
  GObject parent_instance;

  EntenteSession *session;
  EntenteEventList *events; /* makes the items */
  EntenteChronicle *chronicle; /* that the list follows */
  EntenteId from;
  EntenteBitset *rows; /* of the chronicle: what is offered */
  char *words; /* or NULL */
  GCancellable *search; /* under way, or NULL */
  GArray *found; /* EntenteId that the index of words gave */
};

static void list_model_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EntenteEventChoice,
                               entente_event_choice,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* What is offered of a chronicle: backwards from the given event, then what comes after it; where
 * it is gone, backwards from the end. */
typedef struct {
  const EntenteChronicle *chronicle;
  const EntenteBitset *rows;
  guint from; /* row of the given event, or behind the last one */
} Offer;

static Offer
get_offer (const EntenteEventChoice *self)
{
  guint row = entente_chronicle_find_row (self->chronicle, self->from);

  return (Offer){ self->chronicle, self->rows, MIN (row, self->rows->n_rows) };
}

/* The last set row below @row; G_MAXUINT when there is none. */
static guint
find_previous (const EntenteBitset *rows, guint row)
{
  for (guint word = row / 64 + 1; word > 0; word--) {
    guint64 bits = word - 1 < (rows->n_rows + 63) / 64 ? rows->words[word - 1] : 0;

    if (word - 1 == row / 64)
      bits &= (G_GUINT64_CONSTANT (1) << (row % 64)) - 1;
    if (bits != 0)
      return (word - 1) * 64 + 63 - (guint) __builtin_clzll (bits);
  }
  return G_MAXUINT;
}

/* The row with so many set rows before it. */
static guint
find_nth (const EntenteBitset *rows, guint n)
{
  guint word = 0;

  for (; word < (rows->n_rows + 63) / 64; word++) {
    guint count = (guint) __builtin_popcountll (rows->words[word]);

    if (n < count)
      break;
    n -= count;
  }
  for (guint row = entente_bitset_next (rows, word * 64);;
       row = entente_bitset_next (rows, row + 1), n--)
    if (n == 0 || row == G_MAXUINT)
      return row;
}

static guint
get_row_at (const Offer *offer, guint position)
{
  guint n_before = entente_bitset_rank (offer->rows, offer->from);

  return find_nth (offer->rows, position < n_before ? n_before - 1 - position : position);
}

/* The row behind @row; with G_MAXUINT the first one. */
static guint
step_on (const Offer *offer, guint row)
{
  if (row == G_MAXUINT || row < offer->from) {
    guint before = find_previous (offer->rows, row == G_MAXUINT ? offer->from : row);

    return before != G_MAXUINT ? before : entente_bitset_next (offer->rows, offer->from);
  }
  return entente_bitset_next (offer->rows, row + 1);
}

/* The row before @row; with G_MAXUINT the last one. */
static guint
step_back (const Offer *offer, guint row)
{
  if (row == G_MAXUINT || row >= offer->from) {
    guint before = find_previous (offer->rows, row == G_MAXUINT ? offer->rows->n_rows : row);

    if (before != G_MAXUINT && before >= offer->from)
      return before;
    return entente_bitset_next (offer->rows, 0);
  }
  return entente_bitset_next (offer->rows, row + 1);
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

/* Rows whose kind and names have all of the words. Any thread. */
static EntenteBitset *
find_named (const EntenteChronicle *chronicle, const char *text)
{
  EntenteBitset *rows = entente_bitset_new (entente_chronicle_get_n_rows (chronicle));
  g_auto (GStrv) words = split_words (text);
  g_autofree guint32 *kinds = find_words_of_kinds (words);
  g_autofree guint32 *actors = find_words_of_actors (chronicle, words);
  guint n = g_strv_length (words);
  guint32 all = n == MAX_WORDS ? G_MAXUINT32 : (1U << n) - 1;

  for (guint row = 0; row < rows->n_rows; row++)
    if (find_words_of_row (chronicle, row, kinds, actors) == all)
      entente_bitset_add (rows, row);
  return rows;
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

static void
leave_out_from (EntenteEventChoice *self, EntenteBitset *rows)
{
  guint from = entente_chronicle_find_row (self->chronicle, self->from);

  if (from < rows->n_rows)
    rows->words[from / 64] &= ~(G_GUINT64_CONSTANT (1) << (from % 64));
}

/* Every row. */
static EntenteBitset *
choose_all (EntenteEventChoice *self)
{
  EntenteBitset *rows = entente_bitset_new_full (entente_chronicle_get_n_rows (self->chronicle));

  leave_out_from (self, rows);
  return rows;
}

/* Takes @named; with what the index of words found. */
static EntenteBitset *
choose_found (EntenteEventChoice *self, EntenteBitset *named)
{
  add_found (self, named);
  leave_out_from (self, named);
  return named;
}

/* What was offered of another chronicle and is there still, until the words have been looked up
 * anew. */
static EntenteBitset *
choose_kept (EntenteEventChoice *self, const EntenteChronicle *old, const EntenteBitset *old_rows)
{
  EntenteBitset *rows = entente_bitset_new (entente_chronicle_get_n_rows (self->chronicle));

  for (guint row = entente_bitset_next (old_rows, 0); row != G_MAXUINT;
       row = entente_bitset_next (old_rows, row + 1)) {
    guint now = entente_chronicle_find_row (self->chronicle, entente_chronicle_get_id (old, row));

    if (now != ENTENTE_NO_INDEX)
      entente_bitset_add (rows, now);
  }
  return rows;
}

/* How many stand in both, from one end on. */
static guint
count_common (const Offer *a, const Offer *b, guint limit, guint (*step) (const Offer *, guint))
{
  guint row_a = G_MAXUINT, row_b = G_MAXUINT;

  for (guint n = 0; n < limit; n++) {
    row_a = step (a, row_a);
    row_b = step (b, row_b);
    if (entente_chronicle_get_id (a->chronicle, row_a) !=
        entente_chronicle_get_id (b->chronicle, row_b))
      return n;
  }
  return limit;
}

/* Takes @rows of the chronicle that is followed now; tells the smallest change from those of
 * @old_chronicle, which it takes. */
static void
offer_anew (EntenteEventChoice *self, EntenteBitset *rows, EntenteChronicle *old_chronicle)
{
  g_autoptr (EntenteBitset) old_rows = self->rows;
  g_autoptr (EntenteChronicle) before = old_chronicle;
  Offer old = { before, old_rows, 0 }, now;
  guint n_old = entente_bitset_count (old_rows), n_now, start, end;

  old.from = MIN (entente_chronicle_find_row (before, self->from), old_rows->n_rows);
  self->rows = rows;
  if (self->chronicle == before && entente_bitset_equal (old_rows, rows))
    return;
  now = get_offer (self);
  n_now = entente_bitset_count (rows);
  start = count_common (&old, &now, MIN (n_old, n_now), step_on);
  end = count_common (&old, &now, MIN (n_old, n_now) - start, step_back);
  if (start + end < MAX (n_old, n_now))
    g_list_model_items_changed (G_LIST_MODEL (self),
                                start,
                                n_old - start - end,
                                n_now - start - end);
}

/* Takes @rows. */
static void
offer_rows (EntenteEventChoice *self, EntenteBitset *rows)
{
  offer_anew (self, rows, entente_chronicle_ref (self->chronicle));
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

/* What a thread looks at. */
typedef struct {
  EntenteChronicle *chronicle;
  char *words;
} Names;

static void
free_names (Names *names)
{
  entente_chronicle_unref (names->chronicle);
  g_free (names->words);
  g_free (names);
}

static void
run_naming (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Names *names = data;

  g_task_return_pointer (task,
                         find_named (names->chronicle, names->words),
                         (GDestroyNotify) entente_bitset_unref);
}

static void
named_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntenteEventChoice) self = data;
  EntenteBitset *named = g_task_propagate_pointer (G_TASK (result), NULL);

  if (!named)
    return; /* called off */
  g_clear_object (&self->search);
  offer_rows (self, choose_found (self, named));
}

/* Of few rows at once; of many in a thread, since this is done for each letter that is typed. */
static void
start_naming (EntenteEventChoice *self)
{
  g_autoptr (GTask) task = NULL;
  Names *names;

  if (entente_chronicle_get_n_rows (self->chronicle) <= ENTENTE_FILTER_IMMEDIATE_ROWS) {
    g_clear_object (&self->search);
    offer_rows (self, choose_found (self, find_named (self->chronicle, self->words)));
    return;
  }
  names = g_new (Names, 1);
  *names = (Names){ entente_chronicle_ref (self->chronicle), g_strdup (self->words) };
  task = g_task_new (NULL, self->search, named_cb, g_object_ref (self));
  g_task_set_task_data (task, names, (GDestroyNotify) free_names);
  g_task_run_in_thread (task, run_naming);
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
  if (rows)
    keep_found (self, rows);
  else
    entente_session_notify_user (self->session, error->message, 0);
  start_naming (self);
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

  EntenteChronicle *old = self->chronicle;

  if (chronicle == old)
    return;
  self->chronicle = entente_chronicle_ref (chronicle);
  offer_anew (self, self->words ? choose_kept (self, old, self->rows) : choose_all (self), old);
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
  return entente_bitset_count (ENTENTE_EVENT_CHOICE (model)->rows);
}

static gpointer
list_model_get_item (GListModel *model, guint position)
{
  EntenteEventChoice *self = ENTENTE_EVENT_CHOICE (model);
  Offer offer = get_offer (self);

  if (position >= entente_bitset_count (self->rows))
    return NULL;
  return entente_event_list_get_event (
    self->events,
    entente_chronicle_get_id (self->chronicle, get_row_at (&offer, position)));
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
  entente_bitset_unref (self->rows);

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
  self->found = g_array_new (FALSE, FALSE, sizeof (EntenteId));
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
  self->rows = choose_all (self);
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
  offer_rows (self, choose_all (self));
}

guint
entente_event_choice_count_all (EntenteEventChoice *self)
{
  guint n = entente_chronicle_get_n_rows (self->chronicle);

  return entente_chronicle_find_row (self->chronicle, self->from) == ENTENTE_NO_INDEX ? n : n - 1;
}
