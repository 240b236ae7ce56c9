/* Titles of marks in the room that is left: right of the mark, else left, else away; never over
 * each other, over another mark, its band or a pill. Selected, pinned and thread titles come first,
 * then those that stood in the last frame of the same scale, so that panning does not make them
 * flicker.
 */
#include "config.h"

#include "entente-scene-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define NEAR 13.0 /* from the middle of a glyph */
#define GLYPH_PART 5.0 /* a band that ends so near lies under the glyph */
#define NEAR_BAND 9.0 /* from the end of a band */
#define CLEAR 6.0 /* between a title and what is beside it */
#define FAINT 14.0 /* the outer part of a fade may lie under a title */
#define EDGE 2.0
#define READING_EDGE 22.0 /* so much of a line that leads out of view stays before its words */
#define HEIGHT 16.0
#define WIDEST 360.0
#define SHORTEST 2.0 /* where not even this fits, no words are asked for */
#define MARKS_MAX 4000 /* with more marks nothing but strong titles is worth a try */

typedef struct {
  double x0, x1, y0, y1;
  guint mark; /* whose it is, G_MAXUINT: nobody's */
} Obstacle;

typedef struct {
  EntenteSceneDraft *scene;
  GArray *obstacles; /* Obstacle, by lane */
  guint *first; /* n_lanes + 1: in obstacles */
  GArray *taken; /* Obstacle: titles and pills */
  double height; /* of a title */
} Titles;

typedef struct {
  double x;
  gboolean over_dots;
} Place;

static const EntenteSceneBand *
get_own_band (Titles *titles, const EntenteSceneMark *mark)
{
  return mark->n_bands > 0
           ? &g_array_index (titles->scene->bands, EntenteSceneBand, mark->first_band)
           : NULL;
}

/* The outer part of a tint that fades may lie under a title; what is solid stays clear even where
 * it fades. */
static double
get_faint (Titles *titles, const EntenteSceneBand *band)
{
  return band->kind == ENTENTE_BAND_SOLID || titles->scene->input->hatched ? 0 : FAINT;
}

/* ---- obstacles ---- */

static void
add_obstacle (GArray *to, double x0, double x1, double y, double height, guint mark)
{
  Obstacle obstacle = { x0, x1, y - height / 2, y + height / 2, mark };

  g_array_append_val (to, obstacle);
}

static void
add_mark_obstacles (Titles *titles, GArray *to, guint at)
{
  const EntenteSceneMark *mark = scene_get_mark (titles->scene, at);

  add_obstacle (to,
                mark->x - ENTENTE_SCENE_GLYPH_HALF,
                mark->x + ENTENTE_SCENE_GLYPH_HALF,
                mark->y,
                ENTENTE_SCENE_BAND,
                at);
  for (guint i = 0; i < mark->n_bands; i++) {
    const EntenteSceneBand *band =
      &g_array_index (titles->scene->bands, EntenteSceneBand, mark->first_band + i);
    double x0 = band->start == ENTENTE_EDGE_FADE ? band->x0 + get_faint (titles, band) : band->x0;
    double x1 = band->end == ENTENTE_EDGE_FADE ? band->x1 - get_faint (titles, band) : band->x1;

    if (x1 > x0)
      add_obstacle (to, x0, x1, band->y, ENTENTE_SCENE_BAND, at);
  }
}

