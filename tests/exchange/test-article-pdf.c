/* PDF to articles; and without pdftotext. */
#include "config.h"

#include "entente-article-pdf.h"

#include <string.h>

#define FIRST                                                                                      \
  "The two delegations met on the old bridge and agreed to speak again before the harvest."

/* A document of one page a text; lines end in "\n". Without a table of places, which readers mend.
 */
static char *
make_pdf (const char *const *pages)
{
  GString *pdf =
    g_string_new ("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                  "3 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
                  "4 0 obj<</Author(Maya Ortiz)/CreationDate(D:20170503080000Z)>>endobj\n");
  GString *kids = g_string_new (NULL);
  guint n;
  for (n = 0; pages[n] != NULL; n++) {
    g_auto (GStrv) lines = g_strsplit (pages[n], "\n", -1);
    g_autoptr (GString) stream = g_string_new ("BT /F1 10 Tf 50 780 Td 14 TL\n");
    for (guint i = 0; lines[i] != NULL; i++)
      g_string_append_printf (stream, "(%s) Tj T*\n", lines[i]);
    g_string_append (stream, "ET");
    g_string_append_printf (kids, "%u 0 R ", 10 + 2 * n);
    g_string_append_printf (
      pdf,
      "%u 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents %u 0 R"
      "/Resources<</Font<</F1 3 0 R>>>>>>endobj\n"
      "%u 0 obj<</Length %zu>>stream\n%s\nendstream endobj\n",
      10 + 2 * n,
      11 + 2 * n,
      11 + 2 * n,
      stream->len,
      stream->str);
  }
  g_string_append_printf (pdf,
                          "2 0 obj<</Type/Pages/Kids[%s]/Count %u>>endobj\n"
                          "trailer<</Root 1 0 R/Info 4 0 R>>\n%%%%EOF\n",
                          kids->str,
                          n);
  g_string_free (kids, TRUE);
  return g_string_free (pdf, FALSE);
}

static void
test_pages (void)
{
  const char *const pages[] = {
    "Bay Post\n\n\nThe River Talks\n\n\nThe two delegations met on the old bridge and agreed to\n"
    "speak again before the har-\nvest.\n\n\n1",
    "Bay Post\n\n\nNobody had asked the fishers.\n\n\n2",
    "Bay Post\n\n\nThen they went.\n\n\n3",
    NULL
  };
  g_autofree char *pdf = make_pdf (pages);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteArticleDraft) draft =
    entente_article_pdf_read (pdf, strlen (pdf), "river.pdf", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (draft->article->title, ==, "The River Talks");
  g_assert_cmpstr (draft->article->authors, ==, "Maya Ortiz");
  g_assert_cmpstr (draft->article->published->edtf, ==, "2017-05-03");
  g_assert_cmpstr (draft->revision->text,
                   ==,
                   FIRST "\nNobody had asked the fishers.\nThen they went.\n");
  g_assert_cmpuint (draft->notices->len, ==, 3);
}

static void
assert_refused (const char *bytes, gsize length, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_assert_null (entente_article_pdf_read (bytes, length, "river.pdf", NULL, &error));
  g_assert_true (error->domain == ENTENTE_ERROR);
  g_assert_nonnull (strstr (error->message, "river.pdf"));
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_refused (void)
{
  const char *const pages[] = { "", NULL };
  g_autofree char *empty = make_pdf (pages);
  assert_refused ("%PDF-1.4\nbroken", 15, "damaged");
  assert_refused (empty, strlen (empty), "pictures of pages");
}

static void
test_not_installed (void)
{
  g_autofree char *path = g_strdup (g_getenv ("PATH"));
  g_setenv ("PATH", "/nowhere", TRUE);
  assert_refused ("%PDF-1.4\n", 9, "poppler-utils");
  g_setenv ("PATH", path, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/article-pdf/pages", test_pages);
  g_test_add_func ("/article-pdf/refused", test_refused);
  g_test_add_func ("/article-pdf/not-installed", test_not_installed);
  return g_test_run ();
}
