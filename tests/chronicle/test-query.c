/* Queries as values, and as sentences. */
#include "config.h"

#include "entente-naive-match.h"

#include <glib.h>

/* Actors 1 to 5. */
static EntenteChronicle *
build (void)
{
  static const char *const names[] = { "United States", "Taliban", "Russia", "Pakistan", "China" };
  const EntenteRowSink *sink = entente_chronicle_builder_get_sink ();
  EntenteChronicleBuilder *builder = entente_chronicle_builder_new ();
  g_autoptr (EntenteTrack) track = entente_track_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autoptr (EntenteActor) actor = entente_actor_new ();

    actor->record.id = i + 1;
    actor->name = g_strdup (names[i]);
    sink->actor (builder, actor);
  }
  track->record.id = 9;
  track->name = g_strdup ("Doha");
  sink->track (builder, track);
  return entente_chronicle_builder_build (builder, 0);
}

static void
choose (EntenteQuery *query, guint n)
{
  for (guint i = 0; i < n; i++)
    entente_query_toggle_id (&query->actors, i + 1, TRUE);
}

static void
assert_sentence (const EntenteQuery *query, const char *expected)
{
  g_autoptr (EntenteChronicle) chronicle = build ();
  g_autofree char *sentence = entente_query_format (query, chronicle);

  g_assert_cmpstr (sentence, ==, expected);
}

/* ---- sentences ---- */

static void
test_subjects (void)
{
  static const char *const any[] = {
    "All moves",
    "Moves by or to United States",
    "Moves by or to any of United States and Taliban",
    "Moves by or to any of United States, Taliban and Russia",
    "Moves by or to any of 4 actors",
  };
  static const char *const between[] = {
    "Moves between United States and Taliban, either way",
    "Moves by United States towards Taliban",
    "Moves by Taliban towards United States",
  };

  for (guint n = 0; n < G_N_ELEMENTS (any); n++) {
    g_autoptr (EntenteQuery) query = entente_query_new ();

    choose (query, n);
    assert_sentence (query, any[n]);
  }
  for (guint i = 0; i < G_N_ELEMENTS (between); i++) {
    g_autoptr (EntenteQuery) query = entente_query_new ();

    choose (query, 2);
    query->match = ENTENTE_MATCH_BETWEEN;
    query->direction = (EntenteDirection) i;
    assert_sentence (query, between[i]);
  }
}

static void
test_other_subjects (void)
{
  g_autoptr (EntenteQuery) query = entente_query_new ();

  choose (query, 2);
  query->match = ENTENTE_MATCH_ALL;
  query->members = TRUE;
  query->exclusive = TRUE;
  assert_sentence (query,
                   "Moves by or to all of United States and Taliban, with nobody else, with "
                   "members at the date");
  query->match = ENTENTE_MATCH_NONE;
  query->members = FALSE;
  assert_sentence (query, "Moves without any of United States and Taliban");
  entente_query_toggle_id (&query->actors, 1, FALSE);
  assert_sentence (query, "Moves without Taliban");
  entente_query_toggle_id (&query->actors, 2, FALSE);
  entente_query_toggle_id (&query->actors, 77, TRUE);
  query->match = ENTENTE_MATCH_ANY;
  query->exclusive = FALSE;
  assert_sentence (query, "Moves by or to something deleted");
}

static void
test_without_statements (void)
{
  g_autoptr (EntenteQuery) query = entente_query_new ();

  choose (query, 4);
  query->groups = ((1u << ENTENTE_N_GROUPS) - 1) & ~(1u << ENTENTE_GROUP_SAY);
  assert_sentence (query, "Moves by or to any of 4 actors, without statements");
  query->groups = 1u << ENTENTE_GROUP_OFFER | 1u << ENTENTE_GROUP_REFUSE;
  assert_sentence (query, "Moves by or to any of 4 actors, only offers and refusals");
}

