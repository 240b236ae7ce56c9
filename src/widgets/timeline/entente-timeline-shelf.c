/* The shelf of moves without a place on the axis: chips with glyph, title and bounds in words. Kept
 * as one node until what it shows changes. Main thread.
 */
#include "config.h"

#include "entente-timeline-private.h"

#include <glib/gi18n-lib.h>

#define CHIP_HEIGHT 26.0 /* with text of the usual size */
#define RADIUS 6.0
#define GLYPH_X 16.0

static void
trace_chip (cairo_t *cr, double x, double y, double width, double height, double radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

/* From one chip to the one that answers it. */
static void
draw_arrow (EntenteTimeline *self, cairo_t *cr, double x, double y)
{
  gdk_cairo_set_source_rgba (cr, &self->style.dim);
  cairo_set_line_width (cr, 2);
  cairo_move_to (cr, x + 1, y + 6);
  cairo_line_to (cr, x + 1, y + 1);
  cairo_curve_to (cr, x + 1, y - 2, x + 3, y - 3, x + 6, y - 3);
  cairo_line_to (cr, x + 15, y - 3);
  cairo_move_to (cr, x + 11, y - 7);
  cairo_line_to (cr, x + 15, y - 3);
  cairo_line_to (cr, x + 11, y + 1);
  cairo_stroke (cr);
}

static void
draw_chip (EntenteTimeline *self, cairo_t *cr, const EntenteSceneChip *chip, double middle)
{
  GdkRGBA colour =
    chip->ghost ? self->style.ghost : entente_timeline_get_colour (self, chip->body, chip->hue);
  double height = timeline_scale (self, CHIP_HEIGHT), top = middle - height / 2;

  trace_chip (cr, chip->x, top, chip->width, height, RADIUS);
  gdk_cairo_set_source_rgba (cr, &self->style.chip);
  cairo_fill_preserve (cr);
  if (self->style.high_contrast) {
    gdk_cairo_set_source_rgba (cr, &self->style.dim);
    cairo_set_line_width (cr, 2);
    cairo_stroke (cr);
  }
  cairo_new_path (cr);
  if (chip->selected) {
    trace_chip (cr, chip->x - 3, top - 3, chip->width + 6, height + 6, RADIUS + 3);
    gdk_cairo_set_source_rgba (cr, &self->style.accent);
    cairo_set_line_width (cr, 2);
    cairo_stroke (cr);
  }
  if (chip->answers_previous)
    draw_arrow (self, cr, chip->x - 22, middle);
  entente_timeline_glyphs_draw (self->glyphs,
                                cr,
                                chip->glyph,
                                FALSE,
                                ENTENTE_GLYPH_SIZE_TIMELINE,
                                chip->x + GLYPH_X,
                                middle,
                                &colour,
                                &self->style.chip);
}

static void
draw_chips (EntenteTimeline *self, GtkSnapshot *snapshot)
{
  const GdkRectangle *shelf = &self->parts.shelf;
  double middle = shelf->height / 2.0;
  cairo_t *cr = gtk_snapshot_append_cairo (
    snapshot,
    &GRAPHENE_RECT_INIT (0, 0, (float) shelf->width, (float) shelf->height));

  for (guint i = 0; i < self->scene->n_chips; i++)
    draw_chip (self, cr, &self->scene->chips[i], middle);
  cairo_destroy (cr);
  for (guint i = 0; i < self->scene->n_chips; i++) {
    const EntenteSceneChip *chip = &self->scene->chips[i];

    entente_timeline_labels_draw (self->labels,
                                  snapshot,
                                  ENTENTE_LABEL_CHIP,
                                  chip->text,
                                  chip->text_x,
                                  middle,
                                  0,
                                  &self->style.text);
    if (*chip->note != '\0')
      entente_timeline_labels_draw (self->labels,
                                    snapshot,
                                    ENTENTE_LABEL_CHIP_NOTE,
                                    chip->note,
                                    chip->note_x,
                                    middle,
                                    0,
                                    &self->style.dim);
  }
}

/* "2 more" behind the last chip that fits. */
static void
draw_rest (EntenteTimeline *self, GtkSnapshot *snapshot)
{
  const EntenteScene *scene = self->scene;
  guint n = scene->n_shelf - scene->n_chips;
  double x = scene->n_chips > 0
               ? scene->chips[scene->n_chips - 1].x + scene->chips[scene->n_chips - 1].width
               : 0;
  g_autofree char *text = NULL;

  if (n == 0)
    return;
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u more", "%'u more", n), n);
  entente_timeline_labels_draw (self->labels,
                                snapshot,
                                ENTENTE_LABEL_CHIP_NOTE,
                                text,
                                x + 10,
                                self->parts.shelf.height / 2.0,
                                0,
                                &self->style.dim);
}

static GskRenderNode *
make_node (EntenteTimeline *self)
{
  const GdkRectangle *shelf = &self->parts.shelf;
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT ((float) shelf->x,
                                               (float) shelf->y,
                                               (float) shelf->width,
                                               (float) shelf->height));
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) shelf->x, (float) shelf->y));
  gtk_snapshot_append_color (
    snapshot,
    &self->style.ground,
    &GRAPHENE_RECT_INIT (0, 0, (float) shelf->width, (float) shelf->height));
  gtk_snapshot_append_color (snapshot,
                             &self->style.line,
                             &GRAPHENE_RECT_INIT (0, 0, (float) shelf->width, 1));
  draw_chips (self, snapshot);
  draw_rest (self, snapshot);
  gtk_snapshot_pop (snapshot);
  return gtk_snapshot_free_to_node (snapshot);
}

void
entente_timeline_draw_shelf (EntenteTimeline *self, GtkSnapshot *snapshot)
{
  if (self->parts.shelf.height == 0)
    return;
  if (self->shelf_node == NULL)
    self->shelf_node = make_node (self);
  gtk_snapshot_append_node (snapshot, self->shelf_node);
}
