/* Tests of EntenteSummary: kinds by name, what each says, and the day of printing from outside. */

#include "config.h"

#include "entente-summary.h"

#include "entente-harbour.h"
#include "entente-summary-redaction.h"
#include <string.h>

static void
test_kinds (void)
{
  EntenteSummaryKind kind;

  for (guint i = 0; i < ENTENTE_N_SUMMARY_KINDS; i++) {
    g_assert_true (entente_summary_kind_parse (entente_summary_kind_get_nick (i), &kind));
    g_assert_cmpuint (kind, ==, i);
    g_assert_cmpstr (entente_summary_kind_get_label (i), !=, "");
  }
  g_assert_false (entente_summary_kind_parse ("novel", &kind));
  g_assert_false (entente_summary_kind_parse (NULL, &kind));
}

static void
test_source_date_epoch (void)
{
  EntenteSummaryOptions options;

  g_setenv ("SOURCE_DATE_EPOCH", "86400", TRUE);
  entente_summary_options_init (&options);
  g_assert_cmpint (options.printed_time, ==, 86400);
  g_unsetenv ("SOURCE_DATE_EPOCH");
  entente_summary_options_init (&options);
  g_assert_cmpint (options.printed_time, >, 1600000000);
}

/* ---- what each kind says ---- */

