/* EntenteScene: everything that a timeline shows, as plain arrays of shapes in pixels.
 *
 * One scene feeds drawing, hit test, tips, accessibility and paper. x runs from 0 to
 * scale.width_px, y from 0 at the top of the first lane; axis, eras, shelf have places of their
 * own, and their y is left to whoever draws. Level of detail by lane: marks with titles, marks,
 * bundles (when marks would cover each other), density (when bundles would). Every filtered event
 * is counted in exactly one of the counts below. Updated again and again on the same memory: arrays
 * and texts are valid until the next update. No GTK; widths of labels come from a callback. One
 * thread at a time.
 */
#pragma once

#include "entente-event.h"
#include "entente-glyph.h"
#include "entente-lanes.h"
#include "entente-measure.h"
#include "entente-positions.h"
#include "entente-scene-context.h"
#include "entente-timescale.h"

G_BEGIN_DECLS

/* Sizes in pixels. */
#define ENTENTE_SCENE_ROW 22.0 /* from one row of a lane to the next */
#define ENTENTE_SCENE_LANE_MIN 44.0
#define ENTENTE_SCENE_LANE_DENSE 56.0
#define ENTENTE_SCENE_LANE_FOLDED 26.0 /* of lanes folded to a strip of density */
#define ENTENTE_SCENE_LANE_MAX 96.0 /* of lanes that grow to fill the height, … */
#define ENTENTE_SCENE_LANE_DENSE_MAX 192.0 /* … and where bars do */
#define ENTENTE_SCENE_BAND 16.0 /* height of a band */
#define ENTENTE_SCENE_FADE 90.0 /* length of an open fade */
#define ENTENTE_SCENE_BAR 4.0 /* width of a density bar */
#define ENTENTE_SCENE_PILL 22.0 /* height of a pill */
#define ENTENTE_SCENE_STRIP 18.0 /* for the flags of positions, at the foot of their lanes */
#define ENTENTE_SCENE_ROUND 19.0 /* a line of brackets of rounds, at the top of their lanes */

typedef enum {
  ENTENTE_LEVEL_MARKS,
  ENTENTE_LEVEL_BUNDLES,
  ENTENTE_LEVEL_DENSITY,
} EntenteSceneLevel;

typedef struct {
  double y, height;
  guint n_rows; /* of packed marks */
  EntenteSceneLevel level;
  gboolean ghost_density; /* events outside the filter are too many to draw: pale density */
  guint first_bar, n_bars; /* in bars[] */
  double strip; /* at its foot, for flags of positions; 0: it has none */
  double head; /* at its top, for brackets of rounds; 0: it has none */
} EntenteSceneLane;

typedef enum {
  ENTENTE_MARK_GHOST = 1 << 0, /* outside the filter */
  ENTENTE_MARK_SELECTED = 1 << 1,
  ENTENTE_MARK_THREAD = 1 << 2, /* linked with the first selected event */
  ENTENTE_MARK_PINNED = 1 << 3,
  ENTENTE_MARK_AGAIN =
    1 << 4, /* a further mark of an event that is counted elsewhere: other parties, other reading */
  ENTENTE_MARK_OLD = 1 << 5, /* pale glyph at the date from which it was put off: stands for the
                                event, counts nowhere */
  ENTENTE_MARK_RAISED = 1 << 6, /* stands above density or bundles on a stem of its own */
} EntenteMarkFlags;

typedef struct {
  guint32 row; /* of the chronicle */
  guint32 body; /* actor whose colour it takes, or ENTENTE_NO_INDEX: grey */
  guint16 lane;
  guint8 hue;
  guint8 line; /* row within the lane, from the top */
  guint16 flags; /* EntenteMarkFlags */
  EntenteGlyph glyph;
  double x, y; /* middle of the glyph */
  double x0, x1; /* reach of glyph and bands, unclipped */
  guint first_band, n_bands;
} EntenteSceneMark;

