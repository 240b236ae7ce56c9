#include "config.h"

#include "entente-bench-shown.h"

#include "entente-bench-data.h"
#include "entente-bench-frame.h"
#include "entente-facets.h"
#include "entente-timeline-private.h"

#include <adwaita.h>
#include <malloc.h>
#include <stdio.h>
#include <unistd.h>

#define N_FRAMES 300
#define N_ROUNDS 7
#define PAN_PX 7
#define FEW_IN_VIEW 250.0
#define MANY_IN_VIEW 3000.0

typedef struct {
  guint n;
  GtkWidget *window;
  EntenteBenchBin *bin;
  EntenteTimeline *timeline;
  EntenteChronicle *chronicle;
  double image; /* ms of a frame of a ready image */
  double frame; /* ms, the median of all moves */
} Shown;

static double
get_memory_mb (void)
{
  g_autofree char *text = NULL;
  long size = 0, resident = 0;

  malloc_trim (0);
  g_assert_true (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL));
  g_assert_cmpint (sscanf (text, "%ld %ld", &size, &resident), ==, 2);
  return (double) resident * (double) sysconf (_SC_PAGESIZE) / (1 << 20);
}

static void
wait_for_map (GtkWidget *widget)
{
  while (!gtk_widget_get_mapped (widget))
    g_main_context_iteration (NULL, TRUE);
}

static void
open_window (Shown *shown)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  shown->window = adw_window_new ();
  shown->bin = ENTENTE_BENCH_BIN (entente_bench_bin_new (entente_bench_image_new ()));
  gtk_widget_set_hexpand (GTK_WIDGET (shown->bin), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (shown->bin), TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (shown->bin));
  adw_window_set_content (ADW_WINDOW (shown->window), box);
  gtk_window_set_default_size (GTK_WINDOW (shown->window),
                               ENTENTE_BENCH_WIDTH,
                               ENTENTE_BENCH_HEIGHT);
  gtk_window_present (GTK_WINDOW (shown->window));
  wait_for_map (GTK_WIDGET (shown->bin));
}

/* ---- frames ---- */

static void
move_nothing (guint frame, gpointer data)
{
}

static void
move_pan (guint frame, gpointer data)
{
  EntenteTimeline *timeline = ((Shown *) data)->timeline;
  double px = frame / 75 % 2 == 0 ? PAN_PX : -PAN_PX;

  entente_timeline_view_set (timeline, entente_timescale_pan (&timeline->scale, px), FALSE);
}

/* In for half of the time, out again for the other half. */
static void
move_zoom (guint frame, gpointer data)
{
  EntenteTimeline *timeline = ((Shown *) data)->timeline;
  double factor = frame / (N_FRAMES / 2) % 2 == 0 ? 1.03 : 1 / 1.03;

  entente_timeline_view_zoom (timeline, timeline->scale.width_px / 2, factor, FALSE);
}

static void
move_all (guint frame, gpointer data)
{
  EntenteTimeline *timeline = ((Shown *) data)->timeline;
  double factor = frame % 2 == 0 ? 1.003 : 1 / 1.003;

  entente_timeline_view_zoom (timeline, timeline->scale.width_px / 2, factor, FALSE);
}

/* @share of the whole in view, about the middle. */
static void
show_share (Shown *shown, double share)
{
  EntenteTimeline *timeline = shown->timeline;
  double length = (double) (timeline->extent.end - timeline->extent.start);
  double middle = (double) timeline->extent.start + length / 2;
  EntenteSpan span = { (gint64) (middle - length * share / 2),
                       (gint64) (middle + length * share / 2) };

  if (share >= 1)
    entente_timeline_view_fit (timeline, FALSE);
  else
    entente_timeline_set_visible_span (timeline, span, FALSE);
}

static double
print_frames (Shown *shown, const char *name, double share, EntenteBenchMove move)
{
  EntenteBenchFrames frames;
  const EntenteScene *scene = shown->timeline->scene;

  show_share (shown, MIN (share, 1));
  frames = entente_bench_bin_run (shown->bin, N_FRAMES, move, shown);
  printf ("  %-10s frame %5.2f ms (%.2f x image), p99 %5.2f, most %5.2f, own %4.2f; "
          "painted %5.2f, p99 %5.2f; faults %.2f; marks %u bundles %u bars %u titles %u\n",
          name,
          frames.median,
          frames.median / shown->image,
          frames.p99,
          frames.most,
          frames.own,
          frames.wall,
          frames.wall_p99,
          frames.faults,
          scene->n_marks,
          scene->n_bundles,
          scene->n_bars,
          scene->n_titles);
  return frames.median;
}

