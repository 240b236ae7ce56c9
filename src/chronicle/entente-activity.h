/* EntenteActivity: how many moves some parties made in each of some stretches of time, among rows
 * of a chronicle.
 *
 * A move is made by who initiates it, or takes part in or signs a joint one. It lies where its
 * glyph stands (entente-date.h). Parties stand for their members at the date of the move, as in
 * EntenteRelations. Immutable; reference counted; any thread.
 */
#pragma once

#include "entente-bitset.h"
#include "entente-chronicle.h"
#include "entente-tenor.h"

G_BEGIN_DECLS

typedef struct _EntenteActivity EntenteActivity;

typedef struct {
  const guint32 *actors; /* indexes, each once */
  guint n_actors;
  gboolean members, surely; /* as in an EntenteQuery */
  const gint64 *bounds; /* civil seconds, rising: stretch i is [bounds[i], bounds[i + 1]) */
  guint n_bins; /* one less than there are bounds */
} EntenteActivityOptions;

/* What is asked is copied. NULL only when @cancelled (an atomic flag, may be NULL) became TRUE. */
EntenteActivity *entente_activity_new (const EntenteChronicle *chronicle,
                                       const EntenteBitset *rows,
                                       const EntenteActivityOptions *options,
                                       const gboolean *cancelled);
EntenteActivity *entente_activity_ref (const EntenteActivity *activity);
void entente_activity_unref (EntenteActivity *activity);

guint entente_activity_get_n_bins (const EntenteActivity *activity);
gint64 entente_activity_get_bound (const EntenteActivity *activity, guint i); /* up to n_bins */
/* Moves by EntenteTenor that @actor, one of those asked for, made in stretch @bin. */
const guint *entente_activity_get_counts (const EntenteActivity *activity,
                                          guint32 actor,
                                          guint bin);
/* All moves that it made in all stretches. */
guint entente_activity_get_total (const EntenteActivity *activity, guint32 actor);
/* Rows that have no place in time. */
guint entente_activity_get_n_undated (const EntenteActivity *activity);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteActivity, entente_activity_unref)

G_END_DECLS
