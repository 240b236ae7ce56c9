/* entente-cli accounts: what two articles, outlets or parties tell, side by side: as a table, or
 * as a document on pages. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <jansson.h>
#include <string.h>

#include "entente-accounts-document.h"
#include "entente-cli-picture.h"
#include "entente-cli.h"
#include "entente-events-csv.h"
#include "entente-export.h"
#include "entente-pages.h"
#include "entente-study-accounts.h"

typedef enum {
  FORMAT_TABLE,
  FORMAT_CSV,
  FORMAT_JSON,
  FORMAT_TEXT,
  FORMAT_MARKDOWN,
  FORMAT_PDF
} Format;

static const char *const formats[] = { "table", "csv", "json", "text", "markdown", "pdf", NULL };

typedef struct {
  EntenteStudy *study;
  EntenteAccount *left, *right;
  EntenteAccountsRead *read;
  GPtrArray *rows; /* of these, what matches */
  EntenteQuery *query;
} Found;

static void
clear_found (Found *found)
{
  g_clear_object (&found->study);
  g_clear_pointer (&found->left, entente_account_unref);
  g_clear_pointer (&found->right, entente_account_unref);
  g_clear_pointer (&found->read, entente_accounts_read_free);
  g_clear_pointer (&found->rows, g_ptr_array_unref);
  g_clear_pointer (&found->query, entente_query_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Found, clear_found)

/* ---- tables ---- */

static char *
format_table (const Found *found)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < found->rows->len; i++) {
    const EntenteAccountsRow *row = found->rows->pdata[i];

    for (guint column = 0; column < ENTENTE_N_ACCOUNTS_COLUMNS; column++) {
      g_autofree char *cell =
        entente_accounts_row_format_cell (row, found->read->chronicle, column);
      g_autofree char *clean = entente_cli_clean (cell);

      g_string_append_printf (out, "%s%s", column > 0 ? "  |  " : "", *clean ? clean : "–");
    }
    g_string_append_c (out, '\n');
  }
  return g_string_free (out, FALSE);
}

/* Headings are words of the format, whatever the language. */
static char *
format_csv (const Found *found)
{
  GString *out = g_string_new ("when,move,left,verdict,right,differences,event\r\n");

  for (guint i = 0; i < found->rows->len; i++) {
    const EntenteAccountsRow *row = found->rows->pdata[i];
    const EntenteEvent *event = row->detail->event;
    g_autoptr (GString) differences = g_string_new (NULL);

    for (guint column = 0; column < ENTENTE_N_ACCOUNTS_COLUMNS; column++) {
      g_autofree char *cell =
        column == ENTENTE_ACCOUNTS_COLUMN_WHEN ? g_strdup (event->when ? event->when->edtf : "")
        : column == ENTENTE_ACCOUNTS_COLUMN_VERDICT
          ? g_strdup (entente_accounts_verdict_get_nick (row->verdict))
          : entente_accounts_row_format_cell (row, found->read->chronicle, column);

      entente_csv_append_cell (out, ENTENTE_CSV_SPREADSHEET, cell);
      g_string_append_c (out, ',');
    }
    for (guint bit = 0; bit < ENTENTE_N_ACCOUNTS_DIFFERENCES; bit++)
      if (row->differences & (1u << bit))
        g_string_append_printf (differences,
                                "%s%s",
                                differences->len > 0 ? "; " : "",
                                entente_accounts_difference_get_nick (bit));
    entente_csv_append_cell (out, ENTENTE_CSV_SPREADSHEET, differences->str);
    g_string_append_printf (out, ",%" G_GINT64_FORMAT "\r\n", event->record.id);
  }
  return g_string_free (out, FALSE);
}

/* ---- JSON ---- */

static json_t *
make_id (EntenteId id)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  return json_string (text);
}

static json_t *
make_claims (const Found *found, const EntenteAccountsRow *row, const GArray *claims)
{
  json_t *list = json_array ();

  for (guint i = 0; i < claims->len; i++) {
    guint number = g_array_index (claims, guint, i);
    const EntenteClaim *claim = row->detail->claims->pdata[number];
    const char *quote = entente_accounts_row_get_quote (row, number);
    g_autofree char *how =
      entente_accounts_row_describe_claim (row, found->read->chronicle, number);
    json_t *object = json_object ();

    json_object_set_new (object, "id", make_id (claim->record.id));
    json_object_set_new (object, "quote", quote ? json_string (quote) : json_null ());
    json_object_set_new (object, "told", json_string (how));
    json_object_set_new (object,
                         "stance",
                         json_string (entente_enum_nick (ENTENTE_ENUM_STANCE, claim->stance)));
    json_object_set_new (object,
                         "hedge",
                         json_string (entente_enum_nick (ENTENTE_ENUM_HEDGE, claim->hedge)));
    json_array_append_new (list, object);
  }
  return list;
}

static json_t *
make_row (const Found *found, const EntenteAccountsRow *row)
{
  const EntenteEvent *event = row->detail->event;
  g_autofree char *title = entente_accounts_row_format_title (row, found->read->chronicle);
  json_t *object = json_object (), *differences = json_array ();

  for (guint bit = 0; bit < ENTENTE_N_ACCOUNTS_DIFFERENCES; bit++)
    if (row->differences & (1u << bit))
      json_array_append_new (differences, json_string (entente_accounts_difference_get_nick (bit)));
  json_object_set_new (object, "event", make_id (event->record.id));
  json_object_set_new (object, "when", json_string (event->when ? event->when->edtf : ""));
  json_object_set_new (object, "title", json_string (title));
  json_object_set_new (object,
                       "verdict",
                       json_string (entente_accounts_verdict_get_nick (row->verdict)));
  json_object_set_new (object, "differences", differences);
  json_object_set_new (object, "left", make_claims (found, row, row->left));
  json_object_set_new (object, "right", make_claims (found, row, row->right));
  return object;
}

