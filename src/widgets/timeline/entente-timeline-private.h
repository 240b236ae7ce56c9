/* The inside of an EntenteTimeline, shared by its helper modules entente-timeline-*.c and seen by nobody else but the
 * tests. Main thread. */
#pragma once

#include "entente-timeline.h"

#include "entente-hit.h"
#include "entente-palette.h"
#include "entente-scene.h"
#include "entente-ticks.h"

#include <math.h>

G_BEGIN_DECLS

/* Sizes in pixels. */
#define ENTENTE_TIMELINE_AXIS_HEIGHT 39
#define ENTENTE_TIMELINE_ERA_HEIGHT 21
#define ENTENTE_TIMELINE_SHELF_HEIGHT 40
#define ENTENTE_TIMELINE_OVERVIEW_HEIGHT 38
#define ENTENTE_TIMELINE_FOLD_HEIGHT 260 /* below this the shelf folds, … */
#define ENTENTE_TIMELINE_BARE_HEIGHT 200 /* … and the overview goes */
#define ENTENTE_TIMELINE_REVEAL_MARGIN 60.0
#define ENTENTE_TIMELINE_FIT_MARGIN 40.0

/* ---- colours, entente-timeline-style.c ---- */

typedef struct {
  GdkRGBA ground, ground_odd; /* of lanes */
  GdkRGBA side; /* column of names */
  GdkRGBA text, dim, faint; /* fg; labels of second rank; ticks */
  GdkRGBA line, grid, grid_fine;
  GdkRGBA accent, accent_text;
  GdkRGBA chip, pill, pill_text;
  GdkRGBA era, era_strong;
  GdkRGBA ghost;
  gboolean dark, high_contrast;
  gboolean mirrored; /* time runs to the left: see entente-timeline-mirror.c */
  double
    text_scale; /* 1: text of the usual size; else larger, and what holds it is higher by as much */
  guint generation; /* rises with each change: caches follow */
} EntenteTimelineStyle;

void entente_timeline_style_read (EntenteTimelineStyle *style, GtkWidget *widget);
GdkRGBA entente_timeline_style_mix (const GdkRGBA *a, const GdkRGBA *b, double share_of_b);

/* ---- labels, entente-timeline-labels.c ---- */

typedef enum {
  /* EntenteLabelStyle first */
  TIMELINE_LABEL_LANE = ENTENTE_N_LABEL_STYLES,
  TIMELINE_LABEL_LANE_NOTE,
  TIMELINE_LABEL_LANE_CODE,
  TIMELINE_N_LABELS
} EntenteTimelineLabelStyle;

typedef struct _TimelineLabels EntenteTimelineLabels;

EntenteTimelineLabels *entente_timeline_labels_new (GtkWidget *widget);
void entente_timeline_labels_free (EntenteTimelineLabels *labels);
/* Fonts or text size changed. */
void entente_timeline_labels_clear (EntenteTimelineLabels *labels);
/* Begins a frame: @budget new layouts for titles. */
void entente_timeline_labels_begin (EntenteTimelineLabels *labels, guint budget);
/* TRUE when the layout is kept or may still be made in this frame. */
gboolean entente_timeline_labels_can_show (EntenteTimelineLabels *labels,
                                           guint style,
                                           const char *text);
gboolean entente_timeline_labels_ran_out (EntenteTimelineLabels *labels);
guint entente_timeline_labels_get_n_made (EntenteTimelineLabels *labels);
double entente_timeline_labels_measure (EntenteTimelineLabels *labels,
                                        guint style,
                                        const char *text);
/* Draws with the left edge at @x and the middle at @y, cut to @max_width (0: none). */
void entente_timeline_labels_draw (EntenteTimelineLabels *labels,
                                   GtkSnapshot *snapshot,
                                   guint style,
                                   const char *text,
                                   double x,
                                   double y,
                                   double max_width,
                                   const GdkRGBA *colour);

/* ---- glyphs, entente-timeline-glyphs.c ---- */

typedef struct _TimelineGlyphs EntenteTimelineGlyphs;

EntenteTimelineGlyphs *entente_timeline_glyphs_new (void);
void entente_timeline_glyphs_free (EntenteTimelineGlyphs *glyphs);
/* @bold: outlines 2 px wide. @mirrored: what they are drawn on will be mirrored. */
void entente_timeline_glyphs_set_style (EntenteTimelineGlyphs *glyphs,
                                        gboolean bold,
                                        gboolean mirrored);
