/* Files to articles without ids, and files that are none. */
#include "config.h"

#include "entente-article-draft.h"

#include <string.h>

#define BODY "The two delegations met on the old bridge and agreed to speak again.[1]"

static EntenteArticleDraft *
read_text (const char *text, gsize length, const char *name)
{
  g_autoptr (GError) error = NULL;
  EntenteArticleDraft *draft = entente_article_draft_read_text (text, length, name, &error);
  g_assert_no_error (error);
  return draft;
}

static void
test_whole (void)
{
  static const char text[] =
    "\xEF\xBB\xBFThe River Talks\nBy Maya Ortiz and Jan de Vries\n3 May 2017\n\n" BODY
    "\n\n[1] Bay Post, 2 April 2017\n";
  g_autoptr (EntenteArticleDraft) draft = read_text (text, strlen (text), "river.txt");
  EntenteFootnote *note = draft->footnotes->pdata[0];
  g_assert_cmpstr (draft->article->title, ==, "The River Talks");
  g_assert_cmpstr (draft->article->authors, ==, "Maya Ortiz; Jan de Vries");
  g_assert_cmpstr (draft->article->published->edtf, ==, "2017-05-03");
  g_assert_cmpstr (draft->revision->text, ==, BODY "\n");
  g_assert_cmpstr (draft->revision->source_name, ==, "river.txt");
  g_assert_cmpint (draft->revision->number, ==, 1);
  g_assert_cmpuint (strlen (draft->revision->sha256), ==, 64);
  g_assert_cmpstr (note->marker, ==, "1");
  g_assert_cmpint (note->position, ==, (gint64) strlen (BODY) - 3);
  g_assert_cmpstr (note->cited_date->edtf, ==, "2017-04-02");
  g_assert_cmpstr (note->cited_source, ==, "Bay Post");
  g_assert_cmpint (draft->article->record.id, ==, ENTENTE_ID_NONE);
  g_assert_cmpuint (draft->offset, ==, 3);
}

static void
test_poor (void)
{
  g_autoptr (EntenteArticleDraft) draft = read_text (BODY, strlen (BODY), "my notes.txt");
  g_assert_cmpstr (draft->article->title, ==, "my notes");
  g_assert_null (draft->article->authors);
  g_assert_null (draft->article->published);
  g_assert_cmpuint (draft->notices->len, ==, 2);
}

static void
test_refused (void)
{
  static const struct {
    const char *bytes;
    gsize length;
  } cases[] = {
    { "%PDF-1.7 ...", 12 },
    { "PK\003\004....", 8 },
    { "{\\rtf1 x}", 9 },
    { "SQLite format 3\0", 16 },
    { "\n <!DOCTYPE html><p>x", 21 },
    { "\x89PNG\r\n\x1a\n", 8 },
    { "", 0 },
    { " \n ", 3 },
    { "Only A Title\n", 13 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_assert_null (
      entente_article_draft_read_text (cases[i].bytes, cases[i].length, "river.x", &error));
    g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_INVALID);
    g_assert_nonnull (strstr (error->message, "river.x"));
  }
}

/* ---- lines ---- */

static EntenteLineUse *
dup_uses (const EntenteArticleDraft *draft)
{
  const GArray *lines = draft->structure->lines;
  EntenteLineUse *uses = g_new (EntenteLineUse, lines->len);
  for (guint i = 0; i < lines->len; i++)
    uses[i] = g_array_index (lines, EntenteStructureLine, i).use;
  return uses;
}

