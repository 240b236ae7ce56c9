/* Markdown to articles. */
#include "config.h"

#include "entente-article-markdown.h"
#include "entente-error.h"

#include <string.h>

#define FIRST                                                                                      \
  "The two delegations met on the old bridge and agreed to speak again before the harvest."
#define SECOND                                                                                     \
  "Nobody had asked the fishers, who waited below with their boats until the evening came."

static EntenteArticleDraft *
read_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  EntenteArticleDraft *draft =
    entente_article_markdown_read (text, strlen (text), "river.md", &error);
  g_assert_no_error (error);
  return draft;
}

static void
test_front (void)
{
  g_autoptr (EntenteArticleDraft) draft = read_text (
    "---\r\ntitle: \"The River Talks\"\r\nauthors:\r\n  - Maya Ortiz\r\n  - Jan de Vries\r\n"
    "date: 2017-05-03\r\nsource: Bay Post\r\nurl: https://bay.example/river\r\nlang: "
    "en\r\n---\r\n\r\n"
    "The two **delegations** met on the [old bridge](https://map.example) and *agreed* to\r\nspeak "
    "again before the harvest.[^a]\r\n\r\n## What `they` say\r\n\r\n- " SECOND "[^b]\r\n\r\n"
    "> Water first.[^a]\r\n\r\n"
    "[^a]: Ferry Gazette, 2 April\r\n    2017\r\n[^b]: Interview, 1 May 2017\r\n");
  const EntenteFootnote *note = draft->footnotes->pdata[0];
  g_assert_cmpstr (draft->article->title, ==, "The River Talks");
  g_assert_cmpstr (draft->article->authors, ==, "Maya Ortiz; Jan de Vries");
  g_assert_cmpstr (draft->article->published->edtf, ==, "2017-05-03");
  g_assert_cmpstr (draft->article->publication_name, ==, "Bay Post");
  g_assert_cmpstr (draft->article->url, ==, "https://bay.example/river");
  g_assert_cmpstr (draft->article->language, ==, "en");
  g_assert_cmpstr (draft->revision->text,
                   ==,
                   FIRST "[1]\nWhat they say\n" SECOND "[2]\nWater first.[1]\n");
  g_assert_cmpuint (draft->footnotes->len, ==, 2);
  g_assert_cmpstr (note->text, ==, "Ferry Gazette, 2 April 2017");
  g_assert_cmpint (note->position, ==, (gint64) strlen (FIRST));
}

static void
test_heading (void)
{
  g_autoptr (EntenteArticleDraft) draft =
    read_text ("# The *River* Talks\n\nBy Maya Ortiz\n\n3 May 2017\n\n" FIRST "\n\n" SECOND
               "\n\n<div>x</div>\n\n```\n[^not]: a note\n```\n");
  g_assert_cmpstr (draft->article->title, ==, "The River Talks");
  g_assert_cmpstr (draft->article->authors, ==, "Maya Ortiz");
  g_assert_cmpstr (draft->article->published->edtf, ==, "2017-05-03");
  g_assert_cmpstr (draft->revision->text, ==, FIRST "\n" SECOND "\n[^not]: a note\n");
  g_assert_nonnull (strstr (draft->notices->pdata[0], "HTML"));
}

static void
test_front_toml (void)
{
  g_autoptr (EntenteArticleDraft) draft =
    read_text ("+++\ntitle = 'The River Talks'\nauthor = [\"Maya Ortiz\", \"Jan de Vries\"]\n"
               "date = 2017-05\n+++\n" FIRST "\n");
  g_assert_cmpstr (draft->article->title, ==, "The River Talks");
  g_assert_cmpstr (draft->article->authors, ==, "Maya Ortiz; Jan de Vries");
  g_assert_cmpstr (draft->article->published->edtf, ==, "2017-05");
}

static void
test_deep (void)
{
  static const char *const parts[] = { "> ", "- ", "[", "*a _b", "![", "`x", "[^" };
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    g_autoptr (GString) text = g_string_new (FIRST "\n\n");
    for (guint k = 0; k < 20000; k++)
      g_string_append (text, parts[i]);
    g_string_append (text, SECOND);
    g_autoptr (EntenteArticleDraft) draft = read_text (text->str);
    g_assert_nonnull (strstr (draft->revision->text, SECOND));
  }
}

/* Front matter of a stranger: neither depth nor number of lines may cost more than the file is
 * long. */
static void
test_deep_front (void)
{
  g_autoptr (GString) text = g_string_new ("---\ntitle: ");
  g_autofree char *opening = g_strnfill (200000, '[');
  g_autofree char *closing = g_strnfill (200000, ']');
  g_autoptr (EntenteArticleDraft) draft = NULL;
  g_string_append_printf (text, "%s%s\nauthors:\n", opening, closing);
  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "  - Maya Ortiz\n");
  g_string_append (text, "---\n\n" FIRST "\n");
  draft = read_text (text->str);
  g_assert_nonnull (draft->article->title);
  g_assert_true (g_str_has_prefix (draft->article->authors, "Maya Ortiz; Maya Ortiz"));
  g_assert_cmpstr (draft->revision->text, ==, FIRST "\n");
}

static void
test_refused (void)
{
  static const char *const texts[] = { "", "---\ntitle: x\n---\n", "# Only a title\n", "\n\n" };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GError) error = NULL;
    g_assert_null (entente_article_markdown_read (texts[i], strlen (texts[i]), "river.md", &error));
    g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_INVALID);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/article-markdown/front", test_front);
  g_test_add_func ("/article-markdown/front-toml", test_front_toml);
  g_test_add_func ("/article-markdown/heading", test_heading);
  g_test_add_func ("/article-markdown/deep", test_deep);
  g_test_add_func ("/article-markdown/deep-front", test_deep_front);
  g_test_add_func ("/article-markdown/refused", test_refused);
  return g_test_run ();
}
