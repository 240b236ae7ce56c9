/* The lanes as one opaque picture that goes to the screen through one Cairo node, which replaces
 * what was there. Two pictures take turns, since the renderer still holds the last one; a third
 * while an old one fades. Main thread.
 */
#include "config.h"

#include "entente-timeline-private.h"

/* One that is there, if possible. */
static guint
find_next (EntenteTimeline *self)
{
  guint next = ENTENTE_TIMELINE_N_IMAGES;

  for (guint i = 0; i < ENTENTE_TIMELINE_N_IMAGES; i++)
    if (i != self->image && i != self->held_image &&
        (next == ENTENTE_TIMELINE_N_IMAGES ||
         (self->images[next] == NULL && self->images[i] != NULL)))
      next = i;
  return next;
}

static cairo_surface_t *
get_image (EntenteTimeline *self)
{
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  int width = self->parts.lanes.width * scale, height = self->parts.lanes.height * scale;
  cairo_surface_t **image;

  self->image = find_next (self);
  image = &self->images[self->image];
  if (*image != NULL && (cairo_image_surface_get_width (*image) != width ||
                         cairo_image_surface_get_height (*image) != height))
    g_clear_pointer (image, cairo_surface_destroy);
  if (*image == NULL) {
    *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
    cairo_surface_set_device_scale (*image, scale, scale);
  }
  return *image;
}

/* ---- as a source ---- */

static cairo_surface_t *
acquire_cb (cairo_pattern_t *pattern,
            gpointer image,
            cairo_surface_t *target,
            const cairo_rectangle_int_t *extents)
{
  return cairo_surface_reference (image);
}

static void
release_cb (cairo_pattern_t *pattern, gpointer image, cairo_surface_t *acquired)
{
  cairo_surface_destroy (acquired);
}

static cairo_status_t
copy_cb (cairo_pattern_t *pattern, gpointer image, const cairo_pattern_t *other)
{
  cairo_surface_reference (image);
  return CAIRO_STATUS_SUCCESS;
}

static void
finish_cb (cairo_pattern_t *pattern, gpointer image)
{
  cairo_surface_destroy (image);
}

/* A node records what is drawn, and would keep a surface as it is now: Cairo copies all of it as
 * soon as the next picture is drawn there. Nobody draws a node of two frames ago, so it is asked
 * for the picture when it is drawn instead. */
static cairo_pattern_t *
make_source (cairo_surface_t *image, double x, double y)
{
  cairo_pattern_t *source =
    cairo_pattern_create_raster_source (cairo_surface_reference (image),
                                        CAIRO_CONTENT_COLOR,
                                        cairo_image_surface_get_width (image),
                                        cairo_image_surface_get_height (image));
  double scale = 1, scale_y = 1;
  cairo_matrix_t matrix;

  cairo_raster_source_pattern_set_acquire (source, acquire_cb, release_cb);
  cairo_raster_source_pattern_set_copy (source, copy_cb);
  cairo_raster_source_pattern_set_finish (source, finish_cb);
  cairo_surface_get_device_scale (image, &scale, &scale_y);
  cairo_matrix_init_scale (&matrix, scale, scale);
  cairo_matrix_translate (&matrix, -x, -y);
  cairo_pattern_set_matrix (source, &matrix);
  cairo_pattern_set_filter (source, CAIRO_FILTER_NEAREST); /* pixel for pixel */
  return source;
}

GskRenderNode *
entente_timeline_make_image_node (EntenteTimeline *self)
{
  const GdkRectangle *lanes = &self->parts.lanes;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) lanes->x,
                                               (float) lanes->y,
                                               (float) lanes->width,
                                               (float) lanes->height);
  GskRenderNode *node = gsk_cairo_node_new (&bounds);
  cairo_surface_t *image = get_image (self);
  cairo_pattern_t *source = make_source (image, lanes->x, lanes->y);
  cairo_t *cr = cairo_create (image);

  entente_timeline_draw_image (self, cr);
  cairo_destroy (cr);
  entente_timeline_pinned_draw (self, image);
  cr = gsk_cairo_node_get_draw_context (node);
  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  cairo_set_source (cr, source);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_pattern_destroy (source);
  return node;
}
