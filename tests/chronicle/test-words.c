/* Lists in running text. */
#include "config.h"

#include "entente-words.h"

#include <glib.h>

static void
test_lists (void)
{
  static const char *const names[] = { "A", "B %s", "C", "D" };
  static const char *const ands[] = { "", "A", "A and B %s", "A, B %s and C", "A, B %s, C and D" };
  static const char *const ors[] = { "", "A", "A or B %s", "A, B %s or C", "A, B %s, C or D" };
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint n = 0; n <= G_N_ELEMENTS (names); n++) {
    g_autofree char *joined = entente_words_join_and (words);
    g_autofree char *either = entente_words_join_or (words);

    g_assert_cmpstr (joined, ==, ands[n]);
    g_assert_cmpstr (either, ==, ors[n]);
    if (n < G_N_ELEMENTS (names))
      g_ptr_array_add (words, (gpointer) names[n]);
  }
}

/* A name that runs from right to left stays within itself. */
static void
test_turned (void)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autofree char *joined = NULL;

  g_ptr_array_add (words, (gpointer) "طالبان");
  g_ptr_array_add (words, (gpointer) "North");
  joined = entente_words_join_and (words);
  g_assert_cmpstr (joined, ==, "\342\201\250طالبان\342\201\251 and North");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/lists", test_lists);
  g_test_add_func ("/words/turned", test_turned);
  return g_test_run ();
}
