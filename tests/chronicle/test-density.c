/* Counts of slices of time: equal to counting one by one, and their sum is the number of rows. */
#include "config.h"

#include "entente-density.h"
#include "entente-naive-match.h"

#include <glib.h>

#define TODAY (17500 * ENTENTE_SECONDS_PER_DAY)

static gboolean
takes_part (const EntenteChronicle *chronicle, guint row, guint32 actor)
{
  guint n;
  const EntentePart *parts = entente_chronicle_get_parts (chronicle, row, &n);

  for (guint i = 0; i < n; i++) {
    if ((parts[i].actor == actor || parts[i].speaks_for == actor) &&
        entente_role_is_matching ((EntenteRole) parts[i].role))
      return TRUE;
  }
  return FALSE;
}

static void
check_counts (const EntenteChronicle *chronicle,
              const EntenteBitset *rows,
              guint32 actor,
              EntenteSpan span,
              guint n_bins)
{
  g_autofree guint *counts = g_new (guint, n_bins);
  g_autofree guint *expected = g_new0 (guint, n_bins);

  entente_density_count (chronicle, rows, actor, span, n_bins, counts);
  for (guint row = 0; row < entente_chronicle_get_n_rows (chronicle); row++) {
    gint64 place = entente_chronicle_get_place (chronicle, row);

    if (place == ENTENTE_TIME_MAX || place < span.start || place >= span.end ||
        (rows != NULL && !entente_bitset_contains (rows, row)) ||
        (actor != ENTENTE_NO_INDEX && !takes_part (chronicle, row, actor)))
      continue;
    expected[(place - span.start) * n_bins / (span.end - span.start)]++;
  }
  g_assert_cmpmem (counts, n_bins * sizeof (guint), expected, n_bins * sizeof (guint));
}

static void
test_like_one_by_one (void)
{
  g_autoptr (EntenteRandomStudy) study = entente_random_study_new (6000, FALSE);
  g_autoptr (EntenteChronicle) chronicle = entente_random_study_build (study, TODAY);

  for (guint i = 0; i < 60; i++) {
    gint64 start = (16000 + (gint64) entente_random_pick (1700)) * ENTENTE_SECONDS_PER_DAY;
    EntenteSpan span = { start, start + 1 + entente_random_pick (900 * 86400) };
    g_autoptr (EntenteBitset) rows = entente_random_rows (6000);

    check_counts (chronicle,
                  entente_random_once_in (2) ? rows : NULL,
                  entente_random_once_in (2) ? entente_random_pick (5) : ENTENTE_NO_INDEX,
                  span,
                  1 + entente_random_pick (2000));
  }
}

static void
test_sum_is_count (void)
{
  g_autoptr (EntenteRandomStudy) study = entente_random_study_new (3000, FALSE);
  g_autoptr (EntenteChronicle) chronicle = entente_random_study_build (study, TODAY);
  EntenteSpan all = { -40000 * ENTENTE_SECONDS_PER_DAY, 40000 * ENTENTE_SECONDS_PER_DAY };
  guint counts[1600];
  guint sum = 0;

  entente_density_count (chronicle, NULL, ENTENTE_NO_INDEX, all, G_N_ELEMENTS (counts), counts);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    sum += counts[i];
  g_assert_cmpint (sum, ==, entente_chronicle_get_n_placed (chronicle));
}

static void
test_empty_span (void)
{
  g_autoptr (EntenteRandomStudy) study = entente_random_study_new (50, FALSE);
  g_autoptr (EntenteChronicle) chronicle = entente_random_study_build (study, TODAY);
  EntenteSpan none = { 5, 5 };
  EntenteSpan whole = { ENTENTE_TIME_MIN, ENTENTE_TIME_MAX };
  guint counts[3] = { 9, 9, 9 };

  entente_density_count (chronicle, NULL, ENTENTE_NO_INDEX, none, 3, counts);
  g_assert_cmpint (counts[0] + counts[1] + counts[2], ==, 0);
  entente_density_count (chronicle, NULL, ENTENTE_NO_INDEX, whole, 3, counts);
  g_assert_cmpint (counts[0] + counts[1] + counts[2],
                   ==,
                   entente_chronicle_get_n_placed (chronicle));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/density/one-by-one", test_like_one_by_one);
  g_test_add_func ("/density/sum", test_sum_is_count);
  g_test_add_func ("/density/empty", test_empty_span);
  return g_test_run ();
}
