/* The inside of an EntenteTimeline, shared by its helper modules entente-timeline-*.c and seen by
 * nobody else but the tests. Main thread. */
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
#define ENTENTE_TIMELINE_ONE_HEIGHT                                                                \
  160 /* below this there is room for one lane: in a window 560 high */
#define ENTENTE_TIMELINE_N_IMAGES 3 /* two take turns, the third while an old one fades */
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
/* TRUE when a layout of the title, bold or not, is kept or may still be made in this frame. */
gboolean entente_timeline_labels_can_show_title (EntenteTimelineLabels *labels, const char *text);
gboolean entente_timeline_labels_ran_out (EntenteTimelineLabels *labels);
guint entente_timeline_labels_get_n_made (EntenteTimelineLabels *labels);
guint entente_timeline_labels_get_n_kept (EntenteTimelineLabels *labels);
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

/* ---- figures, entente-timeline-figures.c ---- */

#define ENTENTE_TIMELINE_FIGURES_FRAMES 120

typedef struct {
  gint64 begin; /* of the frame, monotonic µs */
  guint32 costs[ENTENTE_TIMELINE_FIGURES_FRAMES]; /* µs, in turns */
  guint n_frames, n_pictures; /* drawn; of them with a new picture of the lanes */
  gboolean boxes; /* around what the scene holds */
} EntenteTimelineGauge;

void entente_timeline_figures_begin (EntenteTimeline *self);
void entente_timeline_figures_end (EntenteTimeline *self, GtkSnapshot *snapshot);

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
/* A pill with a rim of @ground around it, its corner at @x, @y. */
void entente_timeline_glyphs_draw_pill (EntenteTimelineGlyphs *glyphs,
                                        cairo_t *cr,
                                        double width,
                                        double height,
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

typedef enum {
  TIMELINE_DRAG_NONE,
  TIMELINE_DRAG_PAN,
  TIMELINE_DRAG_RANGE,
  TIMELINE_DRAG_BAND, /* rubber band */
  TIMELINE_DRAG_LANE, /* a lane by its name */
  TIMELINE_DRAG_WINDOW, /* of the overview */
  TIMELINE_DRAG_WINDOW_START,
  TIMELINE_DRAG_WINDOW_END,
  TIMELINE_DRAG_LINK, /* from mark to mark */
  TIMELINE_DRAG_CHIP, /* from the shelf to the axis */
} EntenteTimelineDrag;

typedef struct _TimelineHistory EntenteTimelineHistory; /* entente-timeline-history.c */
typedef struct _TimelineShift EntenteTimelineShift; /* entente-timeline-shift.c */
typedef struct _TimelineFade EntenteTimelineFade; /* entente-timeline-fade.c */
typedef struct _TimelinePlanSource EntenteTimelinePlanSource; /* entente-timeline-plan.c */

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
  EntenteTimelineTitleFunc title; /* of who gave the chronicle, instead of the study's */
  gpointer title_data;
  GHashTable *details; /* EntenteId -> EntenteSceneDetail, for rows that need the whole date */
  GHashTable *details_asked; /* EntenteId */
  guint n_reading; /* of them still on their way */
  GHashTable *dates; /* EntenteId -> EntenteDate, of records that have been read */
  gint64 published;
  gint64 today; /* its start, where it lies in or near the study, else ENTENTE_TIME_MIN */
  gboolean has_range;
  EntenteSpan range;
  EntenteSceneLinks links;
  gboolean ghosts;
  gboolean hides_turns;

  /* The view: entente-timeline-view.c */
  EntenteTimescale scale;
  EntenteTimescale animation_from, animation_to;
  gint64 animation_start; /* µs of the frame clock */
  guint animation_tick;
  EntenteSpan extent; /* of the study */
  EntenteSpan
    likely; /* of all that counts: no readings that are less likely, and no dates of old */
  EntenteSpan told; /* by records that have been read; start after end: nothing */
  gboolean fitted; /* shows all until somebody moves */
  double scroll_y; /* of the lanes */
  guint one_lane; /* the only one in view, … */
  const EntenteLanes *one_lanes; /* … of these, to be compared only; NULL: there is room for more */
  guint one_first; /* the one that showed first */
  double one_scroll_y; /* where the lanes were before */
  double pinned_px, under_scroll_y; /* while pinned lanes are drawn: their height, and how far the
                                       others are scrolled */

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
  cairo_surface_t
    *images[ENTENTE_TIMELINE_N_IMAGES]; /* in turns: the renderer still holds the last one */
  guint image;
  guint held_image; /* that a fade still shows; not below their number: none */
  EntenteTimelineFade *fade;
  GskRenderNode *image_node, *header_node, *overview_node, *shelf_node;
  guint header_hash; /* of what the column shows of the scene */
  GArray *overview_bins; /* guint pairs: filtered, total */
  gboolean overview_valid;
  EntenteTimelineGauge gauge;
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
  GtkGesture *drag_gesture; /* of the widget */
  guint by_touch : 1; /* the last that was pressed was a finger */
  guint held : 1; /* a finger rests on a move, which it may draw to another */
  guint pending_reveal : 1;
  guint panned : 1; /* by the finger that was lifted last */
  guint copying : 1; /* as soon as what was asked for is there */
  guint was_folded : 1; /* when screen readers were told last */

  /* Keyboard */
  EntenteId focus_event;
  guint focus_lane;
  gint64 focus_time; /* where its glyph stood */
  GtkWidget *items[2]; /* EntenteTimelineItem, taking turns */
  GtkWidget *hint; /* the tip */
  guint hint_source; /* until the pointer has rested */
  double hint_x, hint_y; /* where it rests */
  double hint_seen_x, hint_seen_y; /* where the pointer was last */
  gboolean hint_by_keys; /* of the bundle with the keyboard */
  char *said; /* in front of the words of the mark, or NULL */
  GtkWidget *anchor; /* EntentePopoverAnchor */
  GtkWidget *empty; /* in the middle, while there are no moves */
  char *nothing; /* what it says while nothing passes, or NULL: as every timeline */
  GtkWidget *hidden_button; /* that line below the names */
  gboolean has_menu_lane; /* actions of the menu mean it, others the lane with the keyboard */
  EntenteId menu_lane;
  EntenteId menu_member; /* whose lane below that of its body it is, or none */
  guint item;

  /* Doing */
  EntenteTimelineHistory *history;
  EntenteTimelinePlanSource *plan_source; /* of a session, or NULL */
  EntenteTimelineShift *shift; /* a date that is being moved, or NULL */
  EntenteId link_from; /* what is dragged or asked for an answer, or none */
  guint32 link_to; /* row under the pointer, or ENTENTE_NO_INDEX */
  gboolean linking; /* by keys: the focus goes to the other move */
  EntenteId peeked; /* event whose words show in the popover, or none */
  GtkWidget *popover; /* of a menu, a list or words; or NULL */
  double menu_x; /* where the menu of the ground was asked for */
};

