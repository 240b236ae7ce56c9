/* A process that is killed while it edits loses no edit that it has acknowledged.
 *
 * A child opens the study and edits without end, and writes the number of each step that is done
 * into a pipe; the parent kills it within 30 ms, opens the study and compares. ENTENTE_KILL_ROUNDS
 * says how often.
 */
#include "config.h"

#include "entente-store-fixture.h"

#include "entente-event.h"
#include "entente-test-scale.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* ---- the child ---- */

static gpointer
next_event (gpointer data, GError **error)
{
  guint *left = data;
  EntenteEvent *event;

  if (*left == 0)
    return NULL;
  --*left;
  event = entente_event_new ();
  event->kind = g_strdup ("meeting");
  event->title = g_strdup_printf ("Imported %u", *left);
  return event;
}

/* One step: mostly an event more, now and then an undo, a redo or an import. */
static EntenteChangeSet *
make_step (EntenteStore *store, GRand *random, GError **error)
{
  g_autoptr (EntenteStep) step = entente_step_new ("Add");
  g_autoptr (EntenteEvent) event = entente_event_new ();
  g_autofree char *redo_label = entente_store_get_redo_label (store);
  guint dice = (guint) g_rand_int_range (random, 0, 10), n = 50;

  if (dice == 0 && entente_store_get_version (store) > 0 && redo_label == NULL)
    return entente_store_undo (store, error);
  if (dice == 1 && redo_label != NULL)
    return entente_store_redo (store, error);
  if (dice == 2)
    return entente_store_import (store, "Import", next_event, &n, NULL, NULL, NULL, error);
  event->kind = g_strdup ("meeting");
  event->title = g_strdup_printf ("Talks %u", g_rand_int (random));
  entente_step_insert (step, event);
  return entente_store_apply (store, step, error);
}

static int
edit_without_end (const char *path)
{
  g_autoptr (GRand) random = g_rand_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteStore) store = entente_store_open (path, ENTENTE_OPEN_EXISTING, NULL, &error);

  while (error == NULL) {
    g_autoptr (EntenteChangeSet) changes = make_step (store, random, &error);
    g_autofree char *line =
      g_strdup_printf ("%" G_GINT64_FORMAT "\n",
                       error == NULL ? entente_store_get_version (store) : -1);

    if (write (STDOUT_FILENO, line, strlen (line)) < 0)
      break;
  }
  return 1;
}

/* ---- the parent ---- */

/* Number of the last step that the child says is done; kills it after @usec. */
static gint64
run_and_kill (const char *path, gulong usec)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  const char *arguments[] = { program, "--edit", path, NULL };
  g_autoptr (GString) told = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  char buffer[4096];
  const char *last;
  gssize length;
  GPid child;
  int output;

  g_spawn_async_with_pipes (NULL,
                            (char **) arguments,
                            NULL,
                            G_SPAWN_DO_NOT_REAP_CHILD,
                            NULL,
                            NULL,
                            &child,
                            NULL,
                            &output,
                            NULL,
                            &error);
  g_assert_no_error (error);
  /* The first step is waited for: what is killed is a process that edits, not one that starts. */
  length = read (output, buffer, sizeof buffer);
  g_assert_cmpint (length, >, 0);
  g_string_append_len (told, buffer, length);
  g_usleep (usec);
  kill (child, SIGKILL);
  while ((length = read (output, buffer, sizeof buffer)) > 0)
    g_string_append_len (told, buffer, length);
  close (output);
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
  g_spawn_close_pid (child);
  /* The last line may be torn. */
  g_string_truncate (told, (gsize) (strrchr (told->str, '\n') - told->str));
  last = strrchr (told->str, '\n');
  return g_ascii_strtoll (last != NULL ? last + 1 : told->str, NULL, 10);
}

/* What the history says must be in the study, is. */
static void
assert_agrees (EntenteStore *store, gint64 acknowledged)
{
  g_autoptr (GPtrArray) history = entente_store_get_history (store, NULL);
  g_autoptr (GPtrArray) sentences = entente_store_check (store, NULL);
  gint64 n_events = 0;

  g_assert_nonnull (history);
  g_assert_cmpint (acknowledged, >, 0);
  g_assert_cmpint (entente_store_get_version (store), >=, acknowledged);
  g_assert_cmpint (entente_store_get_version (store), <=, acknowledged + 1);
  g_assert_cmpint (history->len, ==, entente_store_get_version (store));
  for (guint i = 0; i < history->len; i++) {
    const EntenteJournalEntry *entry = history->pdata[i];

    if (entry->undoes == 0 && entry->redoes == 0 && !entry->undone)
      n_events += strcmp (entry->label, "Import") == 0 ? 50 : 1;
  }
  g_assert_cmpint (entente_store_count (store, ENTENTE_ENTITY_EVENT, NULL), ==, n_events);
  for (guint i = 0; i < sentences->len; i++)
    g_error ("%s", (char *) sentences->pdata[i]);
}

static void
test_kill (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  guint n_rounds = entente_test_scale ("ENTENTE_KILL_ROUNDS", 500, 10000);
  gint64 total = 0;

  for (guint round = 0; round < n_rounds; round++) {
    gint64 before, acknowledged;

    /* A new study now and then, so that checking does not take ever longer. */
    if (round % 20 == 19) {
      entente_store_fixture_tear_down (fixture, NULL);
      entente_store_fixture_set_up (fixture, NULL);
    }
    before = entente_store_get_version (fixture->store);
    g_clear_object (&fixture->store);
    acknowledged = run_and_kill (fixture->path, (gulong) g_rand_int_range (random, 0, 30000));
    entente_store_fixture_reopen (fixture);
    assert_agrees (fixture->store, acknowledged);
    total += acknowledged - before;
  }
  g_test_message ("%u kills, %" G_GINT64_FORMAT " acknowledged edits, none lost", n_rounds, total);
}

int
main (int argc, char *argv[])
{
  if (argc == 3 && strcmp (argv[1], "--edit") == 0)
    return edit_without_end (argv[2]);
  entente_store_fixture_init (&argc, &argv);
  g_test_add ("/faults/kill",
              EntenteStoreFixture,
              NULL,
              entente_store_fixture_set_up,
              test_kill,
              entente_store_fixture_tear_down);
  return g_test_run ();
}
