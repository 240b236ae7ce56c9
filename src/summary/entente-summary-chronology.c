/* EntenteChronology: every event that the filter shows, in order, with date, parties, evidence,
 * answers and note; or in short, as a table with a line for each, or with a column for each actor.
 */

#include "config.h"

#include "entente-summary-private.h"

#include "entente-entry-facts.h"
#include "entente-order-words.h"
#include <glib/gi18n-lib.h>

/* ---- entries ---- */

static char *
dup_or_null (const char *text)
{
  return text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

static void
set_date (EntenteEntry *entry, const EntenteDate *when, gboolean told)
{
  entry->when = entente_date_format (when);
  entry->edtf = g_strdup (when->edtf);
  entry->told = told ? dup_or_null (when->wording) : NULL;
  entry->bound = dup_or_null (when->bound_reason);
}

static EntenteEntry *
make_entry (EntenteSummaryBuilder *builder, guint row, const EntenteEventDetail *detail)
{
  EntenteEntry *entry = g_new0 (EntenteEntry, 1);
  g_autoptr (EntenteDate) when = entente_summary_builder_get_date (builder, detail);
  EntenteEntryFacts facts = { builder->chronicle,
                              row,
                              builder->numbers,
                              builder->options->answers };
  EntenteCitationStyle style = entente_summary_builder_get_style (builder);
  char *note = entente_citation_format (detail, &style);

  entry->number = builder->numbers[row];
  entry->row = row;
  entry->event = detail->event->record.id;
  set_date (entry, when, builder->options->told);
  entry->glyph = entente_glyph_for (entente_chronicle_get_kind (builder->chronicle, row),
                                    entente_chronicle_get_evidence (builder->chronicle, row),
                                    detail->event->mode);
  entry->title = entente_order_format_title (builder->chronicle, detail->event);
  entry->facts = entente_entry_facts_format (&facts, detail);
  entry->summary = dup_or_null (detail->event->summary);
  if (note != NULL)
    entry->note = entente_document_take_note (builder->document, note);
  return entry;
}

/* ---- in short ---- */

static void
add_short_rows (EntenteSummaryBuilder *builder, gboolean dated)
{
  const EntenteColumn columns[] = { { C_ ("head of a column", "No."), 0.07 },
                                    { _ ("Date"), 0.25 },
                                    { _ ("Move"), 0.40 },
                                    { _ ("By whom"), 0.28 } };
  EntenteTable *table = entente_table_new (columns, G_N_ELEMENTS (columns));
  const EntenteBitset *rows = builder->document->rows;

  for (guint row = entente_bitset_next (rows, 0); row != G_MAXUINT;
       row = entente_bitset_next (rows, row + 1)) {
    EntenteEntryFacts facts = { builder->chronicle, row, builder->numbers, FALSE };

    if (entente_lane_index_is_on_shelf (builder->lanes, row) == dated)
      continue;
    entente_summary_builder_add_number (builder, table, row);
    entente_summary_builder_add_date (builder, table, row);
    entente_summary_builder_add_move (builder, table, row);
    entente_table_take (table, entente_entry_facts_format_parties (&facts), 0);
  }
  entente_summary_builder_take_table (builder, table);
}

/* ---- in columns ---- */

#define MAX_COLUMNS 4 /* of actors; others share one */

/* Column of the first who made the move and has one; that of the others otherwise. */
static guint
find_column (const EntenteSummaryBuilder *builder, const GArray *actors, guint row)
{
  guint n;
  const EntentePart *parts = entente_chronicle_get_parts (builder->chronicle, row, &n);

  for (guint i = 0; i < n; i++)
    for (guint k = 0; parts[i].role == ENTENTE_ROLE_INITIATOR && k < actors->len; k++)
      if (entente_summary_stands_for (builder,
                                      row,
                                      parts[i].actor,
                                      g_array_index (actors, guint32, k)))
        return k;
  return actors->len;
}

static EntenteTable *
make_columns (const EntenteSummaryBuilder *builder, const GArray *actors)
{
  EntenteColumn columns[MAX_COLUMNS + 3] = { { C_ ("head of a column", "No."), 0.06 },
                                             { _ ("Date"), 0.16 } };
  double share = 0.78 / (actors->len + 1);

  for (guint k = 0; k < actors->len; k++) {
    guint32 actor = g_array_index (actors, guint32, k);

    columns[k + 2].head = entente_chronicle_get_actor (builder->chronicle, actor)->name;
    columns[k + 2].share = share;
  }
  columns[actors->len + 2] = (EntenteColumn){ C_ ("lane", "Others"), share };
  return entente_table_new (columns, actors->len + 3);
}

static void
add_column_row (EntenteSummaryBuilder *builder,
                EntenteTable *table,
                const GArray *actors,
                guint row)
{
  guint column = find_column (builder, actors, row);

  entente_summary_builder_add_number (builder, table, row);
  entente_summary_builder_add_date (builder, table, row);
  for (guint k = 0; k <= actors->len; k++) {
    if (k == column)
      entente_summary_builder_add_move (builder, table, row);
    else
      entente_table_take (table, g_strdup (""), 0);
  }
}

static void
add_columns (EntenteSummaryBuilder *builder, gboolean dated)
{
  guint n_all;
  g_autoptr (GArray) actors = entente_summary_choose_actors (builder, MAX_COLUMNS, &n_all);
  EntenteTable *table = make_columns (builder, actors);
  const EntenteBitset *rows = builder->document->rows;

  for (guint row = entente_bitset_next (rows, 0); row != G_MAXUINT;
       row = entente_bitset_next (rows, row + 1))
    if (entente_lane_index_is_on_shelf (builder->lanes, row) != dated)
      add_column_row (builder, table, actors, row);
  entente_summary_builder_take_table (builder, table);
}

/* ---- rows of any form ---- */

static gboolean
add_rows (EntenteSummaryBuilder *builder, gboolean dated, GError **error)
{
  const EntenteBitset *rows = builder->document->rows;

  if (builder->options->form == ENTENTE_FORM_SHORT)
    add_short_rows (builder, dated);
  else if (builder->options->form == ENTENTE_FORM_COLUMNS)
    add_columns (builder, dated);
  if (builder->options->form != ENTENTE_FORM_FULL)
    return TRUE;
  for (guint row = entente_bitset_next (rows, 0); row != G_MAXUINT;
       row = entente_bitset_next (rows, row + 1)) {
    g_autoptr (EntenteEventDetail) detail = NULL;

    if (entente_lane_index_is_on_shelf (builder->lanes, row) == dated)
      continue;
    detail = entente_summary_builder_read_row (builder, row, error);
    if (detail == NULL)
      return FALSE;
    entente_document_take_entry (builder->document, make_entry (builder, row, detail));
  }
  return TRUE;
}

static gboolean
add_undated (EntenteSummaryBuilder *builder, GError **error)
{
  guint n = builder->document->n_undated;

  if (n == 0)
    return TRUE;
  if (!builder->options->undated) {
    entente_document_take_block (
      builder->document,
      ENTENTE_BLOCK_TEXT,
      g_strdup_printf (
        ngettext ("%u undated move is not shown.", "%u undated moves are not shown.", n),
        n));
    return TRUE;
  }
  entente_document_take_block (builder->document, ENTENTE_BLOCK_HEADING, g_strdup (_ ("Undated")));
  return add_rows (builder, FALSE, error);
}

/* ---- the whole ---- */

gboolean
entente_summary_fill_chronology (EntenteSummaryBuilder *builder, GError **error)
{
  EntenteDocument *document = builder->document;

  entente_summary_builder_set_title (builder, _ ("Who moved, and who answered"));
  if (builder->options->figure && document->n_undated < entente_bitset_count (document->rows))
    entente_document_take_block (document, ENTENTE_BLOCK_FIGURE, NULL);
  if (builder->options->form != ENTENTE_FORM_FULL &&
      !entente_summary_builder_read (builder, document->rows, NULL, NULL, error))
    return FALSE;
  return add_rows (builder, TRUE, error) && add_undated (builder, error);
}