/* entente-timeline-scene.c */
void entente_timeline_invalidate (EntenteTimeline *self); /* scene and all drawing */
void entente_timeline_invalidate_parts (EntenteTimeline *self); /* names, shelf and overview too */
void entente_timeline_ensure_scene (EntenteTimeline *self);

/* entente-timeline.c */
void entente_timeline_notify_view (EntenteTimeline *self);
/* Only of what is another than @before: who is told of more would set it back. Its lists are not
 * looked at. */
void entente_timeline_notify_lanes (EntenteTimeline *self, const EntenteLaneChoice *before);
void entente_timeline_notify_history (EntenteTimeline *self);

/* entente-timeline-feed.c */
void entente_timeline_feed_init (EntenteTimeline *self);
void entente_timeline_feed_dispose (EntenteTimeline *self);
void entente_timeline_feed_set_session (EntenteTimeline *self, EntenteSession *session);
void entente_timeline_feed_set_shelf_days (EntenteTimeline *self, guint days);
void entente_timeline_feed_rebuild_lanes (EntenteTimeline *self);
/* The extent of the study is no more than what is told now: an edit may have taken out a reading
 * far away. */
void entente_timeline_feed_tighten (EntenteTimeline *self);
/* By the field of the choice and the limit of the shelf. */
void entente_timeline_feed_rebuild_index (EntenteTimeline *self);
/* The date of the record; NULL while that is not read, which begins now. */
const EntenteDate *entente_timeline_feed_get_date (EntenteTimeline *self, guint32 row);
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

/* entente-timeline-view.c */
void entente_timeline_view_set (EntenteTimeline *self, EntenteTimescale scale, gboolean animate);
void entente_timeline_view_fit (EntenteTimeline *self, gboolean animate);
/* Where the present movement will end. */
EntenteTimescale entente_timeline_view_get_target (EntenteTimeline *self);
void entente_timeline_view_zoom (EntenteTimeline *self, double x, double factor, gboolean animate);
void entente_timeline_view_zoom_to (EntenteTimeline *self, EntenteSpan span, gboolean animate);
/* From the first to the last moment of @rows (guint32) that have a place; an end that is not known
 * is the place and @least seconds. FALSE when none has. */
