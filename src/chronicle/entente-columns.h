/* Columns of a chronicle as bytes, so that a study that nobody changed need not be read row by row
 * again.
 *
 * What rows make of themselves once they are sorted, cut into blocks and judged is written as it
 * lies in memory, with sums over it; of texts there are none. Read back it is believed only where
 * it was written by a program of the same form, where the sums are right and where every index,
 * range and order in it was looked at: a damaged or invented file gives no chronicle. That the
 * bytes belong to the rows as they are now is for the caller to know (entente-store.h). */
#pragma once

#include "entente-chronicle.h"

G_BEGIN_DECLS

/* Both give FALSE when not all @n bytes could be written or read. */
typedef gboolean (*EntenteColumnsWrite) (gconstpointer bytes, gsize n, gpointer data);
typedef gboolean (*EntenteColumnsRead) (gpointer bytes, gsize n, gpointer data);

/* Any thread. FALSE when @write failed. */
gboolean entente_chronicle_write_columns (const EntenteChronicle *chronicle,
                                          EntenteColumnsWrite write,
                                          gpointer data);

/* A builder for what columns do not hold: give it all actors, aliases, affiliations, places,
 * tracks, issues, eras and articles, all orders with the events that they name, and all claims that
 * name an outlet in words or claim a value; anything else is passed over. */
EntenteChronicleBuilder *entente_chronicle_builder_new_for_columns (void);
/* The chronicle that entente_chronicle_builder_build() would make of all rows; NULL when what @read
 * gives is not whole. There are @size bytes to be read, and as many are. The builder is spent. */
EntenteChronicle *entente_chronicle_builder_build_from_columns (EntenteChronicleBuilder *builder,
                                                                gint64 today,
                                                                gsize size,
                                                                EntenteColumnsRead read,
                                                                gpointer data);

G_END_DECLS
