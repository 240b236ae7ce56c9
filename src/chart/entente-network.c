/* Order on the oval, places, arrows, counts: one after the other, and no chance in any of them. */
#include "config.h"

#include "entente-network.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define STEP_PX 76.0 /* between two parties of a column */
#define HEIGHT_MIN 380.0
#define RADIUS_MIN 130.0
#define ASPECT 1.5 /* of the oval, at most */
#define EDGE 6.0
#define INWARDS 0.16 /* of the way to the middle that an arrow bends */
#define INWARDS_SHORT 0.36 /* how much more where it is short: neighbours are near the edge */
#define APART 0.10 /* of its length that it bends to its left */
#define APART_MIN 14.0
#define CLEAR 2.0 /* around a count */
#define WIDTH_MIN 1.2
#define WIDTH_MAX 5.0

/* ---- order on the oval ---- */

/* Moves between two, either way. */
static guint *
sum_weights (const EntenteNetworkInput *input)
{
  guint n = input->n_nodes;
  guint *weights = g_new0 (guint, (gsize) n * n + 1);

  for (guint i = 0; i < input->n_arrows; i++) {
    const EntenteNetworkArrow *arrow = &input->arrows[i];

    weights[arrow->from * n + arrow->to] += arrow->total;
    weights[arrow->to * n + arrow->from] += arrow->total;
  }
  return weights;
}

/* The node not yet placed that has most to do with @last. */
static guint
find_neighbour (const guint *weights, guint n, const gboolean *placed, guint last)
{
  guint best = n;

  for (guint i = 0; i < n; i++)
    if (!placed[i] && (best == n || weights[last * n + i] > weights[last * n + best]))
      best = i;
  return best;
}

/* Nodes in a chain, each with who is left that has most to do with it. */
static guint *
order_nodes (const EntenteNetworkInput *input)
{
  guint n = input->n_nodes;
  g_autofree guint *weights = sum_weights (input);
  g_autofree gboolean *placed = g_new0 (gboolean, n + 1);
  guint *order = g_new0 (guint, n + 1);

  for (guint i = 0; i < n; i++) {
    order[i] = i == 0 ? 0 : find_neighbour (weights, n, placed, order[i - 1]);
    placed[order[i]] = TRUE;
  }
  return order;
}

/* ---- places ---- */

static void
place_label (EntenteNetworkNode *node, double width, double height, gboolean left)
{
  double out = ENTENTE_NETWORK_NODE + ENTENTE_NETWORK_LABEL_GAP;

  node->label = (EntenteNetworkBox){ left ? node->x - out - width : node->x + out,
                                     node->y - height / 2,
                                     width,
                                     height };
}

static double
find_widest (const EntenteNetworkInput *input)
{
  double widest = 0;

  for (guint i = 0; i < input->n_nodes; i++)
    widest = MAX (widest, input->label_widths[i]);
  return widest;
}

/* The chain goes down from side to side, so that its arrows are long. */
static void
place_nodes (EntenteNetwork *self, const EntenteNetworkInput *input)
{
  g_autofree guint *order = order_nodes (input);
  guint n = input->n_nodes, n_right = (n + 1) / 2;
  double outside = find_widest (input) + ENTENTE_NETWORK_NODE + ENTENTE_NETWORK_LABEL_GAP + EDGE;
  double tall = MAX (MAX (n_right * STEP_PX, HEIGHT_MIN), input->height_px);
  double radius =
    CLAMP (input->width_px / 2 - outside, RADIUS_MIN, MAX (tall / 2 * ASPECT, RADIUS_MIN));

  self->width = 2 * (radius + outside);
  self->height = tall;
  for (guint i = 0; i < n; i++) {
    gboolean left = i % 2 == 1;
    guint n_column = left ? n - n_right : n_right, place = i / 2;
    double up = (place + 0.5) * 2 / n_column - 1; /* -1 to 1 */
    double out = radius * sqrt (1 - up * up);
    EntenteNetworkNode *node = &self->nodes[order[i]];

    node->x = self->width / 2 + (left ? -out : out);
    node->y = tall / 2 * (1 + up);
    place_label (node, input->label_widths[order[i]], input->label_height, left);
  }
}

/* ---- arrows ---- */

int
entente_network_compare_arrows (gconstpointer a, gconstpointer b)
{
  const EntenteNetworkArrow *one = a, *other = b;

  if (one->total != other->total)
    return one->total > other->total ? -1 : 1;
  if (one->from != other->from)
    return one->from < other->from ? -1 : 1;
  return (one->to > other->to) - (one->to < other->to);
}

/* From the middle of a node to its edge, towards a point. */
static void
leave_node (const EntenteNetworkNode *node,
            double towards_x,
            double towards_y,
            double by,
            double *x,
            double *y)
{
  double dx = towards_x - node->x, dy = towards_y - node->y;
  double length = MAX (hypot (dx, dy), 0.001);

  *x = node->x + dx / length * by;
  *y = node->y + dy / length * by;
}

