/* The matcher against its naive twin, over random studies and random queries. */
#include "config.h"

#include "entente-halves.h"
#include "entente-naive-match.h"

#include <glib.h>

#define TODAY (17500 * ENTENTE_SECONDS_PER_DAY)

static void
check_query (const EntenteRandomStudy *study,
             const EntenteChronicle *chronicle,
             const EntenteQuery *query,
             const EntenteBitset *words)
{
  g_autoptr (EntenteBitset) rows = entente_query_match (query, chronicle, words, NULL);

  for (guint row = 0; row < entente_chronicle_get_n_rows (chronicle); row++) {
    if (entente_bitset_contains (rows, row) !=
        entente_naive_matches (study, chronicle, query, words, row)) {
      g_autofree char *sentence = entente_query_format (query, chronicle);

      g_error ("row %u, %s", row, sentence);
    }
  }
}

static void
test_like_naive_twin (void)
{
  for (guint round = 0; round < 40; round++) {
    guint n = (guint) g_test_rand_int_range (0, 150);
    g_autoptr (EntenteRandomStudy) study = entente_random_study_new (n, FALSE);
    g_autoptr (EntenteChronicle) chronicle = entente_random_study_build (study, TODAY);

    for (guint i = 0; i < 60; i++) {
      g_autoptr (EntenteQuery) query = entente_random_query (study);
      g_autoptr (EntenteBitset) words = entente_random_once_in (5) ? entente_random_rows (n) : NULL;

      check_query (study, chronicle, query, words);
    }
  }
}

static void
test_all_rows (void)
{
  g_autoptr (EntenteRandomStudy) study = entente_random_study_new (5000, TRUE);
  g_autoptr (EntenteChronicle) chronicle = entente_random_study_build (study, TODAY);
  g_autoptr (EntenteQuery) query = entente_query_new ();
  g_autoptr (EntenteBitset) rows = entente_query_match (query, chronicle, NULL, NULL);

  g_assert_cmpint (entente_bitset_count (rows), ==, 5000);
}

/* So many that two threads share them, of three kinds by turns. */
static void
test_many (void)
{
  EntenteChronicleBuilder *builder = entente_chronicle_builder_new ();
  g_autoptr (EntenteChronicle) chronicle = NULL;
  g_autoptr (EntenteQuery) query = entente_query_new ();
  g_autoptr (EntenteBitset) rows = NULL;
  guint n = ENTENTE_HALVES_ROWS + 77;

  for (guint i = 0; i < n; i++) {
    EntenteEventRow row = { .id = i + 1, .form = ENTENTE_DATE_POINT };

    row.points.earliest_start = row.points.latest_start = (gint64) i * 60;
    row.points.earliest_end = row.points.latest_end = (gint64) i * 60 + 60;
    row.kind = (guint16) (i % 3);
    entente_chronicle_builder_get_sink ()->event (builder, &row);
  }
  chronicle = entente_chronicle_builder_build (builder, TODAY);
  query->kinds[0] = 2;
  rows = entente_query_match (query, chronicle, NULL, NULL);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (entente_bitset_contains (rows, i), ==, i % 3 == 1);
}

static void
test_undated_are_counted_apart (void)
{
  g_autoptr (EntenteRandomStudy) study = entente_random_study_new (400, FALSE);
  g_autoptr (EntenteChronicle) chronicle = entente_random_study_build (study, TODAY);

  for (guint i = 0; i < 40; i++) {
    g_autoptr (EntenteQuery) query = entente_random_query (study);
    g_autoptr (EntenteQuery) timeless = entente_query_copy (query);
    guint expected = 0;

    timeless->has_since = timeless->has_until = FALSE;
    for (guint row = 0; row < 400; row++) {
      EntenteSpan window = entente_chronicle_get_window (chronicle, row);

      expected += window.start == ENTENTE_TIME_MIN && window.end == ENTENTE_TIME_MAX &&
                  entente_naive_matches (study, chronicle, timeless, NULL, row);
    }
    g_assert_cmpint (entente_query_count_undated (query, chronicle, NULL), ==, expected);
  }
}

static void
test_cancelled (void)
{
  g_autoptr (EntenteRandomStudy) study = entente_random_study_new (10, TRUE);
  g_autoptr (EntenteChronicle) chronicle = entente_random_study_build (study, TODAY);
  g_autoptr (EntenteQuery) query = entente_query_new ();
  gboolean cancelled = TRUE;

  g_assert_null (entente_query_match (query, chronicle, NULL, &cancelled));
}

