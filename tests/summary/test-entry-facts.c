/* Tests of EntenteEntryFacts: moves out of the document are told as such, and answers can be left
 * out. */

#include "config.h"

#include "entente-entry-facts.h"

#include "entente-harbour.h"
#include <string.h>

static char *
format_linked (EntenteLinkType type, EntenteId event, const guint *numbers, gboolean answers)
{
  g_autoptr (EntenteChronicle) chronicle = entente_harbour_make_chronicle_linked (type);
  EntenteSummarySource source = entente_harbour_make_source (0);
  g_autoptr (EntenteEventDetail) detail = source.read_event (source.data, event, NULL);
  EntenteEntryFacts facts = { chronicle,
                              entente_chronicle_find_row (chronicle, event),
                              numbers,
                              answers };

  return entente_entry_facts_format (&facts, detail);
}

static char *
format (EntenteId event, const guint *numbers, gboolean answers)
{
  return format_linked (ENTENTE_LINK_REFUSES, event, numbers, answers);
}

static void
test_shown (void)
{
  const guint numbers[] = { 1, 2, 3, 4, 5 };
  g_autofree char *refusal = format (HARBOUR_REFUSAL, numbers, TRUE);

  g_assert_nonnull (strstr (refusal, "Union to Port"));
  g_assert_nonnull (strstr (refusal, "refuses 1"));
}

static void
test_not_shown (void)
{
  const guint numbers[] = { 0, 1, 2, 3, 4 };
  g_autofree char *refusal = format (HARBOUR_REFUSAL, numbers, TRUE);

  g_assert_nonnull (strstr (refusal, "refuses a move not shown"));
}

static void
test_without_answers (void)
{
  const guint numbers[] = { 1, 2, 3, 4, 5 };
  g_autofree char *refusal = format (HARBOUR_REFUSAL, numbers, FALSE);

  g_assert_null (strstr (refusal, "refuses 1"));
}

/* A move that was only denied is not answered, and does not read as if it were. */
static void
test_no_answer (void)
{
  const guint numbers[] = { 1, 0, 2, 3, 4 };
  g_autofree char *denied = format_linked (ENTENTE_LINK_DENIES, HARBOUR_OFFER, numbers, TRUE);
  g_autofree char *refused = format (HARBOUR_OFFER, numbers, TRUE);

  g_assert_nonnull (strstr (denied, "denied by a move not shown"));
  g_assert_null (strstr (denied, "answered"));
  g_assert_nonnull (strstr (denied, "no answer known"));
  g_assert_nonnull (strstr (refused, "refused by a move not shown"));
  g_assert_null (strstr (refused, "no answer known"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/entry-facts/shown", test_shown);
  g_test_add_func ("/entry-facts/not-shown", test_not_shown);
  g_test_add_func ("/entry-facts/no-answer", test_no_answer);
  g_test_add_func ("/entry-facts/without-answers", test_without_answers);
  return g_test_run ();
}
