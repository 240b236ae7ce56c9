/* A file read in a set that was guessed wrongly is read anew in the one that was chosen. */
#include "config.h"

#include "entente-article-charset.h"
#include <string.h>

/* "Rozmowy o rzece. Łódź – łąka." in WINDOWS-1250. */
#define BYTES                                                                                      \
  "Rozmowy o rzece\n3 May 2017\n\n\xA3\xF3"                                                        \
  "d\x9F, \xB3\xB9ka.\n"

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **kept = data;

  *kept = g_object_ref (result);
}

static EntenteArticleDraft *
read_in (const EntenteArticleDraft *draft, const char *charset, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  entente_article_read_in_charset_async (draft, charset, NULL, read_cb, &result);
  while (!result)
    g_main_context_iteration (NULL, TRUE);
  return entente_article_read_in_charset_finish (result, error);
}

static void
test_chosen (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteArticleDraft) first =
    entente_article_draft_read_text (BYTES, strlen (BYTES), "rzeka.txt", &error);
  g_autoptr (EntenteArticleDraft) greek = NULL, polish = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (first->charset);
  greek = read_in (first, "WINDOWS-1253", &error);
  g_assert_no_error (error);
  g_assert_null (strstr (greek->revision->text, "Ł"));
  polish = read_in (greek, "WINDOWS-1250", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (polish->charset, ==, "WINDOWS-1250");
  g_assert_cmpstr (polish->revision->text, ==, "Łódź, łąka.\n");
  g_assert_cmpstr (polish->article->published->edtf, ==, "2017-05-03");
  g_assert_cmpstr (polish->revision->source_name, ==, "rzeka.txt");
}

/* What this system cannot read, and what would be no text, is refused with a sentence. */
static void
test_refused (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteArticleDraft) draft =
    entente_article_draft_read_text (BYTES, strlen (BYTES), "rzeka.txt", NULL);

  g_assert_null (read_in (draft, "NO-SUCH-SET", &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "rzeka.txt"));
}

/* Letters of ASCII alone are the same in all of them. */
static void
test_ascii (void)
{
  static const char text[] = "The River Talks\n3 May 2017\n\nThey met.\n";
  g_autoptr (EntenteArticleDraft) draft =
    entente_article_draft_read_text (text, strlen (text), "river.txt", NULL);

  g_assert_null (draft->source);
  g_assert_null (draft->charset);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/article-charset/chosen", test_chosen);
  g_test_add_func ("/article-charset/refused", test_refused);
  g_test_add_func ("/article-charset/ascii", test_ascii);
  return g_test_run ();
}
