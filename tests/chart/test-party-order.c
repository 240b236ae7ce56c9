/* Parties by count, by name, and by affiliation: members beside each other, their body first. */
#include "config.h"

#include "entente-party-order.h"
#include "sample-chronicle.h"

static void
add_moves (EntenteChronicleBuilder *builder, EntenteId *id, const char *from, guint n)
{
  for (guint i = 0; i < n; i++) {
    EntenteEventRow row = { .id = ++*id, .form = ENTENTE_DATE_POINT };

    row.points.earliest_start = row.points.earliest_end = sample_time ("2018-03-01", FALSE);
    row.points.latest_start = row.points.latest_end = sample_time ("2018-03-01", TRUE);
    entente_chronicle_builder_get_sink ()->event (builder, &row);
    sample_add_parts (builder, *id, from, ENTENTE_ROLE_INITIATOR);
    sample_add_parts (builder, *id, "zulu", ENTENTE_ROLE_ADDRESSEE);
  }
}

static EntenteChronicle *
make_chronicle (void)
{
  static const char *const names[] = { "zulu", "delta", "alpha", "bravo", "charlie" };
  EntenteChronicleBuilder *builder = entente_chronicle_builder_new ();
  EntenteId id = 0;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    sample_add_actor (builder, names[i], names[i], ENTENTE_ACTOR_BODY, 0);
  sample_add_member (builder, "bravo", "delta");
  sample_add_member (builder, "charlie", "alpha");
  add_moves (builder, &id, "bravo", 4);
  add_moves (builder, &id, "charlie", 3);
  add_moves (builder, &id, "delta", 2);
  add_moves (builder, &id, "alpha", 1);
  return entente_chronicle_builder_build (builder, sample_time ("2018-11-12", FALSE));
}

static char *
list (EntentePartyOrder order, guint max)
{
  g_autoptr (EntenteChronicle) chronicle = make_chronicle ();
  g_autoptr (EntenteBitset) rows =
    entente_bitset_new_full (entente_chronicle_get_n_rows (chronicle));
  g_autoptr (EntenteRelations) relations =
    entente_relations_new (chronicle, rows, FALSE, FALSE, NULL);
  g_autoptr (GArray) actors = entente_party_order_list (chronicle, relations, order, max);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < actors->len; i++)
    g_string_append_printf (
      out,
      "%s%s",
      i > 0 ? " " : "",
      entente_chronicle_get_actor (chronicle, g_array_index (actors, guint32, i))->name);
  return g_string_free (out, FALSE);
}

static void
test_orders (void)
{
  g_autofree char *by_count = list (ENTENTE_PARTY_ORDER_COUNT, 9);
  g_autofree char *by_name = list (ENTENTE_PARTY_ORDER_NAME, 9);
  g_autofree char *by_affiliation = list (ENTENTE_PARTY_ORDER_AFFILIATION, 9);

  g_assert_cmpstr (by_count, ==, "zulu bravo charlie delta alpha");
  g_assert_cmpstr (by_name, ==, "alpha bravo charlie delta zulu");
  g_assert_cmpstr (by_affiliation, ==, "alpha charlie delta bravo zulu");
}

/* The busiest are shown, whatever the order. */
static void
test_max (void)
{
  g_autofree char *by_name = list (ENTENTE_PARTY_ORDER_NAME, 3);

  g_assert_cmpstr (by_name, ==, "bravo charlie zulu");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/party-order/orders", test_orders);
  g_test_add_func ("/party-order/max", test_max);
  return g_test_run ();
}
