/* Marks that stay while the view is only panned: as long as scale, stretches, lanes, filter and
 * selection are the same, the marks of a lane stand beside each other as they did, and are moved
 * instead of made and packed again. Lanes whose marks depend on more than that are left out.
 */
#include "config.h"

#include "entente-scene-private.h"

#include <string.h>

/* What decides where marks stand, but for the place of the view. */
typedef struct {
  double seconds_per_px, width_px;
  gint64 first_stretch, last_stretch, published, today;
  const EntenteChronicle *chronicle; /* these three are owned */
  const EntenteBitset *filtered;
  const EntenteLanes *lanes;
  int ghosts, links;
} Key;

typedef struct {
  guint first_mark, n_marks, first_band, n_bands;
  double half;
  double moved, least, most; /* since they were made, and as far as they may be */
  gboolean ghost_density, is_kept;
} KeptLane;

struct _EntenteSceneKeep {
  Key key;
  double start; /* of the view */
  GArray *selection, *thread; /* guint32 */
  GArray *marks, *bands; /* of the update before */
  GArray *lanes, *lanes_before; /* KeptLane */
  gboolean is_same;
  double dx; /* from then to now */
};

EntenteSceneKeep *
entente_scene_keep_new (void)
{
  EntenteSceneKeep *keep = g_new0 (EntenteSceneKeep, 1);

  keep->selection = g_array_new (FALSE, FALSE, sizeof (guint32));
  keep->thread = g_array_new (FALSE, FALSE, sizeof (guint32));
  keep->marks = g_array_new (FALSE, FALSE, sizeof (EntenteSceneMark));
  keep->bands = g_array_new (FALSE, FALSE, sizeof (EntenteSceneBand));
  keep->lanes = g_array_new (FALSE, TRUE, sizeof (KeptLane));
  keep->lanes_before = g_array_new (FALSE, TRUE, sizeof (KeptLane));
  return keep;
}

static void
clear_key (Key *key)
{
  static const Key none = { 0 };

  if (key->chronicle != NULL)
    entente_chronicle_unref ((EntenteChronicle *) key->chronicle);
  if (key->filtered != NULL)
    entente_bitset_unref ((EntenteBitset *) key->filtered);
  if (key->lanes != NULL)
    entente_lanes_unref ((EntenteLanes *) key->lanes);
  *key = none;
}

void
entente_scene_keep_free (EntenteSceneKeep *keep)
{
  GArray *arrays[] = { keep->selection, keep->thread, keep->marks,
                       keep->bands,     keep->lanes,  keep->lanes_before };

  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_array_unref (arrays[i]);
  clear_key (&keep->key);
  g_free (keep);
}

static Key
make_key (EntenteSceneDraft *scene)
{
  const EntenteSceneInput *input = scene->input;
  Key key;

  memset (&key, 0, sizeof key); /* is compared as a whole */
  key.seconds_per_px = input->scale.seconds_per_px;
  key.width_px = input->scale.width_px;
  key.first_stretch = scene->first_stretch;
  key.last_stretch = scene->last_stretch;
  key.published = input->published;
  key.today = input->today;
  key.chronicle = input->chronicle;
  key.filtered = input->filtered;
  key.lanes = input->lanes;
  key.ghosts = input->ghosts;
  key.links = (int) input->links;
  return key;
}

static void
set_key (Key *to, const Key *key)
{
  Key before = *to;

  *to = *key;
  entente_chronicle_ref ((EntenteChronicle *) key->chronicle);
  if (key->filtered != NULL)
    entente_bitset_ref (key->filtered);
  entente_lanes_ref (key->lanes);
  clear_key (&before);
}

/* Keeps a copy of @n rows; TRUE when they are those of before. */
static gboolean
follow_rows (GArray *kept, const guint32 *rows, guint n)
{
  if (kept->len == n && (n == 0 || memcmp (kept->data, rows, n * sizeof *rows) == 0))
    return TRUE;
  g_array_set_size (kept, 0);
  g_array_append_vals (kept, rows, n);
  return FALSE;
}

