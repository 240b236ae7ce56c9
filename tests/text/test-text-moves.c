/* Moves read out of sentences. */
#include "config.h"

#include "entente-text-moves.h"

static void
append_parties (GString *line, EntenteTextActors *actors, const GArray *parties)
{
  for (guint i = 0; i < parties->len; i++) {
    guint actor = g_array_index (parties, EntenteParty, i).actor;

    g_string_append_printf (
      line,
      "%s%s",
      i > 0 ? "," : "",
      actor == ENTENTE_PARTY_UNNAMED ? "?" : entente_text_actors_get (actors, actor)->name);
  }
}

/* The moves of the text as "kind who>to", in order. */
static char *
write_moves (const char *text)
{
  g_autoptr (EntenteTextTokens) tokens = entente_text_tokens_new (text, -1, NULL);
  g_autoptr (EntenteTextActors) actors = entente_text_actors_read (tokens, 0, NULL, 0, NULL);
  g_autoptr (EntenteClauses) clauses = entente_clauses_new (tokens, actors);
  g_autoptr (EntenteTextMoves) moves = entente_text_moves_read (clauses, 0, NULL);
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < moves->moves->len; i++) {
    const EntenteTextMove *move = &g_array_index (moves->moves, EntenteTextMove, i);

    g_string_append_printf (line, "%s%s ", i > 0 ? "; " : "", move->kind);
    append_parties (line, actors, move->who);
    g_string_append_c (line, '>');
    append_parties (line, actors, move->to);
  }
  return g_string_free (line, FALSE);
}

static void
assert_moves (const char *text, const char *wanted)
{
  g_autofree char *line = write_moves (text);

  g_assert_cmpstr (line, ==, wanted);
}

static void
test_kinds (void)
{
  assert_moves ("Kenya invited Uganda to a conference.", "invitation Kenya>Uganda");
  assert_moves ("Kenya turned down the Ugandan invitation.", "refuse-invitation Kenya>Uganda");
  assert_moves ("Kenya rejected Uganda's latest proposal.", "refuse-offer Kenya>Uganda");
  assert_moves ("Kenya accepted the offer from Uganda.", "accept-offer Kenya>Uganda");
  assert_moves ("Kenya postponed the meeting.", "postponement Kenya>");
  assert_moves ("Kenya accused Uganda of smuggling.", "accusation Kenya>Uganda");
  assert_moves ("Kenya demanded that Uganda close its camps.", "demand Kenya>Uganda");
  assert_moves ("Kenya threatened to impose a blockade on Uganda.", "threat Kenya>Uganda");
  assert_moves ("Kenya praised Uganda.", "praise Kenya>Uganda");
  assert_moves ("Kenya denied the report.", "denial Kenya>");
  assert_moves ("Kenya refused.", "refuse-offer Kenya>");
  assert_moves ("Kenya named the day.", "scheduling Kenya>");
  assert_moves ("Kenya, which invited Uganda, left.", "invitation Kenya>Uganda");
  assert_moves ("Kenya and Uganda initialled an agreement.", "agreement Kenya,Uganda>");
  assert_moves ("Kenya ended the ceasefire with Uganda.", "violation Kenya>Uganda");
  assert_moves ("Kenya gave Uganda ten days to comply.", "ultimatum Kenya>Uganda");
  assert_moves ("Kenya voted down the plan.", "refuse-offer Kenya>");
  assert_moves ("Kenya insisted on a truce.", "demand Kenya>");
  assert_moves ("Kenya was ready to walk out.", "threat Kenya>");
  assert_moves ("Kenya raised tariffs on Uganda.", "sanction Kenya>Uganda");
  assert_moves ("Kenya dropped its objections.", "concession Kenya>");
  assert_moves ("Kenya and Uganda announced a deal.", "agreement Kenya,Uganda>");
}

/* Those who take part alike stand together. */
static void
test_mutual (void)
{
  assert_moves ("Kenya and Uganda signed a treaty.", "agreement Kenya,Uganda>");
  assert_moves ("Kenya held talks with Uganda.", "talks Kenya>Uganda");
  assert_moves ("A meeting between Kenya and Uganda ended.", "talks Kenya,Uganda>");
  assert_moves ("Anna Brennik and Omar Haldan, who met, left.", "talks Anna Brennik,Omar Haldan>");
  assert_moves ("Kenya and Uganda last met in May.", "talks Kenya,Uganda>");
  assert_moves ("Kenya and Uganda met. Each side accused the other of lies.",
                "talks Kenya,Uganda>; accusation Kenya,Uganda>");
  assert_moves ("Kenya mediated, together with Norway.", "mediation Kenya,Norway>");
  assert_moves ("(BBC) Envoys from Kenya invited Uganda.", "invitation Kenya>Uganda");
  assert_moves ("Kenya and Uganda agreed to share the lake.", "agreement Kenya,Uganda>");
}

