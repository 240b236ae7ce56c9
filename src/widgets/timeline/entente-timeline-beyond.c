/* Where the thread of the selection goes on out of sight: in lanes above or below those in view, or
 * in hidden ones. A pill at the edge with a count; a click leads there. Main thread.
 */
#include "config.h"

#include "entente-timeline-private.h"

#include <glib/gi18n-lib.h>

#define THREAD_MAX 200
#define MARGIN 8.0
#define SCROLL_ROOM 8.0 /* the bar of the position is there */
#define PADDING 12.0

typedef enum { ABOVE, BELOW, HIDDEN, N_BEYOND } Where;

typedef struct {
  guint n[N_BEYOND];
  guint32 nearest[N_BEYOND]; /* row to which a click leads */
  double y[N_BEYOND]; /* of that */
} Beyond;

static gboolean
passes (EntenteTimeline *self, guint32 row)
{
  return self->filtered == NULL || entente_bitset_contains (self->filtered, row);
}

/* Of its mark, else of the middle of its lane. */
static double
get_y (EntenteTimeline *self, guint32 row, guint lane)
{
  const EntenteSceneMark *mark = entente_scene_find_mark (self->scene, row);

  return mark != NULL ? mark->y : self->scene->lanes[lane].y + self->scene->lanes[lane].height / 2;
}

static void
add (Beyond *beyond, Where where, guint32 row, double y)
{
  gboolean nearer =
    beyond->n[where] == 0 || (where == ABOVE ? y > beyond->y[where] : y < beyond->y[where]);

  beyond->n[where]++;
  if (!nearer)
    return;
  beyond->nearest[where] = row;
  beyond->y[where] = y;
}

static void
add_row (EntenteTimeline *self, Beyond *beyond, guint32 row)
{
  guint lane = entente_lanes_find_row (self->lanes, row);
  double y;

  if (entente_lane_index_is_on_shelf (self->index, row) || !passes (self, row))
    return;
  if (lane >= self->scene->n_lanes) {
    add (beyond, HIDDEN, row, 0);
    return;
  }
  if (entente_timeline_pinned_get_scroll (self, lane) != self->scroll_y)
    return;
  y = get_y (self, row, lane);
  if (y < self->scroll_y + entente_timeline_pinned_get_height (self))
    add (beyond, ABOVE, row, y);
  else if (y > self->scroll_y + self->parts.lanes.height)
    add (beyond, BELOW, row, y);
}

static Beyond
find (EntenteTimeline *self)
{
  Beyond beyond = { 0 };
  guint32 selected = entente_timeline_feed_get_selected_row (self);
  g_autoptr (GArray) thread = NULL;

  if (self->links == ENTENTE_SCENE_LINKS_NONE || self->lanes == NULL ||
      selected == ENTENTE_NO_INDEX)
    return beyond;
  thread = entente_chronicle_get_thread (self->chronicle, selected, THREAD_MAX);
  for (guint i = 0; thread != NULL && i < thread->len; i++)
    if (g_array_index (thread, guint, i) != selected)
      add_row (self, &beyond, g_array_index (thread, guint, i));
  return beyond;
}

/* NULL: nothing is there. */
static char *
format (const Beyond *beyond, Where where)
{
  guint n = beyond->n[where];

  if (n == 0)
    return NULL;
  if (where == ABOVE)
    /* TRANSLATORS: at the upper edge of the lanes: moves linked with the selected one stand in
     * lanes farther up */
    return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "↑ %'u move of this thread", "↑ %'u moves of this thread", n),
      n);
  if (where == BELOW)
    return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "↓ %'u move of this thread", "↓ %'u moves of this thread", n),
      n);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%'u move of this thread in hidden lanes",
                                       "%'u moves of this thread in hidden lanes",
                                       n),
                          n);
}

/* Above at the upper edge, the others at the lower one, where that of hidden lanes stands over the
 * other. */
static graphene_rect_t
get_pill (EntenteTimeline *self, const Beyond *beyond, Where where, const char *text)
{
  const GdkRectangle *lanes = &self->parts.lanes;
  double width =
    entente_timeline_labels_measure (self->labels, ENTENTE_LABEL_PILL, text) + 2 * PADDING;
  double height = timeline_scale (self, ENTENTE_SCENE_PILL);
  double top = lanes->y + entente_timeline_pinned_get_height (self) + MARGIN;

  if (where != ABOVE)
    top = lanes->y + lanes->height - height - MARGIN;
  if (where == HIDDEN && beyond->n[BELOW] > 0)
    top -= height + MARGIN;
  return GRAPHENE_RECT_INIT ((float) (lanes->x + lanes->width - width - MARGIN - SCROLL_ROOM),
                             (float) top,
                             (float) width,
                             (float) height);
}

void
entente_timeline_beyond_draw (EntenteTimeline *self, GtkSnapshot *snapshot)
{
  Beyond beyond = find (self);

  for (guint where = 0; where < N_BEYOND; where++) {
    g_autofree char *text = format (&beyond, where);
    graphene_rect_t pill;

    if (text == NULL)
      continue;
    pill = get_pill (self, &beyond, where, text);
    entente_timeline_draw_pill (self,
                                snapshot,
                                text,
                                pill.origin.x,
                                pill.origin.y,
                                pill.size.height,
                                PADDING);
  }
}

/* N_BEYOND: none is at the point. */
static guint
find_at (EntenteTimeline *self, const Beyond *beyond, double x, double y)
{
  for (guint where = 0; where < N_BEYOND; where++) {
    g_autofree char *text = format (beyond, where);
    graphene_rect_t pill;

    if (text == NULL)
      continue;
    pill = get_pill (self, beyond, where, text);
    if (graphene_rect_contains_point (&pill, &GRAPHENE_POINT_INIT ((float) x, (float) y)))
      return where;
  }
  return N_BEYOND;
}

gboolean
entente_timeline_beyond_contains (EntenteTimeline *self, double x, double y)
{
  Beyond beyond = find (self);

  return find_at (self, &beyond, x, y) != N_BEYOND;
}

void
entente_timeline_beyond_follow (EntenteTimeline *self, double x, double y)
{
  Beyond beyond = find (self);
  guint where = find_at (self, &beyond, x, y);

  if (where == HIDDEN)
    entente_timeline_hidden_list (self);
  else if (where != N_BEYOND)
    entente_timeline_view_reveal_row (self, beyond.nearest[where], ENTENTE_NO_INDEX);
}
