/* A changeset of inserts, written while the rows go in.
 *
 * The session extension keeps a record of every row until the end and then reads each row back, in
 * no order: too much memory and time for an import of a million rows. Of inserts a changeset says
 * only what was inserted, so it can be written as the rows pass, in the same format
 * (https://sqlite.org/session/intro.html, and "Changeset Format" in sqlite3session.c); undoing and
 * redoing it takes the same road as every step. Worker thread.
 *
 * Format: for each table 'T', number of columns, a byte for each column (its place in the primary
 * key or 0), name and a zero; then for each row SQLITE_INSERT, a zero, and the values: 1 and a
 * big-endian integer, 2 and a big-endian double, 3 and length and text, 5 for NULL.
 */
#include "config.h"

#include "entente-changeset-writer.h"

#include "entente-journal.h"

#include <string.h>

/* Bytes that are gathered before they are deflated. */
#define BUFFER_SIZE (32 * 1024)

typedef struct {
  EntenteDeflater *deflater; /* NULL: no row yet */
  GByteArray *buffer;
} TableStream;

struct _EntenteChangesetWriter {
  TableStream *streams; /* by number of the table */
};

EntenteChangesetWriter *
entente_changeset_writer_new (void)
{
  EntenteChangesetWriter *writer = g_new0 (EntenteChangesetWriter, 1);

  writer->streams = g_new0 (TableStream, entente_journal_n_tables);
  return writer;
}

static void
clear_stream (TableStream *stream)
{
  g_clear_pointer (&stream->deflater, entente_deflater_free);
  g_clear_pointer (&stream->buffer, g_byte_array_unref);
}

void
entente_changeset_writer_free (EntenteChangesetWriter *writer)
{
  for (guint i = 0; i < entente_journal_n_tables; i++)
    clear_stream (&writer->streams[i]);
  g_free (writer->streams);
  g_free (writer);
}

static void
append_byte (GByteArray *buffer, guint8 byte)
{
  g_byte_array_append (buffer, &byte, 1);
}

/* SQLite's variable-length integer, for numbers below 2^31: seven bits a byte, the highest first.
 */
static void
append_varint (GByteArray *buffer, gsize number)
{
  guint8 bytes[5];
  guint n = 0;

  do
    bytes[n++] = (guint8) (number & 0x7f);
  while ((number >>= 7) != 0);
  while (n > 1)
    append_byte (buffer, bytes[--n] | 0x80);
  append_byte (buffer, bytes[0]);
}

static void
append_64_bits (GByteArray *buffer, guint8 type, guint64 bits)
{
  guint64 big_endian = GUINT64_TO_BE (bits);

  append_byte (buffer, type);
  g_byte_array_append (buffer, (const guint8 *) &big_endian, sizeof big_endian);
}

static void
append_cell (GByteArray *buffer, const EntenteCell *cell)
{
  guint64 bits;

  switch (cell->type) {
  case SQLITE_INTEGER:
    append_64_bits (buffer, SQLITE_INTEGER, (guint64) cell->integer);
    break;
  case SQLITE_FLOAT:
    memcpy (&bits, &cell->real, sizeof bits);
    append_64_bits (buffer, SQLITE_FLOAT, bits);
    break;
  case SQLITE_TEXT:
    append_byte (buffer, SQLITE_TEXT);
    append_varint (buffer, cell->length);
    g_byte_array_append (buffer, (const guint8 *) cell->text, (guint) cell->length);
    break;
  default:
    append_byte (buffer, SQLITE_NULL);
    break;
  }
}

static void
flush_buffer (TableStream *stream)
{
  entente_deflater_add (stream->deflater, stream->buffer->data, stream->buffer->len);
  g_byte_array_set_size (stream->buffer, 0);
}

static TableStream *
get_stream (EntenteChangesetWriter *writer, const char *table)
{
  for (guint i = 0; i < entente_journal_n_tables; i++) {
    if (strcmp (entente_journal_tables[i], table) == 0)
      return &writer->streams[i];
  }
  g_assert_not_reached ();
}

static void
start_stream (TableStream *stream, const char *table, const guint8 *primary_key, guint n_columns)
{
  stream->deflater = entente_deflater_new ();
  stream->buffer = g_byte_array_sized_new (BUFFER_SIZE);
  append_byte (stream->buffer, 'T');
  append_varint (stream->buffer, n_columns);
  g_byte_array_append (stream->buffer, primary_key, n_columns);
  g_byte_array_append (stream->buffer, (const guint8 *) table, (guint) strlen (table) + 1);
}

static void
record_insert (gpointer data,
               const char *table,
               const guint8 *primary_key,
               const EntenteCells *cells)
{
  TableStream *stream = get_stream (data, table);

  if (stream->deflater == NULL)
    start_stream (stream, table, primary_key, cells->n);
  append_byte (stream->buffer, SQLITE_INSERT);
  append_byte (stream->buffer, 0);
  for (guint i = 0; i < cells->n; i++)
    append_cell (stream->buffer, &cells->cell[i]);
  if (stream->buffer->len >= BUFFER_SIZE)
    flush_buffer (stream);
}

EntenteRecorder
entente_changeset_writer_get_recorder (EntenteChangesetWriter *writer)
{
  return (EntenteRecorder){ .insert = record_insert, .data = writer };
}

GByteArray *
entente_changeset_writer_end_table (EntenteChangesetWriter *writer, guint table)
{
  TableStream *stream = &writer->streams[table];
  GByteArray *deflated;

  if (stream->deflater == NULL)
    return NULL;
  flush_buffer (stream);
  entente_deflater_end (stream->deflater);
  deflated = entente_deflater_take (stream->deflater);
  clear_stream (stream);
  return deflated;
}
