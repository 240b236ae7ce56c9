/* Texts made to bring a reader to a standstill: each comes in as an article, letter by letter, with
 * a sentence about what was changed or is odd. */
#include "config.h"

#include "entente-article-draft.h"
#include "entente-plain-text.h"

#include <string.h>

#define HEAD "The River Talks\n3 May 2017\n\n"
#define NAME "river.txt"

/* Of the notices those that say this word. */
static guint
count_notices (const EntenteArticleDraft *draft, const char *word)
{
  guint n = 0;
  for (guint i = 0; i < draft->notices->len; i++) {
    n += strstr (draft->notices->pdata[i], word) != NULL;
    g_assert_nonnull (strstr (draft->notices->pdata[i], NAME));
  }
  return n;
}

/* Reads HEAD and @body; what stands below the head must become @expected, and one notice must say
 * @word. */
static void
check (const char *body, gsize length, const char *expected, const char *word)
{
  g_autoptr (GString) bytes = g_string_new (HEAD);
  g_autoptr (GError) error = NULL;
  g_string_append_len (bytes, body, (gssize) length);
  g_autoptr (EntenteArticleDraft) draft =
    entente_article_draft_read_text (bytes->str, bytes->len, NAME, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (draft->article->title, ==, "The River Talks");
  g_assert_true (g_utf8_validate (draft->revision->text, -1, NULL));
  /* Not by g_assert_cmpstr(), which would print megabytes. */
  g_assert_cmpuint (strlen (draft->revision->text), ==, strlen (expected));
  g_assert_true (strcmp (draft->revision->text, expected) == 0);
  if (word != NULL)
    g_assert_cmpuint (count_notices (draft, word), ==, 1);
  else
    g_assert_cmpuint (draft->notices->len, ==, 0);
}

static void
test_word (void)
{
  g_autofree char *word = g_strnfill (100000, 'x');
  g_autofree char *body = g_strconcat ("They met. ", word, " They parted.\n", NULL);
  check (body, strlen (body), body, "word of over 1,000 letters");
}

static void
test_line (void)
{
  g_autoptr (GString) body = g_string_new (NULL);
  while (body->len < 4 * 1024 * 1024)
    g_string_append (body, "The delegations met on the bridge and agreed to speak again. ");
  g_string_append (body, "They parted.\n");
  check (body->str, body->len, body->str, "very long paragraph");
}

/* A hundred kilobytes of accents on one letter: eight stay. */
static void
test_marks (void)
{
  g_autoptr (GString) body = g_string_new ("They met e");
  for (guint i = 0; i < 50000; i++)
    g_string_append_unichar (body, 0x301);
  g_string_append (body, "f.\n");
  g_autoptr (GString) expected = g_string_new ("They met e");
  for (guint i = 0; i < ENTENTE_MAX_MARKS; i++)
    g_string_append_unichar (expected, 0x301);
  g_string_append (expected, "f.\n");
  check (body->str, body->len, expected->str, "49992 beyond eight were dropped");
}

static void
test_bytes (void)
{
  static const char zero[] = "They met\0 on the bridge, and agreed to speak again soon.\n";
  static const char broken[] =
    "They met at caf\xE9, na\xC3\xAFve, d\xC3\xA9j\xC3\xA0 vu, cr\xC3\xA8me.\n";
  static const char cut[] =
    "They met \xE2\x82 and café, café, café, café, café, café, café, café.\n";
  check (zero,
         sizeof zero - 1,
         "They met\uFFFD on the bridge, and agreed to speak again soon.\n",
         "zero byte");
  check (broken,
         sizeof broken - 1,
         "They met at caf\uFFFD, naïve, déjà vu, crème.\n",
         "broken character");
  check (cut,
         sizeof cut - 1,
         "They met \uFFFD\uFFFD and café, café, café, café, café, café, café, café.\n",
         "2 broken characters");
}

/* They stay where they are, for the words are kept; that they are there is told. */
static void
test_turns (void)
{
  static const char body[] = "They met \u202Egnidaer fo\u202C and \u2067spoke\u2069 again.\n";
  static const char arabic[] = "التقى الوفدان \u200Fعلى الجسر القديم.\n";
  check (body, strlen (body), body, "4 hidden marks");
  check (arabic, strlen (arabic), arabic, NULL);
}

/* All at once, and what could be taken for the structure of an article many times over. */
static void
test_structure (void)
{
  g_autoptr (GString) body = g_string_new ("They met.\n\n");
  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (body, "[%u] x [[[ ((( “ \u202E * # > | 1 May 2017\n\n", i);
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) bytes = g_string_new (HEAD);
  g_string_append (bytes, body->str);
  g_autoptr (EntenteArticleDraft) draft =
    entente_article_draft_read_text (bytes->str, bytes->len, NAME, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (draft->revision->text, "They met."));
  g_assert_cmpuint (count_notices (draft, "hidden marks"), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hostile-text/word", test_word);
  g_test_add_func ("/hostile-text/line", test_line);
  g_test_add_func ("/hostile-text/marks", test_marks);
  g_test_add_func ("/hostile-text/bytes", test_bytes);
  g_test_add_func ("/hostile-text/turns", test_turns);
  g_test_add_func ("/hostile-text/structure", test_structure);
  return g_test_run ();
}