static char *
format_json (const Found *found)
{
  json_t *list = json_array ();
  g_autofree char *text = NULL;

  for (guint i = 0; i < found->rows->len; i++)
    json_array_append_new (list, make_row (found, found->rows->pdata[i]));
  text = json_dumps (list, JSON_INDENT (1));
  json_decref (list);
  return g_strconcat (text, "\n", NULL);
}

/* ---- documents ---- */

static EntenteDocument *
make_document (const Found *found)
{
  g_autofree char *filter = entente_study_read_query (found->study, found->query);
  EntenteSummaryOptions options;
  EntenteAccountsShown shown = { found->left,
                                 found->right,
                                 found->rows,
                                 found->read->rows->len,
                                 filter };

  entente_summary_options_init (&options);
  options.study = entente_study_get_title (found->study);
  options.version = entente_study_get_version (found->study);
  return entente_accounts_document_new (&options, found->read->chronicle, &shown);
}

static gboolean
write_pdf (EntenteDocument *document, EntenteExport *output, GError **error)
{
  EntentePageStyle style;
  g_autoptr (EntentePages) pages = NULL;

  entente_page_style_init (&style, ENTENTE_PAPER_A4, FALSE);
  pages = entente_pages_new (document, &style, NULL, error);
  return pages && entente_pages_write_pdf (pages, entente_cli_write_bytes, output, NULL, error);
}

static gboolean
write_found (const Found *found, Format format, EntenteExport *output, GError **error)
{
  g_autoptr (EntenteDocument) document = NULL;
  g_autofree char *text = NULL;

  if (format >= FORMAT_TEXT)
    document = make_document (found);
  if (format == FORMAT_PDF)
    return write_pdf (document, output, error);
  text = format == FORMAT_TEXT       ? entente_document_to_text (document)
         : format == FORMAT_MARKDOWN ? entente_document_to_markdown (document)
         : format == FORMAT_CSV      ? format_csv (found)
         : format == FORMAT_JSON     ? format_json (found)
                                     : format_table (found);
  entente_export_write (output, text, strlen (text));
  return TRUE;
}

/* ---- the command ---- */

static EntenteAccount *
read_side (EntenteCli *cli, const Found *found, const char *name, GError **error)
{
  const char *text = entente_cli_get_option (cli, name);

  if (text)
    return entente_account_parse (text, entente_study_get_chronicle (found->study), error);
  g_set_error (error, ENTENTE_CLI_USAGE, 0, _ ("Say whose accounts with --left and --right."));
  return NULL;
}

static gboolean
find_rows (EntenteCli *cli, Found *found, GError **error)
{
  g_autoptr (EntenteBitset) matching = NULL;

  if (!(found->query = entente_cli_get_query (cli, found->study, error)) ||
      !(matching = entente_study_match (found->study, found->query, error)) ||
      !(found->read = entente_study_read_accounts (found->study, found->left, found->right, error)))
    return FALSE;
  found->rows = g_ptr_array_new ();
  for (guint i = 0; i < found->read->rows->len; i++) {
    const EntenteAccountsRow *row = found->read->rows->pdata[i];
    guint number =
      entente_chronicle_find_row (found->read->chronicle, row->detail->event->record.id);

    if (entente_bitset_contains (matching, number))
      g_ptr_array_add (found->rows, (gpointer) row);
  }
  if (found->read->n_left_out > 0)
    entente_cli_say (ngettext ("%u more move is left out: choose with a query.",
                               "%u more moves are left out: choose with a query.",
                               found->read->n_left_out),
                     found->read->n_left_out);
  return TRUE;
}

static gboolean
run_accounts (EntenteCli *cli, GError **error)
{
  g_auto (Found) found = { 0 };
  GError *failed = NULL;
  EntenteExport *output;
  guint format;

  if (!entente_cli_choose (cli, "format", formats, &format, error) ||
      !(found.study = entente_cli_open (cli, ENTENTE_OPEN_READ_ONLY, error)) ||
      !(found.left = read_side (cli, &found, "left", error)) ||
      !(found.right = read_side (cli, &found, "right", error)) || !find_rows (cli, &found, error) ||
      !(output = entente_export_begin (entente_cli_get_output (cli), error)))
    return FALSE;
  write_found (&found, format, output, &failed);
  return entente_export_end (output, failed, error);
}

static const char *const accounts_options[] = {
  "left=", "right=", "format=", "o=", "output=", NULL
};

const EntenteCliCommand entente_cli_accounts = {
  .name = "accounts",
  .usage = "STUDY --left article:ID|outlet:NAME|party:NAME --right … [QUERY]"
           " [--format table|csv|json|text|markdown|pdf] [-o FILE]",
  .summary = N_ ("Sets side by side what two articles, outlets or parties tell: what both do, in "
                 "what they differ, and of what one is silent."),
  .options = accounts_options,
  .min_arguments = 1,
  .max_arguments = 1,
  .takes_query = TRUE,
  .run = run_accounts,
};