gboolean entente_timeline_view_find_span (EntenteTimeline *self,
                                          const GArray *rows,
                                          gint64 least,
                                          EntenteSpan *span);
void entente_timeline_view_zoom_to_filter (EntenteTimeline *self);
void entente_timeline_view_reveal_row (EntenteTimeline *self, guint32 row, guint lane);
/* A place in a lane, whose @row or ENTENTE_NO_INDEX stands there. */
void entente_timeline_view_reveal_time (EntenteTimeline *self,
                                        gint64 time,
                                        guint lane,
                                        guint32 row);
void entente_timeline_view_scroll_lanes (EntenteTimeline *self, double dy);
double entente_timeline_view_get_anchor (EntenteTimeline *self);
/* Whether what moves may be seen moving. */
gboolean entente_timeline_view_animates (EntenteTimeline *self);
void entente_timeline_view_stop (EntenteTimeline *self);

/* entente-timeline-pinned.c: pinned lanes, which stay while the others scroll */
typedef void (*TimelineSnapshotFunc) (EntenteTimeline *self, GtkSnapshot *snapshot);
/* Of those at the top of the view that do not move with it; 0 while nothing is scrolled. */
double entente_timeline_pinned_get_height (EntenteTimeline *self);
/* How far @lane is moved up. */
double entente_timeline_pinned_get_scroll (EntenteTimeline *self, guint lane);
/* Where the arrow @link is drawn in the part that is being drawn: each end stays with its lane, and
 * one that has passed under the pinned lanes is at their edge, which @ends_under tells of the
 * arrowhead. FALSE when the part shows nothing of it. */
gboolean entente_timeline_pinned_place_link (EntenteTimeline *self,
                                             EntenteSceneLink *link,
                                             gboolean *ends_under);
/* From @y below the top of the lanes in view to that of the scene. */
double entente_timeline_pinned_to_scene (EntenteTimeline *self, double y);
/* What is at a point of the view, from the corner of the lanes; of a link its pill where that is
 * drawn. */
EntenteHit entente_timeline_pinned_hit (EntenteTimeline *self, double x, double y, double slop);
/* Over the picture of the lanes. */
void entente_timeline_pinned_draw (EntenteTimeline *self, cairo_surface_t *image);
/* Calls @func for each part of the lanes in view, clipped to it, with the origin in the corner of
 * the scene. */
void entente_timeline_pinned_snapshot (EntenteTimeline *self,
                                       GtkSnapshot *snapshot,
                                       TimelineSnapshotFunc func);
/* Rows of marks (guint32) in a rectangle of the view, from the corner of the lanes. */
GArray *entente_timeline_pinned_find_rows (EntenteTimeline *self,
                                           double x0,
                                           double y0,
                                           double x1,
                                           double y1);

/* entente-timeline-positions.c: flags of positions at the foot of lanes. NULL where none are shown;
 * borrowed until the next frame. */
const EntentePositions *entente_timeline_positions_get (EntenteTimeline *self);
/* Of the session that the timeline has now. */
void entente_timeline_positions_follow (EntenteTimeline *self);
void entente_timeline_positions_draw (EntenteTimeline *self, cairo_t *cr);
/* Selects the position of a flag at a point of the widget; FALSE when there is none. */
gboolean entente_timeline_positions_click (EntenteTimeline *self, double x, double y);
/* What is said of it, or NULL. Floating. */
GtkWidget *entente_timeline_positions_make_tip (EntenteTimeline *self, double x, double y);

/* entente-timeline-one.c: one lane only, where there is no room for more */
gboolean entente_timeline_one_is_on (EntenteTimeline *self);
/* Of every lane; 0: any. */
double entente_timeline_one_get_least_height (EntenteTimeline *self);
/* It is on, and @lane is a lane of the scene; with @row in view, or ENTENTE_NO_INDEX. */
void entente_timeline_one_show (EntenteTimeline *self, guint lane, guint32 row);
/* The one that shows where @row is in that too, else the one in which it counts. */
guint entente_timeline_one_find_lane (EntenteTimeline *self, guint32 row);
/* To the end of the lane, then to the next one; FALSE when it is not on. */
gboolean entente_timeline_one_scroll (EntenteTimeline *self, double dy);
/* After a layout, before which the lanes were at @scroll_y. Where there is room for more again,
 * they are back where they were, unless another lane was looked at meanwhile: then at that. */
