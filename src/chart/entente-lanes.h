/* EntenteLanes: which lanes there are and which rows of the chronicle lie in each.
 *
 * An EntenteLaneIndex knows the values ("keys") of its field in whose lanes each event sits;
 * EntenteLanes picks the lanes for one filter and one choice of a person: order, hidden, pinned and
 * folded lanes. Members lie in their body's lane unless it is unfolded, and then in that of the
 * body's own member to which they belong unless that is unfolded too. Events without a value have a
 * lane of their own. Events without a place on the axis are on the shelf, in no lane. A row counts
 * in the first lane of its keys that shows; when all of them are hidden, it is hidden. Both
 * immutable and reference counted; any thread.
 */
#pragma once

#include "entente-bitset.h"
#include "entente-lane-choice.h"
#include "entente-lane-index.h"

G_BEGIN_DECLS

#define ENTENTE_LANES_MAX 40
#define ENTENTE_LANES_GREY_HUE 8

typedef enum {
  ENTENTE_LANE_VALUE, /* of the field */
  ENTENTE_LANE_WITHOUT, /* events that have none */
  ENTENTE_LANE_OTHERS, /* of all values that have no lane, since there are too many */
} EntenteLaneKind;

typedef struct {
  EntenteLaneKind kind;
  guint32 key; /* of the index; of a member its body's; ENTENTE_NO_INDEX where kind is no value */
  EntenteId id; /* as in an EntenteLaneChoice; of a member its body's */
  guint32 actor; /* index whose lane it is; ENTENTE_NO_INDEX: of no actor */
  guint32 parent; /* lane of the topmost body of a member, ENTENTE_NO_INDEX for a body */
  guint32
    above; /* lane of the actor whose member it is: that one, or of a member; or ENTENTE_NO_INDEX */
  guint depth; /* of members below their topmost body; 0 for a body */
  guint8 hue; /* 0 to 7; ENTENTE_LANES_GREY_HUE */
  gboolean has_members; /* can be unfolded */
  gboolean unfolded;
  gboolean pinned; /* among the first, by choice */
  gboolean folded; /* to a strip */
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

/* A lane that a person hid, whether the filter leaves anything in it or not. */
typedef struct {
  EntenteId id;
  const char *name;
  guint n_made; /* filtered events that it would show, the shelf included */
} EntenteHiddenLane;

typedef struct _EntenteLanes EntenteLanes;

typedef struct {
  guint max_lanes; /* 0: ENTENTE_LANES_MAX */
  const EntenteId *unfolded; /* bodies whose members have lanes of their own */
  guint n_unfolded;
  const EntenteLaneChoice *choice; /* or NULL; its field is that of the index */
} EntenteLanesOptions;

/* @filtered NULL: all rows. Lanes are those of keys that have a filtered event: pinned ones first,
 * then by hand, by the lane order of actors, and by first use, or in the order chosen; when there
 * are too many, the busiest, and one lane for the others.
 * @options may be NULL. */
EntenteLanes *entente_lanes_new (const EntenteLaneIndex *index,
                                 const EntenteChronicle *chronicle,
                                 const EntenteBitset *filtered,
                                 const EntenteLanesOptions *options);
EntenteLanes *entente_lanes_ref (const EntenteLanes *lanes);
void entente_lanes_unref (EntenteLanes *lanes);
guint entente_lanes_get_n (const EntenteLanes *lanes);
const EntenteLane *entente_lanes_get (const EntenteLanes *lanes, guint lane);
const EntenteLaneIndex *entente_lanes_get_index (const EntenteLanes *lanes);
/* Lane of a body; ENTENTE_NO_INDEX when it has none that shows, or lanes are not those of actors.
 */
guint entente_lanes_find_actor (const EntenteLanes *lanes, guint32 actor);
/* Lane of a value by its id in an EntenteLaneChoice; ENTENTE_NO_INDEX when it does not show. */
guint entente_lanes_find_id (const EntenteLanes *lanes, EntenteId id);
/* Lane in which the row is counted; ENTENTE_NO_INDEX on the shelf, hidden, and out of all lanes. */
guint entente_lanes_find_row (const EntenteLanes *lanes, guint row);
/* Lane in which the row would be counted, had it a place; ENTENTE_NO_INDEX when that is hidden or
 * out of all lanes. */
guint entente_lanes_find_home (const EntenteLanes *lanes, guint row);
/* Body whose colour the row takes where its lane has none; ENTENTE_NO_INDEX when nobody leads it.
 */
guint32 entente_lanes_find_leader (const EntenteLanes *lanes, guint row);
/* Hidden lanes, in the order in which they were hidden. */
const EntenteHiddenLane *entente_lanes_get_hidden (const EntenteLanes *lanes, guint *n);
/* Filtered events that have a place, but no lane that shows; @n_made (may be NULL): all that have a
 * place in a hidden lane, each once. */
guint entente_lanes_get_n_hidden_events (const EntenteLanes *lanes, guint *n_made);
/* What stands below a picture of them: "Lanes: Tracks. In hidden lanes: 3."; NULL when they are
 * those of actors and none is hidden. Free. */
char *entente_lanes_describe (const EntenteLanes *lanes);
/* Name for a header, in the user's language when it is no name of a person's giving. */
const char *entente_lanes_get_name (const EntenteLanes *lanes, guint lane);
/* The filtered row of @lane after (@step 1) or before (-1) @row, which need not lie in it;
 * ENTENTE_NO_INDEX at the end. */
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

/* Hue of a move by @actor in @window: rank of its body's first event modulo 8, grey where two are
 * possible. */
guint8 entente_lanes_get_hue (const EntenteChronicle *chronicle, guint32 actor, EntenteSpan window);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteLanes, entente_lanes_unref)

G_END_DECLS
