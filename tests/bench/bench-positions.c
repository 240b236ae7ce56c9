/* Two thousand positions beside ten thousand events: how long an edit of one takes until the table
 * of a day is made anew. What is read of the file, patched and asked has to stay well below making
 * all of it anew, and below a frame; the ratio is asserted, figures are reported. */
#include "config.h"

#include "entente-commands.h"
#include "entente-positions-table.h"
#include "entente-study-positions.h"
#include <glib/gstdio.h>

#define N_EVENTS 10000
#define N_POSITIONS 2000
#define N_ACTORS 40
#define N_ISSUES 30
#define REPEATS 20

static double
get_ms (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static void
apply (EntenteStudy *study, EntenteStep *step)
{
  g_autoptr (EntenteStep) own = step;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteChangeSet) changes = entente_study_apply (study, own, &error);

  g_assert_no_error (error);
}

static void
add_names (EntenteStep *step, GRand *rand)
{
  for (EntenteId i = 1; i <= N_ACTORS; i++) {
    g_autoptr (EntenteActor) actor = entente_actor_new ();

    actor->record.id = i;
    actor->name = g_strdup_printf ("Actor %d", (int) i);
    entente_step_insert (step, actor);
  }
  for (EntenteId i = 1; i <= N_ISSUES; i++) {
    g_autoptr (EntenteIssue) issue = entente_issue_new ();

    issue->record.id = i;
    issue->name = g_strdup_printf ("Issue %d", (int) i);
    issue->parent = i > 5 ? g_rand_int_range (rand, 1, 6) : ENTENTE_ID_NONE;
    entente_step_insert (step, issue);
  }
}

static void
add_events (EntenteStep *step, GRand *rand)
{
  for (guint i = 0; i < N_EVENTS; i++) {
    g_autoptr (EntenteEvent) event = entente_event_new ();

    event->kind = g_strdup ("statement");
    event->when =
      entente_date_new_day (2000 + (gint64) (i % 20), 1 + (int) i % 12, 1 + (int) i % 28);
    entente_step_insert (step, event);
  }
}

static EntentePosition *
make_position (GRand *rand)
{
  EntentePosition *position = entente_position_new ();

  position->actor = g_rand_int_range (rand, 1, N_ACTORS + 1);
  position->issue = g_rand_int_range (rand, 1, N_ISSUES + 1);
  position->kind = g_rand_int_range (rand, 0, 7);
  position->text = g_strdup ("Some words of what is wanted");
  position->when = entente_date_new_day (2000 + g_rand_int_range (rand, 0, 20),
                                         g_rand_int_range (rand, 1, 13),
                                         g_rand_int_range (rand, 1, 29));
  return position;
}

static void
fill (EntenteStudy *study, GRand *rand)
{
  EntenteStep *step = entente_step_new ("Fill");

  add_names (step, rand);
  add_events (step, rand);
  for (guint i = 0; i < N_POSITIONS; i++) {
    g_autoptr (EntentePosition) position = make_position (rand);

    entente_step_insert (step, position);
  }
  apply (study, step);
}

static void
show (EntenteStudy *study, const EntentePositions *positions)
{
  gint64 start = entente_day_number (2012, 6, 1) * ENTENTE_SECONDS_PER_DAY;
  EntenteSpan day = { start, start + ENTENTE_SECONDS_PER_DAY };
  g_autoptr (EntentePositionsTable) table =
    entente_positions_table_new (positions, entente_study_get_chronicle (study), day, NULL, NULL);

  g_assert_cmpuint (table->n, >=, N_POSITIONS);
}

/* Everything is read and made anew. */
static double
measure_anew (EntenteStudy *study, EntentePositions **positions)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GPtrArray) all = entente_study_read_positions (study, NULL, NULL);

  g_clear_pointer (positions, entente_positions_unref);
  *positions = entente_positions_new (all);
  show (study, *positions);
  return get_ms (start);
}

/* What follows one edit: the changed one is read, the rest is taken over. */
static double
measure_edit (EntenteStudy *study, EntentePositions **positions, GRand *rand)
{
  g_autoptr (EntentePosition) position = make_position (rand);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (EntenteId));
  g_autoptr (GPtrArray) fresh = NULL;
  EntentePositions *patched;
  gint64 start;

  apply (study, entente_commands_add_position (position, NULL, NULL));
  start = g_get_monotonic_time ();
  g_array_append_val (ids, position->record.id);
  fresh = entente_study_read_positions (study, ids, NULL);
  patched = entente_positions_patch (*positions, NULL, fresh);
  entente_positions_unref (*positions);
  *positions = patched;
  show (study, patched);
  return get_ms (start);
}

static void
measure (EntenteStudy *study, GRand *rand)
{
  EntentePositions *positions = NULL;
  double anew = G_MAXDOUBLE, edit = G_MAXDOUBLE;

  for (guint i = 0; i < REPEATS; i++) {
    anew = MIN (anew, measure_anew (study, &positions));
    edit = MIN (edit, measure_edit (study, &positions, rand));
  }
  g_print ("%d positions beside %d events: an edit %.2f ms, anew %.2f ms\n",
           N_POSITIONS,
           N_EVENTS,
           edit,
           anew);
  g_assert_cmpfloat (edit, <, anew / 2);
  entente_positions_unref (positions);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autofree char *folder = g_dir_make_tmp ("entente-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "positions.entente", NULL);
  EntenteStudy *study = entente_study_open (path, ENTENTE_OPEN_CREATE, NULL, &error);

  g_assert_no_error (error);
  fill (study, rand);
  measure (study, rand);
  entente_study_close (study);
  g_object_unref (study);
  g_remove (path);
  g_rmdir (folder);
  return 0;
}
