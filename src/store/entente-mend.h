/* What contradicts itself in the tables of a study: found, and mended in a copy.
 *
 * Each thing found is a sentence, appended to @found; where it is mended too, the sentence says
 * how. Mending belongs to a transaction of the caller's, and only into a file that replaces
 * nothing. It takes out what cannot stand and never makes up anything: a reference to a record that
 * is gone, a record that cannot be without it, a cell that cannot be read. FALSE: the file could
 * not be read.
 */
#pragma once

#include "entente-db.h"

G_BEGIN_DECLS

gboolean entente_mend_references (EntenteDb *db, gboolean mends, GPtrArray *found, GError **error);
/* Records that cannot be read as what they should be. */
gboolean entente_mend_records (EntenteDb *db, gboolean mends, GPtrArray *found, GError **error);
/* Columns of an event that are computed from its date. Only of records that can be read. */
gboolean entente_mend_dates (EntenteDb *db, gboolean mends, GPtrArray *found, GError **error);
/* A history that is not whole is taken out as a whole: no step could be undone past the gap. */
gboolean entente_mend_journal (EntenteDb *db, gboolean mends, GPtrArray *found, GError **error);

G_END_DECLS
