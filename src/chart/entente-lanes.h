/* EntenteLanes: which lanes there are and which rows of the chronicle lie in each.
 *
 * An EntenteLaneIndex knows the bodies in whose lanes each event sits; EntenteLanes picks the lanes for one filter. Members lie in their body's lane unless it is unfolded. Events
 * without a place on the axis are on the shelf, in no lane. Both immutable and reference counted; any thread.
 */
#pragma once

#include "entente-bitset.h"
#include "entente-lane-index.h"

G_BEGIN_DECLS

#define ENTENTE_LANES_MAX 40
#define ENTENTE_LANES_GREY_HUE 8

typedef struct {
  guint32 actor; /* index; ENTENTE_NO_INDEX: everyone else ("Others") */
  guint32 parent; /* lane of the body of an unfolded member, ENTENTE_NO_INDEX for a body */
  guint8 hue; /* 0 to 7; ENTENTE_LANES_GREY_HUE */
  gboolean has_members; /* can be unfolded */
  gboolean unfolded;
  const guint32 *rows; /* all events of the lane that have a place, sorted */
  guint n_rows;
  const guint32 *filtered; /* those that pass the filter */
  guint n_filtered;
  const guint32 *again; /* filtered rows that are counted in another lane: joint moves, sorted */
  guint n_again;
  guint n_made; /* filtered events that it leads or shares in, the shelf included */
  guint n_received; /* filtered events addressed to it, the shelf included */
  guint n_total; /* events of the lane without the filter, the shelf included */
} EntenteLane;

typedef struct _EntenteLanes EntenteLanes;

typedef struct {
  guint max_lanes; /* 0: ENTENTE_LANES_MAX */
  const EntenteId *unfolded; /* bodies whose members have lanes of their own */
  guint n_unfolded;
} EntenteLanesOptions;

/* @filtered NULL: all rows. Lanes are those of actors that lead a filtered event: by hand order, then first use;
 * when there are too many, the busiest, and one lane for the others. @options may be NULL. */
EntenteLanes *entente_lanes_new (const EntenteLaneIndex *index,
                                 const EntenteChronicle *chronicle,
                                 const EntenteBitset *filtered,
                                 const EntenteLanesOptions *options);
EntenteLanes *entente_lanes_ref (const EntenteLanes *lanes);
void entente_lanes_unref (EntenteLanes *lanes);
guint entente_lanes_get_n (const EntenteLanes *lanes);
const EntenteLane *entente_lanes_get (const EntenteLanes *lanes, guint lane);
const EntenteLaneIndex *entente_lanes_get_index (const EntenteLanes *lanes);
/* Lane of an actor (its own, else its body's, else the others'); ENTENTE_NO_INDEX when it has none. */
guint entente_lanes_find_actor (const EntenteLanes *lanes, guint32 actor);
/* Lane in which the row is counted; ENTENTE_NO_INDEX on the shelf and out of all lanes. */
guint entente_lanes_find_row (const EntenteLanes *lanes, guint row);
/* Name for a header, in the user's language when it is not an actor's. */
const char *entente_lanes_get_name (const EntenteLanes *lanes, guint lane);
/* The filtered row of @lane after (@step 1) or before (-1) @row, which need not lie in it; ENTENTE_NO_INDEX at the end. */
guint entente_lanes_step (const EntenteLanes *lanes, guint lane, guint row, int step);
/* The filtered row of @lane whose glyph stands nearest to @time. */
guint entente_lanes_nearest (const EntenteLanes *lanes, guint lane, gint64 time);
/* Filtered rows on the shelf. */
const guint32 *entente_lanes_get_shelf (const EntenteLanes *lanes, guint *n);
/* Number of sorted @rows below @row: counts between two moments by two searches. */
guint entente_lanes_rank (const guint32 *rows, guint n_rows, guint row);
/* The same when it is known that @from rows are below: quick when the answer is near. */
guint entente_lanes_rank_from (const guint32 *rows, guint n_rows, guint row, guint from);
/* First row whose glyph stands at or after @time. */
guint entente_lanes_find_time (const EntenteChronicle *chronicle, gint64 time);

/* Hue of a move by @actor in @window: rank of its body's first event modulo 8, grey where two are possible. */
guint8 entente_lanes_get_hue (const EntenteChronicle *chronicle, guint32 actor, EntenteSpan window);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteLanes, entente_lanes_unref)

G_END_DECLS
