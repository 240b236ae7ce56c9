/* Facts of a block: a few hundred combinations of them, and thousands of rows.
 *
 * Each is held once, rows have its number. They are spread out again to be judged, since what
 * follows from claims and links is a fact too. One thread, before the block is shared. */
#include "config.h"

#include "entente-block.h"

/* More than twice as many as a block has rows; a power of two. */
#define N_SLOTS (4 * ENTENTE_BLOCK_MAX_ROWS)
#define FACTOR G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)

static guint64
get_word (EntenteFacts facts)
{
  guint64 word = 0;

  memcpy (&word, &facts, sizeof facts);
  return word;
}

/* Number of @word among the first *@n of @words, where it is put when it is new. */
static guint16
number_word (guint16 *slots, guint64 *words, guint *n, guint64 word)
{
  guint at = (guint) ((word * FACTOR) >> 32) % N_SLOTS;

  while (slots[at] != 0 && words[slots[at] - 1] != word)
    at = (at + 1) % N_SLOTS;
  if (slots[at] == 0) {
    words[*n] = word;
    slots[at] = (guint16)++ * n;
  }
  return (guint16) (slots[at] - 1);
}

static void
free_own_facts (EntenteBlock *block)
{
  if (block->shape.n_facts == 0)
    g_free (block->facts);
}

void
entente_block_unpack_facts (EntenteBlock *block, EntenteFacts *facts)
{
  for (guint i = 0; i < block->n_rows; i++)
    facts[i] = block->facts[block->fact_numbers[i]];
  block->wide_facts = facts;
}

void
entente_block_pack_facts (EntenteBlock *block)
{
  guint16 slots[N_SLOTS] = { 0 };
  guint64 words[ENTENTE_BLOCK_MAX_ROWS];
  guint n = 0;

  for (guint i = 0; i < block->n_rows; i++)
    block->fact_numbers[i] = number_word (slots, words, &n, get_word (block->wide_facts[i]));
  free_own_facts (block);
  block->shape.n_facts = 0;
  block->n_facts = n;
  block->facts = g_memdup2 (words, n * sizeof *words);
  block->wide_facts = NULL;
  entente_block_count_facts (block);
}

void
entente_block_count_facts (EntenteBlock *block)
{
  guint32 counts[ENTENTE_N_FACT_VALUES] = { 0 };
  guint16 n_rows[ENTENTE_BLOCK_MAX_ROWS] = { 0 };

  for (guint i = 0; i < block->n_rows; i++)
    n_rows[block->fact_numbers[i]]++;
  for (guint i = 0; i < block->n_facts; i++)
    entente_facts_count (block->facts[i], n_rows[i], counts);
  for (guint i = 0; i < ENTENTE_N_FACT_VALUES; i++)
    block->fact_counts[i] = (guint16) counts[i];
}
