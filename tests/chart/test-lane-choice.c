/* Tests of EntenteLaneChoice: lists are of one field each, and text leads back to the same choice,
 * whatever it holds. */

#include "config.h"

#include "entente-lane-choice.h"

static void
test_lists (void)
{
  g_autoptr (EntenteLaneChoice) choice = entente_lane_choice_new ();
  const EntenteId order[] = { 5, 3, 9 };
  const EntenteId *ids;
  guint n;

  g_assert_true (entente_lane_choice_set (choice, ENTENTE_LANE_LIST_HIDDEN, 7, TRUE));
  g_assert_false (entente_lane_choice_set (choice, ENTENTE_LANE_LIST_HIDDEN, 7, TRUE));
  g_assert_true (entente_lane_choice_contains (choice, ENTENTE_LANE_LIST_HIDDEN, 7));
  choice->field = ENTENTE_LANES_BY_ISSUE;
  g_assert_false (entente_lane_choice_contains (choice, ENTENTE_LANE_LIST_HIDDEN, 7));
  entente_lane_choice_set_list (choice, ENTENTE_LANE_LIST_HAND, order, 3);
  ids = entente_lane_choice_get_list (choice, ENTENTE_LANE_LIST_HAND, &n);
  g_assert_cmpmem (ids, n * sizeof *ids, order, sizeof order);
  choice->field = ENTENTE_LANES_BY_ACTOR;
  g_assert_true (entente_lane_choice_set (choice, ENTENTE_LANE_LIST_HIDDEN, 7, FALSE));
  g_assert_null (entente_lane_choice_get_list (choice, ENTENTE_LANE_LIST_HIDDEN, &n));
  g_assert_cmpuint (n, ==, 0);
}

static void
test_text (void)
{
  const char *text =
    "by=article order=count pinned.actor=9223372036854775807 hidden.article=12,0,-1";
  g_autoptr (EntenteLaneChoice) choice = entente_lane_choice_parse (text);
  g_autofree char *again = entente_lane_choice_format (choice);

  g_assert_cmpint (choice->field, ==, ENTENTE_LANES_BY_ARTICLE);
  g_assert_cmpint (choice->order, ==, ENTENTE_LANE_ORDER_COUNT);
  g_assert_true (entente_lane_choice_contains (choice, ENTENTE_LANE_LIST_HIDDEN, 12));
  g_assert_true (
    entente_lane_choice_contains (choice, ENTENTE_LANE_LIST_HIDDEN, ENTENTE_LANE_ID_WITHOUT));
  g_assert_false (entente_lane_choice_contains (choice, ENTENTE_LANE_LIST_PINNED, G_MAXINT64));
  g_assert_cmpstr (again, ==, text);
}

/* The file of the state may be of another version, or damaged. */
static void
test_not_understood (void)
{
  const char *const texts[] = { NULL,
                                "",
                                "by=colour order=",
                                "= == by",
                                "hidden=3 .actor=4 hidden.colour=5 gone.actor=6",
                                "hidden.actor=,,x,99999999999999999999" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (EntenteLaneChoice) choice = entente_lane_choice_parse (texts[i]);
    g_autofree char *text = entente_lane_choice_format (choice);

    g_assert_cmpstr (text, ==, "by=actor order=hand");
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lane-choice/lists", test_lists);
  g_test_add_func ("/lane-choice/text", test_text);
  g_test_add_func ("/lane-choice/not-understood", test_not_understood);
  return g_test_run ();
}
