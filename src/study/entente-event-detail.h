/* Reading the details of events on the store's worker; private to study. */
#pragma once

#include "entente-study.h"

G_BEGIN_DECLS

/* With @chronicle not NULL, claims and links are asked for only where it has some. */
EntenteEventDetail *entente_event_detail_read (EntenteStore *store,
                                               EntenteId event,
                                               const EntenteChronicle *chronicle,
                                               GError **error);
/* entente_store_list_of() in place of the array in *list. */
gboolean entente_store_replace_list (GPtrArray **list,
                                     EntenteStore *store,
                                     EntenteEntity entity,
                                     EntenteEntity parent_entity,
                                     EntenteId parent,
                                     GError **error);

G_END_DECLS
