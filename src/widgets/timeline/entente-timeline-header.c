/* The column of names left of the lanes: swatch, name, counts, expander; captions of eras, shelf
 * and overview. Kept as one node until lanes or counts change. Main thread.
 */
#include "config.h"

#include "entente-calendar-unit.h"
#include "entente-timeline-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SWATCH_X 27
#define SWATCH_WIDTH 4
#define NAME_X 42
#define MEMBER_INDENT 12
#define EXPANDER_X 16
#define END_PADDING 12
#define GLYPH_PX 15.0 /* of a group of kinds */
#define PIN_Y 6
#define PIN_ROOM 10
#define NOTE_GAP 8

/* With @room for both; else of an actor's moves those that it made. */
static char *
format_counts (EntenteTimeline *self, guint lane, double room)
{
  const EntenteLane *found = entente_lanes_get (self->lanes, lane);
  g_autofree char *made = NULL, *received = NULL, *both = NULL;

  if (found->actor == ENTENTE_NO_INDEX && found->kind != ENTENTE_LANE_OTHERS &&
      found->n_made == found->n_total)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u move", "%'u moves", found->n_made),
                            found->n_made);
  if (found->actor == ENTENTE_NO_INDEX || self->scene->lanes[lane].level != ENTENTE_LEVEL_MARKS) {
    /* TRANSLATORS: filtered moves of a lane, of all its moves */
    return g_strdup_printf (C_ ("lane", "%'u of %'u"), found->n_made, found->n_total);
  }
  made = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u made", "%'u made", found->n_made),
                          found->n_made);
  if (found->parent != ENTENTE_NO_INDEX)
    return g_steal_pointer (&made);
  received = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%'u received", "%'u received", found->n_received),
    found->n_received);
  both = g_strdup_printf ("%s · %s", made, received);
  if (entente_timeline_labels_measure (self->labels, TIMELINE_LABEL_LANE_NOTE, both) > room)
    return g_steal_pointer (&made);
  return g_steal_pointer (&both);
}

static GdkRGBA
get_lane_colour (EntenteTimeline *self, const EntenteLane *lane)
{
  const EntenteLane *body =
    lane->parent != ENTENTE_NO_INDEX ? entente_lanes_get (self->lanes, lane->parent) : lane;

  return entente_timeline_get_colour (self, body->actor, body->hue);
}

static void
draw_expander (EntenteTimeline *self,
               GtkSnapshot *snapshot,
               double indent,
               double y,
               gboolean unfolded)
{
  cairo_t *cr = gtk_snapshot_append_cairo (
    snapshot,
    &GRAPHENE_RECT_INIT ((float) (indent + EXPANDER_X - 7), (float) y - 7, 14, 14));

  cairo_translate (cr, indent + EXPANDER_X, y);
  if (unfolded)
    cairo_rotate (cr, G_PI / 2);
  cairo_move_to (cr, -2.5, -5);
  cairo_line_to (cr, 3, 0);
  cairo_line_to (cr, -2.5, 5);
  cairo_close_path (cr);
  gdk_cairo_set_source_rgba (cr, &self->style.dim);
  cairo_fill (cr);
  cairo_destroy (cr);
}

static void
draw_swatch (GtkSnapshot *snapshot,
             const GdkRGBA *colour,
             double x,
             double y,
             double width,
             double height)
{
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (
    &outline,
    &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height),
    (float) width / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  timeline_append_rect (snapshot, colour, x, y, width, height);
  gtk_snapshot_pop (snapshot);
}

/* Two letters, for the narrowest column. */
static char *
make_code (const char *name)
{
  g_auto (GStrv) words = g_strsplit (name, " ", 0);
  gunichar first = g_unichar_toupper (g_utf8_get_char (words[0] != NULL ? words[0] : "?"));
  const char *second = words[0] != NULL && words[1] != NULL && *words[1] != '\0' ? words[1] : NULL;
  GString *code = g_string_new (NULL);

  g_string_append_unichar (code, first);
  if (second != NULL)
    g_string_append_unichar (code, g_unichar_toupper (g_utf8_get_char (second)));
  else if (words[0] != NULL && g_utf8_strlen (words[0], -1) > 1)
    g_string_append_unichar (code, g_utf8_get_char (g_utf8_next_char (words[0])));
  return g_string_free (code, FALSE);
}