/* A note that is text, text that is a note, and a line that is neither; and all of it back. */
static void
test_lines (void)
{
  static const char text[] = "The River Talks\n3 May 2017\n\n" BODY "\n\nThey went home.\n\n"
                             "[1] Bay Post, 2 April 2017\n";
  g_autoptr (EntenteArticleDraft) draft = read_text (text, strlen (text), "river.txt");
  g_autofree EntenteLineUse *uses = dup_uses (draft);
  g_autofree char *before = g_strdup (draft->revision->text);
  guint n = draft->structure->lines->len;
  g_assert_cmpuint (n, ==, 5);
  g_assert_cmpint (uses[4], ==, ENTENTE_LINE_IS_NOTE);
  uses[4] = ENTENTE_LINE_IS_BODY;
  uses[3] = ENTENTE_LINE_IS_NOTE;
  g_assert_true (entente_article_draft_use_lines (draft, uses, n, NULL));
  g_assert_cmpstr (draft->revision->text, ==, BODY "\n[1] Bay Post, 2 April 2017\n");
  g_assert_cmpuint (draft->footnotes->len, ==, 1);
  g_assert_cmpstr (((EntenteFootnote *) draft->footnotes->pdata[0])->text, ==, "They went home.");
  uses[4] = ENTENTE_LINE_IS_LEFT_OUT;
  uses[3] = ENTENTE_LINE_IS_AUTHOR;
  g_assert_true (entente_article_draft_use_lines (draft, uses, n, NULL));
  g_assert_cmpstr (draft->revision->text, ==, BODY "\n");
  g_assert_cmpuint (draft->footnotes->len, ==, 0);
  g_assert_cmpstr (draft->article->authors, ==, "They went home.");
  g_assert_nonnull (strstr (draft->article->note, "Bay Post"));
  uses[4] = ENTENTE_LINE_IS_NOTE;
  uses[3] = ENTENTE_LINE_IS_BODY;
  g_assert_true (entente_article_draft_use_lines (draft, uses, n, NULL));
  g_assert_cmpstr (draft->revision->text, ==, before);
  g_assert_cmpint (((EntenteFootnote *) draft->footnotes->pdata[0])->position,
                   ==,
                   (gint64) strlen (BODY) - 3);
  g_assert_null (draft->article->note);
}

/* Somebody has to leave a text; what was written of the article stays. */
static void
test_no_lines (void)
{
  static const char text[] = "The River Talks\n3 May 2017\n\n" BODY "\n";
  g_autoptr (EntenteArticleDraft) draft = read_text (text, strlen (text), "river.txt");
  g_autofree EntenteLineUse *uses = dup_uses (draft);
  g_autoptr (GError) error = NULL;
  uses[2] = ENTENTE_LINE_IS_LEFT_OUT;
  g_assert_false (entente_article_draft_use_lines (draft, uses, 3, &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_INVALID);
  g_assert_cmpstr (draft->revision->text, ==, BODY "\n");
  g_free (draft->article->title);
  draft->article->title = g_strdup ("Typed");
  uses[2] = ENTENTE_LINE_IS_BODY;
  uses[1] = ENTENTE_LINE_IS_BODY;
  g_assert_true (entente_article_draft_use_lines (draft, uses, 3, NULL));
  g_assert_cmpstr (draft->article->title, ==, "Typed");
  g_assert_cmpstr (draft->revision->text, ==, "3 May 2017\n" BODY "\n");
}

/* The name of the file dates an article that does not do so itself. */
static void
test_date_of_name (void)
{
  static const struct {
    const char *name, *text, *published;
  } cases[] = {
    { "2019-03-12_salt-road.txt", "The Salt Road\n\nKenya accepted.\n", "2019-03-12" },
    { "Talks 20190312.txt", "The Salt Road\n\nKenya accepted.\n", "2019-03-12" },
    { "2019-03-12.txt", "The Salt Road\n14 June 2019\n\nKenya accepted.\n", "2019-06-14" },
    { "doc-12345678.txt", "The Salt Road\n\nKenya accepted.\n", NULL },
    { "20191345.txt", "The Salt Road\n\nKenya accepted.\n", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (EntenteArticleDraft) draft = entente_article_draft_read_text (cases[i].text,
                                                                             strlen (cases[i].text),
                                                                             cases[i].name,
                                                                             &error);

    g_assert_no_error (error);
    if (cases[i].published == NULL) {
      g_assert_null (draft->article->published);
    } else {
      g_assert_nonnull (draft->article->published);
      g_assert_cmpstr (draft->article->published->edtf, ==, cases[i].published);
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/article-draft/whole", test_whole);
  g_test_add_func ("/article-draft/poor", test_poor);
  g_test_add_func ("/article-draft/refused", test_refused);
  g_test_add_func ("/article-draft/lines", test_lines);
  g_test_add_func ("/article-draft/no-lines", test_no_lines);
  g_test_add_func ("/article-draft/date-of-name", test_date_of_name);
  return g_test_run ();
}
