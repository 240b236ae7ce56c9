/* Figures of a timeline that shows made-up events in a window of its own, and of a real window that shows a study: frames, filters,
 * edits, counts, memory. Prints lines; meant for a process of its own. Main thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ENTENTE_BENCH_WIDTH 1600
#define ENTENTE_BENCH_HEIGHT 900

/* Figures of a timeline of @n made-up events. */
void entente_bench_show_events (guint n);
/* Figures of a window that shows the study at @path, which is changed. */
void entente_bench_show_study (const char *path);

G_END_DECLS
