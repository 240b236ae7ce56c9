/* What a form begins with when a suggestion proposes it. */
#include "config.h"

#include "entente-event-form-private.h"
#include "entente-form-text.h"

static EntenteChronicle *
get_chronicle (EntenteEventForm *self)
{
  return entente_study_get_chronicle (entente_session_get_study (self->session));
}

/* Name of an actor that is yet to be made, or NULL for one of the study. */
static const char *
find_new_name (const EntenteProposed *proposed, EntenteId id)
{
  for (guint i = 0; i < proposed->actors->len; i++) {
    const EntenteRecord *record = g_ptr_array_index (proposed->actors, i);

    if (record->entity == ENTENTE_ENTITY_ACTOR && record->id == id)
      return ((const EntenteActor *) (gconstpointer) record)->name;
  }
  return NULL;
}

static void
propose_who (EntenteEventForm *self, const EntenteProposed *proposed)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  entente_who_field_set_parts (self->who, none);
  entente_who_field_set_proposed (self->who, proposed->actors);
  for (guint i = 0; i < proposed->parts->len; i++) {
    const EntenteParticipation *part = g_ptr_array_index (proposed->parts, i);
    const char *name = find_new_name (proposed, part->actor);

    entente_who_field_add (self->who,
                           name != NULL ? ENTENTE_ID_NONE : part->actor,
                           name,
                           part->role);
  }
}

static void
propose_claim (EntenteEventForm *self, const EntenteProposed *proposed)
{
  g_autoptr (EntenteClaim) claim = entente_claim_copy (proposed->claim);
  const char *name = find_new_name (proposed, claim->speaker);

  if (name != NULL) {
    claim->speaker = ENTENTE_ID_NONE;
    g_free (claim->speaker_class);
    claim->speaker_class = g_strdup (name);
  }
  entente_claim_fields_show (self->claim, claim);
}

void
entente_event_form_propose (EntenteEventForm *self, const EntenteProposed *proposed)
{
  const char *kinds[] = { proposed->event->kind, NULL };

  self->is_filling = TRUE;
  entente_kind_field_set_likely (self->kind, get_chronicle (self), kinds);
  entente_kind_field_set_kind (self->kind, proposed->event->kind);
  if (proposed->event->when != NULL)
    entente_date_field_propose_date (self->when, proposed->event->when);
  propose_who (self, proposed);
  entente_form_text_set (self->title, proposed->event->title);
  propose_claim (self, proposed);
  entente_event_more_show (self->fields, get_chronicle (self), proposed->event);
  entente_event_form_show_kind (self);
  self->is_filling = FALSE;
  entente_event_form_keep_state (self);
}
