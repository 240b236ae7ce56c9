/* Made-up events for benchmarks, the same in every run: twenty years, fifty actors of whom the
 * first do most, half of the events in two hundred bursts, three of ten last from an hour to sixty
 * days, titles of some forty letters. Any thread.
 */
#pragma once

#include "entente-chronicle.h"
#include "entente-store.h"

G_BEGIN_DECLS

#define ENTENTE_BENCH_ACTORS 50

/* @n events with two participants each, without a file. */
EntenteChronicle *entente_bench_chronicle_new (guint n);
/* Title of a row of such a chronicle; borrowed until the next call. */
const char *entente_bench_get_title (guint32 row, gpointer chronicle);
/* The same events as a study at @path, which must not exist. */
void entente_bench_write_study (const char *path, guint n);
/* The event of @id (1 to the number of events) with another kind, in full, for a patch. */
void entente_bench_feed_changed (EntenteChronicleBuilder *builder, guint n, EntenteId id);

G_END_DECLS
