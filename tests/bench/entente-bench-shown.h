/* Figures of a timeline that shows made-up events in a window of its own: frames, filters, edits,
 * counts, memory. Prints lines; meant for a process of its own. Main thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ENTENTE_BENCH_WIDTH 1600
#define ENTENTE_BENCH_HEIGHT 900

/* Figures of a timeline of @n made-up events; with @only, to be profiled, just frames of the
 * movement of that name. */
void entente_bench_show_events (guint n, const char *only);

G_END_DECLS
