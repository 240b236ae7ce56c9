/* One piece of work on many rows done as two halves at the same time: what a person waits for takes
 * half as long where there are two processors. Any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* With fewer rows a second thread costs more than it saves. */
#define ENTENTE_HALVES_ROWS 200000

/* Runs @func with @half 0 in this thread and with 1 in another when there are @n_rows enough, else
 * both in this one; returns when both are done. They may not write to the same places. */
void entente_halves_run (void (*func) (guint half, gpointer data), gpointer data, guint n_rows);

G_END_DECLS
