/* What a frame costs while a study of ten thousand moves is edited in its ledger, with what is
 * proposed and what is open, against a bare frame of the same ledger; and how long what is proposed
 * takes to follow. The ratio of the frames is asserted, for all of it is computed in a thread;
 * milliseconds are only reported.
 */

#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#include "entente-bench-frame.h"
#include "entente-commands.h"
#include "entente-ledger.h"
#include "entente-loose-ends.h"
#include "entente-question-list.h"

#define N_MOVES 10000
#define N_ACTORS 40
#define N_FRAMES 60
#define MAX_RATIO 8.0
#define FRAME_MS 16.7

typedef struct {
  char *folder;
  EntenteStudy *study;
  EntenteSession *session;
  EntenteQuestionList *questions;
  EntenteLooseEnds *ends;
  EntenteBenchBin *bin;
  GtkWidget *window;
  GArray *events;
  guint n_changed;
} Bench;

/* Offers, and refusals that may answer them. */
static void
add_moves (Bench *bench)
{
  g_autoptr (EntenteStep) step = entente_step_new ("Add");
  g_autoptr (EntenteChangeSet) changes = NULL;
  g_autoptr (GError) error = NULL;
  EntenteId actors[N_ACTORS];

  for (guint i = 0; i < N_ACTORS; i++) {
    g_autoptr (EntenteActor) actor = entente_actor_new ();

    actor->name = g_strdup_printf ("Side %u", i);
    entente_step_insert (step, actor);
    actors[i] = actor->record.id;
  }
  for (guint i = 0; i < N_MOVES; i++) {
    g_autoptr (EntenteEvent) event = entente_event_new ();

    event->kind = g_strdup (i % 2 ? "refuse-offer" : "offer");
    event->when = entente_date_new_day (1990 + i % 30, 1 + (int) (i % 12), 1 + (int) (i % 28));
    entente_step_insert (step, event);
    g_array_append_val (bench->events, event->record.id);
    for (guint role = 0; role < 2; role++) {
      g_autoptr (EntenteParticipation) part = entente_participation_new ();

      part->event = event->record.id;
      part->actor = actors[(i / 7 + (role ^ (i % 2)) * 3) % N_ACTORS];
      part->role = role == 0 ? ENTENTE_ROLE_INITIATOR : ENTENTE_ROLE_ADDRESSEE;
      entente_step_insert (step, part);
    }
  }
  changes = entente_study_apply (bench->study, step, &error);
  g_assert_no_error (error);
}

static void
count_cb (Bench *bench)
{
  bench->n_changed++;
}

static void
open_bench (Bench *bench)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *ledger;

  bench->folder = g_dir_make_tmp ("entente-bench-ledger-XXXXXX", NULL);
  path = g_build_filename (bench->folder, "study.entente", NULL);
  bench->study = entente_study_open (path, ENTENTE_OPEN_CREATE, NULL, &error);
  g_assert_no_error (error);
  bench->events = g_array_new (FALSE, FALSE, sizeof (EntenteId));
  add_moves (bench);
  bench->session = entente_session_new (bench->study);
  bench->questions = entente_question_list_new (bench->session);
  bench->ends = entente_loose_ends_get (bench->study);
  g_signal_connect_swapped (bench->ends, "changed", G_CALLBACK (count_cb), bench);
  ledger = g_object_new (ENTENTE_TYPE_LEDGER, "session", bench->session, NULL);
  bench->bin = ENTENTE_BENCH_BIN (entente_bench_bin_new (ledger));
  bench->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (bench->window), 1400, 500);
  gtk_window_set_child (GTK_WINDOW (bench->window), GTK_WIDGET (bench->bin));
  gtk_window_present (GTK_WINDOW (bench->window));
  while (bench->n_changed == 0)
    g_main_context_iteration (NULL, TRUE);
  entente_bench_bin_paint (bench->bin);
  g_assert_cmpuint (
    entente_answer_proposals_count (entente_loose_ends_get_proposals (bench->ends), NULL),
    >,
    1000);
}

static void
close_bench (Bench *bench)
{
  g_autofree char *path = g_build_filename (bench->folder, "study.entente", NULL);

  gtk_window_destroy (GTK_WINDOW (bench->window));
  g_signal_handlers_disconnect_by_data (bench->ends, bench);
  g_object_unref (bench->ends);
  g_object_unref (bench->questions);
  g_object_unref (bench->session);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (bench->study);
  g_array_unref (bench->events);
  g_unlink (path);
  g_rmdir (bench->folder);
  g_free (bench->folder);
}

static void
bare_cb (guint frame, gpointer data)
{
  gtk_widget_queue_draw (GTK_WIDGET (((Bench *) data)->bin));
}

/* The step is written by another thread; what comes of it is taken on here. */
static void
edit_cb (guint frame, gpointer data)
{
  Bench *bench = data;
  EntenteId event = g_array_index (bench->events, EntenteId, (frame * 37) % bench->events->len);
  g_autoptr (GError) error = NULL;
  EntenteStep *step = entente_commands_set_field (ENTENTE_ENTITY_EVENT,
                                                  event,
                                                  "title",
                                                  frame % 2 ? "A" : "B",
                                                  &error);

  g_assert_no_error (error);
  entente_study_apply_async (bench->study, step, NULL, NULL);
}

static double
measure_following (Bench *bench)
{
  gint64 begin = g_get_monotonic_time ();
  guint before = bench->n_changed;

  edit_cb (1, bench);
  while (bench->n_changed == before)
    g_main_context_iteration (NULL, TRUE);
  return (double) (g_get_monotonic_time () - begin) / 1000;
}

static void
bench_edits (void)
{
  Bench bench = { NULL };
  EntenteBenchFrames bare, edited;

  open_bench (&bench);
  bare = entente_bench_bin_run (bench.bin, N_FRAMES, bare_cb, &bench);
  edited = entente_bench_bin_run (bench.bin, N_FRAMES, edit_cb, &bench);
  g_test_message ("%u moves, %u questions: bare frame %.2f ms; with an edit %.2f ms "
                  "(99 of 100: %.2f), %.2f times as long; all follows after %.1f ms",
                  N_MOVES,
                  entente_question_list_get_n_all (bench.questions),
                  bare.median,
                  edited.median,
                  edited.p99,
                  edited.median / bare.median,
                  measure_following (&bench));
  g_assert_cmpfloat (edited.median, <=, MAX (MAX_RATIO * bare.median, FRAME_MS));
  close_bench (&bench);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();
  g_test_add_func ("/bench/ledger", bench_edits);
  return g_test_run ();
}
