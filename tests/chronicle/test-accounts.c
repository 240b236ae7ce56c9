/* Verdicts over two accounts of a move: what each does with it, and what they say that excludes
 * each other. */
#include "config.h"

#include "entente-accounts.h"

#include <string.h>

#define LEFT "The Left Paper"
#define RIGHT "The Right Paper"

typedef struct {
  EntenteChronicle *chronicle;
  EntenteEventDetail *detail;
  EntenteAccount *left, *right;
} Case;

static Case
make_case (void)
{
  Case c = { 0 };

  c.chronicle = entente_chronicle_new_empty ();
  c.detail = entente_event_detail_new ();
  c.detail->event = entente_event_new ();
  c.detail->event->kind = g_strdup ("talks");
  c.detail->event->title = g_strdup ("They met");
  c.detail->event->when = entente_date_parse ("2018-07", NULL);
  c.left = entente_account_new (ENTENTE_ACCOUNT_OUTLET, ENTENTE_ID_NONE, LEFT);
  c.right = entente_account_new (ENTENTE_ACCOUNT_OUTLET, ENTENTE_ID_NONE, RIGHT);
  return c;
}

static void
clear_case (Case *c)
{
  entente_chronicle_unref (c->chronicle);
  entente_event_detail_unref (c->detail);
  entente_account_unref (c->left);
  entente_account_unref (c->right);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Case, clear_case)

static EntenteClaim *
add_claim (Case *c, const char *outlet, EntenteStance stance)
{
  EntenteClaim *claim = entente_claim_new ();
  EntentePassage *passage = entente_passage_new ();

  claim->outlet_name = g_strdup (outlet);
  claim->stance = stance;
  passage->quote = g_strdup ("the two sat down");
  g_ptr_array_add (c->detail->claims, claim);
  g_ptr_array_add (c->detail->articles, NULL);
  g_ptr_array_add (c->detail->passages, passage);
  g_ptr_array_add (c->detail->footnotes, NULL);
  return claim;
}

static void
assert_verdict (Case *c, EntenteAccountsVerdict verdict, guint differences, const char *words)
{
  g_autoptr (EntenteAccountsRow) row =
    entente_accounts_row_new (c->chronicle, c->detail, c->left, c->right);
  g_autofree char *described = entente_accounts_row_describe (row);

  g_assert_cmpint (row->verdict, ==, verdict);
  g_assert_cmphex (row->differences, ==, differences);
  g_assert_cmpstr (described, ==, words);
}

static void
test_silence (void)
{
  g_auto (Case) c = make_case ();

  g_assert_null (entente_accounts_row_new (c.chronicle, c.detail, c.left, c.right));
  add_claim (&c, RIGHT, ENTENTE_STANCE_ASSERTS);
  assert_verdict (&c, ENTENTE_ACCOUNTS_RIGHT, 0, "Only the right");
  g_clear_pointer (&c.right, entente_account_unref);
  c.right = entente_account_new (ENTENTE_ACCOUNT_OUTLET, ENTENTE_ID_NONE, "Another");
  g_assert_null (entente_accounts_row_new (c.chronicle, c.detail, c.left, c.right));
}

static void
test_match (void)
{
  g_auto (Case) c = make_case ();

  add_claim (&c, LEFT, ENTENTE_STANCE_ASSERTS);
  assert_verdict (&c, ENTENTE_ACCOUNTS_LEFT, 0, "Only the left");
  add_claim (&c, RIGHT, ENTENTE_STANCE_CONFIRMS)->claimed_when =
    entente_date_parse ("2018-07-23", NULL);
  assert_verdict (&c, ENTENTE_ACCOUNTS_MATCH, 0, "Both tell it");
}

static void
test_values (void)
{
  g_auto (Case) c = make_case ();
  EntenteClaim *left = add_claim (&c, LEFT, ENTENTE_STANCE_ASSERTS);
  EntenteClaim *right = add_claim (&c, RIGHT, ENTENTE_STANCE_ASSERTS);

  left->claimed_when = entente_date_parse ("2018-07-23", NULL);
  right->claimed_when = entente_date_parse ("2018-07-26", NULL);
  assert_verdict (&c, ENTENTE_ACCOUNTS_DIFFER, ENTENTE_ACCOUNTS_DATE, "They differ: date");
  right->claimed_kind = g_strdup ("telephone");
  left->claimed_text = g_strdup ("four hours");
  right->claimed_text = g_strdup ("four days");
  assert_verdict (&c,
                  ENTENTE_ACCOUNTS_DIFFER,
                  ENTENTE_ACCOUNTS_DATE | ENTENTE_ACCOUNTS_KIND | ENTENTE_ACCOUNTS_OTHER,
                  "They differ: date, kind of move, other values");
}

