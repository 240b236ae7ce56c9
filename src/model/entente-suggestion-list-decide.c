/* What a person decides about suggestions.
 *
 * Decisions wait in a queue. The first one is made a step of the proposals as they are, written,
 * and the proposals are read anew before the next one has its turn: two steps never make the same
 * new actor. Items of the queue are not shown.
 */

#include "config.h"

#include "entente-suggestion-private.h"

#include <glib/gi18n-lib.h>

#define MANY 200 /* more would be felt as a halt */

typedef enum { ACCEPT, ACCEPT_NEW, REJECT, RECONSIDER } Decision;

typedef struct {
  Decision decision;
  GPtrArray *items; /* EntenteSuggestionItem */
} Task;

static void
free_task (gpointer data)
{
  Task *task = data;

  g_ptr_array_unref (task->items);
  g_free (task);
}

GHashTable *
entente_suggestion_list_dup_decided (EntenteSuggestionList *self)
{
  GHashTable *decided =
    g_hash_table_new (entente_suggestion_item_hash, entente_suggestion_item_is_same);

  for (GList *l = self->tasks.head; l != NULL; l = l->next) {
    const Task *task = l->data;

    for (guint i = 0; i < task->items->len; i++)
      g_hash_table_add (decided, g_ptr_array_index (task->items, i));
  }
  return decided;
}

void
entente_suggestion_list_forget (EntenteSuggestionList *self)
{
  g_queue_clear_full (&self->tasks, free_task);
  self->is_written = FALSE;
  if (self->writing != NULL)
    self->writing->list = NULL;
  self->writing = NULL;
}

void
entente_suggestion_list_give_up (EntenteSuggestionList *self)
{
  guint n = g_queue_get_length (&self->tasks) - (self->is_written ? 1 : 0);
  g_autofree char *message = NULL;

  if (n > 0 && self->session != NULL) {
    message = g_strdup_printf (
      _ ("The article could not be read again, so what was decided last is undone: %s"),
      self->error->message);
    entente_session_notify_user (self->session, message, 0);
  }
  entente_suggestion_list_forget (self);
}

void
entente_suggestion_list_end_written (EntenteSuggestionList *self)
{
  if (self->is_written && !g_queue_is_empty (&self->tasks))
    free_task (g_queue_pop_head (&self->tasks));
  self->is_written = FALSE;
}

/* The proposals of today that the items were made of; where two are alike, the first. */
static guint *
list_indexes (EntenteSuggestionList *self, const Task *task, guint *n)
{
  g_autoptr (GHashTable) wanted =
    g_hash_table_new (entente_suggestion_item_hash, entente_suggestion_item_is_same);
  guint *indexes = g_new (guint, task->items->len + 1);

  *n = 0;
  for (guint i = 0; i < task->items->len; i++)
    g_hash_table_add (wanted, g_ptr_array_index (task->items, i));
  for (guint j = 0; j < entente_proposals_get_n (self->proposals); j++) {
    const EntenteSuggestion *suggestion = entente_proposals_get (self->proposals, j)->suggestion;
    EntenteSuggestionItem key = { .span_start = suggestion->span.start_char,
                                  .kind = entente_kind_find (suggestion->kind) };

    if (g_hash_table_remove (wanted, &key))
      indexes[(*n)++] = j;
  }
  return indexes;
}

static guint
count_inserted (const EntenteStep *step, EntenteEntity entity)
{
  guint n = 0;

  for (guint i = 0; i < step->changes->len; i++) {
    const EntenteChange *change = g_ptr_array_index (step->changes, i);

    n += change->operation == ENTENTE_INSERT && change->record->entity == entity;
  }
  return n;
}

/* "3 events added, 2 claims added to events that were there" */
static char *
tell_accepted (const EntenteStep *step)
{
  guint n = count_inserted (step, ENTENTE_ENTITY_EVENT);
  guint n_same = count_inserted (step, ENTENTE_ENTITY_CLAIM) - n; /* each event has one */
  g_autofree char *added = g_strdup_printf (ngettext ("%u event added", "%u events added", n), n);
  g_autofree char *joined = g_strdup_printf (ngettext ("%u claim added to an event that was there",
                                                       "%u claims added to events that were there",
                                                       n_same),
                                             n_same);

  if (n_same == 0)
    return g_steal_pointer (&added);
  return n == 0 ? g_steal_pointer (&joined) : g_strdup_printf ("%s, %s", added, joined);
}