static void
measure_frames (Shown *shown, const char *only)
{
  const struct {
    const char *name;
    double share;
    EntenteBenchMove move;
  } moves[] = {
    { "pan-tenth", 0.1, move_pan },
    { "pan-few", FEW_IN_VIEW / shown->n, move_pan },
    { "pan-many", MANY_IN_VIEW / shown->n, move_pan },
    { "zoom", 1, move_zoom },
    { "everything", 1, move_all },
  };
  double frames[G_N_ELEMENTS (moves)];
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    if (only == NULL || g_str_equal (only, moves[i].name))
      frames[n++] = print_frames (shown, moves[i].name, moves[i].share, moves[i].move);
  shown->frame = n > 0 ? entente_bench_median (frames, n) : 1;
}

/* ---- filters ---- */

static EntenteQuery *
make_query (const EntenteChronicle *chronicle, guint kind)
{
  EntenteQuery *query = entente_query_new ();
  EntenteSpan extent = { 0, 0 };

  query->members = TRUE;
  entente_chronicle_get_extent (chronicle, &extent);
  switch (kind) {
  case 0:
    for (guint i = 0; i < entente_chronicle_get_n_actors (chronicle); i += 2)
      entente_query_toggle_id (&query->actors,
                               entente_chronicle_get_actor (chronicle, i)->record.id,
                               TRUE);
    break;
  case 1:
    query->kinds[0] = G_GUINT64_CONSTANT (0x5555555555555555);
    break;
  case 2:
    query->evidence = 1u << entente_chronicle_get_evidence (chronicle, 0);
    break;
  default:
    query->has_since = query->has_until = TRUE;
    query->since = extent.start + (extent.end - extent.start) / 4;
    query->until = extent.end - (extent.end - extent.start) / 4;
  }
  return query;
}

static const char *const query_names[] = { "actors", "kinds", "evidence", "time" };

static void
set_filter (Shown *shown, EntenteBitset *filtered)
{
  g_clear_pointer (&shown->timeline->filtered, entente_bitset_unref);
  shown->timeline->filtered = filtered;
  entente_timeline_feed_rebuild_lanes (shown->timeline);
}

static void
measure_filter (Shown *shown, guint kind)
{
  g_autoptr (EntenteQuery) query = make_query (shown->chronicle, kind);
  double cpu[N_ROUNDS], match[N_ROUNDS], start;
  glong faults = 0, before;

  for (guint i = 0; i < N_ROUNDS; i++) {
    set_filter (shown, NULL);
    entente_bench_bin_paint (shown->bin);
    before = entente_bench_get_faults ();
    start = entente_bench_get_cpu ();
    set_filter (shown, entente_query_match (query, shown->chronicle, NULL, NULL));
    match[i] = entente_bench_get_cpu () - start;
    entente_bench_bin_paint (shown->bin);
    cpu[i] = entente_bench_get_cpu () - start;
    faults = entente_bench_get_faults () - before;
  }
  start = entente_bench_median (cpu, N_ROUNDS);
  printf ("  filter of %-8s to repaint %6.2f ms (%.2f x frame), of it match and lanes %.2f; page "
          "faults %ld\n",
          query_names[kind],
          start,
          start / shown->frame,
          entente_bench_median (match, N_ROUNDS),
          faults);
}

/* One count by bitmap: a byte a row into a table. */
static double
time_bitmap_count (const EntenteBitset *set)
{
  g_autofree guint8 *bytes = g_malloc (set->n_rows);
  double times[N_ROUNDS];

  for (guint i = 0; i < set->n_rows; i++)
    bytes[i] = (guint8) (i * 2654435761u >> 24);
  for (guint round = 0; round < N_ROUNDS; round++) {
    volatile guint32 counts[256] = { 0 };
    double start = entente_bench_get_cpu ();

    for (guint word = 0; word < (set->n_rows + 63) / 64; word++)
      for (guint64 bits = set->words[word]; bits != 0; bits &= bits - 1)
        counts[bytes[word * 64 + (guint) __builtin_ctzll (bits)]]++;
    times[round] = entente_bench_get_cpu () - start;
  }
  return entente_bench_median (times, N_ROUNDS);
}

