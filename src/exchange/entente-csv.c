/* EntenteCsv: the reader of tables. A window over the file holds at least one whole row; the end of
 * the row is found first, then the row is cut in place, so an ordinary row is never copied. */
#include "config.h"

#include "entente-csv.h"

#include "entente-charset.h"
#include "entente-sentence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define WINDOW_BYTES (256 * 1024)
#define MAX_ROW_BYTES (16 * 1024 * 1024)
#define MAX_CELL_BYTES (1024 * 1024)
#define MAX_CELLS 4096
#define SNIFF_ROWS 20

struct _EntenteCsv {
  char *name;
  GInputStream *file; /* bytes as they are, for the position */
  GInputStream *stream; /* the same as UTF-8 */
  gint64 size;
  char separator;
  char row_end; /* '\n', or '\r' in old files */
  gboolean quotes; /* a quote at the start of a cell quotes */
  char *window; /* terminated by NUL */
  gsize capacity, start, end; /* bytes: of the window, first unread, behind the last */
  gboolean at_end; /* of the file */
  gint64 line, next_line;
  GPtrArray *cells; /* into the window */
};

/* ---- window ---- */

/* Reads more behind what is unread; moves it to the front first. FALSE on error; at the end of the
 * file nothing changes. */
static gboolean
fill_window (EntenteCsv *csv, GError **error)
{
  gsize n_read = 0;
  memmove (csv->window, csv->window + csv->start, csv->end - csv->start);
  csv->end -= csv->start;
  csv->start = 0;
  if (csv->end + WINDOW_BYTES > csv->capacity) {
    csv->capacity = MAX (csv->capacity * 2, csv->end + WINDOW_BYTES);
    csv->window = g_realloc (csv->window, csv->capacity + 1);
  }
  if (!g_input_stream_read_all (csv->stream,
                                csv->window + csv->end,
                                csv->capacity - csv->end,
                                &n_read,
                                NULL,
                                error))
    return FALSE;
  csv->end += n_read;
  csv->window[csv->end] = '\0';
  csv->at_end = csv->end < csv->capacity;
  return TRUE;
}

static gboolean
fail_at (const EntenteCsv *csv, GError **error, const char *sentence)
{
  g_autofree char *line = g_strdup_printf ("%" G_GINT64_FORMAT, csv->line);
  return entente_sentence_fail (error,
                                ENTENTE_ERROR_INVALID,
                                sentence,
                                "file",
                                csv->name,
                                "line",
                                line,
                                NULL);
}

/* ---- where a row ends ---- */

/* Scans on from @p; the state survives a fill because it is kept relative to the row. */
typedef struct {
  gsize offset; /* from the start of the row */
  gboolean quoted; /* inside quotes */
  gboolean fresh; /* at the start of a cell */
  gboolean opened; /* this cell began with a quote */
} Scan;

static gboolean
scan_quoted_row (const EntenteCsv *csv, Scan *scan)
{
  const char *row = csv->window + csv->start;
  gsize length = csv->end - csv->start;
  for (; scan->offset < length; scan->offset++) {
    char c = row[scan->offset];
    if (scan->quoted)
      scan->quoted = c != '"';
    else if (c == csv->row_end)
      return TRUE;
    else if (c == '"' && (scan->fresh || (scan->opened && row[scan->offset - 1] == '"')))
      scan->quoted = scan->opened = TRUE;
    else if (c == csv->separator)
      scan->opened = FALSE;
    scan->fresh = !scan->quoted && c == csv->separator;
  }
  return FALSE;
}

static gboolean
scan_row (const EntenteCsv *csv, Scan *scan)
{
  if (csv->quotes)
    return scan_quoted_row (csv, scan);
  const char *row = csv->window + csv->start;
  gsize length = csv->end - csv->start;
  const char *end = memchr (row + scan->offset, csv->row_end, length - scan->offset);
  scan->offset = end != NULL ? (gsize) (end - row) : length;
  return end != NULL;
}

