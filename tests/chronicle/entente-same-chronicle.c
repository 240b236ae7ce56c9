/* Two chronicles that say the same, whatever their blocks are. */
#include "config.h"

#include "entente-same-chronicle.h"

#include "entente-chronicle-private.h"

static void
assert_rows_equal (const EntenteChronicle *a, const EntenteChronicle *b, guint row)
{
  EntenteEventRow one;
  EntenteEventRow other;

  entente_chronicle_get_row (a, row, &one);
  entente_chronicle_get_row (b, row, &other);
  g_assert_cmpint (one.id, ==, other.id);
  g_assert_cmpmem (&one.points, sizeof (one.points), &other.points, sizeof (other.points));
  g_assert_cmpmem (&one.told, sizeof (one.told), &other.told, sizeof (other.told));
  g_assert_cmpint (one.day_order, ==, other.day_order);
  g_assert_cmpint (one.telling, ==, other.telling);
  g_assert_cmpint (one.kind, ==, other.kind);
  g_assert_cmpint (one.flags, ==, other.flags);
  g_assert_cmpint (one.form, ==, other.form);
  g_assert_cmpint (one.precision, ==, other.precision);
  g_assert_cmpint (one.basis, ==, other.basis);
  g_assert_cmpint (one.mode, ==, other.mode);
  g_assert_cmpint (one.judgement, ==, other.judgement);
  g_assert_cmpint (one.medium, ==, other.medium);
  g_assert_cmpint (one.track, ==, other.track);
  g_assert_cmpint (one.place, ==, other.place);
}

static void
assert_derived_equal (const EntenteChronicle *a, const EntenteChronicle *b, guint row)
{
  EntenteId id = entente_chronicle_get_id (a, row);

  g_assert_cmpint (entente_chronicle_get_evidence (a, row),
                   ==,
                   entente_chronicle_get_evidence (b, row));
  g_assert_cmpint (entente_chronicle_get_status (a, row),
                   ==,
                   entente_chronicle_get_status (b, row));
  g_assert_cmpint (entente_chronicle_get_answered (a, row),
                   ==,
                   entente_chronicle_get_answered (b, row));
  g_assert_cmpint (entente_chronicle_get_lead (a, row), ==, entente_chronicle_get_lead (b, row));
  g_assert_cmpint (entente_chronicle_get_place (a, row), ==, entente_chronicle_get_place (b, row));
  g_assert_cmpint (entente_chronicle_find_row (a, id), ==, row);
  g_assert_cmpint (entente_chronicle_find_row (b, id), ==, row);
}

static void
assert_belongings_equal (const EntenteChronicle *a, const EntenteChronicle *b, guint row)
{
  guint n;
  guint m;
  const EntentePart *parts_a = entente_chronicle_get_parts (a, row, &n);
  const EntentePart *parts_b = entente_chronicle_get_parts (b, row, &m);
  const EntenteVoice *voices_a;
  const EntenteVoice *voices_b;
  const guint32 *issues_a;
  const guint32 *issues_b;

  g_assert_cmpmem (parts_a, n * sizeof (*parts_a), parts_b, m * sizeof (*parts_b));
  issues_a = entente_chronicle_get_event_issues (a, row, &n);
  issues_b = entente_chronicle_get_event_issues (b, row, &m);
  g_assert_cmpmem (issues_a, n * sizeof (*issues_a), issues_b, m * sizeof (*issues_b));
  voices_a = entente_chronicle_get_voices (a, row, &n);
  voices_b = entente_chronicle_get_voices (b, row, &m);
  g_assert_cmpint (n, ==, m);
  for (guint i = 0; i < n; i++) {
    g_assert_cmpint (voices_a[i].id, ==, voices_b[i].id);
    g_assert_cmpint (voices_a[i].article, ==, voices_b[i].article);
    g_assert_cmpint (voices_a[i].outlet, ==, voices_b[i].outlet);
    g_assert_cmpint (voices_a[i].speaker, ==, voices_b[i].speaker);
    g_assert_cmpint (voices_a[i].origin, ==, voices_b[i].origin);
    g_assert_cmpint (voices_a[i].stance, ==, voices_b[i].stance);
    g_assert_cmpint (voices_a[i].hedge, ==, voices_b[i].hedge);
  }
}

