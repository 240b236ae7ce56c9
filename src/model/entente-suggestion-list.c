/* Three things move the list: another article, a change of the study, and a person.
 * What a person decides is in entente-suggestion-list-decide.c. */

#include "config.h"

#include "entente-list-splice.h"
#include "entente-suggestion-private.h"

enum { PROP_0, PROP_N_OPEN, PROP_SELECTED, PROP_IS_READING, PROP_SHOWS_REJECTED, N_PROPS };
static GParamSpec *props[N_PROPS];

/* Letters; hardly a sentence is longer. */
#define SENTENCE_REACH 2000

enum { CHANGED, EDIT, TITLES_READ, N_SIGNALS };
static guint signals[N_SIGNALS];

static void entente_suggestion_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EntenteSuggestionList,
                               entente_suggestion_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      entente_suggestion_list_model_init))

static EntenteSuggestionItem *
get_item (EntenteSuggestionList *self, guint position)
{
  g_autoptr (EntenteSuggestionItem) item =
    g_list_model_get_item (G_LIST_MODEL (self->items), position);

  return item; /* the list holds it */
}

static guint
get_n_items (EntenteSuggestionList *self)
{
  return self->items != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->items)) : 0;
}

/* ---- items ---- */

/* The item that says the same already, so that views keep their rows; items and proposals are in
 * the same order. */
static EntenteSuggestionItem *
reuse_item (EntenteSuggestionList *self, guint *at, EntenteSuggestionItem *fresh)
{
  for (guint i = *at; i < get_n_items (self); i++) {
    EntenteSuggestionItem *item = get_item (self, i);

    if (item->span_start > fresh->span_start + SENTENCE_REACH)
      break;
    if (!entente_suggestion_item_says_same (item, fresh))
      continue;
    entente_suggestion_item_follow (item, fresh);
    *at = i + 1;
    return g_object_ref (item);
  }
  return g_object_ref (fresh);
}

static GPtrArray *
list_items (EntenteSuggestionList *self, guint *n_open)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = self->proposals != NULL ? entente_proposals_get_n (self->proposals) : 0;
  g_autoptr (GHashTable) decided = entente_suggestion_list_dup_decided (self);
  guint at = 0;

  *n_open = 0;
  for (guint i = 0; i < n; i++) {
    const EntenteProposal *proposal = entente_proposals_get (self->proposals, i);
    g_autoptr (EntenteSuggestionItem) fresh = NULL;

    if (proposal->event != ENTENTE_ID_NONE)
      continue;
    fresh = entente_suggestion_item_new (self->proposals, i);
    if (g_hash_table_contains (decided, fresh))
      continue;
    *n_open += !fresh->is_rejected;
    if (fresh->is_rejected == self->shows_rejected)
      g_ptr_array_add (items, reuse_item (self, &at, fresh));
  }
  return items;
}

/* The event that the selected one is the same as is outlined wherever it shows. */
static void
outline_same (EntenteSuggestionList *self)
{
  EntenteId same = self->selected != NULL && !self->selected->is_rejected
                     ? entente_suggestion_item_get_same (self->selected)
                     : ENTENTE_ID_NONE;

  if (self->session != NULL)
    entente_session_set_outlined_event (self->session, same);
}

static void
set_selected (EntenteSuggestionList *self, EntenteSuggestionItem *item)
{
  if (item != NULL)
    self->place = item->start;
  if (self->selected == item)
    return;
  if (self->selected != NULL)
    entente_suggestion_item_set_selected (self->selected, FALSE);
  g_set_object (&self->selected, item);
  if (item != NULL)
    entente_suggestion_item_set_selected (item, TRUE);
  outline_same (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SELECTED]);
}

/* Another reading, or the one that took the place of the one that is gone. */
static EntenteSuggestionItem *
find_heir (EntenteSuggestionList *self)
{
  for (guint i = 0; i < get_n_items (self); i++)
    if (entente_suggestion_item_is_like (get_item (self, i), self->selected))
      return get_item (self, i);
  for (guint i = 0; i < get_n_items (self); i++)
    if (get_item (self, i)->start >= self->place)
      return get_item (self, i);
  return get_n_items (self) > 0 ? get_item (self, 0) : NULL;
}