/* Marks come lane by lane, so their obstacles do too. */
static void
collect_obstacles (Titles *titles)
{
  EntenteSceneDraft *scene = titles->scene;
  guint at = 0;

  for (guint lane = 0; lane < scene->lanes->len; lane++) {
    titles->first[lane] = titles->obstacles->len;
    for (; at < scene->n_packed_marks && scene_get_mark (scene, at)->lane == lane; at++)
      add_mark_obstacles (titles, titles->obstacles, at);
  }
  titles->first[scene->lanes->len] = titles->obstacles->len;
  for (; at < scene->marks->len; at++)
    add_mark_obstacles (titles, titles->taken, at);
  for (guint i = 0; i < scene->links->len; i++) {
    const EntenteSceneLink *link = &g_array_index (scene->links, EntenteSceneLink, i);

    if (link->xy[1] == link->xy[7]) /* along its row: a title there would look struck out */
      add_obstacle (titles->taken,
                    MIN (link->xy[0], link->xy[6]),
                    MAX (link->xy[0], link->xy[6]),
                    link->xy[1],
                    ENTENTE_SCENE_BAND,
                    G_MAXUINT);
    if (link->text != NULL)
      add_obstacle (titles->taken,
                    link->pill_x - link->pill_width / 2,
                    link->pill_x + link->pill_width / 2,
                    link->pill_y,
                    scene_scale (scene, ENTENTE_SCENE_PILL),
                    G_MAXUINT);
  }
  for (guint i = 0; i < scene->bundles->len; i++) {
    const EntenteSceneBundle *bundle = &g_array_index (scene->bundles, EntenteSceneBundle, i);

    add_obstacle (titles->taken,
                  bundle->x - bundle->width / 2,
                  bundle->x + bundle->width / 2,
                  bundle->y,
                  scene_scale (scene, ENTENTE_SCENE_PILL),
                  G_MAXUINT);
  }
}

static gboolean
meets (const Obstacle *obstacle, double x0, double x1, double y, double height)
{
  return obstacle->x0 < x1 + CLEAR && obstacle->x1 > x0 - CLEAR && obstacle->y0 < y + height / 2 &&
         obstacle->y1 > y - height / 2;
}

static gboolean
is_free (Titles *titles, guint at, double x, double width)
{
  const EntenteSceneMark *mark = scene_get_mark (titles->scene, at);

  if (x < EDGE || x + width > titles->scene->input->scale.width_px - EDGE)
    return FALSE;
  for (guint i = 0; i < titles->taken->len; i++)
    if (g_array_index (titles->taken, Obstacle, i).mark != at &&
        meets (&g_array_index (titles->taken, Obstacle, i), x, x + width, mark->y, titles->height))
      return FALSE;
  for (guint i = titles->first[mark->lane]; i < titles->first[mark->lane + 1]; i++) {
    const Obstacle *obstacle = &g_array_index (titles->obstacles, Obstacle, i);

    if (obstacle->mark != at && meets (obstacle, x, x + width, mark->y, titles->height))
      return FALSE;
  }
  return TRUE;
}

/* ---- places ---- */

/* On its own dotted line, when the line is long enough to show on both sides. */
static gboolean
find_on_dots (Titles *titles, guint at, double width, EntenteSceneSide side, Place *place)
{
  const EntenteSceneMark *mark = scene_get_mark (titles->scene, at);
  const EntenteSceneBand *band = get_own_band (titles, mark);

  if (band == NULL || band->kind != ENTENTE_BAND_DOTS)
    return FALSE;
  place->over_dots = TRUE;
  place->x = side == SCENE_SIDE_RIGHT ? mark->x + NEAR : mark->x - NEAR - width;
  if (side == SCENE_SIDE_RIGHT ? place->x + width > band->x1 - 2 : place->x < band->x0 + 2)
    return FALSE;
  return is_free (titles, at, place->x, width);
}

/* Right end of the further readings of the date, which stand in the same row. */
static double
get_last_reading (Titles *titles, guint at)
{
  const EntenteSceneMark *mark = scene_get_mark (titles->scene, at);
  double end = -G_MAXDOUBLE;

  for (guint i = at + 1; i < titles->scene->marks->len; i++) {
    const EntenteSceneMark *other = scene_get_mark (titles->scene, i);

    if (other->row != mark->row || other->lane != mark->lane || (other->flags & ENTENTE_MARK_OLD))
      break;
    end = MAX (end, other->x1);
  }
  return end;
}

static gboolean
find_beside (Titles *titles, guint at, double width, EntenteSceneSide side, Place *place)
{
  const EntenteSceneMark *mark = scene_get_mark (titles->scene, at);
  const EntenteSceneBand *band = get_own_band (titles, mark);
  double ring = mark->flags & ENTENTE_MARK_SELECTED ? 5 : 0;
  double x0 = mark->x - NEAR, x1 = mark->x + NEAR;

  if (band != NULL && band->x0 < mark->x - GLYPH_PART)
    x0 = MIN (x0,
              band->x0 + (band->start == ENTENTE_EDGE_FADE ? get_faint (titles, band) : 0) -
                NEAR_BAND);
  if (band != NULL && band->x1 > mark->x + GLYPH_PART)
    x1 =
      MAX (x1,
           band->x1 - (band->end == ENTENTE_EDGE_FADE ? get_faint (titles, band) : 0) + NEAR_BAND);
  x1 = MAX (x1, get_last_reading (titles, at) + NEAR_BAND);
  place->over_dots = FALSE;
  place->x = side == SCENE_SIDE_RIGHT ? x1 + ring : x0 - ring - width;
  return is_free (titles, at, place->x, width);
}

