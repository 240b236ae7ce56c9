/* While the form of a new event shows, the timeline shows where it would stand. */
#include "config.h"

#include "entente-event-draft.h"
#include "entente-event-form-private.h"
#include "entente-form-text.h"

static EntenteEvent *
make_event (EntenteEventForm *self)
{
  const EntenteKind *kind = entente_kind_field_get_kind (self->kind);
  g_autoptr (GPtrArray) fresh = g_ptr_array_new_with_free_func (entente_record_unref);
  EntenteEvent *event = entente_event_new ();

  event->kind = kind != NULL ? g_strdup (kind->id) : NULL;
  event->when = entente_date_field_dup_date (self->when);
  entente_form_text_store (self->title, &event->title);
  entente_event_more_store (self->fields, event, fresh);
  return event;
}

void
entente_event_form_update_draft (EntenteEventForm *self)
{
  g_autoptr (EntenteEvent) event = NULL;
  g_autoptr (GPtrArray) parts = NULL;
  g_autoptr (GPtrArray) actors = NULL;

  if (self->session == NULL || self->detail != NULL || self->is_filling ||
      !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  event = make_event (self);
  parts = entente_who_field_dup_parts (self->who);
  actors = entente_who_field_dup_actors (self->who);
  entente_event_draft_show (entente_session_get_draft (self->session),
                            self,
                            event,
                            parts,
                            actors,
                            self->article);
}

static void
clear (EntenteEventForm *self)
{
  if (self->session != NULL)
    entente_event_draft_clear (entente_session_get_draft (self->session), self);
}

void
entente_event_form_show_draft (EntenteEventForm *self)
{
  g_signal_connect_after (self, "map", G_CALLBACK (entente_event_form_update_draft), NULL);
  g_signal_connect (self, "changed", G_CALLBACK (entente_event_form_update_draft), NULL);
  g_signal_connect (self, "unmap", G_CALLBACK (clear), NULL);
}
