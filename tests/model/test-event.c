/* The list of events against a naive twin, under random edits and filters; its items. */
#include "config.h"

#include "entente-event-list.h"
#include "entente-model-fixture.h"
#include "entente-plan-stages.h"
#include <string.h>

static void
check_against_twin (EntenteModelFixture *fixture, EntenteEventList *list, gboolean expecting)
{
  EntenteChronicle *chronicle = entente_study_get_chronicle (fixture->study);
  const EntenteBitset *rows = entente_session_get_filtered (fixture->session);
  guint n = 0;

  for (guint row = 0; row < entente_chronicle_get_n_rows (chronicle); row++) {
    EntenteId id = entente_chronicle_get_id (chronicle, row);
    g_autoptr (EntenteEventItem) item = NULL;

    if (!entente_bitset_contains (rows, row) ||
        (expecting && !entente_chronicle_is_awaited (chronicle, row))) {
      g_assert_cmpuint (entente_event_list_find (list, id), ==, G_MAXUINT);
      continue;
    }
    item = g_list_model_get_item (G_LIST_MODEL (list), n);
    g_assert_cmpint (entente_event_item_get_id (item), ==, id);
    g_assert_cmpuint (entente_event_item_get_row (item), ==, row);
    g_assert_cmpuint (entente_event_list_find (list, id), ==, n);
    n++;
  }
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, n);
}

/* Positions and ids of many at once are those of each. */
static void
check_many (EntenteModelFixture *fixture, EntenteEventList *list)
{
  GArray *events = fixture->events;
  g_autoptr (GtkBitset) positions =
    entente_event_list_find_all (list, (EntenteId *) (gpointer) events->data, events->len);
  g_autoptr (GtkBitset) some = gtk_bitset_copy (positions);
  g_autoptr (GArray) ids = NULL;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));

  g_assert_cmpuint (gtk_bitset_get_size (positions), ==, n);
  for (guint i = 0; i < n; i++)
    if (g_rand_boolean (fixture->random))
      gtk_bitset_remove (some, i);
  ids = entente_event_list_get_ids (list, some);
  g_assert_cmpuint (ids->len, ==, gtk_bitset_get_size (some));
  for (guint i = 0; i < ids->len; i++)
    g_assert_cmpuint (entente_event_list_find (list, g_array_index (ids, EntenteId, i)),
                      ==,
                      gtk_bitset_get_nth (some, i));
  g_clear_pointer (&positions, gtk_bitset_unref);
  positions = entente_event_list_find_all (list, (EntenteId *) (gpointer) ids->data, ids->len);
  g_assert_true (gtk_bitset_equals (positions, some));
}

static void
test_twin (void)
{
  g_autoptr (EntenteModelFixture) fixture = entente_model_fixture_new (7, 40);
  g_autoptr (EntenteEventList) list = entente_event_list_new (fixture->session);
  g_autoptr (EntenteEventList) ledger = entente_event_list_new_expecting (fixture->session);
  g_autoptr (EntenteListMirror) mirror = entente_list_mirror_new (G_LIST_MODEL (list));

  for (int i = 0; i < 150; i++) {
    guint n_changes = mirror->n_changes;

    entente_model_fixture_change (fixture);
    g_assert_cmpuint (mirror->n_changes - n_changes, <=, 1);
    entente_list_mirror_check (mirror);
    check_against_twin (fixture, list, FALSE);
    check_many (fixture, list);
    check_many (fixture, ledger);
    check_against_twin (fixture, ledger, TRUE);
  }
  g_clear_pointer (&mirror, entente_list_mirror_free);
  entente_model_fixture_settle (fixture);
  g_assert_finalize_object (g_steal_pointer (&list));
  g_assert_finalize_object (g_steal_pointer (&ledger));
}

static void
test_unique (void)
{
  g_autoptr (EntenteModelFixture) fixture = entente_model_fixture_new (3, 5);
  g_autoptr (EntenteEventList) list = entente_event_list_new (fixture->session);
  EntenteEventItem *first = g_list_model_get_item (G_LIST_MODEL (list), 2);
  EntenteEventItem *again = g_list_model_get_item (G_LIST_MODEL (list), 2);
  g_autoptr (EntenteEventItem) by_id =
    entente_event_list_get_event (list, entente_event_item_get_id (first));

  g_assert_true (first == again);
  g_assert_true (first == by_id);
  g_object_unref (again);
  g_clear_object (&by_id);
  g_assert_finalize_object (first);
}