/* @size_px of the 16 x 16 grid; middle at @x, @y. */
void entente_timeline_glyphs_draw (EntenteTimelineGlyphs *glyphs,
                                   cairo_t *cr,
                                   EntenteGlyph glyph,
                                   gboolean halo,
                                   double size_px,
                                   double x,
                                   double y,
                                   const GdkRGBA *colour,
                                   const GdkRGBA *ground);

/* ---- the widget ---- */

typedef struct {
  GdkRectangle axis, eras, lanes, shelf, overview; /* right of the names */
  GdkRectangle hidden; /* below names and lanes: what is hidden, named and counted */
  GdkRectangle undated; /* among the names: the count that the shelf has folded into */
  int header_width; /* 0: none */
  gboolean compact; /* names are colour bars with codes */
} EntenteTimelineParts;

typedef const char *(*TimelineTitleFunc) (guint32 row, gpointer data);

typedef enum {
  TIMELINE_DRAG_NONE,
  TIMELINE_DRAG_PAN,
  TIMELINE_DRAG_RANGE,
  TIMELINE_DRAG_BAND, /* rubber band */
  TIMELINE_DRAG_LANE, /* a lane by its name */
  TIMELINE_DRAG_WINDOW, /* of the overview */
  TIMELINE_DRAG_WINDOW_START,
  TIMELINE_DRAG_WINDOW_END,
} EntenteTimelineDrag;

struct _EntenteTimeline {
  GtkWidget parent_instance;

  /* What is shown: entente-timeline-feed.c */
  EntenteSession *session;
  EntenteStudy *study;
  EntenteChronicle *chronicle; /* never NULL */
  EntenteBitset *filtered; /* NULL: all */
  GArray *selection; /* EntenteId */
  EntenteLaneChoice *lane_choice;
  EntenteLaneIndex *index;
  EntenteLanes *lanes;
  guint shelf_days;
  EntenteChronicle *pending; /* shown as soon as its lanes are indexed, or NULL */
  EntenteBitset *pending_filtered; /* of it, or NULL: everything */
  guint index_generation; /* how often lanes were indexed; drops late answers of threads */
  TimelineTitleFunc title; /* of a test, instead of the study's */
  gpointer title_data;
  GHashTable *details; /* EntenteId -> EntenteSceneDetail, for rows that need the whole date */
  GHashTable *details_asked; /* EntenteId */
  GHashTable *wordings; /* EntenteId -> char *: dates as told */
  gint64 published;
  gboolean has_range;
  EntenteSpan range;
  EntenteSceneLinks links;
  gboolean ghosts;

  /* The view: entente-timeline-view.c */
  EntenteTimescale scale;
  EntenteTimescale animation_from, animation_to;
  gint64 animation_start; /* µs of the frame clock */
  guint animation_tick;
  EntenteSpan extent; /* of the study */
  gboolean fitted; /* shows all until somebody moves */
  double scroll_y; /* of the lanes */

  /* Derived, when valid */
  EntenteScene *scene;
  EntenteTicks *ticks, *overview_ticks;
  gboolean scene_valid;
  EntenteTimelineParts parts;
  int header_width; /* -1: by width */

  /* Drawing */
  EntenteTimelineStyle style;
  EntenteTimelineLabels *labels;
  EntenteTimelineGlyphs *glyphs;
  cairo_surface_t *images[2]; /* in turns: the renderer still holds the last one */
  guint image;
  GskRenderNode *image_node, *header_node, *overview_node, *shelf_node;
  guint header_hash; /* of what the column shows of the scene */
  GArray *overview_bins; /* guint pairs: filtered, total */
  gboolean overview_valid;
  guint more_tick; /* another frame for labels that did not fit the budget */

  /* Input */
  EntenteTimelineDrag drag;
  double drag_x, drag_y; /* where it began */
  double drag_now_x, drag_now_y;
  EntenteTimescale drag_scale;
  double drag_scroll_y;
  guint drag_lane;
  EntenteSpan drag_span;
  double pointer_x, pointer_y;
  double pinch_x;
  EntenteTimescale pinch_scale;
  double kinetic_px_per_s;
  guint kinetic_tick;
  gint64 kinetic_time;
  guint pending_reveal : 1;
  guint was_folded : 1; /* when screen readers were told last */

