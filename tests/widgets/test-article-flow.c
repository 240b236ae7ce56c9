/* Soft breaks of long paragraphs, and the way from stored positions to offsets and back. */
#include "config.h"

#include "entente-article-flow.h"
#include <string.h>

static void
assert_round_trip (EntenteArticleFlow *flow)
{
  gint64 n = entente_article_flow_get_n_positions (flow);
  int last = -1;

  for (gint64 i = 0; i <= n; i++) {
    int offset = entente_article_flow_to_offset (flow, i);

    g_assert_cmpint (offset, >, last);
    g_assert_cmpint (entente_article_flow_to_position (flow, offset), ==, i);
    last = offset;
  }
}

/* The text in the view without its soft breaks is the stored text. */
static void
assert_same_text (EntenteArticleFlow *flow, const char *text)
{
  g_autoptr (GString) bare = g_string_new (NULL);
  const char *shown = entente_article_flow_get_text (flow);
  guint next = 0;
  int offset = 0;

  for (const char *p = shown; *p; p = g_utf8_next_char (p), offset++) {
    if (next < entente_article_flow_get_n_breaks (flow) &&
        entente_article_flow_get_break (flow, next) == offset) {
      g_assert_cmpint (*p, ==, '\n');
      next++;
      continue;
    }
    g_string_append_unichar (bare, g_utf8_get_char (p));
  }
  g_assert_cmpstr (bare->str, ==, text);
  g_assert_cmpuint (next, ==, entente_article_flow_get_n_breaks (flow));
}

static void
assert_lines (EntenteArticleFlow *flow, gsize longest)
{
  g_auto (GStrv) lines = g_strsplit (entente_article_flow_get_text (flow), "\n", -1);

  for (guint i = 0; lines[i]; i++)
    g_assert_cmpuint (strlen (lines[i]), <=, longest);
}

static void
check (const char *text, gboolean breaks)
{
  g_autoptr (EntenteArticleFlow) flow = entente_article_flow_new (text);

  g_assert_cmpint (entente_article_flow_get_n_breaks (flow) > 0, ==, breaks);
  assert_same_text (flow, text);
  assert_round_trip (flow);
  assert_lines (flow, ENTENTE_ARTICLE_FLOW_BYTES + ENTENTE_ARTICLE_FLOW_WORD_BYTES + 8);
}

static void
test_short (void)
{
  check ("", FALSE);
  check ("One.\nTwo, ümlaut.\n\n", FALSE);
  check ("\n", FALSE);
}

static void
test_long_paragraph (void)
{
  g_autoptr (GString) text = g_string_new ("First.\n");

  for (guint i = 0; i < 2000; i++)
    g_string_append (text, "wörter und mehr ");
  g_string_append (text, "\nLast.\n");
  check (text->str, TRUE);
}

static void
test_long_word (void)
{
  g_autofree char *latin = g_strnfill (100000, 'x');
  g_autoptr (GString) marks = g_string_new ("e");

  check (latin, TRUE);
  for (guint i = 0; i < 5000; i++)
    g_string_append_unichar (marks, 0x301);
  check (marks->str, TRUE);
}

static void
test_outside (void)
{
  g_autoptr (EntenteArticleFlow) flow = entente_article_flow_new ("abc");

  g_assert_cmpint (entente_article_flow_to_offset (flow, -5), ==, 0);
  g_assert_cmpint (entente_article_flow_to_offset (flow, 500), ==, 3);
  g_assert_cmpint (entente_article_flow_to_position (flow, 500), ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/article-flow/short", test_short);
  g_test_add_func ("/article-flow/long-paragraph", test_long_paragraph);
  g_test_add_func ("/article-flow/long-word", test_long_word);
  g_test_add_func ("/article-flow/outside", test_outside);
  return g_test_run ();
}
