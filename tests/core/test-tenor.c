/* Which kinds are cooperative, conflictual or neither. */
#include "config.h"

#include "entente-tenor.h"

static void
test_root (void)
{
  const struct {
    const char *kind;
    EntenteTenor tenor;
  } kinds[] = { { "invitation", ENTENTE_TENOR_COOPERATIVE }, /* 036 */
                { "aid", ENTENTE_TENOR_COOPERATIVE }, /* 07 */
                { "ceasefire", ENTENTE_TENOR_COOPERATIVE }, /* 0871 */
                { "investigation", ENTENTE_TENOR_CONFLICTUAL }, /* 09 */
                { "demand", ENTENTE_TENOR_CONFLICTUAL }, /* 10 */
                { "attack", ENTENTE_TENOR_CONFLICTUAL }, /* 19 */
                { "statement", ENTENTE_TENOR_OTHER }, /* 010 */
                { "appeal", ENTENTE_TENOR_OTHER }, /* 02 */
                { "counter-offer", ENTENTE_TENOR_OTHER } }; /* none */

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_assert_cmpint (entente_tenor_of_kind (entente_kind_find (kinds[i].kind)), ==, kinds[i].tenor);
}

static void
test_names (void)
{
  g_assert_cmpstr (entente_tenor_get_nick (ENTENTE_TENOR_CONFLICTUAL), ==, "conflictual");
  for (guint i = 0; i < ENTENTE_N_TENORS; i++)
    for (guint k = 0; k < i; k++)
      g_assert_cmpstr (entente_tenor_get_label (i), !=, entente_tenor_get_label (k));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tenor/root", test_root);
  g_test_add_func ("/tenor/names", test_names);
  return g_test_run ();
}