void
entente_suggestion_list_refresh (EntenteSuggestionList *self)
{
  guint n_open;
  g_autoptr (GPtrArray) items = list_items (self, &n_open);

  entente_list_splice (self->items, items, NULL);
  if (self->selected != NULL)
    set_selected (self, find_heir (self));
  outline_same (self);
  if (self->n_open != n_open) {
    self->n_open = n_open;
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_OPEN]);
  }
  g_signal_emit (self, signals[CHANGED], 0);
}

/* ---- reading ---- */

static void
stop_reading (EntenteSuggestionList *self)
{
  if (self->reading == NULL)
    return;
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_IS_READING]);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntenteSuggestionList) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteProposals) proposals =
    entente_study_read_proposals_finish (ENTENTE_STUDY (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->reading == NULL ||
      g_task_get_cancellable (G_TASK (result)) != self->reading)
    return;
  g_clear_object (&self->reading);
  g_clear_error (&self->error);
  self->error = g_steal_pointer (&error);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_IS_READING]);
  g_clear_pointer (&self->proposals, entente_proposals_unref);
  self->proposals = g_steal_pointer (&proposals);
  if (self->error != NULL)
    entente_suggestion_list_give_up (self);
  if (!self->is_old)
    entente_suggestion_list_end_written (self);
  entente_suggestion_list_refresh (self);
  if (self->is_old)
    entente_suggestion_list_read (self);
  else
    entente_suggestion_list_run (self);
}

/* What is being read goes on: another reading begins behind it. */
void
entente_suggestion_list_read (EntenteSuggestionList *self)
{
  if (self->reading != NULL) {
    self->is_old = TRUE;
    return;
  }
  self->is_old = FALSE;
  if (self->article == ENTENTE_ID_NONE || self->session == NULL)
    return;
  self->reading = g_cancellable_new ();
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_IS_READING]);
  entente_study_read_proposals_async (entente_session_get_study (self->session),
                                      self->article,
                                      self->proposals,
                                      self->reading,
                                      read_cb,
                                      g_object_ref (self));
}

static void
article_cb (EntenteSession *session, GParamSpec *pspec, EntenteSuggestionList *self)
{
  stop_reading (self);
  entente_suggestion_list_leave (self);
  g_clear_pointer (&self->proposals, entente_proposals_unref);
  self->article = entente_session_get_article (session);
  g_clear_error (&self->error);
  entente_suggestion_list_read (self);
  entente_suggestion_list_refresh (self);
  set_selected (self, NULL);
}

static void
changed_cb (EntenteStudy *study, EntenteChangeSet *changes, EntenteSuggestionList *self)
{
  entente_suggestion_list_read (self);
}

void
entente_suggestion_list_follow (EntenteSuggestionList *self, EntenteSession *session)
{
  g_set_weak_pointer (&self->session, session);
  g_signal_connect_object (entente_session_get_study (session),
                           "changed",
                           G_CALLBACK (changed_cb),
                           self,
                           G_CONNECT_DEFAULT);
}

static void
titles_cb (EntenteSuggestionList *self)
{
  g_signal_emit (self, signals[TITLES_READ], 0);
}

/* ---- proposing ---- */

void
entente_suggestion_list_edit (EntenteSuggestionList *self, EntenteSuggestionItem *item)
{
  g_signal_emit (self, signals[EDIT], 0, item);
}

gboolean
entente_suggestion_list_propose (EntenteSuggestionList *self,
                                 EntenteSuggestionItem *item,
                                 EntenteProposed *proposed)
{
  const EntenteProposal *proposal;

  if (self->proposals == NULL || item->index >= entente_proposals_get_n (self->proposals))
    return FALSE;
  proposal = entente_proposals_get (self->proposals, item->index);
  if (proposal->suggestion->span.start_char != item->span_start)
    return FALSE;
  entente_proposals_propose (self->proposals, item->index, proposed);
  return TRUE;
}

/* ---- selecting ---- */

void
entente_suggestion_list_select (EntenteSuggestionList *self, EntenteSuggestionItem *item)
{
  set_selected (self, item);
}

