/* EntenteActorDetail: an actor with every record of a study that names it: what merging and
 * splitting move. Immutable once read; any thread. */
#pragma once

#include "entente-study.h"

G_BEGIN_DECLS

typedef struct {
  EntenteActor *actor;
  GPtrArray *records[ENTENTE_N_ENTITIES]; /* those that name it, in order of id; saved views too */
} EntenteActorDetail;

/* NOT_FOUND when it is gone. Blocks, or runs on the store's worker. */
EntenteActorDetail *entente_actor_detail_read (EntenteStore *store,
                                               EntenteId actor,
                                               GError **error);
/* The same from the main thread. */
void entente_actor_detail_read_async (EntenteStudy *study,
                                      EntenteId actor,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
EntenteActorDetail *entente_actor_detail_read_finish (GAsyncResult *result, GError **error);
void entente_actor_detail_free (EntenteActorDetail *detail);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteActorDetail, entente_actor_detail_free)

/* A copy of @record that names @to wherever it named @from. The caller's. */
gpointer entente_actor_detail_rename (gconstpointer record, EntenteId from, EntenteId to);
/* Does a saved view name the actor? */
gboolean entente_actor_detail_view_names (const EntenteView *view, EntenteId actor);

G_END_DECLS
