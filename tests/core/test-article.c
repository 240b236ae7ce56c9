/* Passages cut out of texts. */
#include "config.h"

#include "entente-article.h"

#include <glib.h>
#include <string.h>

static const char text[] =
  "Zamir Kabulov said \u201cthe Taleban\u201d would come. Erdo\u011fan did not "
  "answer; the talks were put off.\n";

static void
test_cut (void)
{
  g_autoptr (EntentePassage) passage = entente_passage_new_from_text (7, text, 19, 32);

  g_assert_cmpint (passage->revision, ==, 7);
  g_assert_cmpint (passage->start, ==, 19);
  g_assert_cmpint (passage->end, ==, 32);
  g_assert_cmpstr (passage->quote, ==, "\u201cthe Taleban\u201d");
  g_assert_cmpstr (passage->prefix, ==, "Zamir Kabulov said ");
  g_assert_cmpstr (passage->suffix, ==, " would come. Erdo\u011fan did not ans");
  g_assert_cmpint (g_utf8_strlen (passage->suffix, -1), ==, 32);
}

static void
test_edges (void)
{
  gint64 length = g_utf8_strlen (text, -1);
  g_autoptr (EntentePassage) whole = entente_passage_new_from_text (1, text, 0, length);
  g_autoptr (EntentePassage) empty = entente_passage_new_from_text (1, text, length, length);

  g_assert_cmpstr (whole->quote, ==, text);
  g_assert_null (whole->prefix);
  g_assert_null (whole->suffix);
  g_assert_null (empty->quote);
  g_assert_cmpint (g_utf8_strlen (empty->prefix, -1), ==, 32);
}

/* Prefix, quote and suffix lie in the text one behind the other. */
static void
test_random_cuts (void)
{
  int length = (int) g_utf8_strlen (text, -1);

  for (int i = 0; i < 500; i++) {
    int start = g_test_rand_int_range (0, length);
    int end = g_test_rand_int_range (start + 1, length + 1);
    g_autoptr (EntentePassage) passage = entente_passage_new_from_text (1, text, start, end);
    g_autofree char *all = g_strconcat (passage->prefix == NULL ? "" : passage->prefix,
                                        passage->quote,
                                        passage->suffix,
                                        NULL);

    g_assert_cmpint (g_utf8_strlen (passage->quote, -1), ==, end - start);
    g_assert_nonnull (strstr (text, all));
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/article/passage/cut", test_cut);
  g_test_add_func ("/article/passage/edges", test_edges);
  g_test_add_func ("/article/passage/random-cuts", test_random_cuts);
  return g_test_run ();
}
