/* Every system call of the store that writes fails once, for good, or is the last of its process.
 *
 * SQLite lets its system calls be replaced, so a scenario is run with the first call failing, then
 * the second, until it ends well without having come so far. Whatever happened, the study is
 * afterwards what it was before the step or after it, and whole; and after a failure that was told
 * as such it is what it was before.
 */
#include "config.h"

#include "entente-store-fixture.h"

#include "entente-event.h"

#include <errno.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

typedef enum { FAIL_ONCE, FAIL_FOR_EVER, KILL } Fault;

/* The plan of the present run. */
static struct {
  gboolean armed;
  Fault fault;
  int error; /* errno of a failure */
  int at; /* number of the call */
  int n_calls; /* so far */
} plan;

typedef ssize_t (*WriteFunc) (int fd, const void *bytes, size_t length, off_t offset);
typedef int (*TruncateFunc) (int fd, off_t length);
typedef int (*UnlinkFunc) (const char *path);

static WriteFunc real_pwrite;
static TruncateFunc real_truncate;
static UnlinkFunc real_unlink;

/* Does this call fail? May not return at all. */
static gboolean
fails (void)
{
  if (!plan.armed || ++plan.n_calls < plan.at)
    return FALSE;
  if (plan.fault == KILL)
    _exit (0);
  if (plan.fault == FAIL_ONCE && plan.n_calls > plan.at)
    return FALSE;
  errno = plan.error;
  return TRUE;
}

/* A killed process has written half of what it was about to write. */
static ssize_t
fail_pwrite (int fd, const void *bytes, size_t length, off_t offset)
{
  if (plan.armed && plan.fault == KILL && plan.n_calls + 1 == plan.at)
    real_pwrite (fd, bytes, length / 2, offset);
  return fails () ? -1 : real_pwrite (fd, bytes, length, offset);
}

static int
fail_truncate (int fd, off_t length)
{
  return fails () ? -1 : real_truncate (fd, length);
}

static int
fail_unlink (const char *path)
{
  return fails () ? -1 : real_unlink (path);
}

static void
install (void)
{
  sqlite3_vfs *vfs = sqlite3_vfs_find ("unix");

  const char *pwrite_name = vfs->xGetSystemCall (vfs, "pwrite64") != NULL ? "pwrite64" : "pwrite";

  real_pwrite = (WriteFunc) vfs->xGetSystemCall (vfs, pwrite_name);
  real_truncate = (TruncateFunc) vfs->xGetSystemCall (vfs, "ftruncate");
  real_unlink = (UnlinkFunc) vfs->xGetSystemCall (vfs, "unlink");
  vfs->xSetSystemCall (vfs, pwrite_name, (sqlite3_syscall_ptr) fail_pwrite);
  vfs->xSetSystemCall (vfs, "ftruncate", (sqlite3_syscall_ptr) fail_truncate);
  vfs->xSetSystemCall (vfs, "unlink", (sqlite3_syscall_ptr) fail_unlink);
}

/* ---- scenarios ---- */

static EntenteChangeSet *
add_events (EntenteStore *store, GError **error)
{
  g_autoptr (EntenteStep) step = entente_step_new ("Add");

  for (guint i = 0; i < 20; i++) {
    g_autoptr (EntenteEvent) event = entente_event_new ();

    event->kind = g_strdup ("meeting");
    event->title = g_strdup_printf ("Talks about talks %u", i);
    event->summary = g_strnfill (500, 'x');
    entente_step_insert (step, event);
  }
  return entente_store_apply (store, step, error);
}

static EntenteChangeSet *
undo (EntenteStore *store, GError **error)
{
  return entente_store_undo (store, error);
}

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

static EntenteChangeSet *
import (EntenteStore *store, GError **error)
{
  guint left = 700;

  return entente_store_import (store, "Import", next_event, &left, NULL, NULL, NULL, error);
}

typedef EntenteChangeSet *(*Scenario) (EntenteStore *store, GError **error);

static const struct {
  const char *name;
  Scenario run;
} scenarios[] = {
  { "apply", add_events },
  { "undo", undo },
  { "import", import },
};

/* ---- runs ---- */

