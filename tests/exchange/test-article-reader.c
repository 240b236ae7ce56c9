/* Files of any format to articles, and files that are none. */
#include "config.h"

#include "entente-article-reader.h"
#include "entente-packed-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#define BODY "The two delegations met on the old bridge and agreed to speak again."

static void
test_files (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("entente-draft-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "river.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) parent = g_file_new_for_path (folder);
  g_assert_null (entente_article_read_file (file, ENTENTE_ARTICLE_AUTO, NULL, &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (entente_article_read_file (parent, ENTENTE_ARTICLE_AUTO, NULL, &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (path, BODY, -1, NULL));
  g_autoptr (EntenteArticleDraft) draft =
    entente_article_read_file (file, ENTENTE_ARTICLE_AUTO, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (draft->article->title, ==, "river");
  g_unlink (path);
  g_rmdir (folder);
}

static void
assert_read (const char *bytes, gsize length, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteArticleDraft) draft =
    entente_article_read_bytes (bytes, length, name, ENTENTE_ARTICLE_AUTO, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (draft->revision->text, ==, BODY "\n");
}

static void
test_formats (void)
{
  const EntentePackedFile odt[] = {
    { "mimetype", "application/vnd.oasis.opendocument.text" },
    { "content.xml",
      "<o:document-content xmlns:o=\"urn:o\" xmlns:text=\"urn:xmlns:text:1.0\"><o:body><o:text>"
      "<text:p>" BODY "</text:p></o:text></o:body></o:document-content>" },
    { NULL, NULL }
  };
  const EntentePackedFile docx[] = { { "x", "" },
                                     { "word/document.xml",
                                       "<w:document xmlns:w=\"urn:w\"><w:body><w:p><w:r><w:t>" BODY
                                       "</w:t></w:r></w:p></w:body></w:document>" },
                                     { NULL, NULL } };
  g_autoptr (GBytes) packed_odt = entente_packed_fixture_new (odt, TRUE);
  g_autoptr (GBytes) packed_docx = entente_packed_fixture_new (docx, TRUE);
  gsize length;
  const char *bytes = g_bytes_get_data (packed_odt, &length);
  assert_read (bytes, length, "river");
  bytes = g_bytes_get_data (packed_docx, &length);
  assert_read (bytes, length, "river");
  assert_read (BODY, strlen (BODY), "river.txt");
  assert_read (BODY, strlen (BODY), "river.md");
  assert_read ("<html><p>" BODY, strlen ("<html><p>" BODY), "river");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/article-reader/files", test_files);
  g_test_add_func ("/article-reader/formats", test_formats);
  return g_test_run ();
}
