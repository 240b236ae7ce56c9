/* What a row of the journal did to the rows of content, one by one. */
#pragma once

#include "entente-db.h"

G_BEGIN_DECLS

/* Borrowed while it is told. */
typedef struct {
  const char *table;
  EntenteEntity entity; /* of the record that the row is, or is a part of */
  EntenteId id; /* of that record */
  int operation; /* SQLITE_INSERT, SQLITE_UPDATE, SQLITE_DELETE */
  int n_columns;
  const guint8 *key; /* per column: is it of the primary key? */
  struct sqlite3_changeset_iter *iter;
} EntenteRowChange;

/* FALSE ends the reading, with the error that it set. */
typedef gboolean (*EntenteRowChangeFunc) (const EntenteRowChange *change,
                                          gpointer data,
                                          GError **error);

/* A row of the journal as far as its changes are concerned. */
typedef struct {
  gint64 number;
  gint64 step; /* whose changeset it carried out */
  gboolean inverted;
} EntenteJournalMove;

/* The rows after @after, newest first: EntenteJournalMove. */
GArray *entente_row_changes_list (EntenteDb *db, gint64 after, GError **error);
/* Each change that @move made; the opposite of each when @back. */
gboolean entente_row_changes_read (EntenteDb *db,
                                   const EntenteJournalMove *move,
                                   gboolean back,
                                   EntenteRowChangeFunc func,
                                   gpointer data,
                                   GError **error);
/* Value of a column after the change, or before it when @old; NULL when the changeset does not say.
 */
sqlite3_value *entente_row_change_get (const EntenteRowChange *change, int column, gboolean old);

G_END_DECLS
