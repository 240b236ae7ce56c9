/* Turning points and rounds on the timeline: how they are drawn, what their tips say, and what a
 * click on a flag does. Main thread.
 */
#include "config.h"

#include "entente-round-form.h"
#include "entente-rounds.h"
#include "entente-timeline-private.h"
#include "entente-turning-point-form.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define RULE_WIDTH 1.5
#define DOT 2
#define GAP 3
#define FLAG 8.0 /* height of the pennant */
#define TICK 4.0 /* of the ends of the bracket */
#define ROUND_LABEL_Y 7.0

static double
get_line_height (EntenteTimeline *self)
{
  return timeline_scale (self, ENTENTE_TIMELINE_ERA_HEIGHT);
}

/* ---- rules ---- */

void
entente_timeline_turns_draw_rules (EntenteTimeline *self, cairo_t *cr)
{
  static const double dots[] = { DOT, GAP };

  cairo_save (cr);
  cairo_set_line_width (cr, RULE_WIDTH);
  cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0);
  for (guint i = 0; i < self->scene->n_turns; i++) {
    const EntenteSceneTurn *turn = &self->scene->turns[i];
    double x = floor (turn->x) + 0.5;

    gdk_cairo_set_source_rgba (cr, turn->selected ? &self->style.accent : &self->style.text);
    cairo_move_to (cr, x, self->scroll_y);
    cairo_line_to (cr, x, self->scroll_y + self->parts.lanes.height);
    cairo_stroke (cr);
  }
  cairo_restore (cr);
}

/* ---- flags ---- */

/* A pennant to the right of its staff. */
static void
draw_pennant (EntenteTimeline *self, cairo_t *cr, const EntenteSceneTurn *turn, double height)
{
  double x = floor (turn->x) + 0.5, y = (height - FLAG) / 2;

  gdk_cairo_set_source_rgba (cr, turn->selected ? &self->style.accent : &self->style.text);
  cairo_set_line_width (cr, RULE_WIDTH);
  cairo_move_to (cr, x, 1);
  cairo_line_to (cr, x, height);
  cairo_stroke (cr);
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x + FLAG * 0.7, y + FLAG / 2);
  cairo_line_to (cr, x, y + FLAG);
  cairo_close_path (cr);
  cairo_fill (cr);
}

/* From the cause to the consequence, with a tick at each. */
static void
draw_bracket (EntenteTimeline *self, cairo_t *cr, const EntenteSceneTurn *turn, double height)
{
  double width = self->scale.width_px;
  double x0 = turn->has_cause ? turn->cause_x : turn->x;
  double x1 = turn->has_consequence ? turn->consequence_x : turn->x;
  double y = height - 1.5;

  gdk_cairo_set_source_rgba (cr, &self->style.accent);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, CLAMP (x0, -8, width + 8), y);
  cairo_line_to (cr, CLAMP (x1, -8, width + 8), y);
  if (turn->has_cause) {
    cairo_move_to (cr, floor (x0) + 0.5, y - TICK);
    cairo_line_to (cr, floor (x0) + 0.5, y);
  }
  if (turn->has_consequence) {
    cairo_move_to (cr, floor (x1) + 0.5, y - TICK);
    cairo_line_to (cr, floor (x1) + 0.5, y);
  }
  cairo_stroke (cr);
}

void
entente_timeline_turns_draw_flags (EntenteTimeline *self, GtkSnapshot *snapshot)
{
  double height = get_line_height (self);
  cairo_t *cr;

  if (self->scene->turn_line == ENTENTE_NO_INDEX)
    return;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (0, (float) (self->scene->turn_line * height)));
  cr = gtk_snapshot_append_cairo (
    snapshot,
    &GRAPHENE_RECT_INIT (0, 0, (float) self->scale.width_px, (float) height));
  for (guint i = 0; i < self->scene->n_turns; i++) {
    draw_pennant (self, cr, &self->scene->turns[i], height);
    if (self->scene->turns[i].selected)
      draw_bracket (self, cr, &self->scene->turns[i], height);
  }
  cairo_destroy (cr);
  for (guint i = 0; i < self->scene->n_turns; i++) {
    const EntenteSceneTurn *turn = &self->scene->turns[i];

    if (turn->text != NULL)
      entente_timeline_labels_draw (self->labels,
                                    snapshot,
                                    ENTENTE_LABEL_ERA,
                                    turn->text,
                                    turn->text_x + 2,
                                    height / 2,
                                    turn->text_width + 1,
                                    &self->style.text);
  }
  gtk_snapshot_restore (snapshot);
}

/* ---- rounds ---- */

static gboolean
round_is_in_view (EntenteTimeline *self, const EntenteSceneRound *round)
{
  const EntenteSceneLane *lane = &self->scene->lanes[round->lane];

  return lane->y + lane->height > self->scroll_y &&
         lane->y < self->scroll_y + self->parts.lanes.height;
}

