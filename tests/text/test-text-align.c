/* Pairs of words between two texts: what is alike is paired, in order, and nothing else. */
#include "config.h"

#include "entente-text-align.h"

#include <string.h>

/* Every pair is alike and rises. Number of pairs. */
static guint
check_pairs (const EntenteTextAlign *align)
{
  guint n_before, n_after, n = 0, last = 0;
  const EntenteTextPiece *before = entente_text_align_get_before (align, &n_before);
  const EntenteTextPiece *after = entente_text_align_get_after (align, &n_after);

  for (guint i = 0; i < n_before; i++) {
    guint pair = entente_text_align_get_pair (align, i);

    if (pair == ENTENTE_NO_PIECE)
      continue;
    g_assert_cmpuint (pair, <, n_after);
    g_assert_cmpuint (before[i].hash, ==, after[pair].hash);
    g_assert_true (n == 0 || pair > last);
    last = pair;
    n++;
  }
  return n;
}

static guint
count_pairs (const char *before, const char *after)
{
  g_autoptr (EntenteTextAlign) align = entente_text_align_new (before, after, NULL, NULL);

  return check_pairs (align);
}

static void
test_pieces (void)
{
  const char *text = "Don’t go—now, 3.5 km: 和平 “so”.";
  const char *const expected[] = { "Don", "’", "t",  "go", "—", "now", ",", "3", ".", "5",
                                   "km",  ":", "和", "平", "“", "so",  "”", ".", NULL };
  g_autoptr (GArray) pieces = entente_text_pieces_cut (text, NULL, NULL);

  g_assert_cmpuint (pieces->len, ==, g_strv_length ((char **) expected));
  for (guint i = 0; i < pieces->len; i++) {
    const EntenteTextPiece *piece = &g_array_index (pieces, EntenteTextPiece, i);

    g_assert_cmpmem (text + piece->start,
                     piece->end - piece->start,
                     expected[i],
                     strlen (expected[i]));
  }
}

/* Composition, case, forms of quotation marks, dashes, spaces and soft hyphens make no other words.
 */
static void
test_alike (void)
{
  g_assert_cmpuint (count_pairs ("“Yiğit—said ‘no’”", "\"yig\xCC\x86it - SAID\n\n'no'\""), ==, 8);
  g_assert_cmpuint (count_pairs ("negotia\xC2\xADtions", "negotiations"), ==, 1);
  g_assert_cmpuint (count_pairs ("one two", "three four"), ==, 0);
  g_assert_cmpuint (count_pairs ("", "three four"), ==, 0);
  g_assert_cmpuint (count_pairs ("one", ""), ==, 0);
}

static void
test_edits (void)
{
  g_autoptr (EntenteTextAlign) align = entente_text_align_new ("The talks began in May.",
                                                               "The first talks began in June.",
                                                               NULL,
                                                               NULL);

  g_assert_cmpuint (check_pairs (align), ==, 5);
  g_assert_cmpuint (entente_text_align_get_pair (align, 1), ==, 2);
  g_assert_cmpuint (entente_text_align_get_pair (align, 4), ==, ENTENTE_NO_PIECE);
  g_assert_cmpuint (entente_text_align_find_paired_before (align, 5), ==, 3);
  g_assert_cmpuint (entente_text_align_find_paired_from (align, 4), ==, 5);
}

static char *
make_words (GRand *random, guint n, guint n_different)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "w%u ", g_rand_int_range (random, 0, (int) n_different));
  return g_string_free (text, FALSE);
}

/* However often words repeat, pairs are alike and rise, and equal texts are paired throughout. */
static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint round = 0; round < 60; round++) {
    guint n = (guint) g_rand_int_range (random, 0, 2000);
    g_autofree char *before = make_words (random, n, 1 + round * 7);
    g_autofree char *after = make_words (random, n, 1 + round * 7);

    count_pairs (before, after);
    g_assert_cmpuint (count_pairs (before, before), ==, n);
  }
}

/* A text taken apart by many edits keeps every word outside of them paired. */
static void
test_long (void)
{
  GString *before = g_string_new (NULL), *after = g_string_new (NULL);
  guint n_kept = 0;

  for (guint i = 0; i < 60000; i++) {
    g_string_append_printf (before, "n%u ", i);
    if (i % 97 == 0) {
      g_string_append (after, "another word ");
      continue;
    }
    g_string_append_printf (after, "n%u ", i);
    n_kept++;
  }
  g_assert_cmpuint (count_pairs (before->str, after->str), ==, n_kept);
  g_string_free (before, TRUE);
  g_string_free (after, TRUE);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autofree char *before = make_words (random, 40000, 100000);
  g_autofree char *after = make_words (random, 40000, 100000);
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (entente_text_align_new (before, after, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-align/pieces", test_pieces);
  g_test_add_func ("/text-align/alike", test_alike);
  g_test_add_func ("/text-align/edits", test_edits);
  g_test_add_func ("/text-align/random", test_random);
  g_test_add_func ("/text-align/long", test_long);
  g_test_add_func ("/text-align/cancelled", test_cancelled);
  return g_test_run ();
}