/* ---- told cases ---- */

/* Actors 1 United States, 2 Taleban, 3 Russia, 4 a person of the Taleban since March 2015. */
static EntenteChronicle *
build_case (const EntenteParticipationRow *parts, guint n_parts, const char *edtf)
{
  const EntenteRowSink *sink = entente_chronicle_builder_get_sink ();
  EntenteChronicleBuilder *builder = entente_chronicle_builder_new ();
  g_autoptr (EntenteAffiliation) affiliation = entente_affiliation_new ();
  g_autoptr (EntenteEvent) event = entente_event_new ();
  EntenteEventRow row;

  for (guint i = 1; i <= 4; i++) {
    g_autoptr (EntenteActor) actor = entente_actor_new ();

    actor->record.id = i;
    actor->name = g_strdup_printf ("%u", i);
    sink->actor (builder, actor);
  }
  affiliation->record.id = 9;
  affiliation->actor = 4;
  affiliation->parent = 2;
  affiliation->from = entente_date_parse ("2015-03", NULL);
  sink->affiliation (builder, affiliation);
  event->record.id = 10;
  event->when = entente_date_parse (edtf, NULL);
  event->kind = g_strdup ("invitation");
  entente_event_get_row (event, &row);
  sink->event (builder, &row);
  for (guint i = 0; i < n_parts; i++)
    sink->participation (builder, &parts[i]);
  return entente_chronicle_builder_build (builder, TODAY);
}

static gboolean
matches (const EntenteQuery *query, const EntenteChronicle *chronicle)
{
  g_autoptr (EntenteBitset) rows = entente_query_match (query, chronicle, NULL, NULL);

  return entente_bitset_count (rows) == 1;
}

static EntenteQuery *
ask (EntenteMatch match, EntenteId first, EntenteId second)
{
  EntenteQuery *query = entente_query_new ();

  query->match = match;
  entente_query_toggle_id (&query->actors, first, TRUE);
  if (second != ENTENTE_ID_NONE)
    entente_query_toggle_id (&query->actors, second, TRUE);
  return query;
}

static void
test_between (void)
{
  static const EntenteParticipationRow parts[] = {
    { .event = 10, .actor = 1, .role = ENTENTE_ROLE_INITIATOR },
    { .event = 10, .actor = 2, .role = ENTENTE_ROLE_ADDRESSEE },
    { .event = 10, .actor = 3, .role = ENTENTE_ROLE_MENTIONED },
  };
  g_autoptr (EntenteChronicle) chronicle = build_case (parts, 3, "2018-07-01");
  g_autoptr (EntenteQuery) query = ask (ENTENTE_MATCH_BETWEEN, 1, 2);
  g_autoptr (EntenteQuery) other = ask (ENTENTE_MATCH_BETWEEN, 1, 3);

  g_assert_true (matches (query, chronicle));
  query->exclusive = TRUE; /* who is only mentioned takes no part */
  g_assert_true (matches (query, chronicle));
  query->direction = ENTENTE_FIRST_TO_SECOND;
  g_assert_true (matches (query, chronicle));
  query->direction = ENTENTE_SECOND_TO_FIRST;
  g_assert_false (matches (query, chronicle));
  g_assert_false (matches (other, chronicle));
}

static void
test_joint_move (void)
{
  static const EntenteParticipationRow parts[] = {
    { .event = 10, .actor = 1, .role = ENTENTE_ROLE_PARTICIPANT },
    { .event = 10, .actor = 2, .role = ENTENTE_ROLE_PARTICIPANT },
    { .event = 10, .actor = 3, .role = ENTENTE_ROLE_HOST },
  };
  g_autoptr (EntenteChronicle) chronicle = build_case (parts, 3, "2018-07-01");
  g_autoptr (EntenteQuery) query = ask (ENTENTE_MATCH_BETWEEN, 1, 2);
  g_autoptr (EntenteQuery) host = ask (ENTENTE_MATCH_BETWEEN, 1, 3);

  g_assert_true (matches (query, chronicle));
  query->exclusive = TRUE;
  g_assert_false (matches (query, chronicle));
  query->exclusive = FALSE;
  query->direction = ENTENTE_FIRST_TO_SECOND;
  g_assert_false (matches (query, chronicle));
  g_assert_false (matches (host, chronicle));
}

