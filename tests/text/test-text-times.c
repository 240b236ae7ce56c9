/* Times of a text: where they stand and what they mean. */
#include "config.h"

#include "entente-text-times.h"

#include <string.h>

static void
test_written_out (void)
{
  const char *text = "Both sides met on 3 May 2018.";
  g_autoptr (GArray) times = entente_text_times_read (text, strlen (text), NULL, NULL, NULL, NULL);
  const EntenteTextTime *time = &g_array_index (times, EntenteTextTime, 0);

  g_assert_cmpuint (times->len, ==, 1);
  g_assert_cmpstr (time->value, ==, "2018-05-03");
  g_assert_cmpstr (time->date->wording, ==, "3 May 2018");
  g_assert_cmpuint (time->start, ==, 18);
  g_assert_cmpuint (time->end, ==, 28);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/times/written-out", test_written_out);
  return g_test_run ();
}