static void
draw_compact_lane (EntenteTimeline *self,
                   GtkSnapshot *snapshot,
                   guint lane,
                   double y,
                   double height)
{
  g_autofree char *code = make_code (entente_lanes_get_name (self->lanes, lane));
  GdkRGBA colour = get_lane_colour (self, entente_lanes_get (self->lanes, lane));

  draw_swatch (snapshot, &colour, 5, y + 6, SWATCH_WIDTH, height - 12);
  entente_timeline_labels_draw (self->labels,
                                snapshot,
                                TIMELINE_LABEL_LANE_CODE,
                                code,
                                14,
                                y + height / 2,
                                0,
                                &self->style.text);
}

/* The colour of an actor, or the shape of a group of kinds. */
static void
draw_sign (EntenteTimeline *self,
           GtkSnapshot *snapshot,
           guint at,
           double x,
           double y,
           double height)
{
  const EntenteLane *lane = entente_lanes_get (self->lanes, at);
  GdkRGBA colour = get_lane_colour (self, lane);
  EntenteLaneField field = entente_lane_index_get_field (entente_lanes_get_index (self->lanes));
  EntenteGlyph glyph = { (guint8) lane->key, ENTENTE_FILL_FULL, ENTENTE_OUTLINE_UNBROKEN, FALSE };
  cairo_t *cr;

  if (lane->actor == ENTENTE_NO_INDEX)
    colour = self->style.dim;
  if (field != ENTENTE_LANES_BY_GROUP || lane->key >= ENTENTE_N_GROUPS) {
    draw_swatch (snapshot, &colour, x, y + 6, SWATCH_WIDTH, height - 12);
    return;
  }
  x -= GLYPH_PX / 2 + 1;
  y += height / 2 - GLYPH_PX / 2;
  cr = gtk_snapshot_append_cairo (
    snapshot,
    &GRAPHENE_RECT_INIT ((float) x - 4, (float) y - 4, GLYPH_PX + 8, GLYPH_PX + 8));
  entente_timeline_glyphs_draw (self->glyphs,
                                cr,
                                glyph,
                                FALSE,
                                GLYPH_PX,
                                x + GLYPH_PX / 2,
                                y + GLYPH_PX / 2,
                                &self->style.dim,
                                &self->style.side);
  cairo_destroy (cr);
}

/* A pin: head, shaft, point. */
static void
draw_pin (EntenteTimeline *self, GtkSnapshot *snapshot, double x, double y)
{
  cairo_t *cr =
    gtk_snapshot_append_cairo (snapshot,
                               &GRAPHENE_RECT_INIT ((float) x - 8, (float) y - 1, 10, 12));

  cairo_rectangle (cr, x - 6, y, 6, 1.5);
  cairo_rectangle (cr, x - 5, y + 1.5, 4, 3.5);
  cairo_rectangle (cr, x - 7, y + 5, 8, 1.5);
  cairo_rectangle (cr, x - 3.5, y + 6.5, 1, 3.5);
  gdk_cairo_set_source_rgba (cr, &self->style.dim);
  cairo_fill (cr);
  cairo_destroy (cr);
}

/* Below the counts: that there are more lanes than this one. */
static void
draw_number (EntenteTimeline *self, GtkSnapshot *snapshot, guint at, double x, double middle)
{
  g_autofree char *number = entente_timeline_one_format (self, at);

  if (number != NULL)
    entente_timeline_labels_draw (self->labels,
                                  snapshot,
                                  TIMELINE_LABEL_LANE_NOTE,
                                  number,
                                  x,
                                  middle + timeline_scale (self, 27),
                                  MAX (self->parts.header_width - x - END_PADDING, 1),
                                  &self->style.dim);
}

/* Name above counts; in a strip beside each other, as far as there is room. */
static void
draw_name (EntenteTimeline *self, GtkSnapshot *snapshot, guint at, double x, double middle)
{
  const EntenteLane *lane = entente_lanes_get (self->lanes, at);
  const char *name = entente_lanes_get_name (self->lanes, at);
  double room = self->parts.header_width - x - END_PADDING - (lane->pinned ? PIN_ROOM : 0);
  g_autofree char *counts = format_counts (self, at, room);
  double note = entente_timeline_labels_measure (self->labels, TIMELINE_LABEL_LANE_NOTE, counts);
  double name_room = lane->folded ? MAX (room - note - NOTE_GAP, room / 2) : room;
  double width = entente_timeline_labels_measure (self->labels, TIMELINE_LABEL_LANE, name);
  double note_x = lane->folded ? x + MIN (width, name_room) + NOTE_GAP : x;

  entente_timeline_labels_draw (self->labels,
                                snapshot,
                                TIMELINE_LABEL_LANE,
                                name,
                                x,
                                lane->folded ? middle : middle - timeline_scale (self, 8),
                                name_room,
                                &self->style.text);
  entente_timeline_labels_draw (self->labels,
                                snapshot,
                                TIMELINE_LABEL_LANE_NOTE,
                                counts,
                                note_x,
                                lane->folded ? middle + 1 : middle + timeline_scale (self, 10),
                                MAX (x + room - note_x, 1),
                                &self->style.dim);
}