void entente_timeline_one_follow (EntenteTimeline *self, double scroll_y);
/* "Lane 2 of 5" while it is on, else NULL. Free. */
char *entente_timeline_one_format (EntenteTimeline *self, guint lane);

/* entente-timeline-hover.c: what is under the pointer here or in another pane */
void entente_timeline_hover_move (EntenteTimeline *self, double x, double y);
void entente_timeline_hover_leave (EntenteTimeline *self);
void entente_timeline_hover_draw (EntenteTimeline *self, GtkSnapshot *snapshot);

/* entente-timeline-touch.c */
void entente_timeline_touch_init (EntenteTimeline *self);
/* Notes whether it is a finger that @gesture hears of, and returns it. */
gboolean entente_timeline_touch_note (EntenteTimeline *self, GtkGesture *gesture);
/* Pixels around what is drawn that still count as on it. */
double entente_timeline_touch_get_slop (EntenteTimeline *self);
/* A finger has rested at a point; FALSE when there is no move to take hold of. */
gboolean entente_timeline_touch_hold (EntenteTimeline *self, double x, double y);
/* It is lifted: TRUE when that opened the menu, for it had gone nowhere. */
gboolean entente_timeline_touch_release (EntenteTimeline *self);

/* entente-timeline-fling.c: the view goes on by itself, slower and slower */
void entente_timeline_fling (EntenteTimeline *self, double px_per_s);
void entente_timeline_fling_init (EntenteTimeline *self);
void entente_timeline_fling_dispose (EntenteTimeline *self);

/* entente-timeline-parts.c */
void entente_timeline_parts_update (EntenteTimeline *self, int width, int height);

/* Drawing: each its own part */
void entente_timeline_draw_lanes (EntenteTimeline *self, GtkSnapshot *snapshot);
void entente_timeline_draw_image (EntenteTimeline *self, cairo_t *cr);
/* entente-timeline-fade.c */
void entente_timeline_fade_init (EntenteTimeline *self);
void entente_timeline_fade_dispose (EntenteTimeline *self);
/* Over picture and @texts (or NULL) of the lanes; @is_new: they are another than the last time. */
void entente_timeline_fade_draw (EntenteTimeline *self,
                                 GtkSnapshot *snapshot,
                                 GskRenderNode *texts,
                                 gboolean is_new);
gboolean entente_timeline_fade_is_running (EntenteTimeline *self);
/* entente-timeline-image.c: that, painted into the next of the two pictures. Unref. */
GskRenderNode *entente_timeline_make_image_node (EntenteTimeline *self);
void entente_timeline_draw_bars (EntenteTimeline *self, cairo_surface_t *image, double scale);
void entente_timeline_draw_bands (EntenteTimeline *self, cairo_t *cr);
void entente_timeline_draw_title_grounds (EntenteTimeline *self, cairo_t *cr, double alpha);
void entente_timeline_draw_links (EntenteTimeline *self, cairo_t *cr);
void entente_timeline_draw_axis (EntenteTimeline *self, GtkSnapshot *snapshot);
void entente_timeline_draw_header (EntenteTimeline *self, GtkSnapshot *snapshot);
void entente_timeline_draw_shelf (EntenteTimeline *self, GtkSnapshot *snapshot);
void entente_timeline_draw_overview (EntenteTimeline *self, GtkSnapshot *snapshot);
void entente_timeline_draw_overlay (EntenteTimeline *self, GtkSnapshot *snapshot);
/* Words on a dark pill. */
void entente_timeline_draw_pill (EntenteTimeline *self,
                                 GtkSnapshot *snapshot,
                                 const char *text,
                                 double left,
                                 double top,
                                 double height,
                                 double padding);
/* Words in a pill around @x, @y, kept inside the widget. */
void entente_timeline_draw_note (EntenteTimeline *self,
                                 GtkSnapshot *snapshot,
                                 const char *text,
                                 double x,
                                 double y);
/* entente-timeline-beyond.c: where the thread of the selection goes on out of sight */
void entente_timeline_beyond_draw (EntenteTimeline *self, GtkSnapshot *snapshot);
gboolean entente_timeline_beyond_contains (EntenteTimeline *self, double x, double y);
/* A click there. */
void entente_timeline_beyond_follow (EntenteTimeline *self, double x, double y);
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

/* entente-timeline-mirror.c: all coordinates in these files run with time, from left to right.
 * Where the language runs to the left, what is drawn is mirrored as a whole, and what comes from or
 * goes to the widget goes through here. */
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

/* entente-timeline-lanes.c: a person's choice of lanes. Lanes are top-level ones of self->lanes;
 * those of members stand for their body's. */
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

