/* A move that is not there yet, where it would stand: a broken ring in the lane of each who would
 * do it, "not yet added"; its other readings thinner, and named. What has no lane yet has a strip
 * of its own at the bottom, with the name that its lane would have, and what has no date stands on
 * the shelf. It is no mark: nothing counts it. Main thread.
 */
#include "config.h"

#include "entente-timeline-private.h"

#include <glib/gi18n-lib.h>

#define RING_PX 2.0
#define THIN_PX 1.0
#define CLEAR_PX 4.0 /* around the band */
#define WORDS_PX 8.0 /* beside it */
#define LEAST_PX 10.0 /* of a day seen from afar, to each side */
#define EDGE_PX 6.0
#define LINE_PX 16.0
#define STRIP_PX 40.0

typedef struct {
  double x0, x1, x, y; /* reach, place of the glyph, middle */
} Place;

static const double dashes[] = { 5, 3 };

/* In lanes whose left edge is at 0. */
static Place
get_place (EntenteTimeline *self, const EntenteTimelineReading *reading, double y)
{
  double far = 4.0 * self->scale.width_px;
  Place place = { .x = entente_timescale_to_x (&self->scale, reading->place), .y = y };

  place.x = CLAMP (place.x, -far, far);
  place.x0 = CLAMP (entente_timescale_to_x (&self->scale, reading->window.start), -far, far);
  place.x1 = CLAMP (entente_timescale_to_x (&self->scale, reading->window.end), -far, far);
  place.x0 = MIN (place.x0, place.x - LEAST_PX);
  place.x1 = MAX (place.x1, place.x + LEAST_PX);
  return place;
}

/* ---- pieces ---- */

static void
draw_glyph (EntenteTimeline *self, cairo_t *cr, const EntenteTimelinePlan *plan, double x, double y)
{
  if (plan->kind == NULL)
    return;
  entente_timeline_glyphs_draw (self->glyphs,
                                cr,
                                entente_glyph_for (plan->kind, ENTENTE_EVIDENCE_NONE, plan->mode),
                                TRUE,
                                ENTENTE_GLYPH_SIZE_TIMELINE * self->style.text_scale,
                                x,
                                y,
                                &self->style.accent,
                                &self->style.ground);
}

