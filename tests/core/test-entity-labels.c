/* A sentence about a record says what it is. */
#include "config.h"

#include "entente-entity-labels.h"

static void
test_labels (void)
{
  for (guint i = 0; i < ENTENTE_N_ENTITIES; i++)
    g_assert_cmpstr (entente_entity_get_label (i), !=, "");
  g_assert_cmpstr (entente_entity_get_label (ENTENTE_ENTITY_ORDER), ==, "order of events");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/entity-labels/all", test_labels);
  return g_test_run ();
}
