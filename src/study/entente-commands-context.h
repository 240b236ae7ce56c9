/* Commands on what surrounds the moves: places and issues in their trees, tracks, eras, and rounds
 * of talks.
 *
 * As those of entente-commands.h: pure, each one step, nothing is changed here. The step is the
 * caller's. */
#pragma once

#include "entente-commands.h"

G_BEGIN_DECLS

/* Deletes a track, place, issue or era. What stands under it goes up to where it stood. @n_moves:
 * how many moves lose it, said in the words of the step. NULL and NOT_FOUND when it is gone. */
EntenteStep *entente_commands_delete_context (const EntenteChronicle *chronicle,
                                              EntenteEntity entity,
                                              EntenteId id,
                                              guint n_moves,
                                              GError **error);
/* May a place or an issue stand under @parent (or none)? Not under itself, nor under what stands
 * under it. */
gboolean entente_commands_may_stand_under (const EntenteChronicle *chronicle,
                                           EntenteEntity entity,
                                           EntenteId id,
                                           EntenteId parent);

/* Makes @round, a new event (entente-rounds.h), of which @moves are part. */
EntenteStep *entente_commands_add_round (EntenteEvent *round, const EntenteId *moves, guint n);
/* Makes moves part of a round; those that are already stay as they are. NULL and INVALID when
 * nothing changes, or a move would be part of itself. */
EntenteStep *entente_commands_join_round (const EntenteChronicle *chronicle,
                                          EntenteId round,
                                          const EntenteId *moves,
                                          guint n,
                                          GError **error);
/* Takes moves out of a round. NULL and INVALID when none is part of it. */
EntenteStep *entente_commands_leave_round (const EntenteChronicle *chronicle,
                                           EntenteId round,
                                           const EntenteId *moves,
                                           guint n,
                                           GError **error);
/* Adds to @step, which may make @move, that it leaves the round @before and joins @after; either
 * may be none. */
void entente_commands_change_round (EntenteStep *step,
                                    const EntenteChronicle *chronicle,
                                    EntenteId move,
                                    EntenteId before,
                                    EntenteId after);
/* Deletes a round; its @n moves stay. @name: its title, for the words of the step. */
EntenteStep *entente_commands_delete_round (EntenteId round, const char *name, guint n);

G_END_DECLS
