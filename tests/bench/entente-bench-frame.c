#include "config.h"

#include "entente-bench-frame.h"

#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

struct _EntenteBenchBin {
  GtkWidget parent_instance;

  GtkWidget *child;
  GdkFrameClock *clock;
  double own; /* in this frame */
  gint64 wall_start, wall; /* µs of the last frame */
  guint n_painted;
};

G_DEFINE_FINAL_TYPE (EntenteBenchBin, entente_bench_bin, GTK_TYPE_WIDGET)

static double
get_time (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);
  return (double) time.tv_sec * 1000 + (double) time.tv_nsec / 1e6;
}

double
entente_bench_get_cpu (void)
{
  return get_time (CLOCK_THREAD_CPUTIME_ID);
}

double
entente_bench_get_process_cpu (void)
{
  return get_time (CLOCK_PROCESS_CPUTIME_ID);
}

glong
entente_bench_get_faults (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_minflt + usage.ru_majflt;
}

static void
entente_bench_bin_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  gtk_widget_measure (ENTENTE_BENCH_BIN (widget)->child,
                      orientation,
                      for_size,
                      minimum,
                      natural,
                      minimum_baseline,
                      natural_baseline);
}

static void
entente_bench_bin_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  EntenteBenchBin *self = ENTENTE_BENCH_BIN (widget);
  double start = entente_bench_get_cpu ();

  gtk_widget_allocate (self->child, width, height, baseline, NULL);
  self->own += entente_bench_get_cpu () - start;
}

static void
entente_bench_bin_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  EntenteBenchBin *self = ENTENTE_BENCH_BIN (widget);
  double start = entente_bench_get_cpu ();

  gtk_widget_snapshot_child (widget, self->child, snapshot);
  self->own += entente_bench_get_cpu () - start;
}

static void
before_paint_cb (GdkFrameClock *clock, EntenteBenchBin *self)
{
  self->wall_start = g_get_monotonic_time ();
}

static void
after_paint_cb (GdkFrameClock *clock, EntenteBenchBin *self)
{
  gdk_display_sync (gtk_widget_get_display (GTK_WIDGET (self)));
  self->wall = g_get_monotonic_time () - self->wall_start;
  self->n_painted++;
}

static void
entente_bench_bin_realize (GtkWidget *widget)
{
  EntenteBenchBin *self = ENTENTE_BENCH_BIN (widget);

  GTK_WIDGET_CLASS (entente_bench_bin_parent_class)->realize (widget);
  self->clock = gtk_widget_get_frame_clock (widget);
  g_signal_connect (self->clock, "before-paint", G_CALLBACK (before_paint_cb), self);
  g_signal_connect (self->clock, "after-paint", G_CALLBACK (after_paint_cb), self);
}

static void
entente_bench_bin_unrealize (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_data (ENTENTE_BENCH_BIN (widget)->clock, widget);
  GTK_WIDGET_CLASS (entente_bench_bin_parent_class)->unrealize (widget);
}

static void
entente_bench_bin_dispose (GObject *object)
{
  g_clear_pointer (&ENTENTE_BENCH_BIN (object)->child, gtk_widget_unparent);
  G_OBJECT_CLASS (entente_bench_bin_parent_class)->dispose (object);
}

static void
entente_bench_bin_class_init (EntenteBenchBinClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = entente_bench_bin_dispose;
  widget_class->measure = entente_bench_bin_measure;
  widget_class->size_allocate = entente_bench_bin_size_allocate;
  widget_class->snapshot = entente_bench_bin_snapshot;
  widget_class->realize = entente_bench_bin_realize;
  widget_class->unrealize = entente_bench_bin_unrealize;
}

static void
entente_bench_bin_init (EntenteBenchBin *self)
{
}

