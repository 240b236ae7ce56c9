/* The table of the words of moves. */
#include "config.h"

#include "entente-move-patterns.h"

#include "entente-kind.h"
#include "entente-lexicon.h"
#include <string.h>

/* Every line names a kind that there is, or none, and has a head that can be found again. */
static void
test_table (void)
{
  g_auto (GStrv) lines = entente_lexicon_read ("moves.tsv");

  g_assert_cmpuint (g_strv_length (lines), >, 200);
  for (guint i = 0; lines[i]; i++) {
    g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);
    g_auto (GStrv) elements = g_strsplit (cells[1], " ", -1);
    g_auto (GStrv) heads = g_strsplit (elements[0], "|", -1);
    char *mark = strrchr (heads[0], '/');
    const GPtrArray *found;

    if (!g_str_equal (cells[0], "-") && !entente_kind_find (cells[0]))
      g_error ("no kind: %s", lines[i]);
    if (mark)
      *mark = '\0';
    found = strstr (elements[0], "/n") ? entente_move_patterns_of_noun (heads[0])
            : strstr (elements[0], "/v") || strstr (elements[0], "/p")
              ? entente_move_patterns_of_verb (heads[0])
              : entente_move_patterns_of_word (heads[0]);
    if (!found)
      g_error ("not found: %s", lines[i]);
  }
}

static void
test_nouns (void)
{
  g_assert_nonnull (entente_move_patterns_of_noun ("proposal"));
  g_assert_nonnull (entente_move_patterns_of_noun ("proposals"));
  g_assert_null (entente_move_patterns_of_noun ("teapot"));
  g_assert_null (entente_move_patterns_of_verb ("paint"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/move-patterns/table", test_table);
  g_test_add_func ("/move-patterns/nouns", test_nouns);
  return g_test_run ();
}
