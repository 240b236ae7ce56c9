/* Flags of positions at the foot of lanes of actors. A lane that has any is higher by a strip,
 * whatever part of time is in view, so panning moves no lane.
 */
#include "config.h"

#include "entente-scene-private.h"

#include <math.h>
#include <string.h>

#define CLOSE_PX 13.0 /* flags nearer than this are one */
#define HALF_PX 8.0

/* Where a position is drawn. */
typedef struct {
  guint lane; /* or ENTENTE_NO_INDEX */
  guint32 body;
  guint8 hue;
} Home;

void
entente_scene_init_positions (EntenteSceneDraft *scene)
{
  scene->positions = g_array_new (FALSE, FALSE, sizeof (EntenteScenePosition));
  scene->flag_of = g_array_new (FALSE, FALSE, sizeof (guint));
  scene->homes = g_array_new (FALSE, FALSE, sizeof (Home));
}

static void
forget_homes (EntenteSceneDraft *scene)
{
  g_array_set_size (scene->homes, 0);
  g_clear_pointer (&scene->homes_positions, entente_positions_unref);
  g_clear_pointer (&scene->homes_lanes, entente_lanes_unref);
}

void
entente_scene_clear_positions (EntenteSceneDraft *scene)
{
  forget_homes (scene);
  g_array_unref (scene->homes);
  g_array_unref (scene->positions);
  g_array_unref (scene->flag_of);
}

/* The lane of the actor, or of the body to which it belonged then. */
static Home
find_home (const EntenteChronicle *chronicle,
           const EntenteLanes *lanes,
           const EntentePosition *position)
{
  guint32 actor = entente_chronicle_find_actor (chronicle, position->actor);
  Home home = { ENTENTE_NO_INDEX, ENTENTE_NO_INDEX, 0 };
  EntenteSpan window;

  if (actor == ENTENTE_NO_INDEX || !position->when || !entente_date_is_bounded (position->when))
    return home;
  window = entente_date_get_window (position->when);
  home.hue = entente_lanes_get_hue (chronicle, actor, window);
  home.body = entente_chronicle_get_body (chronicle, actor, window);
  home.lane = entente_lanes_find_actor (lanes, actor);
  if (home.lane == ENTENTE_NO_INDEX && home.body != ENTENTE_NO_INDEX)
    home.lane = entente_lanes_find_actor (lanes, home.body);
  if (home.lane != ENTENTE_NO_INDEX && entente_lanes_get (lanes, home.lane)->folded)
    home.lane = ENTENTE_NO_INDEX;
  return home;
}

guint
entente_scene_count_homeless (const EntenteChronicle *chronicle,
                              const EntenteLanes *lanes,
                              const EntentePositions *positions)
{
  guint n = 0;

  for (guint i = 0; i < entente_positions_get_n (positions); i++) {
    const EntentePosition *position = entente_positions_get (positions, i);

    n += position->when && entente_date_is_bounded (position->when) &&
         find_home (chronicle, lanes, position).lane == ENTENTE_NO_INDEX;
  }
  return n;
}

static guint
count (EntenteSceneDraft *scene)
{
  return scene->input->positions ? entente_positions_get_n (scene->input->positions) : 0;
}

/* They are looked for once for the same positions and lanes, not in each frame. */
static void
find_homes (EntenteSceneDraft *scene)
{
  const EntenteSceneInput *input = scene->input;

  if (scene->homes_positions == input->positions && scene->homes_lanes == input->lanes)
    return;
  forget_homes (scene);
  if (!input->positions)
    return;
  scene->homes_positions = entente_positions_ref (input->positions);
  scene->homes_lanes = entente_lanes_ref (input->lanes);
  for (guint i = 0; i < count (scene); i++) {
    Home home =
      find_home (input->chronicle, input->lanes, entente_positions_get (input->positions, i));

    g_array_append_val (scene->homes, home);
  }
}

void
entente_scene_reserve_positions (EntenteSceneDraft *scene)
{
  find_homes (scene);
  for (guint i = 0; i < scene->lanes->len; i++)
    scene_get_scene_lane (scene, i)->strip = 0;
  for (guint i = 0; i < scene->homes->len; i++) {
    guint lane = g_array_index (scene->homes, Home, i).lane;

    if (lane != ENTENTE_NO_INDEX)
      scene_get_scene_lane (scene, lane)->strip = ceil (scene_scale (scene, ENTENTE_SCENE_STRIP));
  }
}

