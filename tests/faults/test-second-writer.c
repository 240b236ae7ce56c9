/* Two programs and a stranger write to one study at the same time: nothing that was acknowledged is
 * lost, nothing is there twice, and the study stays whole.
 *
 * Two children work with the store, each adding events and deleting its own; a third writes by bare
 * SQL. ENTENTE_WRITER_SECONDS says how long.
 */
#include "config.h"

#include "entente-store-fixture.h"

#include "entente-event.h"
#include "entente-test-scale.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MOST 20 /* events that a child leaves alone before it deletes one */

typedef struct {
  guint n_done, n_busy, n_conflicts;
  guint n_there; /* events of this child that must be there */
} Count;

static void
ignore_event (gpointer data, const EntenteEventRow *row)
{
}

/* Looks at the changes of others, as a window does. */
static void
read_anew (EntenteStore *store)
{
  static const EntenteRowSink sink = { .event = ignore_event };

  entente_store_read_rows (store, &sink, NULL, NULL, NULL);
}

static EntenteStep *
make_step (GQueue *own, const char *name, guint serial)
{
  EntenteStep *step = entente_step_new (name);
  g_autoptr (EntenteEvent) event = NULL;

  if (own->length > MOST) {
    entente_step_delete (step, ENTENTE_ENTITY_EVENT, *(EntenteId *) g_queue_peek_head (own));
    return step;
  }
  event = entente_event_new ();
  event->kind = g_strdup ("meeting");
  event->title = g_strdup_printf ("%s %u", name, serial);
  entente_step_insert (step, event);
  return step;
}

static void
note_done (GQueue *own, const EntenteStep *step)
{
  const EntenteChange *change = step->changes->pdata[0];

  if (change->operation == ENTENTE_DELETE)
    g_free (g_queue_pop_head (own));
  else
    g_queue_push_tail (own, g_memdup2 (&change->record->id, sizeof (EntenteId)));
}

static int
write_steps (const char *path, const char *name, gint64 until)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteStore) store = entente_store_open (path, ENTENTE_OPEN_EXISTING, NULL, &error);
  GQueue own = G_QUEUE_INIT;
  Count count = { 0 };

  g_assert_no_error (error);
  while (g_get_real_time () < until) {
    g_autoptr (EntenteStep) step = make_step (&own, name, count.n_done);
    g_autoptr (EntenteChangeSet) changes = entente_store_apply (store, step, &error);

    if (changes != NULL) {
      note_done (&own, step);
      count.n_done++;
    } else if (g_error_matches (error, ENTENTE_ERROR, ENTENTE_ERROR_CONFLICT)) {
      count.n_conflicts++;
      read_anew (store);
    } else {
      g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_BUSY);
      count.n_busy++;
    }
    g_clear_error (&error);
  }
  g_print ("%u %u %u %u\n", count.n_done, count.n_busy, count.n_conflicts, own.length);
  g_queue_clear_full (&own, g_free);
  return 0;
}

/* Not a program of ours. */
static int
write_sql (const char *path, const char *name, gint64 until)
{
  sqlite3 *handle = NULL;
  guint n_done = 0, n_busy = 0;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  while (g_get_real_time () < until) {
    g_autofree char *sql = g_strdup_printf ("INSERT INTO setting (id, name, value) VALUES"
                                            " (%u, '%s %u', 'x')",
                                            1000000 + n_done,
                                            name,
                                            n_done);

    if (sqlite3_exec (handle, sql, NULL, NULL, NULL) == SQLITE_OK)
      n_done++;
    else
      n_busy++;
    g_usleep (20000);
  }
  sqlite3_close (handle);
  g_print ("%u %u 0 %u\n", n_done, n_busy, n_done);
  return 0;
}

static GSubprocess *
start (const char *mode, EntenteStoreFixture *fixture, const char *name, const char *until)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autoptr (GError) error = NULL;
  GSubprocess *child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                                         &error,
                                         program,
                                         mode,
                                         fixture->path,
                                         name,
                                         until,
                                         NULL);

  g_assert_no_error (error);
  return child;
}

static Count
end (GSubprocess *child)
{
  g_autofree char *output = NULL;
  Count count = { 0 };

  g_assert_true (g_subprocess_communicate_utf8 (child, NULL, NULL, &output, NULL, NULL));
  g_assert_true (g_subprocess_get_successful (child));
  g_assert_cmpint (sscanf (output,
                           "%u %u %u %u",
                           &count.n_done,
                           &count.n_busy,
                           &count.n_conflicts,
                           &count.n_there),
                   ==,
                   4);
  g_test_message ("%u done, %u times another was writing, %u times others had written",
                  count.n_done,
                  count.n_busy,
                  count.n_conflicts);
  g_object_unref (child);
  return count;
}

static void
test_writers (EntenteStoreFixture *fixture, gconstpointer data)
{
  guint seconds = entente_test_scale ("ENTENTE_WRITER_SECONDS", 10, 600);
  g_autofree char *until = NULL;
  g_autoptr (GPtrArray) sentences = NULL, settings = NULL;
  GSubprocess *children[3];
  Count one, two, stranger;

  g_clear_object (&fixture->store);
  until = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_real_time () + seconds * G_USEC_PER_SEC);
  children[0] = start ("--steps", fixture, "One", until);
  children[1] = start ("--steps", fixture, "Two", until);
  children[2] = start ("--sql", fixture, "Stranger", until);
  one = end (children[0]);
  two = end (children[1]);
  stranger = end (children[2]);
  entente_store_fixture_reopen (fixture);
  sentences = entente_store_check (fixture->store, NULL);
  g_assert_cmpuint (sentences->len, ==, 0);
  settings = entente_store_list (fixture->store, ENTENTE_ENTITY_SETTING, NULL);
  g_assert_cmpuint (settings->len, ==, stranger.n_there);
  g_assert_cmpint (entente_store_count (fixture->store, ENTENTE_ENTITY_EVENT, NULL),
                   ==,
                   one.n_there + two.n_there);
  g_assert_cmpint (entente_store_get_version (fixture->store), ==, one.n_done + two.n_done);
  g_assert_cmpuint (MIN (one.n_done, two.n_done), >, 5);
  g_assert_cmpuint (stranger.n_done, >, 5);
  g_assert_cmpuint (one.n_conflicts + two.n_conflicts, >, 5);
}

int
main (int argc, char *argv[])
{
  if (argc == 5 && strcmp (argv[1], "--steps") == 0)
    return write_steps (argv[2], argv[3], g_ascii_strtoll (argv[4], NULL, 10));
  if (argc == 5 && strcmp (argv[1], "--sql") == 0)
    return write_sql (argv[2], argv[3], g_ascii_strtoll (argv[4], NULL, 10));
  entente_store_fixture_init (&argc, &argv);
  ENTENTE_STORE_TEST ("/faults/second-writer", test_writers);
  return g_test_run ();
}
