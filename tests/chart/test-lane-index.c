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

/* Nothing is told of when the second was: without orders it waits on the shelf, with one too, between two it does not. */
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

/* Every event is on the shelf or in the rows of its first home, never in both, whatever lanes stand for. */
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

/* An event with two issues is in the rows of both, and joint; one without any is in those of none. */
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lane-index/homes", test_homes);
  g_test_add_func ("/lane-index/shelf", test_shelf);
  g_test_add_func ("/lane-index/shelf-and-orders", test_shelf_and_orders);
  g_test_add_func ("/lane-index/each-once", test_each_once);
  g_test_add_func ("/lane-index/fields", test_fields);
  return g_test_run ();
}
