/* What joins marks: stems to addressees, lines between the parties of a joint move, curved arrows from a move to its
 * answer with the days between. Runs after heights are known.
 */
#include "config.h"

#include "entente-scene-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define STEM_ROOM                                                                                  \
  9.0 /* width for each mark in view; with less only those of the selection have stems */
#define LINKS_MAX 300
#define STEM_GAP 9.0 /* clear of the glyph */
#define STEM_INSIDE 10.0 /* how far a stem reaches into the addressee's lane */
#define PILL_PADDING 11.0
#define DIP 46.0 /* how far a curve hangs below its ends */
#define RING 5.0
#define NEAR_PX 60.0

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
    first =
      GPOINTER_TO_UINT (g_hash_table_lookup (scene->marks_by_row, GUINT_TO_POINTER (mark->row)));
    if (first > 0 && first - 1 != i)
      add_join (scene, first - 1, i);
  }
}

/* ---- days between ---- */

static gint64
to_day (gint64 time)
{
  return entente_time_to_day (time);
}

char *
entente_scene_format_days (const EntenteChronicle *chronicle, guint32 row, guint32 answer)
{
  EntenteSpan a = entente_chronicle_get_window (chronicle, row);
  EntenteSpan b = entente_chronicle_get_window (chronicle, answer);
  gboolean has_min = b.start != ENTENTE_TIME_MIN && a.end != ENTENTE_TIME_MAX;
  gboolean has_max = b.end != ENTENTE_TIME_MAX && a.start != ENTENTE_TIME_MIN;
  int min = has_min ? (int) MAX (0, to_day (b.start) - to_day (a.end - 1)) : 0;
  int max = has_max ? (int) (to_day (b.end - 1) - to_day (a.start)) : 0;

  if (has_max && max < 0)
    return NULL;
  if (!has_max && min <= 0)
    return NULL;
  if (!has_max)
    return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "at least %d day", "at least %d days", (gulong) min),
      min);
  if (min == max)
    return max == 0
             ? g_strdup (_ ("same day"))
             : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day", "%d days", (gulong) max),
                                max);
  return g_strdup_printf (_ ("%d – %d days"), min, max);
}

/* ---- links ---- */

/* Between glyphs that stand close together. */
static void
set_straight (const EntenteSceneMark *from, const EntenteSceneMark *to, EntenteSceneLink *link)
{
  double dx = to->x - from->x, dy = to->y - from->y, length = MAX (hypot (dx, dy), 1);

  link->xy[0] = from->x + dx / length * (STEM_GAP + 2);
  link->xy[1] = from->y + dy / length * (STEM_GAP + 2);
  link->xy[6] = to->x - dx / length * (STEM_GAP + 2);
  link->xy[7] = to->y - dy / length * (STEM_GAP + 2);
  for (guint i = 0; i < 2; i++) {
    link->xy[2 + i] = link->xy[i] + (link->xy[6 + i] - link->xy[i]) / 3;
    link->xy[4 + i] = link->xy[i] + (link->xy[6 + i] - link->xy[i]) * 2 / 3;
  }
}

/* A curve that leaves below the first mark and comes to the side of the second. */
static void
set_curve (const EntenteSceneMark *from, const EntenteSceneMark *to, EntenteSceneLink *link)
{
  double side = to->x >= from->x ? 1 : -1;
  double near = side > 0 ? to->x0 : to->x1;
  double ring = to->flags & ENTENTE_MARK_SELECTED ? RING : 0;
  double sag, length;

  /* Where the band begins before the first mark, the arrow goes to the glyph. */
  if ((near - from->x) * side < 24 || to->n_bands == 0)
    near = to->x - side * (ENTENTE_SCENE_GLYPH_HALF + 2);
  if (fabs (to->x - from->x) < NEAR_PX && from->lane == to->lane) {
    set_straight (from, to, link);
    return;
  }
  link->xy[0] = from->x + side * 7;
  link->xy[1] = from->y + (to->y >= from->y - 60 ? 8 : -8);
  link->xy[6] = near - side * (ring + 2);
  link->xy[7] = to->y + (to->y < from->y ? 5 : to->y > from->y ? -1 : 0);
  length = link->xy[6] - link->xy[0];
  sag = DIP * MIN (1, fabs (length) / 260);
  link->xy[2] = link->xy[0] + length * 0.13;
  link->xy[3] = link->xy[1] + sag;
  link->xy[4] = link->xy[6] - length * 0.38;
  link->xy[5] = to->y <= from->y ? link->xy[1] + sag * 0.72 : link->xy[7] - sag * 0.3;
}

static double
get_bezier (const double *xy, guint axis, double t)
{
  double u = 1 - t;

  return u * u * u * xy[axis] + 3 * u * u * t * xy[axis + 2] + 3 * u * t * t * xy[axis + 4] +
         t * t * t * xy[axis + 6];
}

static gboolean
pill_is_free (EntenteSceneDraft *scene, const EntenteSceneLink *link)
{
  double half = link->pill_width / 2;

  for (guint i = 0; i < scene->links->len; i++) {
    const EntenteSceneLink *other = &g_array_index (scene->links, EntenteSceneLink, i);

    if (other->text != NULL && fabs (other->pill_y - link->pill_y) < ENTENTE_SCENE_PILL &&
        fabs (other->pill_x - link->pill_x) < half + other->pill_width / 2 + 4)
      return FALSE;
  }
  return TRUE;
}

static void
set_pill (EntenteSceneDraft *scene, EntenteSceneLink *link, const char *text)
{
  static const double places[] = { 0.5, 0.62, 0.38, 0.74, 0.26 };

  link->pill_width =
    scene->input->measure (ENTENTE_LABEL_PILL, text, scene->input->data) + 2 * PILL_PADDING;
  if (fabs (link->xy[6] - link->xy[0]) < link->pill_width * 0.7)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
    link->pill_x = get_bezier (link->xy, 0, places[i]);
    link->pill_y = get_bezier (link->xy, 1, places[i]);
    if (!pill_is_free (scene, link))
      continue;
    link->text = g_string_chunk_insert (scene->strings, text);
    return;
  }
}

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
  set_curve (from, to, &link);
  if (text != NULL)
    set_pill (scene, &link, text);
  g_array_append_val (scene->links, link);
}

static const EntenteSceneMark *
find_mark (EntenteSceneDraft *scene, guint32 row)
{
  guint at = GPOINTER_TO_UINT (g_hash_table_lookup (scene->marks_by_row, GUINT_TO_POINTER (row)));

  return at > 0 ? scene_get_mark (scene, at - 1) : NULL;
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
  for (guint i = 0; i < n && scene->links->len < LINKS_MAX; i++) {
    const EntenteSceneMark *from = find_mark (scene, threads[i].row);

    if (from != NULL && !(from->flags & ENTENTE_MARK_GHOST))
      add_link (scene, from, to, threads[i].basis == ENTENTE_LINK_INFERRED);
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
  add_moves (scene);
  if (scene->input->links == ENTENTE_SCENE_LINKS_SELECTION) {
    for (guint i = 0; i < scene->thread->len; i++)
      add_answers (scene, g_array_index (scene->thread, guint32, i));
  } else if (scene->input->links == ENTENTE_SCENE_LINKS_ALL) {
    for (guint i = 0; i < scene->marks->len; i++)
      if (!(scene_get_mark (scene, i)->flags & (ENTENTE_MARK_AGAIN | ENTENTE_MARK_GHOST)))
        add_answers (scene, scene_get_mark (scene, i)->row);
  }
}
