/* EntenteCells: the values of one row on their way into a table. */
#pragma once

#include "entente-statement.h"

G_BEGIN_DECLS

/* The values of one row, in the order of its columns. */
typedef struct {
  EntenteCell cell[64];
  guint n;
  char *owned[16];
  guint n_owned;
  gboolean invalid; /* a text is no valid UTF-8 */
} EntenteCells;

/* Whoever wants to know each inserted row: the changeset of an import. */
typedef struct {
  void (*insert) (gpointer data,
                  const char *table,
                  const guint8 *primary_key,
                  const EntenteCells *cells);
  gpointer data;
} EntenteRecorder;

#define ENTENTE_CELLS_INIT                                                                         \
  {                                                                                                \
    .n = 0                                                                                         \
  }

/* Texts are borrowed until the row is written. "" and NULL are NULL, and so is the id "none". */
void entente_cells_add_int (EntenteCells *cells, gint64 value);
void entente_cells_add_real (EntenteCells *cells, double value);
void entente_cells_add_null (EntenteCells *cells);
void entente_cells_add_id (EntenteCells *cells, EntenteId id);
void entente_cells_add_text (EntenteCells *cells, const char *text);
/* The same, but "" is "". */
void entente_cells_add_string (EntenteCells *cells, const char *text);
/* As add_text; the cells own @text from here on. */
void entente_cells_take_text (EntenteCells *cells, char *text);

/* Cell N is parameter N + 1. INVALID when a text is no UTF-8. */
gboolean entente_cells_bind (const EntenteCells *cells,
                             EntenteStatement *statement,
                             GError **error);
/* A row of any table; @sql has a parameter for each cell; @primary_key a byte for each: its place
 * in the primary key or 0. @recorder may be NULL. */
gboolean entente_cells_insert (const EntenteCells *cells,
                               EntenteDb *db,
                               const char *table,
                               const char *sql,
                               const guint8 *primary_key,
                               const EntenteRecorder *recorder,
                               GError **error);
void entente_cells_clear (EntenteCells *cells);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EntenteCells, entente_cells_clear)

G_END_DECLS
