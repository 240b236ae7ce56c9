/* Pages to articles: what the page says of itself, the text without what is around it, notes, and
 * pages made to harm. */
#include "config.h"

#include "entente-article-html.h"
#include "entente-error.h"

#include <string.h>

static EntenteArticleDraft *
read_page (const char *page)
{
  g_autoptr (GError) error = NULL;
  EntenteArticleDraft *draft =
    entente_article_html_read (page, strlen (page), "river.html", &error);
  g_assert_no_error (error);
  g_assert_true (g_utf8_validate (draft->revision->text, -1, NULL));
  return draft;
}

static gboolean
tells (const EntenteArticleDraft *draft, const char *words)
{
  for (guint i = 0; i < draft->notices->len; i++) {
    if (strstr (draft->notices->pdata[i], words) != NULL)
      return TRUE;
  }
  return FALSE;
}

/* Figures of marks and all signs left aside: the letters of a text, one after the other. */
static char *
get_letters (const char *text)
{
  GString *letters = g_string_new (NULL);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      g_string_append_unichar (letters, g_utf8_get_char (p));
  }
  return g_string_free (letters, FALSE);
}

static void
assert_letters (const EntenteArticleDraft *draft, const char *text)
{
  g_autofree char *is = get_letters (draft->revision->text);
  g_autofree char *due = get_letters (text);
  g_assert_cmpstr (is, ==, due);
}

#define FIRST                                                                                      \
  "The two delegations met on the old bridge and agreed to speak again before the harvest."
#define SECOND                                                                                     \
  "“We have time,” said the miller’s envoy. “The river has more.” Nobody had asked the fishers."

static const char news[] =
  "<!DOCTYPE html><html lang=\"en-GB\"><head><meta charset=\"utf-8\">"
  "<title>The River Talks | Bay Post</title>"
  "<meta property=\"og:site_name\" content=\"Bay Post\">"
  "<meta property=\"article:published_time\" content=\"2017-05-03T09:00:00+02:00\">"
  "<meta name=\"author\" content=\"Maya Ortiz\"><meta name=\"author\" content=\"Jan de Vries\">"
  "<link rel=\"canonical\" href=\"https://bay.example/river-talks\">"
  "<style>p { color: red }</style><script>var hidden = 'not text';</script></head><body>"
  "<div id=\"cookie-banner\"><p>We use cookies to make this page better for everybody.</p></div>"
  "<nav><ul><li><a href=\"/\">Home</a></li><li><a href=\"/w\">World</a></li></ul></nav>"
  "<main><article><header><h1>The River Talks</h1></header>"
  "<div class=\"share-buttons\"><a href=\"#\">Share this on a network</a></div>"
  "<p>The two delegations met on the <a href=\"https://map.example/bridge\">old bridge</a> and "
  "agreed "
  "to speak&nbsp;again before the harvest.<sup><a href=\"#fn1\" id=\"r1\">1</a></sup></p>"
  "<h2>Time &amp; water</h2>"
  "<p style=\"display: none\">Buy the new lamp today.</p>"
  "<p>“We have time,” said the miller’s envoy. “The river has more.” Nobody had asked the "
  "fishers.<sup><a href=\"#fn2\">2</a></sup></p>"
  "<blockquote><p>Water first.</p></blockquote><ul><li>One mill</li><li>Two ferries</li></ul>"
  "<aside class=\"related\"><h3>Related</h3><a href=\"/x\">The Ferry Strike</a></aside>"
  "<div class=\"newsletter\">Sign up for our letter.</div>"
  "</article></main>"
  "<section><h2>Notes</h2><ol><li id=\"fn1\">Ferry Gazette, 2 April 2017, <a "
  "href=\"https://ferry.example/a\">report</a>. <a href=\"#r1\">↩</a></li>"
  "<li id=\"fn2\"><p>[2] Interview, 1 May 2017</p></li></ol></section>"
  "<footer><p>All rights reserved.</p></footer></body></html>";

static void
test_news (void)
{
  g_autoptr (EntenteArticleDraft) draft = read_page (news);
  const EntenteFootnote *first = draft->footnotes->pdata[0];
  const EntenteFootnote *second = draft->footnotes->pdata[1];
  g_assert_cmpstr (draft->article->title, ==, "The River Talks");
  g_assert_cmpstr (draft->article->authors, ==, "Maya Ortiz; Jan de Vries");
  g_assert_cmpstr (draft->article->published->edtf, ==, "2017-05-03");
  g_assert_cmpstr (draft->article->publication_name, ==, "Bay Post");
  g_assert_cmpstr (draft->article->url, ==, "https://bay.example/river-talks");
  g_assert_cmpstr (draft->article->language, ==, "en-GB");
  assert_letters (draft, FIRST "Time water" SECOND "Water first. One mill Two ferries");
  g_assert_nonnull (strstr (draft->revision->text, "before the harvest.[1]\nTime & water\n“We"));
  g_assert_nonnull (
    strstr (draft->revision->text, "fishers.[2]\nWater first.\nOne mill\nTwo ferries\n"));
  g_assert_cmpuint (draft->footnotes->len, ==, 2);
  g_assert_cmpstr (first->marker, ==, "1");
  g_assert_cmpstr (first->cited_date->edtf, ==, "2017-04-02");
  g_assert_nonnull (strstr (first->text, "https://ferry.example/a"));
  g_assert_null (strstr (first->text, "↩"));
  g_assert_true (
    g_str_has_prefix (g_utf8_offset_to_pointer (draft->revision->text, first->position), "[1]"));
  g_assert_cmpstr (second->text, ==, "Interview, 1 May 2017");
  g_assert_true (tells (draft, "left out"));
  g_assert_true (tells (draft, "hidden"));
}

