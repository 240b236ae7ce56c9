/* A walk over a synthetic chronicle for tests of the scene: each step pans, zooms, filters, selects
 * or hides the ghosts, as a person does, from a fixed seed. Header only.
 *
 * The number of steps is small in the ordinary suite; ENTENTE_WALK_STEPS=10000 in the environment
 * takes the long road.
 */
#pragma once

#include "entente-scene.h"
#include "sample-chronicle.h"

#include <math.h>
#include <stdlib.h>

typedef struct {
  const char *name;
  guint n_events, n_actors, max_lanes;
  int years;
  double width, height;
} WalkKind;

static const WalkKind walk_kinds[] = { { "few", 60, 5, 0, 2, 1600, 900 },
                                       { "some", 900, 9, 0, 6, 1000, 700 },
                                       { "many", 6000, 60, 0, 6, 1600, 900 },
                                       { "crowded", 6000, 4, 0, 1, 1000, 700 },
                                       { "others", 4000, 40, 3, 12, 1600, 900 } };

typedef struct {
  const WalkKind *kind;
  EntenteChronicle *chronicle;
  EntenteBitset *filter; /* NULL: all */
  EntenteLaneIndex *index;
  EntenteLanes *lanes;
  EntenteScene *scene;
  EntenteSceneInput input;
  EntenteTimescale scale;
  EntenteSpan extent;
  GRand *random;
  guint32 selection[3];
  guint step;
} Walk;

static inline guint
walk_get_steps (guint usual)
{
  const char *text = g_getenv ("ENTENTE_WALK_STEPS");

  return text != NULL && atoi (text) > 0 ? (guint) atoi (text) / G_N_ELEMENTS (walk_kinds) : usual;
}

/* ---- chronicle ---- */

/* What the random events of sample-chronicle.h lack: answers, joint moves, dates with two readings,
 * things put off. */
static inline void
walk_add_rest (EntenteChronicleBuilder *builder, GRand *random, guint number, guint n_actors)
{
  const EntenteRowSink *sink = entente_chronicle_builder_get_sink ();

  if (number % 7 == 3 && number > 10) {
    EntenteLinkRow link = { 0 };

    link.id = 2000000000 + (EntenteId) number;
    link.from = (EntenteId) number + 1;
    link.to = (EntenteId) g_rand_int_range (random, MAX ((gint) number - 40, 1), (gint) number + 1);
    link.type = ENTENTE_LINK_ANSWERS;
    sink->link (builder, &link);
  }
  if (number % 11 == 2) {
    EntenteParticipationRow part = { (EntenteId) number + 1, 0, ENTENTE_ID_NONE, 0 };

    part.actor = 1000000000 + (EntenteId) (number / 11 % n_actors);
    part.role = ENTENTE_ROLE_INITIATOR;
    sink->participation (builder, &part);
  }
}

static inline void
walk_add_event (EntenteChronicleBuilder *builder, GRand *random, guint number, const WalkKind *kind)
{
  gint64 start = sample_time ("2000-01-01", FALSE);
  EntenteEventRow row =
    sample_make_random_event (random,
                              number,
                              start,
                              (gint64) kind->years * 365 * ENTENTE_SECONDS_PER_DAY);

  if (number % 83 == 9)
    row.flags |= number % 2 == 0 ? ENTENTE_ROW_READINGS : ENTENTE_ROW_PLANNED;
  if (number % 101 == 8)
    row.flags |= ENTENTE_ROW_PINNED;
  if (number % 40 == 6)
    row.flags |= ENTENTE_ROW_APPROXIMATE;
  entente_chronicle_builder_get_sink ()->event (builder, &row);
}

static inline EntenteChronicle *
walk_make_chronicle (const WalkKind *kind)
{
  EntenteChronicleBuilder *builder = entente_chronicle_builder_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (kind->n_events + kind->n_actors);

  for (guint i = 0; i < kind->n_actors; i++) {
    EntenteActor *actor = entente_actor_new ();

    actor->record.id = 1000000000 + (EntenteId) i;
    actor->name = g_strdup_printf ("Actor %u", i);
    entente_chronicle_builder_get_sink ()->actor (builder, actor);
    entente_actor_unref (actor);
  }
  for (guint i = 0; i < kind->n_events; i++)
    walk_add_event (builder, random, i, kind);
  for (guint i = 0; i < kind->n_events; i++) {
    sample_add_random_parts (builder, random, i, kind->n_actors);
    walk_add_rest (builder, random, i, kind->n_actors);
  }
  return entente_chronicle_builder_build (builder, sample_time ("2000-01-01", FALSE));
}

/* ---- input ---- */

static inline double
walk_measure (EntenteLabelStyle style, const char *text, gpointer data)
{
  return (double) g_utf8_strlen (text, -1) * (style == ENTENTE_LABEL_TITLE_STRONG ? 7.5 : 7);
}

static inline const char *
walk_title (guint32 row, gpointer data)
{
  static const char *titles[] = { "Talks",
                                  "An offer is turned down",
                                  "The envoy says that nothing was agreed on at all, and goes home",
                                  "" };

  return titles[row % G_N_ELEMENTS (titles)];
}

