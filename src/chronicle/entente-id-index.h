/* EntenteIdIndex: where the row of an event stands, by the id of the event.
 *
 * Private to this layer. Chunks of rising ids, each with the slot of its block and a hint where in
 * the block; an edit copies the chunks that it touches and shares the rest. Immutable, reference
 * counted, any thread. No hash table: ids rise with time, so new ones go to the last chunk. */
#pragma once

#include "entente-id.h"
#include "entente-vector.h"

G_BEGIN_DECLS

/* Slot of the block in the high 20 bits, place in it (a hint) in the low 12. */
#define ENTENTE_WHERE(slot, place) ((guint32) (slot) << 12 | (guint32) (place))
#define ENTENTE_WHERE_SLOT(where) ((where) >> 12)
#define ENTENTE_WHERE_PLACE(where) ((where) &0xfff)
/* In a change: the id goes away. Never given for a found id. */
#define ENTENTE_WHERE_GONE G_MAXUINT32

typedef struct {
  EntenteId id;
  guint32 where;
} EntenteIdEntry;

typedef struct _EntenteIdIndex EntenteIdIndex;

/* @entries by rising id. */
EntenteIdIndex *entente_id_index_new (const EntenteIdEntry *entries, guint n);
/* A new index with @changes (by rising id) put in, over or out. */
EntenteIdIndex *entente_id_index_patch (const EntenteIdIndex *index,
                                        const EntenteIdEntry *changes,
                                        guint n_changes);
EntenteIdIndex *entente_id_index_ref (EntenteIdIndex *index);
void entente_id_index_unref (EntenteIdIndex *index);
/* All entries by rising id, put into an empty vector of EntenteIdEntry. */
void entente_id_index_list (const EntenteIdIndex *index, EntenteVector *entries);
/* ENTENTE_WHERE_GONE when there is no such event. */
guint32 entente_id_index_find (const EntenteIdIndex *index, EntenteId id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteIdIndex, entente_id_index_unref)

G_END_DECLS
