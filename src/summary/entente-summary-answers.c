/* Answers and silences: each move that expects an answer, with its answer and the days between, or
 * for how long there was no word; and planned things with what became of them. A silence is counted
 * to the last dated event of the study, not to today: what comes after it was not read.
 */

#include "config.h"

#include "entente-summary-private.h"

#include "entente-entry-facts.h"
#include "entente-scene.h"
#include <glib/gi18n-lib.h>

static gboolean
is_shown (const EntenteSummaryBuilder *builder, guint row)
{
  return builder->numbers[row] != 0;
}

/* "refused by 8: Union turns it down" */
static void
add_answer (EntenteSummaryBuilder *builder, EntenteTable *table, const EntenteThread *thread)
{
  const char *type = entente_link_type_passive_label (thread->type);
  const char *inferred = thread->basis == ENTENTE_LINK_INFERRED
                           ? entente_enum_label (ENTENTE_ENUM_LINK_BASIS, ENTENTE_LINK_INFERRED)
                           : NULL;
  GString *text = g_string_new (NULL);
  guint note = 0;

  if (is_shown (builder, thread->row)) {
    g_string_append_printf (text, C_ ("done by", "%s %u"), type, builder->numbers[thread->row]);
    g_string_append_printf (text, ": %s", builder->moves[thread->row].title);
    note = entente_summary_builder_cite (builder, thread->row);
  } else {
    g_string_append_printf (text, C_ ("done by", "%s a move not shown"), type);
  }
  if (inferred != NULL)
    g_string_append_printf (text, " (%s)", inferred);
  entente_table_take (table, g_string_free (text, FALSE), note);
}

static void
add_days (EntenteSummaryBuilder *builder, EntenteTable *table, guint row, guint answer)
{
  char *days = entente_scene_format_days (builder->chronicle, row, answer);

  entente_table_take (table, days != NULL ? days : g_strdup (_ ("not known")), 0);
}

/* The move itself stands beside the first of its answers only. */
static void
add_answered (EntenteSummaryBuilder *builder, EntenteTable *table, guint row)
{
  guint n;
  const EntenteThread *threads = entente_chronicle_get_answered_by (builder->chronicle, row, &n);
  gboolean first = TRUE;

  for (guint i = 0; i < n; i++) {
    if (!entente_link_type_is_answer (threads[i].type))
      continue;
    if (first) {
      entente_summary_builder_add_number (builder, table, row);
      entente_summary_builder_add_date (builder, table, row);
      entente_summary_builder_add_move (builder, table, row);
    } else {
      for (guint column = 0; column < 3; column++)
        entente_table_take (table, g_strdup (""), 0);
    }
    add_answer (builder, table, &threads[i]);
    add_days (builder, table, row, threads[i].row);
    first = FALSE;
  }
}

/* ---- silences ---- */

/* "at least 137 days": from the end of what the date may be to the last dated event. Free. */
static char *
format_silence (const EntenteSummaryBuilder *builder, guint row)
{
  EntenteSpan window = entente_chronicle_get_window (builder->chronicle, row);
  EntenteSpan extent;
  guint days;

  if (!entente_chronicle_get_extent (builder->chronicle, &extent) ||
      window.end == ENTENTE_TIME_MAX || window.end > extent.end)
    return g_strdup (_ ("not known"));
  days = (guint) ((extent.end - window.end) / ENTENTE_SECONDS_PER_DAY);
  return g_strdup_printf (ngettext ("at least %u day", "at least %u days", days), days);
}

static void
add_silent (EntenteSummaryBuilder *builder, EntenteTable *table, guint row)
{
  EntenteEntryFacts facts = { builder->chronicle, row, builder->numbers, FALSE };

  entente_summary_builder_add_number (builder, table, row);
  entente_summary_builder_add_date (builder, table, row);
  entente_summary_builder_add_move (builder, table, row);
  entente_table_take (table, entente_entry_facts_format_parties (&facts), 0);
  entente_table_take (table, format_silence (builder, row), 0);
}

/* "A silence is counted to the last dated event of the study, 31 October 2018." */
static void
explain_silence (EntenteSummaryBuilder *builder)
{
  EntenteSpan extent;
  EntenteDay day;
  g_autoptr (EntenteDate) date = NULL;
  g_autofree char *last = NULL;
  g_autofree char *text = NULL;

  if (!entente_chronicle_get_extent (builder->chronicle, &extent))
    return;
  day = entente_time_get_day (extent.end - 1);
  date = entente_date_new_day (day.year, day.month, day.day);
  last = entente_date_format (date);
  text =
    g_strdup_printf (_ ("Silence is counted up to the last dated event of the study, %s."), last);
  entente_summary_builder_add_text (builder, text);
}

/* ---- planned things ---- */