typedef enum {
  ENTENTE_BAND_TINT, /* told: the move lies within */
  ENTENTE_BAND_DOTS, /* known by order and publication only */
  ENTENTE_BAND_SOLID, /* surely under way from core0 to core1 */
  ENTENTE_BAND_LINE, /* joins two readings of one date */
} EntenteBandKind;

typedef enum {
  ENTENTE_EDGE_ROUND, /* bound told */
  ENTENTE_EDGE_FADE, /* open or approximate: fades from core to end */
  ENTENTE_EDGE_TICK, /* derived */
  ENTENTE_EDGE_FLAT,
  ENTENTE_EDGE_ARROW, /* still so at publication */
} EntenteBandEdge;

typedef struct {
  guint mark; /* in marks[] */
  guint8 kind; /* EntenteBandKind */
  guint8 start, end; /* EntenteBandEdge */
  gboolean broken; /* announced, conditional, hypothetical */
  double x0, x1; /* whole reach, at most some screens beyond the view */
  double core0, core1; /* full tint or solid within; equal to x0, x1 where nothing fades */
  double y; /* middle */
} EntenteSceneBand;

/* A stem to the lane of an addressee; the arrowhead is at y1. */
typedef struct {
  guint mark;
  double x, y0, y1;
} EntenteSceneStem;

/* The line between the marks of a joint move in two lanes. */
typedef struct {
  guint mark, other;
  double x, y0, y1;
} EntenteSceneJoin;

/* An arrow from a move to its answer, a cubic curve; or from an old date to the new one. */
typedef struct {
  guint32 from_row, to_row;
  guint16 from_lane, to_lane;
  double xy[8]; /* start, two controls, end (the arrowhead) */
  gboolean inferred; /* broken */
  gboolean strong; /* of the selection's thread */
  const char *text; /* days between, or NULL */
  double pill_x, pill_y, pill_width; /* middle and width */
  double pill_along; /* the part of the curve before the pill, 0 to 1 */
} EntenteSceneLink;

/* The start of an arrow that leads nowhere: the move at @mark expects an answer, and none is
 * recorded. A short line from (x0, y0) with an open ring around (x1, y1). */
typedef struct {
  guint mark;
  double x0, y0, x1, y1;
} EntenteSceneLooseEnd;

typedef struct {
  guint mark;
  const char *text;
  double x, y, width; /* left edge, middle */
  gboolean strong;
  gboolean over_dots; /* lies on its own dotted band: draw on ground */
  gboolean on_solid; /* within a solid band: draw in the colour of the ground */
} EntenteSceneTitle;

typedef struct {
  guint16 lane;
  guint8 hue;
  guint32 body;
  double x, y, width; /* middle and width of the pill */
  double reach0,
    reach1; /* of its members' glyphs, and of the dates of the first and last if no date is finer */
  double reach_y;
  guint count;
  guint first; /* its members are lane->filtered[first] and on, see last */
  guint last; /* inclusive; raised marks among them are not counted in @count */
  const char *text;
} EntenteSceneBundle;

/* One bar of density, ENTENTE_SCENE_BAR wide, standing on the bottom of its lane. */
typedef struct {
  double x;
  guint filtered, total;
  double filtered_height, total_height; /* square roots, one scale for all lanes */
} EntenteSceneBar;

typedef struct {
  guint32 era; /* index */
  const char *text; /* name, NULL while narrower than 40 px with no room beside, and on stripes
                       after the first */
  double x0, x1, core0, core1; /* fades outside the core */
  double text_x, text_width; /* the name is cut where it is wider */
  guint8 line; /* row of the band of eras */
  gboolean recurring;
} EntenteSceneEra;

/* A chip of the shelf; x from the left edge of the shelf. */
typedef struct {
  guint32 row;
  guint8 hue;
  guint32 body;
  gboolean ghost, selected;
  gboolean answers_previous; /* an arrow stands before it */
  EntenteGlyph glyph;
  const char *text;
  const char *note; /* bounds in words */
  double x, width, text_x, note_x;
} EntenteSceneChip;