static void
draw_ring (EntenteTimeline *self, cairo_t *cr, const Place *place, double width_px)
{
  GdkRGBA tint = self->style.accent;
  double height = timeline_scale (self, ENTENTE_SCENE_BAND) + 2 * CLEAR_PX;

  tint.alpha = self->style.high_contrast || width_px < RING_PX ? 0 : 0.15f;
  entente_timeline_trace_pill (cr,
                               place->x0 - CLEAR_PX,
                               place->y - height / 2,
                               place->x1 - place->x0 + 2 * CLEAR_PX,
                               height);
  gdk_cairo_set_source_rgba (cr, &tint);
  cairo_fill_preserve (cr);
  gdk_cairo_set_source_rgba (cr, &self->style.accent);
  cairo_set_line_width (cr, width_px);
  cairo_set_dash (cr, dashes, 2, 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

/* With a sign of where it is when it is out of view. */
static char *
point_at (EntenteTimeline *self, const char *words, gboolean before, gboolean after)
{
  if (!before && !after)
    return g_strdup (words);
  return before != self->style.mirrored ? g_strdup_printf ("◂ %s", words)
                                        : g_strdup_printf ("%s ▸", words);
}

/* Behind the ring, or at the edge behind which it is out of view. */
static void
draw_words (EntenteTimeline *self, GtkSnapshot *snapshot, const char *words, const Place *place)
{
  double right = self->scale.width_px;
  gboolean before = place->x1<0, after = place->x0> right;
  g_autofree char *text = point_at (self, words, before, after);
  double width = entente_timeline_labels_measure (self->labels, ENTENTE_LABEL_PILL, text);
  double x = place->x1 + CLEAR_PX + WORDS_PX;

  if (before)
    x = EDGE_PX;
  else if (after)
    x = right - EDGE_PX - width;
  else if (x + width > right && place->x0 - width > 0)
    x = place->x0 - CLEAR_PX - WORDS_PX - width;
  entente_timeline_labels_draw (self->labels,
                                snapshot,
                                ENTENTE_LABEL_PILL,
                                text,
                                x,
                                place->y,
                                0,
                                &self->style.accent);
}

/* Before the ring, where there is room. */
static void
draw_title (EntenteTimeline *self, GtkSnapshot *snapshot, const char *title, const Place *place)
{
  double width =
    title != NULL
      ? entente_timeline_labels_measure (self->labels, ENTENTE_LABEL_TITLE_STRONG, title)
      : 0;
  double x = place->x0 - CLEAR_PX - WORDS_PX - width;

  if (width > 0 && x > 0 && place->x0 < self->scale.width_px)
    entente_timeline_labels_draw (self->labels,
                                  snapshot,
                                  ENTENTE_LABEL_TITLE_STRONG,
                                  title,
                                  x,
                                  place->y,
                                  0,
                                  &self->style.text);
}

/* ---- readings ---- */

static void
draw_rings (EntenteTimeline *self, cairo_t *cr, const EntenteTimelinePlan *plan, double y)
{
  for (guint i = plan->readings->len; i > 0; i--) {
    Place place =
      get_place (self, &g_array_index (plan->readings, EntenteTimelineReading, i - 1), y);

    draw_ring (self, cr, &place, i == 1 || plan->is_open ? RING_PX : THIN_PX);
    if (i == 1 || plan->is_open)
      draw_glyph (self, cr, plan, place.x, y);
  }
}

/* Those that are out of view on the same side, or whose words would meet, stand below each other.
 */
static void
draw_other_words (EntenteTimeline *self,
                  GtkSnapshot *snapshot,
                  const EntenteTimelinePlan *plan,
                  double y)
{
  for (guint i = 1; i < plan->readings->len; i++) {
    const EntenteTimelineReading *reading =
      &g_array_index (plan->readings, EntenteTimelineReading, i);
    /* TRANSLATORS: beside the place where an event would stand if its words meant this other date
     */
    g_autofree char *words = g_strdup_printf (_ ("other reading: %s"), reading->words);
    Place place = get_place (self, reading, y);

    place.y += (i - 1) * timeline_scale (self, LINE_PX);
    draw_words (self, snapshot, words, &place);
  }
}

/* In the lane whose middle is at @y; the origin is in the corner of the lanes. */
static void
draw_at (EntenteTimeline *self,
         GtkSnapshot *snapshot,
         const EntenteTimelinePlan *plan,
         double y,
         gboolean with_words)
{
  Place first = get_place (self, &g_array_index (plan->readings, EntenteTimelineReading, 0), y);
  double height = timeline_scale (self, STRIP_PX);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot,
                                           &GRAPHENE_RECT_INIT (0,
                                                                (float) (y - height / 2),
                                                                (float) self->parts.lanes.width,
                                                                (float) height));

  draw_rings (self, cr, plan, y);
  cairo_destroy (cr);
  if (!with_words)
    return;
  draw_title (self, snapshot, plan->title, &first);
  draw_words (self, snapshot, _ ("not yet added"), &first);
  draw_other_words (self, snapshot, plan, y);
}

/* ---- lanes ---- */

static void
draw_in_lanes (EntenteTimeline *self, GtkSnapshot *snapshot)
{
  g_autoptr (EntenteTimelinePlan) plan = entente_timeline_plan_find (self);
  gboolean said = FALSE;

  for (guint i = 0; i < plan->homes->len; i++) {
    guint lane = g_array_index (plan->homes, EntenteTimelineHome, i).lane;

    if (lane >= self->scene->n_lanes)
      continue;
    draw_at (self,
             snapshot,
             plan,
             self->scene->lanes[lane].y + self->scene->lanes[lane].height / 2,
             !said);
    said = TRUE;
  }
}

/* Scrolled out of view, or under the pinned ones. */
static gboolean
is_in_sight (EntenteTimeline *self, guint lane)
{
  double y = lane < self->scene->n_lanes
               ? self->scene->lanes[lane].y + self->scene->lanes[lane].height / 2 -
                   entente_timeline_pinned_get_scroll (self, lane)
               : -1;
  double top = entente_timeline_pinned_get_scroll (self, lane) == self->scroll_y
                 ? entente_timeline_pinned_get_height (self)
                 : 0;

  return y >= top && y <= self->parts.lanes.height;
}

/* Those whose lane is not there, one behind the other; NULL when all are. */
static char *
join_missing (const EntenteTimelinePlan *plan)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < plan->homes->len; i++) {
    const EntenteTimelineHome *home = &g_array_index (plan->homes, EntenteTimelineHome, i);

    if (home->lane != ENTENTE_NO_INDEX)
      continue;
    if (names->len > 0)
      g_string_append (names, _ (", "));
    g_string_append (names, home->name != NULL ? home->name : _ ("without a name"));
  }
  return names->len > 0 ? g_string_free (g_steal_pointer (&names), FALSE) : NULL;
}

/* What stands over the strip; NULL when all is said in the lanes. */
static char *
format_strip (EntenteTimeline *self, const EntenteTimelinePlan *plan)
{
  g_autofree char *missing = join_missing (plan);

  if (plan->readings->len == 0)
    return NULL;
  if (missing != NULL)
    /* TRANSLATORS: over a strip below the lanes: the event would stand in the lane of that name,
     * which does not show */
    return g_strdup_printf (_ ("in a lane of its own: %s"), missing);
  for (guint i = 0; i < plan->homes->len; i++)
    if (is_in_sight (self, g_array_index (plan->homes, EntenteTimelineHome, i).lane))
      return NULL;
  /* TRANSLATORS: over a strip below the lanes: the event would stand in the lane of that name, to
   * which one has to scroll */
  return g_strdup_printf (
    _ ("in a lane out of sight: %s"),
    entente_lanes_get_name (self->lanes, g_array_index (plan->homes, EntenteTimelineHome, 0).lane));
}

