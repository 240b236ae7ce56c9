/* What EntenteEventList alone may do with an item; all else is in entente-event-list.h. Main
 * thread. */
#pragma once

#include "entente-event-list.h"
#include "entente-event-reader.h"

G_BEGIN_DECLS

/* Where an item stands in the list at present. */
typedef struct {
  EntenteChronicle *chronicle; /* borrowed */
  guint row;
  guint number; /* from 1; 0 outside the filter */
  guint n_filtered;
} EntenteEventPlace;

/* @live maps the ids of living items to them; the new item enters itself and leaves when it goes.
 */
EntenteEventItem *entente_event_item_new (EntenteStudy *study,
                                          EntenteEventReader *reader,
                                          GHashTable *live,
                                          const EntenteEventPlace *place);
void entente_event_item_set_place (EntenteEventItem *item, const EntenteEventPlace *place);
/* Something that is read by id came in or changed: looks again. */
void entente_event_item_refresh (EntenteEventItem *item);

G_END_DECLS
