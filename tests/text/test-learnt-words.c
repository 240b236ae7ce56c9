/* Words that a person taught: they tell their kind, before the table and with all their forms;
 * anything else is left out. */
#include "config.h"

#include "entente-learnt-words.h"
#include "entente-move-patterns.h"
#include "entente-text-moves.h"

/* The moves of the text as "kind who>to", with @word taught. */
static char *
write_moves (const char *text, const char *word, const char *kind)
{
  const EntenteLearntWord learnt = { word, kind };
  g_autoptr (EntenteLearntWords) words = entente_learnt_words_new (&learnt, 1);
  g_autoptr (EntenteTextTokens) tokens = entente_text_tokens_new (text, -1, NULL);
  g_autoptr (EntenteTextActors) actors = entente_text_actors_read (tokens, 0, NULL, 0, NULL);
  g_autoptr (EntenteClauses) clauses = entente_clauses_new_learnt (tokens, actors, words, NULL);
  g_autoptr (EntenteTextMoves) moves = entente_text_moves_read (clauses, 0, NULL);
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < moves->moves->len; i++) {
    const EntenteTextMove *move = &g_array_index (moves->moves, EntenteTextMove, i);
    const GArray *sides[] = { move->who, move->to };

    g_string_append_printf (line, "%s%s ", i > 0 ? "; " : "", move->kind);
    for (guint side = 0; side < 2; side++) {
      for (guint j = 0; j < sides[side]->len; j++) {
        guint actor = g_array_index (sides[side], EntenteParty, j).actor;

        g_string_append (
          line,
          actor == ENTENTE_PARTY_UNNAMED ? "?" : entente_text_actors_get (actors, actor)->name);
      }
      g_string_append (line, side == 0 ? ">" : "");
    }
  }
  return g_string_free (line, FALSE);
}

static void
assert_moves (const char *text, const char *word, const char *kind, const char *wanted)
{
  g_autofree char *line = write_moves (text, word, kind);

  g_assert_cmpstr (line, ==, wanted);
}

/* A verb that the program has never heard of. */
static void
test_new_verb (void)
{
  assert_moves ("Kenya snubbed Uganda.", "unheard/v", "refuse-invitation", "");
  assert_moves ("Kenya snubbed Uganda.",
                "snub/v",
                "refuse-invitation",
                "refuse-invitation Kenya>Uganda");
  assert_moves ("Uganda was snubbed by Kenya.",
                "snub/v",
                "refuse-invitation",
                "refuse-invitation Kenya>Uganda");
  assert_moves ("Kenya is snubbing Uganda.",
                "snub/v",
                "refuse-invitation",
                "refuse-invitation Kenya>Uganda");
  assert_moves ("Kenya has not snubbed Uganda.", "snub/v", "refuse-offer", "");
}

static void
test_particle_and_noun (void)
{
  assert_moves ("Kenya fended off Uganda.",
                "fend/v off",
                "refuse-offer",
                "refuse-offer Kenya>Uganda");
  assert_moves ("Kenya fended Uganda.", "fend/v off", "refuse-offer", "");
  assert_moves ("Kenya made another overture to Uganda.",
                "make/v ~overture",
                "offer",
                "offer Kenya>Uganda");
  assert_moves ("Kenya's overtures to Uganda ended.", "overture/n", "offer", "offer Kenya>Uganda");
}

/* What was taught goes before what the table says; without a kind it tells nothing. */
static void
test_before_table (void)
{
  assert_moves ("Kenya invited Uganda.", "other/v", "appeal", "invitation Kenya>Uganda");
  assert_moves ("Kenya invited Uganda.", "invite/v", "appeal", "appeal Kenya>Uganda");
  assert_moves ("Kenya invited Uganda.", "invite/v", NULL, "");
}

/* It may be a stranger's. */
static void
test_nonsense (void)
{
  static const char *const texts[] = { "",           " ",    "/v",
                                       "/",          "~",    "a b c d e f g",
                                       "~make",      "12/v", "a//v",
                                       "make/v  ~x", "x/q",  "\xc3\xa9" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autofree char *line = write_moves ("Kenya invited Uganda.", texts[i], "appeal");

    g_assert_cmpstr (line, ==, "invitation Kenya>Uganda");
  }
  assert_moves ("Kenya invited Uganda.", "invite/v", "no-such-kind", "invitation Kenya>Uganda");
  g_assert_null (entente_learnt_words_find_verb (NULL, "say"));
  g_assert_null (entente_learnt_words_of_verb (NULL, "say"));
  g_assert_null (entente_learnt_words_of_noun (NULL, "say"));
}

static void
test_forms (void)
{
  const EntenteLearntWord learnt[] = { { "deride/v", "criticism" }, { "envoy", "envoy-named" } };
  g_autoptr (EntenteLearntWords) words = entente_learnt_words_new (learnt, G_N_ELEMENTS (learnt));
  const char *const forms[] = { "deride", "derides", "derided", "deriding", "envoys" };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    g_assert_nonnull (entente_learnt_words_find_verb (words, forms[i]));
  g_assert_null (entente_learnt_words_find_verb (words, "derider"));
  g_assert_cmpuint (entente_learnt_words_of_noun (words, "envoys")->len, ==, 1);
  g_assert_null (entente_learnt_words_of_noun (words, "deride"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/learnt-words/new-verb", test_new_verb);
  g_test_add_func ("/text/learnt-words/particle-and-noun", test_particle_and_noun);
  g_test_add_func ("/text/learnt-words/before-table", test_before_table);
  g_test_add_func ("/text/learnt-words/nonsense", test_nonsense);
  g_test_add_func ("/text/learnt-words/forms", test_forms);
  return g_test_run ();
}
