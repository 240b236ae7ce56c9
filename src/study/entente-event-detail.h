/* Reading the details of events on the store's worker; private to study. */
#pragma once

#include "entente-study.h"

G_BEGIN_DECLS

/* Articles and notes of texts that were read before: for many events that are read in one job on
 * the worker. Free with g_hash_table_unref(). */
GHashTable *entente_event_detail_sources_new (void);
/* With @chronicle not NULL, claims, links and orders are asked for only where it has some. @sources
 * is filled. */
EntenteEventDetail *entente_event_detail_read (EntenteStore *store,
                                               EntenteId event,
                                               const EntenteChronicle *chronicle,
                                               GHashTable *sources,
                                               GError **error);
/* entente_store_list_of() in place of the array in *list. */
gboolean entente_store_replace_list (GPtrArray **list,
                                     EntenteStore *store,
                                     EntenteEntity entity,
                                     EntenteEntity parent_entity,
                                     EntenteId parent,
                                     GError **error);

G_END_DECLS