static void
count_cb (GObject *object, GParamSpec *pspec, gpointer data)
{
  (*(guint *) data)++;
}

/* Every text notifies when, and only when, it differs. */
static void
test_notify (void)
{
  g_autoptr (EntenteModelFixture) fixture = entente_model_fixture_new (3, 12);
  g_autoptr (EntenteEventList) list = entente_event_list_new (fixture->session);
  g_autoptr (EntenteEventItem) item = g_list_model_get_item (G_LIST_MODEL (list), 3);
  guint n = 0;
  guint n_props;
  g_autofree GParamSpec **props =
    g_object_class_list_properties (G_OBJECT_GET_CLASS (item), &n_props);

  entente_model_fixture_settle (fixture);
  for (guint i = 0; i < n_props; i++) {
    g_autofree char *signal = g_strconcat ("notify::", props[i]->name, NULL);

    g_signal_connect (item, signal, G_CALLBACK (count_cb), &n);
  }
  for (int round = 0; round < 60; round++) {
    GValue before[32] = { G_VALUE_INIT };
    guint differing = 0;

    for (guint i = 0; i < n_props; i++) {
      g_value_init (&before[i], props[i]->value_type);
      g_object_get_property (G_OBJECT (item), props[i]->name, &before[i]);
    }
    n = 0;
    entente_model_fixture_change (fixture);
    entente_model_fixture_settle (fixture);
    for (guint i = 0; i < n_props; i++) {
      GValue after = G_VALUE_INIT;

      g_value_init (&after, props[i]->value_type);
      g_object_get_property (G_OBJECT (item), props[i]->name, &after);
      differing += g_param_values_cmp (props[i], &before[i], &after) != 0;
      g_value_unset (&after);
      g_value_unset (&before[i]);
    }
    /* A title that is read again may change twice, never less often than it differs. */
    g_assert_cmpuint (n, >=, differing);
    if (differing == 0)
      g_assert_cmpuint (n % 2, ==, 0);
  }
}

static void
test_texts (void)
{
  g_autoptr (EntenteModelFixture) fixture = entente_model_fixture_new (3, 4);
  g_autoptr (EntenteEventList) list = entente_event_list_new (fixture->session);
  g_autoptr (EntenteEventItem) item = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_autofree char *title = NULL, *when = NULL, *label = NULL, *from = NULL;

  g_object_get (item, "title", &title, "when", &when, NULL);
  g_clear_pointer (&title, g_free);
  g_clear_pointer (&when, g_free);
  entente_model_fixture_settle (fixture);
  g_object_get (item,
                "title",
                &title,
                "when",
                &when,
                "accessible-label",
                &label,
                "from-label",
                &from,
                NULL);
  g_assert_true (g_str_has_prefix (title, "Move "));
  g_assert_nonnull (strstr (when, "2018"));
  g_assert_nonnull (strstr (label, "1 of 4"));
  g_assert_true (g_str_has_prefix (from, "Actor "));
}

static void
apply (EntenteModelFixture *fixture, EntenteStep *step)
{
  g_autoptr (EntenteChangeSet) changes = entente_study_apply (fixture->study, step, NULL);

  g_assert_nonnull (changes);
  entente_step_free (step);
}

/* An offer, and another move that does @type to it; how the ledger tells of the offer. */
static void
link_to_offer (EntenteModelFixture *fixture, EntenteLinkType type, char **answer, char **days)
{
  EntenteId offer = entente_model_fixture_add_event (fixture);
  g_autoptr (EntenteEventDetail) detail = entente_study_read_event (fixture->study, offer, NULL);
  g_autoptr (EntenteEvent) event = entente_event_copy (detail->event);
  g_autoptr (EntenteLink) link = entente_link_new ();
  EntenteStep *step = entente_step_new ("Link");
  g_autoptr (EntenteEventList) ledger = NULL;
  g_autoptr (EntenteEventItem) item = NULL;

  g_free (event->kind);
  event->kind = g_strdup ("offer");
  link->from = g_array_index (fixture->events, EntenteId, 0);
  link->to = offer;
  link->type = (int) type;
  entente_step_update (step, event);
  entente_step_insert (step, link);
  apply (fixture, step);
  ledger = entente_event_list_new_expecting (fixture->session);
  item = entente_event_list_get_event (ledger, offer);
  g_assert_nonnull (item);
  g_object_get (item, "answer-label", answer, "days-label", days, NULL);
  g_clear_pointer (answer, g_free);
  g_clear_pointer (days, g_free);
  entente_model_fixture_settle (fixture);
  g_object_get (item, "answer-label", answer, "days-label", days, NULL);
}

