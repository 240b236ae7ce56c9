/* EntenteRowMap: a number for each of some rows, emptied and filled again for every frame: it keeps
 * its memory, and neither costs more than a walk through it. No GTK; one thread at a time. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _EntenteRowMap EntenteRowMap;

EntenteRowMap *entente_row_map_new (void);
void entente_row_map_free (EntenteRowMap *map);
void entente_row_map_clear (EntenteRowMap *map);
/* @number is not 0; it takes the place of one set before. */
void entente_row_map_set (EntenteRowMap *map, guint32 row, guint32 number);
/* 0 when none is set. */
guint32 entente_row_map_get (const EntenteRowMap *map, guint32 row);

G_END_DECLS