/* "scheduled, then postponed by 7; first planned for 3 March 2018" */
static char *
format_stages (const EntenteSummaryBuilder *builder, guint row)
{
  EntenteStatus status = entente_chronicle_get_status (builder->chronicle, row);
  GString *text = g_string_new (entente_enum_label (ENTENTE_ENUM_STATUS, status));
  guint n;
  const EntenteThread *threads = entente_chronicle_get_answered_by (builder->chronicle, row, &n);

  for (guint i = 0; i < n; i++) {
    const char *type = entente_link_type_passive_label (threads[i].type);

    if (is_shown (builder, threads[i].row)) {
      g_string_append (text, "; ");
      g_string_append_printf (text,
                              C_ ("done by", "%s %u"),
                              type,
                              builder->numbers[threads[i].row]);
      g_string_append_printf (text, ", %s", builder->moves[threads[i].row].when);
    } else {
      g_string_append (text, "; ");
      g_string_append_printf (text, C_ ("done by", "%s a move not shown"), type);
    }
  }
  return g_string_free (text, FALSE);
}

/* ---- the whole ---- */

typedef struct {
  EntenteTable *answered, *silent, *planned;
  guint n_answered, n_silent;
} Tables;

/* Rows first, tables one after the other: notes are numbered in the order in which they are read.
 */
static void
fill_tables (EntenteSummaryBuilder *builder, Tables *tables, EntenteAnswered answered)
{
  const EntenteBitset *rows = builder->document->rows;

  for (guint row = entente_bitset_next (rows, 0); row != G_MAXUINT;
       row = entente_bitset_next (rows, row + 1)) {
    if (entente_chronicle_get_answered (builder->chronicle, row) != answered)
      continue;
    if (answered == ENTENTE_ANSWERED_YES) {
      add_answered (builder, tables->answered, row);
      tables->n_answered++;
    } else {
      add_silent (builder, tables->silent, row);
      tables->n_silent++;
    }
  }
}

static void
fill_planned (EntenteSummaryBuilder *builder, EntenteTable *table)
{
  const EntenteBitset *rows = builder->document->rows;

  for (guint row = entente_bitset_next (rows, 0); row != G_MAXUINT;
       row = entente_bitset_next (rows, row + 1)) {
    if (entente_chronicle_get_status (builder->chronicle, row) == ENTENTE_STATUS_NONE)
      continue;
    entente_summary_builder_add_number (builder, table, row);
    entente_summary_builder_add_date (builder, table, row);
    entente_summary_builder_add_move (builder, table, row);
    entente_table_take (table, format_stages (builder, row), 0);
  }
}

static Tables
make_tables (void)
{
  const char *number = C_ ("head of a column", "No.");
  const EntenteColumn answered[] = { { number, 0.06 },
                                     { _ ("Date"), 0.19 },
                                     { _ ("Move"), 0.32 },
                                     { _ ("Answer"), 0.29 },
                                     { _ ("After"), 0.14 } };
  const EntenteColumn silent[] = { { number, 0.06 },
                                   { _ ("Date"), 0.19 },
                                   { _ ("Move"), 0.34 },
                                   { _ ("By whom"), 0.25 },
                                   { _ ("No word since"), 0.16 } };
  const EntenteColumn planned[] = { { number, 0.06 },
                                    { _ ("Date"), 0.19 },
                                    { _ ("Plan"), 0.37 },
                                    { _ ("What became of it"), 0.38 } };

  return (Tables){ entente_table_new (answered, G_N_ELEMENTS (answered)),
                   entente_table_new (silent, G_N_ELEMENTS (silent)),
                   entente_table_new (planned, G_N_ELEMENTS (planned)),
                   0,
                   0 };
}

static void
add_section (EntenteSummaryBuilder *builder, const char *heading, EntenteTable *table)
{
  if (entente_table_get_n_rows (table) > 0)
    entente_summary_builder_add_heading (builder, heading);
  entente_summary_builder_take_table (builder, table);
}

static void
add_lead (EntenteSummaryBuilder *builder, const Tables *tables)
{
  guint n = tables->n_answered + tables->n_silent;
  g_autofree char *text =
    g_strdup_printf (ngettext ("%u move expects an answer: %u was answered, %u was not.",
                               "%u moves expect an answer: %u were answered, %u were not.",
                               n),
                     n,
                     tables->n_answered,
                     tables->n_silent);

  entente_summary_builder_add_text (builder,
                                    n > 0 ? text : _ ("None of these moves expects an answer."));
}

gboolean
entente_summary_fill_answers (EntenteSummaryBuilder *builder, GError **error)
{
  Tables tables;

  if (!entente_summary_builder_read (builder, builder->document->rows, NULL, NULL, error))
    return FALSE;
  tables = make_tables ();
  entente_summary_builder_set_title (builder, _ ("What was answered, and what was not"));
  fill_tables (builder, &tables, ENTENTE_ANSWERED_YES);
  fill_tables (builder, &tables, ENTENTE_ANSWERED_NO);
  fill_planned (builder, tables.planned);
  add_lead (builder, &tables);
  add_section (builder, _ ("Answered"), tables.answered);
  add_section (builder, _ ("Without an answer"), tables.silent);
  if (tables.n_silent > 0)
    explain_silence (builder);
  add_section (builder, _ ("Planned things"), tables.planned);
  return TRUE;
}
