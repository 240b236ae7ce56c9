#include "config.h"

#include "entente-bench-screen.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <gio/gio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define N_LINES 30 /* of the screen, looked at in turn */
#define POLL_US 4000
#define STILL_US 1500000
#define TIMEOUT_US 120000000
#define NEARLY 0.99

typedef struct {
  Display *display;
  int width, height;
  gsize size; /* of one sample, in bytes */
  GPtrArray *samples; /* guint32 *, each another than the one before */
  GArray *times; /* gint64, µs since the start */
} Watch;

static guint32 *
take_sample (Watch *watch)
{
  guint32 *sample = g_malloc (watch->size);

  for (int i = 0; i < N_LINES; i++) {
    int y = (2 * i + 1) * watch->height / (2 * N_LINES);
    XImage *image = XGetImage (watch->display,
                               DefaultRootWindow (watch->display),
                               0,
                               y,
                               (unsigned) watch->width,
                               1,
                               AllPlanes,
                               ZPixmap);

    g_assert_nonnull (image);
    memcpy (sample + i * watch->width, image->data, (gsize) watch->width * 4);
    XDestroyImage (image);
  }
  return sample;
}

/* Keeps the sample when something changed. */
static gboolean
look (Watch *watch, gint64 begin)
{
  gint64 now = g_get_monotonic_time () - begin;
  guint32 *sample = take_sample (watch);

  if (watch->samples->len > 0 &&
      memcmp (sample, g_ptr_array_index (watch->samples, watch->samples->len - 1), watch->size) ==
        0) {
    g_free (sample);
    return FALSE;
  }
  g_ptr_array_add (watch->samples, sample);
  g_array_append_val (watch->times, now);
  return TRUE;
}

static void
watch_until_still (Watch *watch, gint64 begin)
{
  gint64 changed = begin;

  while (g_get_monotonic_time () - begin < TIMEOUT_US &&
         (watch->samples->len < 2 || g_get_monotonic_time () - changed < STILL_US)) {
    if (look (watch, begin))
      changed = g_get_monotonic_time ();
    g_usleep (POLL_US);
  }
}

static double
compare (const Watch *watch, guint sample)
{
  const guint32 *one = g_ptr_array_index (watch->samples, sample);
  const guint32 *last = g_ptr_array_index (watch->samples, watch->samples->len - 1);
  gsize n = watch->size / 4, equal = 0;

  for (gsize i = 0; i < n; i++)
    equal += one[i] == last[i];
  return (double) equal / (double) n;
}

/* Since when at least @share of the pixels are as in the end. */
static double
find_time (const Watch *watch, double share)
{
  guint i = watch->samples->len;

  while (i > 0 && compare (watch, i - 1) >= share)
    i--;
  return i < watch->times->len ? (double) g_array_index (watch->times, gint64, i) / 1000 : -1;
}

static double
read_memory (const char *pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%s/statm", pid);
  g_autofree char *text = NULL;
  long size = 0, resident = 0;

  if (!g_file_get_contents (path, &text, NULL, NULL) ||
      sscanf (text, "%ld %ld", &size, &resident) != 2)
    return -1;
  return (double) resident * (double) sysconf (_SC_PAGESIZE) / (1 << 20);
}

/* One connection for the whole run: a server that the last program leaves starts anew, and is away
 * meanwhile. */
static Display *
get_display (void)
{
  static Display *display;

  if (display == NULL)
    display = XOpenDisplay (NULL);
  g_assert_nonnull (display);
  return display;
}

EntenteBenchStart
entente_bench_start (const char *const *arguments)
{
  Watch watch = { .display = get_display () };
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;
  EntenteBenchStart found;
  gint64 begin;

  watch.width = DisplayWidth (watch.display, DefaultScreen (watch.display));
  watch.height = DisplayHeight (watch.display, DefaultScreen (watch.display));
  watch.size = (gsize) watch.width * N_LINES * 4;
  watch.samples = g_ptr_array_new_with_free_func (g_free);
  watch.times = g_array_new (FALSE, FALSE, sizeof (gint64));
  begin = g_get_monotonic_time ();
  look (&watch, begin);
  process = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_NONE, &error);
  g_assert_no_error (error);
  watch_until_still (&watch, begin);
  g_assert_cmpuint (watch.times->len, >, 1);
  found = (EntenteBenchStart){ (double) g_array_index (watch.times, gint64, 1) / 1000,
                               find_time (&watch, NEARLY),
                               find_time (&watch, 1),
                               read_memory (g_subprocess_get_identifier (process)) };
  g_subprocess_force_exit (process);
  g_subprocess_wait (process, NULL, NULL);
  g_ptr_array_unref (watch.samples);
  g_array_unref (watch.times);
  return found;
}
