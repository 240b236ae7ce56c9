/* What of a list of events changed: what lies between the longest common beginning and end. */
#include "config.h"

#include "entente-event-list-private.h"

static guint
find_previous (const EntenteBitset *rows, guint below)
{
  while (below > 0) {
    guint word = (below - 1) >> 6;
    guint64 bits = rows->words[word];

    if (below & 63)
      bits &= (G_GUINT64_CONSTANT (1) << (below & 63)) - 1;
    if (bits)
      return (word << 6) + 63 - (guint) __builtin_clzll (bits);
    below = word << 6;
  }
  return G_MAXUINT;
}

static gboolean
is_same_event (const EntenteEventRows *a, guint row_a, const EntenteEventRows *b, guint row_b)
{
  return entente_chronicle_get_id (a->chronicle, row_a) ==
         entente_chronicle_get_id (b->chronicle, row_b);
}

/* The row at @position, which comes after @previous. */
static guint
go_on (const EntenteEventRows *rows, guint position, guint previous)
{
  if (rows->sorted)
    return position < rows->n ? rows->sorted[position] : G_MAXUINT;
  return entente_bitset_next (rows->rows, position == 0 ? 0 : previous + 1);
}

/* The row @from_end before the last, which comes before @next. */
static guint
go_back (const EntenteEventRows *rows, guint from_end, guint next)
{
  if (rows->sorted)
    return from_end < rows->n ? rows->sorted[rows->n - 1 - from_end] : G_MAXUINT;
  return find_previous (rows->rows, from_end == 0 ? rows->rows->n_rows : next);
}

static guint
count_common_start (const EntenteEventRows *a, const EntenteEventRows *b)
{
  guint limit = MIN (a->n, b->n), n = 0;
  guint row_a = go_on (a, 0, 0), row_b = go_on (b, 0, 0);

  while (n < limit && is_same_event (a, row_a, b, row_b)) {
    n++;
    row_a = go_on (a, n, row_a);
    row_b = go_on (b, n, row_b);
  }
  return n;
}

static guint
count_common_end (const EntenteEventRows *a, const EntenteEventRows *b, guint start)
{
  guint limit = MIN (a->n, b->n) - start, n = 0;
  guint row_a = go_back (a, 0, 0), row_b = go_back (b, 0, 0);

  while (n < limit && is_same_event (a, row_a, b, row_b)) {
    n++;
    row_a = go_back (a, n, row_a);
    row_b = go_back (b, n, row_b);
  }
  return n;
}

EntenteEventSplice
entente_event_rows_compare (const EntenteEventRows *before, const EntenteEventRows *after)
{
  guint start = count_common_start (before, after);
  guint end = count_common_end (before, after, start);

  return (EntenteEventSplice){
    .position = start,
    .removed = before->n - start - end,
    .added = after->n - start - end,
  };
}
