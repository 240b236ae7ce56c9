/* What a chronicle is made of: for the files of this layer that build, patch, derive and match.
 *
 * Blocks of rows in the one order; the row of a block's first event is known only here, so blocks
 * can be shared between versions. See entente-chronicle.h for the face of it. */
#pragma once

#include "entente-block.h"
#include "entente-chronicle.h"
#include "entente-id-index.h"
#include "entente-links.h"
#include "entente-orders.h"
#include "entente-roster.h"
#include "entente-stage.h"

G_BEGIN_DECLS

struct _EntenteChronicle {
  gatomicrefcount refs;
  gint64 today; /* civil seconds; decides "no word" */
  guint n_rows;
  guint n_placed;
  guint n_blocks;
  EntenteBlock **blocks;
  guint32 *first_rows; /* of each block, and n_rows */
  guint32 *directory; /* block of every ENTENTE_DIRECTORY_ROWS-th row */
  guint n_slots;
  guint32 *blocks_of_slots; /* or ENTENTE_NO_INDEX */
  EntenteIdIndex *index;
  EntenteRoster *roster;
  EntenteLinks *links;
  EntenteOrders *orders; /* or NULL: none */
  gboolean has_extent;
  EntenteSpan extent;
  guint32 *actor_ranks; /* by actor */
  guint32 *actor_rows;
  guint32 *actor_matching_rows;
  GArray *rounds; /* entente_rounds_get(); NULL until asked for */
};

struct _EntenteChronicleBuilder {
  EntenteStage *stage;
  GArray *details; /* of a builder for columns: EntenteStagedVoice with a detail; else NULL */
};

#define ENTENTE_DIRECTORY_ROWS 1024

/* Block and place in it of a row. */
typedef struct {
  const EntenteBlock *block;
  guint i;
} EntenteCell;

static inline guint
entente_chronicle_locate_block (const EntenteChronicle *chronicle, guint row)
{
  guint block = chronicle->directory[row / ENTENTE_DIRECTORY_ROWS];

  while (chronicle->first_rows[block + 1] <= row)
    block++;
  return block;
}

static inline EntenteCell
entente_chronicle_locate (const EntenteChronicle *chronicle, guint row)
{
  guint block = entente_chronicle_locate_block (chronicle, row);

  return (EntenteCell){ chronicle->blocks[block], row - chronicle->first_rows[block] };
}

/* An event that no order names. */
void entente_chronicle_get_ordered_base (const EntenteChronicle *chronicle,
                                         guint row,
                                         EntenteOrderedBase *out);

/* The orders of a patch of @old (or NULL), before rows of blocks join the fresh ones of @stage.
 * @gone: sorted old rows that are removed or replaced. @moves: array of EntenteOrderMove, to be
 * freed. */
EntenteOrders *entente_chronicle_patch_orders (const EntenteChronicle *old,
                                               EntenteStage *stage,
                                               GArray *gone,
                                               GArray **moves);

/* Puts a chronicle together from blocks in order (references taken), an index (taken) and a roster
 * (a reference of its own); links and derived facts are still missing. */
EntenteChronicle *entente_chronicle_assemble (GPtrArray *blocks,
                                              EntenteIdIndex *index,
                                              const EntenteRoster *roster,
                                              gint64 today);
/* Cuts @n sorted events into blocks, their slots from *@next_slot on, and appends them. */
void entente_chronicle_cut_blocks (GPtrArray *blocks,
                                   EntenteStage *stage,
                                   const guint32 *order,
                                   guint n,
                                   guint *next_slot);

/* Counts the facts of a block that nobody shares yet, and judges its status anew when @day_changed.
 */
void entente_chronicle_renew_block (const EntenteChronicle *chronicle,
                                    guint block,
                                    gboolean day_changed);
/* Derives evidence, status, answers and origins of every row of a block that nobody shares yet. */
void entente_chronicle_derive_block (const EntenteChronicle *chronicle, guint block);

G_END_DECLS