static guint
find_first (EntenteSuggestionList *self, int step, gint64 position)
{
  guint n = get_n_items (self), first = 0;

  while (first < n && get_item (self, first)->start < position)
    first++;
  return step > 0 ? first % n : (first + n - 1) % n;
}

void
entente_suggestion_list_step (EntenteSuggestionList *self, int step, gint64 position)
{
  guint n = get_n_items (self), at;

  if (n == 0)
    return;
  if (self->selected != NULL && g_list_store_find (self->items, self->selected, &at))
    at = (at + n + (guint) (step > 0 ? 1 : n - 1)) % n;
  else
    at = find_first (self, step, position);
  set_selected (self, get_item (self, at));
}

/* Sentences do not overlap, but what stands in one may be in any order. */
guint
entente_suggestion_list_find_first (EntenteSuggestionList *self, gint64 position)
{
  guint low = 0, high = get_n_items (self);

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (get_item (self, middle)->end <= position - SENTENCE_REACH)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

gboolean
entente_suggestion_list_shows_in_text (EntenteSuggestionList *self, EntenteSuggestionItem *item)
{
  return !self->shows_rejected || item->is_selected;
}

EntenteSuggestionItem *
entente_suggestion_list_find (EntenteSuggestionList *self, gint64 position)
{
  EntenteSuggestionItem *found = NULL;

  for (guint i = 0; i < get_n_items (self); i++) {
    EntenteSuggestionItem *item = get_item (self, i);

    if (item->start <= position && position < item->end &&
        entente_suggestion_list_shows_in_text (self, item) &&
        (found == NULL || item->end - item->start < found->end - found->start))
      found = item;
  }
  return found;
}

EntenteSuggestionItem *
entente_suggestion_list_get_selected (EntenteSuggestionList *self)
{
  return self->selected;
}

guint
entente_suggestion_list_get_n_open (EntenteSuggestionList *self)
{
  return self->n_open;
}

gboolean
entente_suggestion_list_is_reading (EntenteSuggestionList *self)
{
  return self->reading != NULL;
}

const GError *
entente_suggestion_list_get_error (EntenteSuggestionList *self)
{
  return self->error;
}

gboolean
entente_suggestion_list_has_article (EntenteSuggestionList *self)
{
  return self->article != ENTENTE_ID_NONE;
}

gboolean
entente_suggestion_list_get_shows_rejected (EntenteSuggestionList *self)
{
  return self->shows_rejected;
}

void
entente_suggestion_list_set_shows_rejected (EntenteSuggestionList *self, gboolean shows)
{
  if (self->shows_rejected == shows)
    return;
  self->shows_rejected = shows;
  set_selected (self, NULL);
  entente_suggestion_list_refresh (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SHOWS_REJECTED]);
}

/* ---- GObject ---- */

static GType
entente_suggestion_list_get_item_type (GListModel *model)
{
  return ENTENTE_TYPE_SUGGESTION_ITEM;
}

static guint
entente_suggestion_list_get_n_items (GListModel *model)
{
  return get_n_items (ENTENTE_SUGGESTION_LIST (model));
}

static gpointer
entente_suggestion_list_get_item (GListModel *model, guint position)
{
  EntenteSuggestionList *self = ENTENTE_SUGGESTION_LIST (model);

  return position < get_n_items (self) ? g_object_ref (get_item (self, position)) : NULL;
}

static void
entente_suggestion_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = entente_suggestion_list_get_item_type;
  iface->get_n_items = entente_suggestion_list_get_n_items;
  iface->get_item = entente_suggestion_list_get_item;
}

