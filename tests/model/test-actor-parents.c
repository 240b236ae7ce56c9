/* Tests of EntenteActorParents: circles are open somewhere, and a stranger's chain of a hundred
 * thousand bodies is no tower. */
#include "config.h"

#include "entente-actor-parents.h"

/* Actors 1 to @n; pairs of member and parent up to a zero. */
static EntenteChronicle *
make_chronicle (guint n, const EntenteId *pairs)
{
  EntenteChronicleBuilder *builder = entente_chronicle_builder_new ();
  const EntenteRowSink *sink = entente_chronicle_builder_get_sink ();

  for (guint i = 1; i <= n; i++) {
    g_autoptr (EntenteActor) actor = entente_actor_new ();

    actor->record.id = i;
    actor->name = g_strdup_printf ("Actor %u", i);
    sink->actor (builder, actor);
  }
  for (guint i = 0; pairs[i] != 0; i += 2) {
    g_autoptr (EntenteAffiliation) affiliation = entente_affiliation_new ();

    affiliation->record.id = n + 1 + i;
    affiliation->actor = pairs[i];
    affiliation->parent = pairs[i + 1];
    sink->affiliation (builder, affiliation);
  }
  return entente_chronicle_builder_build (builder, 0);
}

static guint
count (const EntenteActorParents *parents, guint32 actor)
{
  guint n;

  entente_actor_parents_get (parents, actor, &n);
  return n;
}

static void
test_plain (void)
{
  const EntenteId pairs[] = { 2, 1, 3, 1, 3, 2, 3, 1, 0 };
  g_autoptr (EntenteChronicle) chronicle = make_chronicle (3, pairs);
  g_autoptr (EntenteActorParents) parents = entente_actor_parents_new (chronicle);
  guint n;
  const guint32 *of_third = entente_actor_parents_get (parents, 2, &n);

  g_assert_cmpuint (count (parents, 0), ==, 0);
  g_assert_cmpuint (count (parents, 1), ==, 1);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (of_third[0], ==, 0);
  g_assert_cmpuint (of_third[1], ==, 1);
}

static void
test_circles (void)
{
  const EntenteId pairs[] = { 1, 1, 2, 3, 3, 4, 4, 2, 0 };
  g_autoptr (EntenteChronicle) chronicle = make_chronicle (4, pairs);
  g_autoptr (EntenteActorParents) parents = entente_actor_parents_new (chronicle);

  g_assert_cmpuint (count (parents, 0), ==, 0);
  g_assert_cmpuint (count (parents, 1) + count (parents, 2) + count (parents, 3), ==, 2);
}

/* How many bodies one after the other stand above @actor. */
static guint
measure (const EntenteActorParents *parents, guint32 actor)
{
  guint depth = 0, n;

  for (const guint32 *above = entente_actor_parents_get (parents, actor, &n); n > 0; depth++)
    above = entente_actor_parents_get (parents, above[0], &n);
  return depth;
}

static void
assert_low (guint n, const EntenteId *pairs)
{
  g_autoptr (EntenteChronicle) chronicle = make_chronicle (n, pairs);
  g_autoptr (EntenteActorParents) parents = entente_actor_parents_new (chronicle);
  guint deepest = 0;

  for (guint32 actor = 0; actor < n; actor++)
    deepest = MAX (deepest, measure (parents, actor));
  g_assert_cmpuint (deepest, ==, ENTENTE_MAX_BODIES);
}

/* Upwards and downwards, since the order of the numbers is the order of the work. */
static void
test_chains (void)
{
  const guint n = 100000;
  g_autofree EntenteId *pairs = g_new0 (EntenteId, 2 * n);

  for (guint i = 0; i + 1 < n; i++) {
    pairs[2 * i] = i + 1;
    pairs[2 * i + 1] = i + 2;
  }
  assert_low (n, pairs);
  for (guint i = 0; i + 1 < n; i++) {
    pairs[2 * i] = i + 2;
    pairs[2 * i + 1] = i + 1;
  }
  assert_low (n, pairs);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/actor-parents/plain", test_plain);
  g_test_add_func ("/actor-parents/circles", test_circles);
  g_test_add_func ("/actor-parents/chains", test_chains);
  return g_test_run ();
}
