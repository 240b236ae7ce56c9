/* The picture of an area, kept as it was drawn, with what stays in sight while it scrolls. Main
 * thread. */
#include "config.h"

#include "entente-canvas-mirror.h"
#include "entente-ink.h"
#include "entente-mirror.h"
#include "entente-relations-area-private.h"
#include "entente-text-scale.h"

#include <math.h>

#define CHOSEN_ALPHA 0.10
#define RING_PX 2.0F
#define ROUND_PX 5.0F

/* ---- the picture ---- */

EntenteRelationsFigures *
entente_relations_area_get_figures (EntenteRelationsArea *self)
{
  return self->source != NULL ? entente_relations_source_get_figures (self->source) : NULL;
}

void
entente_relations_area_drop_picture (EntenteRelationsArea *self)
{
  g_clear_pointer (&self->picture, entente_relations_picture_free);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_pointer (&self->head, gsk_render_node_unref);
  g_clear_pointer (&self->side, gsk_render_node_unref);
}

void
entente_relations_area_ensure_picture (EntenteRelationsArea *self, int width, int height)
{
  EntenteRelationsPictureOptions options;

  if (entente_relations_area_get_figures (self) == NULL ||
      (self->picture != NULL && self->picture_width == width && self->picture_height == height))
    return;
  entente_relations_area_drop_picture (self);
  entente_relations_picture_options_init (&options);
  options.figures = entente_relations_area_get_figures (self);
  options.form = self->form;
  options.order = self->order;
  /* A picture has letters of one size, so all of it grows with text. */
  self->scale = entente_text_scale_get (GTK_WIDGET (self));
  options.width_px = width / self->scale;
  options.height_px = height / self->scale;
  options.style = entente_ink_is_dark () ? ENTENTE_RELATIONS_DARK : ENTENTE_RELATIONS_LIGHT;
  options.transparent = TRUE;
  self->picture = entente_relations_picture_new (&options);
  self->picture_width = width;
  self->picture_height = height;
}

EntenteNetworkBox
entente_relations_area_get_box (EntenteRelationsArea *self, guint row, guint column)
{
  EntenteNetworkBox box = entente_relations_picture_get_box (self->picture, row, column);
  double x = box.x * self->scale;

  if (entente_mirror_is_needed (GTK_WIDGET (self)))
    x = entente_relations_area_get_span (self) - x - box.width * self->scale;
  return (
    EntenteNetworkBox){ x, box.y * self->scale, box.width * self->scale, box.height * self->scale };
}

double
entente_relations_area_get_width (EntenteRelationsArea *self)
{
  return ceil (entente_relations_picture_get_width (self->picture) * self->scale);
}

double
entente_relations_area_get_span (EntenteRelationsArea *self)
{
  return MAX (entente_relations_area_get_width (self), gtk_widget_get_width (GTK_WIDGET (self)));
}

double
entente_relations_area_get_height (EntenteRelationsArea *self)
{
  return ceil (entente_relations_picture_get_height (self->picture) * self->scale);
}

double
entente_relations_area_get_head (EntenteRelationsArea *self)
{
  return entente_relations_picture_get_head (self->picture) * self->scale;
}

double
entente_relations_area_get_side (EntenteRelationsArea *self)
{
  return entente_relations_picture_get_side (self->picture) * self->scale;
}

gboolean
entente_relations_area_is_chosen (EntenteRelationsArea *self, guint row, guint column)
{
  const EntenteDyadChoice *chosen = entente_relations_source_get_chosen (self->source);
  EntenteChronicle *chronicle = entente_relations_area_get_figures (self)->chronicle;
  guint32 from, to;
  EntenteId one, other;

  entente_relations_picture_get_pair (self->picture, row, column, &from, &to);
  if (chosen == NULL)
    return FALSE;
  one = entente_chronicle_get_actor (chronicle, from)->record.id;
  other = to != ENTENTE_NO_INDEX ? entente_chronicle_get_actor (chronicle, to)->record.id
                                 : ENTENTE_ID_NONE;
  return (one == chosen->from && other == chosen->to) ||
         (chosen->both && one == chosen->to && other == chosen->from);
}

/* ---- drawing ---- */