static char *
write_text (EntenteSummaryKind kind, EntenteCitations citations, gboolean leave_out_private)
{
  EntenteSummaryOptions options;
  g_autoptr (EntenteDocument) document = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) words = NULL;
  g_autoptr (GString) out = g_string_new (NULL);

  entente_summary_options_init (&options);
  options.kind = kind;
  options.study = "Harbour talks";
  options.coder = "R. K.";
  options.version = 41;
  options.citations = citations;
  options.leave_out_private = leave_out_private;
  document = entente_harbour_make_document (&options);
  text = entente_document_to_text (document);
  words = g_strsplit_set (text, " \n", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (out, "%s ", words[i]);
  return g_string_free (g_steal_pointer (&out), FALSE);
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

static void
test_every_kind_has_its_head (void)
{
  for (guint kind = 0; kind < ENTENTE_N_SUMMARY_KINDS; kind++) {
    g_autofree char *text = write_text (kind, ENTENTE_CITATIONS_NOTES, TRUE);
    const char *const words[] = {
      "Harbour talks ·",
      entente_summary_kind_get_label (kind),
      "2031",
      kind == ENTENTE_SUMMARY_POSITIONS ? "Positions of all actors" : "All moves",
      kind == ENTENTE_SUMMARY_POSITIONS ? "3 of 4 positions" : "4 of 5 events",
      "Version 41",
      "R. K.",
      NULL
    };

    check_order (text, words);
    g_assert_null (strstr (text, "A private word"));
  }
}

static void
test_answers (void)
{
  g_autofree char *text = write_text (ENTENTE_SUMMARY_ANSWERS, ENTENTE_CITATIONS_NOTES, TRUE);
  g_assert_nonnull (strstr (text, "Answered"));
  g_assert_nonnull (strstr (text, "refused by 2:"));
  g_assert_nonnull (strstr (text, "1 move expects an answer"));
  g_assert_null (strstr (text, "Without an answer"));
}

static void
test_dossier (void)
{
  g_autofree char *text = write_text (ENTENTE_SUMMARY_DOSSIER, ENTENTE_CITATIONS_NOTES, TRUE);
  const char *const words[] = { "Port ----",
                                "Moves made (3)",
                                "Port offers",
                                "Moves received (1)",
                                "Union turns",
                                "Partners (1)",
                                "Union 3 1",
                                "Open questions (2)",
                                "Who sat there?",
                                "Union -----",
                                "Moves made (1)",
                                "Moves received (3)",
                                NULL };

  check_order (text, words);
}

static void
test_evidence (void)
{
  g_autofree char *text = write_text (ENTENTE_SUMMARY_EVIDENCE, ENTENTE_CITATIONS_NOTES, TRUE);
  const char *const words[] = { "4 one report",
                                "One report (4)",
                                "Port offers",
                                "Port speaks",
                                NULL };

  check_order (text, words);
}

static void
test_article (void)
{
  g_autofree char *text = write_text (ENTENTE_SUMMARY_ARTICLE, ENTENTE_CITATIONS_NOTES, TRUE);
  const char *const words[] = { "At the quay",
                                "A. Reader",
                                "It tells of 4 of 4 events shown here.",
                                "What no other article tells (4)",
                                "Port offers",
                                "Nothing in the study contradicts it.",
                                NULL };

  check_order (text, words);
}

static void
test_author_date (void)
{
  g_autofree char *text =
    write_text (ENTENTE_SUMMARY_CHRONOLOGY, ENTENTE_CITATIONS_AUTHOR_DATE, TRUE);
  const char *const words[] = { "Sources",
                                "Reader n.d. A. Reader, “At the quay”",
                                "Notes",
                                "All notes: Reader n.d..",
                                NULL };

  check_order (text, words);
}

static EntenteDocument *
make_chronology (EntenteSummaryForm form)
{
  EntenteSummaryOptions options;

  entente_summary_options_init (&options);
  options.study = "Harbour talks";
  options.form = form;
  return entente_harbour_make_document (&options);
}

static void
test_short_forms (void)
{
  for (guint form = ENTENTE_FORM_SHORT; form <= ENTENTE_FORM_COLUMNS; form++) {
    g_autoptr (EntenteDocument) document = make_chronology (form);
    guint n_rows = 0;

    for (guint i = 0; i < document->blocks->len; i++) {
      const EntenteBlock *block = g_ptr_array_index (document->blocks, i);

      g_assert_null (block->entry);
      n_rows += block->table != NULL ? entente_table_get_n_rows (block->table) : 0;
    }
    g_assert_cmpuint (n_rows, ==, 4);
    g_assert_cmpuint (document->notes->len, ==, 4);
  }
}

/* A move stands below who made it. */
static void
test_columns (void)
{
  g_autoptr (EntenteDocument) document = make_chronology (ENTENTE_FORM_COLUMNS);
  const EntenteTable *table = NULL;

  for (guint i = 0; table == NULL; i++)
    table = ((const EntenteBlock *) g_ptr_array_index (document->blocks, i))->table;
  for (guint column = 2; column < table->n_columns; column++) {
    const char *offer = entente_table_get_cell (table, 0, column)->text;
    const char *refusal = entente_table_get_cell (table, 1, column)->text;

    if (g_str_equal (table->columns[column].head, "Port"))
      g_assert_cmpstr (offer, ==, "Port offers a truce");
    else
      g_assert_cmpstr (offer, ==, "");
    if (g_str_equal (table->columns[column].head, "Union"))
      g_assert_cmpstr (refusal, ==, "Union turns it down");
  }
}

/* ---- pseudonyms ---- */

static void
test_redaction (void)
{
  EntenteChronicleBuilder *builder = entente_chronicle_builder_new ();
  const EntenteRowSink *sink = entente_chronicle_builder_get_sink ();
  g_autoptr (EntenteActor) hidden = entente_actor_new ();
  g_autoptr (EntenteActor) shown = entente_actor_new ();
  g_autoptr (EntenteAlias) alias = entente_alias_new ();
  g_autoptr (EntenteChronicle) chronicle = NULL;
  g_autoptr (EntenteChronicle) redacted = NULL;
  const EntenteActor *first;
  guint n;

  hidden->record.id = 1;
  hidden->name = g_strdup ("Ada Lind");
  hidden->short_label = g_strdup ("Lind");
  hidden->pseudonym = g_strdup ("Informant 1");
  shown->record.id = 2;
  shown->name = g_strdup ("Port");
  alias->record.id = 3;
  alias->actor = 1;
  alias->text = g_strdup ("A. L.");
  sink->actor (builder, hidden);
  sink->actor (builder, shown);
  sink->alias (builder, alias);
  chronicle = entente_chronicle_builder_build (builder, 0);
  redacted = entente_summary_redaction_apply (chronicle);
  first = entente_chronicle_get_actor (redacted, 0);
  g_assert_cmpuint (entente_summary_redaction_count (chronicle), ==, 1);
  g_assert_cmpstr (first->name, ==, "Informant 1");
  g_assert_null (first->short_label);
  entente_chronicle_get_aliases (redacted, 0, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpstr (entente_chronicle_get_actor (redacted, 1)->name, ==, "Port");
  g_assert_cmpstr (entente_chronicle_get_actor (chronicle, 0)->name, ==, "Ada Lind");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/summary/kinds", test_kinds);
  g_test_add_func ("/summary/source-date-epoch", test_source_date_epoch);
  g_test_add_func ("/summary/every-kind-has-its-head", test_every_kind_has_its_head);
  g_test_add_func ("/summary/answers", test_answers);
  g_test_add_func ("/summary/dossier", test_dossier);
  g_test_add_func ("/summary/evidence", test_evidence);
  g_test_add_func ("/summary/article", test_article);
  g_test_add_func ("/summary/author-date", test_author_date);
  g_test_add_func ("/summary/short-forms", test_short_forms);
  g_test_add_func ("/summary/columns", test_columns);
  g_test_add_func ("/summary/redaction", test_redaction);
  return g_test_run ();
}
