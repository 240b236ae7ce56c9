/* Which kinds answer which: the table names kinds that there are, and each move that expects an
 * answer can be refused or taken. */
#include "config.h"

#include "entente-kind-answers.h"

static EntenteLinkType
get_link (const char *answer, const char *move)
{
  EntenteLinkType type;

  g_assert_nonnull (entente_kind_find (answer));
  g_assert_nonnull (entente_kind_find (move));
  g_assert_true (
    entente_kind_may_answer (entente_kind_find (answer), entente_kind_find (move), &type));
  return type;
}

static gboolean
may_answer (const char *answer, const char *move)
{
  EntenteLinkType type;

  return entente_kind_may_answer (entente_kind_find (answer), entente_kind_find (move), &type);
}

static void
test_known_answers (void)
{
  g_assert_cmpint (get_link ("accept-invitation", "invitation"), ==, ENTENTE_LINK_ACCEPTS);
  g_assert_cmpint (get_link ("refuse-offer", "offer"), ==, ENTENTE_LINK_REFUSES);
  g_assert_cmpint (get_link ("counter-offer", "demand"), ==, ENTENTE_LINK_COUNTERS);
  g_assert_cmpint (get_link ("no-comment", "offer"), ==, ENTENTE_LINK_DECLINES_TO_ANSWER);
  g_assert_false (may_answer ("attack", "invitation"));
  g_assert_false (may_answer ("refuse-invitation", "demand"));
  g_assert_false (may_answer ("offer", "invitation"));
  g_assert_false (may_answer ("accept-offer", "statement"));
}

/* A ledger would wait for ever for an answer that no kind can give. */
static void
test_each_can_be_taken_and_refused (void)
{
  for (guint m = 0; m < entente_kind_count (); m++) {
    const EntenteKind *move = entente_kind_get (m);
    gboolean taken = FALSE, refused = FALSE;

    for (guint a = 0; a < entente_kind_count (); a++) {
      EntenteLinkType type;

      if (!entente_kind_may_answer (entente_kind_get (a), move, &type))
        continue;
      g_assert_true (entente_kind_is_reply (entente_kind_get (a)));
      g_assert_true (entente_link_type_is_answer (type));
      taken = taken || type == ENTENTE_LINK_ACCEPTS;
      refused = refused || type == ENTENTE_LINK_REFUSES;
    }
    g_assert_cmpint (taken, ==, move->expects_answer);
    g_assert_cmpint (refused, ==, move->expects_answer);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kind-answers/known", test_known_answers);
  g_test_add_func ("/kind-answers/each-can-be-taken-and-refused",
                   test_each_can_be_taken_and_refused);
  return g_test_run ();
}