static char *
copy_study (EntenteStoreFixture *fixture)
{
  g_autofree char *bytes = NULL;
  char *path = g_build_filename (fixture->folder, "victim.entente", NULL);
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  gsize length;

  unlink (journal);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  return path;
}

/* TRUE when the step was done. Ends the process at the call when the plan says so. */
static gboolean
run_armed (const char *path, Scenario scenario)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteStore) store = entente_store_open (path, ENTENTE_OPEN_EXISTING, NULL, &error);
  g_autoptr (EntenteChangeSet) changes = NULL;

  g_assert_no_error (error);
  plan.n_calls = 0;
  plan.armed = TRUE;
  changes = scenario (store, &error);
  g_assert_true ((changes != NULL) == (error == NULL));
  if (error != NULL)
    g_assert_true (g_str_has_suffix (error->message, "."));
  plan.armed = plan.armed && plan.fault == FAIL_FOR_EVER && error != NULL;
  g_clear_object (&store);
  plan.armed = FALSE;
  return changes != NULL;
}

/* The same in a process of its own, which may not come back. */
static void
run_killed (const char *path, const char *name, int at)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *number = g_strdup_printf ("%d", at);
  const char *arguments[] = { program, "--kill", path, name, number, NULL };
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL,
                (char **) arguments,
                NULL,
                G_SPAWN_DEFAULT,
                NULL,
                NULL,
                NULL,
                NULL,
                &status,
                &error);
  g_assert_no_error (error);
  g_assert_true (WIFEXITED (status));
  /* 0: killed at the call. 2: it did not come so far. */
  plan.n_calls = WEXITSTATUS (status) == 0 ? at : at - 1;
}

static int
run_child (const char *path, const char *name, int at)
{
  install ();
  plan.fault = KILL;
  plan.at = at;
  for (gsize i = 0; i < G_N_ELEMENTS (scenarios); i++) {
    if (strcmp (scenarios[i].name, name) == 0)
      run_armed (path, scenarios[i].run);
  }
  return 2;
}

/* What the study holds, once it was opened and checked: "before" or "after". */
static char *
dump_whole (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteStore) store = entente_store_open (path, ENTENTE_OPEN_EXISTING, NULL, &error);
  g_autoptr (GPtrArray) sentences = NULL;
  GString *dump = g_string_new (NULL);

  g_assert_no_error (error);
  sentences = entente_store_check (store, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < sentences->len; i++)
    g_error ("%s", (char *) sentences->pdata[i]);
  g_string_append_printf (dump,
                          "%d events, version %d",
                          (int) entente_store_count (store, ENTENTE_ENTITY_EVENT, NULL),
                          (int) entente_store_get_version (store));
  return g_string_free (dump, FALSE);
}

/* One run; FALSE when the scenario ended before the planned call. */
static gboolean
run_once (EntenteStoreFixture *fixture,
          guint scenario,
          Fault fault,
          int number,
          int at,
          const char *before)
{
  g_autofree char *path = copy_study (fixture);
  g_autofree char *after = NULL;
  gboolean done = FALSE;

  plan.fault = fault;
  plan.error = number;
  plan.at = at;
  if (fault == KILL)
    run_killed (path, scenarios[scenario].name, at);
  else
    done = run_armed (path, scenarios[scenario].run);
  after = dump_whole (path);
  if (fault != KILL)
    g_assert_cmpint (strcmp (before, after) != 0, ==, done);
  return plan.n_calls >= at;
}

static void
test_scenario (EntenteStoreFixture *fixture, gconstpointer data)
{
  guint scenario = GPOINTER_TO_UINT (data);
  static const struct {
    Fault fault;
    int error;
  } faults[] = { { FAIL_ONCE, EIO }, { FAIL_FOR_EVER, ENOSPC }, { KILL, 0 } };
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteChangeSet) changes = add_events (fixture->store, &error);
  g_autofree char *before = NULL;

  g_assert_no_error (error);
  g_clear_object (&fixture->store);
  before = dump_whole (fixture->path);
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++) {
    int at = 1;

    while (run_once (fixture, scenario, faults[i].fault, faults[i].error, at, before))
      at++;
    g_test_message ("%s, fault %d: %d calls", scenarios[scenario].name, (int) i, at - 1);
    g_assert_cmpint (at, >, 5);
  }
}

