/* Told as past or as to come. */
#include "config.h"

#include "entente-time-expression.h"

#include <string.h>

static void
test_tense (void)
{
  static const struct {
    const char *text; /* with one time */
    int tense;
  } cases[] = {
    { "They met on Monday", -1 },
    { "The two sides signed on Monday", -1 },
    { "They will meet on Monday", 1 },
    { "Talks will be held on Monday", 1 },
    { "Talks were held on Monday", -1 },
    { "They agreed to meet on Monday", 1 },
    { "They agreed on Monday", -1 },
    { "North invited South to talks on Monday", -1 },
    { "They failed to meet on Monday", -1 },
    { "On Monday the minister said so", -1 },
    { "On Monday the port is closed", 0 },
    { "He left. It is open until Monday", 1 },
    { "a Monday deadline passed", 1 },
    { "they must free the detained by Monday", 1 },
    { "They agreed to a peace plan on Monday", -1 },
    { "They plan to meet on Monday", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    const char *text = cases[i].text;
    g_autoptr (GArray) tokens =
      entente_time_tokens_cut (entente_time_lexicon_get ("en"), text, 0, strlen (text));
    EntenteTimeReader reader = { text,
                                 (const EntenteToken *) (const void *) tokens->data,
                                 tokens->len };
    guint range = 0;
    g_autoptr (GArray) list = entente_time_expressions_read (&reader, &range);

    g_assert_cmpuint (list->len, ==, 1);
    if (g_array_index (list, EntenteTimeExpression, 0).tense != cases[i].tense)
      g_test_fail_printf ("%s: not %d", text, cases[i].tense);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/time-tense/tense", test_tense);
  return g_test_run ();
}
