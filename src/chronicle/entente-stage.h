/* EntenteStage: rows on their way into a chronicle, in the order in which they arrive.
 *
 * Private to this layer; what an EntenteChronicleBuilder is inside. Used by one thread. Ids of
 * actors, articles and so on are replaced at once by numbers in order of arrival, and by the
 * indexes of a roster in entente_stage_prepare(), after which nothing may be added. */
#pragma once

#include "entente-chronicle.h"
#include "entente-orders.h"
#include "entente-roster.h"
#include "entente-slab.h"
#include "entente-vector.h"

G_BEGIN_DECLS

/* Everything of a row that is a choice among few, in one word. */
typedef struct {
  guint64 kind : 8;
  guint64 form : 3;
  guint64 precision : 4;
  guint64 basis : 4;
  guint64 mode : 2;
  guint64 judgement : 3;
  guint64 medium : 4;
  guint64 flags : 16;
  guint64 evidence : 3; /* derived */
  guint64 status : 3; /* derived */
  guint64 answered : 2; /* derived */
} EntenteFacts;

G_STATIC_ASSERT (sizeof (EntenteFacts) == 8);

/* What a claim has besides an EntenteVoice; in a reference-counted box, strings owned. */
typedef struct {
  char *outlet_name; /* or NULL */
  gboolean has_claimed;
  EntenteDatePoints claimed;
  char *claimed_kind; /* or NULL */
  char *claimed_text; /* or NULL */
  GArray *claimed_who, *claimed_to; /* EntenteId of actors, or NULL */
  EntenteId claimed_place; /* or none */
} EntenteClaimDetail;

EntenteClaimDetail *entente_claim_detail_ref (EntenteClaimDetail *detail);
void entente_claim_detail_unref (EntenteClaimDetail *detail);

typedef struct {
  EntenteId id;
  EntenteDatePoints points;
  EntenteFacts facts;
  gint32 day_order;
  gint32 telling;
  guint32 track;
  guint32 place;
} EntenteStagedEvent;

/* The window as told of an event whose points a derived bound narrowed. */
typedef struct {
  guint32 event;
  EntenteSpan window;
} EntenteStagedTold;

/* The place in the one order of an event that orders alone place. */
typedef struct {
  guint32 event;
  EntenteDateKey key;
} EntenteStagedKey;

/* These begin with the number of their event; prepared, they stand by rising event. */
typedef struct {
  guint32 event;
  EntentePart part;
} EntenteStagedPart;

typedef struct {
  guint32 event;
  guint32 issue;
} EntenteStagedIssue;

typedef struct {
  guint32 event;
  EntenteVoice voice;
  EntenteClaimDetail *detail; /* owned, or NULL */
} EntenteStagedVoice;

/* Numbers for ids, from 0, in order of arrival. */
typedef struct {
  GArray *ids; /* EntenteId of each number */
  guint32 *slots; /* number + 1, or 0; open addressing */
  guint n_bits; /* of the number of slots */
  EntenteId last_id;
  guint32 last_number;
} EntenteNumbering;

typedef struct _EntenteStage EntenteStage;

struct _EntenteStage {
  EntenteVector events; /* EntenteStagedEvent */
  EntenteVector told; /* EntenteStagedTold, by rising event */
  EntenteVector parts; /* EntenteStagedPart */
  EntenteVector issues; /* EntenteStagedIssue */
  EntenteVector voices; /* EntenteStagedVoice */
  EntenteVector links; /* EntenteLinkRow */
  EntenteVector orders; /* EntenteOrderRow */
  EntenteVector keys; /* EntenteStagedKey, by rising event */
  GPtrArray *lists[ENTENTE_N_LISTS]; /* records, or NULL: nothing said of this list */
  EntenteNumbering numberings[ENTENTE_N_INDEXED_LISTS];
  guint cursor; /* event that was found last */
  gboolean ids_rising; /* events stand by rising id */
  gboolean has_order; /* some event has an order within its day or of telling, or follows another */
  EntenteVector part_starts; /* guint32: by event, when prepared; empty when there is none */
  EntenteVector issue_starts;
  EntenteVector voice_starts;
  /* Of the encoder of blocks: the rows of the block at hand, and where blocks get their memory. */
  EntenteVector row_events; /* EntenteStagedEvent */
  EntenteVector row_lists; /* guint16: which list of parts */
  EntenteVector list_starts; /* guint32: of each list in `list_parts`, and the end */
  EntenteVector list_parts; /* EntentePart */
  guint16 *list_slots; /* number + 1 of a list by what it holds, open addressing; or NULL */
  EntenteVector
    block_facts; /* EntenteFacts of the rows of all blocks so far, until they are packed */
  EntenteSlab *slab; /* or NULL: each block has memory of its own */
  guint32 *tally_numbers; /* of each actor, scratch of the encoder, all 0 between blocks */
  guint n_tally_numbers;
  EntenteStage *half; /* or NULL: for a second encoder at the same time */
};

/* Places [first, end) of what belongs to one event. */
typedef struct {
  guint32 first;
  guint32 end;
} EntenteRange;

static inline EntenteRange
entente_stage_get_range (const EntenteVector *starts, guint32 event)
{
  if (starts->len == 0)
    return (EntenteRange){ 0, 0 };
  return (EntenteRange){ entente_vector_index (starts, guint32, event),
                         entente_vector_index (starts, guint32, event + 1) };
}

static inline const EntenteStagedEvent *
entente_stage_get_event (const EntenteStage *stage, guint32 event)
{
  return &entente_vector_index (&stage->events, EntenteStagedEvent, event);
}

EntenteStage *entente_stage_new (void);
void entente_stage_free (EntenteStage *stage);

/* The list of an entity is given in full, even when nothing is added to it. */
GPtrArray *entente_stage_ensure_list (EntenteStage *stage, EntenteList list);
/* Number of an id; ENTENTE_NO_INDEX for none. */
guint32 entente_stage_number (EntenteStage *stage, EntenteList list, EntenteId id);
/* Number of an event among those that arrived by rising id, or ENTENTE_NO_INDEX. */
guint32 entente_stage_find_event (EntenteStage *stage, EntenteId id);

/* From numbers to indexes of @roster; groups by event. */
void entente_stage_prepare (EntenteStage *stage, const EntenteRoster *roster);
/* The same prepared rows, for a second encoder of blocks in another thread: only what an encoder
 * writes is its own. Borrowed; the rows stay as they are while it is used. */
EntenteStage *entente_stage_ensure_half (EntenteStage *stage);
/* The window as told, or NULL where no derived bound narrowed it. */
const EntenteSpan *entente_stage_get_told (const EntenteStage *stage, guint32 event);
/* Gives each staged event what @orders make of it, and takes back what @old made of those that came
 * out of blocks; each may be NULL. After all events are there, before they are sorted. */
void entente_stage_apply_orders (EntenteStage *stage,
                                 const EntenteOrders *orders,
                                 const EntenteOrders *old);
/* Key of an event with the flag FOLLOWS. */
const EntenteDateKey *entente_stage_find_key (const EntenteStage *stage, guint32 event);
/* An EntenteOrderedFunc; @stage holds events as they are told, by rising id. */
gboolean entente_stage_look_up (EntenteId id, EntenteOrderedBase *base, gpointer stage);
/* Numbers of the events in the one order, guint32 each, put into an empty vector. */
void entente_stage_sort (const EntenteStage *stage, EntenteVector *order);
void entente_stage_get_key (const EntenteStage *stage, guint32 event, EntenteDateKey *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteStage, entente_stage_free)

G_END_DECLS
