/* EntenteRewind: some records of a study as they were, step by step back into the past.
 *
 * Their rows are copied into a small database in memory, and what the journal says of them is taken
 * back there; the study itself is only read. Worker thread.
 */
#pragma once

#include "entente-row-changes.h"

G_BEGIN_DECLS

typedef struct _EntenteRewind EntenteRewind;

/* Nothing is followed yet. */
EntenteRewind *entente_rewind_new (EntenteDb *db, GError **error);
void entente_rewind_free (EntenteRewind *rewind);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteRewind, entente_rewind_free)

/* Follows the record from the present on; before the first step back only. It need not be there any
 * more. */
gboolean entente_rewind_add (EntenteRewind *rewind,
                             EntenteEntity entity,
                             EntenteId id,
                             GError **error);
/* Follows, too, the parts of the record that come to light on the way: participations and claims of
 * an event that were deleted since, other names of an actor. */
void entente_rewind_add_parts_of (EntenteRewind *rewind, EntenteEntity entity, EntenteId id);
/* Takes back what @move did to the records that are followed. Where @touched is given, each of them
 * that it touched is appended to it (of EntenteRecord), and to @after as it was before that (NULL
 * where there was none). */
gboolean entente_rewind_go_back (EntenteRewind *rewind,
                                 const EntenteJournalMove *move,
                                 GArray *touched,
                                 GPtrArray *after,
                                 GError **error);
/* The record as it was; *@record is NULL when there was none. */
gboolean entente_rewind_read (EntenteRewind *rewind,
                              EntenteEntity entity,
                              EntenteId id,
                              gpointer *record,
                              GError **error);

G_END_DECLS
