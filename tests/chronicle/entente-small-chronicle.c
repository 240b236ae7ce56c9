/* Rows into a builder, as a store would hand them over. */
#include "config.h"

#include "entente-small-chronicle.h"

#define FIRST_LINK 900

static const EntenteRowSink *
get_sink (void)
{
  return entente_chronicle_builder_get_sink ();
}

void
small_begin (EntenteSmallChronicle *self, EntenteId first)
{
  *self = (EntenteSmallChronicle){ entente_chronicle_builder_new (), first - 1 };
}

void
small_add_actor (EntenteSmallChronicle *self, EntenteId id, const char *name)
{
  g_autoptr (EntenteActor) actor = entente_actor_new ();

  actor->record.id = id;
  actor->name = g_strdup (name);
  get_sink ()->actor (self->builder, actor);
}

void
small_add_affiliation (EntenteSmallChronicle *self,
                       EntenteId actor,
                       EntenteId parent,
                       const char *to)
{
  g_autoptr (EntenteAffiliation) affiliation = entente_affiliation_new ();

  affiliation->record.id = 50;
  affiliation->actor = actor;
  affiliation->parent = parent;
  affiliation->to = to ? entente_date_parse (to, NULL) : NULL;
  get_sink ()->affiliation (self->builder, affiliation);
}

EntenteId
small_add_event (EntenteSmallChronicle *self,
                 const char *kind,
                 const char *when,
                 EntenteId from,
                 EntenteId to)
{
  return small_add_in_mode (self, kind, when, ENTENTE_MODE_FACTUAL, from, to);
}

EntenteId
small_add_in_mode (EntenteSmallChronicle *self,
                   const char *kind,
                   const char *when,
                   EntenteMode mode,
                   EntenteId from,
                   EntenteId to)
{
  g_autoptr (EntenteEvent) event = entente_event_new ();
  EntenteEventRow row;

  event->record.id = ++self->last;
  event->kind = g_strdup (kind);
  event->mode = (int) mode;
  event->when = entente_date_parse (when, NULL);
  entente_event_get_row (event, &row);
  get_sink ()->event (self->builder, &row);
  if (from != ENTENTE_ID_NONE)
    small_add_part (self, from, ENTENTE_ROLE_INITIATOR);
  if (to != ENTENTE_ID_NONE)
    small_add_part (self, to, ENTENTE_ROLE_ADDRESSEE);
  return self->last;
}

void
small_add_part (EntenteSmallChronicle *self, EntenteId actor, EntenteRole role)
{
  EntenteParticipationRow row = { .event = self->last, .actor = actor, .role = (guint8) role };

  get_sink ()->participation (self->builder, &row);
}

void
small_add_link (EntenteSmallChronicle *self, EntenteId from, EntenteId to, EntenteLinkType type)
{
  EntenteLinkRow link = { .id = FIRST_LINK + from, .from = from, .to = to, .type = (guint8) type };

  get_sink ()->link (self->builder, &link);
}
