/* EntenteExtract: some events of a study and all that they rest on, as numbers of records: what is
 * written when a part of a study is given away.
 *
 * An event rests on its participations and claims, on the actors, places, tracks, issues and
 * passages that these and the event name, on the articles of those passages, and on what those name
 * in turn. Links and orders belong to it between two events of the extract, values of the user's
 * own fields where their subject does. Made blocking, on the thread of its study; immutable
 * afterwards; the caller owns it.
 */
#pragma once

#include "entente-study.h"

G_BEGIN_DECLS

typedef struct _EntenteExtract EntenteExtract;

/* The events of @rows, rows of the present chronicle of @study. */
EntenteExtract *entente_extract_new (EntenteStudy *study,
                                     const EntenteBitset *rows,
                                     GError **error);
void entente_extract_free (EntenteExtract *extract);
/* TRUE for every record where @extract is NULL, the whole study. */
gboolean entente_extract_has (const EntenteExtract *extract, EntenteEntity entity, EntenteId id);
/* Events of the extract in which the actor takes part. */
guint entente_extract_count_events (const EntenteExtract *extract, EntenteId actor);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteExtract, entente_extract_free)

G_END_DECLS