static void
test_passive (void)
{
  assert_moves ("Uganda was invited by Kenya.", "invitation Kenya>Uganda");
  assert_moves ("The plan was rejected by Kenya.", "refuse-offer Kenya>");
  assert_moves ("The visit has been cancelled.", "cancellation >");
  assert_moves ("Negotiations were suspended by Kenya.", "suspension Kenya>");
}

static void
test_negation (void)
{
  assert_moves ("Kenya did not accept the offer from Uganda.", "refuse-offer Kenya>Uganda");
  assert_moves ("Kenya will not negotiate with Uganda.", "refuse-invitation Kenya>Uganda");
  assert_moves ("Kenya did not invite Uganda.", "");
}

static void
test_future (void)
{
  assert_moves ("Kenya said it would release the prisoners.", "promise Kenya>");
  assert_moves ("Kenya will visit Uganda.", "intent-to-talk Kenya>Uganda");
}

/* What is asked, wanted, supposed or only named is no move. */
static void
test_untold (void)
{
  assert_moves ("Will Kenya invite Uganda?", "");
  assert_moves ("If Kenya invites Uganda, all is well.", "");
  assert_moves ("There is no need for negotiations between Kenya and Uganda.", "");
  assert_moves ("Kenya could invite Uganda.", "");
  assert_moves ("The talks were long.", "");
  assert_moves ("Kenya left without an agreement with Uganda.", "");
  assert_moves ("Kenya is committed to reaching an agreement.", "promise Kenya>");
  assert_moves ("Nobody knew whether Kenya, which was away, would accept the offer.", "");
  assert_moves ("", "");
}

static void
test_saying (void)
{
  assert_moves ("Kenya said that the lake is deep.", "statement Kenya>");
  assert_moves ("Kenya rejected the plan, officials said.", "refuse-offer Kenya>");
  assert_moves ("Kenya's refusal angered Norway.", "refuse-demand Kenya>");
}

static void
test_manner (void)
{
  g_autoptr (EntenteTextTokens) tokens = entente_text_tokens_new (
    "Kenya has reportedly invited Uganda. If this is true, Kenya held talks with Norway.",
    -1,
    NULL);
  g_autoptr (EntenteTextActors) actors = entente_text_actors_read (tokens, 0, NULL, 0, NULL);
  g_autoptr (EntenteClauses) clauses = entente_clauses_new (tokens, actors);
  g_autoptr (EntenteTextMoves) moves = entente_text_moves_read (clauses, 0, NULL);

  g_assert_cmpuint (moves->moves->len, ==, 2);
  g_assert_cmpint (g_array_index (moves->moves, EntenteTextMove, 0).hedge,
                   ==,
                   ENTENTE_HEDGE_REPORTEDLY);
  g_assert_cmpint (g_array_index (moves->moves, EntenteTextMove, 1).mode,
                   ==,
                   ENTENTE_MODE_CONDITIONAL);
}

/* A title tells no moves. */
static void
test_title (void)
{
  g_autoptr (EntenteTextTokens) tokens =
    entente_text_tokens_new ("Kenya invites Uganda\nKenya invited Uganda.", -1, NULL);
  g_autoptr (EntenteTextActors) actors = entente_text_actors_read (tokens, 3, NULL, 0, NULL);
  g_autoptr (EntenteClauses) clauses = entente_clauses_new (tokens, actors);
  g_autoptr (EntenteTextMoves) moves = entente_text_moves_read (clauses, 3, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_assert_cmpuint (moves->moves->len, ==, 1);
  g_cancellable_cancel (cancellable);
  g_assert_null (entente_text_moves_read (clauses, 0, cancellable));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-moves/kinds", test_kinds);
  g_test_add_func ("/text-moves/mutual", test_mutual);
  g_test_add_func ("/text-moves/passive", test_passive);
  g_test_add_func ("/text-moves/negation", test_negation);
  g_test_add_func ("/text-moves/future", test_future);
  g_test_add_func ("/text-moves/untold", test_untold);
  g_test_add_func ("/text-moves/saying", test_saying);
  g_test_add_func ("/text-moves/manner", test_manner);
  g_test_add_func ("/text-moves/title", test_title);
  return g_test_run ();
}
