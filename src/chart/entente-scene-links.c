/* What joins marks: stems to addressees, lines between the parties of a joint move, arrows from a
 * move to its answer with the days between, and the loose ends of moves that wait for one. Runs
 * after heights are known.
 */
#include "config.h"

#include "entente-scene-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define STEM_ROOM                                                                                  \
  9.0 /* width for each mark in view; with less only those of the selection have stems */
#define LINKS_MAX 300
#define LINK_MARGIN 60.0 /* beyond the edges, where a curve may still come into view */
#define STEM_GAP 9.0 /* clear of the glyph */
#define STEM_INSIDE 10.0 /* how far a stem reaches into the addressee's lane */

/* ---- stems and joins ---- */

static gboolean
is_crowded (EntenteSceneDraft *scene)
{
  double width_px = scene->input->scale.width_px;
  guint n = 0;

  for (guint i = 0; i < scene->marks->len; i++) {
    const EntenteSceneMark *mark = scene_get_mark (scene, i);

    n += mark->x > 0 && mark->x < width_px;
  }
  return n * STEM_ROOM > width_px;
}

static gboolean
wants_stems (const EntenteSceneMark *mark, gboolean crowded)
{
  if (mark->flags &
      (ENTENTE_MARK_GHOST | ENTENTE_MARK_AGAIN | ENTENTE_MARK_OLD | ENTENTE_MARK_RAISED))
    return FALSE;
  return !crowded || (mark->flags & (ENTENTE_MARK_SELECTED | ENTENTE_MARK_THREAD)) != 0;
}

static void
add_stem (EntenteSceneDraft *scene, guint at, guint lane)
{
  const EntenteSceneMark *mark = scene_get_mark (scene, at);
  const EntenteSceneLane *to = scene_get_scene_lane (scene, lane);
  EntenteSceneStem stem = { 0 };

  stem.mark = at;
  stem.x = mark->x;
  if (lane > mark->lane) {
    stem.y0 = mark->y + STEM_GAP;
    stem.y1 = to->y + STEM_INSIDE;
  } else {
    stem.y0 = mark->y - STEM_GAP;
    stem.y1 = to->y + to->height - STEM_INSIDE;
  }
  if (fabs (stem.y1 - stem.y0) >= 8)
    g_array_append_val (scene->stems, stem);
}

void
entente_scene_add_stems (EntenteSceneDraft *scene)
{
  const EntenteLaneIndex *index = entente_lanes_get_index (scene->input->lanes);
  gboolean crowded = is_crowded (scene);

  for (guint i = 0; i < scene->marks->len; i++) {
    const EntenteSceneMark *mark = scene_get_mark (scene, i);
    guint n;
    const guint32 *targets = entente_lane_index_get_targets (index, mark->row, &n);

    if (!wants_stems (mark, crowded))
      continue;
    for (guint j = 0; j < n; j++) {
      guint lane = entente_lanes_find_actor (scene->input->lanes, targets[j]);

      if (lane != ENTENTE_NO_INDEX && lane != mark->lane)
        add_stem (scene, i, lane);
    }
  }
}

static void
add_join (EntenteSceneDraft *scene, guint a, guint b)
{
  const EntenteSceneMark *upper = scene_get_mark (scene, a), *lower = scene_get_mark (scene, b);
  EntenteSceneJoin join = { 0 };

  if (upper->lane == lower->lane || ((upper->flags | lower->flags) & ENTENTE_MARK_RAISED))
    return;
  if (upper->y > lower->y) {
    const EntenteSceneMark *mark = upper;

    upper = lower;
    lower = mark;
  }
  join.mark = a;
  join.other = b;
  join.x = upper->x;
  join.y0 = upper->y + STEM_GAP - 2;
  join.y1 = lower->y - STEM_GAP + 2;
  g_array_append_val (scene->joins, join);
}

/* From the mark that counts to each of the other parties' marks. */
void
entente_scene_add_joins (EntenteSceneDraft *scene)
{
  gboolean crowded = is_crowded (scene);

  for (guint i = 0; i < scene->marks->len; i++) {
    const EntenteSceneMark *mark = scene_get_mark (scene, i);
    guint first;

    if (!(mark->flags & ENTENTE_MARK_AGAIN) || (mark->flags & ENTENTE_MARK_OLD))
      continue;
    if (crowded && !(mark->flags & (ENTENTE_MARK_SELECTED | ENTENTE_MARK_THREAD)))
      continue;
    first = entente_row_map_get (scene->marks_by_row, mark->row);
    if (first > 0 && first - 1 != i)
      add_join (scene, first - 1, i);
  }
}

/* ---- days between ---- */

char *
entente_scene_format_days (const EntenteChronicle *chronicle, guint32 row, guint32 answer)
{
  gint64 min, max;

  if (!entente_chronicle_get_days_to_answer (chronicle, row, answer, &min, &max))
    return NULL;
  if (max == G_MAXINT64)
    return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "at least %d day", "at least %d days", (gulong) min),
      (int) min);
  if (min == max)
    return max == 0
             ? g_strdup (_ ("same day"))
             : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day", "%d days", (gulong) max),
                                (int) max);
  if (min == 0)
    return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "within %d day", "within %d days", (gulong) max),
      (int) max);
  return g_strdup_printf (_ ("%d–%d days"), (int) min, (int) max);
}

