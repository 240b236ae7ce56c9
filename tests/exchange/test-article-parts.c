/* Pieces of a file become one text with its notes. */
#include "config.h"

#include "entente-article-parts.h"

#include <string.h>

static EntenteArticleDraft *
finish (EntenteArticleParts *parts)
{
  g_autoptr (GError) error = NULL;
  EntenteArticleDraft *draft = entente_article_parts_finish (parts, "river.x", &error);
  g_assert_no_error (error);
  return draft;
}

static void
test_text (void)
{
  g_autoptr (EntenteArticleParts) parts = entente_article_parts_new ();
  parts->known.title = g_strdup ("  The River\n Talks ");
  parts->otherwise.authors = g_strdup ("Maya Ortiz");
  entente_article_parts_add (parts, "  The de\u00ADle", -1);
  entente_article_parts_add (parts, "gations \n\t met.", -1);
  entente_article_parts_add_mark (parts, "b");
  entente_article_parts_begin_note (parts, "b");
  entente_article_parts_add (parts, " Bay Post, ", -1);
  entente_article_parts_end_paragraph (parts);
  entente_article_parts_add (parts, "3 May 2017", -1);
  entente_article_parts_end_note (parts);
  entente_article_parts_add (parts, " Then", -1);
  entente_article_parts_add_mark (parts, "a");
  entente_article_parts_add (parts, " they went.", -1);
  entente_article_parts_end_paragraph (parts);
  entente_article_parts_end_paragraph (parts);
  entente_article_parts_add_lines (parts, "one\n  two\n", -1);
  entente_article_parts_add_mark (parts, "b");
  entente_article_parts_begin_note (parts, "a");
  entente_article_parts_add (parts, "Interview", -1);
  g_autoptr (EntenteArticleDraft) draft = finish (parts);
  const EntenteFootnote *first = draft->footnotes->pdata[0];
  const EntenteFootnote *second = draft->footnotes->pdata[1];
  g_assert_cmpstr (draft->article->title, ==, "The River Talks");
  g_assert_cmpstr (draft->article->authors, ==, "Maya Ortiz");
  g_assert_cmpstr (draft->revision->text,
                   ==,
                   "The delegations met.[1] Then[2] they went.\none\ntwo\n[1]\n");
  g_assert_cmpstr (first->text, ==, "Bay Post, 3 May 2017");
  g_assert_cmpint (first->position, ==, 20);
  g_assert_cmpstr (second->text, ==, "Interview");
  g_assert_cmpuint (draft->notices->len, ==, 2);
}

/* A title that reads like a sentence, or like a date, is no part of the text. */
static void
test_title (void)
{
  static const char *const titles[] = {
    "They met. They spoke. They went home again, and nobody knew what had been said on the bridge.",
    "3 May 2017",
    "[1] Notes",
    "By the river",
    "Notes"
  };
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++) {
    g_autoptr (EntenteArticleParts) parts = entente_article_parts_new ();
    parts->known.title = g_strdup (titles[i]);
    entente_article_parts_add (parts,
                               "The delegations met on the bridge and spoke until the evening.",
                               -1);
    entente_article_parts_add_mark (parts, "x");
    entente_article_parts_begin_note (parts, "x");
    entente_article_parts_add (parts, "Bay Post", -1);
    entente_article_parts_end_note (parts);
    g_autoptr (EntenteArticleDraft) draft = finish (parts);
    const EntenteFootnote *note = draft->footnotes->pdata[draft->footnotes->len - 1];
    g_assert_cmpstr (draft->article->title, ==, titles[i]);
    g_assert_cmpstr (draft->revision->text,
                     ==,
                     "The delegations met on the bridge and spoke until the evening.[1]\n");
    g_assert_true (g_str_has_prefix (draft->revision->text + note->position, "[1]"));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/article-parts/text", test_text);
  g_test_add_func ("/article-parts/title", test_title);
  return g_test_run ();
}
