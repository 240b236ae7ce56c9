/* EntenteActorMerge: two actors that turn out to be one: what goes over to the one that is kept,
 * and what becomes of the rest.
 *
 * Nothing that names the one that goes is lost: it names the other afterwards, unless the same is
 * said of that one already. What the one that is kept lacks it is given; where both say something
 * else, the one that is kept is right, and the preview says what goes. The name of the one that
 * goes becomes an alias. Immutable once read; any thread.
 */
#pragma once

#include "entente-actor-detail.h"

G_BEGIN_DECLS

typedef struct {
  EntenteActorDetail *kept;
  EntenteActorDetail *gone;
} EntenteActorMerge;

/* INVALID when both are the same, NOT_FOUND when one is gone. Blocks, or runs on the store's
 * worker. */
EntenteActorMerge *entente_actor_merge_read (EntenteStore *store,
                                             EntenteId kept,
                                             EntenteId gone,
                                             GError **error);
/* The same from the main thread. */
void entente_actor_merge_read_async (EntenteStudy *study,
                                     EntenteId kept,
                                     EntenteId gone,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
EntenteActorMerge *entente_actor_merge_read_finish (GAsyncResult *result, GError **error);
void entente_actor_merge_free (EntenteActorMerge *merge);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteActorMerge, entente_actor_merge_free)

/* The actor as it will be. The caller's. */
EntenteActor *entente_actor_merge_create_actor (const EntenteActorMerge *merge);
/* What the preview says, a sentence each: "12 participations move." Array of strings. */
GPtrArray *entente_actor_merge_describe (const EntenteActorMerge *merge);
/* The one step. */
EntenteStep *entente_commands_merge_actors (const EntenteActorMerge *merge);

G_END_DECLS
