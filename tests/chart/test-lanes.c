/* Tests of EntenteLanes: which lanes a filter leaves, that nothing is counted twice, and steps
 * within a lane. */

#include "config.h"

#include "entente-lanes.h"
#include "sample-fields.h"

typedef struct {
  EntenteChronicle *chronicle;
  EntenteLaneIndex *index;
  EntenteBitset *filter;
  EntenteLanes *lanes;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer options)
{
  fixture->chronicle = sample_chronicle_new ();
  fixture->index = entente_lane_index_new (fixture->chronicle, ENTENTE_LANES_SHELF_DAYS);
  fixture->filter = sample_filter_new (fixture->chronicle);
  fixture->lanes = entente_lanes_new (fixture->index, fixture->chronicle, fixture->filter, options);
}

static void
tear_down (Fixture *fixture, gconstpointer options)
{
  entente_lanes_unref (fixture->lanes);
  entente_bitset_unref (fixture->filter);
  entente_lane_index_unref (fixture->index);
  entente_chronicle_unref (fixture->chronicle);
}

static void
test_counted_once (Fixture *fixture, gconstpointer options)
{
  guint n_shelf;
  guint counted = 0;

  entente_lanes_get_shelf (fixture->lanes, &n_shelf);
  for (guint i = 0; i < entente_lanes_get_n (fixture->lanes); i++) {
    const EntenteLane *lane = entente_lanes_get (fixture->lanes, i);

    g_assert_cmpuint (lane->n_again, <=, lane->n_filtered);
    g_assert_cmpuint (lane->n_filtered, <=, lane->n_rows);
    counted += lane->n_filtered - lane->n_again;
  }
  g_assert_cmpuint (counted + n_shelf, ==, entente_bitset_count (fixture->filter));
}

static void
test_steps (Fixture *fixture, gconstpointer options)
{
  const EntenteLane *lane = entente_lanes_get (fixture->lanes, 0);

  g_assert_cmpuint (lane->n_filtered, >, 1);
  for (guint i = 0; i < lane->n_filtered; i++) {
    guint next = i + 1 < lane->n_filtered ? lane->filtered[i + 1] : ENTENTE_NO_INDEX;
    guint before = i > 0 ? lane->filtered[i - 1] : ENTENTE_NO_INDEX;

    g_assert_cmpuint (entente_lanes_step (fixture->lanes, 0, lane->filtered[i], 1), ==, next);
    g_assert_cmpuint (entente_lanes_step (fixture->lanes, 0, lane->filtered[i], -1), ==, before);
    g_assert_cmpuint (entente_lanes_rank (lane->filtered, lane->n_filtered, lane->filtered[i]),
                      ==,
                      i);
  }
}

static const EntenteLanesOptions two_lanes = { .max_lanes = 2 };

static void
test_too_many (Fixture *fixture, gconstpointer options)
{
  guint n = entente_lanes_get_n (fixture->lanes);

  g_assert_cmpuint (n, <=, 3);
  g_assert_cmpuint (entente_lanes_get (fixture->lanes, n - 1)->actor, ==, ENTENTE_NO_INDEX);
  g_assert_cmpstr (entente_lanes_get_name (fixture->lanes, n - 1), !=, "");
  test_counted_once (fixture, options);
}

/* ---- by any field ---- */

static EntenteLanes *
make_lanes (EntenteChronicle *chronicle, const EntenteLaneChoice *choice, guint max_lanes)
{
  g_autoptr (EntenteLaneIndex) index =
    entente_lane_index_new_by (chronicle, choice->field, ENTENTE_LANES_SHELF_DAYS);
  g_autoptr (EntenteBitset) filter = sample_filter_new (chronicle);
  EntenteLanesOptions options = { .max_lanes = max_lanes, .choice = choice };

  return entente_lanes_new (index, chronicle, filter, &options);
}

/* "name made, …" from the top. */
static char *
list_lanes (const EntenteLanes *lanes)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < entente_lanes_get_n (lanes); i++)
    g_string_append_printf (text,
                            "%s%s %u",
                            i > 0 ? ", " : "",
                            entente_lanes_get_name (lanes, i),
                            entente_lanes_get (lanes, i)->n_made);
  return g_string_free (text, FALSE);
}

static void
assert_lanes (EntenteChronicle *chronicle, const EntenteLaneChoice *choice, const char *expected)
{
  g_autoptr (EntenteLanes) lanes = make_lanes (chronicle, choice, 0);
  g_autofree char *text = list_lanes (lanes);

  g_assert_cmpstr (text, ==, expected);
}

/* The filter leaves out the statement; what is undated is counted too, though it stands on the
 * shelf. */
static void
test_each_field (void)
{
  static const char *const expected[ENTENTE_N_LANE_FIELDS] = {
    "Afghan government 1, Taliban 2, United States 3, Russia 1, Without an actor 1",
    "Initiator 5, Addressee 3, Without a role 1",
    "Invite 1, Offer 1, Meet 2, Press 1, Deed 1",
    "doha 2, moscow 2, Without a track 2",
    "No round 6",
    "prisoners 2, troops 2, Without an issue 3",
    "one 3, two 2, three 1, Without an article 1",
    "The Post 3, The Times 2, Without an outlet 2",
    "kabul-town 1, doha-town 2, Without a place 3",
    "All moves 6",
  };
  g_autoptr (EntenteChronicle) chronicle = field_chronicle_new ();
  g_autoptr (EntenteLaneChoice) choice = entente_lane_choice_new ();

  for (guint field = 0; field < ENTENTE_N_LANE_FIELDS; field++) {
    choice->field = field;
    assert_lanes (chronicle, choice, expected[field]);
  }
}

