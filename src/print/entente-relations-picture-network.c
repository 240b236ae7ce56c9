/* The network: parties on an oval, arrows with counts and their split. */
#include "config.h"

#include "entente-relations-picture-private.h"

#include <math.h>

#define ARROWS_MAX 32
#define LABEL_HEIGHT 34.0
#define PILL_PADDING 8.0
#define PILL_BAR 5.0
#define ARROW_ALPHA 0.75
#define BELOW 8.0

static guint32
get_actor (const EntenteRelationsPicture *self, guint node)
{
  return g_array_index (self->actors, guint32, node);
}

static const EntenteDyad *
find_dyad (const EntenteRelationsPicture *self, const EntenteNetworkArrow *arrow)
{
  return entente_relations_find (self->options.figures->relations,
                                 get_actor (self, arrow->from),
                                 get_actor (self, arrow->to));
}

/* Those with most moves among the parties shown. */
static GArray *
list_arrows (const EntenteRelationsPicture *self)
{
  GArray *arrows = g_array_new (FALSE, TRUE, sizeof (EntenteNetworkArrow));

  for (guint from = 0; from < self->actors->len; from++)
    for (guint to = 0; to < self->actors->len; to++) {
      EntenteNetworkArrow arrow = { .from = from, .to = to };
      const EntenteDyad *dyad = from != to ? find_dyad (self, &arrow) : NULL;
      g_autofree char *count = NULL;

      if (dyad == NULL)
        continue;
      count = g_strdup_printf ("%'u", dyad->total);
      arrow.total = dyad->total;
      arrow.pill_width =
        ceil (MAX (entente_canvas_text_measure (self->context, ENTENTE_TYPE_RUNNING, count), 14)) +
        2 * PILL_PADDING;
      g_array_append_val (arrows, arrow);
    }
  g_array_sort (arrows, entente_network_compare_arrows);
  if (arrows->len > ARROWS_MAX)
    g_array_set_size (arrows, ARROWS_MAX);
  return arrows;
}

/* Names are cut as in the matrix. */
static GArray *
measure_labels (const EntenteRelationsPicture *self)
{
  GArray *widths =
    entente_relations_picture_measure_names (self,
                                             (const guint32 *) (gpointer) self->actors->data,
                                             self->actors->len);

  for (guint i = 0; i < widths->len; i++)
    g_array_index (widths, double, i) =
      MIN (g_array_index (widths, double, i), ENTENTE_MATRIX_NAME_MAX) + 1;
  return widths;
}

void
entente_relations_picture_lay_out_network (EntenteRelationsPicture *self,
                                           double width,
                                           double height)
{
  g_autoptr (GArray) arrows = list_arrows (self);
  g_autoptr (GArray) labels = measure_labels (self);

  g_clear_pointer (&self->network, entente_network_free);
  self->network = entente_network_new (
    &(EntenteNetworkInput){ .n_nodes = self->actors->len,
                            .label_widths = (const double *) (gpointer) labels->data,
                            .label_height = LABEL_HEIGHT,
                            .n_arrows = arrows->len,
                            .arrows = (const EntenteNetworkArrow *) (gpointer) arrows->data,
                            .width_px = width,
                            .height_px = height - BELOW });
  self->width = self->network->width;
  self->height = self->network->height + BELOW;
}

/* ---- painting ---- */

static void
paint_arrow (EntenteRelationsPicture *self, EntenteCanvas *canvas, const EntenteNetworkArrow *arrow)
{
  EntenteShade shade = entente_relations_picture_fade (
    entente_relations_picture_get_shade (self, get_actor (self, arrow->from)),
    ARROW_ALPHA);
  const EntentePaint paint = { .shade = shade };
  double dx = arrow->x1 - arrow->xc, dy = arrow->y1 - arrow->yc;
  double length = MAX (hypot (dx, dy), 0.001), head = 6 + arrow->width;
  double end_x = arrow->x1 - dx / length * head * 0.7, end_y = arrow->y1 - dy / length * head * 0.7;
  const double xy[6] = { arrow->x0 + (arrow->xc - arrow->x0) * 2 / 3,
                         arrow->y0 + (arrow->yc - arrow->y0) * 2 / 3,
                         end_x + (arrow->xc - end_x) * 2 / 3,
                         end_y + (arrow->yc - end_y) * 2 / 3,
                         end_x,
                         end_y };

  canvas->class->move_to (canvas, arrow->x0, arrow->y0);
  canvas->class->curve_to (canvas, xy);
  canvas->class->stroke (canvas, &paint, arrow->width, NULL, 0, FALSE);
  entente_canvas_arrowhead (canvas, arrow->x1, arrow->y1, dx, dy, head, &shade);
}

