/* The events to choose one from against a naive twin, under random edits and filters, with and
 * without words. */
#include "config.h"

#include "entente-event-choice.h"
#include "entente-model-fixture.h"
#include <string.h>

static gboolean
has_words (EntenteModelFixture *fixture, guint row, const char *words)
{
  EntenteChronicle *chronicle = entente_study_get_chronicle (fixture->study);
  g_autoptr (EntenteEventDetail) detail =
    entente_study_read_event (fixture->study, entente_chronicle_get_id (chronicle, row), NULL);
  g_autofree char *described = entente_chronicle_describe (chronicle, row);
  g_autofree char *folded = entente_name_fold (described);
  g_autofree char *title = entente_name_fold (detail->event->title ? detail->event->title : "");

  return strstr (folded, words) || strstr (title, words);
}

static void
check_at (EntenteEventChoice *choice, guint position, EntenteId id)
{
  g_autoptr (EntenteEventItem) item = g_list_model_get_item (G_LIST_MODEL (choice), position);

  g_assert_nonnull (item);
  g_assert_cmpint (entente_event_item_get_id (item), ==, id);
}

static void
check_against_twin (EntenteModelFixture *fixture,
                    EntenteEventChoice *choice,
                    EntenteId from,
                    const char *words)
{
  EntenteChronicle *chronicle = entente_study_get_chronicle (fixture->study);
  guint n_rows = entente_chronicle_get_n_rows (chronicle);
  guint at = MIN (entente_chronicle_find_row (chronicle, from), n_rows), n = 0;

  for (guint row = at; row > 0; row--)
    if (!words || has_words (fixture, row - 1, words))
      check_at (choice, n++, entente_chronicle_get_id (chronicle, row - 1));
  for (guint row = at + 1; row < n_rows; row++)
    if (!words || has_words (fixture, row, words))
      check_at (choice, n++, entente_chronicle_get_id (chronicle, row));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (choice)), ==, n);
  g_assert_cmpuint (entente_event_choice_count_all (choice), ==, n_rows - (at < n_rows));
}

static void
test_twin (void)
{
  g_autoptr (EntenteModelFixture) fixture = entente_model_fixture_new (7, 40);
  EntenteId from = g_array_index (fixture->events, EntenteId, 20);
  g_autoptr (EntenteEventChoice) choice = entente_event_choice_new (fixture->session, from);
  g_autoptr (EntenteListMirror) mirror = entente_list_mirror_new (G_LIST_MODEL (choice));

  for (int i = 0; i < 120; i++) {
    entente_model_fixture_change (fixture);
    entente_model_fixture_settle (fixture);
    entente_list_mirror_check (mirror);
    check_against_twin (fixture, choice, from, NULL);
  }
  g_clear_pointer (&mirror, entente_list_mirror_free);
  g_assert_finalize_object (g_steal_pointer (&choice));
}

/* The name of an actor, a word of a title, and what nobody is called. */
static void
test_words (void)
{
  g_autoptr (EntenteModelFixture) fixture = entente_model_fixture_new (7, 40);
  EntenteChronicle *chronicle = entente_study_get_chronicle (fixture->study);
  EntenteId from = g_array_index (fixture->events, EntenteId, 20);
  g_autoptr (EntenteEventChoice) choice = entente_event_choice_new (fixture->session, from);
  g_autofree char *name = entente_name_fold (entente_chronicle_get_actor (chronicle, 0)->name);
  const char *words[] = { name, "move", "nobody at all" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    entente_event_choice_set_words (choice, words[i]);
    entente_model_fixture_settle (fixture);
    check_against_twin (fixture, choice, from, words[i]);
    entente_model_fixture_change (fixture);
    entente_model_fixture_settle (fixture);
    check_against_twin (fixture, choice, from, words[i]);
  }
  entente_event_choice_set_words (choice, " ");
  check_against_twin (fixture, choice, from, NULL);
  g_assert_finalize_object (g_steal_pointer (&choice));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/event-choice/twin", test_twin);
  g_test_add_func ("/event-choice/words", test_words);
  return g_test_run ();
}
