/* How columns lie in their bytes: for the files that write and read them.
 *
 * A head, then parts, each after its size and a sum over it: parcels of blocks (heads of the
 * blocks, then their memory as entente_block_lay_out() divides it) until all blocks are there, the
 * rows by rising id, the links. */
#pragma once

#include "entente-chronicle-private.h"
#include "entente-columns.h"

G_BEGIN_DECLS

/* Raise it whenever the same rows would make other columns: with every change of what a block holds
 * or of what is derived. Sizes, vocabularies, kinds of move and the version of the program are told
 * apart without it. */
#define ENTENTE_COLUMNS_FORM 2

typedef struct {
  guint64 form; /* entente_columns_get_form() */
  gint64 today;
  guint32 n_rows;
  guint32 n_blocks;
  guint32 n_links;
  guint32 n_orders;
  guint64 lists[ENTENTE_N_LISTS]; /* of each: a sum over the ids */
  guint64 sum; /* over all before it */
} EntenteColumnsHead;

/* Before each part. */
typedef struct {
  guint64 size; /* bytes that follow, a multiple of 8 */
  guint64 sum;
  guint64 n; /* items */
} EntenteColumnsPart;

typedef struct {
  EntenteId first_id;
  guint32 n_rows;
  guint32 n_tallies;
  EntenteBlockShape shape;
} EntenteBlockHead;

G_STATIC_ASSERT (sizeof (EntenteBlockHead) % sizeof (guint32) == 0);
G_STATIC_ASSERT (sizeof (EntenteColumnsHead) % 8 == 0);

/* Rounds up to a multiple of 8. */
static inline gsize
entente_columns_pad (gsize size)
{
  return (size + 7) & ~(gsize) 7;
}

/* Tells apart whatever could give the same bytes another meaning. */
guint64 entente_columns_get_form (void);
/* A sum over @size bytes, a multiple of 8, to go on from @sum; finds what was damaged, not what was
 * forged. */
guint64 entente_columns_sum (guint64 sum, gconstpointer bytes, gsize size);
guint64 entente_columns_sum_list (const EntenteRoster *roster, EntenteList list);

/* ---- blocks ---- */

/* The block over columns that somebody wrote into @memory, which is @slab's; nothing of them is
 * believed yet, and pointers among them are none. Takes a reference of @slab. */
EntenteBlock *entente_block_new_over (const EntenteBlockHead *head,
                                      guint slot,
                                      char *memory,
                                      EntenteSlab *slab);
/* Can the columns be used, with @roster? Every index, range and order in them is looked at; what is
 * measured from rows (n_used, extent, n_placed) is measured anew. @last is the key of the row
 * before the block, and becomes that of its last row. Sets the counts of rare things to 0 where
 * not. */
gboolean entente_block_check (EntenteBlock *block,
                              const EntenteRoster *roster,
                              EntenteDateKey *last);

G_END_DECLS