/* What a step of these says once it is done. */
static char *
describe_done (Decision decision, const EntenteStep *step)
{
  guint n = count_inserted (step, ENTENTE_ENTITY_REJECTION);

  if (decision != REJECT)
    return tell_accepted (step);
  return g_strdup_printf (ngettext ("%u suggestion rejected", "%u suggestions rejected", n), n);
}

static EntenteStep *
make_step (EntenteSuggestionList *self, const Task *task)
{
  guint n;
  g_autofree guint *indexes = list_indexes (self, task, &n);

  switch (task->decision) {
  case ACCEPT:
    return entente_proposals_accept (self->proposals, indexes, n, NULL);
  case ACCEPT_NEW:
    return entente_proposals_accept_new (self->proposals, indexes, n, NULL);
  case REJECT:
    return entente_proposals_reject (self->proposals, indexes, n);
  case RECONSIDER:
  default:
    return entente_proposals_reconsider (self->proposals, indexes, n);
  }
}

/* With success the study has changed, and is being read anew. */
static void
end_writing (EntenteSuggestionList *self, const GError *error)
{
  self->writing = NULL;
  if (self->session == NULL)
    return;
  if (error != NULL) {
    entente_suggestion_list_forget (self);
    if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
      entente_session_notify_user (self->session, error->message, 0);
    entente_suggestion_list_refresh (self);
    entente_suggestion_list_end_leaving (self);
    return;
  }
  self->is_written = TRUE;
  if (self->reading == NULL)
    entente_suggestion_list_end_written (self);
  entente_suggestion_list_run (self);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree EntenteSuggestionWriting *writing = data;
  g_autoptr (EntenteSuggestionList) list = writing->list ? g_object_ref (writing->list) : NULL;
  g_autoptr (GError) error = NULL;

  entente_session_apply_finish (ENTENTE_SESSION (source), result, &error);
  if (list != NULL)
    end_writing (list, error);
}

/* Takes both. */
static void
write_step (EntenteSuggestionList *self, EntenteStep *step, EntenteSuggestionWriting *writing)
{
  const Task *task = g_queue_peek_head (&self->tasks);
  g_autofree char *done =
    task->decision != RECONSIDER ? describe_done (task->decision, step) : NULL;

  entente_session_apply_async (self->session, step, done, written_cb, writing);
}

/* Nobody needs an empty step. */
static void
pass_over (EntenteSuggestionList *self)
{
  self->writing = NULL;
  free_task (g_queue_pop_head (&self->tasks));
  entente_suggestion_list_run (self);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree EntenteSuggestionWriting *writing = data;
  g_autoptr (EntenteSuggestionList) self = writing->list ? g_object_ref (writing->list) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteStep) step =
    entente_proposals_accept_finish (ENTENTE_STUDY (source), result, &error);

  if (self == NULL)
    return;
  if (step == NULL || self->session == NULL)
    end_writing (self, error);
  else if (step->changes->len == 0)
    pass_over (self);
  else
    write_step (self, g_steal_pointer (&step), g_steal_pointer (&writing));
}

static void
accept_many (EntenteSuggestionList *self, const Task *task)
{
  guint n;
  g_autofree guint *indexes = list_indexes (self, task, &n);

  entente_proposals_accept_async (self->proposals,
                                  entente_session_get_study (self->session),
                                  indexes,
                                  n,
                                  made_cb,
                                  self->writing);
}

/* What is no longer open, since somebody else decided it, makes an empty step. */
static void
write_next (EntenteSuggestionList *self)
{
  const Task *task = g_queue_peek_head (&self->tasks);
  g_autoptr (EntenteStep) step = NULL;

  self->writing = g_new (EntenteSuggestionWriting, 1);
  self->writing->list = self;
  if (task->decision == ACCEPT && task->items->len > MANY) {
    accept_many (self, task);
    return;
  }
  step = make_step (self, task);
  if (step->changes->len > 0) {
    write_step (self, g_steal_pointer (&step), self->writing);
    return;
  }
  g_clear_pointer (&self->writing, g_free);
  free_task (g_queue_pop_head (&self->tasks));
}

