/* The event over which the pointer rests: told to the other panes from here, and lit here when it
 * rests on its words. An outline and nothing else: it does not scroll, select or count. Main
 * thread.
 */
#include "config.h"

#include "entente-hover.h"
#include "entente-timeline-private.h"

#include <math.h>

#define ROOM 4.0
#define WIDTH 1.5

/* The row at a point; a chip of the shelf too. ENTENTE_NO_INDEX: none. */
static guint32
find_row (EntenteTimeline *self, double x, double y)
{
  const GdkRectangle *shelf = &self->parts.shelf;
  int chip = y >= shelf->y && y < shelf->y + shelf->height
               ? entente_hit_find_chip (self->scene, x - shelf->x)
               : -1;

  return chip >= 0 ? self->scene->chips[chip].row : entente_timeline_hit (self, x, y).row;
}

void
entente_timeline_hover_move (EntenteTimeline *self, double x, double y)
{
  guint32 row = self->drag == TIMELINE_DRAG_NONE && self->lanes != NULL ? find_row (self, x, y)
                                                                        : ENTENTE_NO_INDEX;

  entente_hover_tell (GTK_WIDGET (self),
                      self->session,
                      row != ENTENTE_NO_INDEX ? entente_chronicle_get_id (self->chronicle, row)
                                              : ENTENTE_ID_NONE);
}

void
entente_timeline_hover_leave (EntenteTimeline *self)
{
  entente_timeline_hint_leave (self);
  entente_hover_tell (GTK_WIDGET (self), NULL, ENTENTE_ID_NONE);
}

/* ---- lit ---- */

static void
draw_outline (EntenteTimeline *self, GtkSnapshot *snapshot, graphene_rect_t rect)
{
  float width = (float) (self->style.high_contrast ? 2 : WIDTH);
  float widths[4] = { width, width, width, width };
  GdkRGBA colour = self->style.text;
  GdkRGBA colours[4] = { colour, colour, colour, colour };
  GskRoundedRect outline;

  graphene_rect_inset (&rect, (float) -ROOM, (float) -ROOM);
  gsk_rounded_rect_init_from_rect (&outline, &rect, rect.size.height / 2);
  gtk_snapshot_append_border (snapshot, &outline, widths, colours);
}

static graphene_rect_t
make_rect (double x, double y, double width, double height)
{
  return GRAPHENE_RECT_INIT ((float) (x - width / 2),
                             (float) (y - height / 2),
                             (float) width,
                             (float) height);
}

/* All marks of a joint move, both readings of a date that has two, and the date from which it was
 * put off. */
static gboolean
draw_marks (EntenteTimeline *self, GtkSnapshot *snapshot, guint32 row)
{
  gboolean found = FALSE;

  for (guint i = 0; i < self->scene->n_marks; i++) {
    const EntenteSceneMark *mark = &self->scene->marks[i];

    if (mark->row != row)
      continue;
    draw_outline (
      self,
      snapshot,
      make_rect (mark->x, mark->y, ENTENTE_GLYPH_SIZE_TIMELINE, ENTENTE_GLYPH_SIZE_TIMELINE));
    found |= !(mark->flags & ENTENTE_MARK_OLD);
  }
  return found;
}

/* Without a mark it is in a bundle, or in a bar at the bottom of its lane. */
static void
draw_together (EntenteTimeline *self, GtkSnapshot *snapshot, guint32 row)
{
  const EntenteSceneBundle *bundle = entente_scene_find_bundle (self->scene, self->lanes, row);
  guint lane = entente_lanes_find_row (self->lanes, row);
  double x =
    entente_timescale_to_x (&self->scale, entente_scene_get_glyph_time (self->chronicle, row));

  if (bundle != NULL)
    draw_outline (self,
                  snapshot,
                  make_rect (bundle->x,
                             bundle->y,
                             bundle->width,
                             ENTENTE_SCENE_PILL * self->scene->text_scale - 4));
  else if (lane < self->scene->n_lanes)
    draw_outline (
      self,
      snapshot,
      make_rect (x,
                 self->scene->lanes[lane].y + self->scene->lanes[lane].height - 3 * ROOM,
                 ENTENTE_SCENE_BAR,
                 4 * ROOM));
}

/* Rows of what the pointer rests on, and of what a suggestion is the same as; without those that do
 * not show. */
static guint
list_lit (EntenteTimeline *self, guint32 rows[2])
{
  EntenteId events[2];
  guint n = 0;

  if (self->session == NULL || self->lanes == NULL)
    return 0;
  events[0] = entente_session_get_hovered_event (self->session);
  events[1] = entente_session_get_outlined_event (self->session);
  for (guint i = 0; i < G_N_ELEMENTS (events); i++) {
    guint32 row = events[i] != ENTENTE_ID_NONE
                    ? entente_chronicle_find_row (self->chronicle, events[i])
                    : ENTENTE_NO_INDEX;

    if (row != ENTENTE_NO_INDEX && (n == 0 || rows[0] != row))
      rows[n++] = row;
  }
  return n;
}

static void
draw_in_lanes (EntenteTimeline *self, GtkSnapshot *snapshot)
{
  guint32 rows[2];
  guint n = list_lit (self, rows);

  for (guint i = 0; i < n; i++)
    if (!draw_marks (self, snapshot, rows[i]) &&
        !entente_lane_index_is_on_shelf (self->index, rows[i]))
      draw_together (self, snapshot, rows[i]);
}

static void
draw_chip (EntenteTimeline *self, GtkSnapshot *snapshot, guint32 row)
{
  const GdkRectangle *shelf = &self->parts.shelf;

  for (guint i = 0; i < self->scene->n_chips && shelf->height > 0; i++) {
    const EntenteSceneChip *chip = &self->scene->chips[i];

    if (chip->row == row)
      draw_outline (self,
                    snapshot,
                    make_rect (shelf->x + chip->x + chip->width / 2,
                               shelf->y + shelf->height / 2.0,
                               chip->width,
                               shelf->height - 4 * ROOM));
  }
}

void
entente_timeline_hover_draw (EntenteTimeline *self, GtkSnapshot *snapshot)
{
  guint32 rows[2];
  guint n = list_lit (self, rows);

  if (n == 0)
    return;
  entente_timeline_pinned_snapshot (self, snapshot, draw_in_lanes);
  for (guint i = 0; i < n; i++)
    draw_chip (self, snapshot, rows[i]);
}