  /* Keyboard */
  EntenteId focus_event;
  guint focus_lane;
  gint64 focus_time; /* where its glyph stood */
  GtkWidget *items[2]; /* EntenteTimelineItem, taking turns */
  GtkWidget *anchor; /* EntentePopoverAnchor */
  GtkWidget *undated_popover; /* or NULL */
  GtkWidget *lane_popover; /* menu of a lane, or list of hidden ones; or NULL */
  GtkWidget *hidden_button; /* that line below the names */
  gboolean has_menu_lane; /* actions of the menu mean it, others the lane with the keyboard */
  EntenteId menu_lane;
  guint item;
};

/* entente-timeline-scene.c */
void entente_timeline_invalidate (EntenteTimeline *self); /* scene and all drawing */
void entente_timeline_invalidate_parts (EntenteTimeline *self); /* names, shelf and overview too */
void entente_timeline_ensure_scene (EntenteTimeline *self);

/* entente-timeline.c */
void entente_timeline_notify_view (EntenteTimeline *self);
/* Only of what is another than @before: who is told of more would set it back. Its lists are not looked at. */
void entente_timeline_notify_lanes (EntenteTimeline *self, const EntenteLaneChoice *before);

/* entente-timeline-feed.c */
void entente_timeline_feed_init (EntenteTimeline *self);
void entente_timeline_feed_dispose (EntenteTimeline *self);
void entente_timeline_feed_set_session (EntenteTimeline *self, EntenteSession *session);
void entente_timeline_feed_set_shelf_days (EntenteTimeline *self, guint days);
void entente_timeline_feed_rebuild_lanes (EntenteTimeline *self);
/* By the field of the choice and the limit of the shelf. */
void entente_timeline_feed_rebuild_index (EntenteTimeline *self);
/* The date as told, or NULL while it is not read. */
const char *entente_timeline_feed_get_wording (EntenteTimeline *self, guint32 row);
const char *entente_timeline_feed_get_title (EntenteTimeline *self, guint32 row);
gboolean entente_timeline_feed_get_detail (EntenteTimeline *self,
                                           guint32 row,
                                           EntenteSceneDetail *detail);
void entente_timeline_feed_select (EntenteTimeline *self, EntenteId event);
void entente_timeline_feed_toggle (EntenteTimeline *self, EntenteId event);
void entente_timeline_feed_select_many (EntenteTimeline *self, const EntenteId *events, guint n);
void entente_timeline_feed_set_range (EntenteTimeline *self, gboolean has_range, EntenteSpan range);
void entente_timeline_feed_reveal_words (EntenteTimeline *self);
guint32 entente_timeline_feed_get_selected_row (EntenteTimeline *self);
/* guint32 rows of the selection. Free. */
GArray *entente_timeline_feed_get_selected_rows (EntenteTimeline *self);
/* For tests and previews: shows a chronicle without session or study. Takes references of its own. */
void entente_timeline_set_chronicle (EntenteTimeline *self,
                                     EntenteChronicle *chronicle,
                                     EntenteBitset *filtered,
                                     TimelineTitleFunc title,
                                     gpointer title_data);

/* entente-timeline-view.c */
void entente_timeline_view_set (EntenteTimeline *self, EntenteTimescale scale, gboolean animate);
void entente_timeline_view_fit (EntenteTimeline *self, gboolean animate);
/* Where the present movement will end. */
EntenteTimescale entente_timeline_view_get_target (EntenteTimeline *self);
void entente_timeline_view_zoom (EntenteTimeline *self, double x, double factor, gboolean animate);
void entente_timeline_view_zoom_to (EntenteTimeline *self, EntenteSpan span, gboolean animate);
void entente_timeline_view_reveal_row (EntenteTimeline *self, guint32 row, guint lane);
void entente_timeline_view_scroll_lanes (EntenteTimeline *self, double dy);
double entente_timeline_view_get_anchor (EntenteTimeline *self);
void entente_timeline_view_stop (EntenteTimeline *self);

/* entente-timeline-parts.c */
void entente_timeline_parts_update (EntenteTimeline *self, int width, int height);

