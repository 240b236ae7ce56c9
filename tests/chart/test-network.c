/* The same input gives the same picture; no name and no count meets another, whatever the moves;
 * all is within the picture. */
#include "config.h"

#include "entente-network.h"

#define NODES_MAX 16
#define ARROWS_MAX 60

typedef struct {
  double widths[NODES_MAX];
  EntenteNetworkArrow arrows[ARROWS_MAX];
  EntenteNetworkInput input;
} Sample;

static void
fill (Sample *sample, guint n_nodes, guint n_arrows, double width_px)
{
  for (guint i = 0; i < n_nodes; i++)
    sample->widths[i] = g_test_rand_double_range (30, 180);
  for (guint i = 0; i < n_arrows; i++) {
    guint from = (guint) g_test_rand_int_range (0, (gint32) n_nodes);
    guint step = (guint) g_test_rand_int_range (1, (gint32) n_nodes);

    sample->arrows[i] = (EntenteNetworkArrow){ .from = from,
                                               .to = (from + step) % n_nodes,
                                               .total = (guint) g_test_rand_int_range (1, 400),
                                               .pill_width = g_test_rand_double_range (30, 60) };
  }
  sample->input = (EntenteNetworkInput){ .n_nodes = n_nodes,
                                         .label_widths = sample->widths,
                                         .label_height = 34,
                                         .n_arrows = n_arrows,
                                         .arrows = sample->arrows,
                                         .width_px = width_px,
                                         .height_px = g_test_rand_int_range (0, 1500) };
}

static void
assert_within (const EntenteNetwork *network, const EntenteNetworkBox *box)
{
  g_assert_cmpfloat (box->x, >=, 0);
  g_assert_cmpfloat (box->y, >=, 0);
  g_assert_cmpfloat (box->x + box->width, <=, network->width);
  g_assert_cmpfloat (box->y + box->height, <=, network->height);
}

static void
check_boxes (const EntenteNetwork *network)
{
  guint n_silent = 0;

  for (guint i = 0; i < network->n_nodes; i++) {
    assert_within (network, &network->nodes[i].label);
    for (guint k = 0; k < i; k++)
      g_assert_false (
        entente_network_boxes_meet (&network->nodes[i].label, &network->nodes[k].label));
  }
  for (guint i = 0; i < network->n_arrows; i++) {
    const EntenteNetworkArrow *arrow = &network->arrows[i];

    n_silent += !arrow->has_pill;
    if (!arrow->has_pill)
      continue;
    assert_within (network, &arrow->pill);
    for (guint k = 0; k < network->n_nodes; k++)
      g_assert_false (entente_network_boxes_meet (&arrow->pill, &network->nodes[k].label));
    for (guint k = 0; k < i; k++)
      g_assert_false (network->arrows[k].has_pill &&
                      entente_network_boxes_meet (&arrow->pill, &network->arrows[k].pill));
    g_assert_cmpuint (entente_network_find_arrow (network,
                                                  arrow->pill.x + arrow->pill.width / 2,
                                                  arrow->pill.y + arrow->pill.height / 2),
                      ==,
                      i);
  }
  g_assert_cmpuint (network->n_silent, ==, n_silent);
}

static void
test_no_overlap (void)
{
  for (guint round = 0; round < 300; round++) {
    Sample sample;
    guint n_nodes = (guint) g_test_rand_int_range (2, NODES_MAX + 1);
    g_autoptr (EntenteNetwork) network = NULL;

    fill (&sample,
          n_nodes,
          (guint) g_test_rand_int_range (0, ARROWS_MAX),
          g_test_rand_double_range (300, 1600));
    network = entente_network_new (&sample.input);
    check_boxes (network);
    g_assert_cmpfloat (network->height, >=, sample.input.height_px);
  }
}

static void
test_same (void)
{
  for (guint round = 0; round < 20; round++) {
    Sample sample;
    g_autoptr (EntenteNetwork) one = NULL;
    g_autoptr (EntenteNetwork) other = NULL;

    fill (&sample, 9, 30, 1000);
    one = entente_network_new (&sample.input);
    other = entente_network_new (&sample.input);
    g_assert_cmpmem (one->nodes,
                     one->n_nodes * sizeof *one->nodes,
                     other->nodes,
                     other->n_nodes * sizeof *other->nodes);
    g_assert_cmpmem (one->arrows,
                     one->n_arrows * sizeof *one->arrows,
                     other->arrows,
                     other->n_arrows * sizeof *other->arrows);
  }
}

/* Arrows of both directions between two do not lie on each other, and the strongest comes first. */
static void
test_directions (void)
{
  const double widths[] = { 60, 60 };
  const EntenteNetworkArrow arrows[] = { { .from = 0, .to = 1, .total = 3, .pill_width = 30 },
                                         { .from = 1, .to = 0, .total = 9, .pill_width = 30 } };
  const EntenteNetworkInput input = { 2, widths, 34, 2, arrows, 800 };
  g_autoptr (EntenteNetwork) network = entente_network_new (&input);

  g_assert_cmpuint (network->arrows[0].total, ==, 9);
  g_assert_cmpfloat (network->arrows[0].width, >, network->arrows[1].width);
  g_assert_true (network->arrows[0].has_pill && network->arrows[1].has_pill);
  g_assert_true (ABS (network->arrows[0].yc - network->arrows[1].yc) > 20);
}

/* Who has most to do with each other face each other. */
static void
test_facing (void)
{
  const double widths[] = { 60, 60, 60, 60, 60, 60 };
  const EntenteNetworkArrow arrows[] = { { .from = 0, .to = 5, .total = 90, .pill_width = 30 },
                                         { .from = 2, .to = 4, .total = 50, .pill_width = 30 } };
  const EntenteNetworkInput input = { 6, widths, 34, 2, arrows, 800 };
  g_autoptr (EntenteNetwork) network = entente_network_new (&input);

  g_assert_cmpfloat (ABS (network->nodes[0].y - network->nodes[5].y), <, 1);
  g_assert_true ((network->nodes[0].label.x > network->nodes[0].x) !=
                 (network->nodes[5].label.x > network->nodes[5].x));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/network/no-overlap", test_no_overlap);
  g_test_add_func ("/network/same", test_same);
  g_test_add_func ("/network/directions", test_directions);
  g_test_add_func ("/network/facing", test_facing);
  return g_test_run ();
}
