/* What a frame costs while the tree of actors is scrolled: ten thousand actors against a hundred in
 * the same run; and what a key in its search costs. The ratio of the frames is asserted, for rows
 * are made for what is seen; milliseconds are only reported.
 */

#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#include "entente-actor-filter.h"
#include "entente-bench-frame.h"

#define MANY 10000
#define FEW 100
#define N_FRAMES 200
#define STEP_PX 60
#define MAX_RATIO 3.0

typedef struct {
  char *folder;
  EntenteStudy *study;
  EntenteSession *session;
  GtkWidget *window, *filter;
  EntenteBenchBin *bin;
  GtkWidget *tree;
  double place; /* of the adjustment */
} Pane;

static void
add_records (EntenteStudy *study, guint n)
{
  g_autoptr (EntenteStep) step = entente_step_new ("Add");
  g_autoptr (EntenteChangeSet) changes = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n; i++) {
    g_autoptr (EntenteActor) actor = entente_actor_new ();
    g_autoptr (EntenteEvent) event = entente_event_new ();
    g_autoptr (EntenteParticipation) part = entente_participation_new ();

    actor->record.id = entente_id_new ();
    actor->name = g_strdup_printf ("Ministry %c%u", 'A' + (char) (i % 26), i);
    event->record.id = entente_id_new ();
    event->kind = g_strdup ("talks");
    event->when = entente_date_new_day (1950 + i % 70, 1 + (int) (i % 12), 1);
    part->event = event->record.id;
    part->actor = actor->record.id;
    part->role = ENTENTE_ROLE_INITIATOR;
    entente_step_insert (step, actor);
    entente_step_insert (step, event);
    entente_step_insert (step, part);
  }
  changes = entente_study_apply (study, step, &error);
  g_assert_no_error (error);
}

static GtkWidget *
find_type (GtkWidget *widget, GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find_type (child, type);
  return found;
}

static void
open_pane (Pane *pane, guint n)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  pane->folder = g_dir_make_tmp ("entente-bench-actors-XXXXXX", NULL);
  path = g_build_filename (pane->folder, "study.entente", NULL);
  pane->study = entente_study_open (path, ENTENTE_OPEN_CREATE, NULL, &error);
  g_assert_no_error (error);
  add_records (pane->study, n);
  pane->session = entente_session_new (pane->study);
  pane->window = gtk_window_new ();
  pane->filter = g_object_new (ENTENTE_TYPE_ACTOR_FILTER, "session", pane->session, NULL);
  pane->bin = ENTENTE_BENCH_BIN (entente_bench_bin_new (pane->filter));
  gtk_window_set_default_size (GTK_WINDOW (pane->window), 312, 800);
  gtk_window_set_child (GTK_WINDOW (pane->window), GTK_WIDGET (pane->bin));
  gtk_window_present (GTK_WINDOW (pane->window));
  pane->tree = find_type (pane->filter, GTK_TYPE_LIST_VIEW);
  g_assert_nonnull (pane->tree);
  /* The counts, and with them the bars beside the names, come from a thread. */
  while (!entente_session_get_facets (pane->session))
    g_main_context_iteration (NULL, TRUE);
  entente_bench_bin_paint (pane->bin);
}

static void
close_pane (Pane *pane)
{
  g_autofree char *path = g_build_filename (pane->folder, "study.entente", NULL);

  gtk_window_destroy (GTK_WINDOW (pane->window));
  g_object_unref (pane->session);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (pane->study);
  g_unlink (path);
  g_rmdir (pane->folder);
  g_free (pane->folder);
}

static void
scroll_cb (guint frame, gpointer data)
{
  Pane *pane = data;
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (pane->tree));
  double end = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

  pane->place = pane->place + STEP_PX < end ? pane->place + STEP_PX : 0;
  gtk_adjustment_set_value (adjustment, pane->place);
}

/* Milliseconds of a key in the search, until the entry shows it. */
static double
measure_key (Pane *pane)
{
  GtkEditable *search = GTK_EDITABLE (find_type (pane->filter, GTK_TYPE_SEARCH_ENTRY));
  double begin = entente_bench_get_cpu ();

  gtk_editable_set_text (search, "ministry q");
  entente_bench_bin_paint (pane->bin);
  return entente_bench_get_cpu () - begin;
}

static EntenteBenchFrames
measure (guint n)
{
  Pane pane = { NULL };
  EntenteBenchFrames frames;

  open_pane (&pane, n);
  frames = entente_bench_bin_run (pane.bin, N_FRAMES, scroll_cb, &pane);
  g_test_message ("%u actors: frame %.2f ms (99 of 100: %.2f, most %.2f); key %.2f ms",
                  n,
                  frames.median,
                  frames.p99,
                  frames.most,
                  measure_key (&pane));
  close_pane (&pane);
  return frames;
}

static void
bench_scroll (void)
{
  EntenteBenchFrames few = measure (FEW), many = measure (MANY);

  g_test_message ("a hundred times the actors: a frame %.2f times as long",
                  many.median / few.median);
  g_assert_cmpfloat (many.median, <=, MAX_RATIO * MAX (few.median, 0.5));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();
  g_test_add_func ("/bench/actor-tree", bench_scroll);
  return g_test_run ();
}
