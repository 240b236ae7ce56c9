/* The inside of an EntenteScene, shared by the files entente-scene-*.c and seen by nobody else. */
#pragma once

#include "entente-row-map.h"
#include "entente-scene.h"

G_BEGIN_DECLS

#define ENTENTE_SCENE_MAX_LINES 5
#define ENTENTE_SCENE_GLYPH_HALF 9.0 /* half a glyph with its rim */
#define ENTENTE_SCENE_LINE_RAISED 255

typedef enum { SCENE_SIDE_NONE, SCENE_SIDE_RIGHT, SCENE_SIDE_LEFT } EntenteSceneSide;

/* Where a lane last became less detailed, and how it is drawn since. */
typedef struct {
  EntenteSceneLevel level;
  double seconds_per_px, middle; /* of the view at that time */
  guint n_rows; /* that were to be drawn */
} EntenteSceneLevelNote;

typedef struct _EntenteSceneKeep EntenteSceneKeep; /* entente-scene-keep.c */

typedef struct {
  EntenteScene scene; /* first: what callers see */
  const EntenteSceneInput *input; /* during an update */
  guint n_answers, n_answers_drawn;
  GArray *lanes, *marks, *bands, *stems, *joins, *links, *loose_ends, *titles, *bundles, *bars,
    *eras, *chips, *positions, *turns, *rounds, *round_drops;
  GArray *flag_of; /* guint: flag of each position of the input, or G_MAXUINT */
  GArray *homes; /* of each position; as long as … */
  EntentePositions *homes_positions; /* … these, and … */
  EntenteLanes *homes_lanes; /* … these are those of the input; or NULL */
  GStringChunk *strings;
  guint first_row, last_row; /* rows whose place is in view: [first, last) */
  guint first_packed,
    last_packed; /* rows of the stretches of time that are packed at this scale and place */
  gint64 first_stretch, last_stretch;
  double stretch_seconds;
  guint n_packed_marks; /* marks beyond these reach in from afar */
  EntenteSceneKeep *keep;
  gboolean
    is_fleeting; /* of the lane under way: its marks hold for this place of the view only, … */
  double least_dx, most_dx; /* … or as long as they are moved by no less and no more */
  GArray *cell_edges; /* guint: first rows of the cells of bundles, once they are asked for */
  GArray *thread; /* guint32, sorted */
  EntenteRowMap *marks_by_row; /* row -> number of its first counted mark + 1 */
  GHashTable *levels; /* field and lane -> EntenteSceneLevelNote of the last update: hysteresis */
  GHashTable *sides; /* row -> EntenteSceneSide at the last update */
  double sides_seconds_per_px; /* scale for which they hold */
} EntenteSceneDraft;

static inline const EntenteLane *
scene_get_lane (EntenteSceneDraft *scene, guint lane)
{
  return entente_lanes_get (scene->input->lanes, lane);
}

static inline gboolean
scene_passes (EntenteSceneDraft *scene, guint row)
{
  return scene->input->filtered == NULL || entente_bitset_contains (scene->input->filtered, row);
}

static inline EntenteSceneMark *
scene_get_mark (EntenteSceneDraft *scene, guint mark)
{
  return &g_array_index (scene->marks, EntenteSceneMark, mark);
}

static inline EntenteSceneLane *
scene_get_scene_lane (EntenteSceneDraft *scene, guint lane)
{
  return &g_array_index (scene->lanes, EntenteSceneLane, lane);
}

static inline double
scene_to_x (EntenteSceneDraft *scene, gint64 time)
{
  return entente_timescale_to_x (&scene->input->scale, time);
}

/* Heights of rows and of what holds text follow the size of text. */
static inline double
scene_scale (EntenteSceneDraft *scene, double px)
{
  return px * MAX (scene->input->text_scale, 1);
}

/* May stand in the view, should it be panned by its width. */
static inline gboolean
scene_is_near (EntenteSceneDraft *scene, double x0, double x1)
{
  double width = scene->input->scale.width_px;

  return x1 > -width - ENTENTE_SCENE_GLYPH_HALF && x0 < 2 * width + ENTENTE_SCENE_GLYPH_HALF;
}

/* Pinned lanes and their members may stay in view wherever that is. */
static inline gboolean
scene_is_looked_at (EntenteSceneDraft *scene, guint at)
{
  const EntenteSceneInput *input = scene->input;
  const EntenteSceneLane *lane = scene_get_scene_lane (scene, at);
  const EntenteLane *body = scene_get_lane (scene, at);

  if (body->parent != ENTENTE_NO_INDEX)
    body = scene_get_lane (scene, body->parent);
  return input->view_height_px <= 0 || body->pinned ||
         (lane->y + lane->height > input->view_y &&
          lane->y < input->view_y + input->view_height_px);
}

