/* EntentePageFile: the rows of a database file, read off its pages without SQLite.
 *
 * For files that SQLite refuses because a part of them is damaged. Each page is taken for what it
 * says only as far as it is whole in itself: a cell that does not fit is no row. Nothing is ever
 * written, no lock is taken, and no page is read twice, so that no loop in a file is one here. What
 * the values mean is for others to judge. Any thread, one at a time. */
#pragma once

#include "entente-statement.h"

G_BEGIN_DECLS

#define ENTENTE_PAGE_MAX_VALUES 64

typedef struct _EntentePageFile EntentePageFile;

typedef struct {
  gint64 id; /* of a table with ids, else 0 */
  gboolean has_id;
  gboolean is_cut; /* the end of the last text is gone */
  EntenteCell values[ENTENTE_PAGE_MAX_VALUES]; /* a BLOB is bytes at text; of length */
  guint n_values;
} EntentePageRow;

/* Each lasts until the function returns. */
typedef void (*EntentePageRowFunc) (const EntentePageRow *row, gpointer data);
/* All rows of one page, of @page the number. */
typedef void (*EntentePageFunc) (guint32 page, const EntentePageRow *rows, guint n, gpointer data);
/* How many of all pages were read so far. */
typedef void (*EntentePageProgress) (guint32 done, guint32 n_pages, gpointer data);

/* Of an ordinary file. */
EntentePageFile *entente_page_file_open (const char *path, GError **error);
void entente_page_file_free (EntentePageFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntentePageFile, entente_page_file_free)

/* Cancelled: no more pages are read. Borrowed; both may be NULL. */
void entente_page_file_set_watch (EntentePageFile *file,
                                  GCancellable *cancellable,
                                  EntentePageProgress progress,
                                  gpointer data);
guint32 entente_page_file_get_n_pages (EntentePageFile *file);
/* user_version in the header; 0 when the header is gone. */
int entente_page_file_get_form (EntentePageFile *file);
/* Does the header say that it is a database of another program? */
gboolean entente_page_file_is_foreign (EntentePageFile *file);

/* Gives every row of the tree at page @root to @func. How many pages and cells of it could not be
 * read. @has_ids: of a table with ids. */
guint entente_page_file_walk (EntentePageFile *file,
                              guint32 root,
                              gboolean has_ids,
                              EntentePageRowFunc func,
                              gpointer data);
/* Sets the pages aside that hold nothing any more. FALSE when the list of them is not whole. */
gboolean entente_page_file_skip_free (EntentePageFile *file);
/* Leaves of tables with ids that no walk has come to. */
void entente_page_file_walk_strays (EntentePageFile *file, EntentePageFunc func, gpointer data);

G_END_DECLS
