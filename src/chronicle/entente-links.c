/* EntenteLinks: which moves answer which, from both ends.
 *
 * Two sorted arrays, one a direction, found by binary search. Any thread; chronicles own shares. */
#include "entente-links.h"

#include <stdlib.h>

static int
compare_keys (guint32 row, guint32 other, EntenteId id, const EntenteEdge *b, gboolean out)
{
  guint32 row_b = out ? b->from : b->to;
  guint32 other_b = out ? b->to : b->from;

  if (row != row_b)
    return row < row_b ? -1 : 1;
  if (other != other_b)
    return other < other_b ? -1 : 1;
  return (id > b->id) - (id < b->id);
}

static int
compare_from (gconstpointer a, gconstpointer b)
{
  const EntenteEdge *edge = a;

  return compare_keys (edge->from, edge->to, edge->id, b, TRUE);
}

static int
compare_to (gconstpointer a, gconstpointer b)
{
  const EntenteEdge *edge = a;

  return compare_keys (edge->to, edge->from, edge->id, b, FALSE);
}

static void
append_thread (EntenteLinkSide *side, guint *at, guint32 row, EntenteThread thread)
{
  side->rows[*at] = row;
  side->threads[*at] = thread;
  (*at)++;
}

static void
append_edge (EntenteLinkSide *side, guint *at, const EntenteEdge *edge, gboolean out)
{
  EntenteThread thread = { edge->id, out ? edge->to : edge->from, edge->type, edge->basis };

  append_thread (side, at, out ? edge->from : edge->to, thread);
}

/* Merges what is kept of @old with the edges, sorted for this side; gives the number of links. */
static guint
merge_side (EntenteLinkSide *side,
            const EntenteLinkSide *old,
            guint n_old,
            EntenteMapRowFunc map_row,
            gconstpointer map_data,
            const EntenteEdge *edges,
            guint n_edges,
            gboolean out)
{
  guint n = 0;
  guint taken = 0;

  side->rows = g_new (guint32, (gsize) n_old + n_edges + 1);
  side->threads = g_new (EntenteThread, (gsize) n_old + n_edges + 1);
  for (guint i = 0; i < n_old; i++) {
    EntenteThread thread = old->threads[i];
    guint32 row = map_row (old->rows[i], map_data);

    thread.row = map_row (thread.row, map_data);
    if (row == ENTENTE_NO_INDEX || thread.row == ENTENTE_NO_INDEX)
      continue;
    while (taken < n_edges && compare_keys (row, thread.row, thread.id, &edges[taken], out) > 0)
      append_edge (side, &n, &edges[taken++], out);
    append_thread (side, &n, row, thread);
  }
  while (taken < n_edges)
    append_edge (side, &n, &edges[taken++], out);
  return n;
}

EntenteLinks *
entente_links_patch (const EntenteLinks *old,
                     EntenteMapRowFunc map_row,
                     gconstpointer map_data,
                     EntenteEdge *edges,
                     guint n)
{
  EntenteLinks *links = g_new0 (EntenteLinks, 1);
  static const EntenteLinks none = { 0 };

  g_atomic_ref_count_init (&links->refs);
  if (old == NULL)
    old = &none;
  if (n > 1)
    qsort (edges, n, sizeof (EntenteEdge), compare_from);
  links->n = merge_side (&links->out, &old->out, old->n, map_row, map_data, edges, n, TRUE);
  if (n > 1)
    qsort (edges, n, sizeof (EntenteEdge), compare_to);
  merge_side (&links->in, &old->in, old->n, map_row, map_data, edges, n, FALSE);
  return links;
}

EntenteLinks *
entente_links_new (EntenteEdge *edges, guint n)
{
  return entente_links_patch (NULL, NULL, NULL, edges, n);
}

EntenteLinks *
entente_links_ref (EntenteLinks *links)
{
  g_atomic_ref_count_inc (&links->refs);
  return links;
}

void
entente_links_unref (EntenteLinks *links)
{
  if (links == NULL || !g_atomic_ref_count_dec (&links->refs))
    return;
  g_free (links->out.rows);
  g_free (links->out.threads);
  g_free (links->in.rows);
  g_free (links->in.threads);
  g_free (links);
}

guint
entente_links_search (const EntenteLinks *links, const EntenteLinkSide *side, guint32 row)
{
  guint low = 0;
  guint high = links->n;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (side->rows[middle] < row)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

const EntenteThread *
entente_links_get (const EntenteLinks *links, const EntenteLinkSide *side, guint32 row, guint *n)
{
  guint first = entente_links_search (links, side, row);
  guint end = first;

  while (end < links->n && side->rows[end] == row)
    end++;
  *n = end - first;
  return side->threads + first;
}
