/* The likest part of a run of words, and how like it is. */
#include "config.h"

#include "entente-likeness.h"

typedef struct {
  GArray *pieces;
  EntenteWordRun run;
} Words;

static Words
cut (const char *text)
{
  Words words = { entente_text_pieces_cut (text, NULL, NULL) };

  words.run =
    (EntenteWordRun){ text, (const EntenteTextPiece *) words.pieces->data, words.pieces->len };
  return words;
}

static char *
find (const char *text, const char *place, gboolean wide, guint *likeness)
{
  Words words = cut (text), around = cut (place);
  guint start, end;
  char *found;

  *likeness = entente_likeness_find (&words.run, &around.run, wide, &start, &end);
  found = *likeness > 0
            ? g_strndup (place + around.run.pieces[start].start,
                         around.run.pieces[end - 1].end - around.run.pieces[start].start)
            : NULL;
  g_array_unref (words.pieces);
  g_array_unref (around.pieces);
  return found;
}

static void
check (const char *text,
       const char *place,
       gboolean wide,
       const char *expected,
       guint low,
       guint high)
{
  guint likeness;
  g_autofree char *found = find (text, place, wide, &likeness);

  g_assert_cmpstr (found, ==, expected);
  g_assert_cmpuint (likeness, >=, low);
  g_assert_cmpuint (likeness, <=, high);
}

static void
test_same (void)
{
  check ("refused the offer",
         "Kabul refused the offer at once",
         TRUE,
         "refused the offer",
         100,
         100);
  check ("refused “the” offer",
         "it refused \"the\"  offer",
         TRUE,
         "refused \"the\"  offer",
         100,
         100);
}

static void
test_changed (void)
{
  check ("refused the ofer", "Kabul refused the offer at once", FALSE, "refused the offer", 85, 99);
  check ("refused the offer",
         "Kabul refused the generous offer at once",
         FALSE,
         "refused the generous offer",
         60,
         75);
  check ("they refused the new offer",
         "Kabul refused the offer",
         FALSE,
         "refused the offer",
         55,
         65);
}

/* A word at the end that was replaced belongs to the mark where only the mark is between the
 * neighbours. */
static void
test_ends (void)
{
  check ("accepted the invitation", "accepted the proposal", TRUE, "accepted the proposal", 60, 70);
  check ("accepted the invitation", "accepted the proposal", FALSE, "accepted the", 60, 70);
}

static void
test_other (void)
{
  guint likeness;
  g_autofree char *found = find ("one two three", "four five six seven", TRUE, &likeness);

  g_assert_null (found);
  g_assert_cmpuint (likeness, ==, 0);
  g_free (find ("", "four", TRUE, &likeness));
  g_assert_cmpuint (likeness, ==, 0);
  g_free (find ("one", "", TRUE, &likeness));
  g_assert_cmpuint (likeness, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/likeness/same", test_same);
  g_test_add_func ("/likeness/changed", test_changed);
  g_test_add_func ("/likeness/ends", test_ends);
  g_test_add_func ("/likeness/other", test_other);
  return g_test_run ();
}
