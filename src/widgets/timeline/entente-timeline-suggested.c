/* The selected suggestion where it would stand: a broken ring in the lane of who did it, "not yet added". It is no mark: nothing counts
 * it, and it goes with the selection. Main thread.
 */
#include "config.h"

#include "entente-suggestion-list.h"
#include "entente-timeline-private.h"

#include <glib/gi18n-lib.h>

#define RING_PX 2.0
#define CLEAR_PX 4.0 /* around the band */
#define WORDS_PX 8.0 /* beside it */
#define LEAST_PX 10.0 /* of a day seen from afar, to each side */
#define EDGE_PX 6.0

typedef struct {
  double x0, x1, x, y; /* reach, place of the glyph, middle; in the widget */
} Place;

static EntenteSuggestionItem *
get_item (EntenteTimeline *self)
{
  return self->session != NULL
           ? entente_suggestion_list_get_selected (entente_session_get_suggestions (self->session))
           : NULL;
}

void
entente_timeline_suggested_follow (EntenteTimeline *self)
{
  g_signal_connect_object (entente_session_get_suggestions (self->session),
                           "notify::selected",
                           G_CALLBACK (gtk_widget_queue_draw),
                           self,
                           G_CONNECT_SWAPPED);
}

/* ---- where ---- */

/* The first lane while it has none of its own. */
static guint
find_lane (EntenteTimeline *self, EntenteId lead)
{
  guint32 actor = entente_chronicle_find_actor (self->chronicle, lead);
  guint lane =
    actor != ENTENTE_NO_INDEX ? entente_lanes_find_actor (self->lanes, actor) : ENTENTE_NO_INDEX;

  return lane == ENTENTE_NO_INDEX ? 0 : lane;
}

static gboolean
find_place (EntenteTimeline *self, EntenteSuggestionItem *item, Place *place)
{
  const EntenteDate *when = entente_suggestion_item_get_when (item);
  guint lane = find_lane (self, entente_suggestion_item_get_lead (item));
  const GdkRectangle *lanes = &self->parts.lanes;
  EntenteSpan window;
  double far = 4.0 * self->scale.width_px;

  if (when == NULL || !entente_date_is_dated (when))
    return FALSE;
  window = entente_date_get_window (when);
  place->x = entente_timescale_to_x (&self->scale, entente_date_get_place (when)) + lanes->x;
  place->x0 = CLAMP (entente_timescale_to_x (&self->scale, window.start), -far, far) + lanes->x;
  place->x1 = CLAMP (entente_timescale_to_x (&self->scale, window.end), -far, far) + lanes->x;
  place->x0 = MIN (place->x0, place->x - LEAST_PX);
  place->x1 = MAX (place->x1, place->x + LEAST_PX);
  place->y = lanes->y + ENTENTE_SCENE_LANE_MIN / 2;
  if (lane < self->scene->n_lanes)
    place->y =
      lanes->y - self->scroll_y + self->scene->lanes[lane].y + self->scene->lanes[lane].height / 2;
  return TRUE;
}

/* ---- drawing ---- */

static void
draw_ring (EntenteTimeline *self, cairo_t *cr, EntenteSuggestionItem *item, const Place *place)
{
  static const double dashes[] = { 5, 3 };
  const GdkRGBA *accent = &self->style.accent;
  double height = timeline_scale (self, ENTENTE_SCENE_BAND) + 2 * CLEAR_PX;
  EntenteGlyph glyph = entente_glyph_for (entente_suggestion_item_get_kind (item),
                                          ENTENTE_EVIDENCE_NONE,
                                          entente_suggestion_item_get_mode (item));

  entente_timeline_trace_pill (cr,
                               place->x0 - CLEAR_PX,
                               place->y - height / 2,
                               place->x1 - place->x0 + 2 * CLEAR_PX,
                               height);
  cairo_set_source_rgba (cr,
                         accent->red,
                         accent->green,
                         accent->blue,
                         self->style.high_contrast ? 0 : 0.15);
  cairo_fill_preserve (cr);
  gdk_cairo_set_source_rgba (cr, accent);
  cairo_set_line_width (cr, RING_PX);
  cairo_set_dash (cr, dashes, 2, 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  entente_timeline_glyphs_draw (self->glyphs,
                                cr,
                                glyph,
                                TRUE,
                                ENTENTE_GLYPH_SIZE_TIMELINE * self->style.text_scale,
                                place->x,
                                place->y,
                                accent,
                                &self->style.ground);
}

/* Behind the ring, or where it is out of view at that edge. */
static void
draw_words (EntenteTimeline *self, GtkSnapshot *snapshot, const Place *place)
{
  const GdkRectangle *lanes = &self->parts.lanes;
  double right = lanes->x + lanes->width;
  gboolean before = place->x1<lanes->x, after = place->x0> right;
  g_autofree char *text = before  ? g_strdup_printf ("◂ %s", _ ("not yet added"))
                          : after ? g_strdup_printf ("%s ▸", _ ("not yet added"))
                                  : g_strdup (_ ("not yet added"));
  double width = entente_timeline_labels_measure (self->labels, ENTENTE_LABEL_PILL, text);
  double x = place->x1 + CLEAR_PX + WORDS_PX;

  if (before)
    x = lanes->x + EDGE_PX;
  else if (after)
    x = right - EDGE_PX - width;
  else if (x + width > right && place->x0 - width > lanes->x)
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

void
entente_timeline_suggested_draw (EntenteTimeline *self, GtkSnapshot *snapshot)
{
  EntenteSuggestionItem *item = get_item (self);
  Place place;
  cairo_t *cr;

  if (item == NULL || self->lanes == NULL || !find_place (self, item, &place))
    return;
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT ((float) self->parts.lanes.x,
                                                       (float) self->parts.lanes.y,
                                                       (float) self->parts.lanes.width,
                                                       (float) self->parts.lanes.height));
  draw_ring (self, cr, item, &place);
  cairo_destroy (cr);
  draw_words (self, snapshot, &place);
}
