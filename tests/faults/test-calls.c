/* Every call of the system fails once or for good, is the last of its process, is broken off by a
 * signal or done by half: for everything that a person does with a study.
 *
 * Each deed is run with the first call failing, then the second, until it ends without having
 * come so far. Whatever happened, the study is afterwards what it was before, row by row, or what
 * it is after the deed, and whole; after a failure that was told it is what it was before, and
 * after a success it is what it should be.
 */
#include "config.h"

#include "entente-deeds.h"
#include "entente-faults.h"
#include "entente-store-fixture.h"
#include "entente-test-scale.h"

#include <errno.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* One way in which calls fail. */
typedef struct {
  const char *name;
  EntenteFault fault;
  EntenteCalls calls;
  int error;
  gboolean harmless; /* the deed is done all the same */
} Way;

static const Way ways[] = {
  { "once", ENTENTE_FAULT_ONCE, ENTENTE_CALLS_ALL, EIO, FALSE },
  { "for-ever", ENTENTE_FAULT_FOR_EVER, ENTENTE_CALLS_WRITING, ENOSPC, FALSE },
  { "kill", ENTENTE_FAULT_KILL, ENTENTE_CALLS_WRITING, 0, FALSE },
  { "short", ENTENTE_FAULT_SHORT, ENTENTE_CALLS_ALL, 0, TRUE },
  { "interrupted", ENTENTE_FAULT_INTERRUPTED, ENTENTE_CALLS_ALL, EINTR, TRUE },
};

/* The plan of one run. */
typedef struct {
  const EntenteVictim *victim;
  const Way *way;
  int at;
  int n_calls;
  int n_unsure; /* runs that told an error and were done */
} Plan;

static void
arm (gpointer data)
{
  const Plan *plan = data;

  entente_faults_arm (plan->victim->folder,
                      plan->way->calls,
                      plan->way->fault,
                      plan->way->error,
                      plan->at);
}

static void
disarm (gpointer data)
{
  ((Plan *) data)->n_calls = entente_faults_disarm ();
}

static gboolean
run_here (const EntenteDeed *deed, EntenteVictim *victim, const Plan *plan)
{
  g_autoptr (GError) error = NULL;
  gboolean done = deed->run (victim, &error);

  if (done == (error != NULL))
    g_error ("Call %d: done %d, error %s", plan->at, done, error ? error->message : "none");
  if (error != NULL)
    g_assert_true (g_str_has_suffix (error->message, ".") && strlen (error->message) > 30);
  return done;
}

/* In a process of its own, which may not come back: status 0 when it was killed. */
static void
run_killed (const EntenteDeed *deed, EntenteVictim *victim, Plan *plan)
{
  pid_t child = fork ();
  int status;

  if (child == 0) {
    deed->run (victim, NULL);
    _exit (2);
  }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  plan->n_calls = WEXITSTATUS (status) == 0 ? plan->at : plan->at - 1;
}

/* FALSE when the deed ended before the planned call. */
static gboolean
run_once (const EntenteDeed *deed,
          EntenteVictim *victim,
          Plan *plan,
          const char *before,
          const char *after)
{
  g_autofree char *found = NULL;
  gboolean done = FALSE;

  entente_victim_restore (victim);
  if (plan->way->fault == ENTENTE_FAULT_KILL)
    run_killed (deed, victim, plan);
  else
    done = run_here (deed, victim, plan);
  g_assert_true (done || !plan->way->harmless);
  found = entente_victim_read (victim);
  if (strcmp (found, before) != 0 && strcmp (found, after) != 0)
    g_error ("%s, call %d: neither as before nor as after", plan->way->name, plan->at);
  if (plan->way->fault == ENTENTE_FAULT_KILL || (deed->opens && !done))
    return plan->n_calls >= plan->at;
  /* The last call of a commit: it is in the file, and nobody can say for how long. */
  if (plan->way->fault == ENTENTE_FAULT_FOR_EVER && !done && strcmp (found, before) != 0)
    plan->n_unsure++;
  else if (strcmp (found, done ? after : before) != 0)
    g_error ("%s, call %d: %s, and the study is as %s",
             plan->way->name,
             plan->at,
             done ? "done" : "an error was told",
             done ? "before" : "after");
  return plan->n_calls >= plan->at;
}

static int
run_all (const EntenteDeed *deed, EntenteVictim *victim, const Way *way)
{
  Plan plan = { .victim = victim, .way = way, .at = 1 };
  g_autofree char *before = entente_victim_read (victim);
  g_autofree char *after = NULL;
  int n = 0;

  g_assert_true (deed->run (victim, NULL));
  after = entente_victim_read (victim);
  victim->begin = arm;
  victim->end = disarm;
  victim->data = &plan;
  while (run_once (deed, victim, &plan, before, after)) {
    n++;
    if (way->harmless)
      break;
    plan.at++;
  }
  g_assert_cmpint (plan.n_unsure, <=, 2);
  victim->begin = victim->end = NULL;
  entente_victim_restore (victim);
  return n;
}

static void
test_deed (gconstpointer data)
{
  static const guint sizes[] = { 20, 200, 2000 };
  const EntenteDeed *deed = data;
  guint n_sizes = entente_test_scale ("ENTENTE_CALLS_SIZES", 1, G_N_ELEMENTS (sizes));

  for (guint size = 0; size < MIN (n_sizes, G_N_ELEMENTS (sizes)); size++) {
    g_autoptr (EntenteVictim) victim = entente_victim_new (deed, sizes[size]);

    for (gsize i = 0; i < G_N_ELEMENTS (ways); i++) {
      int n = run_all (deed, victim, &ways[i]);

      g_test_message ("%s of %u, %s: %d runs", deed->name, sizes[size], ways[i].name, n);
    }
  }
}

int
main (int argc, char *argv[])
{
  int result;

  entente_deeds_init ();
  entente_store_fixture_init (&argc, &argv);
  for (guint i = 0; i < entente_n_deeds; i++) {
    g_autofree char *path = g_strconcat ("/faults/calls/", entente_deeds[i].name, NULL);

    g_test_add_data_func (path, &entente_deeds[i], test_deed);
  }
  result = g_test_run ();
  entente_deeds_finish ();
  return result;
}
