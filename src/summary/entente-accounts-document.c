/* An entry a move; what the two sides say stands where a chronology has the summary. Any thread. */
#include "config.h"

#include "entente-accounts-document.h"

#include <glib/gi18n-lib.h>

static const char *
get_name (const EntenteAccount *account, const EntenteChronicle *chronicle)
{
  const char *name = entente_account_get_name (account, chronicle);

  return name ? name : entente_account_kind_get_label (account->kind);
}

static char *
format_verdict (const EntenteAccountsShown *shown,
                const EntenteChronicle *chronicle,
                EntenteAccountsVerdict verdict)
{
  return entente_accounts_verdict_describe (verdict,
                                            get_name (shown->left, chronicle),
                                            get_name (shown->right, chronicle));
}

static char *
format_printed (gint64 seconds)
{
  EntenteDay day = entente_time_get_day (seconds);
  g_autoptr (EntenteDate) date = entente_date_new_day (day.year, day.month, day.day);

  return entente_date_format (date);
}

static char *
format_imprint (const EntenteSummaryOptions *options, const char *printed)
{
  g_autofree char *version = g_strdup_printf ("%" G_GINT64_FORMAT, options->version);

  if (options->coder && *options->coder)
    return g_strdup_printf (_ ("Version %s of the study, coded by %s, printed %s."),
                            version,
                            options->coder,
                            printed);
  return g_strdup_printf (_ ("Version %s of the study, printed %s."), version, printed);
}

static void
describe (EntenteDocument *document,
          const EntenteSummaryOptions *options,
          const EntenteAccountsShown *shown)
{
  document->study = g_strdup (options->study);
  document->kind = g_strdup (_ ("Accounts side by side"));
  document->title = g_strdup_printf (_ ("%s and %s, side by side"),
                                     get_name (shown->left, document->chronicle),
                                     get_name (shown->right, document->chronicle));
  document->filter = g_strdup (shown->filter);
  document->counts = g_strdup_printf (ngettext ("%u of %u move", "%u of %u moves", shown->n_total),
                                      shown->rows->len,
                                      shown->n_total);
  document->coder = g_strdup (options->coder);
  document->printed_time = options->printed_time;
  document->printed = format_printed (options->printed_time);
  document->imprint = format_imprint (options, document->printed);
}

/* "Both tell it: 3 · They differ: 2 …". */
static char *
format_counts (const EntenteAccountsShown *shown, const EntenteChronicle *chronicle)
{
  guint counts[ENTENTE_N_ACCOUNTS_VERDICTS] = { 0 };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < shown->rows->len; i++)
    counts[((const EntenteAccountsRow *) shown->rows->pdata[i])->verdict]++;
  for (guint i = 0; i < ENTENTE_N_ACCOUNTS_VERDICTS; i++) {
    g_autofree char *label = format_verdict (shown, chronicle, i);

    g_string_append_printf (text, "%s%s: %u", i > 0 ? " · " : "", label, counts[i]);
  }
  return g_string_free (text, FALSE);
}

static void
add_side (GString *text,
          const EntenteAccountsRow *row,
          const EntenteChronicle *chronicle,
          const EntenteAccount *account,
          EntenteAccountsColumn column)
{
  g_autofree char *cell = entente_accounts_row_format_cell (row, chronicle, column);

  g_string_append_printf (text,
                          "%s%s: %s",
                          text->len > 0 ? "\n" : "",
                          get_name (account, chronicle),
                          *cell ? cell : _ ("says nothing of it"));
}

static EntenteEntry *
create_entry (const EntenteAccountsRow *row,
              const EntenteChronicle *chronicle,
              const EntenteAccountsShown *shown,
              guint number)
{
  EntenteEntry *entry = g_new0 (EntenteEntry, 1);
  const EntenteEvent *event = row->detail->event;
  GString *text = g_string_new (NULL);

  entry->number = number;
  entry->event = event->record.id;
  entry->row = entente_chronicle_find_row (chronicle, entry->event);
  entry->when = entente_accounts_row_format_date (row);
  entry->edtf = g_strdup (event->when ? event->when->edtf : "");
  if (entry->row != ENTENTE_NO_INDEX)
    entry->glyph = entente_glyph_for (entente_chronicle_get_kind (chronicle, entry->row),
                                      entente_chronicle_get_evidence (chronicle, entry->row),
                                      event->mode);
  entry->title = entente_accounts_row_format_title (row, chronicle);
  entry->facts = row->verdict == ENTENTE_ACCOUNTS_DIFFER
                   ? entente_accounts_row_describe (row)
                   : format_verdict (shown, chronicle, row->verdict);
  add_side (text, row, chronicle, shown->left, ENTENTE_ACCOUNTS_COLUMN_LEFT);
  add_side (text, row, chronicle, shown->right, ENTENTE_ACCOUNTS_COLUMN_RIGHT);
  entry->summary = g_string_free (text, FALSE);
  return entry;
}

EntenteDocument *
entente_accounts_document_new (const EntenteSummaryOptions *options,
                               EntenteChronicle *chronicle,
                               const EntenteAccountsShown *shown)
{
  g_autoptr (EntenteBitset) covered = entente_bitset_new (entente_chronicle_get_n_rows (chronicle));
  EntenteDocument *document = entente_document_new (chronicle, covered);

  describe (document, options, shown);
  entente_document_take_block (document, ENTENTE_BLOCK_TEXT, format_counts (shown, chronicle));
  for (guint i = 0; i < shown->rows->len; i++) {
    EntenteEntry *entry = create_entry (shown->rows->pdata[i], chronicle, shown, i + 1);

    if (entry->row != ENTENTE_NO_INDEX)
      entente_bitset_add (covered, entry->row);
    entente_document_take_entry (document, entry);
  }
  return document;
}
