/* Spellings that a search must not tell apart; never too many of them. */
#include "config.h"

#include "entente-search-variants.h"

#include <string.h>

static gboolean
has (GPtrArray *variants, const char *word)
{
  for (guint i = 0; i < variants->len; i++)
    if (g_str_equal (variants->pdata[i], word))
      return TRUE;
  return FALSE;
}

static void
assert_means (const char *typed, const char *written)
{
  g_autoptr (GPtrArray) variants = entente_search_variants (typed, strlen (typed));

  g_test_message ("%s: %s", typed, written);
  g_assert_true (has (variants, written));
  g_assert_cmpuint (variants->len, <=, ENTENTE_SEARCH_MAX_VARIANTS);
}

static void
test_variants (void)
{
  assert_means ("isik", "is\u0131k");
  assert_means ("\u0131s\u0131k", "isik");
  assert_means ("I\u015f\u0131k", "i\u015f\u0131k");
  assert_means ("\u0130stanbul", "istanbul");
  assert_means ("\u0623\u062d\u0645\u062f", "\u0627\u062d\u0645\u062f");
  assert_means ("\u0627\u062d\u0645\u062f", "\u0623\u062d\u0645\u062f");
  assert_means ("\u0639\u0644\u064a", "\u0639\u0644\u06cc");
  assert_means ("\u0643\u0627\u0628\u0644", "\u06a9\u0627\u0628\u0644");
  assert_means ("\u0645\u0640\u062d\u0645\u064f\u062f", "\u0645\u062d\u0645\u062f");
}

/* A word without such letters is itself; a long one has not all of its variants, and still each
 * letter. */
static void
test_few (void)
{
  g_autoptr (GPtrArray) plain = entente_search_variants ("talks about", 5);
  g_autoptr (GPtrArray) many = entente_search_variants ("iiiiiiiiiiiiiiii", 16);

  g_assert_cmpuint (plain->len, ==, 1);
  g_assert_true (has (plain, "talks"));
  g_assert_cmpuint (many->len, <=, ENTENTE_SEARCH_MAX_VARIANTS);
  for (guint i = 0; i < many->len; i++)
    g_assert_cmpint (g_utf8_strlen (many->pdata[i], -1), ==, 16);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search-variants/variants", test_variants);
  g_test_add_func ("/search-variants/few", test_few);
  return g_test_run ();
}