static void
assert_threads_equal (const EntenteThread *a, guint n, const EntenteThread *b, guint m)
{
  g_assert_cmpint (n, ==, m);
  for (guint i = 0; i < n; i++) {
    g_assert_cmpint (a[i].id, ==, b[i].id);
    g_assert_cmpint (a[i].row, ==, b[i].row);
    g_assert_cmpint (a[i].type, ==, b[i].type);
    g_assert_cmpint (a[i].basis, ==, b[i].basis);
  }
}

static void
assert_links_equal (const EntenteChronicle *a, const EntenteChronicle *b, guint row)
{
  guint n;
  guint m;
  const EntenteThread *one = entente_chronicle_get_answers_to (a, row, &n);
  const EntenteThread *other = entente_chronicle_get_answers_to (b, row, &m);

  assert_threads_equal (one, n, other, m);
  one = entente_chronicle_get_answered_by (a, row, &n);
  other = entente_chronicle_get_answered_by (b, row, &m);
  assert_threads_equal (one, n, other, m);
}

static void
assert_actors_equal (const EntenteChronicle *a, const EntenteChronicle *b)
{
  g_assert_cmpint (entente_chronicle_get_n_actors (a), ==, entente_chronicle_get_n_actors (b));
  for (guint32 i = 0; i < entente_chronicle_get_n_actors (a); i++) {
    g_assert_true (entente_record_equal (entente_chronicle_get_actor (a, i),
                                         entente_chronicle_get_actor (b, i)));
    g_assert_cmpint (entente_chronicle_get_actor_rank (a, i),
                     ==,
                     entente_chronicle_get_actor_rank (b, i));
    for (int matching = 0; matching < 2; matching++)
      g_assert_cmpint (entente_chronicle_get_actor_count (a, i, matching),
                       ==,
                       entente_chronicle_get_actor_count (b, i, matching));
  }
}

static void
assert_orders_equal (const EntenteChronicle *a, const EntenteChronicle *b)
{
  guint n, m;
  const EntenteOrderRow *one = entente_orders_get_rows (a->orders, &n);
  const EntenteOrderRow *other = entente_orders_get_rows (b->orders, &m);

  g_assert_cmpint (n, ==, m);
  for (guint i = 0; i < n; i++) {
    g_assert_cmpint (one[i].id, ==, other[i].id);
    g_assert_cmpint (one[i].days, ==, other[i].days);
    g_assert_cmpint (entente_orders_is_contradicted (a->orders, i),
                     ==,
                     entente_orders_is_contradicted (b->orders, i));
  }
}

void
entente_assert_same_chronicle (const EntenteChronicle *a, const EntenteChronicle *b)
{
  EntenteSpan one = { 0, 0 };
  EntenteSpan other = { 0, 0 };

  g_assert_cmpint (entente_chronicle_get_n_rows (a), ==, entente_chronicle_get_n_rows (b));
  g_assert_cmpint (entente_chronicle_get_n_placed (a), ==, entente_chronicle_get_n_placed (b));
  g_assert_cmpint (entente_chronicle_get_extent (a, &one),
                   ==,
                   entente_chronicle_get_extent (b, &other));
  g_assert_cmpint (one.start, ==, other.start);
  g_assert_cmpint (one.end, ==, other.end);
  assert_actors_equal (a, b);
  assert_orders_equal (a, b);
  for (guint row = 0; row < entente_chronicle_get_n_rows (a); row++) {
    assert_rows_equal (a, b, row);
    assert_derived_equal (a, b, row);
    assert_belongings_equal (a, b, row);
    assert_links_equal (a, b, row);
  }
}