static void
draw_lane (EntenteTimeline *self, GtkSnapshot *snapshot, guint at)
{
  const EntenteLane *lane = entente_lanes_get (self->lanes, at);
  const EntenteSceneLane *drawn = &self->scene->lanes[at];
  double scroll = entente_timeline_pinned_get_scroll (self, at);
  double y = self->parts.lanes.y + drawn->y - round (scroll), middle = y + drawn->height / 2;
  double indent = lane->depth * MEMBER_INDENT;

  timeline_append_rect (snapshot,
                        &self->style.line,
                        0,
                        y + floor (drawn->height) - 1,
                        self->parts.header_width,
                        1);
  if (self->parts.compact) {
    draw_compact_lane (self, snapshot, at, y, drawn->height);
    return;
  }
  if (lane->has_members)
    draw_expander (self, snapshot, indent, middle, lane->unfolded);
  draw_sign (self, snapshot, at, SWATCH_X + indent, y, drawn->height);
  if (lane->pinned)
    draw_pin (self, snapshot, self->parts.header_width - END_PADDING, y + PIN_Y);
  draw_name (self, snapshot, at, NAME_X + indent, middle);
  draw_number (self, snapshot, at, NAME_X + indent, middle);
}

/* Between @top and @bottom of the view: those that stay, or those that pass under them. */
static void
draw_lanes_between (EntenteTimeline *self,
                    GtkSnapshot *snapshot,
                    double top,
                    double bottom,
                    gboolean that_stay)
{
  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT (0,
                                               (float) (self->parts.lanes.y + top),
                                               (float) self->parts.header_width,
                                               (float) (bottom - top)));
  for (guint i = 0; i < self->scene->n_lanes; i++) {
    const EntenteSceneLane *lane = &self->scene->lanes[i];
    double scroll = entente_timeline_pinned_get_scroll (self, i);

    if ((scroll != self->scroll_y) == that_stay && lane->y + lane->height - scroll > top &&
        lane->y - scroll < bottom)
      draw_lane (self, snapshot, i);
  }
  gtk_snapshot_pop (snapshot);
}

static void
draw_lanes (EntenteTimeline *self, GtkSnapshot *snapshot)
{
  double pinned = entente_timeline_pinned_get_height (self);

  draw_lanes_between (self, snapshot, pinned, self->parts.lanes.height, FALSE);
  if (pinned > 0)
    draw_lanes_between (self, snapshot, 0, pinned, TRUE);
}

static gboolean
has_density (EntenteTimeline *self)
{
  return self->scene->n_bars > 0;
}

/* A caption in the column: bold or dim, from the left or at the right end. */
static double
get_caption_room (EntenteTimeline *self)
{
  return self->parts.header_width - NAME_X + 6 - END_PADDING;
}

static void
draw_caption (EntenteTimeline *self,
              GtkSnapshot *snapshot,
              guint style,
              const char *text,
              gboolean right,
              double y)
{
  double room = get_caption_room (self);
  double width = MIN (entente_timeline_labels_measure (self->labels, style, text), room);
  double x = right ? self->parts.header_width - END_PADDING - width : NAME_X - 6;

  entente_timeline_labels_draw (self->labels,
                                snapshot,
                                style,
                                text,
                                x,
                                y,
                                room,
                                style == TIMELINE_LABEL_LANE ? &self->style.text
                                                             : &self->style.dim);
}

