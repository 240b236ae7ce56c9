/* What the study learns from a form: the word that tells its kind of move, and names that are no
 * actors. Main thread. */
#include "config.h"

#include "entente-event-form-private.h"
#include "entente-learnt.h"
#include "entente-lesson.h"
#include "entente-suggestion-list.h"
#include <glib/gi18n.h>

static EntenteSuggestionList *
get_suggestions (EntenteEventForm *self)
{
  return entente_session_get_suggestions (self->session);
}

void
entente_event_form_offer_lesson (EntenteEventForm *self)
{
  const EntenteKind *kind = entente_kind_field_get_kind (self->kind);
  g_autofree char *words = NULL;
  g_autofree char *label = NULL;

  g_clear_pointer (&self->lesson, g_free);
  if (!self->detail && self->passage && kind)
    self->lesson =
      entente_suggestion_list_find_lesson (get_suggestions (self), self->passage, kind);
  gtk_widget_set_visible (self->lesson_check, self->lesson != NULL);
  if (!self->lesson)
    return;
  words = entente_lesson_format (self->lesson);
  label =
    g_strdup_printf (_ ("Learn “%s” as a word for: %s"), words, entente_kind_get_label (kind));
  gtk_check_button_set_label (GTK_CHECK_BUTTON (self->lesson_check), label);
}

void
entente_event_form_follow_reading (EntenteEventForm *self)
{
  if (self->passage)
    g_signal_connect_object (get_suggestions (self),
                             "changed",
                             G_CALLBACK (entente_event_form_offer_lesson),
                             self,
                             G_CONNECT_SWAPPED);
}

void
entente_event_form_learn (EntenteEventForm *self, EntenteStep *step, const EntentePassage *passage)
{
  g_autoptr (EntenteLexicon) word = NULL;

  if (!self->lesson || !gtk_check_button_get_active (GTK_CHECK_BUTTON (self->lesson_check)))
    return;
  word = entente_learnt_create_word (self->lesson,
                                     entente_kind_field_get_kind (self->kind),
                                     passage ? passage->record.id : ENTENTE_ID_NONE);
  word->record.id = entente_id_new ();
  entente_step_insert (step, word);
}

void
entente_event_form_refuse_name (EntenteEventForm *self, const char *name)
{
  if (self->passage)
    entente_suggestion_list_refuse_name (get_suggestions (self), name, self->passage);
}
