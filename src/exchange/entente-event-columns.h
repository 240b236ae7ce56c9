/* Which column of a table holds what: profiles as data, and the user's own map; private to exchange. */
#pragma once

#include "entente-error.h"
#include "entente-kind.h"

G_BEGIN_DECLS

typedef enum {
  ENTENTE_COLUMN_DATE,
  ENTENTE_COLUMN_END,
  ENTENTE_COLUMN_SOURCE,
  ENTENTE_COLUMN_KIND,
  ENTENTE_COLUMN_TARGET,
  ENTENTE_COLUMN_CODE,
  ENTENTE_COLUMN_TITLE,
  ENTENTE_COLUMN_PLACE,
  ENTENTE_COLUMN_NOTE,
  ENTENTE_N_COLUMNS
} EntenteEventColumn;

typedef struct {
  int index[ENTENTE_N_COLUMNS]; /* from 0; -1: none */
  const EntenteKind *fixed_kind; /* of all rows, or NULL */
  const char *empty; /* what stands for an empty cell, or NULL */
  const char *between; /* several actors in one cell, or NULL: a cell is one name */
  gboolean has_header; /* the first row names the columns */
} EntenteEventColumns;

/* @header: the cells of the first row. INVALID with a sentence when profile or map do not fit. */
gboolean entente_event_columns_find (EntenteEventColumns *columns,
                                     const char *const *header,
                                     guint n_cells,
                                     const char *profile,
                                     const char *map,
                                     const char *file_name,
                                     GError **error);

G_END_DECLS
