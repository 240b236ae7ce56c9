/* Changesets on their way into and out of the journal: deflated, in pieces.
 *
 * A changeset may be larger than a cell may be and larger than one wants to have in memory, so it
 * goes through in a stream: zlib at its fastest level, rows of 1 MB. Several streams may stand one
 * behind the other (an import has one per table). Worker thread.
 */
#include "config.h"

#include "entente-chunks.h"

#include "entente-statement.h"

#include <string.h>
#include <zlib.h>

#define CHUNK_SIZE (1024 * 1024)
#define STEP_SIZE (64 * 1024)

struct _EntenteDeflater {
  z_stream stream;
  GByteArray *ready;
  gsize size;
};

EntenteDeflater *
entente_deflater_new (void)
{
  EntenteDeflater *deflater = g_new0 (EntenteDeflater, 1);
  int code = deflateInit (&deflater->stream, Z_BEST_SPEED);

  if (code != Z_OK)
    g_error ("zlib cannot start: %d", code);
  deflater->ready = g_byte_array_new ();
  return deflater;
}

static void
run_deflate (EntenteDeflater *deflater, int flush)
{
  guint8 step[STEP_SIZE];

  do {
    deflater->stream.next_out = step;
    deflater->stream.avail_out = sizeof step;
    deflate (&deflater->stream, flush);
    g_byte_array_append (deflater->ready, step, sizeof step - deflater->stream.avail_out);
  } while (deflater->stream.avail_out == 0);
}

void
entente_deflater_add (EntenteDeflater *deflater, gconstpointer bytes, gsize length)
{
  deflater->stream.next_in = (Bytef *) bytes;
  deflater->stream.avail_in = (uInt) length;
  deflater->size += length;
  run_deflate (deflater, Z_NO_FLUSH);
}

gsize
entente_deflater_get_size (EntenteDeflater *deflater)
{
  return deflater->size;
}

GByteArray *
entente_deflater_take (EntenteDeflater *deflater)
{
  GByteArray *ready = deflater->ready;

  deflater->ready = g_byte_array_new ();
  return ready;
}

void
entente_deflater_end (EntenteDeflater *deflater)
{
  deflater->stream.avail_in = 0;
  run_deflate (deflater, Z_FINISH);
}

void
entente_deflater_free (EntenteDeflater *deflater)
{
  deflateEnd (&deflater->stream);
  g_byte_array_unref (deflater->ready);
  g_free (deflater);
}

struct _EntenteChunkWriter {
  EntenteDb *db;
  gint64 journal;
  gint64 number; /* of the next chunk */
  GByteArray *rest;
};

EntenteChunkWriter *
entente_chunk_writer_new (EntenteDb *db, gint64 journal)
{
  EntenteChunkWriter *writer = g_new0 (EntenteChunkWriter, 1);

  writer->db = db;
  writer->journal = journal;
  writer->number = 1;
  writer->rest = g_byte_array_new ();
  return writer;
}

static gboolean
write_chunk (EntenteChunkWriter *writer, gsize length, GError **error)
{
  g_autoptr (EntenteStatement) statement = NULL;

  statement = entente_statement_prepare (writer->db,
                                         "INSERT INTO journal_chunk (journal, number, bytes)"
                                         " VALUES (?1, ?2, ?3)",
                                         error);
  if (statement == NULL)
    return FALSE;
  entente_statement_bind_int (statement, 1, writer->journal);
  entente_statement_bind_int (statement, 2, writer->number);
  entente_statement_bind_blob (statement, 3, writer->rest->data, length);
  if (!entente_statement_run (statement, error))
    return FALSE;
  writer->number++;
  g_byte_array_remove_range (writer->rest, 0, (guint) length);
  return TRUE;
}

gboolean
entente_chunk_writer_add (EntenteChunkWriter *writer, const GByteArray *deflated, GError **error)
{
  for (guint at = 0; at < deflated->len;) {
    guint length = MIN (deflated->len - at, CHUNK_SIZE - writer->rest->len);

    g_byte_array_append (writer->rest, deflated->data + at, length);
    at += length;
    if (writer->rest->len == CHUNK_SIZE && !write_chunk (writer, CHUNK_SIZE, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
entente_chunk_writer_end (EntenteChunkWriter *writer, GError **error)
{
  return writer->rest->len == 0 || write_chunk (writer, writer->rest->len, error);
}

void
entente_chunk_writer_free (EntenteChunkWriter *writer)
{
  g_byte_array_unref (writer->rest);
  g_free (writer);
}

struct _EntenteChunkReader {
  EntenteDb *db;
  gint64 journal;
  gint64 number; /* of the next chunk */
  GByteArray *chunk;
  z_stream stream;
};

EntenteChunkReader *
entente_chunk_reader_new (EntenteDb *db, gint64 journal)
{
  EntenteChunkReader *reader = g_new0 (EntenteChunkReader, 1);
  int code = inflateInit (&reader->stream);

  if (code != Z_OK)
    g_error ("zlib cannot start: %d", code);
  reader->db = db;
  reader->journal = journal;
  reader->number = 1;
  reader->chunk = g_byte_array_new ();
  return reader;
}

/* The next chunk as input of the stream; no input is left when there is none. */
static int
read_chunk (EntenteChunkReader *reader)
{
  g_autoptr (EntenteStatement) statement = NULL;

  statement = entente_statement_prepare (reader->db,
                                         "SELECT bytes FROM journal_chunk"
                                         " WHERE journal = ?1 AND number = ?2",
                                         NULL);
  if (statement == NULL)
    return SQLITE_CORRUPT;
  entente_statement_bind_int (statement, 1, reader->journal);
  entente_statement_bind_int (statement, 2, reader->number++);
  g_byte_array_set_size (reader->chunk, 0);
  switch (entente_statement_step (statement, NULL)) {
  case ENTENTE_STEP_ROW:
    g_byte_array_append (reader->chunk,
                         sqlite3_column_blob (statement->handle, 0),
                         (guint) sqlite3_column_bytes (statement->handle, 0));
    break;
  case ENTENTE_STEP_DONE:
    break;
  case ENTENTE_STEP_ERROR:
  default:
    return SQLITE_CORRUPT;
  }
  reader->stream.next_in = reader->chunk->data;
  reader->stream.avail_in = reader->chunk->len;
  return SQLITE_OK;
}

int
entente_chunk_reader_input (void *data, void *bytes, int *length)
{
  EntenteChunkReader *reader = data;
  z_stream *stream = &reader->stream;

  stream->next_out = bytes;
  stream->avail_out = (uInt) *length;
  while (stream->avail_out > 0) {
    int code;

    if (stream->avail_in == 0 && read_chunk (reader) != SQLITE_OK)
      return SQLITE_CORRUPT;
    if (stream->avail_in == 0)
      break;
    code = inflate (stream, Z_NO_FLUSH);
    if (code == Z_STREAM_END)
      code = inflateReset (stream);
    if (code != Z_OK)
      return SQLITE_CORRUPT;
  }
  *length -= (int) stream->avail_out;
  return SQLITE_OK;
}

void
entente_chunk_reader_free (EntenteChunkReader *reader)
{
  inflateEnd (&reader->stream);
  g_byte_array_unref (reader->chunk);
  g_free (reader);
}
