/* Moves in stretches of time: each move that lies in one is counted for each of its makers once,
 * and no other. */
#include "config.h"

#include "entente-activity.h"
#include "entente-naive-match.h"

#define TODAY (17500 * ENTENTE_SECONDS_PER_DAY)
#define YEARS 40

static gboolean
makes (const EntenteParticipationRow *part)
{
  return part->role == ENTENTE_ROLE_INITIATOR || part->role == ENTENTE_ROLE_PARTICIPANT ||
         part->role == ENTENTE_ROLE_SIGNATORY;
}

static gboolean
is_made_by (const EntenteRandomStudy *study,
            const EntenteChronicle *chronicle,
            guint row,
            EntenteId actor,
            gboolean members)
{
  const EntenteStudyEvent *event =
    entente_random_study_find (study, entente_chronicle_get_id (chronicle, row));
  EntenteSpan window = entente_chronicle_get_window (chronicle, row);

  for (guint i = 0; i < event->parts->len; i++) {
    const EntenteParticipationRow *part = &g_array_index (event->parts, EntenteParticipationRow, i);
    const EntenteId named[] = { part->actor, part->speaks_for };

    for (guint k = 0; k < G_N_ELEMENTS (named); k++)
      if (makes (part) && named[k] != ENTENTE_ID_NONE &&
          (named[k] == actor ||
           (members && entente_naive_belongs (study, named[k], actor, window, FALSE))))
        return TRUE;
  }
  return FALSE;
}

static guint
count_slowly (const EntenteRandomStudy *study,
              const EntenteChronicle *chronicle,
              const EntenteBitset *rows,
              guint32 actor,
              gboolean members,
              EntenteSpan stretch,
              EntenteTenor tenor)
{
  guint n = 0;

  for (guint row = 0; row < entente_chronicle_get_n_placed (chronicle); row++) {
    gint64 place = entente_chronicle_get_place (chronicle, row);

    n += entente_bitset_contains (rows, row) && place >= stretch.start && place < stretch.end &&
         entente_tenor_of_kind (entente_chronicle_get_kind (chronicle, row)) == tenor &&
         is_made_by (study,
                     chronicle,
                     row,
                     entente_chronicle_get_actor (chronicle, actor)->record.id,
                     members);
  }
  return n;
}

static void
check (const EntenteRandomStudy *study,
       const EntenteChronicle *chronicle,
       const EntenteBitset *rows,
       gboolean members)
{
  guint n_actors = MIN (entente_chronicle_get_n_actors (chronicle), 6);
  guint32 actors[6] = { 0, 1, 2, 3, 4, 5 };
  gint64 bounds[YEARS + 1];
  g_autoptr (EntenteActivity) activity = NULL;

  for (guint i = 0; i <= YEARS; i++)
    bounds[i] = entente_day_number (1985 + i, 1, 1) * ENTENTE_SECONDS_PER_DAY;
  activity = entente_activity_new (chronicle,
                                   rows,
                                   &(EntenteActivityOptions){ .actors = actors,
                                                              .n_actors = n_actors,
                                                              .members = members,
                                                              .bounds = bounds,
                                                              .n_bins = YEARS },
                                   NULL);
  for (guint32 actor = 0; actor < n_actors; actor++) {
    guint total = 0;

    for (guint bin = 0; bin < YEARS; bin++)
      for (guint tenor = 0; tenor < ENTENTE_N_TENORS; tenor++) {
        guint n = entente_activity_get_counts (activity, actor, bin)[tenor];

        g_assert_cmpuint (n,
                          ==,
                          count_slowly (study,
                                        chronicle,
                                        rows,
                                        actor,
                                        members,
                                        (EntenteSpan){ bounds[bin], bounds[bin + 1] },
                                        tenor));
        total += n;
      }
    g_assert_cmpuint (entente_activity_get_total (activity, actor), ==, total);
  }
  g_assert_cmpuint (
    entente_activity_get_n_undated (activity),
    ==,
    entente_bitset_count_between (rows, entente_chronicle_get_n_placed (chronicle), rows->n_rows));
}

static void
test_random (void)
{
  for (guint round = 0; round < 6; round++) {
    g_autoptr (EntenteRandomStudy) study = entente_random_study_new (80, FALSE);
    g_autoptr (EntenteChronicle) chronicle = entente_random_study_build (study, TODAY);
    g_autoptr (EntenteBitset) rows = entente_random_rows (entente_chronicle_get_n_rows (chronicle));

    check (study, chronicle, rows, FALSE);
    check (study, chronicle, rows, TRUE);
  }
}

static void
test_cancelled (void)
{
  g_autoptr (EntenteRandomStudy) study = entente_random_study_new (10, FALSE);
  g_autoptr (EntenteChronicle) chronicle = entente_random_study_build (study, TODAY);
  g_autoptr (EntenteBitset) rows =
    entente_bitset_new_full (entente_chronicle_get_n_rows (chronicle));
  const gint64 bounds[] = { 0, G_MAXINT64 };
  const gboolean cancelled = TRUE;

  g_assert_null (entente_activity_new (chronicle,
                                       rows,
                                       &(EntenteActivityOptions){ .bounds = bounds, .n_bins = 1 },
                                       &cancelled));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/activity/random", test_random);
  g_test_add_func ("/activity/cancelled", test_cancelled);
  return g_test_run ();
}
