/* The marked range: how many moves stand in it, as a pill that zooms to it, and the filter set to
 * it. Main thread. */
#include "config.h"

#include "entente-timeline-private.h"

#include <glib/gi18n-lib.h>

#define PILL_TOP 6.0
#define PILL_PADDING 12.0
#define PILL_MARGIN 4.0

/* Filtered moves whose glyph stands within; @total: all of them. */
static guint
count_moves (EntenteTimeline *self, guint *total)
{
  guint first = entente_lanes_find_time (self->chronicle, self->range.start);
  guint last = entente_lanes_find_time (self->chronicle, self->range.end);

  *total = last - first;
  if (self->filtered == NULL)
    return *total;
  return entente_bitset_rank (self->filtered, last) - entente_bitset_rank (self->filtered, first);
}

static char *
format_pill (EntenteTimeline *self)
{
  guint total, n = count_moves (self, &total);
  g_autofree char *count = g_strdup_printf (_ ("%'u of %'u moves"), n, total);

  return g_strdup_printf ("%s · %s", count, _ ("Zoom to It"));
}

/* In the widget; nothing when no range is in view. */
static graphene_rect_t
get_pill (EntenteTimeline *self, const char *text)
{
  const GdkRectangle *lanes = &self->parts.lanes;
  double x0 = entente_timescale_to_x (&self->scale, self->range.start);
  double x1 = entente_timescale_to_x (&self->scale, self->range.end);
  double width =
    entente_timeline_labels_measure (self->labels, ENTENTE_LABEL_PILL, text) + 2 * PILL_PADDING;
  double middle = (CLAMP (x0, 0, self->scale.width_px) + CLAMP (x1, 0, self->scale.width_px)) / 2;
  double left = CLAMP (middle - width / 2,
                       PILL_MARGIN,
                       MAX (PILL_MARGIN, self->scale.width_px - width - PILL_MARGIN));

  if (!self->has_range || x1 < 0 || x0 > self->scale.width_px)
    return GRAPHENE_RECT_INIT (0, 0, 0, 0);
  return GRAPHENE_RECT_INIT ((float) (lanes->x + left),
                             (float) (lanes->y + PILL_TOP),
                             (float) width,
                             (float) timeline_scale (self, ENTENTE_SCENE_PILL));
}

gboolean
entente_timeline_range_contains (EntenteTimeline *self, double x, double y)
{
  g_autofree char *text = NULL;
  graphene_rect_t pill;

  if (!self->has_range || self->drag == TIMELINE_DRAG_RANGE)
    return FALSE;
  text = format_pill (self);
  pill = get_pill (self, text);
  return graphene_rect_contains_point (&pill, &GRAPHENE_POINT_INIT ((float) x, (float) y));
}

void
entente_timeline_range_draw (EntenteTimeline *self, GtkSnapshot *snapshot)
{
  g_autofree char *text = format_pill (self);
  graphene_rect_t pill = get_pill (self, text);
  GskRoundedRect outline;

  if (pill.size.width < 1)
    return;
  gsk_rounded_rect_init_from_rect (&outline, &pill, pill.size.height / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &self->style.accent, &pill);
  gtk_snapshot_pop (snapshot);
  entente_timeline_labels_draw (self->labels,
                                snapshot,
                                ENTENTE_LABEL_PILL,
                                text,
                                pill.origin.x + PILL_PADDING,
                                pill.origin.y + pill.size.height / 2,
                                0,
                                &self->style.accent_text);
}

/* The range becomes the time of the filter, and the mark, which has said what it had to, goes. */
static void
set_time (EntenteTimeline *self, gboolean surely)
{
  g_autoptr (EntenteQuery) query = NULL;
  EntenteSpan range = self->range, none = { 0, 0 };

  if (!self->has_range || self->session == NULL)
    return;
  query = entente_query_copy (entente_session_get_query (self->session));
  query->has_since = query->has_until = TRUE;
  query->since = range.start;
  query->until = range.end;
  query->surely = surely;
  entente_session_set_query (self->session, query);
  entente_timeline_feed_set_range (self, FALSE, none);
}

void
entente_timeline_range_only_surely (EntenteTimeline *self)
{
  set_time (self, TRUE);
}

void
entente_timeline_range_only_possibly (EntenteTimeline *self)
{
  set_time (self, FALSE);
}
