/* Rounds of talks behind their lanes. Runs once the heights of lanes are known.
 */
#include "config.h"

#include "entente-rounds.h"
#include "entente-scene-private.h"

#define LABEL_MIN 40.0
#define LABEL_INDENT 5.0
#define LEAST_PX 2.0
#define MARGIN 9.0 /* half a glyph: a round ends behind its last one */
#define INSET 2.0

static guint
count_in_view (EntenteSceneDraft *scene, const GArray *moves)
{
  guint n = 0;

  for (guint i = 0; i < moves->len; i++) {
    guint32 row = g_array_index (moves, guint32, i);

    n += row >= scene->first_row && row < scene->last_row && scene_passes (scene, row);
  }
  return n;
}

static gboolean
lane_has (const EntenteLane *lane, guint32 row)
{
  guint at = entente_lanes_rank (lane->rows, lane->n_rows, row);

  return at < lane->n_rows && lane->rows[at] == row;
}

static gboolean
lane_has_any (const EntenteLane *lane, guint32 round, const GArray *moves)
{
  if (lane_has (lane, round))
    return TRUE;
  for (guint i = 0; i < moves->len; i++)
    if (lane_has (lane, g_array_index (moves, guint32, i)))
      return TRUE;
  return FALSE;
}

/* While the title is unknown the next frame names it. */
static void
name_round (EntenteSceneDraft *scene, EntenteSceneRound *round)
{
  const char *title =
    scene->input->title != NULL ? scene->input->title (round->row, scene->input->data) : NULL;
  double x0 = MAX (round->x0, 0), x1 = MIN (round->x1, scene->input->scale.width_px);
  double width;

  if (title == NULL || x1 - x0 < LABEL_MIN)
    return;
  width = scene->input->measure (ENTENTE_LABEL_ERA, title, scene->input->data);
  round->text = title;
  round->text_x = x0 + LABEL_INDENT;
  round->text_width = MIN (width, x1 - x0 - 2 * LABEL_INDENT);
}

static void
add_round (EntenteSceneDraft *scene, guint32 row)
{
  g_autoptr (GArray) moves = entente_rounds_get_moves (scene->input->chronicle, row);
  EntenteSceneRound round = { .row = row };
  gboolean named = FALSE;
  EntenteSpan span;

  if (!entente_rounds_get_span (scene->input->chronicle, row, &span))
    return;
  round.x0 = scene_to_x (scene, span.start) - MARGIN;
  round.x1 = scene_to_x (scene, span.end) + MARGIN;
  if (round.x1 < 0 || round.x0 > scene->input->scale.width_px || round.x1 - round.x0 < LEAST_PX)
    return;
  round.n_moves = moves->len;
  round.n_in_view = count_in_view (scene, moves);
  for (guint i = 0; i < scene->lanes->len; i++) {
    const EntenteSceneLane *lane = scene_get_scene_lane (scene, i);

    if (scene_get_lane (scene, i)->folded || !lane_has_any (scene_get_lane (scene, i), row, moves))
      continue;
    round.lane = (guint16) i;
    round.y = lane->y + INSET;
    round.height = lane->height - 1 - 2 * INSET;
    round.text = NULL;
    if (!named)
      name_round (scene, &round);
    named = TRUE;
    g_array_append_val (scene->rounds, round);
  }
}

void
entente_scene_add_rounds (EntenteSceneDraft *scene)
{
  g_autoptr (GArray) rows = entente_rounds_list (scene->input->chronicle, FALSE);

  for (guint i = 0; i < rows->len; i++)
    add_round (scene, g_array_index (rows, guint32, i));
}