/* ---- links ---- */

static void
add_link (EntenteSceneDraft *scene,
          const EntenteSceneMark *from,
          const EntenteSceneMark *to,
          gboolean inferred)
{
  g_autofree char *text =
    from->row != to->row ? entente_scene_format_days (scene->input->chronicle, from->row, to->row)
                         : NULL;
  EntenteSceneLink link = { 0 };

  link.from_row = from->row;
  link.to_row = to->row;
  link.inferred = inferred;
  link.strong = (to->flags & ENTENTE_MARK_THREAD) != 0;
  if (from->row == to->row)
    link.strong = TRUE; /* no answer, but where the move itself has gone */
  entente_scene_route_link (scene, from, to, &link, text);
  g_array_append_val (scene->links, link);
}

static const EntenteSceneMark *
find_mark (EntenteSceneDraft *scene, guint32 row)
{
  guint at = entente_row_map_get (scene->marks_by_row, row);

  return at > 0 ? scene_get_mark (scene, at - 1) : NULL;
}

/* The lanes hold marks far beyond both edges; an arrow between two on the same side would take the
 * place of one in view. */
static gboolean
is_beyond (EntenteSceneDraft *scene, const EntenteSceneMark *a, const EntenteSceneMark *b)
{
  double right = scene->input->scale.width_px + LINK_MARGIN;

  return MAX (a->x, b->x) < -LINK_MARGIN || MIN (a->x, b->x) > right;
}

/* Arrows from the moves that @row answers. */
static void
add_answers (EntenteSceneDraft *scene, guint32 row)
{
  const EntenteSceneMark *to = find_mark (scene, row);
  guint n = 0;
  const EntenteThread *threads;

  if (to == NULL || (to->flags & ENTENTE_MARK_GHOST))
    return;
  threads = entente_chronicle_get_answers_to (scene->input->chronicle, row, &n);
  for (guint i = 0; i < n; i++) {
    const EntenteSceneMark *from = find_mark (scene, threads[i].row);

    if (from == NULL || (from->flags & ENTENTE_MARK_GHOST) || is_beyond (scene, from, to))
      continue;
    scene->n_answers++;
    if (scene->n_answers_drawn >= LINKS_MAX)
      continue;
    add_link (scene, from, to, threads[i].basis == ENTENTE_LINK_INFERRED);
    scene->n_answers_drawn++;
  }
}

/* A thing put off: from the old date to the present one. */
static void
add_moves (EntenteSceneDraft *scene)
{
  for (guint i = 0; i < scene->marks->len; i++) {
    const EntenteSceneMark *mark = scene_get_mark (scene, i);
    const EntenteSceneMark *now =
      mark->flags & ENTENTE_MARK_OLD ? find_mark (scene, mark->row) : NULL;

    if (now != NULL && fabs (now->x - mark->x) > 24)
      add_link (scene, mark, now, TRUE);
  }
}

void
entente_scene_add_links (EntenteSceneDraft *scene)
{
  scene->n_answers = scene->n_answers_drawn = 0;
  add_moves (scene);
  entente_scene_add_put_off_links (scene);
  if (scene->input->links == ENTENTE_SCENE_LINKS_SELECTION ||
      scene->input->links == ENTENTE_SCENE_LINKS_THREAD) {
    for (guint i = 0; i < scene->thread->len; i++)
      add_answers (scene, g_array_index (scene->thread, guint32, i));
  } else if (scene->input->links == ENTENTE_SCENE_LINKS_ALL) {
    for (guint i = 0; i < scene->marks->len; i++)
      if (!(scene_get_mark (scene, i)->flags & (ENTENTE_MARK_AGAIN | ENTENTE_MARK_GHOST)))
        add_answers (scene, scene_get_mark (scene, i)->row);
  }
}

/* ---- loose ends ---- */

static gboolean
has_loose_end (EntenteSceneDraft *scene, const EntenteSceneMark *mark)
{
  const guint16 none =
    ENTENTE_MARK_GHOST | ENTENTE_MARK_AGAIN | ENTENTE_MARK_OLD | ENTENTE_MARK_RAISED;

  return !(mark->flags & none) &&
         scene_get_scene_lane (scene, mark->lane)->level == ENTENTE_LEVEL_MARKS &&
         mark->x > -ENTENTE_SCENE_GLYPH_HALF &&
         mark->x < scene->input->scale.width_px + ENTENTE_SCENE_GLYPH_HALF &&
         entente_chronicle_get_answered (scene->input->chronicle, mark->row) == ENTENTE_ANSWERED_NO;
}

/* Moves that expect an answer and have none, unless answers are not shown at all. */
void
entente_scene_add_loose_ends (EntenteSceneDraft *scene)
{
  if (scene->input->links == ENTENTE_SCENE_LINKS_NONE)
    return;
  for (guint i = 0; i < scene->marks->len; i++) {
    const EntenteSceneMark *mark = scene_get_mark (scene, i);
    EntenteSceneLooseEnd end = { i, mark->x + 5, mark->y + 7, mark->x + 10, mark->y + 11 };

    if (has_loose_end (scene, mark))
      g_array_append_val (scene->loose_ends, end);
  }
}