static void
test_clauses (void)
{
  g_autoptr (EntenteQuery) query = entente_query_new ();

  query->kinds[0] = (guint64) 1 << entente_kind_find ("invitation")->index;
  entente_query_toggle_id (&query->by, 3, TRUE);
  entente_query_toggle_id (&query->to, 2, TRUE);
  entente_query_toggle_id (&query->tracks, 9, TRUE);
  query->dated = 2;
  query->words = g_strdup ("Doha");
  assert_sentence (query,
                   "All moves, by Russia, to Taliban, only invitation, undated, on track Doha, "
                   "with the words “Doha”");
}

/* Any, all or none of some records, and those that have nothing. */
static void
test_listed (void)
{
  g_autoptr (EntenteQuery) query = entente_query_new ();

  g_assert_true (entente_query_is_empty (query));
  query->empty[ENTENTE_LISTED_TRACK] = TRUE;
  g_assert_false (entente_query_is_empty (query));
  assert_sentence (query, "All moves, on no track");
  query->listed[ENTENTE_LISTED_TRACK] = ENTENTE_MATCH_NONE;
  assert_sentence (query, "All moves, not on no track");
  query->empty[ENTENTE_LISTED_TRACK] = FALSE;
  assert_sentence (query, "All moves");
  g_assert_true (entente_query_is_empty (query));
  entente_query_toggle_id (&query->speakers, 12345, TRUE);
  query->empty[ENTENTE_LISTED_SPEAKER] = TRUE;
  assert_sentence (query, "All moves, according to something deleted or according to nobody");
  query->listed[ENTENTE_LISTED_SPEAKER] = ENTENTE_MATCH_NONE;
  query->empty[ENTENTE_LISTED_SPEAKER] = FALSE;
  assert_sentence (query, "All moves, not according to something deleted");
}

static void
test_times (void)
{
  g_autoptr (EntenteQuery) query = entente_query_new ();

  query->has_since = TRUE;
  query->since = entente_day_number (2018, 7, 1) * ENTENTE_SECONDS_PER_DAY;
  assert_sentence (query, "All moves, since 1 Jul 2018");
  query->has_until = TRUE;
  query->until = entente_day_number (2018, 8, 1) * ENTENTE_SECONDS_PER_DAY;
  assert_sentence (query, "All moves, 1 Jul 2018 to 31 Jul 2018");
  query->surely = TRUE;
  assert_sentence (query, "All moves, surely 1 Jul 2018 to 31 Jul 2018");
  query->has_since = FALSE;
  query->surely = FALSE;
  assert_sentence (query, "All moves, until 31 Jul 2018");
}

/* Whatever is asked, there is a sentence. */
static void
test_any_sentence (void)
{
  g_autoptr (EntenteRandomStudy) study = entente_random_study_new (0, FALSE);
  g_autoptr (EntenteChronicle) chronicle = entente_random_study_build (study, 0);

  for (guint i = 0; i < 500; i++) {
    g_autoptr (EntenteQuery) query = entente_random_query (study);
    g_autofree char *sentence = entente_query_format (query, chronicle);

    g_assert_true (g_str_has_prefix (sentence, "Moves ") ||
                   g_str_has_prefix (sentence, "All moves"));
    g_assert_true (g_utf8_validate (sentence, -1, NULL));
    g_assert_null (g_strstr_len (sentence, -1, "(null)"));
  }
}

/* ---- values ---- */

static void
test_copies_are_equal (void)
{
  g_autoptr (EntenteRandomStudy) study = entente_random_study_new (0, FALSE);

  for (guint i = 0; i < 500; i++) {
    g_autoptr (EntenteQuery) query = entente_random_query (study);
    g_autoptr (EntenteQuery) copy = entente_query_copy (query);

    g_assert_true (entente_query_equal (query, copy));
    entente_query_toggle_id (&copy->speakers, 1234, TRUE);
    g_assert_false (entente_query_equal (query, copy));
    entente_query_toggle_id (&copy->speakers, 1234, FALSE);
    g_assert_true (entente_query_equal (query, copy));
    copy->words = g_strdup ("word");
    g_assert_false (entente_query_equal (query, copy));
  }
}