static void
draw_round (EntenteTimeline *self, cairo_t *cr, const EntenteSceneRound *round)
{
  double width = self->scale.width_px, foot = timeline_scale (self, TICK);
  double x0 = MAX (floor (round->x0), -20) + 0.5, x1 = MIN (floor (round->x1), width + 20) + 0.5;
  double y = floor (round->rule_y) + 0.5;

  cairo_move_to (cr, x0, y + foot);
  cairo_line_to (cr, x0, y);
  cairo_line_to (cr, x1, y);
  cairo_line_to (cr, x1, y + foot);
  cairo_stroke (cr);
}

/* To what is part of a round; whatever else lies below the bracket hangs on nothing. */
static void
draw_drops (EntenteTimeline *self, cairo_t *cr)
{
  static const double dots[] = { DOT, GAP };

  cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0);
  for (guint i = 0; i < self->scene->n_round_drops; i++) {
    const EntenteSceneRoundDrop *drop = &self->scene->round_drops[i];
    double x = floor (drop->x) + 0.5;

    if (x < -1 || x > self->scale.width_px + 1 ||
        !round_is_in_view (self, &self->scene->rounds[drop->round]))
      continue;
    cairo_move_to (cr, x, drop->y0);
    cairo_line_to (cr, x, drop->y1);
    cairo_stroke (cr);
  }
  cairo_set_dash (cr, NULL, 0, 0);
}

/* Lines, so that no colour is needed to see them. */
void
entente_timeline_rounds_draw (EntenteTimeline *self, cairo_t *cr)
{
  gdk_cairo_set_source_rgba (cr, self->style.high_contrast ? &self->style.text : &self->style.dim);
  cairo_set_line_width (cr, self->style.high_contrast ? 2 : 1);
  for (guint i = 0; i < self->scene->n_rounds; i++)
    if (round_is_in_view (self, &self->scene->rounds[i]))
      draw_round (self, cr, &self->scene->rounds[i]);
  draw_drops (self, cr);
}

void
entente_timeline_rounds_draw_names (EntenteTimeline *self, GtkSnapshot *snapshot)
{
  for (guint i = 0; i < self->scene->n_rounds; i++) {
    const EntenteSceneRound *round = &self->scene->rounds[i];

    if (round->text == NULL || !round_is_in_view (self, round))
      continue;
    timeline_append_rect (snapshot,
                          entente_timeline_get_ground (self, round->lane),
                          (int) floor (round->text_x) - 2,
                          (int) round->y + 1,
                          (int) ceil (round->text_width) + 5,
                          (int) (round->rule_y - round->y) - 2);
    entente_timeline_labels_draw (self->labels,
                                  snapshot,
                                  ENTENTE_LABEL_ERA,
                                  round->text,
                                  floor (round->text_x),
                                  round->y + timeline_scale (self, ROUND_LABEL_Y),
                                  round->text_width + 1,
                                  &self->style.text);
  }
}

/* ---- pointer ---- */

static gboolean
contains (const GdkRectangle *part, double x, double y)
{
  return x >= part->x && x < part->x + part->width && y >= part->y && y < part->y + part->height;
}

int
entente_timeline_turns_find (EntenteTimeline *self, double x, double y)
{
  const GdkRectangle *eras = &self->parts.eras;

  if (self->scene->turn_line == ENTENTE_NO_INDEX || !contains (eras, x, y) ||
      (guint) ((y - eras->y) / get_line_height (self)) != self->scene->turn_line)
    return -1;
  return entente_hit_find_turn (self->scene, x - eras->x);
}

gboolean
entente_timeline_turns_click (EntenteTimeline *self, double x, double y)
{
  int at = entente_timeline_turns_find (self, x, y);
  const EntenteSceneTurn *turn = at >= 0 ? &self->scene->turns[at] : NULL;
  gboolean was_selected = turn != NULL && turn->selected;
  EntenteId id;

  if (turn == NULL)
    return FALSE;
  id = entente_chronicle_get_turning_point (self->chronicle, turn->point)->record.id;
  entente_timeline_feed_select (self, entente_chronicle_get_id (self->chronicle, turn->row));
  if (was_selected && entente_timeline_actions_can_edit (self))
    entente_turning_point_form_present (GTK_WIDGET (self), self->session, id);
  return TRUE;
}

static void
add_line (GtkWidget *box, const char *text, const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 48);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  gtk_box_append (GTK_BOX (box), label);
}

