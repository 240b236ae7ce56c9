/* SQLite gets no memory: at the n-th piece that it asks for, once and for good, in everything that
 * a person does with a study. What is told as an error changed nothing, and what is read is all.
 */
#include "config.h"

#include "entente-deeds.h"
#include "entente-store-fixture.h"
#include "entente-test-scale.h"

#include <sqlite3.h>
#include <string.h>

/* Runs of one deed in one way; where it asks for more pieces, some of them are chosen. */
#define RUNS 120
#define RUNS_OF_RELEASE 4000

static sqlite3_mem_methods real;

static struct {
  gboolean armed;
  gboolean for_good;
  int at;
  int n;
} plan;

static gboolean
is_refused (void)
{
  if (!plan.armed)
    return FALSE;
  plan.n++;
  return plan.for_good ? plan.n >= plan.at : plan.n == plan.at;
}

static void *
allocate (int size)
{
  return is_refused () ? NULL : real.xMalloc (size);
}

static void *
reallocate (void *piece, int size)
{
  return is_refused () ? NULL : real.xRealloc (piece, size);
}

static void
install (void)
{
  sqlite3_mem_methods faulty;

  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_GETMALLOC, &real), ==, SQLITE_OK);
  faulty = real;
  faulty.xMalloc = allocate;
  faulty.xRealloc = reallocate;
  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_MALLOC, &faulty), ==, SQLITE_OK);
}

static void
arm (gpointer data)
{
  plan.n = 0;
  plan.armed = TRUE;
}

static void
disarm (gpointer data)
{
  plan.armed = FALSE;
}

static void
run_once (const EntenteDeed *deed, EntenteVictim *victim, const char *before, const char *after)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL;
  gboolean done;

  entente_victim_restore (victim);
  done = deed->run (victim, &error);
  found = entente_victim_read (victim);
  if (done != (error == NULL))
    g_error ("Piece %d: done %d, error %s", plan.at, done, error ? error->message : "none");
  if (error != NULL)
    g_assert_true (g_str_has_suffix (error->message, "."));
  if (strcmp (found, done ? after : before) != 0 && !(deed->opens && strcmp (found, after) == 0))
    g_error ("%s, piece %d, for good %d, done %d: neither as before nor as after",
             deed->name,
             plan.at,
             plan.for_good,
             done);
}

static void
test_deed (gconstpointer data)
{
  const EntenteDeed *deed = data;
  g_autoptr (EntenteVictim) victim = entente_victim_new (deed, 20);
  g_autofree char *before = entente_victim_read (victim), *after = NULL;
  int n_runs = (int) entente_test_scale ("ENTENTE_MEMORY_RUNS", RUNS, RUNS_OF_RELEASE);
  int n_pieces, offset;

  victim->begin = arm;
  victim->end = disarm;
  plan.at = G_MAXINT;
  g_assert_true (deed->run (victim, NULL));
  after = entente_victim_read (victim);
  entente_victim_restore (victim);
  g_assert_true (deed->run (victim, NULL));
  n_pieces = plan.n;
  offset = g_test_rand_int_range (0, MAX (n_pieces / n_runs, 1));
  for (int i = 0; i < MIN (n_runs, n_pieces); i++) {
    plan.at = 1 + (int) ((gint64) n_pieces * i / MIN (n_runs, n_pieces)) + offset;
    for (int for_good = 0; for_good < 2; for_good++) {
      plan.for_good = for_good;
      run_once (deed, victim, before, after);
    }
  }
  g_test_message ("%s: %d pieces, %d of them refused",
                  deed->name,
                  n_pieces,
                  MIN (n_runs, n_pieces));
}

int
main (int argc, char *argv[])
{
  int result;

  install ();
  entente_deeds_init ();
  entente_store_fixture_init (&argc, &argv);
  for (guint i = 0; i < entente_n_deeds; i++) {
    g_autofree char *path = g_strconcat ("/faults/memory/", entente_deeds[i].name, NULL);

    if (strcmp (entente_deeds[i].name, "export") != 0)
      g_test_add_data_func (path, &entente_deeds[i], test_deed);
  }
  result = g_test_run ();
  entente_deeds_finish ();
  return result;
}