/* JSON says more than nothing; a page without any container is taken whole. */
static void
test_json (void)
{
  g_autoptr (EntenteArticleDraft) draft = read_page (
    "<html><head><title>Page</title><script type=\"application/ld+json\">{\"@graph\": [{\"@type\": "
    "\"WebPage\"}, {\"@type\": \"NewsArticle\", \"headline\": \"The River Talks\", \"author\": "
    "[{\"name\": \"Maya Ortiz\"}, \"Jan de Vries\"], \"datePublished\": \"2017-05\", "
    "\"publisher\": "
    "{\"name\": \"Bay Post\"}, \"mainEntityOfPage\": {\"@id\": "
    "\"https://bay.example/r\"}}]}</script>"
    "</head><body><p>" FIRST "<p>" SECOND "</body></html>");
  g_assert_cmpstr (draft->article->title, ==, "The River Talks");
  g_assert_cmpstr (draft->article->authors, ==, "Maya Ortiz; Jan de Vries");
  g_assert_cmpstr (draft->article->published->edtf, ==, "2017-05");
  g_assert_cmpstr (draft->article->publication_name, ==, "Bay Post");
  g_assert_cmpstr (draft->article->url, ==, "https://bay.example/r");
  g_assert_cmpstr (draft->revision->text, ==, FIRST "\n" SECOND "\n");
}

/* Old pages: everything in tables and line breaks, and nothing in the head. */
static void
test_old (void)
{
  g_autoptr (EntenteArticleDraft) draft = read_page (
    "<html><body><table><tr><td><a href=a>News</a> <a href=b>Sport</a> <a href=c>Weather</a></td>"
    "<td><h1>The River Talks</h1>By Maya Ortiz<br>3 May 2017<br><br>" FIRST "<br><br>" SECOND
    "</td></tr></table></body></html>");
  g_assert_cmpstr (draft->article->title, ==, "The River Talks");
  g_assert_cmpstr (draft->article->authors, ==, "Maya Ortiz");
  g_assert_cmpstr (draft->article->published->edtf, ==, "2017-05-03");
  g_assert_cmpstr (draft->revision->text, ==, FIRST "\n" SECOND "\n");
}

static void
test_byline (void)
{
  g_autoptr (EntenteArticleDraft) draft =
    read_page ("<html><body><h1>The River Talks</h1><p class=\"byline\">By Maya Ortiz</p>"
               "<time datetime=\"2017-05-03\">Wednesday</time><p>" FIRST "</p><p>" SECOND
               "</p></body></html>");
  g_assert_cmpstr (draft->article->authors, ==, "Maya Ortiz");
  g_assert_cmpstr (draft->article->published->edtf, ==, "2017-05-03");
  g_assert_nonnull (strstr (draft->revision->text, FIRST "\n" SECOND "\n"));
}

/* What the page says of its author is not said again in the text; headings of lists that are left
 * out go with them; and a page whose title is the article's and something more names its outlet so.
 */
static void
test_repeated (void)
{
  g_autoptr (EntenteArticleDraft) draft = read_page (
    "<html><head><title>The River Talks – Bay Post</title><meta name=author content=\"Maya Ortiz\">"
    "<meta property=\"og:title\" content=\"The River Talks\"></head><body><h1>The River Talks</h1>"
    "<div class=byline><span>By Maya Ortiz</span><span>Bay Post</span></div><p>" FIRST
    "</p><h2>Read "
    "also</h2><ul><li><a href=a>One</a><li><a href=b>Two</a><li><a href=c>Three</a></ul><p>" SECOND
    "</p></body></html>");
  g_assert_cmpstr (draft->article->authors, ==, "Maya Ortiz");
  g_assert_cmpstr (draft->article->publication_name, ==, "Bay Post");
  assert_letters (draft, FIRST SECOND);
}

/* Superscripts that no link leads from, and powers. */
static void
test_superscripts (void)
{
  g_autoptr (EntenteArticleDraft) draft = read_page (
    "<html><body><h1>The River Talks</h1><p>" FIRST "<sup>1</sup> The dam holds 10<sup>6</sup> "
    "barrels on the 19<sup>th</sup>.</p><p>" SECOND "</p><h2>Notes</h2><p>1. Bay Post, 2 April "
    "2017</p></body></html>");
  g_assert_nonnull (
    strstr (draft->revision->text, "harvest.[1] The dam holds 10⁶ barrels on the 19th."));
  g_assert_cmpuint (draft->footnotes->len, ==, 1);
}