/* ---- older forms ---- */

/* Opens a study of an older form, which brings it to this one; may not come back. */
static int
migrate_child (const char *path, int at)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteStore) store = NULL;

  install ();
  plan.fault = KILL;
  plan.at = at;
  plan.armed = TRUE;
  store = entente_store_open (path, ENTENTE_OPEN_EXISTING, NULL, &error);
  plan.armed = FALSE;
  return 2;
}

/* Nothing that was there is lost, and the file has the form of today. */
static void
assert_migrated (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteStore) store = entente_store_open (path, ENTENTE_OPEN_EXISTING, NULL, &error);
  g_autoptr (GPtrArray) sentences = NULL, points = NULL;
  g_autoptr (EntenteClaim) claim = NULL;

  g_assert_no_error (error);
  sentences = entente_store_check (store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sentences->len, ==, 0);
  claim = entente_store_get (store, ENTENTE_ENTITY_CLAIM, 2, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (claim->note, ==, "a note");
  points = entente_store_list (store, ENTENTE_ENTITY_TURNING_POINT, &error);
  g_assert_no_error (error);
}

static void
run_migration (EntenteStoreFixture *fixture, const char *path, Fault fault, int at)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteStore) store = NULL;

  if (fault == KILL) {
    run_killed (path, "migrate", at);
    return;
  }
  plan.fault = fault;
  plan.error = ENOSPC;
  plan.at = at;
  plan.n_calls = 0;
  plan.armed = TRUE;
  store = entente_store_open (path, ENTENTE_OPEN_EXISTING, NULL, &error);
  g_assert_true ((store == NULL) == (error != NULL));
  plan.armed = FALSE;
}

/* No backup can be made of it, which is noted and no reason not to go on; test-backup has those. */
static void
block_backups (const char *path)
{
  g_autofree char *folder = entente_backup_get_folder (path);
  g_autofree char *above = g_path_get_dirname (folder);

  g_assert_cmpint (g_mkdir_with_parents (above, 0700), ==, 0);
  g_assert_true (g_file_set_contents (folder, "", 0, NULL));
}

static void
unblock_backups (const char *path)
{
  g_autofree char *folder = entente_backup_get_folder (path);

  g_assert_cmpint (unlink (folder), ==, 0);
}

static void
test_migration (EntenteStoreFixture *fixture, gconstpointer data)
{
  static const Fault faults[] = { FAIL_ONCE, FAIL_FOR_EVER, KILL };
  int form = GPOINTER_TO_INT (data);

  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++) {
    int at = 0;

    do {
      g_autofree char *path = entente_store_fixture_make_old (fixture->folder, form);

      at++;
      block_backups (path);
      run_migration (fixture, path, faults[i], at);
      assert_migrated (path);
      unblock_backups (path);
      g_assert_cmpint (unlink (path), ==, 0);
    } while (plan.n_calls >= at);
    g_assert_cmpint (at, >, 5);
  }
}

int
main (int argc, char *argv[])
{
  if (argc == 5 && strcmp (argv[1], "--kill") == 0 && strcmp (argv[3], "migrate") == 0)
    return migrate_child (argv[2], atoi (argv[4]));
  if (argc == 5 && strcmp (argv[1], "--kill") == 0)
    return run_child (argv[2], argv[3], atoi (argv[4]));
  entente_store_fixture_init (&argc, &argv);
  install ();
  for (guint i = 0; i < G_N_ELEMENTS (scenarios); i++) {
    g_autofree char *path = g_strconcat ("/faults/calls/", scenarios[i].name, NULL);

    g_test_add (path,
                EntenteStoreFixture,
                GUINT_TO_POINTER (i),
                entente_store_fixture_set_up,
                test_scenario,
                entente_store_fixture_tear_down);
  }
  for (int form = 1; form <= 2; form++) {
    g_autofree char *path = g_strdup_printf ("/faults/calls/migration-%d", form);

    g_test_add (path,
                EntenteStoreFixture,
                GINT_TO_POINTER (form),
                entente_store_fixture_set_up,
                test_migration,
                entente_store_fixture_tear_down);
  }
  return g_test_run ();
}