/* Length of the next row without its end; @next receives the bytes to go on. FALSE at the end of
 * the file, or on error. */
static gboolean
find_row (EntenteCsv *csv, gsize *length, gsize *next, GError **error)
{
  Scan scan = { .fresh = TRUE };
  while (!scan_row (csv, &scan)) {
    if (csv->at_end && scan.quoted)
      return fail_at (
        csv,
        error,
        _ ("In “{file}”, the quotation mark opened in the row of line {line} is never "
           "closed; close it or double it."));
    if (csv->at_end) {
      *length = *next = scan.offset;
      return *length > 0;
    }
    if (scan.offset > MAX_ROW_BYTES)
      return fail_at (
        csv,
        error,
        _ ("In “{file}”, the row of line {line} is larger than 16 MB; a quotation mark "
           "may be missing."));
    if (!fill_window (csv, error))
      return FALSE;
  }
  *length = scan.offset;
  *next = scan.offset + 1;
  return TRUE;
}

/* ---- cells ---- */

/* Takes the quotes off in place; returns the byte behind the cell. */
static char *
cut_quoted_cell (const EntenteCsv *csv, char *p, char *end, char **cell_end)
{
  char *to = p;
  gboolean quoted = TRUE;
  for (p++; p < end; p++) {
    if (quoted && *p == '"') {
      if (p + 1 < end && p[1] == '"')
        p++;
      else {
        quoted = FALSE;
        continue;
      }
    } else if (!quoted && *p == csv->separator)
      break;
    *to++ = *p;
  }
  *cell_end = to;
  return p;
}

static gboolean
cut_row (EntenteCsv *csv, char *row, char *end, GError **error)
{
  g_ptr_array_set_size (csv->cells, 0);
  for (char *p = row;; p++) {
    char *cell = p;
    char *cell_end;
    if (csv->quotes && p < end && *p == '"')
      p = cut_quoted_cell (csv, p, end, &cell_end);
    else {
      p = memchr (p, csv->separator, (gsize) (end - p));
      cell_end = p = p != NULL ? p : end;
    }
    if (cell_end - cell > MAX_CELL_BYTES || csv->cells->len >= MAX_CELLS)
      return fail_at (
        csv,
        error,
        _ ("In “{file}”, line {line} has a cell of over 1 MB or over 4,096 cells; check "
           "its quotation marks."));
    gboolean last = p >= end;
    *cell_end = '\0';
    g_ptr_array_add (csv->cells, cell);
    if (last)
      return TRUE;
  }
}

static guint
count_lines (const EntenteCsv *csv, const char *row, gsize length)
{
  guint n = 0;
  const char *end = row + length;
  for (const char *p = row; (p = memchr (p, csv->row_end, (gsize) (end - p))) != NULL; p++)
    n++;
  return n;
}

static gboolean
check_row (const EntenteCsv *csv, const char *row, gsize length, GError **error)
{
  if (memchr (row, '\0', length) != NULL)
    return fail_at (
      csv,
      error,
      _ ("In “{file}”, line {line} holds a zero byte; save the table again as text."));
  if (!g_utf8_validate (row, (gssize) length, NULL))
    return fail_at (
      csv,
      error,
      _ ("In “{file}”, line {line} is not valid UTF-8; save the table as UTF-8 text."));
  return TRUE;
}

/* ---- finding out ---- */

/* Cells of the rows in the window if @separator parts them: the same in all rows, else 0. */
static guint
count_columns (const EntenteCsv *csv, char separator)
{
  guint n_rows = 0, first = 0, n = 1;
  gboolean quoted = FALSE;
  for (gsize i = 0; i < csv->end && n_rows < SNIFF_ROWS; i++) {
    char c = csv->window[i];
    if (c == '"' && separator != '\t')
      quoted = !quoted;
    else if (!quoted && c == separator)
      n++;
    else if (!quoted && c == csv->row_end) {
      if (n_rows++ == 0)
        first = n;
      else if (n != first)
        return 0;
      n = 1;
    }
  }
  return n_rows == 0 ? n : first;
}