/* One participant cannot meet two chosen actors, even when it stands for both. */
static void
test_all_by_different_participants (void)
{
  static const EntenteParticipationRow one[] = {
    { .event = 10, .actor = 4, .role = ENTENTE_ROLE_INITIATOR },
    { .event = 10, .actor = 4, .role = ENTENTE_ROLE_HOST },
  };
  static const EntenteParticipationRow two[] = {
    { .event = 10, .actor = 4, .role = ENTENTE_ROLE_INITIATOR },
    { .event = 10, .actor = 2, .role = ENTENTE_ROLE_ADDRESSEE },
  };
  g_autoptr (EntenteChronicle) alone = build_case (one, 2, "2018-07-01");
  g_autoptr (EntenteChronicle) both = build_case (two, 2, "2018-07-01");
  g_autoptr (EntenteQuery) query = ask (ENTENTE_MATCH_ALL, 2, 4);

  query->members = TRUE;
  g_assert_false (matches (query, alone));
  g_assert_true (matches (query, both));
}

static void
test_members_at_the_date (void)
{
  static const EntenteParticipationRow parts[] = {
    { .event = 10, .actor = 4, .role = ENTENTE_ROLE_INITIATOR },
  };
  static const struct {
    const char *edtf;
    gboolean possibly;
    gboolean surely;
  } cases[] = {
    { "2015-02-28", FALSE, FALSE }, { "2015-03-01", TRUE, FALSE }, { "2015-03-31", TRUE, FALSE },
    { "2015-04-01", TRUE, TRUE },   { "2015", TRUE, FALSE },       { "2014", FALSE, FALSE },
    { "2019-05", TRUE, TRUE },      { "", TRUE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (EntenteChronicle) chronicle = build_case (parts, 1, cases[i].edtf);
    g_autoptr (EntenteQuery) query = ask (ENTENTE_MATCH_ANY, 2, ENTENTE_ID_NONE);

    g_assert_false (matches (query, chronicle));
    query->members = TRUE;
    g_assert_cmpint (matches (query, chronicle), ==, cases[i].possibly);
    query->members_surely = TRUE;
    g_assert_cmpint (matches (query, chronicle), ==, cases[i].surely);
  }
}

static void
test_spokesman (void)
{
  static const EntenteParticipationRow parts[] = {
    { .event = 10, .actor = 3, .role = ENTENTE_ROLE_SPOKESMAN, .speaks_for = 1 },
  };
  g_autoptr (EntenteChronicle) chronicle = build_case (parts, 1, "2018");

  for (EntenteId id = 1; id <= 3; id++) {
    g_autoptr (EntenteQuery) query = ask (ENTENTE_MATCH_ANY, id, ENTENTE_ID_NONE);

    g_assert_cmpint (matches (query, chronicle), ==, id != 2);
  }
}

static void
test_roles_on_request (void)
{
  static const EntenteParticipationRow parts[] = {
    { .event = 10, .actor = 1, .role = ENTENTE_ROLE_ABSENT },
  };
  g_autoptr (EntenteChronicle) chronicle = build_case (parts, 1, "2018");
  g_autoptr (EntenteQuery) query = ask (ENTENTE_MATCH_ANY, 1, ENTENTE_ID_NONE);
  g_autoptr (EntenteQuery) none = ask (ENTENTE_MATCH_NONE, 1, ENTENTE_ID_NONE);

  g_assert_false (matches (query, chronicle));
  g_assert_true (matches (none, chronicle));
  query->roles = none->roles = 1u << ENTENTE_ROLE_ABSENT;
  g_assert_true (matches (query, chronicle));
  g_assert_false (matches (none, chronicle));
}

static void
test_time (void)
{
  static const struct {
    const char *edtf;
    gboolean possibly;
    gboolean surely;
  } cases[] = {
    /* since 2018-07-01, until 2018-07-31 */
    { "2018-07-01", TRUE, TRUE },      { "2018-07-31", TRUE, TRUE },
    { "2018-08-01", FALSE, FALSE },    { "2018-06-30", FALSE, FALSE },
    { "2018-07", TRUE, TRUE },         { "2018", TRUE, FALSE },
    { "[..2018-07-01]", TRUE, FALSE }, { "[..2018-06-30]", FALSE, FALSE },
    { "[2018-07-31..]", TRUE, FALSE }, { "2018-07-10/2018-08-10", TRUE, FALSE },
    { "2018-06/..", TRUE, FALSE },     { "", FALSE, FALSE },
  };
  g_autoptr (EntenteQuery) query = entente_query_new ();

  query->has_since = query->has_until = TRUE;
  query->since = entente_day_number (2018, 7, 1) * ENTENTE_SECONDS_PER_DAY;
  query->until = entente_day_number (2018, 8, 1) * ENTENTE_SECONDS_PER_DAY;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (EntenteChronicle) chronicle = build_case (NULL, 0, cases[i].edtf);

    query->surely = FALSE;
    g_assert_cmpint (matches (query, chronicle), ==, cases[i].possibly);
    query->surely = TRUE;
    g_assert_cmpint (matches (query, chronicle), ==, cases[i].surely);
  }
}