static void
add_event_line (EntenteTimeline *self, GtkWidget *box, const char *format, EntenteId event)
{
  guint row = event != ENTENTE_ID_NONE ? entente_chronicle_find_row (self->chronicle, event)
                                       : ENTENTE_NO_INDEX;
  const char *title = row != ENTENTE_NO_INDEX ? entente_timeline_feed_get_title (self, row) : NULL;
  g_autofree char *described = row != ENTENTE_NO_INDEX && title == NULL
                                 ? entente_chronicle_describe (self->chronicle, row)
                                 : NULL;
  g_autofree char *line = NULL;

  if (row == ENTENTE_NO_INDEX)
    return;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  line = g_strdup_printf (format, title != NULL ? title : described);
#pragma GCC diagnostic pop
  add_line (box, line, NULL);
}

static GtkWidget *
make_turn_tip (EntenteTimeline *self, const EntenteTurningPoint *point)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  add_line (box, point->title != NULL ? point->title : _ ("Turning point"), "heading");
  /* TRANSLATORS: what precipitated a turning point, the departure itself, and what came of it:
   * titles of moves */
  add_event_line (self, box, _ ("Cause: %s"), point->cause);
  add_event_line (self, box, _ ("Departure: %s"), point->departure);
  add_event_line (self, box, _ ("Consequence: %s"), point->consequence);
  if (point->reason != NULL)
    add_line (box, point->reason, "dim-label");
  return box;
}

static GtkWidget *
make_round_tip (EntenteTimeline *self, const EntenteSceneRound *round)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  const char *title = entente_timeline_feed_get_title (self, round->row);
  g_autofree char *described =
    title == NULL ? entente_chronicle_describe (self->chronicle, round->row) : NULL;
  /* TRANSLATORS: of a round of talks */
  g_autofree char *counts = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                          "%u move, %u of it in view",
                                                          "%u moves, %u of them in view",
                                                          round->n_moves),
                                             round->n_moves,
                                             round->n_in_view);

  add_line (box, title != NULL ? title : described, "heading");
  add_line (box, counts, NULL);
  return box;
}

GtkWidget *
entente_timeline_turns_make_tip (EntenteTimeline *self, double x, double y)
{
  int turn = entente_timeline_turns_find (self, x, y);
  const GdkRectangle *lanes = &self->parts.lanes;
  int round;

  if (turn >= 0)
    return make_turn_tip (
      self,
      entente_chronicle_get_turning_point (self->chronicle, self->scene->turns[turn].point));
  if (!contains (lanes, x, y) || entente_timeline_hit (self, x, y).kind != ENTENTE_HIT_LANE)
    return NULL;
  round = entente_hit_find_round (self->scene, x - lanes->x, y - lanes->y + self->scroll_y);
  return round >= 0 ? make_round_tip (self, &self->scene->rounds[round]) : NULL;
}

static void
describe_rounds (EntenteTimeline *self, guint32 row, GString *text)
{
  g_autoptr (GArray) rounds = entente_rounds_find (self->chronicle, row);

  for (guint i = 0; i < rounds->len; i++) {
    guint32 round = g_array_index (rounds, guint32, i);
    const char *title = entente_timeline_feed_get_title (self, round);
    g_autofree char *described =
      title == NULL ? entente_chronicle_describe (self->chronicle, round) : NULL;

    g_string_append (text, ", ");
    g_string_append_printf (text, _ ("in the round “%s”"), title != NULL ? title : described);
  }
}

char *
entente_timeline_turns_describe (EntenteTimeline *self, guint32 row)
{
  GString *text = g_string_new (NULL);
  EntenteId id = entente_chronicle_get_id (self->chronicle, row);

  for (guint i = 0; i < entente_chronicle_get_n_turning_points (self->chronicle); i++) {
    const EntenteTurningPoint *point = entente_chronicle_get_turning_point (self->chronicle, i);

    if (point->departure != id)
      continue;
    g_string_append (text, ", ");
    g_string_append_printf (text,
                            _ ("turning point: %s"),
                            point->title != NULL ? point->title : "");
  }
  describe_rounds (self, row, text);
  return g_string_free (text, FALSE);
}

/* ---- actions ---- */

void
entente_timeline_turns_edit (EntenteTimeline *self)
{
  if (entente_timeline_keys_get_row (self) != ENTENTE_NO_INDEX &&
      entente_timeline_actions_can_edit (self))
    entente_turning_point_form_present_for (GTK_WIDGET (self), self->session, self->focus_event);
}

void
entente_timeline_rounds_join (EntenteTimeline *self)
{
  g_autoptr (GArray) moves = g_array_copy (self->selection);

  if (moves->len == 0 && entente_timeline_keys_get_row (self) != ENTENTE_NO_INDEX)
    g_array_append_val (moves, self->focus_event);
  if (moves->len > 0 && entente_timeline_actions_can_edit (self))
    entente_round_form_present_new (GTK_WIDGET (self), self->session, moves);
}

void
entente_timeline_set_turning_points_shown (EntenteTimeline *self, gboolean shown)
{
  if (self->hides_turns != shown)
    return;
  self->hides_turns = !shown;
  entente_timeline_invalidate_parts (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
