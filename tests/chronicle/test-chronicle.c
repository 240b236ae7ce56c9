/* Chronicles: rows come back as they went in, in the one order, with their links and counts. */
#include "config.h"

#include "entente-chronicle-private.h"
#include "entente-halves.h"
#include "entente-random-study.h"

#include <glib.h>

#define TODAY (17500 * ENTENTE_SECONDS_PER_DAY)

/* ---- building ---- */

static void
assert_order (const EntenteChronicle *chronicle, const EntenteRandomStudy *study)
{
  EntenteDateKey last = { ENTENTE_TIME_MIN, G_MININT, G_MININT, 0 };

  for (guint row = 0; row < entente_chronicle_get_n_rows (chronicle); row++) {
    EntenteId id = entente_chronicle_get_id (chronicle, row);
    const EntenteEvent *event = entente_random_study_find (study, id)->event;
    EntenteDateKey key = { entente_date_get_place (event->when),
                           event->when->day_order,
                           (int) event->telling,
                           id };

    g_assert_cmpint (entente_date_key_compare (&last, &key), <, 0);
    g_assert_cmpint (row < entente_chronicle_get_n_placed (chronicle),
                     ==,
                     key.place != ENTENTE_TIME_MAX);
    last = key;
  }
}

/* Rows against the records that they were made from. */
static void
assert_faithful (const EntenteChronicle *chronicle, const EntenteRandomStudy *study)
{
  for (guint i = 0; i < study->events->len; i++) {
    const EntenteStudyEvent *event = g_ptr_array_index (study->events, i);
    guint row = entente_chronicle_find_row (chronicle, event->event->record.id);
    EntenteEventRow expected;
    EntenteEventRow found;
    guint n;

    entente_event_get_row (event->event, &expected);
    entente_chronicle_get_row (chronicle, row, &found);
    g_assert_cmpmem (&found.points,
                     sizeof (found.points),
                     &expected.points,
                     sizeof (expected.points));
    g_assert_cmpmem (&found.told, sizeof (found.told), &expected.told, sizeof (expected.told));
    g_assert_cmpint (found.kind, ==, expected.kind);
    g_assert_cmpint (found.flags, ==, expected.flags);
    g_assert_cmpint (found.track, ==, expected.track);
    g_assert_cmpint (found.place, ==, expected.place);
    g_assert_cmpint (found.telling, ==, expected.telling);
    entente_chronicle_get_parts (chronicle, row, &n);
    g_assert_cmpint (n, ==, event->parts->len);
    entente_chronicle_get_voices (chronicle, row, &n);
    g_assert_cmpint (n, ==, event->claims->len);
    entente_chronicle_get_event_issues (chronicle, row, &n);
    g_assert_cmpint (n, ==, event->issues->len);
  }
}

static void
test_built_is_faithful (void)
{
  for (guint round = 0; round < 30; round++) {
    guint n = (guint) g_test_rand_int_range (0, 200);
    g_autoptr (EntenteRandomStudy) study = entente_random_study_new (n, FALSE);
    g_autoptr (EntenteChronicle) chronicle = entente_random_study_build (study, TODAY);

    g_assert_cmpint (entente_chronicle_get_n_rows (chronicle), ==, n);
    g_assert_cmpint (entente_chronicle_find_row (chronicle, 7), ==, ENTENTE_NO_INDEX);
    assert_order (chronicle, study);
    assert_faithful (chronicle, study);
  }
}

/* Event @i of many: the later, the lower its number; it has i % 3 parts. */
static void
feed_one (EntenteChronicleBuilder *builder, guint i)
{
  const EntenteRowSink *sink = entente_chronicle_builder_get_sink ();
  gint64 start = (gint64) (1000000 - i) * 3600;
  EntenteEventRow row = { .id = i + 1,
                          .form = ENTENTE_DATE_SPAN,
                          .points = { start, start, start + 3600, start + 3600 },
                          .kind = (guint16) (i % 7),
                          .track = ENTENTE_ID_NONE };

  sink->event (builder, &row);
  for (guint k = 0; k < i % 3; k++)
    sink->participation (builder,
                         &(EntenteParticipationRow){ i + 1,
                                                     10 + (i + k) % 9,
                                                     ENTENTE_ID_NONE,
                                                     ENTENTE_ROLE_ADDRESSEE });
}