/* Below the last lane, else over the bottom of those in view. */
GdkRectangle
entente_timeline_suggested_get_strip (EntenteTimeline *self, const EntenteTimelinePlan *plan)
{
  const GdkRectangle *lanes = &self->parts.lanes;
  g_autofree char *title = format_strip (self, plan);
  int height = (int) timeline_scale (self, STRIP_PX);
  int below = (int) (self->scene->height - self->scroll_y);

  if (title == NULL)
    return (GdkRectangle){ 0, 0, 0, 0 };
  return (GdkRectangle){ lanes->x,
                         lanes->y + CLAMP (below, 0, MAX (lanes->height - height, 0)),
                         lanes->width,
                         height };
}

static void
draw_strip (EntenteTimeline *self, GtkSnapshot *snapshot, const EntenteTimelinePlan *plan)
{
  GdkRectangle strip = entente_timeline_suggested_get_strip (self, plan);
  g_autofree char *title = format_strip (self, plan);
  double size = timeline_scale (self, LINE_PX) / 2;

  if (strip.height == 0)
    return;
  timeline_append_rect (snapshot, &self->style.ground, strip.x, strip.y, strip.width, strip.height);
  timeline_append_rect (snapshot, &self->style.accent, strip.x, strip.y, strip.width, THIN_PX);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) strip.x, (float) strip.y));
  draw_at (self, snapshot, plan, strip.height - size - CLEAR_PX, TRUE);
  entente_timeline_labels_draw (self->labels,
                                snapshot,
                                ENTENTE_LABEL_PILL,
                                title,
                                EDGE_PX,
                                size,
                                strip.width - 2 * EDGE_PX,
                                &self->style.text);
  gtk_snapshot_restore (snapshot);
}

void
entente_timeline_suggested_draw (EntenteTimeline *self, GtkSnapshot *snapshot)
{
  g_autoptr (EntenteTimelinePlan) plan = entente_timeline_plan_find (self);

  if (plan == NULL || plan->readings->len == 0)
    return;
  entente_timeline_pinned_snapshot (self, snapshot, draw_in_lanes);
  draw_strip (self, snapshot, plan);
}

/* ---- the shelf ---- */

/* Of the shelf, of the count that it has folded into, or the end of the lanes where there is
 * neither. */
static GdkRectangle
get_shelf (EntenteTimeline *self)
{
  const GdkRectangle *lanes = &self->parts.lanes;
  int height = (int) timeline_scale (self, ENTENTE_SCENE_LANE_MIN);

  if (self->parts.shelf.height > 0)
    return self->parts.shelf;
  return (GdkRectangle){ lanes->x,
                         lanes->y + MAX (lanes->height - height, 0),
                         lanes->width,
                         MIN (height, lanes->height) };
}

/* Behind the last chip, else over the end. */
void
entente_timeline_suggested_draw_on_shelf (EntenteTimeline *self, GtkSnapshot *snapshot)
{
  g_autoptr (EntenteTimelinePlan) plan = entente_timeline_plan_find (self);
  GdkRectangle shelf = get_shelf (self);
  const EntenteSceneChip *last = self->scene->n_chips > 0 && self->parts.shelf.height > 0
                                   ? &self->scene->chips[self->scene->n_chips - 1]
                                   : NULL;
  g_autofree char *text = NULL;
  double width, x, y = shelf.y + shelf.height / 2.0, glyph = 2 * LEAST_PX;
  Place place;
  cairo_t *cr;

  if (plan == NULL || plan->readings->len > 0)
    return;
  text = g_strdup_printf (C_ ("suggested, undated", "%s, %s"),
                          plan->title != NULL ? plan->title : _ ("undated"),
                          _ ("not yet added"));
  width = MIN (entente_timeline_labels_measure (self->labels, ENTENTE_LABEL_PILL, text) + glyph +
                 2 * WORDS_PX,
               shelf.width - 2 * EDGE_PX);
  x = shelf.x + (last != NULL ? last->x + last->width : 0) + 2 * EDGE_PX;
  x = MAX (shelf.x, MIN (x, shelf.x + shelf.width - width - EDGE_PX));
  place = (Place){ x + CLEAR_PX, x + width - CLEAR_PX, x + WORDS_PX + LEAST_PX, y };
  timeline_append_rect (snapshot, &self->style.ground, x, shelf.y + 2, width, shelf.height - 4);
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT ((float) shelf.x,
                                                       (float) shelf.y,
                                                       (float) shelf.width,
                                                       (float) shelf.height));
  draw_ring (self, cr, &place, RING_PX);
  draw_glyph (self, cr, plan, place.x, y);
  cairo_destroy (cr);
  entente_timeline_labels_draw (self->labels,
                                snapshot,
                                ENTENTE_LABEL_PILL,
                                text,
                                x + WORDS_PX + glyph,
                                y,
                                width - glyph - WORDS_PX,
                                &self->style.accent);
}