static EntenteChronicle *
build_date (EntenteDate *date)
{
  const EntenteRowSink *sink = entente_chronicle_builder_get_sink ();
  EntenteChronicleBuilder *builder = entente_chronicle_builder_new ();
  g_autoptr (EntenteEvent) event = entente_event_new ();
  EntenteEventRow row;

  event->record.id = 10;
  event->when = entente_date_ref (date);
  event->kind = g_strdup ("invitation");
  entente_event_get_row (event, &row);
  sink->event (builder, &row);
  return entente_chronicle_builder_build (builder, TODAY);
}

static void
check_span (EntenteDate *date, EntenteSpan span)
{
  g_autoptr (EntenteChronicle) chronicle = build_date (date);
  g_autoptr (EntenteQuery) query = entente_query_new ();

  query->has_since = query->has_until = TRUE;
  query->since = span.start;
  query->until = span.end;
  g_assert_cmpint (matches (query, chronicle), ==, entente_date_possibly_within (date, span));
  query->surely = TRUE;
  g_assert_cmpint (matches (query, chronicle), ==, entente_date_surely_within (date, span));
}

static gint64
get_time (gint64 year, int month, int day)
{
  return entente_day_number (year, month, day) * ENTENTE_SECONDS_PER_DAY;
}

/* A note of 15 July narrows what is drawn; sure is only what was told. */
static void
test_bounded (void)
{
  static const struct {
    const char *edtf;
    gboolean in_july;
  } cases[] = {
    { "2018-07", TRUE },
    { "[2018-07..2018-08]", FALSE },
    { "[..2018-08]", FALSE },
    { "[2018-07..]", FALSE },
    { "[2018-07-02..2018-07-20]", TRUE },
    { "2018-06/2018-07", FALSE },
    { "2018-07/2018-08", FALSE },
    { "2018-22", FALSE },
  };
  EntenteSpan july = { get_time (2018, 7, 1), get_time (2018, 8, 1) };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (EntenteDate) told = entente_date_parse (cases[i].edtf, NULL);
    g_autoptr (EntenteDate) date =
      entente_date_with_bounds (told, get_time (2018, 7, 3), get_time (2018, 7, 15), "note");

    check_span (date, july);
    g_assert_cmpint (entente_date_surely_within (date, july), ==, cases[i].in_july);
  }
}

static void
test_random_bounds (void)
{
  g_autoptr (EntenteRandomStudy) study = entente_random_study_new (600, FALSE);

  for (guint i = 0; i < study->events->len; i++) {
    const EntenteStudyEvent *event = g_ptr_array_index (study->events, i);

    for (guint k = 0; k < 20; k++) {
      gint64 start = get_time (2014, 1, 1) + entente_random_pick (1700) * ENTENTE_SECONDS_PER_DAY;
      gint64 length = (1 + entente_random_pick (900)) * ENTENTE_SECONDS_PER_DAY;

      check_span (event->event->when, (EntenteSpan){ start, start + length });
    }
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/matcher/naive-twin", test_like_naive_twin);
  g_test_add_func ("/matcher/all-rows", test_all_rows);
  g_test_add_func ("/matcher/many", test_many);
  g_test_add_func ("/matcher/undated", test_undated_are_counted_apart);
  g_test_add_func ("/matcher/cancelled", test_cancelled);
  g_test_add_func ("/matcher/between", test_between);
  g_test_add_func ("/matcher/joint", test_joint_move);
  g_test_add_func ("/matcher/all", test_all_by_different_participants);
  g_test_add_func ("/matcher/members", test_members_at_the_date);
  g_test_add_func ("/matcher/spokesman", test_spokesman);
  g_test_add_func ("/matcher/roles", test_roles_on_request);
  g_test_add_func ("/matcher/time", test_time);
  g_test_add_func ("/matcher/bounded", test_bounded);
  g_test_add_func ("/matcher/random-bounds", test_random_bounds);
  return g_test_run ();
}