static void
test_order_of_values (void)
{
  g_autoptr (EntenteQuery) a = entente_query_new ();
  g_autoptr (EntenteQuery) b = entente_query_new ();

  choose (a, 2);
  entente_query_toggle_id (&b->actors, 2, TRUE);
  entente_query_toggle_id (&b->actors, 1, TRUE);
  g_assert_true (entente_query_equal (a, b));
  a->match = b->match = ENTENTE_MATCH_BETWEEN; /* there it is the direction */
  g_assert_false (entente_query_equal (a, b));
}

static void
test_empty (void)
{
  g_autoptr (EntenteQuery) query = entente_query_new ();

  g_assert_true (entente_query_is_empty (query));
  g_assert_false (entente_query_has_time (query));
  query->match = ENTENTE_MATCH_ALL; /* how actors would be matched restricts nothing */
  query->members = TRUE;
  g_assert_true (entente_query_is_empty (query));
  query->has_until = TRUE;
  g_assert_true (entente_query_has_time (query));
  g_assert_false (entente_query_is_empty (query));
  query->has_until = FALSE;
  query->kinds[1] = 1;
  g_assert_false (entente_query_is_empty (query));
}

static void
test_toggle (void)
{
  g_autoptr (EntenteQuery) query = entente_query_new ();

  g_assert_false (entente_query_has_id (query->actors, 1));
  entente_query_toggle_id (&query->actors, 1, FALSE);
  g_assert_null (query->actors);
  entente_query_toggle_id (&query->actors, 1, TRUE);
  entente_query_toggle_id (&query->actors, 1, TRUE);
  g_assert_cmpint (query->actors->len, ==, 1);
  g_assert_true (entente_query_has_id (query->actors, 1));
  entente_query_toggle_id (&query->actors, 1, FALSE);
  g_assert_cmpint (query->actors->len, ==, 0);
  g_assert_true (entente_query_is_empty (query));
}

/* What was asked of two, or of none, is nothing to ask of one. */
static void
test_only_actor (void)
{
  const EntenteMatch matches[] = { ENTENTE_MATCH_BETWEEN, ENTENTE_MATCH_NONE, ENTENTE_MATCH_ANY };

  for (guint i = 0; i < G_N_ELEMENTS (matches); i++) {
    g_autoptr (EntenteQuery) query = entente_query_new ();

    entente_query_toggle_id (&query->actors, 1, TRUE);
    entente_query_toggle_id (&query->actors, 2, TRUE);
    query->match = matches[i];
    query->direction = ENTENTE_FIRST_TO_SECOND;
    query->exclusive = TRUE;
    query->groups = 1;
    entente_query_only_actor (query, 3);
    g_assert_cmpuint (query->actors->len, ==, 1);
    g_assert_true (entente_query_has_id (query->actors, 3));
    g_assert_cmpint (query->match, ==, ENTENTE_MATCH_ANY);
    g_assert_cmpint (query->direction, ==, ENTENTE_EITHER_WAY);
    g_assert_false (query->exclusive);
    g_assert_cmpuint (query->groups, ==, 1);
  }
}

static void
test_boxed (void)
{
  g_auto (GValue) value = G_VALUE_INIT;
  EntenteQuery *query = entente_query_new ();

  g_value_init (&value, entente_query_get_type ());
  g_value_take_boxed (&value, query);
  g_assert_true (g_value_get_boxed (&value) == query);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query/sentence/subjects", test_subjects);
  g_test_add_func ("/query/sentence/others", test_other_subjects);
  g_test_add_func ("/query/sentence/groups", test_without_statements);
  g_test_add_func ("/query/sentence/clauses", test_clauses);
  g_test_add_func ("/query/sentence/listed", test_listed);
  g_test_add_func ("/query/sentence/times", test_times);
  g_test_add_func ("/query/sentence/any", test_any_sentence);
  g_test_add_func ("/query/copies", test_copies_are_equal);
  g_test_add_func ("/query/order", test_order_of_values);
  g_test_add_func ("/query/empty", test_empty);
  g_test_add_func ("/query/toggle", test_toggle);
  g_test_add_func ("/query/only-actor", test_only_actor);
  g_test_add_func ("/query/boxed", test_boxed);
  return g_test_run ();
}