static EntenteSceneSide
find_place (Titles *titles, guint at, double width, EntenteSceneSide preferred, Place *place)
{
  EntenteSceneSide first = preferred != SCENE_SIDE_NONE ? preferred : SCENE_SIDE_RIGHT;
  EntenteSceneSide second = first == SCENE_SIDE_RIGHT ? SCENE_SIDE_LEFT : SCENE_SIDE_RIGHT;

  if (find_on_dots (titles, at, width, first, place) ||
      find_beside (titles, at, width, first, place))
    return first;
  if (find_on_dots (titles, at, width, second, place) ||
      find_beside (titles, at, width, second, place))
    return second;
  return SCENE_SIDE_NONE;
}

/* ---- order ---- */

static gboolean
is_strong (const EntenteSceneMark *mark)
{
  return (mark->flags & (ENTENTE_MARK_SELECTED | ENTENTE_MARK_PINNED | ENTENTE_MARK_THREAD)) != 0;
}

static gboolean
is_looked_at (EntenteSceneDraft *scene, const EntenteSceneMark *mark)
{
  return scene_is_looked_at (scene, mark->lane);
}

/* One title for each event that counts and is in view. */
static gboolean
wants_title (EntenteSceneDraft *scene, const EntenteSceneMark *mark)
{
  if (mark->flags & (ENTENTE_MARK_AGAIN | ENTENTE_MARK_OLD))
    return FALSE;
  if ((mark->flags & ENTENTE_MARK_GHOST) && !(mark->flags & ENTENTE_MARK_SELECTED))
    return FALSE;
  return mark->x > -ENTENTE_SCENE_GLYPH_HALF &&
         mark->x < scene->input->scale.width_px + ENTENTE_SCENE_GLYPH_HALF;
}

static void
try_title (Titles *titles, guint at, EntenteSceneSide preferred)
{
  EntenteSceneDraft *scene = titles->scene;
  const EntenteSceneMark *mark = scene_get_mark (scene, at);
  const char *text;
  EntenteSceneTitle title = { .mark = at };
  EntenteLabelStyle style;
  EntenteSceneSide side;
  Place place;

  if (preferred == SCENE_SIDE_NONE &&
      find_place (titles, at, SHORTEST, SCENE_SIDE_NONE, &place) == SCENE_SIDE_NONE)
    return;
  text = scene->input->title (mark->row, scene->input->data);
  if (text == NULL || *text == '\0')
    return;
  title.strong = is_strong (mark);
  style = title.strong ? ENTENTE_LABEL_TITLE_STRONG : ENTENTE_LABEL_TITLE;
  title.width =
    MIN (scene->input->measure (style, text, scene->input->data), scene_scale (scene, WIDEST));
  side = find_place (titles, at, title.width, preferred, &place);
  if (side == SCENE_SIDE_NONE)
    return;
  title.text = g_string_chunk_insert (scene->strings, text);
  title.x = place.x;
  title.y = mark->y;
  title.over_dots = place.over_dots;
  g_array_append_val (scene->titles, title);
  add_obstacle (titles->taken, title.x, title.x + title.width, title.y, titles->height, at);
  g_hash_table_insert (scene->sides, GUINT_TO_POINTER (mark->row), GUINT_TO_POINTER (side));
}

/* ---- spans that began out of view ---- */

/* What is surely under way where the view begins says there what it is, and so does a span with no
 * room beside it. */