/* So many rows that blocks are made in two threads. */
static void
test_built_in_halves (void)
{
  EntenteChronicleBuilder *builder = entente_chronicle_builder_new ();
  guint n_rows = ENTENTE_HALVES_ROWS + 1000;
  g_autoptr (EntenteChronicle) chronicle = NULL;

  for (guint i = 0; i < 9; i++) {
    EntenteActor *actor = entente_actor_new ();

    actor->record.id = 10 + i;
    actor->name = g_strdup_printf ("%u", i);
    entente_chronicle_builder_get_sink ()->actor (builder, actor);
    entente_actor_unref (actor);
  }
  for (guint i = 0; i < n_rows; i++)
    feed_one (builder, i);
  chronicle = entente_chronicle_builder_build (builder, TODAY);
  g_assert_cmpuint (entente_chronicle_get_n_rows (chronicle), ==, n_rows);
  for (guint row = 0; row < n_rows; row++) {
    guint i = n_rows - 1 - row, n;
    const EntentePart *parts = entente_chronicle_get_parts (chronicle, row, &n);

    g_assert_cmpint (entente_chronicle_get_id (chronicle, row), ==, i + 1);
    g_assert_cmpuint (entente_chronicle_find_row (chronicle, i + 1), ==, row);
    g_assert_cmpuint (entente_chronicle_get_kind (chronicle, row)->index, ==, i % 7);
    g_assert_cmpuint (n, ==, i % 3);
    for (guint k = 0; k < n; k++)
      g_assert_cmpint (entente_chronicle_get_actor (chronicle, parts[k].actor)->record.id,
                       ==,
                       10 + (i + k) % 9);
  }
}

static void
test_built_in_blocks (void)
{
  g_autoptr (EntenteRandomStudy) study = entente_random_study_new (20000, FALSE);
  g_autoptr (EntenteChronicle) chronicle = entente_random_study_build (study, TODAY);

  g_assert_cmpint (chronicle->n_blocks, >, 4);
  for (guint i = 0; i < chronicle->n_blocks; i++)
    g_assert_cmpint (chronicle->blocks[i]->n_rows, <=, ENTENTE_BLOCK_MAX_ROWS);
  assert_order (chronicle, study);
  assert_faithful (chronicle, study);
}

static void
test_empty (void)
{
  g_autoptr (EntenteChronicle) chronicle = entente_chronicle_new_empty ();
  g_autoptr (GArray) found = entente_chronicle_find_actors_by_name (chronicle, "nobody");
  EntenteSpan extent;

  g_assert_cmpint (entente_chronicle_get_n_rows (chronicle), ==, 0);
  g_assert_cmpint (entente_chronicle_get_n_actors (chronicle), ==, 0);
  g_assert_cmpint (entente_chronicle_find_row (chronicle, 1), ==, ENTENTE_NO_INDEX);
  g_assert_false (entente_chronicle_get_extent (chronicle, &extent));
  g_assert_cmpint (found->len, ==, 0);
}

/* Dates from the mammoths to the far future, which no packing of places into bits holds exactly. */
static void
test_extreme_dates (void)
{
  static const char *const dates[] = {
    "-9999",      "9999",       "2018-07-01", "2018-07-01", "Y-170000002",
    "Y170000002", "2018-06-30", "",           "[..2018]",   "2018-07-01T12:00:00",
  };
  g_autoptr (EntenteRandomStudy) study = entente_random_study_new (500, FALSE);
  g_autoptr (EntenteChronicle) chronicle = NULL;

  for (guint i = 0; i < study->events->len; i++) {
    EntenteStudyEvent *event = g_ptr_array_index (study->events, i);

    entente_date_unref (event->event->when);
    event->event->when = entente_date_parse (dates[i % G_N_ELEMENTS (dates)], NULL);
    if (event->event->when == NULL)
      event->event->when = entente_date_new_undated ();
  }
  chronicle = entente_random_study_build (study, TODAY);
  assert_order (chronicle, study);
  assert_faithful (chronicle, study);
}

