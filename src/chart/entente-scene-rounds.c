/* Brackets of rounds of talks in the heads of lanes. A lane that has any is higher by its head,
 * whatever part of time is in view, so panning moves no lane.
 */
#include "config.h"

#include "entente-rounds.h"
#include "entente-scene-private.h"

#include <math.h>

#define LABEL_MIN 40.0
#define LABEL_INDENT 5.0
#define LEAST_PX 2.0
#define MARGIN 9.0 /* half a glyph: a round ends behind its last one */
#define RULE_INSET 3.5 /* of the rule above the foot of its line */
#define MAX_LINES 3 /* of a head; rounds beyond share the last */
#define MARK_PX 9.0 /* half a glyph, and a gap: a drop ends above it */

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

/* Lines of the heads while they are filled: what ends last on each. */
typedef struct {
  gint64 ends[MAX_LINES];
  guint n;
} Head;

static guint8
take_line (Head *head, EntenteSpan span)
{
  guint line = 0;

  while (line + 1 < MAX_LINES && line < head->n && head->ends[line] > span.start)
    line++;
  head->ends[line] = line < head->n ? MAX (head->ends[line], span.end) : span.end;
  head->n = MAX (head->n, line + 1);
  return (guint8) line;
}

static gboolean
is_in_view (EntenteSceneDraft *scene, const EntenteSceneRound *round)
{
  return round->x1 >= 0 && round->x0 <= scene->input->scale.width_px &&
         round->x1 - round->x0 >= LEAST_PX;
}

static void
reserve_round (EntenteSceneDraft *scene, Head *heads, guint32 row)
{
  g_autoptr (GArray) moves = entente_rounds_get_moves (scene->input->chronicle, row);
  EntenteSceneRound round = { .row = row };
  EntenteSpan span;

  if (!entente_rounds_get_span (scene->input->chronicle, row, &span))
    return;
  round.x0 = scene_to_x (scene, span.start) - MARGIN;
  round.x1 = scene_to_x (scene, span.end) + MARGIN;
  round.n_moves = moves->len;
  round.n_in_view = count_in_view (scene, moves);
  for (guint i = 0; i < scene->lanes->len; i++) {
    if (scene_get_lane (scene, i)->folded || !lane_has_any (scene_get_lane (scene, i), row, moves))
      continue;
    round.lane = (guint16) i;
    round.line = take_line (&heads[i], span);
    if (is_in_view (scene, &round))
      g_array_append_val (scene->rounds, round);
  }
}

void
entente_scene_reserve_rounds (EntenteSceneDraft *scene)
{
  g_autoptr (GArray) rows = entente_rounds_list (scene->input->chronicle, FALSE);
  g_autofree Head *heads = g_new0 (Head, scene->lanes->len + 1);

  for (guint i = 0; i < rows->len; i++)
    reserve_round (scene, heads, g_array_index (rows, guint32, i));
  for (guint i = 0; i < scene->lanes->len; i++)
    scene_get_scene_lane (scene, i)->head =
      ceil (heads[i].n * scene_scale (scene, ENTENTE_SCENE_ROUND));
}

/* ---- drops ---- */

static void
add_drop (EntenteSceneDraft *scene, const EntenteSceneMark *mark, guint32 row)
{
  for (guint i = 0; i < scene->rounds->len; i++) {
    const EntenteSceneRound *round = &g_array_index (scene->rounds, EntenteSceneRound, i);
    EntenteSceneRoundDrop drop = { i, mark->x, round->rule_y, mark->y - MARK_PX };

    if (round->lane == mark->lane && round->row == row && drop.y1 > drop.y0)
      g_array_append_val (scene->round_drops, drop);
  }
}

static void
add_drops (EntenteSceneDraft *scene)
{
  for (guint i = 0; i < scene->marks->len; i++) {
    const EntenteSceneMark *mark = scene_get_mark (scene, i);
    g_autoptr (GArray) rows = NULL;

    if (mark->flags & ENTENTE_MARK_OLD)
      continue;
    rows = entente_rounds_find (scene->input->chronicle, mark->row);
    add_drop (scene, mark, mark->row);
    for (guint j = 0; j < rows->len; j++)
      add_drop (scene, mark, g_array_index (rows, guint32, j));
  }
}

void
entente_scene_add_rounds (EntenteSceneDraft *scene)
{
  double height = scene_scale (scene, ENTENTE_SCENE_ROUND);

  for (guint i = 0; i < scene->rounds->len; i++) {
    EntenteSceneRound *round = &g_array_index (scene->rounds, EntenteSceneRound, i);

    round->y = scene_get_scene_lane (scene, round->lane)->y + round->line * height;
    round->height = height;
    round->rule_y = round->y + height - RULE_INSET;
    name_round (scene, round);
  }
  if (scene->rounds->len > 0)
    add_drops (scene);
}
