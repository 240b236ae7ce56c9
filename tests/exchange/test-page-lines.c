/* Lines of pages to paragraphs. */
#include "config.h"

#include "entente-page-lines.h"

#include <string.h>

static EntenteArticleDraft *
read_pages (const char *text, EntentePageLines *found)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteArticleParts) parts = entente_article_parts_new ();
  *found = entente_page_lines_read (parts, text);
  EntenteArticleDraft *draft = entente_article_parts_finish (parts, "river.pdf", &error);
  g_assert_no_error (error);
  return draft;
}

static void
test_pages (void)
{
  EntentePageLines found;
  g_autoptr (EntenteArticleDraft) draft = read_pages (
    "Bay Post\n\nThe River Talks\n\nBy Maya Ortiz\n3 May 2017\n\n"
    "The two delegations met on the old bridge, where a cease-fire holds, and agreed to "
    "nego-\ntiate "
    "again before the harvest.1 Nobody had\n\n1 Ferry Gazette, 2 April 2017, page 3,\nand other "
    "papers\n\n1\n\f"
    "Bay Post\n\nasked the fishers about the cease-\nfire.\n\nThe river-\nBank stayed empty until "
    "the "
    "last boat had gone.2\n\n2 Interview, 1 May 2017\n\n2\n\f"
    "Bay Post\n\nThen the lamps went out and everybody walked home in the rain.\n\n3\n\f",
    &found);
  g_assert_cmpstr (draft->article->title, ==, "The River Talks");
  g_assert_cmpstr (draft->article->authors, ==, "Maya Ortiz");
  g_assert_cmpstr (draft->article->published->edtf, ==, "2017-05-03");
  g_assert_cmpstr (
    draft->revision->text,
    ==,
    "The two delegations met on the old bridge, where a cease-fire holds, and agreed to "
    "negotiate again before the harvest.1 Nobody had asked the fishers about the "
    "cease-fire.\n"
    "The river-Bank stayed empty until the last boat had gone.2\n"
    "Then the lamps went out and everybody walked home in the rain.\n");
  g_assert_cmpuint (found.n_furniture, ==, 6);
  g_assert_cmpuint (found.n_mended, ==, 1);
  g_assert_cmpuint (draft->footnotes->len, ==, 2);
  g_assert_cmpstr (((EntenteFootnote *) draft->footnotes->pdata[0])->text,
                   ==,
                   "Ferry Gazette, 2 April 2017, page 3, and other papers");
  g_assert_cmpint (((EntenteFootnote *) draft->footnotes->pdata[0])->position, >, 0);
}

/* One page: nothing can be seen to repeat; a year at its foot is no number of a page. */
static void
test_one_page (void)
{
  EntentePageLines found;
  g_autoptr (EntenteArticleDraft) draft = read_pages (
    "The River Talks\n\nThe two delegations met on the old bridge and agreed to speak "
    "again before the harvest -\nor so they said in the spring.\n\nThe year was\n2017\n",
    &found);
  g_assert_nonnull (strstr (draft->revision->text, "before the harvest - or so they said"));
  g_assert_nonnull (strstr (draft->revision->text, "The year was 2017"));
  g_assert_cmpuint (found.n_furniture, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page-lines/pages", test_pages);
  g_test_add_func ("/page-lines/one-page", test_one_page);
  return g_test_run ();
}