GtkWidget *
entente_bench_bin_new (GtkWidget *child)
{
  EntenteBenchBin *self = g_object_new (ENTENTE_TYPE_BENCH_BIN, NULL);

  self->child = child;
  gtk_widget_set_parent (child, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

void
entente_bench_bin_set_child (EntenteBenchBin *self, GtkWidget *child)
{
  gtk_widget_unparent (self->child);
  self->child = child;
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

/* ---- frames ---- */

void
entente_bench_bin_paint (EntenteBenchBin *self)
{
  guint before = self->n_painted;

  gtk_widget_queue_draw (self->child);
  while (self->n_painted == before)
    g_main_context_iteration (NULL, TRUE);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

double
entente_bench_median (double *values, guint n)
{
  qsort (values, n, sizeof *values, compare);
  return values[n / 2];
}

EntenteBenchFrames
entente_bench_bin_run (EntenteBenchBin *self, guint n, EntenteBenchMove move, gpointer data)
{
  g_autofree double *cpu = g_new (double, n), *own = g_new (double, n), *wall = g_new (double, n);
  EntenteBenchFrames frames;
  glong faults;

  for (guint i = 0; i < 10; i++) { /* warm */
    move (i, data);
    entente_bench_bin_paint (self);
  }
  faults = entente_bench_get_faults ();
  for (guint i = 0; i < n; i++) {
    double start = entente_bench_get_cpu ();

    self->own = 0;
    move (i, data);
    entente_bench_bin_paint (self);
    cpu[i] = entente_bench_get_cpu () - start;
    own[i] = self->own;
    wall[i] = (double) self->wall / 1000;
  }
  frames.faults = (double) (entente_bench_get_faults () - faults) / n;
  frames.median = entente_bench_median (cpu, n);
  frames.p99 = cpu[n * 99 / 100];
  frames.most = cpu[n - 1];
  frames.own = entente_bench_median (own, n);
  frames.wall = entente_bench_median (wall, n);
  frames.wall_p99 = wall[n * 99 / 100];
  return frames;
}

/* ---- a ready image ---- */

struct _EntenteBenchImage {
  GtkWidget parent_instance;

  cairo_surface_t *images[2];
  guint image;
};

G_DEFINE_FINAL_TYPE (EntenteBenchImage, entente_bench_image, GTK_TYPE_WIDGET)

static cairo_surface_t *
paint_image (int width, int height, guint number)
{
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (image);

  for (int y = 0; y < height; y += 8) {
    cairo_set_source_rgb (cr, 0.4 + 0.1 * number, (double) y / height, 0.6);
    cairo_rectangle (cr, 0, y, width, 8);
    cairo_fill (cr);
  }
  cairo_destroy (cr);
  return image;
}

static void
entente_bench_image_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  EntenteBenchImage *self = ENTENTE_BENCH_IMAGE (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  GskRenderNode *node = gsk_cairo_node_new (&bounds);
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  self->image = 1 - self->image;
  if (self->images[self->image] == NULL)
    self->images[self->image] = paint_image (width, height, self->image);
  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  cairo_set_source_surface (cr, self->images[self->image], 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  gtk_snapshot_append_node (snapshot, node);
  gsk_render_node_unref (node);
}

static void
entente_bench_image_finalize (GObject *object)
{
  EntenteBenchImage *self = ENTENTE_BENCH_IMAGE (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->images); i++)
    g_clear_pointer (&self->images[i], cairo_surface_destroy);
  G_OBJECT_CLASS (entente_bench_image_parent_class)->finalize (object);
}

static void
entente_bench_image_class_init (EntenteBenchImageClass *class)
{
  G_OBJECT_CLASS (class)->finalize = entente_bench_image_finalize;
  GTK_WIDGET_CLASS (class)->snapshot = entente_bench_image_snapshot;
}

static void
entente_bench_image_init (EntenteBenchImage *self)
{
}

GtkWidget *
entente_bench_image_new (void)
{
  return g_object_new (ENTENTE_TYPE_BENCH_IMAGE, "hexpand", TRUE, "vexpand", TRUE, NULL);
}