/* Drawing: each its own part */
void entente_timeline_draw_lanes (EntenteTimeline *self, GtkSnapshot *snapshot);
void entente_timeline_draw_image (EntenteTimeline *self, cairo_t *cr);
void entente_timeline_draw_bars (EntenteTimeline *self, cairo_surface_t *image, double scale);
void entente_timeline_draw_bands (EntenteTimeline *self, cairo_t *cr);
void entente_timeline_draw_title_grounds (EntenteTimeline *self, cairo_t *cr);
void entente_timeline_draw_links (EntenteTimeline *self, cairo_t *cr);
void entente_timeline_draw_axis (EntenteTimeline *self, GtkSnapshot *snapshot);
void entente_timeline_draw_header (EntenteTimeline *self, GtkSnapshot *snapshot);
void entente_timeline_draw_shelf (EntenteTimeline *self, GtkSnapshot *snapshot);
void entente_timeline_draw_overview (EntenteTimeline *self, GtkSnapshot *snapshot);
void entente_timeline_draw_overlay (EntenteTimeline *self, GtkSnapshot *snapshot);
/* entente-timeline-fold.c */
void entente_timeline_draw_fold (EntenteTimeline *self, GtkSnapshot *snapshot);
/* Says to screen readers what the pill says, when that has changed. */
void entente_timeline_fold_tell (EntenteTimeline *self);
GdkRGBA entente_timeline_get_colour (EntenteTimeline *self, guint32 body, guint hue);
GdkRGBA entente_timeline_get_mark_colour (EntenteTimeline *self, const EntenteSceneMark *mark);
const GdkRGBA *entente_timeline_get_ground (EntenteTimeline *self, guint lane);
void entente_timeline_trace_pill (cairo_t *cr, double x, double y, double width, double height);

static inline void
timeline_append_rect (GtkSnapshot *snapshot,
                      const GdkRGBA *colour,
                      double x,
                      double y,
                      double width,
                      double height)
{
  gtk_snapshot_append_color (
    snapshot,
    colour,
    &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height));
}

/* Sizes above, for text as large as it is. */
static inline double
timeline_scale (EntenteTimeline *self, double px)
{
  return round (px * self->style.text_scale);
}

/* entente-timeline-mirror.c: all coordinates in these files run with time, from left to right. Where the language runs to
 * the left, what is drawn is mirrored as a whole, and what comes from or goes to the widget goes through here. */
/* From a point of the widget to one of these files, and back. */
double entente_timeline_mirror_x (EntenteTimeline *self, double x);
/* The same for a distance. */
double entente_timeline_mirror_dx (EntenteTimeline *self, double dx);
GdkRectangle entente_timeline_mirror_rect (EntenteTimeline *self, GdkRectangle rect);
/* Left and right swapped. */
guint entente_timeline_mirror_key (EntenteTimeline *self, guint key);
/* What is drawn between the two is mirrored; does nothing where time runs to the right. */
void entente_timeline_mirror_push (EntenteTimeline *self, GtkSnapshot *snapshot);
void entente_timeline_mirror_pop (EntenteTimeline *self, GtkSnapshot *snapshot);
/* Text in between, @width wide from x = 0, reads as it should. */
void entente_timeline_mirror_text (EntenteTimeline *self, GtkSnapshot *snapshot, double width);

/* entente-timeline-header.c */
/* Lane whose expander is at the point, in widget coordinates; ENTENTE_NO_INDEX when none. */
guint entente_timeline_header_find_expander (EntenteTimeline *self, double x, double y);
/* Lane whose name is at the point; ENTENTE_NO_INDEX when none. */
guint entente_timeline_header_find_lane (EntenteTimeline *self, double x, double y);

/* entente-timeline-lanes.c: a person's choice of lanes. Lanes are top-level ones of self->lanes; those of members stand
 * for their body's. */
void entente_timeline_lanes_set_field (EntenteTimeline *self, const char *nick);
void entente_timeline_lanes_set_order (EntenteTimeline *self, const char *nick);
void entente_timeline_lanes_toggle_members (EntenteTimeline *self, guint lane);
/* Puts @lane before the lane @before, or behind all others (number of lanes). */
void entente_timeline_lanes_move (EntenteTimeline *self, guint lane, guint before);
void entente_timeline_lanes_show (EntenteTimeline *self, EntenteId lane);
void entente_timeline_lanes_show_all (EntenteTimeline *self);
/* After lanes were made anew: the keyboard stays in the lane where it was. */
void entente_timeline_lanes_follow (EntenteTimeline *self, const EntenteLanes *before);
/* The body's lane of a member; otherwise @lane itself. */
guint entente_timeline_lanes_find_top (EntenteTimeline *self, guint lane);
/* What Alt and a key does; TRUE when it is one of ours. */
gboolean entente_timeline_lanes_press (EntenteTimeline *self, guint key);
/* "Lane Kabul, 2 of 5, pinned": for screen readers. Free. */
char *entente_timeline_lanes_describe (EntenteTimeline *self, guint lane);
void entente_timeline_lanes_install_actions (GtkWidgetClass *class);

