/* EntenteBitset: a set of row numbers of one chronicle, a bit a row. Immutable once shared;
 * reference counted; safe in any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  guint n_rows;
  guint64 *words; /* (n_rows + 63) / 64; bits past n_rows are 0 */
} EntenteBitset;

EntenteBitset *entente_bitset_new (guint n_rows);
EntenteBitset *entente_bitset_new_full (guint n_rows);
EntenteBitset *entente_bitset_ref (const EntenteBitset *set);
void entente_bitset_unref (EntenteBitset *set);

guint entente_bitset_count (const EntenteBitset *set);
/* Number of set rows below @row. */
guint entente_bitset_rank (const EntenteBitset *set, guint row);
/* Number of set rows in [from, to). */
guint entente_bitset_count_between (const EntenteBitset *set, guint from, guint to);
/* First set row at or after @row; G_MAXUINT when there is none. */
guint entente_bitset_next (const EntenteBitset *set, guint row);
gboolean entente_bitset_equal (const EntenteBitset *a, const EntenteBitset *b);

static inline gboolean
entente_bitset_contains (const EntenteBitset *set, guint row)
{
  return row < set->n_rows && (set->words[row >> 6] >> (row & 63)) & 1;
}

static inline void
entente_bitset_add (EntenteBitset *set, guint row)
{
  set->words[row >> 6] |= G_GUINT64_CONSTANT (1) << (row & 63);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteBitset, entente_bitset_unref)

G_END_DECLS
