/* Same events: moves of a study that may be the move that somebody is about to record.
 *
 * A candidate is of a kind of the same or a kindred group, has an actor in common (a member may
 * stand for its body), and its window overlaps, where both have one. Ranked by how much of that
 * they share, each with its reason. A proposal, never a fact. Pure; any thread.
 */
#pragma once

#include "entente-chronicle.h"

G_BEGIN_DECLS

/* What is known of the move. */
typedef struct {
  EntenteId event; /* its own, which is not proposed; or none */
  const EntenteKind *kind;
  EntenteSpan window; /* ENTENTE_TIME_MIN and ENTENTE_TIME_MAX where it is open or unknown */
  const GPtrArray *parts; /* EntenteParticipation; who is not in the study counts for nothing */
} EntenteSameEventQuery;

typedef enum {
  ENTENTE_SAME_KIND = 1 << 0,
  ENTENTE_SAME_ACTORS = 1 << 1, /* all of them, in like roles */
  ENTENTE_SAME_MIRRORED = 1 << 2, /* all of them, the roles the other way round */
  ENTENTE_SAME_DATED = 1 << 3, /* both have a window */
} EntenteSameReasons;

typedef struct {
  guint row;
  guint score; /* to 100 */
  EntenteSameReasons reasons;
} EntenteSameEvent;

/* At most @limit of them, the likest first; an array of EntenteSameEvent. Free with
 * g_array_unref(). */
GArray *entente_same_event_find (const EntenteChronicle *chronicle,
                                 const EntenteSameEventQuery *query,
                                 guint limit);
/* The one among @found that may be taken for the move before a person has looked: its actors are
 * there, on the same sides (on one day, and of one kind, most of them do), both dates are known
 * within a year and overlap, and no other is as likely; NULL when there is none. What somebody says
 * is the same only on one day, for much is said. Borrowed from the array. */
const EntenteSameEvent *entente_same_event_choose (const EntenteChronicle *chronicle,
                                                   const EntenteSameEventQuery *query,
                                                   const GArray *found);
/* What words that tell of the event of @row claim of it: @claim gets that event, @kind and @when
 * (may be NULL) where the event has others, and who acted and to whom where they are others of the
 * study: @parts (EntenteParticipation), or NULL. */
void entente_same_event_fill_claim (const EntenteChronicle *chronicle,
                                    guint row,
                                    EntenteClaim *claim,
                                    const EntenteKind *kind,
                                    const EntenteDate *when,
                                    const GPtrArray *parts);
/* "same kind, same actors, overlapping dates". Free. */
char *entente_same_event_explain (EntenteSameReasons reasons);

G_END_DECLS
