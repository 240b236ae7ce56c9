/* Tests of positions in summaries: what was on the table on a day, and the positions of an actor
 * over time. */

#include "config.h"

#include "entente-harbour.h"
#include "entente-summary.h"
#include <string.h>

static char *
write_text (EntenteSummaryOptions *options, const char *on)
{
  g_autoptr (EntenteDate) day = on != NULL ? entente_date_parse (on, NULL) : NULL;
  g_autoptr (EntenteDocument) document = NULL;

  options->study = "Harbour talks";
  if (day != NULL)
    options->on = entente_date_get_window (day);
  document = entente_harbour_make_document (options);
  return entente_document_to_markdown (document);
}

static char *
write_positions (const char *on)
{
  EntenteSummaryOptions options;

  entente_summary_options_init (&options);
  options.kind = ENTENTE_SUMMARY_POSITIONS;
  return write_text (&options, on);
}

static void
check_order (const char *text, const char *const *words)
{
  const char *at = text;

  for (guint i = 0; words[i] != NULL; i++) {
    const char *found = strstr (at, words[i]);

    if (found == NULL)
      g_test_message ("%s is not after what stands before it in: %s", words[i], text);
    g_assert_nonnull (found);
    at = found + strlen (words[i]);
  }
}

/* Before the first day of which anything is sure; the other side is not there yet. */
static void
test_before (void)
{
  g_autofree char *text = write_positions ("2031-04-30");
  const char *const words[] = {
    "# What was on the table on 30 April 2031",
    "**1 of 4 positions on the table on 30 April 2031, 1 of them perhaps**",
    "| Issue | Port | Union |",
    "| Pay |  | perhaps already: rejection |",
    "## Pay",
    "| Union | rejection: Not so little[^1] | by 10 May 2031 | perhaps already; not replaced in "
    "this record |",
    "On the table at another time only: Port.",
    NULL
  };

  check_order (text, words);
  g_assert_null (strstr (text, "Sundays"));
}

/* "In May": until its end nobody knows which of the two stood. */
static void
test_within (void)
{
  g_autofree char *text = write_positions ("2031-05-15");
  const char *const words[] = {
    "**3 of 4 positions on the table on 15 May 2031, 2 of them perhaps**",
    "| Pay | perhaps still: demand; perhaps already: offer | rejection |",
    "## Pay",
    "| Port | demand: Work on Sundays[^1] | 2 May 2031 | perhaps still; perhaps replaced by offer, "
    "May 2031 |",
    "| Port | offer: Two per cent[^2] | May 2031 | perhaps already; perhaps replaced by demand, 2 "
    "May 2031 |",
    "| Union | rejection: Not so little[^3] | by 10 May 2031 | on the table; not replaced in this "
    "record |",
    "## Undated positions (1)",
    "| Union | demand: Five per cent[^4] | undated | undated |",
    "## Open questions (1)",
    "Who sat there?",
    "All notes: A. Reader, “At the quay”.",
    "[^1]: par. 2, “union”.",
    "[^4]: par. 2, “union”.",
    NULL
  };

  check_order (text, words);
}

/* Without a day it is the last one of which the record tells, here that of the talks. */
static void
test_last_day (void)
{
  g_autofree char *text = write_positions (NULL);
  const char *const words[] = {
    "# What was on the table on 1 June 2031",
    "**3 of 4 positions on the table on 1 June 2031, 2 of them perhaps**",
    NULL
  };

  check_order (text, words);
}

static void
test_dossier (void)
{
  EntenteSummaryOptions options;
  g_autofree char *text = NULL;
  const char *const words[] = {
    "## Port",
    "### Positions over time (2)",
    "| 2 May 2031 | Pay | demand: Work on Sundays[^5] | perhaps replaced by offer, May 2031 |",
    "| May 2031 | Pay | offer: Two per cent[^6] | perhaps replaced by demand, 2 May 2031 |",
    "### Open questions (2)",
    "| Who sat there?[^2] | Own questions |",
    "| When was “Port speaks”?[^3] | Undated events |",
    "## Union",
    "### Positions over time (2)",
    "| by 10 May 2031 | Pay | rejection: Not so little[^7] | not replaced in this record |",
    "| undated | Pay | demand: Five per cent[^8] |",
    NULL
  };

  entente_summary_options_init (&options);
  options.kind = ENTENTE_SUMMARY_DOSSIER;
  text = write_text (&options, NULL);
  check_order (text, words);
}

/* Positions rest on articles too: these are listed where notes name them in short. */
static void
test_sources (void)
{
  EntenteSummaryOptions options;
  g_autofree char *text = NULL;
  const char *const words[] = { "## Sources", "Reader n.d.", "All notes: Reader n.d.", NULL };

  entente_summary_options_init (&options);
  options.kind = ENTENTE_SUMMARY_POSITIONS;
  options.citations = ENTENTE_CITATIONS_AUTHOR_DATE;
  text = write_text (&options, NULL);
  check_order (text, words);
}

/* Nothing is made up where nobody took a position. */
static void
test_none (void)
{
  EntenteSummaryOptions options;
  g_autoptr (EntenteChronicle) chronicle = entente_harbour_make_chronicle ();
  g_autoptr (EntenteBitset) rows =
    entente_bitset_new_full (entente_chronicle_get_n_rows (chronicle));
  g_autoptr (EntenteQuery) query = entente_query_new ();
  EntenteSummarySource source = entente_harbour_make_source (0);
  g_autoptr (EntenteDocument) document = NULL;
  const EntenteBlock *block;

  entente_summary_options_init (&options);
  options.kind = ENTENTE_SUMMARY_POSITIONS;
  options.study = "Harbour talks";
  source.read_positions = NULL;
  source.read_questions = NULL;
  document = entente_summary_build (&options, chronicle, query, rows, &source, NULL, NULL);
  g_assert_cmpuint (document->blocks->len, ==, 1);
  block = g_ptr_array_index (document->blocks, 0);
  g_assert_cmpstr (block->text, ==, "They took no position in this record.");
  g_assert_cmpuint (document->notes->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/summary-positions/before", test_before);
  g_test_add_func ("/summary-positions/within", test_within);
  g_test_add_func ("/summary-positions/last-day", test_last_day);
  g_test_add_func ("/summary-positions/dossier", test_dossier);
  g_test_add_func ("/summary-positions/sources", test_sources);
  g_test_add_func ("/summary-positions/none", test_none);
  return g_test_run ();
}