static void
entente_suggestion_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  EntenteSuggestionList *self = ENTENTE_SUGGESTION_LIST (object);

  switch (id) {
  case PROP_N_OPEN:
    g_value_set_uint (value, self->n_open);
    break;
  case PROP_SELECTED:
    g_value_set_object (value, self->selected);
    break;
  case PROP_IS_READING:
    g_value_set_boolean (value, self->reading != NULL);
    break;
  case PROP_SHOWS_REJECTED:
    g_value_set_boolean (value, self->shows_rejected);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
entente_suggestion_list_set_property (GObject *object,
                                      guint id,
                                      const GValue *value,
                                      GParamSpec *pspec)
{
  EntenteSuggestionList *self = ENTENTE_SUGGESTION_LIST (object);

  switch (id) {
  case PROP_SELECTED:
    entente_suggestion_list_select (self, g_value_get_object (value));
    break;
  case PROP_SHOWS_REJECTED:
    entente_suggestion_list_set_shows_rejected (self, g_value_get_boolean (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
entente_suggestion_list_dispose (GObject *object)
{
  EntenteSuggestionList *self = ENTENTE_SUGGESTION_LIST (object);

  stop_reading (self);
  entente_suggestion_list_forget (self);
  g_clear_pointer (&self->leaving, g_ptr_array_unref);
  g_clear_pointer (&self->proposals, entente_proposals_unref);
  g_clear_error (&self->error);
  g_clear_object (&self->selected);
  g_clear_object (&self->items);
  g_clear_weak_pointer (&self->session);
  g_clear_weak_pointer (&self->seen);

  G_OBJECT_CLASS (entente_suggestion_list_parent_class)->dispose (object);
}

static void
add_signals (EntenteSuggestionListClass *class)
{
  signals[CHANGED] = g_signal_new ("changed",
                                   G_TYPE_FROM_CLASS (class),
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   0);
  signals[TITLES_READ] = g_signal_new ("titles-read",
                                       G_TYPE_FROM_CLASS (class),
                                       G_SIGNAL_RUN_LAST,
                                       0,
                                       NULL,
                                       NULL,
                                       NULL,
                                       G_TYPE_NONE,
                                       0);
  signals[EDIT] = g_signal_new ("edit",
                                G_TYPE_FROM_CLASS (class),
                                G_SIGNAL_RUN_LAST,
                                0,
                                NULL,
                                NULL,
                                NULL,
                                G_TYPE_NONE,
                                1,
                                ENTENTE_TYPE_SUGGESTION_ITEM);
}

static void
entente_suggestion_list_class_init (EntenteSuggestionListClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->get_property = entente_suggestion_list_get_property;
  object_class->set_property = entente_suggestion_list_set_property;
  object_class->dispose = entente_suggestion_list_dispose;
  props[PROP_N_OPEN] = g_param_spec_uint ("n-open",
                                          NULL,
                                          NULL,
                                          0,
                                          G_MAXUINT,
                                          0,
                                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_SELECTED] =
    g_param_spec_object ("selected",
                         NULL,
                         NULL,
                         ENTENTE_TYPE_SUGGESTION_ITEM,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_IS_READING] = g_param_spec_boolean ("is-reading",
                                                 NULL,
                                                 NULL,
                                                 FALSE,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_SHOWS_REJECTED] =
    g_param_spec_boolean ("shows-rejected",
                          NULL,
                          NULL,
                          FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  add_signals (class);
}

static void
items_changed_cb (GListModel *items,
                  guint position,
                  guint removed,
                  guint added,
                  EntenteSuggestionList *self)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static void
entente_suggestion_list_init (EntenteSuggestionList *self)
{
  g_queue_init (&self->tasks);
  self->items = g_list_store_new (ENTENTE_TYPE_SUGGESTION_ITEM);
  g_signal_connect_object (self->items,
                           "items-changed",
                           G_CALLBACK (items_changed_cb),
                           self,
                           G_CONNECT_DEFAULT);
}

EntenteSuggestionList *
entente_suggestion_list_new (EntenteSession *session)
{
  EntenteSuggestionList *self = g_object_new (ENTENTE_TYPE_SUGGESTION_LIST, NULL);

  entente_suggestion_list_follow (self, session);
  g_signal_connect_object (session,
                           "notify::article",
                           G_CALLBACK (article_cb),
                           self,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (entente_session_get_study (session),
                           "titles-read",
                           G_CALLBACK (titles_cb),
                           self,
                           G_CONNECT_SWAPPED);
  self->article = entente_session_get_article (session);
  entente_suggestion_list_read (self);
  return self;
}
