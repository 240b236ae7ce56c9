/* Tests of the orders of actors. */
#include "config.h"

#include "entente-actor-order.h"

static void
add_actor (EntenteChronicleBuilder *builder, EntenteId id, const char *name, gint64 lane_order)
{
  g_autoptr (EntenteActor) actor = entente_actor_new ();

  actor->record.id = id;
  actor->name = g_strdup (name);
  actor->lane_order = lane_order;
  entente_chronicle_builder_get_sink ()->actor (builder, actor);
}

static void
add_move (EntenteChronicleBuilder *builder, EntenteId id, int day, EntenteId actor, int role)
{
  g_autoptr (EntenteEvent) event = entente_event_new ();
  EntenteParticipationRow part = { .event = id, .actor = actor, .role = (guint8) role };
  EntenteEventRow row;

  event->record.id = id;
  event->kind = g_strdup ("statement");
  event->when = entente_date_new_day (2018, 1, day);
  entente_event_get_row (event, &row);
  entente_chronicle_builder_get_sink ()->event (builder, &row);
  entente_chronicle_builder_get_sink ()->participation (builder, &part);
}

/* Mull takes no part; Bute is only mentioned at first. */
static EntenteChronicle *
make_chronicle (void)
{
  EntenteChronicleBuilder *builder = entente_chronicle_builder_new ();

  add_actor (builder, 1, "Oland", 0);
  add_actor (builder, 2, "Alba", 2);
  add_actor (builder, 3, "Zealand", 0);
  add_actor (builder, 4, "Bute", 1);
  add_actor (builder, 5, "Mull", 0);
  add_move (builder, 11, 1, 4, ENTENTE_ROLE_MENTIONED);
  add_move (builder, 12, 2, 3, ENTENTE_ROLE_INITIATOR);
  add_move (builder, 13, 3, 1, ENTENTE_ROLE_INITIATOR);
  add_move (builder, 14, 4, 1, ENTENTE_ROLE_ADDRESSEE);
  add_move (builder, 15, 5, 2, ENTENTE_ROLE_HOST);
  add_move (builder, 16, 6, 4, ENTENTE_ROLE_INITIATOR);
  return entente_chronicle_builder_build (builder, 0);
}

static void
assert_order (EntenteActorOrder order, const char *expected)
{
  g_autoptr (EntenteChronicle) chronicle = make_chronicle ();
  g_autoptr (GArray) indexes = entente_actor_order_new (chronicle, order);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < indexes->len; i++)
    g_string_append_printf (
      names,
      "%s ",
      entente_chronicle_get_actor (chronicle, g_array_index (indexes, guint32, i))->name);
  g_assert_cmpstr (names->str, ==, expected);
}

static void
test_orders (void)
{
  assert_order (ENTENTE_ACTORS_BY_HAND, "Bute Alba Oland Zealand Mull ");
  assert_order (ENTENTE_ACTORS_BY_COUNT, "Oland Alba Bute Zealand Mull ");
  assert_order (ENTENTE_ACTORS_BY_NAME, "Alba Bute Mull Oland Zealand ");
  assert_order (ENTENTE_ACTORS_BY_FIRST_MOVE, "Zealand Oland Alba Bute Mull ");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/actor-order", test_orders);
  return g_test_run ();
}