/* In the first row alone, for tables whose rows differ. */
static guint
count_in_header (const EntenteCsv *csv, char separator)
{
  guint n = 0;
  for (gsize i = 0; i < csv->end && csv->window[i] != csv->row_end; i++)
    n += csv->window[i] == separator;
  return n;
}

static char
choose_separator (const EntenteCsv *csv, guint (*count) (const EntenteCsv *, char), guint least)
{
  static const char separators[] = "\t,;|";
  guint best = least;
  char chosen = '\0';
  for (const char *p = separators; *p != '\0'; p++) {
    guint n = count (csv, *p);
    if (n > best) {
      best = n;
      chosen = *p;
    }
  }
  return chosen;
}

/* Tables with tabs often hold bare quotes: they quote only if each that opens a cell also closes
 * it. */
static gboolean
tabs_are_quoted (const EntenteCsv *csv)
{
  guint n_open = 0, n_closed = 0;
  gboolean fresh = TRUE;
  for (gsize i = 0; i < csv->end; i++) {
    char c = csv->window[i];
    char next = i + 1 < csv->end ? csv->window[i + 1] : '\n';
    gboolean ends = next == '\t' || next == '\n' || next == '\r';
    n_open += fresh && c == '"';
    n_closed += !fresh && c == '"' && ends && csv->window[i - 1] != '"';
    fresh = c == '\t' || c == csv->row_end;
  }
  return n_open > 0 && n_open == n_closed;
}

static void
find_out (EntenteCsv *csv)
{
  csv->row_end =
    memchr (csv->window, '\n', csv->end) == NULL && memchr (csv->window, '\r', csv->end) != NULL
      ? '\r'
      : '\n';
  if (csv->end > 5 && g_ascii_strncasecmp (csv->window, "sep=", 4) == 0) {
    csv->separator = csv->window[4];
    csv->start = 5;
    csv->quotes = TRUE;
    return;
  }
  csv->separator = choose_separator (csv, count_columns, 1);
  if (csv->separator == '\0')
    csv->separator = choose_separator (csv, count_in_header, 0);
  if (csv->separator == '\0')
    csv->separator = ',';
  csv->quotes = csv->separator != '\t' || tabs_are_quoted (csv);
}

/* ---- opening ---- */

/* The file, or what is packed in it (gzip). The beginning can be looked at without being read. */
static GBufferedInputStream *
open_unpacked (GInputStream *file, GError **error)
{
  g_autoptr (GInputStream) packed = g_buffered_input_stream_new_sized (file, WINDOW_BYTES);
  GBufferedInputStream *buffer = G_BUFFERED_INPUT_STREAM (packed);
  gsize n_bytes;
  if (g_buffered_input_stream_fill (buffer, WINDOW_BYTES, NULL, error) < 0)
    return NULL;
  const guint8 *bytes = g_buffered_input_stream_peek_buffer (buffer, &n_bytes);
  if (n_bytes < 2 || bytes[0] != 0x1F || bytes[1] != 0x8B)
    return G_BUFFERED_INPUT_STREAM (g_steal_pointer (&packed));
  g_autoptr (GZlibDecompressor) unpacker = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autoptr (GInputStream) unpacked = g_converter_input_stream_new (packed, G_CONVERTER (unpacker));
  g_autoptr (GInputStream) sized = g_buffered_input_stream_new_sized (unpacked, WINDOW_BYTES);
  if (g_buffered_input_stream_fill (G_BUFFERED_INPUT_STREAM (sized), WINDOW_BYTES, NULL, error) < 0)
    return NULL;
  return G_BUFFERED_INPUT_STREAM (g_steal_pointer (&sized));
}

