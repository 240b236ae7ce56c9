/* Approximate search in words: edit distance in which the beginning and the end in the longer run
 * are free.
 *
 * A sign weighs little, a word much; a word in place of another costs as much of its weight as
 * their letters differ, so that a mended spelling is nearly the same word.
 */
#include "config.h"

#include "entente-likeness.h"

#include <string.h>

#define WORD_WEIGHT 10
#define SIGN_WEIGHT 2
/* Letters of a word that are compared. */
#define MAX_LETTERS 32

static guint
get_weight (const EntenteTextPiece *piece)
{
  return piece->is_word ? WORD_WEIGHT : SIGN_WEIGHT;
}

/* A little less: words put in are likelier than words lost. */
static guint
get_added_weight (const EntenteTextPiece *piece)
{
  return get_weight (piece) * 4 / 5;
}

static guint
read_letters (const char *text, const EntenteTextPiece *piece, gunichar *letters)
{
  const char *end = text + piece->end;
  guint n = 0;

  for (const char *p = text + piece->start; p < end && n < MAX_LETTERS; p = g_utf8_next_char (p))
    letters[n++] = g_unichar_tolower (g_utf8_get_char (p));
  return n;
}

static guint
count_edits (const gunichar *a, guint n_a, const gunichar *b, guint n_b)
{
  guint row[MAX_LETTERS + 1];

  for (guint k = 0; k <= n_b; k++)
    row[k] = k;
  for (guint i = 0; i < n_a; i++) {
    guint diagonal = row[0];

    row[0] = i + 1;
    for (guint k = 0; k < n_b; k++) {
      guint above = row[k + 1];

      row[k + 1] = MIN (MIN (above, row[k]) + 1, diagonal + (a[i] != b[k]));
      diagonal = above;
    }
  }
  return row[n_b];
}

/* Words that share less than half of their letters are other words. */
static guint
compare_words (const EntenteWordRun *a, guint i, const EntenteWordRun *b, guint k)
{
  gunichar one[MAX_LETTERS], other[MAX_LETTERS];
  gsize n_a = a->pieces[i].end - a->pieces[i].start, n_b = b->pieces[k].end - b->pieces[k].start;
  guint n_one, n_other, n, edits;

  if (n_a > 3 * n_b || n_b > 3 * n_a)
    return WORD_WEIGHT;
  n_one = read_letters (a->text, &a->pieces[i], one);
  n_other = read_letters (b->text, &b->pieces[k], other);
  n = MAX (n_one, n_other);
  edits = count_edits (one, n_one, other, n_other);
  return 2 * edits > n ? WORD_WEIGHT : (WORD_WEIGHT * edits + n - 1) / n;
}

static guint
get_replacement_cost (const EntenteWordRun *a, guint i, const EntenteWordRun *b, guint k)
{
  const EntenteTextPiece *one = &a->pieces[i], *other = &b->pieces[k];

  if (one->hash == other->hash)
    return 0;
  if (one->is_word && other->is_word)
    return compare_words (a, i, b, k);
  return MAX (get_weight (one), get_weight (other));
}

/* The least cost up to a pair of pieces, and the piece of the place at which the part begins. */
typedef struct {
  guint cost, start;
} Cell;

/* Of equal ones, @wide takes the replaced word in, else it is left out. */
static Cell
choose (Cell replaced, Cell left_out, Cell added, gboolean wide)
{
  Cell best = replaced;

  if (left_out.cost < best.cost || (!wide && left_out.cost == best.cost))
    best = left_out;
  if (added.cost < best.cost)
    best = added;
  return best;
}

static void
compute_row (Cell *row,
             const EntenteWordRun *words,
             guint i,
             const EntenteWordRun *place,
             gboolean wide)
{
  Cell diagonal = row[0];

  row[0].cost += get_weight (&words->pieces[i]);
  for (guint k = 0; k < place->n; k++) {
    Cell above = row[k + 1], replaced = diagonal, left_out = above, added = row[k];

    replaced.cost += get_replacement_cost (words, i, place, k);
    left_out.cost += get_weight (&words->pieces[i]);
    added.cost += get_added_weight (&place->pieces[k]);
    diagonal = above;
    row[k + 1] = choose (replaced, left_out, added, wide);
  }
}

guint
entente_likeness_find (const EntenteWordRun *words,
                       const EntenteWordRun *place,
                       gboolean wide,
                       guint *start,
                       guint *end)
{
  g_autofree Cell *row = g_new (Cell, place->n + 1);
  guint whole = 0, best = 0;

  *start = *end = 0;
  if (words->n == 0 || words->n > ENTENTE_LIKENESS_MAX_PIECES)
    return 0;
  for (guint k = 0; k <= place->n; k++)
    row[k] = (Cell){ 0, k };
  for (guint i = 0; i < words->n; i++) {
    whole += get_weight (&words->pieces[i]);
    compute_row (row, words, i, place, wide);
  }
  for (guint k = 1; k <= place->n; k++)
    if (row[k].cost < row[best].cost || (wide && row[k].cost == row[best].cost))
      best = k;
  *start = row[best].start;
  *end = best;
  if (row[best].cost >= whole || *start >= *end)
    return 0;
  return 100 - (100 * row[best].cost + whole - 1) / whole;
}
