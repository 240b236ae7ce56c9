/* Events as CSV. The columns are one table: a name and where its value comes from. */
#include "config.h"

#include "entente-events-csv.h"

#include "entente-day-text.h"

#include <string.h>

#define N_CELLS 15

static const char *const names[N_CELLS] = {
  "id",           "date",  "earliest", "latest",    "kind",     "title",    "source", "target",
  "participants", "place", "track",    "judgement", "evidence", "articles", "note",
};

/* What spreadsheets take for the beginning of a formula; full-width forms count as their narrow
 * ones. */
static gboolean
begins_formula (const char *text)
{
  switch (g_utf8_get_char (text)) {
  case '=':
  case '+':
  case '-':
  case '@':
  case '\t':
  case '\r':
  case '\n':
  case 0xFF1D:
  case 0xFF0B:
  case 0xFF0D:
  case 0xFF20:
    return TRUE;
  default:
    return FALSE;
  }
}

void
entente_csv_append_cell (GString *row, EntenteCsvFlavour flavour, const char *text)
{
  gboolean harmless = flavour == ENTENTE_CSV_SPREADSHEET;
  if (text == NULL)
    return;
  gboolean formula = harmless && begins_formula (text);
  gboolean quoted = formula || strpbrk (text, ",;\"\r\n\t") != NULL || text[0] == ' ' ||
                    (text[0] != '\0' && text[strlen (text) - 1] == ' ');
  if (quoted)
    g_string_append_c (row, '"');
  if (formula)
    g_string_append_c (row, '\'');
  for (const char *p = text; *p != '\0'; p++) {
    if (*p == '"')
      g_string_append_c (row, '"');
    g_string_append_c (row, *p);
  }
  if (quoted)
    g_string_append_c (row, '"');
}

static void
append_row (GString *line, EntenteCsvFlavour flavour, const char *const *cells)
{
  for (guint i = 0; i < N_CELLS; i++) {
    if (i > 0)
      g_string_append_c (line, ',');
    entente_csv_append_cell (line, flavour, cells[i]);
  }
  g_string_append (line, flavour == ENTENTE_CSV_SPREADSHEET ? "\r\n" : "\n");
}

static void
append_event (GString *line, EntenteCsvFlavour flavour, const EntenteEventsCsvRow *row)
{
  char id[24];
  g_autofree char *earliest = entente_day_text (row->when, FALSE);
  g_autofree char *latest = entente_day_text (row->when, TRUE);
  g_snprintf (id, sizeof id, "%" G_GINT64_FORMAT, row->id);
  const char *cells[N_CELLS] = {
    id,
    row->when != NULL ? row->when->edtf : NULL,
    earliest,
    latest,
    row->kind,
    row->title,
    row->source,
    row->target,
    row->participants,
    row->place,
    row->track,
    row->judgement,
    row->evidence,
    row->articles,
    row->note,
  };
  append_row (line, flavour, cells);
}

gboolean
entente_events_csv_write (EntenteExport *output,
                          EntenteCsvFlavour flavour,
                          EntenteEventsCsvNext next,
                          gpointer data)
{
  g_autoptr (GString) line =
    g_string_new (flavour == ENTENTE_CSV_SPREADSHEET ? "\xEF\xBB\xBF" : "");
  append_row (line, flavour, names);
  gboolean written = entente_export_write (output, line->str, line->len);
  for (EntenteEventsCsvRow row = { 0 }; written && next (data, &row);
       row = (EntenteEventsCsvRow){ 0 }) {
    g_string_truncate (line, 0);
    append_event (line, flavour, &row);
    written = entente_export_write (output, line->str, line->len);
  }
  return written;
}