static void
paint_pill (EntenteRelationsPicture *self, EntenteCanvas *canvas, const EntenteNetworkArrow *arrow)
{
  const EntenteDyad *dyad = find_dyad (self, arrow);
  EntenteShade shade = entente_relations_picture_get_shade (self, dyad->from);
  const EntenteNetworkBox *pill = &arrow->pill;
  const EntenteNetworkBox bar = { pill->x + PILL_PADDING - 2,
                                  pill->y + pill->height - PILL_BAR - 2.5,
                                  pill->width - 2 * PILL_PADDING + 4,
                                  PILL_BAR };
  g_autofree char *count = g_strdup_printf ("%'u", dyad->total);
  g_autofree char *title =
    entente_relations_describe (self->options.figures->chronicle, dyad->from, dyad->to, dyad);
  const EntenteCanvasGroup group = { .role = "arrow", .count = dyad->total, .title = title };
  double width = entente_canvas_text_measure (self->context, ENTENTE_TYPE_RUNNING, count);

  entente_canvas_push (canvas, &group);
  entente_canvas_pill (canvas, pill->x, pill->y, pill->width, pill->height, 6);
  entente_canvas_fill (canvas, &self->colours->ground);
  entente_canvas_pill (canvas, pill->x + 0.5, pill->y + 0.5, pill->width - 1, pill->height - 1, 6);
  entente_canvas_stroke (canvas, &shade, 1);
  entente_canvas_text_paint (canvas,
                             self->context,
                             ENTENTE_TYPE_RUNNING,
                             count,
                             pill->x + (pill->width - width) / 2,
                             pill->y + 8,
                             0,
                             &self->colours->text);
  entente_relations_picture_paint_split (self, canvas, dyad->counts, &bar, &shade);
  entente_canvas_pop (canvas);
}

static void
paint_node (EntenteRelationsPicture *self, EntenteCanvas *canvas, guint i)
{
  const EntenteNetworkNode *node = &self->network->nodes[i];
  const EntenteNetworkBox *label = &node->label;
  guint32 actor = get_actor (self, i);
  EntenteShade shade = entente_relations_picture_get_shade (self, actor);
  const char *name = entente_relations_picture_get_name (self, actor);
  g_autofree char *below = entente_relations_picture_format_party (self, actor);
  g_autofree char *shown =
    entente_canvas_text_fit (self->context, ENTENTE_TYPE_STRONG, name, label->width);
  gboolean left = label->x < node->x;
  double end = label->x + label->width, middle = label->y + label->height / 2;
  double name_width = entente_canvas_text_measure (self->context, ENTENTE_TYPE_STRONG, shown);
  double below_width = entente_canvas_text_measure (self->context, ENTENTE_TYPE_PALE, below);

  entente_canvas_pill (canvas,
                       node->x - ENTENTE_NETWORK_NODE,
                       node->y - ENTENTE_NETWORK_NODE,
                       2 * ENTENTE_NETWORK_NODE,
                       2 * ENTENTE_NETWORK_NODE,
                       0);
  entente_canvas_fill (canvas, &shade);
  entente_canvas_text_paint (canvas,
                             self->context,
                             ENTENTE_TYPE_STRONG,
                             shown,
                             left ? end - name_width : label->x,
                             middle - 8,
                             0,
                             &self->colours->text);
  entente_canvas_text_paint (canvas,
                             self->context,
                             ENTENTE_TYPE_PALE,
                             below,
                             left ? end - below_width : label->x,
                             middle + 9,
                             0,
                             &self->colours->dim);
}

/* The strongest last, so that it lies above; counts above all. */
void
entente_relations_picture_paint_network (EntenteRelationsPicture *self, EntenteCanvas *canvas)
{
  const EntenteNetwork *network = self->network;

  for (guint i = network->n_arrows; i > 0; i--)
    paint_arrow (self, canvas, &network->arrows[i - 1]);
  for (guint i = 0; i < network->n_nodes; i++)
    paint_node (self, canvas, i);
  for (guint i = network->n_arrows; i > 0; i--)
    if (network->arrows[i - 1].has_pill)
      paint_pill (self, canvas, &network->arrows[i - 1]);
}