static void
set_day (EntenteModelFixture *fixture, EntenteId id, const char *edtf)
{
  g_autoptr (EntenteEventDetail) detail = entente_study_read_event (fixture->study, id, NULL);
  g_autoptr (EntenteEvent) event = entente_event_copy (detail->event);
  EntenteStep *step = entente_step_new ("Date");

  g_clear_pointer (&event->when, entente_date_unref);
  event->when = entente_date_parse (edtf, NULL);
  entente_step_update (step, event);
  apply (fixture, step);
}

/* The days between a move and its answer, from start to start; dates that contradict the answer say
 * nothing. */
static void
test_days (void)
{
  static const struct {
    const char *move, *answer, *days;
  } cases[] = {
    { "2018-03-10", "2018-03-31", "21 days" },
    { "2018-03-10", "2018-03-11/2018-03-20", "1 day" },
    { "2018-03", "2018-03-11", "within 10 days" },
    { "2018-03", "2018-04", "1–60 days" },
    { "2018-03-10", "2018-03-20/..", "10 days" },
    { "2018-03-10", "[2018-03-20..]", "at least 10 days" },
    { "2018-03-10", "2018-03-10", "same day" },
    { "2018-03-10", "2018-03-07", "" },
    { "2018-03-10", "2018-02", "" },
  };
  g_autoptr (EntenteModelFixture) fixture = entente_model_fixture_new (3, 1);
  g_autofree char *answer = NULL, *first = NULL;
  g_autoptr (EntenteEventList) ledger = NULL;
  g_autoptr (EntenteEventItem) item = NULL;
  EntenteId offer;

  link_to_offer (fixture, ENTENTE_LINK_REFUSES, &answer, &first);
  ledger = entente_event_list_new_expecting (fixture->session);
  offer = g_array_index (fixture->events, EntenteId, fixture->events->len - 1);
  item = entente_event_list_get_event (ledger, offer);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *days = NULL;

    set_day (fixture, offer, cases[i].move);
    set_day (fixture, g_array_index (fixture->events, EntenteId, 0), cases[i].answer);
    entente_model_fixture_settle (fixture);
    g_object_get (item, "days-label", &days, NULL);
    g_assert_cmpstr (days, ==, cases[i].days);
  }
}

/* What is denied or put off is not thereby answered. */
static void
test_answer (void)
{
  static const EntenteLinkType others[] = { ENTENTE_LINK_DENIES,
                                            ENTENTE_LINK_POSTPONES,
                                            ENTENTE_LINK_PART_OF };
  g_autoptr (EntenteModelFixture) fixture = entente_model_fixture_new (3, 1);
  g_autofree char *answer = NULL, *days = NULL;

  link_to_offer (fixture, ENTENTE_LINK_REFUSES, &answer, &days);
  g_assert_true (g_str_has_prefix (answer, "Move "));
  g_assert_false (g_str_has_prefix (days, "no word"));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++) {
    g_clear_pointer (&answer, g_free);
    g_clear_pointer (&days, g_free);
    link_to_offer (fixture, others[i], &answer, &days);
    g_assert_true (*answer == '\0' || g_str_has_prefix (answer, "perhaps: "));
    g_assert_true (g_str_has_prefix (days, "no word"));
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/event/twin", test_twin);
  g_test_add_func ("/event/unique", test_unique);
  g_test_add_func ("/event/notify", test_notify);
  g_test_add_func ("/event/texts", test_texts);
  g_test_add_func ("/event/answer", test_answer);
  g_test_add_func ("/event/days", test_days);
  return g_test_run ();
}