static void
draw_axis_captions (EntenteTimeline *self, GtkSnapshot *snapshot)
{
  const GdkRectangle *axis = &self->parts.axis;

  if (has_density (self) && self->parts.undated.width == 0) {
    g_autofree char *length = entente_ticks_format_length (self->scene->bar_seconds);
    /* TRANSLATORS: what the bars of a density count: "in 9 days" */
    g_autofree char *bars = g_strdup_printf (_ ("in %s"), length);
    const char *height = _ ("height: √ of moves");

    draw_caption (self,
                  snapshot,
                  TIMELINE_LABEL_LANE_NOTE,
                  entente_timeline_labels_measure (self->labels,
                                                   TIMELINE_LABEL_LANE_NOTE,
                                                   height) <= get_caption_room (self)
                    ? height
                    : _ ("√ of moves"),
                  FALSE,
                  axis->y + timeline_scale (self, 13));
    draw_caption (self,
                  snapshot,
                  TIMELINE_LABEL_LANE_NOTE,
                  bars,
                  FALSE,
                  axis->y + timeline_scale (self, 28));
  }
}

/* Stripes that have no room for their name have it here. */
static void
draw_era_captions (EntenteTimeline *self, GtkSnapshot *snapshot)
{
  double height = timeline_scale (self, ENTENTE_TIMELINE_ERA_HEIGHT);

  for (guint i = 0; i < self->scene->n_era_lines && self->parts.eras.height > 0; i++) {
    guint32 recurring = entente_scene_find_line_era (self->scene, i);
    const char *name = i == 0 ? _ ("Eras") : NULL;

    if (i == self->scene->turn_line)
      name = _ ("Turning points");
    else if (recurring != ENTENTE_NO_INDEX)
      name = entente_chronicle_get_era (self->chronicle, recurring)->name;
    if (name != NULL)
      draw_caption (self,
                    snapshot,
                    TIMELINE_LABEL_LANE_NOTE,
                    name,
                    TRUE,
                    self->parts.eras.y + (i + 0.5) * height);
  }
}

static void
draw_shelf_caption (EntenteTimeline *self, GtkSnapshot *snapshot)
{
  const GdkRectangle *shelf = &self->parts.shelf;
  /* TRANSLATORS: undated moves that pass the filter, of all undated moves */
  g_autofree char *counts =
    g_strdup_printf (C_ ("shelf", "%'u of %'u"), self->scene->n_shelf, self->scene->n_shelf_total);

  if (shelf->height == 0)
    return;
  draw_caption (self,
                snapshot,
                TIMELINE_LABEL_LANE,
                _ ("Undated"),
                FALSE,
                shelf->y + shelf->height / 2.0);
  draw_caption (self,
                snapshot,
                TIMELINE_LABEL_LANE_NOTE,
                counts,
                TRUE,
                shelf->y + shelf->height / 2.0);
}

/* A button of its count, and of that alone where names are codes. */
static void
draw_folded_shelf (EntenteTimeline *self, GtkSnapshot *snapshot)
{
  const GdkRectangle *place = &self->parts.undated;
  g_autofree char *count = g_strdup_printf ("%'u", self->scene->n_shelf);
  /* TRANSLATORS: on a button: undated moves that pass the filter, of all undated moves */
  g_autofree char *counts =
    g_strdup_printf (_ ("Undated: %'u of %'u"), self->scene->n_shelf, self->scene->n_shelf_total);
  const char *text = self->parts.compact ? count : counts;
  double width = entente_timeline_labels_measure (self->labels, TIMELINE_LABEL_LANE_NOTE, text);
  GskRoundedRect outline;

  if (place->width == 0)
    return;
  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT ((float) place->x,
                                                        (float) place->y,
                                                        (float) place->width,
                                                        (float) place->height),
                                   (float) place->height / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &self->style.chip, &outline.bounds);
  entente_timeline_labels_draw (self->labels,
                                snapshot,
                                TIMELINE_LABEL_LANE_NOTE,
                                text,
                                place->x + MAX (place->width - width, 0) / 2,
                                place->y + place->height / 2.0,
                                place->width,
                                &self->style.text);
  gtk_snapshot_pop (snapshot);
}

/* To the month or to the year where there is no room for days. */
static char *
format_extent (EntenteTimeline *self)
{
  static const EntenteCalendarUnit units[] = { ENTENTE_UNIT_MONTH, ENTENTE_UNIT_YEAR };
  EntenteSpan extent = self->extent;
  char *text = entente_span_format (extent);

  for (guint i = 0; i < G_N_ELEMENTS (units); i++) {
    if (entente_timeline_labels_measure (self->labels, TIMELINE_LABEL_LANE_NOTE, text) <=
        get_caption_room (self))
      return text;
    g_free (text);
    extent.start =
      entente_calendar_unit_start (units[i], entente_calendar_unit_number (units[i], extent.start));
    extent.end =
      entente_calendar_unit_start (units[i],
                                   entente_calendar_unit_number (units[i], extent.end - 1) + 1);
    text = entente_span_format (extent);
  }
  return text;
}