/* What is hedged excludes nothing, but it is not told as sure. */
static void
test_hedge (void)
{
  g_auto (Case) c = make_case ();
  EntenteClaim *right;

  add_claim (&c, LEFT, ENTENTE_STANCE_ASSERTS);
  right = add_claim (&c, RIGHT, ENTENTE_STANCE_ASSERTS);
  right->hedge = ENTENTE_HEDGE_REPORTEDLY;
  right->claimed_when = entente_date_parse ("2019", NULL);
  assert_verdict (&c, ENTENTE_ACCOUNTS_DIFFER, ENTENTE_ACCOUNTS_HEDGE, "They differ: hedge");
}

static void
test_denial (void)
{
  g_auto (Case) c = make_case ();

  add_claim (&c, LEFT, ENTENTE_STANCE_DENIES);
  add_claim (&c, RIGHT, ENTENTE_STANCE_ASSERTS);
  assert_verdict (&c, ENTENTE_ACCOUNTS_DIFFER, ENTENTE_ACCOUNTS_DENIAL, "They differ: denial");
}

static void
test_both_deny (void)
{
  g_auto (Case) c = make_case ();

  add_claim (&c, LEFT, ENTENTE_STANCE_DENIES);
  add_claim (&c, RIGHT, ENTENTE_STANCE_DENIES);
  assert_verdict (&c, ENTENTE_ACCOUNTS_MATCH, 0, "Both tell it");
}

static void
test_will_not_say (void)
{
  g_auto (Case) c = make_case ();

  add_claim (&c, LEFT, ENTENTE_STANCE_NEITHER);
  add_claim (&c, RIGHT, ENTENTE_STANCE_ASSERTS);
  assert_verdict (&c, ENTENTE_ACCOUNTS_DIFFER, ENTENTE_ACCOUNTS_STANCE, "They differ: stance");
}

/* What the two sides say of their own accord is not set against the event, nor one claim against
 * itself. */
static void
test_same_claims (void)
{
  g_auto (Case) c = make_case ();

  add_claim (&c, LEFT, ENTENTE_STANCE_ASSERTS)->claimed_when = entente_date_parse ("2015", NULL);
  g_clear_pointer (&c.right, entente_account_unref);
  c.right = entente_account_ref (c.left);
  assert_verdict (&c, ENTENTE_ACCOUNTS_MATCH, 0, "Both tell it");
}

static void
test_cells (void)
{
  static const char *const cells[] = { "July 2018",
                                       "They met",
                                       "“the two sat down” (The Left Paper · asserts · reportedly)",
                                       "Only the left",
                                       "" };
  g_auto (Case) c = make_case ();
  g_autoptr (EntenteAccountsRow) row = NULL;

  add_claim (&c, LEFT, ENTENTE_STANCE_ASSERTS)->hedge = ENTENTE_HEDGE_REPORTEDLY;
  row = entente_accounts_row_new (c.chronicle, c.detail, c.left, c.right);
  for (guint i = 0; i < ENTENTE_N_ACCOUNTS_COLUMNS; i++) {
    g_autofree char *cell = entente_accounts_row_format_cell (row, c.chronicle, i);

    g_assert_cmpstr (cell, ==, cells[i]);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/accounts/silence", test_silence);
  g_test_add_func ("/accounts/match", test_match);
  g_test_add_func ("/accounts/values", test_values);
  g_test_add_func ("/accounts/hedge", test_hedge);
  g_test_add_func ("/accounts/denial", test_denial);
  g_test_add_func ("/accounts/both-deny", test_both_deny);
  g_test_add_func ("/accounts/will-not-say", test_will_not_say);
  g_test_add_func ("/accounts/same-claims", test_same_claims);
  g_test_add_func ("/accounts/cells", test_cells);
  return g_test_run ();
}
