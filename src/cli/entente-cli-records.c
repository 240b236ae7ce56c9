/* EntenteCliRecords: one writer for all lists.
 *
 * A table is as wide as its first rows ask for; later cells that are wider push their line out
 * rather than being cut, so that nothing is hidden from who searches the output.
 */

#include "config.h"

#include "entente-cli-records.h"

#include <string.h>

#include "entente-cli.h"
#include "entente-export.h"

#define MEASURED_ROWS 500
#define MAX_WIDTH 60
#define GAP 2

struct _EntenteCliRecords {
  EntenteExport *output;
  EntenteListing listing;
  EntenteCliFormat format;
  EntenteCsvFlavour flavour;
  guint n_written;
  GPtrArray *waiting; /* rows (char **) whose widths are measured first; NULL when that is done */
  guint *widths;
};

static void
put (EntenteCliRecords *self, const char *text, gsize length)
{
  entente_export_write (self->output, text, length);
}

/* ---- table ---- */

/* Columns of a terminal that @text takes. */
static guint
measure (const char *text)
{
  guint width = 0;

  for (; *text; text = g_utf8_next_char (text)) {
    gunichar c = g_utf8_get_char (text);

    if (!g_unichar_iszerowidth (c))
      width += g_unichar_iswide (c) ? 2 : 1;
  }
  return width;
}

static void
put_row (EntenteCliRecords *self, char **cells)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; cells[i]; i++) {
    guint width = measure (cells[i]);

    g_string_append (line, cells[i]);
    for (; cells[i + 1] && width < self->widths[i] + GAP; width++)
      g_string_append_c (line, ' ');
    if (cells[i + 1] && width > self->widths[i] + GAP)
      g_string_append (line, "  ");
  }
  while (line->len > 0 && line->str[line->len - 1] == ' ')
    g_string_truncate (line, line->len - 1);
  g_string_append_c (line, '\n');
  put (self, line->str, line->len);
}

static void
put_waiting (EntenteCliRecords *self)
{
  g_autoptr (GPtrArray) waiting = g_steal_pointer (&self->waiting);

  for (guint i = 0; waiting && i < waiting->len; i++)
    put_row (self, g_ptr_array_index (waiting, i));
}

/* Keeps the row until widths are known; takes it. */
static void
add_row (EntenteCliRecords *self, char **cells)
{
  if (!self->waiting) {
    put_row (self, cells);
    g_strfreev (cells);
    return;
  }
  for (guint i = 0; cells[i]; i++)
    self->widths[i] = MAX (self->widths[i], MIN (measure (cells[i]), MAX_WIDTH));
  g_ptr_array_add (self->waiting, cells);
  if (self->waiting->len == MEASURED_ROWS)
    put_waiting (self);
}

static char **
make_cells (EntenteCliRecords *self, json_t *record)
{
  guint n = entente_listing_get_n_main (self->listing);
  char **cells = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++) {
    g_autofree char *cell = record ? entente_listing_get_cell (self->listing, i, record)
                                   : g_strdup (entente_listing_get_column (self->listing, i));

    cells[i] = entente_cli_clean (cell);
  }
  return cells;
}

/* ---- CSV and JSON ---- */

static void
put_csv (EntenteCliRecords *self, json_t *record)
{
  g_autoptr (GString) line = g_string_new (NULL);

  if (record)
    entente_listing_append_csv_row (self->listing, self->flavour, record, line);
  else
    entente_listing_append_csv_header (self->listing, line);
  put (self, line->str, line->len);
}

static void
put_json (EntenteCliRecords *self, json_t *record)
{
  char *text = json_dumps (record, JSON_COMPACT);

  put (self, self->n_written ? ",\n" : "[\n", 2);
  put (self, text, strlen (text));
  free (text);
}

/* ---- all ---- */

EntenteCliRecords *
entente_cli_records_begin (const char *path,
                           EntenteListing listing,
                           EntenteCliFormat format,
                           EntenteCsvFlavour flavour,
                           GError **error)
{
  EntenteExport *output = entente_export_begin (path, error);
  EntenteCliRecords *self;

  if (!output)
    return NULL;
  self = g_new0 (EntenteCliRecords, 1);
  self->output = output;
  self->listing = listing;
  self->format = format;
  self->flavour = flavour;
  self->widths = g_new0 (guint, entente_listing_get_n_columns (listing));
  self->waiting = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  if (format == ENTENTE_CLI_TABLE)
    add_row (self, make_cells (self, NULL));
  else if (format == ENTENTE_CLI_CSV)
    put_csv (self, NULL);
  return self;
}

void
entente_cli_records_add (EntenteCliRecords *self, json_t *record)
{
  switch (self->format) {
  case ENTENTE_CLI_TABLE:
    add_row (self, make_cells (self, record));
    break;
  case ENTENTE_CLI_CSV:
    put_csv (self, record);
    break;
  case ENTENTE_CLI_JSON:
  default:
    put_json (self, record);
  }
  self->n_written++;
  json_decref (record);
}

static EntenteExport *
end (EntenteCliRecords *self)
{
  EntenteExport *output = self->output;

  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  g_free (self->widths);
  g_free (self);
  return output;
}

gboolean
entente_cli_records_commit (EntenteCliRecords *self, GError **error)
{
  if (self->format == ENTENTE_CLI_TABLE)
    put_waiting (self);
  if (self->format == ENTENTE_CLI_JSON && self->n_written == 0)
    put (self, "[]\n", 3);
  else if (self->format == ENTENTE_CLI_JSON)
    put (self, "\n]\n", 3);
  return entente_export_commit (end (self), error);
}

void
entente_cli_records_abort (EntenteCliRecords *self)
{
  entente_export_abort (end (self));
}
