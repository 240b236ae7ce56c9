/* EntenteRelationsFigures: all that pictures of relations are made of: who moved towards whom, and
 * how often when.
 *
 * Made from a chronicle and rows of it, without reading a record; immutable, reference counted, any
 * thread.
 */
#pragma once

#include "entente-activity.h"
#include "entente-calendar-unit.h"
#include "entente-party-order.h"

G_BEGIN_DECLS

/* So many parties are shown at most; the others are counted. */
#define ENTENTE_RELATIONS_MAX 24
/* Stretches of the activity, at most. */
#define ENTENTE_RELATIONS_BINS 180

typedef struct {
  EntenteChronicle *chronicle;
  EntenteRelations *relations;
  gboolean members, surely; /* how they were counted, as in an EntenteQuery */
  guint n_events; /* of the study */
  EntenteActivity
    *activity; /* of the first ENTENTE_RELATIONS_MAX parties; NULL: nothing has a place in time */
  EntenteCalendarUnit unit; /* of its stretches */
} EntenteRelationsFigures;

/* NULL only when @cancelled (an atomic flag, may be NULL) became TRUE. */
EntenteRelationsFigures *entente_relations_figures_new (const EntenteChronicle *chronicle,
                                                        const EntenteBitset *rows,
                                                        gboolean members,
                                                        gboolean surely,
                                                        const gboolean *cancelled);
EntenteRelationsFigures *entente_relations_figures_ref (const EntenteRelationsFigures *figures);
void entente_relations_figures_unref (EntenteRelationsFigures *figures);

/* The bounds of the finest units of which @max at most cover @extent: gint64, one more than there
 * are units. At least one. The caller's. */
GArray *entente_relations_figures_divide (EntenteSpan extent, guint max, EntenteCalendarUnit *unit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteRelationsFigures, entente_relations_figures_unref)

G_END_DECLS
