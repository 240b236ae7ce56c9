/* Details of articles: newest text, notes and marks in order, what the marks carry. */

#include "config.h"

#include "entente-article-detail.h"
#include "entente-commands.h"
#include "entente-fixture.h"

static void
test_read (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteArticleDetail) detail =
    entente_study_read_article (fixture->study, entente_id_from_key ("report"), &error);
  gint64 last = -1;

  g_assert_no_error (error);
  g_assert_cmpstr (detail->article->title, ==, "A report");
  g_assert_true (g_str_has_prefix (detail->revision->text, "North invited South"));
  g_assert_cmpuint (detail->passages->len, ==, 3);
  g_assert_cmpuint (detail->claims->len, ==, 3);
  for (guint i = 0; i < detail->passages->len; i++) {
    const EntentePassage *passage = g_ptr_array_index (detail->passages, i);

    g_assert_cmpint (passage->start, >=, last);
    last = passage->start;
  }
  g_assert_null (entente_study_read_article (fixture->study, 4711, &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_NOT_FOUND);
}

static void
test_newest (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autoptr (EntenteRevision) revision = entente_revision_new ();
  g_autoptr (EntenteStep) step = NULL;
  g_autoptr (EntenteChangeSet) changes = NULL;
  g_autoptr (EntenteArticleDetail) detail = NULL;
  g_autoptr (GError) error = NULL;

  revision->article = entente_id_from_key ("report");
  revision->number = 2;
  revision->text = g_strdup ("Another text\n");
  step = entente_commands_put (revision);
  changes = entente_study_apply (fixture->study, step, &error);
  g_assert_no_error (error);
  detail = entente_study_read_article (fixture->study, revision->article, &error);
  g_assert_cmpstr (detail->revision->text, ==, "Another text\n");
  g_assert_cmpuint (detail->passages->len, ==, 0);
}

static void
test_without_text (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new ();
  g_autoptr (EntenteArticleDetail) detail = NULL;
  g_autoptr (GError) error = NULL;

  entente_fixture_apply (fixture, "{'do':'add-article','key':'a','title':'A book','authors':'B'}");
  detail = entente_study_read_article (fixture->study, entente_id_from_key ("a"), &error);
  g_assert_no_error (error);
  g_assert_null (detail->revision);
  g_assert_cmpuint (detail->passages->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/article-detail/read", test_read);
  g_test_add_func ("/article-detail/newest", test_newest);
  g_test_add_func ("/article-detail/without-text", test_without_text);
  return g_test_run ();
}