/* A few dates have two readings, a few things were put off. */
static inline gboolean
walk_detail (guint32 row, EntenteSceneDetail *detail, gpointer data)
{
  Walk *walk = data;
  gint64 place = entente_chronicle_get_place (walk->chronicle, row);
  gint64 far = (gint64) (row % 17 + 1) * 3 * ENTENTE_SECONDS_PER_DAY;

  detail->n_readings = row % 2 == 0 ? 2 : 0;
  detail->readings[0] = (EntenteSpan){ place, place + ENTENTE_SECONDS_PER_DAY };
  detail->readings[1] = (EntenteSpan){ place + far, place + far + 2 * ENTENTE_SECONDS_PER_DAY };
  detail->has_planned = row % 2 == 1;
  detail->planned = (EntenteSpan){ place - far, place - far + ENTENTE_SECONDS_PER_DAY };
  return TRUE;
}

static inline void
walk_filter (Walk *walk)
{
  static const double shares[] = { 1, 0.6, 0.2, 0.03 };
  EntenteLanesOptions options = { walk->kind->max_lanes, NULL, 0 };
  double share = shares[g_rand_int_range (walk->random, 0, G_N_ELEMENTS (shares))];
  guint n = entente_chronicle_get_n_rows (walk->chronicle);

  g_clear_pointer (&walk->filter, entente_bitset_unref);
  g_clear_pointer (&walk->lanes, entente_lanes_unref);
  if (share < 1)
    walk->filter = entente_bitset_new (n);
  for (guint row = 0; row < n && share < 1; row++)
    if (g_rand_double (walk->random) < share)
      entente_bitset_add (walk->filter, row);
  walk->lanes = entente_lanes_new (walk->index, walk->chronicle, walk->filter, &options);
  walk->input.filtered = walk->filter;
  walk->input.lanes = walk->lanes;
}

static inline void
walk_init (Walk *walk, const WalkKind *kind, guint seed)
{
  EntenteSceneInput *input = &walk->input;

  memset (walk, 0, sizeof (*walk));
  walk->kind = kind;
  walk->random = g_rand_new_with_seed (seed);
  walk->chronicle = walk_make_chronicle (kind);
  walk->index = entente_lane_index_new (walk->chronicle, ENTENTE_LANES_SHELF_DAYS);
  walk->scene = entente_scene_new ();
  g_assert_true (entente_lane_index_get_extent (walk->index, &walk->extent));
  walk->scale = entente_timescale_fit (walk->extent, kind->width, 20);
  input->chronicle = walk->chronicle;
  input->height_px = kind->height;
  input->shelf_width_px = kind->width;
  input->ghosts = input->titles = TRUE;
  input->links = ENTENTE_SCENE_LINKS_SELECTION;
  input->published = input->today = ENTENTE_TIME_MIN;
  input->title = walk_title;
  input->detail = walk_detail;
  input->measure = walk_measure;
  input->selection = walk->selection;
  input->data = walk;
  walk_filter (walk);
}

static inline void
walk_clear (Walk *walk)
{
  entente_scene_free (walk->scene);
  entente_lanes_unref (walk->lanes);
  g_clear_pointer (&walk->filter, entente_bitset_unref);
  entente_lane_index_unref (walk->index);
  entente_chronicle_unref (walk->chronicle);
  g_rand_free (walk->random);
}

static inline gboolean
walk_passes (const Walk *walk, guint32 row)
{
  return walk->filter == NULL || entente_bitset_contains (walk->filter, row);
}

/* ---- steps ---- */

static inline void
walk_select (Walk *walk)
{
  gint n = (gint) entente_chronicle_get_n_rows (walk->chronicle);

  walk->input.n_selection =
    (guint) g_rand_int_range (walk->random, 0, G_N_ELEMENTS (walk->selection) + 1);
  for (guint i = 0; i < walk->input.n_selection; i++)
    walk->selection[i] = (guint32) g_rand_int_range (walk->random, 0, n);
  walk->input.links = (EntenteSceneLinks) g_rand_int_range (walk->random, 0, 3);
}

static inline void
walk_move (Walk *walk)
{
  double x = g_rand_double_range (walk->random, 0, walk->kind->width);
  double far = g_rand_double_range (walk->random, -1, 1) * walk->kind->width;

  switch (g_rand_int_range (walk->random, 0, 8)) {
  case 0:
    walk->scale = entente_timescale_pan (&walk->scale, far);
    break;
  case 1:
  case 2:
    walk->scale = entente_timescale_pan (&walk->scale, far / 20);
    break;
  case 3:
    walk->scale = entente_timescale_zoom (&walk->scale, x, exp2 (far / walk->kind->width * 4));
    break;
  case 4:
  case 5:
    walk->scale = entente_timescale_zoom (&walk->scale, x, exp2 (far / walk->kind->width / 2));
    break;
  case 6: /* somewhere else, at any scale from days to everything */
    walk->scale = entente_timescale_fit (walk->extent, walk->kind->width, 20);
    walk->scale = entente_timescale_zoom (&walk->scale, x, exp2 (3 + far / walk->kind->width * 4));
    break;
  default:
    walk_select (walk);
    break;
  }
  walk->scale = entente_timescale_clamp (&walk->scale, walk->extent);
}

static inline void
walk_step (Walk *walk)
{
  walk->step++;
  walk_move (walk);
  if (g_rand_int_range (walk->random, 0, 12) == 0)
    walk_filter (walk);
  if (g_rand_int_range (walk->random, 0, 15) == 0)
    walk->input.ghosts = !walk->input.ghosts;
  walk->input.scale = walk->scale;
  entente_scene_update (walk->scene, &walk->input);
}
