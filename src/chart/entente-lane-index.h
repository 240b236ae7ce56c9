/* EntenteLaneIndex: for each event the values of one field in whose lanes it sits, by default the
 * bodies (its first initiator's; each party's for joint moves), and the bodies it is addressed to.
 *
 * Values are keys of entente-lane-field.h, of actors their indexes. The slow half of lanes, which
 * holds as long as the chronicle; EntenteLanes is the quick half, made anew for each filter.
 * Immutable and reference counted; any thread.
 */
#pragma once

#include "entente-bitset.h"
#include "entente-lane-field.h"

G_BEGIN_DECLS

#define ENTENTE_LANES_SHELF_DAYS 100
#define ENTENTE_LANES_BLOCK 64

typedef struct _EntenteLaneIndex EntenteLaneIndex;

/* A move of which nothing is told goes to the shelf when its bounds are further apart than
 * @shelf_days. */
EntenteLaneIndex *entente_lane_index_new (const EntenteChronicle *chronicle, guint shelf_days);
/* The same for lanes by another field. */
EntenteLaneIndex *entente_lane_index_new_by (const EntenteChronicle *chronicle,
                                             EntenteLaneField field,
                                             guint shelf_days);
/* The same as a new index of @chronicle, quickly where it shares rows with the chronicle of
 * @before. */
EntenteLaneIndex *entente_lane_index_update (const EntenteLaneIndex *before,
                                             const EntenteChronicle *chronicle);
EntenteLaneIndex *entente_lane_index_ref (const EntenteLaneIndex *index);
void entente_lane_index_unref (EntenteLaneIndex *index);
EntenteLaneField entente_lane_index_get_field (const EntenteLaneIndex *index);
guint entente_lane_index_get_shelf_days (const EntenteLaneIndex *index);
/* Number of keys: they are below it. */
guint entente_lane_index_get_n_keys (const EntenteLaneIndex *index);
/* From the first to the last known bound of what has a place; FALSE when nothing has. */
gboolean entente_lane_index_get_extent (const EntenteLaneIndex *index, EntenteSpan *extent);
/* Seconds of the shortest date of what has a place: nothing finer is known of the whole; 0 when
 * nothing has one. */
gint64 entente_lane_index_get_finest (const EntenteLaneIndex *index);
/* Rows on the shelf, sorted. */
const guint32 *entente_lane_index_get_shelf (const EntenteLaneIndex *index, guint *n);
/* Pinned rows, sorted. */
const guint32 *entente_lane_index_get_pinned (const EntenteLaneIndex *index, guint *n);
/* Does the row sit in several lanes? */
gboolean entente_lane_index_is_joint (const EntenteLaneIndex *index, guint row);
/* Reach in time of rows [block * ENTENTE_LANES_BLOCK, …), known bounds only; start after end when
 * there are none. To find spans that reach into view from afar. */
const EntenteSpan *entente_lane_index_get_reaches (const EntenteLaneIndex *index, guint *n_blocks);
/* Events of a key, the shelf included; ENTENTE_NO_INDEX: of none. */
guint entente_lane_index_get_n_total (const EntenteLaneIndex *index, guint32 key);
gboolean entente_lane_index_is_on_shelf (const EntenteLaneIndex *index, guint row);
/* Rows in the lane of a key, sorted, the shelf left out; ENTENTE_NO_INDEX: of none. */
const guint32 *entente_lane_index_get_rows (const EntenteLaneIndex *index, guint32 key, guint *n);
/* Those of them of which another key is the first. */
const guint32 *entente_lane_index_get_later_rows (const EntenteLaneIndex *index,
                                                  guint32 key,
                                                  guint *n);
/* Rows of @set (NULL: all), the shelf included, by key in whose lane they sit and by body they are
 * addressed to; one more than there are keys, the last is none. */
void entente_lane_index_count (const EntenteLaneIndex *index,
                               const EntenteBitset *set,
                               guint32 *made,
                               guint32 *received);
guint entente_lane_index_get_n_rows (const EntenteLaneIndex *index);
/* Keys in whose lanes the row sits (it is counted in the first that has one). */
const guint32 *entente_lane_index_get_homes (const EntenteLaneIndex *index, guint row, guint *n);
/* Bodies it is addressed to; none where lanes are not those of actors. */
const guint32 *entente_lane_index_get_targets (const EntenteLaneIndex *index, guint row, guint *n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteLaneIndex, entente_lane_index_unref)

G_END_DECLS