static void
try_on_solid (Titles *titles, guint at)
{
  EntenteSceneDraft *scene = titles->scene;
  const EntenteSceneMark *mark = scene_get_mark (scene, at);
  const EntenteSceneBand *band = get_own_band (titles, mark);
  EntenteSceneTitle title = { .mark = at, .on_solid = TRUE };
  const char *text;
  double room;

  if (band == NULL || band->kind != ENTENTE_BAND_SOLID || titles->height > ENTENTE_SCENE_BAND)
    return;
  title.x = MAX (band->core0, 0) + NEAR_BAND;
  if (mark->x > -NEAR)
    title.x = MAX (title.x, mark->x + NEAR);
  title.y = mark->y;
  room = MIN (band->core1, scene->input->scale.width_px) - title.x - NEAR_BAND;
  if (room < SHORTEST || !is_free (titles, at, title.x, SHORTEST))
    return;
  text = scene->input->title (mark->row, scene->input->data);
  if (text == NULL || *text == '\0')
    return;
  title.strong = is_strong (mark);
  title.width =
    scene->input->measure (title.strong ? ENTENTE_LABEL_TITLE_STRONG : ENTENTE_LABEL_TITLE,
                           text,
                           scene->input->data);
  if (title.width > room || !is_free (titles, at, title.x, title.width))
    return;
  title.text = g_string_chunk_insert (scene->strings, text);
  g_array_append_val (scene->titles, title);
  add_obstacle (titles->taken, title.x, title.x + title.width, title.y, titles->height, at);
}

static gboolean
has_title (Titles *titles, guint mark)
{
  for (guint i = 0; i < titles->scene->titles->len; i++)
    if (g_array_index (titles->scene->titles, EntenteSceneTitle, i).mark == mark)
      return TRUE;
  return FALSE;
}

static void
try_titles_on_solids (Titles *titles)
{
  for (guint i = 0; i < titles->scene->marks->len; i++) {
    const EntenteSceneMark *mark = scene_get_mark (titles->scene, i);

    if (!(mark->flags & (ENTENTE_MARK_AGAIN | ENTENTE_MARK_OLD | ENTENTE_MARK_GHOST)) &&
        !has_title (titles, i) && mark->x < titles->scene->input->scale.width_px && mark->x1 > 0 &&
        is_looked_at (titles->scene, mark))
      try_on_solid (titles, i);
  }
}

/* ---- things put off ---- */

static void
add_put_off_titles (Titles *titles)
{
  EntenteSceneDraft *scene = titles->scene;

  for (guint i = scene->n_packed_marks; i < scene->marks->len; i++) {
    const EntenteSceneMark *mark = scene_get_mark (scene, i);
    EntenteSceneTitle title = { .mark = i, .y = mark->y };

    title.x = entente_scene_get_put_off_x (scene, mark);
    if (title.x < 0)
      continue;
    title.text = g_string_chunk_insert (scene->strings, _ ("no new date"));
    title.width = scene->input->measure (ENTENTE_LABEL_TITLE, title.text, scene->input->data);
    if (title.x + title.width > scene->input->scale.width_px - EDGE)
      continue;
    g_array_append_val (scene->titles, title);
    add_obstacle (titles->taken,
                  title.x,
                  title.x + title.width,
                  title.y,
                  titles->height,
                  G_MAXUINT);
  }
}

/* ---- readings out of view ---- */

/* The reading nearest to the view before its start or, @after, behind its end; NULL when there is
 * none. */
static const EntenteSpan *
find_reading (EntenteSceneDraft *scene, const EntenteSceneDetail *detail, gboolean after)
{
  EntenteSpan view = entente_timescale_get_span (&scene->input->scale);
  const EntenteSpan *found = NULL;

  for (guint i = 0; i < detail->n_readings; i++) {
    const EntenteSpan *reading = &detail->readings[i];

    if (after ? reading->start < view.end : reading->end > view.start)
      continue;
    if (found == NULL || (after ? reading->start < found->start : reading->end > found->end))
      found = reading;
  }
  return found;
}

