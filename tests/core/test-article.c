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

/* ---- notes ---- */

#define NOTED                                                                                      \
  "He came.[1] The port, which had waited, paid[2] the toll.\u201d[3] It was late (so it is "      \
  "said).[4]\n"

static EntenteFootnote *
find_note (const char *quote)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (entente_record_unref);
  const char *at = strstr (NOTED, quote);
  gint64 start = g_utf8_pointer_to_offset (NOTED, at);
  gint64 end = start + g_utf8_strlen (quote, -1);
  g_autoptr (EntentePassage) passage = entente_passage_new_from_text (1, NOTED, start, end);
  EntenteFootnote *found;

  for (at = strchr (NOTED, '['); at; at = strchr (at + 1, '[')) {
    EntenteFootnote *note = entente_footnote_new ();

    note->marker = g_strndup (at + 1, 1);
    note->position = g_utf8_pointer_to_offset (NOTED, at);
    g_ptr_array_add (notes, note);
  }
  g_ptr_array_sort (notes, entente_footnote_compare_positions);
  found = entente_passage_find_footnote (passage, notes);
  return found ? entente_footnote_ref (found) : NULL;
}

/* A note carries the sentence in which its mark stands, or behind whose end. */
static void
test_notes (void)
{
  static const struct {
    const char *quote;
    const char *marker;
  } cases[] = {
    { "He came", "1" },
    { "He came.", "1" },
    { "came.[1]", "1" },
    { "had waited", "2" },
    { "paid", "2" },
    { "the toll", "3" },
    { "paid[2] the toll.", "2" },
    { "It was", "4" },
    { "The port", "2" },
    { "said).", "4" },
    { "[4]", "4" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (EntenteFootnote) note = find_note (cases[i].quote);

    g_assert_nonnull (note);
    g_assert_cmpstr (note->marker, ==, cases[i].marker);
  }
}

/* Not the note of the next sentence, nor one of another paragraph, nor one without a mark. */
static void
test_no_note (void)
{
  static const char *const texts[] = {
    "He came. Then he paid.[1]\n",
    "He came\nThen[1]\n",
    "He came!\u201d He left.[1]",
    "He came",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (entente_record_unref);
    g_autoptr (EntentePassage) passage = entente_passage_new_from_text (1, texts[i], 0, 7);
    const char *mark = strchr (texts[i], '[');
    EntenteFootnote *note = entente_footnote_new ();

    note->position = mark ? g_utf8_pointer_to_offset (texts[i], mark) : -1;
    g_ptr_array_add (notes, note);
    g_assert_null (entente_passage_find_footnote (passage, notes));
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/article/passage/cut", test_cut);
  g_test_add_func ("/article/passage/edges", test_edges);
  g_test_add_func ("/article/passage/random-cuts", test_random_cuts);
  g_test_add_func ("/article/notes", test_notes);
  g_test_add_func ("/article/no-note", test_no_note);
  return g_test_run ();
}
