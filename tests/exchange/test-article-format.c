/* Formats by content, then by name; what is none. */
#include "config.h"

#include "entente-article-format.h"

#include <string.h>

static void
test_find (void)
{
  static const struct {
    const char *bytes;
    const char *name;
    EntenteArticleFormat format;
  } cases[] = {
    { "They met.", "river.txt", ENTENTE_ARTICLE_TEXT },
    { "They met.", "river", ENTENTE_ARTICLE_TEXT },
    { "They *met*.", "River.MD", ENTENTE_ARTICLE_MARKDOWN },
    { "<p>They met.", "river.htm", ENTENTE_ARTICLE_HTML },
    { " \n<!DocType HTML><p>", "river.txt", ENTENTE_ARTICLE_HTML },
    { "\xEF\xBB\xBF<html><p>", "river", ENTENTE_ARTICLE_HTML },
    { "<!-- saved --><!doctype html><p>", "river", ENTENTE_ARTICLE_HTML },
    { "<?xml version='1.0'?>\n<html xmlns='x'>", "river", ENTENTE_ARTICLE_HTML },
    { "<?xml version='1.0'?><other/>", "river", ENTENTE_ARTICLE_TEXT },
    { "%PDF-1.4", "river.txt", ENTENTE_ARTICLE_PDF },
    { "PK\003\004..............................word/document.xml", "x", ENTENTE_ARTICLE_DOCX },
    { "PK\003\004......................mimetypeapplication/vnd.oasis.opendocument.textPK",
      "x",
      ENTENTE_ARTICLE_ODT },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    EntenteArticleFormat format =
      entente_article_format_find (cases[i].bytes, strlen (cases[i].bytes), cases[i].name, &error);
    g_assert_no_error (error);
    g_assert_cmpint (format, ==, cases[i].format);
  }
}

static void
test_refused (void)
{
  static const char *const cases[] = { "PK\003\004....",
                                       "\xD0\xCF\x11\xE0",
                                       "{\\rtf1 x}",
                                       "SQLite format 3",
                                       "\x89PNG\r\n",
                                       "\x7F"
                                       "ELF" };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_assert_cmpint (entente_article_format_find (cases[i], strlen (cases[i]), "river.txt", &error),
                     ==,
                     ENTENTE_ARTICLE_AUTO);
    g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_INVALID);
    g_assert_nonnull (strstr (error->message, "river.txt"));
    g_assert_false (entente_article_format_check_text (cases[i], strlen (cases[i]), "x", NULL));
  }
  g_assert_false (entente_article_format_check_text ("<html>", 6, "x", NULL));
  g_assert_true (entente_article_format_check_text ("They met.", 9, "x.html", NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/article-format/find", test_find);
  g_test_add_func ("/article-format/refused", test_refused);
  return g_test_run ();
}
