/* What was decided in an article is written when another one is in view already, and before the
 * study closes.
 *
 * A list that nobody sees takes the queue over and reads the article left until the queue is empty.
 */

#include "config.h"

#include "entente-suggestion-private.h"

static gboolean
is_busy (EntenteSuggestionList *self)
{
  return !g_queue_is_empty (&self->tasks) || self->writing != NULL;
}

static EntenteSuggestionList *
take_over (EntenteSuggestionList *self)
{
  EntenteSuggestionList *heir = g_object_new (ENTENTE_TYPE_SUGGESTION_LIST, NULL);

  entente_suggestion_list_follow (heir, self->session);
  g_set_weak_pointer (&heir->seen, self);
  heir->article = self->article;
  heir->proposals = self->proposals != NULL ? entente_proposals_ref (self->proposals) : NULL;
  heir->tasks = self->tasks;
  heir->is_written = self->is_written;
  heir->writing = g_steal_pointer (&self->writing);
  if (heir->writing != NULL)
    heir->writing->list = heir;
  g_queue_init (&self->tasks);
  self->is_written = FALSE;
  return heir;
}

void
entente_suggestion_list_leave (EntenteSuggestionList *self)
{
  EntenteSuggestionList *heir;

  if (!is_busy (self) || self->session == NULL) {
    entente_suggestion_list_forget (self);
    return;
  }
  heir = take_over (self);
  if (self->leaving == NULL)
    self->leaving = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (self->leaving, heir);
  entente_suggestion_list_gather (heir);
  if (heir->writing == NULL)
    entente_suggestion_list_read (heir);
}

void
entente_suggestion_list_end_leaving (EntenteSuggestionList *self)
{
  if (self->seen != NULL && self->seen->leaving != NULL && !is_busy (self))
    g_ptr_array_remove_fast (self->seen->leaving, self);
}

static gboolean
is_waiting (EntenteSuggestionList *self)
{
  return is_busy (self) || (self->leaving != NULL && self->leaving->len > 0);
}

void
entente_suggestion_list_finish (EntenteSuggestionList *self)
{
  g_autoptr (EntenteSuggestionList) list = g_object_ref (self);

  entente_suggestion_list_gather (list);
  while (list->session != NULL && is_waiting (list))
    g_main_context_iteration (NULL, TRUE);
}