/* A change of position: a flag at the foot of its actor's lane, counted nowhere. Those that would
 * cover each other are one flag. */
typedef struct {
  guint n; /* how many the flag stands for, see entente_scene_get_position() */
  guint16 lane;
  guint8 hue;
  guint32 body;
  guint8 kind; /* EntentePositionKind of the first */
  gboolean hollow; /* its date is wider than a day */
  double x, y; /* middle */
  double x0,
    x1; /* reach of the possible dates of all of them, at most some screens beyond the view */
} EntenteScenePosition;

/* Filtered events, each in one: they add up to the number of filtered events. */
typedef struct {
  guint marks; /* drawn as marks, in view */
  guint bundled;
  guint dense;
  guint shelf; /* on the shelf, chips out of sight included */
  guint before; /* out of view on the left */
  guint after;
  guint hidden; /* in no lane but hidden ones, at any time */
} EntenteSceneCounts;

typedef enum {
  ENTENTE_SCENE_LINKS_NONE,
  ENTENTE_SCENE_LINKS_SELECTION,
  ENTENTE_SCENE_LINKS_ALL,
  ENTENTE_SCENE_LINKS_THREAD /* of the selection, and whatever is not of its thread is pale density
                              */
} EntenteSceneLinks;

/* What only the whole record tells. */
typedef struct {
  EntenteSpan readings[4]; /* of a date with several readings, likeliest first */
  guint n_readings;
  EntenteSpan planned; /* first planned date of a thing put off */
  gboolean has_planned;
} EntenteSceneDetail;

typedef struct {
  const EntenteChronicle *chronicle;
  const EntenteBitset *filtered; /* NULL: all */
  const EntenteLanes *lanes;
  EntenteTimescale scale;
  double height_px; /* place for the lanes; lanes of density grow to fill it; 0: natural height */
  double lane_least_px; /* every lane is at least so high; 0: its natural height */
  double view_y,
    view_height_px; /* what is looked at: bars of other lanes are left out; height 0: everything */
  double shelf_width_px; /* 0: no chips */
  const guint32 *selection; /* rows; the first is the one whose thread is shown */
  guint n_selection;
  EntenteSceneLinks links;
  gboolean ghosts; /* show what is outside the filter */
  gboolean titles;
  gboolean hides_turns; /* turning points are left out */
  double text_scale; /* of text and what holds it; up to 1: the sizes above */
  gboolean hatched; /* fades are drawn as strong at their ends as within: nothing may lie on them */
  gint64 published; /* of the article shown; ENTENTE_TIME_MIN for none */
  gint64 today; /* ENTENTE_TIME_MIN for none */
  const EntentePositions *positions; /* drawn where lanes are those of actors; NULL: none */
  /* Title of an event, or NULL while unknown; valid during the update. */
  const char *(*title) (guint32 row, gpointer data);
  /* FALSE while unknown. May be NULL. Asked only for rows flagged READINGS or PLANNED in view. */
  gboolean (*detail) (guint32 row, EntenteSceneDetail *detail, gpointer data);
  EntenteMeasure measure;
  gpointer data; /* for all three */
} EntenteSceneInput;