/* The character set is found from the beginning of the file. */
static gboolean
open_stream (EntenteCsv *csv, GFile *file, GError **error)
{
  gsize n_bytes;
  csv->file = G_INPUT_STREAM (g_file_read (file, NULL, error));
  if (csv->file == NULL)
    return FALSE;
  g_autoptr (GFileInfo) info = g_file_input_stream_query_info (G_FILE_INPUT_STREAM (csv->file),
                                                               G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                                               NULL,
                                                               NULL);
  csv->size = info != NULL ? g_file_info_get_size (info) : 0;
  g_autoptr (GBufferedInputStream) unpacked = open_unpacked (csv->file, error);
  if (unpacked == NULL)
    return FALSE;
  const char *sample = g_buffered_input_stream_peek_buffer (unpacked, &n_bytes);
  g_autoptr (EntenteCharset) charset = entente_charset_find (sample, n_bytes);
  csv->stream = entente_charset_open (charset, G_INPUT_STREAM (unpacked), error);
  return csv->stream != NULL;
}

EntenteCsv *
entente_csv_open (GFile *file, GError **error)
{
  g_autoptr (EntenteCsv) csv = g_new0 (EntenteCsv, 1);
  g_autoptr (GError) local = NULL;
  g_autofree char *basename = g_file_get_basename (file);
  csv->name = g_filename_display_name (basename != NULL ? basename : "-");
  csv->cells = g_ptr_array_new ();
  csv->next_line = 1;
  csv->capacity = WINDOW_BYTES;
  csv->window = g_malloc (csv->capacity + 1);
  if (!open_stream (csv, file, &local) || !fill_window (csv, &local)) {
    gboolean missing = g_error_matches (local, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
    entente_sentence_fail (error,
                           missing ? ENTENTE_ERROR_NOT_FOUND : ENTENTE_ERROR_FAILED,
                           missing
                             ? _ ("There is no file “{file}”; check the name.")
                             : _ ("“{file}” cannot be read: {reason}. Check that you may read it."),
                           "file",
                           csv->name,
                           "reason",
                           local->message,
                           NULL);
    return NULL;
  }
  find_out (csv);
  return g_steal_pointer (&csv);
}

void
entente_csv_free (EntenteCsv *csv)
{
  g_free (csv->name);
  g_clear_object (&csv->stream);
  g_clear_object (&csv->file);
  g_free (csv->window);
  g_ptr_array_unref (csv->cells);
  g_free (csv);
}

gboolean
entente_csv_next (EntenteCsv *csv, GError **error)
{
  gsize length = 0, next = 0;
  do {
    g_autoptr (GError) local = NULL;
    csv->line = csv->next_line;
    if (!find_row (csv, &length, &next, &local)) {
      if (local != NULL && local->domain != ENTENTE_ERROR)
        return entente_sentence_fail (
          error,
          ENTENTE_ERROR_FAILED,
          _ ("“{file}” cannot be read: {reason}. Check that you may read it."),
          "file",
          csv->name,
          "reason",
          local->message,
          NULL);
      if (local != NULL)
        g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
    char *row = csv->window + csv->start;
    csv->next_line += 1 + (csv->quotes ? count_lines (csv, row, length) : 0);
    csv->start += next;
    if (csv->row_end == '\n' && length > 0 && row[length - 1] == '\r')
      length--;
    if (length > 0 &&
        (!check_row (csv, row, length, error) || !cut_row (csv, row, row + length, error)))
      return FALSE;
  } while (length == 0);
  return TRUE;
}

guint
entente_csv_get_n_cells (const EntenteCsv *csv)
{
  return csv->cells->len;
}

const char *
entente_csv_get_cell (const EntenteCsv *csv, guint index)
{
  return index < csv->cells->len ? csv->cells->pdata[index] : "";
}

gint64
entente_csv_get_line (const EntenteCsv *csv)
{
  return csv->line;
}

const char *
entente_csv_get_name (const EntenteCsv *csv)
{
  return csv->name;
}

gint64
entente_csv_get_position (const EntenteCsv *csv, gint64 *size)
{
  *size = csv->size;
  return G_IS_SEEKABLE (csv->file) ? g_seekable_tell (G_SEEKABLE (csv->file)) : 0;
}
