/* A changeset of inserts, written while the rows go in. */
#pragma once

#include "entente-cells.h"
#include "entente-chunks.h"

G_BEGIN_DECLS

typedef struct _EntenteChangesetWriter EntenteChangesetWriter;

EntenteChangesetWriter *entente_changeset_writer_new (void);
void entente_changeset_writer_free (EntenteChangesetWriter *writer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteChangesetWriter, entente_changeset_writer_free)

/* To be told of each row. */
EntenteRecorder entente_changeset_writer_get_recorder (EntenteChangesetWriter *writer);
/* The deflated changeset of the table with that number in entente_journal_tables; NULL when it got
 * no row. To be called once per table, at the end. */
GByteArray *entente_changeset_writer_end_table (EntenteChangesetWriter *writer, guint table);

G_END_DECLS
