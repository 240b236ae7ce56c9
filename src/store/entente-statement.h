/* EntenteStatement: a prepared statement, borrowed from the cache of its connection. */
#pragma once

#include "entente-db.h"

G_BEGIN_DECLS

typedef struct _EntenteStatement EntenteStatement;

struct _EntenteStatement {
  sqlite3_stmt *handle;
  EntenteDb *db;
  char *sql;
  int bind_code; /* first binding that failed, told by the next step */
  sqlite3_value **values; /* of a row of a scan; else NULL */
};

typedef enum { ENTENTE_STEP_ERROR = -1, ENTENTE_STEP_DONE, ENTENTE_STEP_ROW } EntenteStepResult;

/* One value on its way into a column. Texts are borrowed. */
typedef struct {
  int type; /* SQLITE_INTEGER, SQLITE_FLOAT, SQLITE_TEXT, SQLITE_NULL */
  gint64 integer;
  double real;
  const char *text;
  gsize length; /* bytes of text */
} EntenteCell;

/* A statement from the cache, or newly prepared; back into the cache by release. */
EntenteStatement *entente_statement_prepare (EntenteDb *db, const char *sql, GError **error);
void entente_statement_release (EntenteStatement *statement);
/* For the cache itself; free finalizes. */
guint entente_statement_hash (gconstpointer sql);
void entente_statement_free (EntenteStatement *statement);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteStatement, entente_statement_release)

EntenteStepResult entente_statement_step (EntenteStatement *statement, GError **error);
/* Steps to the end, resets; for statements that give no rows. */
gboolean entente_statement_run (EntenteStatement *statement, GError **error);
void entente_statement_reset (EntenteStatement *statement);

/* Parameters count from 1. Texts must live until the next step ends. "" and NULL are NULL, and so
 * is the id "none". */
void entente_statement_bind_int (EntenteStatement *statement, int parameter, gint64 value);
void entente_statement_bind_id (EntenteStatement *statement, int parameter, EntenteId id);
void entente_statement_bind_text (EntenteStatement *statement, int parameter, const char *text);
void entente_statement_bind_blob (EntenteStatement *statement,
                                  int parameter,
                                  gconstpointer bytes,
                                  gsize length);
void entente_statement_bind_cell (EntenteStatement *statement,
                                  int parameter,
                                  const EntenteCell *cell);

/* Columns count from 0. Texts are borrowed until the next step; NULL is NULL. */
gint64 entente_statement_get_int (EntenteStatement *statement, int column);
double entente_statement_get_real (EntenteStatement *statement, int column);
const char *entente_statement_get_text (EntenteStatement *statement, int column);
/* The same as what a text is: bytes of a stranger's study that are no UTF-8 become U+FFFD. NULL is
 * NULL. Free. */
char *entente_statement_dup_valid_text (EntenteStatement *statement, int column);
/* NULL, or a text that is valid UTF-8? */
gboolean entente_statement_is_valid (EntenteStatement *statement, int column);
gboolean entente_statement_is_null (EntenteStatement *statement, int column);

/* Gives every row of "SELECT @columns @from" to @func, whose statement is there to get columns from
 * and for nothing else. For whole tables: rows are not handed out one by one, which is half of what
 * a row costs. When @func gives FALSE the scan ends, *@refused is the first column of that row and
 * *@is_refused TRUE. FALSE then, and with @error when reading failed. */
typedef gboolean (*EntenteScanFunc) (EntenteStatement *row, gpointer data);
gboolean entente_statement_scan (EntenteDb *db,
                                 const char *columns,
                                 const char *from,
                                 EntenteScanFunc func,
                                 gpointer data,
                                 gboolean *is_refused,
                                 gint64 *refused,
                                 GError **error);

/* Runs @sql, which has one parameter, with @id. */
gboolean entente_statement_run_with_id (EntenteDb *db,
                                        const char *sql,
                                        EntenteId id,
                                        GError **error);
/* All values of the first column of @sql with @id for its one parameter, appended to @ids. */
gboolean entente_statement_collect_ids (EntenteDb *db,
                                        const char *sql,
                                        EntenteId id,
                                        GArray *ids,
                                        GError **error);

G_END_DECLS
