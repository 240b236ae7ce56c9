/* EntenteActorSplit: an actor that turns out to be two: which of its names, parts in events,
 * affiliations, claims and positions are those of a new actor. What is not chosen stays. Immutable
 * once read; any thread. */
#pragma once

#include "entente-actor-detail.h"

G_BEGIN_DECLS

/* The new actor @fresh (its id is filled in) and the chosen records (EntenteId of aliases,
 * affiliations, participations, claims, positions and whatever else names the actor) as one step. A
 * chosen alias that is the name of the new actor is that name from then on. INVALID when the new
 * actor has no name, NOT_FOUND when a number is none of a record that names the actor. */
EntenteStep *entente_commands_split_actor (const EntenteActorDetail *detail,
                                           EntenteActor *fresh,
                                           const GArray *chosen,
                                           GError **error);

G_END_DECLS
