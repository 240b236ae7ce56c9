/* Lines, words, ends of sentences and headings. */
#include "config.h"

#include "entente-text-lines.h"

#include <string.h>

static void
test_line_ends (void)
{
  static const char text[] = "a\nb\r\nc\rd\xE2\x80\xA9"
                             "e\n\n  \nf";
  g_autoptr (GArray) lines = entente_lines_cut (text, strlen (text));
  g_autoptr (GString) letters = g_string_new (NULL);
  for (guint i = 0; i < lines->len; i++) {
    const EntenteTextLine *line = &g_array_index (lines, EntenteTextLine, i);
    g_string_append_len (letters, text + line->first, (gssize) (line->last - line->first));
    g_string_append_c (letters, line->role == ENTENTE_LINE_BLANK ? '_' : '|');
  }
  g_assert_cmpstr (letters->str, ==, "a|b|c|d|e|__f|");
}

static void
test_words (void)
{
  static const char text[] = " two\u00a0words,  here ";
  g_autoptr (GArray) words = entente_words_cut (text, 0, strlen (text));
  g_autofree char *joined = entente_words_join (text, words, 0, words->len);
  g_autofree char *folded = entente_word_fold (text, &g_array_index (words, EntenteTextWord, 1));
  g_assert_cmpstr (joined, ==, "two words, here");
  g_assert_cmpstr (folded, ==, "words");
  g_assert_true (entente_list_has ("a|words|b", "words"));
  g_assert_false (entente_list_has ("a|words|b", "word"));
  g_assert_false (entente_list_has ("a|words|b", ""));
}

static void
test_sentences (void)
{
  static const char *const ends[] = { "They met.",  "They met.”", "They met.[3]", "Did they?",
                                      "They met.3", "قابلهم؟",    "They met.) " };
  static const char *const others[] = { "They met", "Peace Talks", "", "Talks in 2018", "No. 5" };
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    g_assert_true (entente_text_ends_sentence (ends[i], 0, strlen (ends[i])));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (entente_text_ends_sentence (others[i], 0, strlen (others[i])));
}

static void
test_headings (void)
{
  static const char plain[] = "They met on the bridge and talked for an hour about the border.";
  g_assert_true (entente_text_is_heading ("Second Round\n", 13));
  g_assert_true (entente_text_is_heading ("Why now?\n", 9));
  g_assert_false (entente_text_is_heading (plain, strlen (plain)));
  g_assert_false (entente_text_is_heading ("  \n", 3));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-lines/line-ends", test_line_ends);
  g_test_add_func ("/text-lines/words", test_words);
  g_test_add_func ("/text-lines/sentences", test_sentences);
  g_test_add_func ("/text-lines/headings", test_headings);
  return g_test_run ();
}