/* Only the thread of the selection is drawn as marks. */
static inline gboolean
scene_is_folded (EntenteSceneDraft *scene)
{
  return scene->input->links == ENTENTE_SCENE_LINKS_THREAD && scene->thread->len > 0;
}

/* entente-scene-positions.c: which lanes need room at their foot, before heights are set; and the
 * flags, after that. */
void entente_scene_init_positions (EntenteSceneDraft *scene);
void entente_scene_clear_positions (EntenteSceneDraft *scene);
void entente_scene_reserve_positions (EntenteSceneDraft *scene);
void entente_scene_add_positions (EntenteSceneDraft *scene);

/* entente-scene-dates.c: a mark and the bands of its date at the end of marks[] and bands[], with x
 * but without y. Further readings of the date become further marks. Returns the number of marks
 * added. */
guint entente_scene_add_marks (EntenteSceneDraft *scene, guint lane, guint32 row);
void entente_scene_add_old_mark (EntenteSceneDraft *scene,
                                 guint lane,
                                 guint32 row,
                                 const EntenteSceneDetail *detail);
gboolean entente_scene_is_selected (EntenteSceneDraft *scene, guint32 row);

/* A row of the lane that the filter leaves out. */
gboolean entente_scene_is_ghost_of (EntenteSceneDraft *scene, const EntenteLane *lane, guint32 row);
/* Sorts an array of guint32 and drops what is there twice. */
void entente_scene_sort_rows (GArray *rows);

/* entente-scene-pack.c: level and packed marks of one lane. */
void entente_scene_find_stretches (EntenteSceneDraft *scene);
void entente_scene_pack_lane (EntenteSceneDraft *scene, guint lane);
/* Marks whose glyph is far off but whose bands reach into view. */
void entente_scene_add_far_marks (EntenteSceneDraft *scene);

/* entente-scene-keep.c: marks that only move. */
EntenteSceneKeep *entente_scene_keep_new (void);
void entente_scene_keep_free (EntenteSceneKeep *keep);
/* Empties marks[] and bands[], and looks at what has changed since the last update. */
void entente_scene_keep_begin (EntenteSceneDraft *scene);
/* The marks of @lane from the update before at the end of marks[] and bands[], where they are now;
 * FALSE when they have to be made. */
gboolean entente_scene_keep_move (EntenteSceneDraft *scene, guint lane, double half);
/* They were made, from those numbers on. */
void entente_scene_keep_note (EntenteSceneDraft *scene,
                              guint lane,
                              double half,
                              guint first_mark,
                              guint first_band);

/* entente-scene-put-off.c: things put off without a new date. */
void entente_scene_add_put_off (EntenteSceneDraft *scene);
/* Their arrows, to nowhere. */
void entente_scene_add_put_off_links (EntenteSceneDraft *scene);
/* Where the words "no new date" begin, when @mark is such a thing; else -1. */
double entente_scene_get_put_off_x (EntenteSceneDraft *scene, const EntenteSceneMark *mark);

/* entente-scene-dense.c */
EntenteSceneLevel entente_scene_choose_dense_level (EntenteSceneDraft *scene,
                                                    guint lane,
                                                    EntenteSceneLevel before);
void entente_scene_add_dense_marks (EntenteSceneDraft *scene,
                                    guint lane); /* lone and raised marks, bundles without y */
void entente_scene_add_bars (EntenteSceneDraft *scene);

/* entente-scene-links.c */
void entente_scene_add_stems (EntenteSceneDraft *scene);
void entente_scene_add_joins (EntenteSceneDraft *scene);
void entente_scene_add_links (EntenteSceneDraft *scene);
void entente_scene_add_loose_ends (EntenteSceneDraft *scene);

/* entente-scene-routes.c: the way of an arrow whose rows are set, and its pill with @text (NULL:
 * none). */
void entente_scene_route_link (EntenteSceneDraft *scene,
                               const EntenteSceneMark *from,
                               const EntenteSceneMark *to,
                               EntenteSceneLink *link,
                               const char *text);

/* entente-scene-titles.c */
void entente_scene_add_titles (EntenteSceneDraft *scene);

/* entente-scene-margin.c: eras above the lanes, chips below. */
void entente_scene_add_eras (EntenteSceneDraft *scene);
void entente_scene_add_chips (EntenteSceneDraft *scene);

/* entente-scene-turns.c: after the eras. */
void entente_scene_add_turns (EntenteSceneDraft *scene);
/* entente-scene-rounds.c */
/* Before the heights of lanes are known, and when marks have their places. */
void entente_scene_reserve_rounds (EntenteSceneDraft *scene);
void entente_scene_add_rounds (EntenteSceneDraft *scene);

G_END_DECLS
