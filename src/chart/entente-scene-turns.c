/* Turning points: rules, flags in a line of their own below the eras, brackets. Runs after the
 * eras. */
#include "config.h"

#include "entente-scene-private.h"

#define FLAG_GAP 6.0 /* between the rule and its title, and to the next rule */
#define LABEL_LEAST 20.0

static gboolean
find_x (EntenteSceneDraft *scene, EntenteId event, double *x)
{
  guint row = event != ENTENTE_ID_NONE ? entente_chronicle_find_row (scene->input->chronicle, event)
                                       : ENTENTE_NO_INDEX;

  if (row == ENTENTE_NO_INDEX || row >= entente_chronicle_get_n_placed (scene->input->chronicle))
    return FALSE;
  *x = scene_to_x (scene, entente_scene_get_glyph_time (scene->input->chronicle, row));
  return TRUE;
}

static gboolean
is_selected (EntenteSceneDraft *scene, EntenteId event)
{
  const EntenteSceneInput *input = scene->input;

  for (guint i = 0; event != ENTENTE_ID_NONE && i < input->n_selection; i++)
    if (entente_chronicle_get_id (input->chronicle, input->selection[i]) == event)
      return TRUE;
  return FALSE;
}

static void
add_turn (EntenteSceneDraft *scene, guint32 index)
{
  const EntenteTurningPoint *point =
    entente_chronicle_get_turning_point (scene->input->chronicle, index);
  EntenteSceneTurn turn = { .point = index };
  double width = scene->input->scale.width_px;

  if (!find_x (scene, point->departure, &turn.x))
    return;
  turn.row = entente_chronicle_find_row (scene->input->chronicle, point->departure);
  turn.has_cause = find_x (scene, point->cause, &turn.cause_x);
  turn.has_consequence = find_x (scene, point->consequence, &turn.consequence_x);
  turn.selected = is_selected (scene, point->departure) || is_selected (scene, point->cause) ||
                  is_selected (scene, point->consequence);
  if ((turn.x >= 0 && turn.x <= width) || turn.selected)
    g_array_append_val (scene->turns, turn);
}

/* From left to right. */
static int
compare_turns (gconstpointer a, gconstpointer b)
{
  const EntenteSceneTurn *left = a, *right = b;

  if (left->x != right->x)
    return left->x < right->x ? -1 : 1;
  return (left->point > right->point) - (left->point < right->point);
}

/* A title without one is the word itself. */
static const char *
get_title (EntenteSceneDraft *scene, const EntenteSceneTurn *turn)
{
  const char *title =
    entente_chronicle_get_turning_point (scene->input->chronicle, turn->point)->title;

  return title != NULL ? title : "◆";
}

/* From one rule to the next, or to the end of the view. */
static void
name_turn (EntenteSceneDraft *scene, EntenteSceneTurn *turn, double end)
{
  const char *title = get_title (scene, turn);
  double width = scene->input->measure (ENTENTE_LABEL_ERA, title, scene->input->data);
  double start = turn->x + FLAG_GAP;
  double room = end - FLAG_GAP - start;

  if (turn->x < 0 || MIN (room, width) < MIN (LABEL_LEAST, width))
    return;
  turn->text = title;
  turn->text_x = start;
  turn->text_width = MIN (room, width);
}

void
entente_scene_add_turns (EntenteSceneDraft *scene)
{
  guint n = entente_chronicle_get_n_turning_points (scene->input->chronicle);
  double end = scene->input->scale.width_px;

  scene->scene.turn_line = ENTENTE_NO_INDEX;
  if (n == 0 || scene->input->hides_turns)
    return;
  for (guint32 i = 0; i < n; i++)
    add_turn (scene, i);
  g_array_sort (scene->turns, compare_turns);
  for (guint i = scene->turns->len; i > 0; i--) {
    EntenteSceneTurn *turn = &g_array_index (scene->turns, EntenteSceneTurn, i - 1);

    name_turn (scene, turn, end);
    if (turn->x >= 0)
      end = MIN (end, turn->x);
  }
  /* The line stays when none is in view: the lanes do not jump. */
  scene->scene.turn_line = scene->scene.n_era_lines++;
}