static void
bend_arrow (const EntenteNetwork *self, EntenteNetworkArrow *arrow, guint most)
{
  const EntenteNetworkNode *from = &self->nodes[arrow->from], *to = &self->nodes[arrow->to];
  double dx = to->x - from->x, dy = to->y - from->y;
  double length = MAX (hypot (dx, dy), 0.001);
  double apart = MAX (length * APART, APART_MIN) / length;
  double middle_x = (from->x + to->x) / 2, middle_y = (from->y + to->y) / 2;
  double inwards = INWARDS + INWARDS_SHORT * (1 - MIN (length / self->height, 1));

  arrow->xc = middle_x + (self->width / 2 - middle_x) * inwards + dy * apart;
  arrow->yc = middle_y + (self->height / 2 - middle_y) * inwards - dx * apart;
  leave_node (from, arrow->xc, arrow->yc, ENTENTE_NETWORK_NODE + 2, &arrow->x0, &arrow->y0);
  leave_node (to, arrow->xc, arrow->yc, ENTENTE_NETWORK_NODE + 4, &arrow->x1, &arrow->y1);
  arrow->width = WIDTH_MIN + (WIDTH_MAX - WIDTH_MIN) * sqrt ((double) arrow->total / MAX (most, 1));
}

static void
bend_arrows (EntenteNetwork *self)
{
  if (self->n_arrows == 0)
    return;
  qsort (self->arrows, self->n_arrows, sizeof *self->arrows, entente_network_compare_arrows);
  for (guint i = 0; i < self->n_arrows; i++)
    bend_arrow (self, &self->arrows[i], self->arrows[0].total);
}

/* ---- counts ---- */

gboolean
entente_network_boxes_meet (const EntenteNetworkBox *a, const EntenteNetworkBox *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height &&
         b->y < a->y + a->height;
}

static EntenteNetworkBox
grow (const EntenteNetworkBox *box, double by)
{
  return (EntenteNetworkBox){ box->x - by, box->y - by, box->width + 2 * by, box->height + 2 * by };
}

static gboolean
is_free (const EntenteNetwork *self, guint n_before, const EntenteNetworkBox *pill)
{
  EntenteNetworkBox room = grow (pill, CLEAR);

  for (guint i = 0; i < self->n_nodes; i++) {
    const EntenteNetworkNode *node = &self->nodes[i];
    const EntenteNetworkBox dot = { node->x - ENTENTE_NETWORK_NODE,
                                    node->y - ENTENTE_NETWORK_NODE,
                                    2 * ENTENTE_NETWORK_NODE,
                                    2 * ENTENTE_NETWORK_NODE };

    if (entente_network_boxes_meet (&room, &node->label) ||
        entente_network_boxes_meet (&room, &dot))
      return FALSE;
  }
  for (guint i = 0; i < n_before; i++)
    if (self->arrows[i].has_pill && entente_network_boxes_meet (&room, &self->arrows[i].pill))
      return FALSE;
  return TRUE;
}

static EntenteNetworkBox
put_pill (const EntenteNetworkArrow *arrow, double at)
{
  double a = (1 - at) * (1 - at), b = 2 * at * (1 - at), c = at * at;
  double x = a * arrow->x0 + b * arrow->xc + c * arrow->x1;
  double y = a * arrow->y0 + b * arrow->yc + c * arrow->y1;

  return (EntenteNetworkBox){ x - arrow->pill_width / 2,
                              y - ENTENTE_NETWORK_PILL / 2,
                              arrow->pill_width,
                              ENTENTE_NETWORK_PILL };
}

static void
put_pills (EntenteNetwork *self)
{
  static const double places[] = { 0.50, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26,
                                   0.74, 0.20, 0.80, 0.15, 0.85, 0.11, 0.89 };

  for (guint i = 0; i < self->n_arrows; i++) {
    EntenteNetworkArrow *arrow = &self->arrows[i];

    for (guint k = 0; k < G_N_ELEMENTS (places) && !arrow->has_pill; k++) {
      arrow->pill = put_pill (arrow, places[k]);
      arrow->has_pill = is_free (self, i, &arrow->pill);
    }
    self->n_silent += !arrow->has_pill;
  }
}

/* ---- the whole ---- */

EntenteNetwork *
entente_network_new (const EntenteNetworkInput *input)
{
  EntenteNetwork *self = g_new0 (EntenteNetwork, 1);

  self->n_nodes = input->n_nodes;
  self->nodes = g_new0 (EntenteNetworkNode, input->n_nodes + 1);
  self->n_arrows = input->n_arrows;
  self->arrows = g_new0 (EntenteNetworkArrow, input->n_arrows + 1);
  if (input->n_arrows > 0)
    memcpy (self->arrows, input->arrows, input->n_arrows * sizeof *self->arrows);
  place_nodes (self, input);
  bend_arrows (self);
  put_pills (self);
  return self;
}

void
entente_network_free (EntenteNetwork *self)
{
  if (self == NULL)
    return;
  g_free (self->nodes);
  g_free (self->arrows);
  g_free (self);
}

guint
entente_network_find_arrow (const EntenteNetwork *self, double x, double y)
{
  for (guint i = 0; i < self->n_arrows; i++) {
    const EntenteNetworkBox *pill = &self->arrows[i].pill;

    if (self->arrows[i].has_pill && x >= pill->x && x < pill->x + pill->width && y >= pill->y &&
        y < pill->y + pill->height)
      return i;
  }
  return G_MAXUINT;
}