/* entente-timeline-lane-menu.c */
void entente_timeline_lane_menu_show (EntenteTimeline *self, guint lane);
/* Hangs @popover where @pointing_to is, in place of the one before. */
void entente_timeline_lane_menu_take (EntenteTimeline *self,
                                      GtkWidget *popover,
                                      const GdkRectangle *pointing_to);
void entente_timeline_lane_menu_init (EntenteTimeline *self);
void entente_timeline_lane_menu_dispose (EntenteTimeline *self);

/* entente-timeline-lane-drag.c */
void entente_timeline_lane_drag_begin (EntenteTimeline *self, double x, double y);
void entente_timeline_lane_drag_end (EntenteTimeline *self);
void entente_timeline_draw_lane_drag (EntenteTimeline *self, GtkSnapshot *snapshot);

/* entente-timeline-hidden.c: the line of hidden lanes. */
void entente_timeline_hidden_init (EntenteTimeline *self);
void entente_timeline_hidden_dispose (EntenteTimeline *self);
void entente_timeline_hidden_update (EntenteTimeline *self);
/* Tab goes from the marks to the line of hidden lanes and back, and else leaves. */
gboolean entente_timeline_hidden_focus (EntenteTimeline *self, GtkDirectionType direction);
void entente_timeline_hidden_allocate (EntenteTimeline *self);
void entente_timeline_draw_hidden (EntenteTimeline *self, GtkSnapshot *snapshot);
void entente_timeline_hidden_list (EntenteTimeline *self);

/* entente-timeline-overview.c */
EntenteTimescale entente_timeline_overview_get_scale (EntenteTimeline *self);

/* entente-timeline-undated.c */
/* Whether a click there lists the undated moves. */
gboolean entente_timeline_undated_contains (EntenteTimeline *self, double x, double y);
void entente_timeline_undated_list (EntenteTimeline *self);
void entente_timeline_undated_dispose (EntenteTimeline *self);

/* entente-timeline-input.c, -keys.c, -tip.c */
void entente_timeline_input_init (EntenteTimeline *self);
void entente_timeline_input_dispose (EntenteTimeline *self);
/* TRUE when the key did something. */
gboolean entente_timeline_keys_press (EntenteTimeline *self, guint key, GdkModifierType state);
void entente_timeline_keys_init (EntenteTimeline *self);
void entente_timeline_keys_focus_row (EntenteTimeline *self,
                                      guint32 row,
                                      guint lane,
                                      gboolean grab);
void entente_timeline_keys_zoom_to_bundle (EntenteTimeline *self, const EntenteSceneBundle *bundle);
void entente_timeline_keys_allocate (EntenteTimeline *self);
/* After a change of the chronicle: where the focused event is gone, the nearest has the keyboard. */
void entente_timeline_keys_follow (EntenteTimeline *self);
gboolean entente_timeline_keys_focus (EntenteTimeline *self);
void entente_timeline_tip_init (EntenteTimeline *self);
/* The date of a row in words, from what the chronicle keeps. Free. */
char *entente_timeline_tip_format_date (EntenteTimeline *self, guint32 row);
/* What a screen reader says of an event: name, kind, date with its vagueness, evidence, n of N. Free. */
char *entente_timeline_tip_describe (EntenteTimeline *self, guint32 row);
/* What of the lanes is at a point, reckoned with time as all here (entente-timeline-mirror.c). */
EntenteHit entente_timeline_hit (EntenteTimeline *self, double x, double y);
/* Index among the eras of the scene, or -1. */
int entente_timeline_find_era (EntenteTimeline *self, double x, double y);

/* entente-timeline-item.c: the mark that has the keyboard, as a real widget for screen readers. */
#define ENTENTE_TYPE_TIMELINE_ITEM (entente_timeline_item_get_type ())
G_DECLARE_FINAL_TYPE (EntenteTimelineItem, entente_timeline_item, ENTENTE, TIMELINE_ITEM, GtkWidget)
GtkWidget *entente_timeline_item_new (void);
void entente_timeline_item_set (EntenteTimelineItem *item,
                                const char *label,
                                gboolean selected,
                                const GdkRGBA *ring);

G_END_DECLS
