/* Things put off of whose new date nothing is known. They have no place on the axis but their old
 * one: a pale glyph there, and a broken arrow to the words "no new date". They count on the shelf,
 * and can be selected here as well as there.
 */
#include "config.h"

#include "entente-scene-private.h"

#define SHELF_MAX 400 /* looked through for them */
#define GLYPH_GAP 11.0
#define ARROW_PX 34.0
#define TEXT_GAP 5.0
#define REACH_PX 130.0 /* of glyph, arrow and words, about */

static gboolean
line_is_free (EntenteSceneDraft *scene, guint lane, guint line, double x)
{
  for (guint i = 0; i < scene->marks->len; i++) {
    const EntenteSceneMark *mark = scene_get_mark (scene, i);

    if (mark->lane == lane && mark->line == line && mark->x0 < x + REACH_PX &&
        mark->x1 > x - ENTENTE_SCENE_GLYPH_HALF)
      return FALSE;
  }
  return TRUE;
}

/* The first row with room, else a new one, else the last. */
static guint
find_line (EntenteSceneDraft *scene, guint lane, double x)
{
  EntenteSceneLane *drawn = scene_get_scene_lane (scene, lane);

  for (guint line = 0; line < drawn->n_rows; line++)
    if (line_is_free (scene, lane, line, x))
      return line;
  drawn->n_rows = MIN (drawn->n_rows + 1, ENTENTE_SCENE_MAX_LINES);
  return drawn->n_rows - 1;
}

static gboolean
is_put_off (EntenteSceneDraft *scene, guint32 row, EntenteSceneDetail *detail)
{
  const EntenteSceneInput *input = scene->input;
  EntenteEventRow values;

  entente_chronicle_get_row (input->chronicle, row, &values);
  return (values.flags & ENTENTE_ROW_PLANNED) && input->detail != NULL &&
         input->detail (row, detail, input->data) && detail->has_planned &&
         detail->planned.start != ENTENTE_TIME_MIN && detail->planned.end != ENTENTE_TIME_MAX;
}

static void
add_mark (EntenteSceneDraft *scene, guint32 row, const EntenteSceneDetail *detail)
{
  gint64 middle = detail->planned.start + (detail->planned.end - detail->planned.start) / 2;
  double x = scene_to_x (scene, middle);
  guint lane = entente_lanes_find_home (scene->input->lanes, row);
  guint first = scene->marks->len, line;

  if (lane == ENTENTE_NO_INDEX || x < 0 || x > scene->input->scale.width_px ||
      scene_get_scene_lane (scene, lane)->level != ENTENTE_LEVEL_MARKS)
    return;
  line = find_line (scene, lane, x);
  entente_scene_add_old_mark (scene, lane, row, detail);
  scene_get_mark (scene, first)->line = (guint8) line;
}

void
entente_scene_add_put_off (EntenteSceneDraft *scene)
{
  guint n;
  const guint32 *shelf = entente_lanes_get_shelf (scene->input->lanes, &n);

  if (scene_is_folded (scene))
    return;
  for (guint i = 0; i < MIN (n, SHELF_MAX); i++) {
    EntenteSceneDetail detail = { 0 };

    if (is_put_off (scene, shelf[i], &detail))
      add_mark (scene, shelf[i], &detail);
  }
}

static gboolean
leads_nowhere (EntenteSceneDraft *scene, const EntenteSceneMark *mark)
{
  return (mark->flags & ENTENTE_MARK_OLD) &&
         entente_row_map_get (scene->marks_by_row, mark->row) == 0 &&
         entente_lane_index_is_on_shelf (entente_lanes_get_index (scene->input->lanes), mark->row);
}

void
entente_scene_add_put_off_links (EntenteSceneDraft *scene)
{
  for (guint i = 0; i < scene->marks->len; i++) {
    const EntenteSceneMark *mark = scene_get_mark (scene, i);
    EntenteSceneLink link = { .inferred = TRUE, .strong = TRUE };

    if (!leads_nowhere (scene, mark))
      continue;
    link.from_row = link.to_row = mark->row;
    link.from_lane = link.to_lane = mark->lane;
    for (guint j = 0; j < 4; j++) {
      link.xy[2 * j] = mark->x + GLYPH_GAP + ARROW_PX * j / 3;
      link.xy[2 * j + 1] = mark->y;
    }
    g_array_append_val (scene->links, link);
  }
}

double
entente_scene_get_put_off_x (EntenteSceneDraft *scene, const EntenteSceneMark *mark)
{
  return leads_nowhere (scene, mark) ? mark->x + GLYPH_GAP + ARROW_PX + TEXT_GAP : -1;
}
