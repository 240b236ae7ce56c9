/* The event that is being filled in, kept as data of the session. Main thread. */
#include "config.h"

#include "entente-event-draft.h"

struct _EntenteEventDraft {
  GObject parent_instance;

  gconstpointer owner;
  EntenteEvent *event; /* or NULL */
  GPtrArray *parts, *actors;
  EntenteId article;
};

G_DEFINE_FINAL_TYPE (EntenteEventDraft, entente_event_draft, G_TYPE_OBJECT)

static guint changed_signal;
static G_DEFINE_QUARK (entente_event_draft, draft_of_session)

  static void forget (EntenteEventDraft *self)
{
  self->owner = NULL;
  self->article = ENTENTE_ID_NONE;
  g_clear_pointer (&self->event, entente_event_unref);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_pointer (&self->actors, g_ptr_array_unref);
}

static void
entente_event_draft_finalize (GObject *object)
{
  forget (ENTENTE_EVENT_DRAFT (object));
  G_OBJECT_CLASS (entente_event_draft_parent_class)->finalize (object);
}

static void
entente_event_draft_class_init (EntenteEventDraftClass *class)
{
  G_OBJECT_CLASS (class)->finalize = entente_event_draft_finalize;
  changed_signal = g_signal_new ("changed",
                                 ENTENTE_TYPE_EVENT_DRAFT,
                                 G_SIGNAL_RUN_LAST,
                                 0,
                                 NULL,
                                 NULL,
                                 NULL,
                                 G_TYPE_NONE,
                                 0);
}

static void
entente_event_draft_init (EntenteEventDraft *self)
{
}

EntenteEventDraft *
entente_session_get_draft (EntenteSession *session)
{
  EntenteEventDraft *draft = g_object_get_qdata (G_OBJECT (session), draft_of_session_quark ());

  if (draft == NULL) {
    draft = g_object_new (ENTENTE_TYPE_EVENT_DRAFT, NULL);
    g_object_set_qdata_full (G_OBJECT (session), draft_of_session_quark (), draft, g_object_unref);
  }
  return draft;
}

void
entente_event_draft_show (EntenteEventDraft *self,
                          gconstpointer owner,
                          EntenteEvent *event,
                          GPtrArray *parts,
                          GPtrArray *actors,
                          EntenteId article)
{
  forget (self);
  self->owner = owner;
  self->event = entente_event_ref (event);
  self->parts = g_ptr_array_ref (parts);
  self->actors = g_ptr_array_ref (actors);
  self->article = article;
  g_signal_emit (self, changed_signal, 0);
}

void
entente_event_draft_clear (EntenteEventDraft *self, gconstpointer owner)
{
  if (self->event == NULL || self->owner != owner)
    return;
  forget (self);
  g_signal_emit (self, changed_signal, 0);
}

const EntenteEvent *
entente_event_draft_get_event (EntenteEventDraft *self)
{
  return self->event;
}

GPtrArray *
entente_event_draft_get_parts (EntenteEventDraft *self)
{
  return self->parts;
}

GPtrArray *
entente_event_draft_get_actors (EntenteEventDraft *self)
{
  return self->actors;
}

EntenteId
entente_event_draft_get_article (EntenteEventDraft *self)
{
  return self->article;
}