static void
test_rows_of_nobody_are_dropped (void)
{
  const EntenteRowSink *sink = entente_chronicle_builder_get_sink ();
  EntenteChronicleBuilder *builder = entente_chronicle_builder_new ();
  g_autoptr (EntenteActor) actor = entente_actor_new ();
  g_autoptr (EntenteChronicle) chronicle = NULL;
  EntenteEventRow event = { .id = 5 };
  EntenteParticipationRow parts[] = {
    { .event = 5, .actor = 1 }, { .event = 5, .actor = 2 }, { .event = 6, .actor = 1 },
    { .event = 5, .actor = 0 }, { .event = 4, .actor = 1 },
  };
  EntenteClaimRow claim = { .id = 9, .event = 6 };
  EntenteLinkRow link = { .id = 10, .from = 5, .to = 6 };
  EntenteLinkRow circle = { .id = 11, .from = 5, .to = 5 };
  guint n;

  actor->record.id = 1;
  actor->name = g_strdup ("One");
  sink->actor (builder, actor);
  sink->event (builder, &event);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    sink->participation (builder, &parts[i]);
  sink->claim (builder, &claim);
  sink->link (builder, &link);
  sink->link (builder, &circle);
  chronicle = entente_chronicle_builder_build (builder, TODAY);
  entente_chronicle_get_parts (chronicle, 0, &n);
  g_assert_cmpint (n, ==, 1);
  entente_chronicle_get_voices (chronicle, 0, &n);
  g_assert_cmpint (n, ==, 0);
  entente_chronicle_get_answers_to (chronicle, 0, &n);
  g_assert_cmpint (n, ==, 0);
}

/* ---- actors ---- */

static gboolean
names_actor (const EntentePart *part, guint32 actor)
{
  return part->actor == actor || part->speaks_for == actor;
}

static gboolean
is_body (const EntenteChronicle *chronicle, guint32 actor)
{
  guint n;

  entente_chronicle_get_affiliations (chronicle, actor, &n);
  return n == 0;
}

/* Brings each member's first row up to what it belongs to. */
static void
raise_firsts (const EntenteChronicle *chronicle, guint *firsts)
{
  guint n_actors = entente_chronicle_get_n_actors (chronicle);

  for (guint round = 0; round < n_actors; round++) {
    for (guint32 actor = 0; actor < n_actors; actor++) {
      guint n;
      const EntenteAffiliation *const *above =
        entente_chronicle_get_affiliations (chronicle, actor, &n);

      for (guint i = 0; i < n; i++) {
        guint32 parent = entente_chronicle_find_actor (chronicle, above[i]->parent);
        if (parent != ENTENTE_NO_INDEX)
          firsts[parent] = MIN (firsts[parent], firsts[actor]);
      }
    }
  }
}

/* Bodies rank by the first row of theirs or their members', before all members. */
static void
check_ranks (const EntenteChronicle *chronicle, guint *firsts)
{
  guint n_actors = entente_chronicle_get_n_actors (chronicle);

  raise_firsts (chronicle, firsts);
  for (guint32 a = 0; a < n_actors; a++) {
    for (guint32 b = 0; b < n_actors; b++) {
      gboolean before = is_body (chronicle, a) && firsts[a] != G_MAXUINT &&
                        (firsts[a] < firsts[b] || !is_body (chronicle, b));

      if (before)
        g_assert_cmpint (entente_chronicle_get_actor_rank (chronicle, a),
                         <,
                         entente_chronicle_get_actor_rank (chronicle, b));
    }
  }
}

static void
test_counts_and_ranks (void)
{
  g_autoptr (EntenteRandomStudy) study = entente_random_study_new (300, FALSE);
  g_autoptr (EntenteChronicle) chronicle = entente_random_study_build (study, TODAY);
  guint n_actors = entente_chronicle_get_n_actors (chronicle);
  g_autofree guint *firsts = g_new (guint, n_actors);

  for (guint32 actor = 0; actor < n_actors; actor++) {
    guint counts[2] = { 0, 0 };

    firsts[actor] = G_MAXUINT;
    for (guint row = 0; row < entente_chronicle_get_n_rows (chronicle); row++) {
      guint n;
      const EntentePart *parts = entente_chronicle_get_parts (chronicle, row, &n);
      gboolean any = FALSE;
      gboolean matching = FALSE;

      for (guint i = 0; i < n; i++) {
        any = any || names_actor (&parts[i], actor);
        matching = matching || (names_actor (&parts[i], actor) &&
                                entente_role_is_matching ((EntenteRole) parts[i].role));
      }
      counts[0] += any;
      counts[1] += matching;
      if (any && firsts[actor] == G_MAXUINT)
        firsts[actor] = row;
    }
    for (int i = 0; i < 2; i++)
      g_assert_cmpint (entente_chronicle_get_actor_count (chronicle, actor, i), ==, counts[i]);
  }
  check_ranks (chronicle, firsts);
}

/* ---- threads ---- */

