/* EntenteCsv: tables as text (RFC 4180 and what spreadsheets make of it), row by row in constant
 * memory.
 *
 * Separator (tab, comma, semicolon, bar), quoting and line ends (LF, CRLF, CR) are found out from
 * the beginning; "sep=;" in the first line is obeyed. Quoted cells may hold separators, line ends
 * and doubled quotes. In a table with tabs a quote is a quote only if all cells that begin with one
 * also end with one. Any character set, packed with gzip or not; what is not valid, a zero byte, a
 * cell of over 1 MB and a quote that never ends are INVALID, naming file and line. One thread at a
 * time.
 */
#pragma once

#include "entente-error.h"
#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _EntenteCsv EntenteCsv;

EntenteCsv *entente_csv_open (GFile *file, GError **error);
void entente_csv_free (EntenteCsv *csv);
/* Reads the next row that is not empty. FALSE at the end (no error set) or on error. */
gboolean entente_csv_next (EntenteCsv *csv, GError **error);
/* Cells of this row; valid until the next call. A cell that the row has not is "". */
guint entente_csv_get_n_cells (const EntenteCsv *csv);
const char *entente_csv_get_cell (const EntenteCsv *csv, guint index);
/* Line of the file (from 1) where this row begins. */
gint64 entente_csv_get_line (const EntenteCsv *csv);
/* Name of the file, for messages. */
const char *entente_csv_get_name (const EntenteCsv *csv);
/* Bytes of the file read so far; @size receives its size, 0 when unknown. */
gint64 entente_csv_get_position (const EntenteCsv *csv, gint64 *size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteCsv, entente_csv_free)

G_END_DECLS
