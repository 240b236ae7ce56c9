/* What frames of a widget cost: a bin that times the widget inside it, and a loop of frames. Main
 * thread. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Milliseconds; of the main thread's processor time, so that other programs do not count, unless
 * named otherwise. */
typedef struct {
  double median, p99, most; /* from the change to the end of the frame */
  double own; /* median: the widget's own allocation and snapshot */
  double wall, wall_p99; /* of the painting, with what the display server does */
  double faults; /* of pages, a frame */
} EntenteBenchFrames;

#define ENTENTE_TYPE_BENCH_BIN (entente_bench_bin_get_type ())
G_DECLARE_FINAL_TYPE (EntenteBenchBin, entente_bench_bin, ENTENTE, BENCH_BIN, GtkWidget)

GtkWidget *entente_bench_bin_new (GtkWidget *child);
void entente_bench_bin_set_child (EntenteBenchBin *bin, GtkWidget *child);

typedef void (*EntenteBenchMove) (guint frame, gpointer data);

/* One frame after the other; @move changes something, and is called before each. */
EntenteBenchFrames entente_bench_bin_run (EntenteBenchBin *bin,
                                          guint n,
                                          EntenteBenchMove move,
                                          gpointer data);
/* Runs the main loop until the next frame is on the screen. */
void entente_bench_bin_paint (EntenteBenchBin *bin);
/* The median; sorts @values. */
double entente_bench_median (double *values, guint n);
/* Milliseconds of processor time of this thread, and of this process. */
double entente_bench_get_cpu (void);
double entente_bench_get_process_cpu (void);
/* Page faults of this process so far. */
glong entente_bench_get_faults (void);

/* A picture of its own size, ready made: two take turns, so that all of it changes. */
#define ENTENTE_TYPE_BENCH_IMAGE (entente_bench_image_get_type ())
G_DECLARE_FINAL_TYPE (EntenteBenchImage, entente_bench_image, ENTENTE, BENCH_IMAGE, GtkWidget)

GtkWidget *entente_bench_image_new (void);

G_END_DECLS