static void
draw_overview_caption (EntenteTimeline *self, GtkSnapshot *snapshot)
{
  const GdkRectangle *overview = &self->parts.overview;
  g_autofree char *span = NULL;

  if (overview->height == 0 || self->extent.start == ENTENTE_TIME_MIN)
    return;
  span = format_extent (self);
  draw_caption (self,
                snapshot,
                TIMELINE_LABEL_LANE,
                _ ("Whole study"),
                FALSE,
                overview->y + timeline_scale (self, 11));
  draw_caption (self,
                snapshot,
                TIMELINE_LABEL_LANE_NOTE,
                span,
                FALSE,
                overview->y + timeline_scale (self, 27));
}

static GskRenderNode *
make_node (EntenteTimeline *self)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  int width = self->parts.header_width, height = gtk_widget_get_height (GTK_WIDGET (self));

  timeline_append_rect (snapshot, &self->style.side, 0, 0, width, height);
  draw_lanes (self, snapshot);
  timeline_append_rect (snapshot, &self->style.line, 0, self->parts.lanes.y - 1, width, 1);
  if (!self->parts.compact) {
    draw_axis_captions (self, snapshot);
    draw_era_captions (self, snapshot);
    draw_shelf_caption (self, snapshot);
    draw_overview_caption (self, snapshot);
  }
  draw_folded_shelf (self, snapshot);
  if (self->parts.shelf.height > 0)
    timeline_append_rect (snapshot, &self->style.line, 0, self->parts.shelf.y, width, 1);
  if (self->parts.overview.height > 0)
    timeline_append_rect (snapshot, &self->style.line, 0, self->parts.overview.y, width, 1);
  timeline_append_rect (snapshot, &self->style.line, width - 1, 0, 1, height);
  return gtk_snapshot_free_to_node (snapshot);
}

/* What of the scene the column shows may change with the view: heights, levels. */
static guint
hash_lanes (EntenteTimeline *self)
{
  guint hash = self->scene->n_lanes + self->scene->n_shelf * 31 + (has_density (self) ? 7 : 0);

  for (guint i = 0; i < self->scene->n_lanes; i++)
    hash = hash * 33 + (guint) self->scene->lanes[i].height * 4 + self->scene->lanes[i].level;
  if (has_density (self))
    hash = hash * 33 + (guint) (self->scene->bar_seconds / 60);
  for (guint i = 0; i < self->scene->n_era_lines; i++)
    hash = hash * 33 + entente_scene_find_line_era (self->scene, i);
  return hash;
}

void
entente_timeline_draw_header (EntenteTimeline *self, GtkSnapshot *snapshot)
{
  guint hash = hash_lanes (self);

  if (self->parts.header_width == 0)
    return;
  if (self->header_node != NULL && hash != self->header_hash)
    g_clear_pointer (&self->header_node, gsk_render_node_unref);
  if (self->header_node == NULL)
    self->header_node = make_node (self);
  self->header_hash = hash;
  gtk_snapshot_append_node (snapshot, self->header_node);
}

guint
entente_timeline_header_find_lane (EntenteTimeline *self, double x, double y)
{
  double lane_y = entente_timeline_pinned_to_scene (self, y - self->parts.lanes.y);

  if (x < 0 || x >= self->parts.header_width || y < self->parts.lanes.y ||
      y >= self->parts.lanes.y + self->parts.lanes.height)
    return ENTENTE_NO_INDEX;
  for (guint i = 0; i < self->scene->n_lanes; i++) {
    const EntenteSceneLane *drawn = &self->scene->lanes[i];

    if (lane_y >= drawn->y && lane_y < drawn->y + drawn->height)
      return i < entente_lanes_get_n (self->lanes) ? i : ENTENTE_NO_INDEX;
  }
  return ENTENTE_NO_INDEX;
}

guint
entente_timeline_header_find_expander (EntenteTimeline *self, double x, double y)
{
  guint at = entente_timeline_header_find_lane (self, x, y);
  const EntenteLane *lane = at != ENTENTE_NO_INDEX ? entente_lanes_get (self->lanes, at) : NULL;

  if (lane == NULL || x > SWATCH_X + lane->depth * MEMBER_INDENT || self->parts.compact)
    return ENTENTE_NO_INDEX;
  return lane->has_members ? at : ENTENTE_NO_INDEX;
}
