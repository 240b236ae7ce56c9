/* Links from both ends: sorted, found, and merged when rows move. */
#include "config.h"

#include "entente-links.h"

#include <glib.h>

static GArray *
make_edges (guint n, guint n_rows, EntenteId first_id)
{
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (EntenteEdge));

  for (guint i = 0; i < n; i++) {
    EntenteEdge edge = { .id = first_id + i,
                         .from = (guint32) g_test_rand_int_range (0, (gint32) n_rows),
                         .to = (guint32) g_test_rand_int_range (0, (gint32) n_rows),
                         .type = (guint8) g_test_rand_int_range (0, 17) };

    g_array_append_val (edges, edge);
  }
  return edges;
}

/* Every edge is found from both ends, and nothing else. */
static void
check_links (const EntenteLinks *links, const GArray *edges, guint n_rows)
{
  guint n_found = 0;

  g_assert_cmpint (links->n, ==, edges->len);
  for (guint32 row = 0; row < n_rows; row++) {
    guint n;
    const EntenteThread *threads = entente_links_get (links, &links->out, row, &n);

    n_found += n;
    for (guint i = 1; i < n; i++)
      g_assert_true (threads[i - 1].row < threads[i].row ||
                     (threads[i - 1].row == threads[i].row && threads[i - 1].id < threads[i].id));
    entente_links_get (links, &links->in, row, &n);
    n_found += n;
  }
  g_assert_cmpint (n_found, ==, 2 * edges->len);
  for (guint i = 0; i < edges->len; i++) {
    const EntenteEdge *edge = &g_array_index (edges, EntenteEdge, i);
    guint n;
    const EntenteThread *threads = entente_links_get (links, &links->in, edge->to, &n);
    guint found = 0;

    for (guint k = 0; k < n; k++)
      found +=
        threads[k].id == edge->id && threads[k].row == edge->from && threads[k].type == edge->type;
    g_assert_cmpint (found, ==, 1);
  }
}

static void
test_found_from_both_ends (void)
{
  for (guint n = 0; n < 200; n += 13) {
    g_autoptr (GArray) edges = make_edges (n, 40, 1);
    g_autoptr (EntenteLinks) links =
      entente_links_new ((EntenteEdge *) (gpointer) edges->data, edges->len);

    check_links (links, edges, 40);
  }
}

/* Rows from 20 on move up by five, rows 10 to 19 are dealt with apart. */
static guint32
move_row (guint32 row, gconstpointer data)
{
  if (row < 10)
    return row;
  return row < 20 ? ENTENTE_NO_INDEX : row + 5;
}

static void
test_patched (void)
{
  g_autoptr (GArray) old = make_edges (300, 40, 1);
  g_autoptr (GArray) fresh = make_edges (50, 45, 1000);
  g_autoptr (GArray) expected = g_array_copy (fresh);
  g_autoptr (EntenteLinks) links =
    entente_links_new ((EntenteEdge *) (gpointer) old->data, old->len);
  g_autoptr (EntenteLinks) patched =
    entente_links_patch (links, move_row, NULL, (EntenteEdge *) (gpointer) fresh->data, fresh->len);

  for (guint i = 0; i < old->len; i++) {
    EntenteEdge edge = g_array_index (old, EntenteEdge, i);

    edge.from = move_row (edge.from, NULL);
    edge.to = move_row (edge.to, NULL);
    if (edge.from != ENTENTE_NO_INDEX && edge.to != ENTENTE_NO_INDEX)
      g_array_append_val (expected, edge);
  }
  check_links (patched, expected, 45);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/links/both-ends", test_found_from_both_ends);
  g_test_add_func ("/links/patched", test_patched);
  return g_test_run ();
}