/* entente-timeline-lane-drag.c */
void entente_timeline_lane_drag_begin (EntenteTimeline *self, double x, double y);
void entente_timeline_lane_drag_end (EntenteTimeline *self);
void entente_timeline_draw_lane_drag (EntenteTimeline *self, GtkSnapshot *snapshot);

/* entente-timeline-hidden.c: the line of hidden lanes. */
void entente_timeline_hidden_init (EntenteTimeline *self);
void entente_timeline_hidden_dispose (EntenteTimeline *self);
void entente_timeline_hidden_update (EntenteTimeline *self);
/* Dated positions whose actors have no lane, while flags of positions show. */
guint entente_timeline_hidden_count_positions (EntenteTimeline *self);
/* Tab goes from the marks to the line of hidden lanes and back, and else leaves. */
gboolean entente_timeline_hidden_focus (EntenteTimeline *self, GtkDirectionType direction);
void entente_timeline_hidden_allocate (EntenteTimeline *self);
void entente_timeline_draw_hidden (EntenteTimeline *self, GtkSnapshot *snapshot);
void entente_timeline_hidden_list (EntenteTimeline *self);

/* entente-timeline-empty.c: what to do next where there are no moves */
void entente_timeline_empty_install (GtkWidgetClass *class);
void entente_timeline_empty_init (EntenteTimeline *self);
void entente_timeline_empty_dispose (EntenteTimeline *self);
void entente_timeline_empty_update (EntenteTimeline *self);
gboolean entente_timeline_empty_focus (EntenteTimeline *self);
void entente_timeline_empty_allocate (EntenteTimeline *self);

/* entente-timeline-overview.c */
EntenteTimescale entente_timeline_overview_get_scale (EntenteTimeline *self);

/* entente-timeline-undated.c */
/* Whether a click there lists the undated moves. */
gboolean entente_timeline_undated_contains (EntenteTimeline *self, double x, double y);
void entente_timeline_undated_list (EntenteTimeline *self);

/* entente-timeline-input.c, -keys.c, -tip.c */
void entente_timeline_input_init (EntenteTimeline *self);
/* What a drag from (@x, @y) means is decided by where it begins; @touch: with a finger. */
void entente_timeline_input_begin_drag (EntenteTimeline *self,
                                        double x,
                                        double y,
                                        GdkModifierType state,
                                        gboolean touch);
void entente_timeline_input_drag (EntenteTimeline *self, double dx, double dy);
void entente_timeline_input_end_drag (EntenteTimeline *self);
/* By clicks of a wheel, at the pointer. */
void entente_timeline_input_scroll (EntenteTimeline *self,
                                    double dx,
                                    double dy,
                                    GdkModifierType state);
/* All filtered events from the selected one to @row become the selection. */
void entente_timeline_input_select_between (EntenteTimeline *self, guint32 row);
/* TRUE when the key did something. */
gboolean entente_timeline_keys_press (EntenteTimeline *self, guint key, GdkModifierType state);
void entente_timeline_keys_init (EntenteTimeline *self);
void entente_timeline_keys_focus_row (EntenteTimeline *self,
                                      guint32 row,
                                      guint lane,
                                      gboolean grab);
/* Row of the event that has or last had the keyboard, or ENTENTE_NO_INDEX. */
guint32 entente_timeline_keys_get_row (EntenteTimeline *self);
/* Bundle that has the keyboard, or NULL. */
const EntenteSceneBundle *entente_timeline_keys_get_bundle (EntenteTimeline *self);
/* Where its mark, chip or bundle stands, in the widget. */
GdkRectangle entente_timeline_keys_get_place (EntenteTimeline *self, guint32 row);
/* Says the mark that has the keyboard again, with @before in front (may be NULL): a new change of
 * focus. */
void entente_timeline_keys_say (EntenteTimeline *self, const char *before);
/* The same mark has other words, with what was in front of them: no change of focus. */
void entente_timeline_keys_describe (EntenteTimeline *self);
void entente_timeline_keys_allocate (EntenteTimeline *self);
/* The ring around the mark with the keyboard, unless lanes have been scrolled so that it is under
 * others or out of sight. */
void entente_timeline_keys_draw (EntenteTimeline *self, GtkSnapshot *snapshot);
/* After a change of the chronicle: where the focused event is gone, the nearest has the keyboard.
 */
void entente_timeline_keys_follow (EntenteTimeline *self);
gboolean entente_timeline_keys_focus (EntenteTimeline *self);
/* What is said of a point, or NULL. Floating. */
GtkWidget *entente_timeline_tip_make (EntenteTimeline *self, double x, double y);
/* What a screen reader says of an event: name, kind, date with its vagueness, evidence, n of N.
 * Free. */
