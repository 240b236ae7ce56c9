/* What positions are called. */
#include "config.h"

#include "entente-position-text.h"

/* Also when what it names is not there. */
static void
test_words (void)
{
  g_autoptr (EntenteChronicle) chronicle = entente_chronicle_new_empty ();
  g_autoptr (EntentePosition) position = entente_position_new ();
  g_autofree char *text = NULL, *kind = NULL;

  position->actor = 7;
  position->kind = ENTENTE_POSITION_RED_LINE;
  position->text = g_strdup ("Never");
  text = entente_position_describe (position, chronicle);
  kind = entente_position_kind_dup_label (position->kind);
  g_assert_cmpstr (text, ==, "? · No issue · Red line · undated\n“Never”");
  g_assert_cmpstr (kind, ==, "Red line");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/position-text/words", test_words);
  return g_test_run ();
}
