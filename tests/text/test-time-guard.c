/* Numbers and names that are no dates, each beside one that is. */
#include "config.h"

#include "entente-time-expression.h"

#include <string.h>

static guint
count (const char *text)
{
  g_autoptr (GArray) tokens =
    entente_time_tokens_cut (entente_time_lexicon_get ("en"), text, 0, strlen (text));
  EntenteTimeReader reader = { text,
                               (const EntenteToken *) (const void *) tokens->data,
                               tokens->len };
  guint range = 0;
  g_autoptr (GArray) list = entente_time_expressions_read (&reader, &range);

  return list->len;
}

static void
test_pairs (void)
{
  static const struct {
    const char *date, *none;
  } pairs[] = {
    { "in 2000 they met", "with 2000 men they came" },
    { "the 1956 war", "room 1956" },
    { "In May they met", "They may meet" },
    { "They met in March", "They march" },
    { "in the fall they left", "the fall of the town" },
    { "He came on Sunday", "On Bloody Sunday" },
    { "since the spring of 1968", "the Prague Spring" },
    { "in Spring they left", "in Spring Hill they left" },
    { "on the 14th, they met", "the 14th parallel" },
    { "at 4:30 they met", "a ratio of 4:3" },
    { "at 2:14 they came", "a race of 2:14:04" },
    { "built around 1300, it stood", "around 1300 route kilometres" },
    { "Christmas came", "the Christmas Island of" },
    { "by 1380 it was lost", "all 1380 were lost" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++) {
    if (count (pairs[i].date) != 1)
      g_test_fail_printf ("no date in: %s", pairs[i].date);
    if (count (pairs[i].none) != 0)
      g_test_fail_printf ("a date in: %s", pairs[i].none);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/time-guard/pairs", test_pairs);
  return g_test_run ();
}