char *entente_timeline_tip_describe (EntenteTimeline *self, guint32 row);
/* What of the lanes is at a point, reckoned with time as all here (entente-timeline-mirror.c). */
EntenteHit entente_timeline_hit (EntenteTimeline *self, double x, double y);
/* Index among the eras of the scene, or -1. */
int entente_timeline_find_era (EntenteTimeline *self, double x, double y);

/* entente-timeline-bundle.c: what a bundle is made of */
/* "in a bundle of 84 of 231 moves: Meet 37, Say 19". Free. */
char *entente_timeline_bundle_describe (EntenteTimeline *self, const EntenteSceneBundle *bundle);
/* Floating. */
GtkWidget *entente_timeline_bundle_make_tip (EntenteTimeline *self,
                                             const EntenteSceneBundle *bundle);

/* entente-timeline-hint.c: the tip, shown while the pointer rests; reckoned with time as all here
 */
void entente_timeline_hint_init (EntenteTimeline *self);
void entente_timeline_hint_dispose (EntenteTimeline *self);
/* The pointer is there. */
void entente_timeline_hint_move (EntenteTimeline *self, double x, double y);
/* It is elsewhere. */
void entente_timeline_hint_leave (EntenteTimeline *self);
/* The keyboard is on a move: where that is in a bundle, what this is made of shows after a while
 * too. */
void entente_timeline_hint_focus (EntenteTimeline *self);
/* Takes the tip away until the pointer or the keyboard moves; TRUE when there was one. */
gboolean entente_timeline_hint_drop (EntenteTimeline *self);
/* Something else is to be said where the pointer is. */
void entente_timeline_hint_refresh (EntenteTimeline *self);
void entente_timeline_hint_allocate (EntenteTimeline *self, int width, int height);

/* entente-timeline-date.c: the date of a row in words: of its record, with the bounds that orders
 * give it; while that is not read, what the chronicle tells of it. Free. */
char *entente_timeline_date_format (EntenteTimeline *self, guint32 row);
/* Without reading the record if it is not. */
char *entente_timeline_date_format_known (EntenteTimeline *self, guint32 row);
/* With the words of the text behind it. */
char *entente_timeline_date_format_told (EntenteTimeline *self, guint32 row);
/* Of a record that is at hand. */
char *entente_timeline_date_format_when (EntenteTimeline *self,
                                         guint32 row,
                                         const EntenteDate *when,
                                         gboolean with_words);
/* As far as whole days, months or years where no date is finer than these: the middle of a day is
 * no hour. */
EntenteSpan entente_timeline_date_widen (EntenteTimeline *self, EntenteSpan span);
/* The record of @event has been read: whatever says its date says it anew. */
void entente_timeline_date_follow (EntenteTimeline *self, EntenteId event);

/* entente-timeline-actions.c: the class actions of moves, lanes and views, and their keys */
void entente_timeline_actions_install (GtkWidgetClass *class);
/* TRUE when the key did something. */
gboolean entente_timeline_actions_press (EntenteTimeline *self, guint key, GdkModifierType state);
/* The keyboard is elsewhere: what waited for it waits no longer. */
void entente_timeline_actions_leave (EntenteTimeline *self);
/* Names, without the prefix "timeline.", of what can be done with a move; ended by NULL. */
const char *const *entente_timeline_actions_of_mark (void);
gboolean entente_timeline_actions_can_edit (EntenteTimeline *self);
/* Which of them make sense now. */
void entente_timeline_actions_update (EntenteTimeline *self);

/* entente-timeline-view-actions.c: timeline.zoom-in and what else moves the view */
void entente_timeline_view_install_actions (GtkWidgetClass *class);

/* entente-timeline-filter.c: timeline.only-actor (x), timeline.only-between ((xx)) */
void entente_timeline_filter_install (GtkWidgetClass *class);

/* entente-timeline-history.c: where the view rested, and back there */
void entente_timeline_history_init (EntenteTimeline *self);
void entente_timeline_history_dispose (EntenteTimeline *self);
/* Another study: forgets everything. */
void entente_timeline_history_clear (EntenteTimeline *self);
/* The view moves. */
void entente_timeline_history_note (EntenteTimeline *self);
/* Where it is now counts as rest, as if it had stood for a while. */
void entente_timeline_history_rest (EntenteTimeline *self);
gboolean entente_timeline_history_can_go (EntenteTimeline *self, int step);
void entente_timeline_history_go (EntenteTimeline *self, int step);

