/* EntenteBitset: a set of row numbers, a bit a row.
 *
 * One allocation holds the counter of references, the struct and its words. Not a growing
 * container: its size is that of the chronicle it speaks of. Any thread; whoever holds a reference
 * owns a share. */
#include "entente-bitset.h"

#include <string.h>

static guint
count_words (const EntenteBitset *set)
{
  return (set->n_rows + 63) / 64;
}

static guint
count_bits (guint64 word)
{
  return (guint) __builtin_popcountll (word);
}

static guint
find_lowest_bit (guint64 word)
{
  return (guint) __builtin_ctzll (word);
}

EntenteBitset *
entente_bitset_new (guint n_rows)
{
  gsize n_words = ((gsize) n_rows + 63) / 64;
  EntenteBitset *set = g_atomic_rc_box_alloc0 (sizeof (EntenteBitset) + n_words * sizeof (guint64));

  set->n_rows = n_rows;
  set->words = (guint64 *) (gpointer) (set + 1);
  return set;
}

EntenteBitset *
entente_bitset_new_full (guint n_rows)
{
  EntenteBitset *set = entente_bitset_new (n_rows);
  guint n_words = count_words (set);

  memset (set->words, 0xff, n_words * sizeof (guint64));
  if (n_rows % 64 != 0)
    set->words[n_words - 1] = (G_GUINT64_CONSTANT (1) << (n_rows % 64)) - 1;
  return set;
}

EntenteBitset *
entente_bitset_ref (const EntenteBitset *set)
{
  return g_atomic_rc_box_acquire ((gpointer) set);
}

void
entente_bitset_unref (EntenteBitset *set)
{
  if (set != NULL)
    g_atomic_rc_box_release (set);
}

guint
entente_bitset_count (const EntenteBitset *set)
{
  guint n_words = count_words (set);
  guint count = 0;

  for (guint i = 0; i < n_words; i++)
    count += count_bits (set->words[i]);
  return count;
}

guint
entente_bitset_rank (const EntenteBitset *set, guint row)
{
  guint end = MIN (row, set->n_rows);
  guint count = 0;

  for (guint i = 0; i < end / 64; i++)
    count += count_bits (set->words[i]);
  if (end % 64 != 0)
    count += count_bits (set->words[end / 64] & ((G_GUINT64_CONSTANT (1) << (end % 64)) - 1));
  return count;
}

/* Number of set bits below @bit of a word. */
static guint
count_below (guint64 word, guint bit)
{
  return bit == 0 ? 0 : count_bits (word & (~G_GUINT64_CONSTANT (0) >> (64 - bit)));
}

guint
entente_bitset_count_between (const EntenteBitset *set, guint from, guint to)
{
  guint count = 0;

  to = MIN (to, set->n_rows);
  if (from >= to)
    return 0;
  for (guint i = from / 64; i < to / 64; i++)
    count += count_bits (set->words[i]);
  if (to % 64 != 0)
    count += count_below (set->words[to / 64], to % 64);
  return count - count_below (set->words[from / 64], from % 64);
}

guint
entente_bitset_next (const EntenteBitset *set, guint row)
{
  guint n_words = count_words (set);
  guint64 word;

  if (row >= set->n_rows)
    return G_MAXUINT;
  word = set->words[row / 64] & (~G_GUINT64_CONSTANT (0) << (row % 64));
  for (guint i = row / 64;;) {
    if (word != 0)
      return i * 64 + find_lowest_bit (word);
    if (++i == n_words)
      return G_MAXUINT;
    word = set->words[i];
  }
}

gboolean
entente_bitset_equal (const EntenteBitset *a, const EntenteBitset *b)
{
  return a->n_rows == b->n_rows &&
         memcmp (a->words, b->words, count_words (a) * sizeof (guint64)) == 0;
}