static void
test_order (void)
{
  g_autoptr (EntenteChronicle) chronicle = field_chronicle_new ();
  g_autoptr (EntenteLaneChoice) choice = entente_lane_choice_new ();
  const EntenteId hand[] = { entente_id_from_key ("three"),
                             ENTENTE_LANE_ID_WITHOUT,
                             entente_id_from_key ("one") };

  choice->field = ENTENTE_LANES_BY_ARTICLE;
  choice->order = ENTENTE_LANE_ORDER_NAME;
  assert_lanes (chronicle, choice, "one 3, three 1, two 2, Without an article 1");
  choice->order = ENTENTE_LANE_ORDER_FIRST;
  assert_lanes (chronicle, choice, "one 3, two 2, three 1, Without an article 1");
  choice->order = ENTENTE_LANE_ORDER_COUNT;
  assert_lanes (chronicle, choice, "one 3, two 2, three 1, Without an article 1");
  entente_lane_choice_set (choice, ENTENTE_LANE_LIST_PINNED, entente_id_from_key ("two"), TRUE);
  assert_lanes (chronicle, choice, "two 2, one 3, three 1, Without an article 1");
  choice->order = ENTENTE_LANE_ORDER_HAND;
  entente_lane_choice_set_list (choice, ENTENTE_LANE_LIST_HAND, hand, 3);
  assert_lanes (chronicle, choice, "two 2, three 1, Without an article 1, one 3");
}

static guint
count_own (const EntenteLanes *lanes)
{
  guint n_shelf, counted = entente_lanes_get_n_hidden_events (lanes, NULL);

  entente_lanes_get_shelf (lanes, &n_shelf);
  for (guint i = 0; i < entente_lanes_get_n (lanes); i++)
    counted += entente_lanes_get (lanes, i)->n_filtered - entente_lanes_get (lanes, i)->n_again;
  return counted + n_shelf;
}

/* The joint talks move to the other article's lane, and are hidden only when that is hidden too. */
static void
test_hide (void)
{
  g_autoptr (EntenteChronicle) chronicle = field_chronicle_new ();
  g_autoptr (EntenteLaneChoice) choice = entente_lane_choice_new ();
  EntenteId one = entente_id_from_key ("one"), two = entente_id_from_key ("two");
  guint talks = field_find_row (chronicle, "talks"), n;
  EntenteLanes *lanes;

  choice->field = ENTENTE_LANES_BY_ARTICLE;
  entente_lane_choice_set (choice, ENTENTE_LANE_LIST_HIDDEN, one, TRUE);
  lanes = make_lanes (chronicle, choice, 0);
  g_assert_cmpuint (entente_lanes_get_n_hidden_events (lanes, NULL), ==, 1); /* the offer */
  g_assert_cmpuint (entente_lanes_find_row (lanes, talks), ==, entente_lanes_find_id (lanes, two));
  g_assert_cmpuint (entente_lanes_find_id (lanes, one), ==, ENTENTE_NO_INDEX);
  g_assert_cmpuint (count_own (lanes), ==, 6);
  entente_lanes_unref (lanes);

  entente_lane_choice_set (choice, ENTENTE_LANE_LIST_HIDDEN, two, TRUE);
  entente_lane_choice_set (choice, ENTENTE_LANE_LIST_HIDDEN, ENTENTE_LANE_ID_WITHOUT, TRUE);
  entente_lane_choice_set (choice, ENTENTE_LANE_LIST_HIDDEN, 12345, TRUE); /* long gone */
  lanes = make_lanes (chronicle, choice, 0);
  g_assert_cmpuint (entente_lanes_get_n_hidden_events (lanes, NULL), ==, 4);
  g_assert_cmpuint (entente_lanes_find_row (lanes, talks), ==, ENTENTE_NO_INDEX);
  g_assert_cmpuint (count_own (lanes), ==, 6);
  g_assert_cmpuint (entente_lanes_get_hidden (lanes, &n)[0].n_made, ==, 3);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpstr (entente_lanes_get_hidden (lanes, &n)[2].name, ==, "Without an article");
  entente_lanes_unref (lanes);
}

/* Whatever is hidden and however many lanes there may be, each filtered event counts once. */
static void
test_sums (void)
{
  g_autoptr (EntenteChronicle) chronicle = field_chronicle_new ();

  for (guint field = 0; field < ENTENTE_N_LANE_FIELDS; field++)
    for (guint max_lanes = 0; max_lanes < 4; max_lanes++)
      for (guint n_hidden = 0; n_hidden < 3; n_hidden++) {
        g_autoptr (EntenteLaneChoice) choice = entente_lane_choice_new ();
        g_autoptr (EntenteLanes) all = NULL;
        g_autoptr (EntenteLanes) lanes = NULL;

        choice->field = field;
        all = make_lanes (chronicle, choice, 0);
        for (guint i = 0; i < MIN (n_hidden, entente_lanes_get_n (all)); i++)
          entente_lane_choice_set (choice,
                                   ENTENTE_LANE_LIST_HIDDEN,
                                   entente_lanes_get (all, i)->id,
                                   TRUE);
        lanes = make_lanes (chronicle, choice, max_lanes);
        g_assert_cmpuint (count_own (lanes), ==, 6);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/lanes/counted-once", Fixture, NULL, set_up, test_counted_once, tear_down);
  g_test_add ("/lanes/steps", Fixture, NULL, set_up, test_steps, tear_down);
  g_test_add ("/lanes/too-many", Fixture, &two_lanes, set_up, test_too_many, tear_down);
  g_test_add_func ("/lanes/each-field", test_each_field);
  g_test_add_func ("/lanes/order", test_order);
  g_test_add_func ("/lanes/hide", test_hide);
  g_test_add_func ("/lanes/sums", test_sums);
  return g_test_run ();
}