/* In a set that the page names; broken, doubled and unclosed elements. */
static void
test_charset (void)
{
  g_autoptr (EntenteArticleDraft) draft = read_page (
    "<html><head><meta http-equiv=Content-Type content=\"text/html; charset=iso-8859-9\">"
    "<title>Nehir</title></head><body><h1>Nehir</h1><p>\xDEiddetli tart\xFD\xFEma k\xF6pr\xFC"
    "de ba\xFElad\xFD ve gece yar\xFDs\xFDna kadar s\xFCrd\xFC; kimse kap\xFDlar\xFD a\xE7mad\xFD."
    "<b><p>\xC7ok ge\xE7ti.</i>");
  g_assert_true (g_str_has_prefix (draft->revision->text, "Şiddetli tartışma köprüde başladı"));
  g_assert_nonnull (strstr (draft->revision->text, "\nÇok geçti.\n"));
}

/* A class that frightens, round all of the text, takes nothing away. */
static void
test_misnamed (void)
{
  g_autoptr (EntenteArticleDraft) draft =
    read_page ("<html><body class=\"has-sidebar\"><div class=\"widget ad-free\"><h1>The River "
               "Talks</h1><p>" FIRST "</p><p>" SECOND "</p></div></body></html>");
  assert_letters (draft, FIRST SECOND);
}

static char *
repeat (const char *before, const char *part, guint n, const char *after)
{
  GString *text = g_string_new (before);
  for (guint i = 0; i < n; i++)
    g_string_append (text, part);
  g_string_append (text, after);
  return g_string_free (text, FALSE);
}

static void
test_deep (void)
{
  static const char *const parts[] = { "<div>",           "<b>",       "<ul><li>",
                                       "<table><tr><td>", "<font><p>", "<blockquote>" };
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    g_autofree char *page = repeat ("<html><body><h1>The River Talks</h1>",
                                    parts[i],
                                    20000,
                                    "<p>" FIRST "</p></body></html>");
    g_autoptr (EntenteArticleDraft) draft = read_page (page);
    assert_letters (draft, FIRST);
  }
}

/* Entities of a document type are not followed, nor is any file. */
static void
test_entities (void)
{
  g_autoptr (EntenteArticleDraft) draft = read_page (
    "<?xml version=\"1.0\"?><!DOCTYPE html [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">"
    "<!ENTITY f SYSTEM \"file:///etc/hostname\">]><html><body><h1>The River Talks</h1><p>" FIRST
    " &b; &f; &amp; &eacute;</p></body></html>");
  g_assert_null (strstr (draft->revision->text, "aaaaaaaaaa"));
  g_assert_nonnull (strstr (draft->revision->text, "& é"));
}

static void
test_marks (void)
{
  g_autofree char *page =
    repeat ("<html><body><p>a", "&#x301;", 1000, " " FIRST "</p></body></html>");
  g_autoptr (EntenteArticleDraft) draft = read_page (page);
  assert_letters (draft, "a" FIRST);
  g_assert_cmpuint (g_utf8_strlen (draft->revision->text, -1), <, 120);
  g_assert_true (tells (draft, "combining marks"));
}

static void
test_refused (void)
{
  static const char *const pages[] = { "<html></html>",
                                       "<html><body><script>alert (1)</script></body></html>",
                                       "<html><body><h1>Only a title</h1></body></html>",
                                       "" };
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++) {
    g_autoptr (GError) error = NULL;
    g_assert_null (entente_article_html_read (pages[i], strlen (pages[i]), "river.html", &error));
    g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_INVALID);
    g_assert_nonnull (strstr (error->message, "river.html"));
  }
}

/* Every truncation of a page is read or refused. */
static void
test_truncated (void)
{
  for (gsize n = 0; n < sizeof news; n += 7) {
    g_autofree char *page = g_strndup (news, n);
    g_autoptr (GError) error = NULL;
    g_autoptr (EntenteArticleDraft) draft = NULL;
    draft = entente_article_html_read (page, n, "river.html", &error);
    g_assert_true ((draft != NULL) != (error != NULL));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/article-html/news", test_news);
  g_test_add_func ("/article-html/json", test_json);
  g_test_add_func ("/article-html/old", test_old);
  g_test_add_func ("/article-html/byline", test_byline);
  g_test_add_func ("/article-html/repeated", test_repeated);
  g_test_add_func ("/article-html/superscripts", test_superscripts);
  g_test_add_func ("/article-html/charset", test_charset);
  g_test_add_func ("/article-html/misnamed", test_misnamed);
  g_test_add_func ("/article-html/deep", test_deep);
  g_test_add_func ("/article-html/entities", test_entities);
  g_test_add_func ("/article-html/marks", test_marks);
  g_test_add_func ("/article-html/refused", test_refused);
  g_test_add_func ("/article-html/truncated", test_truncated);
  return g_test_run ();
}
