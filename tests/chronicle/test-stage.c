/* Rows on their way: numbers for ids, events found in any order, the one order. */
#include "config.h"

#include "entente-stage.h"

#include <glib.h>

static void
add_event (EntenteStage *stage, EntenteId id, gint64 time, gint32 day_order)
{
  EntenteStagedEvent event = { .id = id,
                               .points = { time, time, time, time },
                               .day_order = day_order,
                               .facts.form = ENTENTE_DATE_POINT,
                               .track = ENTENTE_NO_INDEX,
                               .place = ENTENTE_NO_INDEX };

  stage->has_order = stage->has_order || day_order != 0;
  entente_vector_append (&stage->events, EntenteStagedEvent, event);
}

static void
test_numbers (void)
{
  g_autoptr (EntenteStage) stage = entente_stage_new ();

  for (guint round = 0; round < 2; round++) {
    for (guint i = 0; i < 5000; i++)
      g_assert_cmpuint (entente_stage_number (stage, ENTENTE_LIST_ACTOR, (EntenteId) (i + 1) << 22),
                        ==,
                        i);
  }
  g_assert_cmpuint (entente_stage_number (stage, ENTENTE_LIST_ACTOR, 0), ==, ENTENTE_NO_INDEX);
  g_assert_cmpuint (entente_stage_number (stage, ENTENTE_LIST_TRACK, 99), ==, 0);
}

static void
test_find_event (void)
{
  g_autoptr (EntenteStage) stage = entente_stage_new ();

  g_assert_cmpuint (entente_stage_find_event (stage, 1), ==, ENTENTE_NO_INDEX);
  for (guint i = 0; i < 1000; i++)
    add_event (stage, 10 * (EntenteId) (i + 1), 0, 0);
  for (guint i = 0; i < 5000; i++) {
    guint event = (guint) g_test_rand_int_range (0, 1000);

    if (i % 2 == 0)
      event = (i / 3) % 1000;
    g_assert_cmpuint (entente_stage_find_event (stage, 10 * (EntenteId) (event + 1)), ==, event);
    g_assert_cmpuint (entente_stage_find_event (stage, 10 * (EntenteId) (event + 1) + 3),
                      ==,
                      ENTENTE_NO_INDEX);
  }
  g_assert_cmpuint (entente_stage_find_event (stage, 5), ==, ENTENTE_NO_INDEX);
}

/* @spread: seconds between the places of the farthest events. */
static void
check_order (guint n, gint64 spread, gboolean with_order)
{
  g_autoptr (EntenteStage) stage = entente_stage_new ();
  g_auto (EntenteVector) sorted = ENTENTE_VECTOR_INIT (guint32);
  const guint32 *order;
  EntenteDateKey last;

  for (guint i = 0; i < n; i++) {
    gint64 time = (gint64) (g_test_rand_double () * (double) spread) - spread / 2;

    if (g_test_rand_int_range (0, 10) == 0)
      time = ENTENTE_TIME_MAX;
    add_event (stage, 1 + (EntenteId) i, time, with_order ? g_test_rand_int_range (-2, 3) : 0);
    if (time == ENTENTE_TIME_MAX)
      entente_vector_index (&stage->events, EntenteStagedEvent, i).points.earliest_start =
        entente_vector_index (&stage->events, EntenteStagedEvent, i).points.earliest_end =
          ENTENTE_TIME_MIN;
  }
  entente_stage_sort (stage, &sorted);
  order = sorted.data;
  for (guint i = 0; i < n; i++) {
    EntenteDateKey key;

    entente_stage_get_key (stage, order[i], &key);
    if (i > 0)
      g_assert_cmpint (entente_date_key_compare (&last, &key), <, 0);
    last = key;
  }
}

static void
test_order (void)
{
  static const gint64 spreads[] = { 1, 100, 86400 * 30, 86400LL * 365 * 20, G_MAXINT64 / 2 };

  for (guint i = 0; i < G_N_ELEMENTS (spreads); i++) {
    for (guint n = 0; n < 5000; n = n * 7 + 1) {
      check_order (n, spreads[i], FALSE);
      check_order (n, spreads[i], TRUE);
    }
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stage/numbers", test_numbers);
  g_test_add_func ("/stage/find", test_find_event);
  g_test_add_func ("/stage/order", test_order);
  return g_test_run ();
}