void
entente_suggestion_list_run (EntenteSuggestionList *self)
{
  while (!g_queue_is_empty (&self->tasks) && self->writing == NULL && !self->is_written &&
         self->reading == NULL && self->proposals != NULL)
    write_next (self);
  entente_suggestion_list_end_leaving (self);
}

void
entente_suggestion_list_gather (EntenteSuggestionList *self)
{
  GList *first = self->tasks.head;

  if (first != NULL && (self->writing != NULL || self->is_written))
    first = first->next;
  while (first != NULL && first->next != NULL) {
    Task *task = first->data, *next = first->next->data;

    if (task->decision != next->decision) {
      first = first->next;
      continue;
    }
    g_ptr_array_extend_and_steal (task->items, g_steal_pointer (&next->items));
    g_free (next);
    g_queue_delete_link (&self->tasks, first->next);
  }
}

static void
decide (EntenteSuggestionList *self, Decision decision, GPtrArray *items)
{
  Task *task = g_new (Task, 1);

  *task = (Task){ decision, items };
  if (items->len == 0 || self->session == NULL ||
      entente_study_is_read_only (entente_session_get_study (self->session))) {
    free_task (task);
    return;
  }
  g_queue_push_tail (&self->tasks, task);
  entente_suggestion_list_refresh (self);
  entente_suggestion_list_run (self);
}

static void
decide_one (EntenteSuggestionList *self, Decision decision, EntenteSuggestionItem *item)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  if (item->is_rejected == (decision == RECONSIDER))
    g_ptr_array_add (items, g_object_ref (item));
  decide (self, decision, items);
}

static void
decide_all (EntenteSuggestionList *self, Decision decision, const EntenteKind *kind)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++) {
    g_autoptr (EntenteSuggestionItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

    if (!item->is_rejected && (kind == NULL || item->kind == kind))
      g_ptr_array_add (items, g_steal_pointer (&item));
  }
  decide (self, decision, items);
}

void
entente_suggestion_list_accept (EntenteSuggestionList *self, EntenteSuggestionItem *item)
{
  decide_one (self, item->is_rejected ? RECONSIDER : ACCEPT, item);
}

void
entente_suggestion_list_accept_new (EntenteSuggestionList *self, EntenteSuggestionItem *item)
{
  decide_one (self, item->is_rejected ? RECONSIDER : ACCEPT_NEW, item);
}

void
entente_suggestion_list_reject (EntenteSuggestionList *self, EntenteSuggestionItem *item)
{
  decide_one (self, REJECT, item);
}

void
entente_suggestion_list_accept_all (EntenteSuggestionList *self, const EntenteKind *kind)
{
  decide_all (self, ACCEPT, kind);
}

void
entente_suggestion_list_reject_all (EntenteSuggestionList *self, const EntenteKind *kind)
{
  decide_all (self, REJECT, kind);
}

/* ---- learning ---- */

static gboolean
is_read (EntenteSuggestionList *self, const EntentePassage *passage)
{
  return self->proposals != NULL &&
         entente_proposals_get_revision (self->proposals) == passage->revision;
}

char *
entente_suggestion_list_find_lesson (EntenteSuggestionList *self,
                                     const EntentePassage *passage,
                                     const EntenteKind *kind)
{
  return is_read (self, passage)
           ? entente_proposals_find_lesson (self->proposals, passage->start, passage->end, kind)
           : NULL;
}

gboolean
entente_suggestion_list_refuse_name (EntenteSuggestionList *self,
                                     const char *name,
                                     const EntentePassage *passage)
{
  g_autofree char *done = g_strdup_printf (_ ("“%s” is not proposed as an actor again"), name);

  if (!is_read (self, passage))
    return FALSE;
  entente_session_apply (
    self->session,
    entente_proposals_refuse_name (self->proposals, name, passage->start, passage->end),
    done);
  return TRUE;
}
