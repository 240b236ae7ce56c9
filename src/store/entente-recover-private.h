/* The inside of a recovery: the new study, its tables, and what they take. */
#pragma once

#include "entente-page-file.h"

G_BEGIN_DECLS

/* A table of the new study. */
typedef struct {
  const char *name;
  char *insert;
  guint n_columns;
  char types[ENTENTE_PAGE_MAX_VALUES]; /* 'I', 'R' or 'T' of each column, else 0 */
  int id_column; /* -1: without ids */
  guint32 root; /* in the damaged file; 0 when that is not known */
  guint n_bad; /* pages and cells that could not be read */
  guint n_read;
  guint n_left_out;
} EntenteRecoverTable;

typedef struct {
  EntenteDb *db; /* of the new study */
  EntentePageFile *file;
  GPtrArray *targets; /* of EntenteRecoverTable */
  GPtrArray *told; /* sentences on single things */
  guint n_untold;
  guint n_strays; /* rows of which it is not known what they are */
  gboolean knows_tables;
  GError *error; /* of the new study: nothing more is written */
} EntenteRecovery;

/* All content, and texts of forms that were not saved yet; not the history. In the form of the
 * file, which may have no table yet that came later. */
gboolean entente_recovery_list_tables (EntenteRecovery *self, GError **error);
void entente_recovery_clear (EntenteRecovery *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EntenteRecovery, entente_recovery_clear)

/* What a person calls its records. */
const char *entente_recover_table_get_label (const EntenteRecoverTable *table);
/* FALSE when the table does not take the row, or nothing more is written. */
gboolean entente_recovery_insert (EntenteRecovery *self,
                                  const EntenteRecoverTable *table,
                                  const EntentePageRow *row);
/* Counts a row that was not taken, and tells which. */
void entente_recovery_leave_out (EntenteRecovery *self,
                                 EntenteRecoverTable *table,
                                 const EntentePageRow *row);
/* One sentence on a single thing; takes it. */
void entente_recovery_tell (EntenteRecovery *self, char *sentence);

G_END_DECLS
