/* Changesets on their way into and out of the journal: deflated, in pieces. */
#pragma once

#include "entente-db.h"

G_BEGIN_DECLS

/* Deflates bytes into memory. */
typedef struct _EntenteDeflater EntenteDeflater;

EntenteDeflater *entente_deflater_new (void);
void entente_deflater_add (EntenteDeflater *deflater, gconstpointer bytes, gsize length);
/* Bytes that were added. */
gsize entente_deflater_get_size (EntenteDeflater *deflater);
/* Deflated bytes that are ready; taken out of the deflater. */
GByteArray *entente_deflater_take (EntenteDeflater *deflater);
/* Ends the stream; take what is left afterwards. */
void entente_deflater_end (EntenteDeflater *deflater);
void entente_deflater_free (EntenteDeflater *deflater);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteDeflater, entente_deflater_free)

/* Writes deflated bytes as rows of journal_chunk, 1 MB each. Several deflated streams may follow
 * one another. */
typedef struct _EntenteChunkWriter EntenteChunkWriter;

EntenteChunkWriter *entente_chunk_writer_new (EntenteDb *db, gint64 journal);
gboolean entente_chunk_writer_add (EntenteChunkWriter *writer,
                                   const GByteArray *deflated,
                                   GError **error);
gboolean entente_chunk_writer_end (EntenteChunkWriter *writer, GError **error);
void entente_chunk_writer_free (EntenteChunkWriter *writer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteChunkWriter, entente_chunk_writer_free)

/* Reads them back, inflated. */
typedef struct _EntenteChunkReader EntenteChunkReader;

EntenteChunkReader *entente_chunk_reader_new (EntenteDb *db, gint64 journal);
void entente_chunk_reader_free (EntenteChunkReader *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteChunkReader, entente_chunk_reader_free)
/* The input function of SQLite's streaming changeset functions; @reader is an EntenteChunkReader.
 */
int entente_chunk_reader_input (void *reader, void *bytes, int *length);

G_END_DECLS
