/* The rows of an EntenteRecordList as plain values: for the list alone. */
#pragma once

#include "entente-record-list.h"

G_BEGIN_DECLS

typedef struct {
  EntenteId id;
  char *name; /* NULL: of an event whose title is read elsewhere */
  char *detail;
  guint depth;
  gboolean is_counted;
  guint n, total;
} EntenteRecordRow;

/* Rows (EntenteRecordRow) of all records as they are listed. NULL only when @cancelled (an atomic
 * flag, may be NULL) became TRUE. Any thread. */
GArray *entente_record_rows_new (EntenteRecords records,
                                 const EntenteChronicle *chronicle,
                                 const EntenteBitset *filtered,
                                 const gboolean *cancelled);

G_END_DECLS
