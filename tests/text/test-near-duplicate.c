/* Sketches of texts: equal texts, reprints with changes, and texts that have nothing in common. */
#include "config.h"

#include "entente-near-duplicate.h"

static EntenteTextSketch *
sketch (const char *text)
{
  return entente_text_sketch_new (text, NULL, NULL);
}

/* Words @from to @to, of which every @nth is another. */
static char *
make_text (guint from, guint to, guint nth)
{
  GString *text = g_string_new (NULL);

  for (guint i = from; i < to; i++)
    g_string_append_printf (text, nth > 0 && i % nth == 0 ? "other%u " : "word%u ", i);
  return g_string_free (text, FALSE);
}

static guint
compare (const char *a, const char *b, gboolean contain)
{
  g_autoptr (EntenteTextSketch) one = sketch (a);
  g_autoptr (EntenteTextSketch) other = sketch (b);

  g_assert_cmpuint (entente_text_sketch_compare (one, other),
                    ==,
                    entente_text_sketch_compare (other, one));
  return contain ? entente_text_sketch_contain (one, other)
                 : entente_text_sketch_compare (one, other);
}

static void
test_equal (void)
{
  g_assert_cmpuint (compare ("The talks in Doha will go on, officials said.",
                             "THE TALKS IN DOHA\nWILL GO ON  officials said",
                             FALSE),
                    ==,
                    100);
}

static void
test_reprint (void)
{
  g_autofree char *text = make_text (0, 4000, 0);
  g_autofree char *changed = make_text (0, 4000, 100);
  g_autofree char *part = make_text (0, 1000, 0);
  g_autofree char *other = make_text (5000, 9000, 0);

  g_assert_cmpuint (compare (text, changed, FALSE), >, 80);
  g_assert_cmpuint (compare (text, changed, FALSE), <, 100);
  g_assert_cmpuint (compare (text, part, FALSE), <, 40);
  g_assert_cmpuint (compare (text, part, TRUE), >, 80);
  g_assert_cmpuint (compare (text, other, FALSE), ==, 0);
}

static void
test_short (void)
{
  g_assert_cmpuint (compare ("one two three", "one two three", FALSE), ==, 0);
  g_assert_cmpuint (compare ("", "one two three four five six", TRUE), ==, 0);
}

static void
test_same_everywhere (void)
{
  g_autoptr (EntenteTextSketch) one = sketch ("Kabul refused the offer of 14 February.");
  g_autoptr (EntenteTextSketch) other = sketch ("Kabul refused the offer of 14 February.");

  g_assert_cmpmem (one->hashes, sizeof one->hashes, other->hashes, sizeof other->hashes);
  g_assert_cmpuint (one->n, ==, 3);
  g_assert_cmpuint (one->n_words, ==, 7);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/near-duplicate/equal", test_equal);
  g_test_add_func ("/near-duplicate/reprint", test_reprint);
  g_test_add_func ("/near-duplicate/short", test_short);
  g_test_add_func ("/near-duplicate/same-everywhere", test_same_everywhere);
  return g_test_run ();
}
