/* Gaps of sentences are filled once, and only the named ones. */
#include "config.h"

#include "entente-sentence.h"

static void
test_gaps (void)
{
  g_autofree char *filled =
    entente_sentence ("“{file}”, {line}: {other} {", "line", "7", "file", "{line}.csv", NULL);
  g_assert_cmpstr (filled, ==, "“{line}.csv”, 7: {other} {");
}

static void
test_fail (void)
{
  g_autoptr (GError) error = NULL;
  g_assert_false (entente_sentence_fail (&error, ENTENTE_ERROR_INVALID, "{a}%s", "a", "%n", NULL));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, "%n%s");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sentence/gaps", test_gaps);
  g_test_add_func ("/sentence/fail", test_fail);
  return g_test_run ();
}
