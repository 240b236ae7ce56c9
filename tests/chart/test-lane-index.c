/* Tests of EntenteLaneIndex: where the sample's events sit, and which wait on the shelf. */

#include "config.h"

#include "entente-lane-index.h"
#include "sample-fields.h"

static guint
find_row (EntenteChronicle *chronicle, const char *title)
{
  return entente_chronicle_find_row (chronicle, sample_id (title));
}

static void
test_homes (void)
{
  g_autoptr (EntenteChronicle) chronicle = sample_chronicle_new ();
  g_autoptr (EntenteLaneIndex) index = entente_lane_index_new (chronicle, ENTENTE_LANES_SHELF_DAYS);
  guint n;

  entente_lane_index_get_homes (index, find_row (chronicle, "Kabul will not come"), &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_false (entente_lane_index_is_joint (index, find_row (chronicle, "Kabul will not come")));
  entente_lane_index_get_homes (index, find_row (chronicle, "First meeting, unconfirmed"), &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_true (
    entente_lane_index_is_joint (index, find_row (chronicle, "First meeting, unconfirmed")));
  entente_lane_index_get_targets (index, find_row (chronicle, "Two capitals are invited too"), &n);
  g_assert_cmpuint (n, ==, 2);
}

static void
test_shelf (void)
{
  g_autoptr (EntenteChronicle) chronicle = sample_chronicle_new ();
  g_autoptr (EntenteLaneIndex) few = entente_lane_index_new (chronicle, 10);
  g_autoptr (EntenteLaneIndex) many = entente_lane_index_new (chronicle, 10000);
  guint n_few, n_many;
  const guint32 *shelf = entente_lane_index_get_shelf (few, &n_few);

  entente_lane_index_get_shelf (many, &n_many);
  g_assert_cmpuint (n_few, >, n_many);
  for (guint i = 0; i < n_few; i++)
    g_assert_true (entente_lane_index_is_on_shelf (few, shelf[i]));
  g_assert_true (
    entente_lane_index_is_on_shelf (few, find_row (chronicle, "Washington will not come")));
  g_assert_false (
    entente_lane_index_is_on_shelf (many, find_row (chronicle, "Washington will not come")));
}

static void
add_day (EntenteChronicleBuilder *builder, EntenteId id, const char *when)
{
  g_autoptr (EntenteEvent) event = entente_event_new ();
  EntenteEventRow row;

  event->record.id = id;
  event->kind = g_strdup ("talks");
  event->when = entente_date_parse (when, NULL);
  entente_event_get_row (event, &row);
  entente_chronicle_builder_get_sink ()->event (builder, &row);
}

static void
add_order (EntenteChronicleBuilder *builder, EntenteId other, EntenteOrderRelation relation)
{
  EntenteOrderRow row = { .id = 10 + other,
                          .event = 2,
                          .other = other,
                          .relation = (guint8) relation };

  entente_chronicle_builder_get_sink ()->order (builder, &row);
}

/* Nothing is told of when the second was: without orders it waits on the shelf, with one too,
 * between two it does not. */
static void
test_shelf_and_orders (void)
{
  for (guint n_orders = 0; n_orders < 3; n_orders++) {
    EntenteChronicleBuilder *builder = entente_chronicle_builder_new ();
    g_autoptr (EntenteChronicle) chronicle = NULL;
    g_autoptr (EntenteLaneIndex) wide = NULL;
    g_autoptr (EntenteLaneIndex) narrow = NULL;
    guint row;

    add_day (builder, 1, "2018-07-10");
    add_day (builder, 2, "");
    add_day (builder, 3, "2018-08-10");
    if (n_orders > 0)
      add_order (builder, 1, ENTENTE_ORDER_AFTER);
    if (n_orders > 1)
      add_order (builder, 3, ENTENTE_ORDER_BEFORE);
    chronicle = entente_chronicle_builder_build (builder, 0);
    row = entente_chronicle_find_row (chronicle, 2);
    wide = entente_lane_index_new (chronicle, 100);
    narrow = entente_lane_index_new (chronicle, 10);
    g_assert_cmpint (entente_lane_index_is_on_shelf (wide, row), ==, n_orders < 2);
    g_assert_true (entente_lane_index_is_on_shelf (narrow, row));
  }
}

static void
check_each_once (const EntenteChronicle *chronicle, const EntenteLaneIndex *index)
{
  for (guint row = 0; row < entente_chronicle_get_n_rows (chronicle); row++) {
    guint n_homes, n_rows;
    const guint32 *homes = entente_lane_index_get_homes (index, row, &n_homes);
    const guint32 *rows =
      entente_lane_index_get_rows (index, n_homes > 0 ? homes[0] : ENTENTE_NO_INDEX, &n_rows);
    gboolean found = FALSE;

    for (guint i = 0; i < n_rows; i++)
      found = found || rows[i] == row;
    g_assert_cmpint (found, !=, entente_lane_index_is_on_shelf (index, row));
  }
}

/* Every event is on the shelf or in the rows of its first home, never in both, whatever lanes stand
 * for. */
static void
test_each_once (void)
{
  g_autoptr (EntenteChronicle) sample = sample_chronicle_new ();
  g_autoptr (EntenteChronicle) fields = field_chronicle_new ();

  for (guint field = 0; field < ENTENTE_N_LANE_FIELDS; field++) {
    g_autoptr (EntenteLaneIndex) a = entente_lane_index_new_by (sample, field, 100);
    g_autoptr (EntenteLaneIndex) b = entente_lane_index_new_by (fields, field, 100);

    check_each_once (sample, a);
    check_each_once (fields, b);
    g_assert_cmpint (entente_lane_index_get_field (b), ==, field);
    g_assert_cmpuint (entente_lane_index_get_n_keys (b),
                      ==,
                      entente_lane_field_count (field, fields));
  }
}

/* An event with two issues is in the rows of both, and joint; one without any is in those of none.
 */
static void
test_fields (void)
{
  g_autoptr (EntenteChronicle) chronicle = field_chronicle_new ();
  g_autoptr (EntenteLaneIndex) index =
    entente_lane_index_new_by (chronicle, ENTENTE_LANES_BY_ISSUE, ENTENTE_LANES_SHELF_DAYS);
  guint32 troops = entente_chronicle_find_issue (chronicle, entente_id_from_key ("troops"));
  guint32 prisoners = entente_chronicle_find_issue (chronicle, entente_id_from_key ("prisoners"));
  guint n;

  g_assert_true (entente_lane_index_is_joint (index, field_find_row (chronicle, "talks")));
  g_assert_false (entente_lane_index_is_joint (index, field_find_row (chronicle, "again")));
  entente_lane_index_get_rows (index, troops, &n);
  g_assert_cmpuint (n, ==, 3);
  entente_lane_index_get_rows (index, prisoners, &n);
  g_assert_cmpuint (n, ==, 2);
  entente_lane_index_get_rows (index, ENTENTE_NO_INDEX, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (entente_lane_index_get_n_total (index, ENTENTE_NO_INDEX), ==, 3);
  entente_lane_index_get_targets (index, field_find_row (chronicle, "invite"), &n);
  g_assert_cmpuint (n, ==, 0);
}

typedef const guint32 *(*GetRows) (const EntenteLaneIndex *index, guint *n);
typedef const guint32 *(*GetRowsOf) (const EntenteLaneIndex *index, guint of, guint *n);

static void
assert_same_list (const EntenteLaneIndex *a, const EntenteLaneIndex *b, GetRows get)
{
  guint n_a, n_b;
  const guint32 *rows_a = get (a, &n_a), *rows_b = get (b, &n_b);

  g_assert_cmpmem (rows_a, n_a * sizeof (guint32), rows_b, n_b * sizeof (guint32));
}

static void
assert_same_lists (const EntenteLaneIndex *a, const EntenteLaneIndex *b, guint n, GetRowsOf get)
{
  for (guint of = 0; of < n; of++) {
    guint n_a, n_b;
    const guint32 *rows_a = get (a, of, &n_a), *rows_b = get (b, of, &n_b);

    g_assert_cmpmem (rows_a, n_a * sizeof (guint32), rows_b, n_b * sizeof (guint32));
  }
}

/* Everything that is asked of an index. */
static void
assert_same (const EntenteLaneIndex *a, const EntenteLaneIndex *b, guint n_actors)
{
  guint n_rows = entente_lane_index_get_n_rows (a), n_a, n_b;
  const EntenteSpan *reaches_a = entente_lane_index_get_reaches (a, &n_a);
  const EntenteSpan *reaches_b = entente_lane_index_get_reaches (b, &n_b);
  EntenteSpan extent_a, extent_b;
  guint32 made_a[13], made_b[13], received_a[13], received_b[13];

  g_assert_cmpuint (n_actors, <, G_N_ELEMENTS (made_a));
  g_assert_cmpmem (reaches_a, n_a * sizeof (EntenteSpan), reaches_b, n_b * sizeof (EntenteSpan));
  g_assert_cmpint (entente_lane_index_get_finest (a), ==, entente_lane_index_get_finest (b));
  g_assert_true (entente_lane_index_get_extent (a, &extent_a));
  g_assert_true (entente_lane_index_get_extent (b, &extent_b));
  g_assert_cmpmem (&extent_a, sizeof extent_a, &extent_b, sizeof extent_b);
  assert_same_list (a, b, entente_lane_index_get_shelf);
  assert_same_list (a, b, entente_lane_index_get_pinned);
  assert_same_lists (a, b, n_actors + 1, entente_lane_index_get_rows);
  assert_same_lists (a, b, n_actors + 1, entente_lane_index_get_later_rows);
  assert_same_lists (a, b, n_rows, entente_lane_index_get_homes);
  assert_same_lists (a, b, n_rows, entente_lane_index_get_targets);
  entente_lane_index_count (a, NULL, made_a, received_a);
  entente_lane_index_count (b, NULL, made_b, received_b);
  g_assert_cmpmem (made_a,
                   (n_actors + 1) * sizeof *made_a,
                   made_b,
                   (n_actors + 1) * sizeof *made_b);
  g_assert_cmpmem (received_a,
                   (n_actors + 1) * sizeof *received_a,
                   received_b,
                   (n_actors + 1) * sizeof *received_b);
  for (guint32 actor = 0; actor <= n_actors; actor++)
    g_assert_cmpuint (entente_lane_index_get_n_total (a, actor),
                      ==,
                      entente_lane_index_get_n_total (b, actor));
}

/* One event is put elsewhere, one goes: what is taken over from the old index is what a new one
 * would have. */
static void
test_update (void)
{
  g_autoptr (EntenteChronicle) chronicle = sample_random_chronicle_new (9000, 12, 3, 5);
  g_autoptr (EntenteLaneIndex) index = entente_lane_index_new (chronicle, ENTENTE_LANES_SHELF_DAYS);
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  for (guint i = 0; i < 20; i++) {
    EntenteChronicleBuilder *fresh = entente_chronicle_builder_new ();
    guint number = (guint) g_rand_int_range (random, 0, 9000);
    EntenteId removed = (EntenteId) g_rand_int_range (random, 0, 9000) + 1;
    g_autoptr (EntenteChronicle) next = NULL;
    g_autoptr (EntenteLaneIndex) updated = NULL, anew = NULL;
    EntenteEventRow row;

    row = sample_make_random_event (random,
                                    number,
                                    sample_time ("2000-01-01", FALSE),
                                    G_GINT64_CONSTANT (100000000));
    entente_chronicle_builder_get_sink ()->event (fresh, &row);
    sample_add_random_parts (fresh, random, number, 12);
    next = entente_chronicle_patch (chronicle, &removed, removed != number + 1, fresh);
    updated = entente_lane_index_update (index, next);
    anew = entente_lane_index_new (next, ENTENTE_LANES_SHELF_DAYS);
    assert_same (updated, anew, 12);
    entente_chronicle_unref (chronicle);
    chronicle = g_steal_pointer (&next);
    entente_lane_index_unref (index);
    index = g_steal_pointer (&updated);
  }
}

/* Counted by words of a set, as counted row by row. */
static void
test_count (void)
{
  g_autoptr (EntenteChronicle) chronicle = sample_random_chronicle_new (3000, 12, 4, 5);
  g_autoptr (EntenteLaneIndex) index = entente_lane_index_new (chronicle, ENTENTE_LANES_SHELF_DAYS);
  g_autoptr (EntenteBitset) all = entente_bitset_new_full (3000);
  g_autoptr (EntenteBitset) some = entente_bitset_new (3000);
  guint32 made[13], received[13], made_all[13], received_all[13], expected[13] = { 0 };

  for (guint row = 0; row < 3000; row += 3) {
    guint n;
    const guint32 *homes = entente_lane_index_get_homes (index, row, &n);

    entente_bitset_add (some, row);
    expected[12] += n == 0;
    for (guint i = 0; i < n; i++)
      expected[homes[i]]++;
  }
  entente_lane_index_count (index, some, made, received);
  g_assert_cmpmem (made, sizeof made, expected, sizeof expected);
  entente_lane_index_count (index, all, made, received);
  entente_lane_index_count (index, NULL, made_all, received_all);
  g_assert_cmpmem (made, sizeof made, made_all, sizeof made_all);
  g_assert_cmpmem (received, 12 * sizeof *received, received_all, 12 * sizeof *received);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lane-index/homes", test_homes);
  g_test_add_func ("/lane-index/shelf", test_shelf);
  g_test_add_func ("/lane-index/shelf-and-orders", test_shelf_and_orders);
  g_test_add_func ("/lane-index/each-once", test_each_once);
  g_test_add_func ("/lane-index/fields", test_fields);
  g_test_add_func ("/lane-index/update", test_update);
  g_test_add_func ("/lane-index/count", test_count);
  return g_test_run ();
}
