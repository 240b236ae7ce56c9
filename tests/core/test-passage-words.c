/* The words of a passage without the marks of notes. */
#include "config.h"

#include "entente-passage-words.h"

static void
assert_words (const char *text, gint64 start, const GPtrArray *notes, const char *expected)
{
  g_autoptr (EntentePassage) passage =
    entente_passage_new_from_text (7, text, start, g_utf8_strlen (text, -1));
  g_autofree char *words = entente_passage_dup_words (passage, notes);

  g_assert_cmpstr (words, ==, expected);
  g_assert_cmpstr (passage->quote, ==, g_utf8_offset_to_pointer (text, start));
}

static void
test_brackets (void)
{
  assert_words ("a place as a party.[3] A month later",
                0,
                NULL,
                "a place as a party. A month later");
  assert_words ("talks [12], with passports[4]", 0, NULL, "talks, with passports");
  assert_words ("talks [12] with passports", 0, NULL, "talks with passports");
  assert_words ("they [sic] met in [2018]", 0, NULL, "they [sic] met in [2018]");
  assert_words ("nothing at all", 0, NULL, "nothing at all");
}

static void
test_raised (void)
{
  assert_words ("Überall ein Büro.¹² Dann", 0, NULL, "Überall ein Büro. Dann");
}

/* A figure at a word is a mark only where a note says so. */
static void
test_notes (void)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (entente_record_unref);
  EntenteFootnote *note = entente_footnote_new ();
  const char *text = "Zürich: the MH17 talks3 failed";

  g_ptr_array_add (notes, note);
  note->marker = g_strdup ("3");
  note->position = 22;
  assert_words (text, 0, NULL, text);
  assert_words (text, 0, notes, "Zürich: the MH17 talks failed");
  assert_words (text, 8, notes, "the MH17 talks failed");
  note->position = 21;
  assert_words (text, 0, notes, text);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/passage-words/brackets", test_brackets);
  g_test_add_func ("/passage-words/raised", test_raised);
  g_test_add_func ("/passage-words/notes", test_notes);
  return g_test_run ();
}