static double
clamp_x (EntenteSceneDraft *scene, gint64 time, double open)
{
  double width = scene->input->scale.width_px;

  if (time == ENTENTE_TIME_MIN || time == ENTENTE_TIME_MAX)
    return open;
  return CLAMP (scene_to_x (scene, time), -2 * width, 3 * width);
}

static EntenteScenePosition
make_flag (EntenteSceneDraft *scene, const EntentePosition *position, const Home *home)
{
  const EntenteSceneLane *lane = scene_get_scene_lane (scene, home->lane);
  const EntenteDatePoints *points = &position->when->points;
  EntenteSpan start = { points->earliest_start, points->latest_start };
  gint64 place = entente_date_get_place (position->when);
  EntenteScenePosition flag = {
    .n = 1,
    .lane = (guint16) home->lane,
    .hue = home->hue,
    .body = home->body,
    .kind = (guint8) position->kind,
  };

  flag.x = clamp_x (scene, place, 0);
  flag.y = lane->y + lane->height - lane->strip / 2 - 1;
  flag.x0 = clamp_x (scene, start.start, flag.x - ENTENTE_SCENE_FADE);
  flag.x1 = clamp_x (scene, start.end, flag.x + ENTENTE_SCENE_FADE);
  flag.hollow = start.start == ENTENTE_TIME_MIN || start.end == ENTENTE_TIME_MAX ||
                start.end - start.start > ENTENTE_SECONDS_PER_DAY;
  if (!flag.hollow)
    flag.x0 = flag.x1 = flag.x;
  return flag;
}

/* Positions come in order of their places, so only the last flag of a lane can be near. */
static void
add_flag (EntenteSceneDraft *scene, guint *last, guint number, const EntenteScenePosition *flag)
{
  EntenteScenePosition *before =
    last[flag->lane] != G_MAXUINT
      ? &g_array_index (scene->positions, EntenteScenePosition, last[flag->lane])
      : NULL;

  if (before && flag->x - before->x < CLOSE_PX) {
    before->n++;
    before->x0 = MIN (before->x0, flag->x0);
    before->x1 = MAX (before->x1, flag->x1);
  } else {
    g_array_append_val (scene->positions, *flag);
    last[flag->lane] = scene->positions->len - 1;
  }
  g_array_index (scene->flag_of, guint, number) = last[flag->lane];
}

void
entente_scene_add_positions (EntenteSceneDraft *scene)
{
  g_autofree guint *last = g_new (guint, scene->lanes->len + 1);
  double width = scene->input->scale.width_px;

  memset (last, 0xff, (scene->lanes->len + 1) * sizeof *last);
  g_array_set_size (scene->positions, 0);
  g_array_set_size (scene->flag_of, 0);
  for (guint i = 0; i < scene->homes->len; i++) {
    const Home *home = &g_array_index (scene->homes, Home, i);
    guint none = G_MAXUINT;
    EntenteScenePosition flag;

    g_array_append_val (scene->flag_of, none);
    if (home->lane == ENTENTE_NO_INDEX)
      continue;
    flag = make_flag (scene, entente_positions_get (scene->input->positions, i), home);
    if (flag.x1 + HALF_PX >= 0 && flag.x0 - HALF_PX <= width)
      add_flag (scene, last, i, &flag);
  }
}

guint
entente_scene_find_position (const EntenteScene *self, double x, double y, double slop_px)
{
  guint found = G_MAXUINT;
  double nearest = HALF_PX + slop_px;

  for (guint i = 0; i < self->n_positions; i++) {
    const EntenteScenePosition *flag = &self->positions[i];
    double distance = MAX (fabs (flag->x - x), fabs (flag->y - y));

    if (distance <= nearest) {
      nearest = distance;
      found = i;
    }
  }
  return found;
}

guint
entente_scene_get_position (const EntenteScene *self, guint flag, guint at)
{
  const EntenteSceneDraft *scene = (const EntenteSceneDraft *) self;

  for (guint i = 0; i < scene->flag_of->len; i++)
    if (g_array_index (scene->flag_of, guint, i) == flag && at-- == 0)
      return i;
  return G_MAXUINT;
}

guint
entente_scene_get_flag (const EntenteScene *self, guint number)
{
  const EntenteSceneDraft *scene = (const EntenteSceneDraft *) self;

  return number < scene->flag_of->len ? g_array_index (scene->flag_of, guint, number) : G_MAXUINT;
}

guint
entente_scene_get_position_lane (const EntenteScene *self, guint number)
{
  const EntenteSceneDraft *scene = (const EntenteSceneDraft *) self;

  return number < scene->homes->len ? g_array_index (scene->homes, Home, number).lane
                                    : ENTENTE_NO_INDEX;
}