/* Pairs that are the filter are ringed. */
static void
snapshot_chosen (EntenteRelationsArea *self, GtkSnapshot *snapshot)
{
  GdkRGBA accent = entente_ink_named (GTK_WIDGET (self), "accent_bg_color");
  GdkRGBA pale = entente_ink_with_alpha (accent, CHOSEN_ALPHA);
  float widths[4] = { RING_PX, RING_PX, RING_PX, RING_PX };
  GdkRGBA colours[4] = { accent, accent, accent, accent };
  guint n_rows, n_columns;

  entente_relations_picture_get_size (self->picture, &n_rows, &n_columns);
  for (guint row = 0; row < n_rows; row++)
    for (guint column = 0; column < n_columns; column++) {
      EntenteNetworkBox box = entente_relations_area_get_box (self, row, column);
      graphene_rect_t bounds =
        GRAPHENE_RECT_INIT ((float) box.x, (float) box.y, (float) box.width, (float) box.height);
      GskRoundedRect outline;

      if (!entente_relations_area_is_chosen (self, row, column))
        continue;
      gtk_snapshot_append_color (snapshot, &pale, &bounds);
      gsk_rounded_rect_init_from_rect (&outline, &bounds, ROUND_PX);
      gtk_snapshot_append_border (snapshot, &outline, widths, colours);
    }
}

typedef void (*Paint) (EntenteRelationsPicture *picture, EntenteCanvas *canvas);

/* Kept, so that a step of the keyboard draws a ring and no text. */
static GskRenderNode *
ensure_node (EntenteRelationsArea *self, GskRenderNode **node, Paint paint)
{
  double span = entente_relations_area_get_span (self);
  gboolean mirrored = entente_mirror_is_needed (GTK_WIDGET (self));
  float height = (float) entente_relations_area_get_height (self);
  EntenteCanvas *canvas, *base;
  cairo_t *cr;

  if (*node != NULL)
    return *node;
  *node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, (float) span, height));
  cr = gsk_cairo_node_get_draw_context (*node);
  cairo_scale (cr, self->scale, self->scale);
  base = entente_canvas_new_cairo (cr);
  canvas = mirrored ? entente_canvas_new_mirrored (base, span / self->scale) : base;
  paint (self->picture, canvas);
  if (mirrored)
    entente_canvas_free (canvas);
  entente_canvas_free (base);
  cairo_destroy (cr);
  return *node;
}

/* @node moved to (@x, @y), of which only a part from @left on of @width and @height shows. */
static void
append_edge (GtkSnapshot *snapshot,
             GskRenderNode *node,
             double x,
             double y,
             double left,
             double width,
             double height)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT ((float) left, 0, (float) width, (float) height));
  gtk_snapshot_append_node (snapshot, node);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_restore (snapshot);
}

/* How far the picture is scrolled away from its names: to the left of 0 where it is mirrored. */
static double
get_offset (EntenteRelationsArea *self)
{
  double value = self->across != NULL ? gtk_adjustment_get_value (self->across) : 0;

  if (!entente_mirror_is_needed (GTK_WIDGET (self)) || self->across == NULL)
    return value;
  return MIN (value + gtk_adjustment_get_page_size (self->across) -
                entente_relations_area_get_span (self),
              0);
}

/* Names stay in sight while the rest scrolls below them. */
static void
snapshot_edges (EntenteRelationsArea *self, GtkSnapshot *snapshot)
{
  double x = get_offset (self);
  double y = self->down != NULL ? gtk_adjustment_get_value (self->down) : 0;
  double head = entente_relations_area_get_head (self);
  double side = entente_relations_area_get_side (self);
  double width = entente_relations_area_get_span (self);
  double height = entente_relations_area_get_height (self);
  double left = entente_mirror_is_needed (GTK_WIDGET (self)) ? width - side : 0;
  GskRenderNode *names = NULL;

  if (side > 0 && (x != 0 || y > 0)) {
    names = ensure_node (self, &self->side, entente_relations_picture_paint_side);
    append_edge (snapshot, names, x, 0, left, side, height);
  }
  if (y > 0 && head > 0)
    append_edge (snapshot,
                 ensure_node (self, &self->head, entente_relations_picture_paint_head),
                 0,
                 y,
                 0,
                 width,
                 head);
  if (names != NULL)
    append_edge (snapshot, names, x, y, left, side, head);
}

void
entente_relations_area_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  EntenteRelationsArea *self = ENTENTE_RELATIONS_AREA (widget);

  entente_relations_area_ensure_picture (self,
                                         gtk_widget_get_width (widget),
                                         gtk_widget_get_height (widget));
  if (self->picture == NULL)
    return;
  gtk_snapshot_append_node (snapshot,
                            ensure_node (self, &self->node, entente_relations_picture_paint));
  snapshot_chosen (self, snapshot);
  for (guint i = 0; i < G_N_ELEMENTS (self->cells); i++)
    gtk_widget_snapshot_child (widget, self->cells[i], snapshot);
  snapshot_edges (self, snapshot);
}
