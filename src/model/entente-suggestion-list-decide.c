/* What a person decides about suggestions.
 *
 * Decisions wait in a queue. The first one is made a step of the proposals as they are, written, and the proposals are read anew
 * before the next one has its turn: two steps never make the same new actor. Items of the queue are not shown.
 */

#include "config.h"

#include "entente-suggestion-private.h"

#include <glib/gi18n-lib.h>

typedef enum { ACCEPT, ACCEPT_NEW, REJECT, RECONSIDER } Decision;

typedef struct {
  Decision decision;
  GPtrArray *items; /* EntenteSuggestionItem */
} Task;

/* What is under way when another article comes is no business of its list. */
typedef struct {
  EntenteSuggestionList *list;
  guint serial;
} Writing;

static void
free_task (gpointer data)
{
  Task *task = data;

  g_ptr_array_unref (task->items);
  g_free (task);
}

gboolean
entente_suggestion_list_is_decided (EntenteSuggestionList *self, EntenteSuggestionItem *item)
{
  for (GList *l = self->tasks.head; l != NULL; l = l->next) {
    const Task *task = l->data;

    for (guint i = 0; i < task->items->len; i++)
      if (entente_suggestion_item_is_like (g_ptr_array_index (task->items, i), item))
        return TRUE;
  }
  return FALSE;
}

void
entente_suggestion_list_forget (EntenteSuggestionList *self)
{
  g_queue_clear_full (&self->tasks, free_task);
  self->is_written = FALSE;
  self->serial++;
}

void
entente_suggestion_list_end_written (EntenteSuggestionList *self)
{
  if (self->is_written && !g_queue_is_empty (&self->tasks))
    free_task (g_queue_pop_head (&self->tasks));
  self->is_written = FALSE;
}

static guint *
list_indexes (EntenteSuggestionList *self, const Task *task, guint *n)
{
  guint *indexes = g_new (guint, task->items->len + 1);

  *n = 0;
  for (guint i = 0; i < task->items->len; i++) {
    const EntenteSuggestionItem *item = g_ptr_array_index (task->items, i);

    for (guint j = 0; j < entente_proposals_get_n (self->proposals); j++) {
      const EntenteSuggestion *suggestion = entente_proposals_get (self->proposals, j)->suggestion;

      if (suggestion->span.start_char == item->span_start &&
          entente_kind_find (suggestion->kind) == item->kind) {
        indexes[(*n)++] = j;
        break;
      }
    }
  }
  return indexes;
}

/* "3 events added, 2 joined to events that were there" */
static char *
tell_accepted (guint n, guint n_same)
{
  guint n_new = n - n_same;
  g_autofree char *added =
    g_strdup_printf (ngettext ("%u event added", "%u events added", n_new), n_new);
  g_autofree char *joined = g_strdup_printf (ngettext ("%u claim added to an event that was there",
                                                       "%u claims added to events that were there",
                                                       n_same),
                                             n_same);

  if (n_same == 0)
    return g_steal_pointer (&added);
  return n_new == 0 ? g_steal_pointer (&joined) : g_strdup_printf ("%s, %s", added, joined);
}

static EntenteStep *
make_step (EntenteSuggestionList *self, const Task *task, char **done)
{
  guint n;
  g_autofree guint *indexes = list_indexes (self, task, &n);

  switch (task->decision) {
  case ACCEPT:
    *done = tell_accepted (n, entente_proposals_count_same (self->proposals, indexes, n));
    return entente_proposals_accept (self->proposals, indexes, n, NULL);
  case ACCEPT_NEW:
    *done = tell_accepted (n, 0);
    return entente_proposals_accept_new (self->proposals, indexes, n, NULL);
  case REJECT:
    *done = g_strdup_printf (ngettext ("%u suggestion rejected", "%u suggestions rejected", n), n);
    return entente_proposals_reject (self->proposals, indexes, n);
  case RECONSIDER:
  default:
    return entente_proposals_reconsider (self->proposals, indexes, n);
  }
}

/* With success the study has changed, and is being read anew unless the step was empty. */
static void
end_writing (EntenteSuggestionList *self, const GError *error)
{
  if (error != NULL) {
    entente_suggestion_list_forget (self);
    entente_session_notify_user (self->session, error->message, 0);
    entente_suggestion_list_refresh (self);
    return;
  }
  self->is_written = TRUE;
  if (self->reading == NULL)
    entente_suggestion_list_end_written (self);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Writing *writing = data;
  g_autoptr (EntenteSuggestionList) self = writing->list;
  g_autoptr (GError) error = NULL;

  entente_session_apply_finish (ENTENTE_SESSION (source), result, &error);
  self->is_writing = FALSE;
  if (self->session == NULL)
    return;
  if (writing->serial == self->serial)
    end_writing (self, error);
  entente_suggestion_list_run (self);
}

void
entente_suggestion_list_run (EntenteSuggestionList *self)
{
  const Task *task = g_queue_peek_head (&self->tasks);
  g_autofree char *done = NULL;
  EntenteStep *step;
  Writing *writing;

  if (task == NULL || self->is_writing || self->is_written || self->reading != NULL ||
      self->proposals == NULL)
    return;
  step = make_step (self, task, &done);
  self->is_writing = TRUE;
  writing = g_new (Writing, 1);
  *writing = (Writing){ g_object_ref (self), self->serial };
  entente_session_apply_async (self->session, step, done, written_cb, writing);
}

static void
decide (EntenteSuggestionList *self, Decision decision, GPtrArray *items)
{
  Task *task = g_new (Task, 1);

  *task = (Task){ decision, items };
  if (items->len == 0) {
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
  decide_one (self, ACCEPT, item);
}

void
entente_suggestion_list_accept_new (EntenteSuggestionList *self, EntenteSuggestionItem *item)
{
  decide_one (self, ACCEPT_NEW, item);
}

void
entente_suggestion_list_reject (EntenteSuggestionList *self, EntenteSuggestionItem *item)
{
  decide_one (self, REJECT, item);
}

void
entente_suggestion_list_reconsider (EntenteSuggestionList *self, EntenteSuggestionItem *item)
{
  decide_one (self, RECONSIDER, item);
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
