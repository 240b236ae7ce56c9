/* What words suggest for a position. */
#include "config.h"

#include "entente-position-guess.h"

static void
test_kinds (void)
{
  static const struct {
    const char *text, *kind, *words;
  } samples[] = {
    { "Orland demanded that the border be opened", "demand", "demanded" },
    { "the council insists on a withdrawal", "demand", "insists" },
    { "Vesmar offered to open the harbour", "offer", "offered" },
    { "ready to send grain", "offer", "ready to" },
    { "Orland would talk only if the guns fell silent first", "precondition", "only if" },
    { "they refused to sit down unless the prisoners were freed", "precondition", "unless" },
    { "will not negotiate until the siege ends", "precondition", "until" },
    { "stayed until Sunday and demanded grain", "demand", "demanded" },
    { "the capital will never be divided", "red-line", "never" },
    { "Brenn ruled out a second harbour", "red-line", "ruled out" },
    { "rejected the offer", "rejection", "rejected" },
    { "Orland will not accept the offer", "rejection", "will not" },
    { "the two sides agreed to demand nothing more", "agreement", "agreed" },
    { "declined to comment on the harbour", "silence", "declined to comment" },
    { "Vesmar did not reply to the proposal", "silence", "did not reply" },
    { "a proposal for the harbour", "offer", "proposal" },
    { "the river rose", NULL, NULL },
    { "", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++) {
    g_autofree char *words = NULL;
    int kind = -1;
    gboolean found = entente_position_guess_kind (samples[i].text, &kind, &words);

    g_test_message ("%s", samples[i].text);
    g_assert_cmpstr (found ? entente_enum_nick (ENTENTE_ENUM_POSITION_KIND, kind) : NULL,
                     ==,
                     samples[i].kind);
    g_assert_cmpstr (words, ==, samples[i].words);
  }
}

/* The whole name comes before a part of it; a word with another ending is the same word. */
static void
test_issues (void)
{
  static const EntenteIssueName names[] = {
    { 1, "Prisoners" }, { 2, "Border of the north" },
    { 3, "Harbour" },   { 4, "Withdrawal of troops" },
    { 5, "" },
  };
  g_autoptr (GArray) issues =
    entente_position_guess_issues (names,
                                   G_N_ELEMENTS (names),
                                   "no prisoner leaves before troops cross the border");

  g_assert_cmpuint (issues->len, ==, 3);
  g_assert_cmpint (g_array_index (issues, EntenteId, 0), ==, 1);
  g_assert_cmpint (g_array_index (issues, EntenteId, 1), ==, 2);
  g_assert_cmpint (g_array_index (issues, EntenteId, 2), ==, 4);
}

/* Words that only begin alike are others. */
static void
test_other_words (void)
{
  static const EntenteIssueName names[] = { { 1, "Aid" }, { 2, "Port" } };
  g_autoptr (GArray) issues =
    entente_position_guess_issues (names, G_N_ELEMENTS (names), "the portrait was said to be old");

  g_assert_cmpuint (issues->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/position-guess/kinds", test_kinds);
  g_test_add_func ("/position-guess/issues", test_issues);
  g_test_add_func ("/position-guess/other-words", test_other_words);
  return g_test_run ();
}