/* entente-timeline-popover.c: the one popover that shows; taken away when it closes */
GtkWidget *entente_timeline_popover_show (EntenteTimeline *self,
                                          GtkWidget *popover,
                                          const GdkRectangle *at);
void entente_timeline_popover_close (EntenteTimeline *self);
void entente_timeline_popover_dispose (EntenteTimeline *self);

/* entente-timeline-list.c: a popover that lists moves; a row chosen is selected and has the
 * keyboard. @rows are the first @n of @n_all, which its heading says when they are fewer. */
void entente_timeline_list_show (EntenteTimeline *self,
                                 const guint32 *rows,
                                 guint n,
                                 guint n_all,
                                 const char *name,
                                 const GdkRectangle *at);

/* entente-timeline-cell.c: the moves that stand together where the keyboard is */
typedef struct {
  guint lane;
  EntenteSpan span;
  const guint32 *rows; /* filtered; of the lane */
  guint n;
} EntenteTimelineCell;

/* FALSE when nothing has the keyboard, or what has it is undated. */
gboolean entente_timeline_cell_find (EntenteTimeline *self, EntenteTimelineCell *cell);
/* Of a bar of the scene; FALSE when only moves outside the filter are in it. */
gboolean entente_timeline_cell_find_bar (EntenteTimeline *self,
                                         guint bar,
                                         guint lane,
                                         EntenteTimelineCell *cell);
void entente_timeline_cell_list (EntenteTimeline *self);
void entente_timeline_cell_select (EntenteTimeline *self);
void entente_timeline_cell_zoom (EntenteTimeline *self);
/* Zooms in on a bundle, and lists what is in it where that would part nothing. */
void entente_timeline_cell_open_bundle (EntenteTimeline *self, const EntenteSceneBundle *bundle);

/* entente-timeline-peek.c: the words of a move in a popover that leaves the keyboard where it is */
void entente_timeline_peek_show (EntenteTimeline *self, guint32 row);
/* TRUE when something was closed. */
gboolean entente_timeline_peek_close (EntenteTimeline *self);

/* entente-timeline-menu.c: what can be done, at a point or at the mark that has the keyboard */
void entente_timeline_menu_init (EntenteTimeline *self);
/* entente-timeline-words.c: words of an article dropped on a move */
void entente_timeline_words_init (EntenteTimeline *self);
/* @name where a label of a menu looks for mnemonics. Free. */
char *entente_timeline_menu_escape (const char *name);
/* Appends the line that filters the moves of @actor. */
void entente_timeline_menu_append_only (GMenu *menu, const EntenteActor *actor);
void entente_timeline_menu_show_at (EntenteTimeline *self, double x, double y);
void entente_timeline_menu_show (EntenteTimeline *self);

/* entente-timeline-linking.c: from one move to the other, by pointer or keys */
void entente_timeline_linking_begin (EntenteTimeline *self, guint32 row, gboolean by_keys);
void entente_timeline_linking_end (EntenteTimeline *self);
void entente_timeline_linking_move_to (EntenteTimeline *self, double x, double y);
/* Asks which kind of answer it is; of a drag the later move is the answer, by keys that which
 * asked. */
void entente_timeline_linking_take (EntenteTimeline *self, guint32 row);
gboolean entente_timeline_linking_press (EntenteTimeline *self, guint key);
void entente_timeline_linking_draw (EntenteTimeline *self, GtkSnapshot *snapshot);

/* entente-timeline-shift.c: a date moved in steps, shown before it is kept */
void entente_timeline_shift_step (EntenteTimeline *self, int step);
gboolean entente_timeline_shift_press (EntenteTimeline *self, guint key);
/* Keeps it now. */
void entente_timeline_shift_keep (EntenteTimeline *self);
void entente_timeline_shift_drop (EntenteTimeline *self);
void entente_timeline_shift_draw (EntenteTimeline *self, GtkSnapshot *snapshot);

/* entente-timeline-dating.c: a chip that is dragged to the axis */
void entente_timeline_dating_begin (EntenteTimeline *self, guint32 row);
void entente_timeline_dating_drop (EntenteTimeline *self);
void entente_timeline_dating_draw (EntenteTimeline *self, GtkSnapshot *snapshot);
/* The date under @x of the lanes, in the small units of the axis, as a conclusion of the coder;
 * NULL where the axis shows none. */
EntenteDate *entente_timeline_dating_find (EntenteTimeline *self, double x);