static void
swap (GArray **a, GArray **b)
{
  GArray *other = *a;

  *a = *b;
  *b = other;
}

void
entente_scene_keep_begin (EntenteSceneDraft *scene)
{
  EntenteSceneKeep *keep = scene->keep;
  const EntenteSceneInput *input = scene->input;
  Key key = make_key (scene);
  gboolean same_selection = follow_rows (keep->selection, input->selection, input->n_selection);
  gboolean same_thread = follow_rows (keep->thread,
                                      (const guint32 *) (gpointer) scene->thread->data,
                                      scene->thread->len);

  keep->is_same = memcmp (&key, &keep->key, sizeof key) == 0 && same_selection && same_thread;
  keep->dx = keep->is_same ? (keep->start - input->scale.start) / key.seconds_per_px : 0;
  keep->start = input->scale.start;
  if (!keep->is_same)
    set_key (&keep->key, &key);
  swap (&keep->marks, &scene->marks);
  swap (&keep->bands, &scene->bands);
  swap (&keep->lanes, &keep->lanes_before);
  g_array_set_size (scene->marks, 0);
  g_array_set_size (scene->bands, 0);
  g_array_set_size (keep->lanes, 0);
  g_array_set_size (keep->lanes, entente_lanes_get_n (input->lanes));
}

static void
move_marks (EntenteSceneDraft *scene, const KeptLane *from, double dx)
{
  const EntenteSceneKeep *keep = scene->keep;
  guint first_mark = scene->marks->len, first_band = scene->bands->len;

  g_array_append_vals (scene->marks,
                       &g_array_index (keep->marks, EntenteSceneMark, from->first_mark),
                       from->n_marks);
  for (guint i = first_mark; i < scene->marks->len; i++) {
    EntenteSceneMark *mark = scene_get_mark (scene, i);

    mark->x += dx;
    mark->x0 += dx;
    mark->x1 += dx;
    mark->first_band += first_band - from->first_band;
  }
  if (from->n_bands > 0)
    g_array_append_vals (scene->bands,
                         &g_array_index (keep->bands, EntenteSceneBand, from->first_band),
                         from->n_bands);
  for (guint i = first_band; i < scene->bands->len; i++) {
    EntenteSceneBand *band = &g_array_index (scene->bands, EntenteSceneBand, i);

    band->x0 += dx;
    band->x1 += dx;
    band->core0 += dx;
    band->core1 += dx;
    band->mark += first_mark - from->first_mark;
  }
}

gboolean
entente_scene_keep_move (EntenteSceneDraft *scene, guint lane, double half)
{
  EntenteSceneKeep *keep = scene->keep;
  KeptLane *to = &g_array_index (keep->lanes, KeptLane, lane);
  const KeptLane *from;
  double moved;

  if (!keep->is_same)
    return FALSE;
  from = &g_array_index (keep->lanes_before, KeptLane, lane);
  moved = from->moved + keep->dx;
  if (!from->is_kept || from->half != half || moved <= from->least || moved >= from->most)
    return FALSE;
  *to = *from;
  to->first_mark = scene->marks->len;
  to->first_band = scene->bands->len;
  to->moved = moved;
  if (from->n_marks > 0)
    move_marks (scene, from, keep->dx);
  scene_get_scene_lane (scene, lane)->ghost_density = from->ghost_density;
  return TRUE;
}

void
entente_scene_keep_note (EntenteSceneDraft *scene,
                         guint lane,
                         double half,
                         guint first_mark,
                         guint first_band)
{
  KeptLane *kept = &g_array_index (scene->keep->lanes, KeptLane, lane);

  kept->first_mark = first_mark;
  kept->n_marks = scene->marks->len - first_mark;
  kept->first_band = first_band;
  kept->n_bands = scene->bands->len - first_band;
  kept->half = half;
  kept->moved = 0;
  kept->least = scene->least_dx;
  kept->most = scene->most_dx;
  kept->ghost_density = scene_get_scene_lane (scene, lane)->ghost_density;
  kept->is_kept = !scene->is_fleeting;
}
