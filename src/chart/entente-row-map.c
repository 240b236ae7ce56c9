/* Open addressing with at most half of the cells in use. */
#include "config.h"

#include "entente-row-map.h"

#include <string.h>

#define FIRST_BITS 6

typedef struct {
  guint32 row, number; /* 0: free */
} Cell;

struct _EntenteRowMap {
  Cell *cells;
  guint bits, n;
};

static gsize
get_size (const EntenteRowMap *map)
{
  return (gsize) 1 << map->bits;
}

EntenteRowMap *
entente_row_map_new (void)
{
  EntenteRowMap *map = g_new0 (EntenteRowMap, 1);

  map->bits = FIRST_BITS;
  map->cells = g_new0 (Cell, get_size (map));
  return map;
}

void
entente_row_map_free (EntenteRowMap *map)
{
  g_free (map->cells);
  g_free (map);
}

void
entente_row_map_clear (EntenteRowMap *map)
{
  memset (map->cells, 0, get_size (map) * sizeof *map->cells);
  map->n = 0;
}

/* Rows of a view are near each other: a multiplication spreads them. */
static Cell *
find_cell (const EntenteRowMap *map, guint32 row)
{
  gsize at = (guint32) (row * 2654435769u) >> (32 - map->bits);

  while (map->cells[at].number != 0 && map->cells[at].row != row)
    at = (at + 1) & (get_size (map) - 1);
  return &map->cells[at];
}

static void
grow (EntenteRowMap *map)
{
  EntenteRowMap larger = { NULL, map->bits + 1, map->n };

  larger.cells = g_new0 (Cell, get_size (&larger));
  for (gsize i = 0; i < get_size (map); i++)
    if (map->cells[i].number != 0)
      *find_cell (&larger, map->cells[i].row) = map->cells[i];
  g_free (map->cells);
  *map = larger;
}

void
entente_row_map_set (EntenteRowMap *map, guint32 row, guint32 number)
{
  Cell *cell;

  g_return_if_fail (number != 0);

  if (2 * (gsize) (map->n + 1) > get_size (map))
    grow (map);
  cell = find_cell (map, row);
  map->n += cell->number == 0 ? 1 : 0;
  *cell = (Cell){ row, number };
}

guint32
entente_row_map_get (const EntenteRowMap *map, guint32 row)
{
  return find_cell (map, row)->number;
}