/* The line to it leaves the view: at the edge it says where it leads. */
static void
add_reading_title (Titles *titles, const EntenteSceneBand *band, gboolean after)
{
  EntenteSceneDraft *scene = titles->scene;
  EntenteSceneTitle title = { .mark = band->mark, .y = band->y, .over_dots = TRUE };
  EntenteSceneDetail detail = { 0 };
  double width = scene->input->scale.width_px;
  const EntenteSpan *reading = NULL;
  g_autofree char *span = NULL, *text = NULL;

  if ((after ? band->x1 <= width : band->x0 >= 0) || scene->input->detail == NULL ||
      !scene->input->detail (scene_get_mark (scene, band->mark)->row, &detail, scene->input->data))
    return;
  reading = find_reading (scene, &detail, after);
  if (reading == NULL)
    return;
  span = entente_span_format (*reading);
  /* TRANSLATORS: at the edge of a timeline, where a line leaves it: another reading of a date lies
   * out of view */
  text = g_strdup_printf (C_ ("reading", "or %s"), span);
  title.width = scene->input->measure (ENTENTE_LABEL_TITLE, text, scene->input->data);
  title.x = after ? width - READING_EDGE - title.width : READING_EDGE;
  if (title.x < MAX (band->x0, 0) || title.x + title.width > MIN (band->x1, width) ||
      !is_free (titles, band->mark, title.x, title.width))
    return;
  title.text = g_string_chunk_insert (scene->strings, text);
  g_array_append_val (scene->titles, title);
  add_obstacle (titles->taken, title.x, title.x + title.width, title.y, titles->height, G_MAXUINT);
}

static void
add_reading_titles (Titles *titles)
{
  EntenteSceneDraft *scene = titles->scene;

  for (guint i = 0; i < scene->bands->len; i++) {
    const EntenteSceneBand *band = &g_array_index (scene->bands, EntenteSceneBand, i);

    if (band->kind != ENTENTE_BAND_LINE ||
        (scene_get_mark (scene, band->mark)->flags & ENTENTE_MARK_GHOST) ||
        !is_looked_at (scene, scene_get_mark (scene, band->mark)))
      continue;
    add_reading_title (titles, band, FALSE);
    add_reading_title (titles, band, TRUE);
  }
}

typedef enum { TURN_STRONG, TURN_BEFORE, TURN_REST } Turn;

/* Lanes that nobody looks at have no titles, but theirs will stand where they stood. */
static void
try_titles (Titles *titles, Turn turn, GHashTable *before)
{
  EntenteSceneDraft *scene = titles->scene;

  for (guint i = 0; i < scene->marks->len; i++) {
    const EntenteSceneMark *mark = scene_get_mark (scene, i);
    gpointer key = GUINT_TO_POINTER (mark->row);
    EntenteSceneSide side;

    if (is_strong (mark) != (turn == TURN_STRONG) || !wants_title (scene, mark))
      continue;
    side = GPOINTER_TO_UINT (g_hash_table_lookup (before, key));
    if (turn != TURN_STRONG && (side != SCENE_SIDE_NONE) != (turn == TURN_BEFORE))
      continue;
    if (is_looked_at (scene, mark))
      try_title (titles, i, side);
    else if (side != SCENE_SIDE_NONE)
      g_hash_table_insert (scene->sides, key, GUINT_TO_POINTER (side));
  }
}

void
entente_scene_add_titles (EntenteSceneDraft *scene)
{
  Titles titles = { .scene = scene, .height = scene_scale (scene, HEIGHT) };
  double scale = scene->input->scale.seconds_per_px;
  g_autoptr (GHashTable) before = NULL;

  if (!scene->input->titles || scene->input->title == NULL)
    return;
  if (scale != scene->sides_seconds_per_px)
    g_hash_table_remove_all (scene->sides);
  before = g_steal_pointer (&scene->sides);
  scene->sides = g_hash_table_new (NULL, NULL);
  scene->sides_seconds_per_px = scale;
  titles.obstacles = g_array_new (FALSE, FALSE, sizeof (Obstacle));
  titles.taken = g_array_new (FALSE, FALSE, sizeof (Obstacle));
  titles.first = g_new (guint, scene->lanes->len + 1);
  collect_obstacles (&titles);
  add_put_off_titles (&titles);
  add_reading_titles (&titles);
  try_titles (&titles, TURN_STRONG, before);
  try_titles (&titles, TURN_BEFORE, before);
  if (scene->marks->len <= MARKS_MAX)
    try_titles (&titles, TURN_REST, before);
  try_titles_on_solids (&titles);
  g_array_unref (titles.obstacles);
  g_array_unref (titles.taken);
  g_free (titles.first);
}