typedef struct {
  EntenteTimescale scale;
  double height; /* of all lanes */
  double text_scale; /* at least 1: bands, pills and rows are so much higher */
  gboolean folded; /* to the thread of the selection */
  guint n_thread; /* filtered moves of that thread, when folded */
  const EntenteSceneLane *lanes;
  guint n_lanes;
  const EntenteSceneMark
    *marks; /* by lane, then row; those that only reach in from afar at the end */
  guint n_marks;
  const EntenteSceneBand *bands;
  guint n_bands;
  const EntenteSceneStem *stems;
  guint n_stems;
  const EntenteSceneJoin *joins;
  guint n_joins;
  const EntenteSceneLink *links;
  guint n_links;
  guint n_answers,
    n_answers_drawn; /* of what was asked for, in view, between marks; too many are not drawn */
  const EntenteSceneLooseEnd *loose_ends;
  guint n_loose_ends;
  const EntenteSceneTitle *titles;
  guint n_titles;
  const EntenteSceneBundle *bundles;
  guint n_bundles;
  const EntenteSceneBar *bars;
  guint n_bars;
  double bar_seconds; /* that a bar counts: its own length, or that of the shortest date where this
                         is longer */
  const EntenteScenePosition *positions;
  guint n_positions;
  const EntenteSceneEra *eras;
  guint n_eras;
  guint n_era_lines;
  const EntenteSceneTurn *turns; /* from left to right */
  guint n_turns;
  guint turn_line; /* among the lines of eras; ENTENTE_NO_INDEX: the study has no turning points, or
                      hides them */
  const EntenteSceneRound *rounds;
  guint n_rounds;
  const EntenteSceneRoundDrop *round_drops;
  guint n_round_drops;
  const EntenteSceneChip *chips;
  guint n_chips;
  guint n_shelf, n_shelf_total; /* "3 of 5" */
  double published_x, today_x; /* -1: none or out of view */
  EntenteSceneCounts counts;
} EntenteScene;

EntenteScene *entente_scene_new (void);
void entente_scene_free (EntenteScene *scene);
void entente_scene_update (EntenteScene *scene, const EntenteSceneInput *input);
/* First mark of @row that is counted, else any; NULL when it is drawn as no mark. */
const EntenteSceneMark *entente_scene_find_mark (const EntenteScene *scene, guint32 row);
/* Bundle that holds @row, or NULL. */
const EntenteSceneBundle *entente_scene_find_bundle (const EntenteScene *scene,
                                                     const EntenteLanes *lanes,
                                                     guint32 row);

/* Number of the flag at a point of the lanes, @slop_px around it; G_MAXUINT when there is none. */
guint entente_scene_find_position (const EntenteScene *scene, double x, double y, double slop_px);
/* Number, in the positions of the input, of the @at-th one that a flag stands for; G_MAXUINT beyond
 * the last. */
guint entente_scene_get_position (const EntenteScene *scene, guint flag, guint at);
/* The flag of the position of that number; G_MAXUINT when it has none in view. */
guint entente_scene_get_flag (const EntenteScene *scene, guint number);
/* The lane at whose foot its flag is, in view or not; ENTENTE_NO_INDEX when it has none. */
guint entente_scene_get_position_lane (const EntenteScene *scene, guint number);

/* The recurring period that alone has @line of the band of eras, and no room there for its name;
 * else ENTENTE_NO_INDEX. */
guint32 entente_scene_find_line_era (const EntenteScene *scene, guint line);

/* What the record of an event tells of its date. */
void entente_scene_detail_read (EntenteSceneDetail *detail, const EntenteEvent *event);

/* Widens @extent to the readings and the planned date, whose marks and lines would otherwise lie
 * outside of it; TRUE when it did. */
gboolean entente_scene_detail_extend (const EntenteSceneDetail *detail, EntenteSpan *extent);

/* The moment to mark as that of publication: of @article, else of the only article there is;
 * ENTENTE_TIME_MIN when that has none. */
gint64 entente_scene_find_publication (const EntenteChronicle *chronicle, EntenteId article);

/* Dated positions that have no flag whatever is in view: nobody of theirs has a lane that is open.
 */
guint entente_scene_count_homeless (const EntenteChronicle *chronicle,
                                    const EntenteLanes *lanes,
                                    const EntentePositions *positions);
/* Where the glyph of @row stands, civil seconds: its place, but moves of which only bounds are
 * known stand in order of telling between them. */
gint64 entente_scene_get_glyph_time (const EntenteChronicle *chronicle, guint32 row);
/* "at least 137 days", "0–61 days": from @row to its answer @answer; NULL when nothing can be said.
 * Free. */
char *entente_scene_format_days (const EntenteChronicle *chronicle, guint32 row, guint32 answer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteScene, entente_scene_free)

G_END_DECLS
