/* Which column of a table holds what: profiles as data, and the user's own map; private to
 * exchange. */
#pragma once

#include "entente-error.h"
#include "entente-kind.h"

G_BEGIN_DECLS

typedef enum {
  ENTENTE_TABLE_DATE,
  ENTENTE_TABLE_END,
  ENTENTE_TABLE_SOURCE,
  ENTENTE_TABLE_KIND,
  ENTENTE_TABLE_TARGET,
  ENTENTE_TABLE_CODE,
  ENTENTE_TABLE_TITLE,
  ENTENTE_TABLE_PLACE,
  ENTENTE_TABLE_NOTE,
  ENTENTE_N_TABLE_FIELDS
} EntenteTableField;

typedef struct {
  int index[ENTENTE_N_TABLE_FIELDS]; /* from 0; -1: none */
  const EntenteKind *fixed_kind; /* of all rows, or NULL */
  const char *empty; /* what stands for an empty cell, or NULL */
  const char *between; /* several actors in one cell, or NULL: a cell is one name */
  const char
    *kinds; /* "words=id|words=id", lower case: words of the kind column of this profile; or NULL */
  gboolean has_header; /* the first row names the columns */
  gboolean bare_years; /* "6" and "500" are years: in tables that a map describes */
} EntenteColumnMap;

/* @header: the cells of the first row. INVALID with a sentence when profile or map do not fit. */
gboolean entente_column_map_find (EntenteColumnMap *columns,
                                  const char *const *header,
                                  guint n_cells,
                                  const char *profile,
                                  const char *map,
                                  const char *file_name,
                                  GError **error);

G_END_DECLS
