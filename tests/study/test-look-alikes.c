/* Look-alikes: what is near, what is not, and the question that is asked. */

#include "config.h"

#include "entente-look-alikes.h"

static const char *const names[] = { "Taliban",      "Taleban",     "Afghan government",
                                     "Ashraf Ghani", "Abdul Ghani", "Iran",
                                     "Iraq",         NULL };

static void
assert_found (const char *wanted, const char *expected)
{
  g_auto (GStrv) found = entente_look_alikes_find (wanted, names);
  g_autofree char *joined = g_strjoinv (", ", found);

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_find (void)
{
  assert_found ("Talibann", "Taliban, Taleban");
  assert_found ("ghani", "Ashraf Ghani, Abdul Ghani");
  assert_found ("IRAN", "Iran, Iraq");
  assert_found ("Zanzibar", "");
  assert_found ("", "");
  assert_found ("x", "");
}

/* Letters that changed places are one mistake, other letters are as many as they are. */
static void
test_swapped (void)
{
  assert_found ("Iarn", "Iran");
  assert_found ("Irna", "Iran");
  assert_found ("riqa", "");
}

static void
test_ask (void)
{
  g_autofree char *none = entente_look_alikes_ask ("Zanzibar", names);
  g_autofree char *two = entente_look_alikes_ask ("Talibann", names);

  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (two, ==, " Did you mean “Taliban” or “Taleban”?");
}

static void
test_long (void)
{
  g_autofree char *longer = g_strnfill (10000, 'a');
  g_auto (GStrv) found = entente_look_alikes_find (longer, names);

  g_assert_cmpuint (g_strv_length (found), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/look-alikes/find", test_find);
  g_test_add_func ("/look-alikes/swapped", test_swapped);
  g_test_add_func ("/look-alikes/ask", test_ask);
  g_test_add_func ("/look-alikes/long", test_long);
  return g_test_run ();
}
