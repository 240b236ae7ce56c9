/* Moments of the clock: said as dates are, to the minute, in the time of this place. */
#include "config.h"

#include "entente-moment.h"

static void
assert_said (gint64 time, const char *expected)
{
  g_autofree char *words = entente_moment_format (time);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_words (void)
{
  assert_said (1531909805, "18 July 2018, 10:30"); /* and five seconds */
  assert_said (1514764800, "1 January 2018, 00:00"); /* not only the year */
  assert_said (0, "1 January 1970, 00:00");
  assert_said (-1, "");
}

static void
test_zone (void)
{
  g_setenv ("TZ", "IRST-3:30", TRUE);
  assert_said (1531954800, "19 July 2018, 02:30");
}

int
main (int argc, char *argv[])
{
  g_setenv ("TZ", "UTC0", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/moment/words", test_words);
  g_test_add_func ("/moment/zone", test_zone);
  return g_test_run ();
}