static void
test_thread (void)
{
  g_autoptr (EntenteRandomStudy) study = entente_random_study_new (60, FALSE);
  g_autoptr (EntenteChronicle) chronicle = entente_random_study_build (study, TODAY);

  for (guint row = 0; row < 60; row++) {
    g_autoptr (GArray) thread = entente_chronicle_get_thread (chronicle, row, 1000);
    g_autoptr (GArray) few = entente_chronicle_get_thread (chronicle, row, 2);

    g_assert_cmpint (few->len, ==, MIN (thread->len, 2));
    for (guint i = 0; i < thread->len; i++) {
      guint32 other = g_array_index (thread, guint32, i);
      g_autoptr (GArray) same = entente_chronicle_get_thread (chronicle, other, 1000);

      /* Whoever belongs to a thread has the same thread. */
      g_assert_cmpmem (thread->data,
                       thread->len * sizeof (guint32),
                       same->data,
                       same->len * sizeof (guint32));
    }
  }
}

static void
test_links_from_both_ends (void)
{
  g_autoptr (EntenteRandomStudy) study = entente_random_study_new (200, FALSE);
  g_autoptr (EntenteChronicle) chronicle = entente_random_study_build (study, TODAY);
  guint n_out = 0;
  guint n_in = 0;
  guint expected = 0;

  for (guint i = 0; i < study->links->len; i++) {
    const EntenteLinkRow *link = &g_array_index (study->links, EntenteLinkRow, i);

    expected += link->from != link->to;
  }
  for (guint row = 0; row < 200; row++) {
    guint n;
    const EntenteThread *threads = entente_chronicle_get_answers_to (chronicle, row, &n);

    n_out += n;
    for (guint i = 0; i < n; i++) {
      guint m;
      const EntenteThread *back = entente_chronicle_get_answered_by (chronicle, threads[i].row, &m);
      guint found = 0;

      for (guint k = 0; k < m; k++)
        found += back[k].id == threads[i].id && back[k].row == row;
      g_assert_cmpint (found, ==, 1);
    }
    entente_chronicle_get_answered_by (chronicle, row, &n);
    n_in += n;
  }
  g_assert_cmpint (n_out, ==, expected);
  g_assert_cmpint (n_in, ==, expected);
}

/* ---- describing ---- */

static void
test_describe (void)
{
  const EntenteRowSink *sink = entente_chronicle_builder_get_sink ();
  EntenteChronicleBuilder *builder = entente_chronicle_builder_new ();
  static const char *const names[] = { "Afghan government", "Taleban", "United States" };
  static const EntenteParticipationRow parts[] = {
    { .event = 10, .actor = 1, .role = ENTENTE_ROLE_INITIATOR },
    { .event = 10, .actor = 2, .role = ENTENTE_ROLE_ADDRESSEE },
    { .event = 11, .actor = 3, .role = ENTENTE_ROLE_PARTICIPANT },
    { .event = 11, .actor = 2, .role = ENTENTE_ROLE_PARTICIPANT },
  };
  g_autoptr (EntenteChronicle) chronicle = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autoptr (EntenteActor) actor = entente_actor_new ();

    actor->record.id = i + 1;
    actor->name = g_strdup (names[i]);
    sink->actor (builder, actor);
  }
  for (guint i = 0; i < 3; i++) {
    EntenteEventRow row = { .id = 10 + i, .points = { i, i, i, i }, .form = ENTENTE_DATE_POINT };

    row.kind = (guint16) entente_kind_find (i == 1 ? "talks" : "invitation")->index;
    sink->event (builder, &row);
  }
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    sink->participation (builder, &parts[i]);
  chronicle = entente_chronicle_builder_build (builder, TODAY);
  for (guint i = 0; i < 3; i++) {
    static const char *const expected[] = { "Invitation · Afghan government to Taleban",
                                            "Talks · United States and Taleban",
                                            "Invitation" };
    g_autofree char *described =
      entente_chronicle_describe (chronicle, entente_chronicle_find_row (chronicle, 10 + i));

    g_assert_cmpstr (described, ==, expected[i]);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chronicle/empty", test_empty);
  g_test_add_func ("/chronicle/built/faithful", test_built_is_faithful);
  g_test_add_func ("/chronicle/built/blocks", test_built_in_blocks);
  g_test_add_func ("/chronicle/built/halves", test_built_in_halves);
  g_test_add_func ("/chronicle/built/extreme-dates", test_extreme_dates);
  g_test_add_func ("/chronicle/built/nobody", test_rows_of_nobody_are_dropped);
  g_test_add_func ("/chronicle/actors", test_counts_and_ranks);
  g_test_add_func ("/chronicle/thread", test_thread);
  g_test_add_func ("/chronicle/links", test_links_from_both_ends);
  g_test_add_func ("/chronicle/describe", test_describe);
  return g_test_run ();
}
