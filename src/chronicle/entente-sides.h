/* EntenteSides: on which side an actor stood at a time: the bodies that it belonged to directly
 * then, each surely or perhaps.
 *
 * Perhaps, where the start is unknown, where an end is known to be but not when, where either lies
 * within the time asked for, and where the affiliation itself is in doubt. Pure; any thread.
 */
#pragma once

#include "entente-chronicle.h"

G_BEGIN_DECLS

typedef struct {
  guint32 body; /* index of an actor */
  gboolean surely;
} EntenteSide;

/* Each body once, in order of the affiliations. Array of EntenteSide; the caller's. */
GArray *entente_sides_list (const EntenteChronicle *chronicle, guint32 actor, EntenteSpan window);
/* "of Norway", "perhaps of Norway", "perhaps of Norway or Iceland"; NULL when it belonged to
 * nobody. @doubtful (or NULL): it is not sure, or there are several. Free. */
char *entente_sides_format (const EntenteChronicle *chronicle,
                            guint32 actor,
                            EntenteSpan window,
                            gboolean *doubtful);
/* Is it in doubt when, or whether, @actor belonged to @body: no certain affiliation tells its
 * beginning to the day and, if it has ended, its end? */
gboolean entente_sides_are_vague (const EntenteChronicle *chronicle, guint32 actor, guint32 body);

G_END_DECLS