static void
measure_facets (Shown *shown)
{
  for (guint kind = 0; kind < G_N_ELEMENTS (query_names); kind++) {
    g_autoptr (EntenteQuery) query = make_query (shown->chronicle, kind);
    g_autoptr (EntenteBitset) set = entente_query_match (query, shown->chronicle, NULL, NULL);
    double times[N_ROUNDS], count = time_bitmap_count (set), facets;

    for (guint i = 0; i < N_ROUNDS; i++) {
      double start = entente_bench_get_cpu ();

      entente_facets_unref (entente_facets_new (shown->chronicle, query, NULL, NULL));
      times[i] = entente_bench_get_cpu () - start;
    }
    facets = entente_bench_median (times, N_ROUNDS);
    printf ("  facets under %-8s %6.2f ms (%.0f x one bitmap count of %.3f ms)\n",
            query_names[kind],
            facets,
            facets / count,
            count);
  }
}

/* ---- edits ---- */

static void
wait_for_lanes (Shown *shown)
{
  while (shown->timeline->pending != NULL)
    g_main_context_iteration (NULL, TRUE);
  entente_bench_bin_paint (shown->bin);
}

static void
show_chronicle (Shown *shown)
{
  entente_timeline_set_chronicle (shown->timeline,
                                  shown->chronicle,
                                  NULL,
                                  entente_bench_get_title,
                                  shown->chronicle);
  wait_for_lanes (shown);
}

/* In all threads. */
static void
measure_edit (Shown *shown)
{
  double cpu[N_ROUNDS], patch[N_ROUNDS], wall[N_ROUNDS];

  for (guint i = 0; i < N_ROUNDS; i++) {
    EntenteChronicleBuilder *fresh = entente_chronicle_builder_new ();
    EntenteChronicle *old = shown->chronicle;
    gint64 begin;
    double start;

    entente_bench_feed_changed (fresh, shown->n, MIN (shown->n, 500 + i));
    begin = g_get_monotonic_time ();
    start = entente_bench_get_process_cpu ();
    shown->chronicle = entente_chronicle_patch (old, NULL, 0, fresh);
    patch[i] = entente_bench_get_process_cpu () - start;
    show_chronicle (shown);
    cpu[i] = entente_bench_get_process_cpu () - start;
    wall[i] = (double) (g_get_monotonic_time () - begin) / 1000;
    entente_chronicle_unref (old);
  }
  cpu[0] = entente_bench_median (cpu, N_ROUNDS);
  printf ("  edit to repaint %.2f ms of all threads (%.2f x frame), %.2f on the clock; of it the "
          "chronicle %.2f\n",
          cpu[0],
          cpu[0] / shown->frame,
          entente_bench_median (wall, N_ROUNDS),
          entente_bench_median (patch, N_ROUNDS));
}

/* ---- all ---- */

void
entente_bench_show_events (guint n, const char *only)
{
  Shown shown = { .n = n };
  EntenteBenchFrames image;
  double before, start;

  adw_init ();
  open_window (&shown);
  image = entente_bench_bin_run (shown.bin, N_FRAMES, move_nothing, NULL);
  shown.image = image.median;
  printf ("%u events: ready image %.2f ms a frame, painted %.2f, p99 %.2f\n",
          n,
          image.median,
          image.wall,
          image.wall_p99);
  shown.timeline = ENTENTE_TIMELINE (entente_timeline_new (NULL));
  entente_bench_bin_set_child (shown.bin, GTK_WIDGET (shown.timeline));
  entente_bench_bin_run (shown.bin, 3, move_nothing, NULL);
  before = get_memory_mb ();
  start = entente_bench_get_cpu ();
  shown.chronicle = entente_bench_chronicle_new (n);
  printf ("  chronicle made in %.0f ms", entente_bench_get_cpu () - start);
  start = entente_bench_get_process_cpu ();
  show_chronicle (&shown);
  printf (", lanes and first frame in %.0f ms\n", entente_bench_get_process_cpu () - start);
  measure_frames (&shown, only);
  if (only != NULL)
    return;
  printf ("  memory above an empty timeline %.1f MB, %.1f B an event\n",
          get_memory_mb () - before,
          (get_memory_mb () - before) * (1 << 20) / n);
  for (guint kind = 0; kind < G_N_ELEMENTS (query_names); kind++)
    measure_filter (&shown, kind);
  set_filter (&shown, NULL);
  measure_facets (&shown);
  measure_edit (&shown);
}
