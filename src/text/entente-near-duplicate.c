/* Bottom sketches of runs of words. What two of them share tells the share of all runs, because the
 * smallest hashes of both texts together are a fair sample of both.
 */
#include "config.h"

#include "entente-near-duplicate.h"

#include "entente-text-align.h"

#include <string.h>

/* Words in a run: fewer are shared by chance, more are broken by every mended letter. */
#define RUN_WORDS 5

static guint64
mix (guint64 hash)
{
  hash ^= hash >> 30;
  hash *= G_GUINT64_CONSTANT (0xBF58476D1CE4E5B9);
  hash ^= hash >> 27;
  hash *= G_GUINT64_CONSTANT (0x94D049BB133111EB);
  return hash ^ (hash >> 31);
}

/* Hashes of all words, in order. */
static GArray *
list_words (const GArray *pieces)
{
  GArray *words = g_array_sized_new (FALSE, FALSE, sizeof (guint64), pieces->len);

  for (guint i = 0; i < pieces->len; i++) {
    const EntenteTextPiece *piece = &g_array_index (pieces, EntenteTextPiece, i);

    if (piece->is_word)
      g_array_append_val (words, piece->hash);
  }
  return words;
}

static GArray *
list_runs (const GArray *words)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (guint64));

  for (guint i = 0; i + RUN_WORDS <= words->len; i++) {
    guint64 hash = 0;

    for (guint k = 0; k < RUN_WORDS; k++)
      hash = mix (hash + g_array_index (words, guint64, i + k));
    g_array_append_val (runs, hash);
  }
  return runs;
}

static int
compare_hashes (gconstpointer a, gconstpointer b)
{
  guint64 one = *(const guint64 *) a, other = *(const guint64 *) b;

  return one < other ? -1 : one > other;
}

static void
keep_smallest (EntenteTextSketch *sketch, GArray *runs)
{
  g_array_sort (runs, compare_hashes);
  for (guint i = 0; i < runs->len && sketch->n < ENTENTE_SKETCH_SIZE; i++) {
    guint64 hash = g_array_index (runs, guint64, i);

    if (sketch->n == 0 || sketch->hashes[sketch->n - 1] != hash)
      sketch->hashes[sketch->n++] = hash;
  }
}

EntenteTextSketch *
entente_text_sketch_new (const char *text, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) pieces = entente_text_pieces_cut (text, cancellable, error);
  g_autoptr (GArray) words = NULL;
  g_autoptr (GArray) runs = NULL;
  EntenteTextSketch *sketch;

  if (!pieces)
    return NULL;
  words = list_words (pieces);
  runs = list_runs (words);
  sketch = g_new0 (EntenteTextSketch, 1);
  sketch->n_words = words->len;
  keep_smallest (sketch, runs);
  return sketch;
}

void
entente_text_sketch_free (EntenteTextSketch *sketch)
{
  g_free (sketch);
}

/* The share of common runs among the smallest ones of both together, from 0 to 1. A sketch that is
 * full says nothing of hashes beyond its last one. */
static double
estimate_share (const EntenteTextSketch *a, const EntenteTextSketch *b)
{
  guint i = 0, k = 0, n = 0, n_common = 0;

  while (n < ENTENTE_SKETCH_SIZE && (i < a->n || k < b->n)) {
    gboolean has_a = i < a->n, has_b = k < b->n;

    if ((!has_a && a->n == ENTENTE_SKETCH_SIZE) || (!has_b && b->n == ENTENTE_SKETCH_SIZE))
      break;
    if (has_a && has_b && a->hashes[i] == b->hashes[k]) {
      n_common++;
      i++;
      k++;
    } else if (!has_b || (has_a && a->hashes[i] < b->hashes[k])) {
      i++;
    } else {
      k++;
    }
    n++;
  }
  return n > 0 ? (double) n_common / n : 0;
}

guint
entente_text_sketch_compare (const EntenteTextSketch *a, const EntenteTextSketch *b)
{
  return a->n > 0 && b->n > 0 ? (guint) (100 * estimate_share (a, b)) : 0;
}

guint
entente_text_sketch_contain (const EntenteTextSketch *a, const EntenteTextSketch *b)
{
  double share = a->n > 0 && b->n > 0 ? estimate_share (a, b) : 0;
  double common = share * (a->n_words + b->n_words) / (1 + share);
  double shorter = MAX (MIN (a->n_words, b->n_words), 1);

  return (guint) MIN (100 * common / shorter, 100);
}