/* entente-timeline-range.c: the marked range, its count, and the filter set to it */
gboolean entente_timeline_range_contains (EntenteTimeline *self, double x, double y);
void entente_timeline_range_draw (EntenteTimeline *self, GtkSnapshot *snapshot);
void entente_timeline_range_only_surely (EntenteTimeline *self);
void entente_timeline_range_only_possibly (EntenteTimeline *self);

/* entente-timeline-plan.c: the move that is not there yet, of a form or of the selected suggestion
 */
typedef struct {
  guint lane; /* ENTENTE_NO_INDEX: none that shows, … */
  char *name; /* … of whom or what it would be; NULL: not known */
} EntenteTimelineHome;

typedef struct {
  EntenteSpan window;
  gint64 place; /* of the glyph */
  char *words;
} EntenteTimelineReading;

typedef struct {
  const EntenteKind *kind; /* NULL: not chosen yet */
  EntenteMode mode;
  char *title; /* or NULL */
  GArray *homes; /* EntenteTimelineHome; at least one */
  GArray *readings; /* EntenteTimelineReading, likeliest first; empty: on the shelf */
  gboolean is_open; /* each reading counts alike */
} EntenteTimelinePlan;

void entente_timeline_plan_follow (EntenteTimeline *self);
void entente_timeline_plan_drop (EntenteTimeline *self);
/* NULL when there is none. */
EntenteTimelinePlan *entente_timeline_plan_find (EntenteTimeline *self);
void entente_timeline_plan_free (EntenteTimelinePlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteTimelinePlan, entente_timeline_plan_free)

/* entente-timeline-suggested.c: that move, drawn over the lanes and over the shelf */
void entente_timeline_suggested_draw (EntenteTimeline *self, GtkSnapshot *snapshot);
void entente_timeline_suggested_draw_on_shelf (EntenteTimeline *self, GtkSnapshot *snapshot);
/* Where it stands when no lane in sight has it; height 0: nowhere. */
GdkRectangle entente_timeline_suggested_get_strip (EntenteTimeline *self,
                                                   const EntenteTimelinePlan *plan);

/* entente-timeline-copy.c */
/* One line for each selected move, else for that with the keyboard: date, who, what, towards whom,
 * title, source, with tabs between. Free. */
char *entente_timeline_copy_make_text (EntenteTimeline *self);
/* The timeline as seen; NULL when it is not shown. */
GdkTexture *entente_timeline_copy_make_picture (EntenteTimeline *self);
void entente_timeline_copy (EntenteTimeline *self, gboolean with_text);
/* Records have been read. */
void entente_timeline_copy_follow (EntenteTimeline *self);

/* entente-timeline-item.c: the mark that has the keyboard, as a real widget for screen readers. */
#define ENTENTE_TYPE_TIMELINE_ITEM (entente_timeline_item_get_type ())
G_DECLARE_FINAL_TYPE (EntenteTimelineItem, entente_timeline_item, ENTENTE, TIMELINE_ITEM, GtkWidget)
GtkWidget *entente_timeline_item_new (void);
void entente_timeline_item_set (EntenteTimelineItem *item,
                                const char *label,
                                gboolean selected,
                                const GdkRGBA *ring);

/* entente-timeline-turns.c: turning points and rounds */
void entente_timeline_turns_draw_rules (EntenteTimeline *self, cairo_t *cr);
void entente_timeline_turns_draw_flags (EntenteTimeline *self, GtkSnapshot *snapshot);
void entente_timeline_rounds_draw (EntenteTimeline *self, cairo_t *cr);
void entente_timeline_rounds_draw_names (EntenteTimeline *self, GtkSnapshot *snapshot);
/* Index among the turning points of the scene whose flag is there, or -1. */
int entente_timeline_turns_find (EntenteTimeline *self, double x, double y);
/* Selects the departure of the flag there; a second time opens its form. FALSE when there is none.
 */
gboolean entente_timeline_turns_click (EntenteTimeline *self, double x, double y);
/* Of a flag, or of a round where nothing lies on it; or NULL. */
GtkWidget *entente_timeline_turns_make_tip (EntenteTimeline *self, double x, double y);
/* What the screen reader says behind the words of a move: ", turning point: …, in the round …"; ""
 * for nothing. Free. */
char *entente_timeline_turns_describe (EntenteTimeline *self, guint32 row);
/* The form of a turning point for the move that has the keyboard; of a round for those that are
 * selected. */
void entente_timeline_turns_edit (EntenteTimeline *self);
void entente_timeline_rounds_join (EntenteTimeline *self);

G_END_DECLS
