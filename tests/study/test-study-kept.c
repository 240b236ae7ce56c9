/* Kept columns: they are what rows give, and never believed when anything else may have happened to
 * the file.
 *
 * Most tests plant a lie: columns that lack an event, kept in the right way of the file as it is.
 * As long as nobody touches the file it is believed, which shows that columns are read; after
 * whatever was done to the file it must not be. */

#include "config.h"

#include "entente-chronicle-private.h"
#include "entente-columns.h"
#include "entente-fixture.h"
#include "entente-same-chronicle.h"
#include "entente-store-fixture.h"
#include "entente-study-private.h"
#include "entente-test-folder.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *program;

/* ---- studies ---- */

static EntenteStudy *
open_study (const char *path)
{
  g_autoptr (GError) error = NULL;
  EntenteStudy *study = entente_study_open (path, ENTENTE_OPEN_EXISTING, NULL, &error);

  g_assert_no_error (error);
  return study;
}

static gpointer
build_job (EntenteStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  EntenteChronicleBuilder *builder = entente_chronicle_builder_new ();

  g_assert_true (
    entente_store_read_rows (store, entente_chronicle_builder_get_sink (), builder, NULL, error));
  return entente_chronicle_builder_build (builder, *(gint64 *) data);
}

/* What the rows say, whatever was kept. */
static void
assert_true_to_rows (EntenteStudy *study)
{
  gint64 today = entente_study_get_chronicle (study)->today;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteChronicle) built = entente_study_run (study, build_job, &today, &error);

  g_assert_no_error (error);
  entente_assert_same_chronicle (entente_study_get_chronicle (study), built);
}

static gpointer
is_kept_job (EntenteStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (entente_study_state_get_unkept (data, store) == NULL);
}

/* Did the study open from what was kept, and has nothing changed since? */
static gboolean
is_kept (EntenteStudy *study)
{
  return GPOINTER_TO_INT (
    entente_study_run (study, is_kept_job, entente_study_get_state (study), NULL));
}

static gpointer
get_state_job (EntenteStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return entente_store_get_state (store);
}

static gboolean
write_columns (EntenteKeptWrite write, gpointer writer, gpointer data)
{
  return entente_chronicle_write_columns (data, write, writer);
}

/* ---- the lie ---- */

typedef struct {
  EntenteFixture *fixture;
  guint n; /* events that there are */
} Lie;

static EntenteStudy *
close_and_open (EntenteFixture *fixture)
{
  g_clear_object (&fixture->study);
  fixture->study = open_study (fixture->path);
  return fixture->study;
}

static void
close_study (EntenteFixture *fixture)
{
  g_clear_object (&fixture->study);
}

static void
plant (EntenteFixture *fixture)
{
  EntenteId id = entente_id_from_key ("plain");
  g_autoptr (EntenteChronicle) lie = NULL;
  g_autofree char *state = NULL;

  lie = entente_chronicle_patch (entente_study_get_chronicle (fixture->study),
                                 &id,
                                 1,
                                 entente_chronicle_builder_new ());
  state = entente_study_run (fixture->study, get_state_job, NULL, NULL);
  g_assert_nonnull (state);
  close_study (fixture);
  g_assert_true (entente_kept_write (state, write_columns, lie));
}

/* A story and one plain event, with the lie in place; the study is closed. */
static Lie
lie_new (void)
{
  Lie lie = { .fixture = entente_fixture_new_story () };

  entente_fixture_apply (lie.fixture,
                         "{'do':'add-event','key':'plain','kind':'talks','when':'2018-02-03'}");
  lie.n = entente_fixture_count_rows (lie.fixture->study);
  plant (lie.fixture);
  return lie;
}

static void
assert_believed (Lie *lie)
{
  close_and_open (lie->fixture);
  g_assert_cmpuint (entente_fixture_count_rows (lie->fixture->study), ==, lie->n - 1);
  g_assert_true (is_kept (lie->fixture->study));
  close_study (lie->fixture);
}

static void
assert_not_believed (Lie *lie, guint n)
{
  close_and_open (lie->fixture);
  g_assert_cmpuint (entente_fixture_count_rows (lie->fixture->study), ==, n);
  assert_true_to_rows (lie->fixture->study);
  /* What is kept now is true. */
  close_and_open (lie->fixture);
  g_assert_true (is_kept (lie->fixture->study));
  g_assert_cmpuint (entente_fixture_count_rows (lie->fixture->study), ==, n);
  assert_true_to_rows (lie->fixture->study);
}

static void
lie_clear (Lie *lie)
{
  if (lie->fixture->study == NULL)
    lie->fixture->study = open_study (lie->fixture->path);
  entente_fixture_free (lie->fixture);
}

/* ---- believed ---- */

static void
test_believed (void)
{
  Lie lie = lie_new ();

  assert_believed (&lie);
  assert_believed (&lie);
  lie_clear (&lie);
}

/* Looked into by another program. */
static void
test_believed_after_reading (void)
{
  Lie lie = lie_new ();
  g_autofree char *rows = entente_store_fixture_query (lie.fixture->path, "SELECT id FROM event");

  assert_believed (&lie);
  lie_clear (&lie);
}

/* A study that cannot be written has columns too. */
static void
test_read_only (void)
{
  Lie lie = lie_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteStudy) study =
    entente_study_open (lie.fixture->path, ENTENTE_OPEN_READ_ONLY, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (is_kept (study));
  g_clear_object (&study);
  lie_clear (&lie);
}

static void
test_small (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();

  entente_study_kept_set_minimum (1000);
  close_and_open (fixture);
  close_and_open (fixture);
  g_assert_false (is_kept (fixture->study));
  entente_study_kept_set_minimum (1);
}

/* ---- foreign programs ---- */

#define TOUCH "UPDATE event SET title = 'other' WHERE id = (SELECT min (id) FROM event)"

static void
check_sql (const char *sql, int n_more)
{
  Lie lie = lie_new ();
  g_autofree char *rows = entente_store_fixture_query (lie.fixture->path, sql);

  g_assert_false (g_str_has_prefix (rows, "error"));
  assert_not_believed (&lie, lie.n + n_more);
  lie_clear (&lie);
}

static void
test_foreign_edit (void)
{
  check_sql (TOUCH, 0);
  check_sql (
    "INSERT INTO event (id, kind, when_form, when_precision, when_basis, when_flags,"
    " when_day_order, telling, medium, mode, judgement, pinned, private)"
    " SELECT 77, kind, 'undated', 'none', when_basis, 0, 0, 0, medium, mode, judgement, 0, 0"
    " FROM event LIMIT 1",
    1);
}

static void
test_foreign_modes (void)
{
  check_sql ("PRAGMA locking_mode=EXCLUSIVE; " TOUCH "; " TOUCH "; " TOUCH, 0);
  check_sql ("PRAGMA synchronous=OFF; PRAGMA journal_mode=MEMORY; " TOUCH, 0);
  check_sql ("PRAGMA journal_mode=OFF; " TOUCH, 0);
  check_sql ("PRAGMA journal_mode=WAL; " TOUCH "; PRAGMA journal_mode=DELETE", 0);
  check_sql ("VACUUM", 0);
}

/* Its times are set back, as an archive program does; that of the change cannot be. */
static void
test_foreign_times (void)
{
  Lie lie = lie_new ();
  g_autofree char *rows = NULL;
  struct stat file;

  g_assert_cmpint (stat (lie.fixture->path, &file), ==, 0);
  rows = entente_store_fixture_query (lie.fixture->path, TOUCH);
  g_assert_cmpint (
    utimensat (AT_FDCWD, lie.fixture->path, (struct timespec[2]){ file.st_atim, file.st_mtim }, 0),
    ==,
    0);
  assert_not_believed (&lie, lie.n);
  lie_clear (&lie);
}

static void
copy_file (const char *from, const char *to)
{
  g_autofree char *bytes = NULL;
  gsize n;
  int descriptor;

  g_assert_true (g_file_get_contents (from, &bytes, &n, NULL));
  descriptor = open (to, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  g_assert_cmpint (write (descriptor, bytes, n), ==, n);
  close (descriptor);
}

/* The same bytes come back over the file, or as another file of its name: then nobody knows what
 * else happened. */
static void
test_copied_back (void)
{
  Lie lie = lie_new ();
  g_autofree char *other = g_strconcat (lie.fixture->path, ".other", NULL);

  copy_file (lie.fixture->path, other);
  copy_file (other, lie.fixture->path);
  assert_not_believed (&lie, lie.n);
  close_study (lie.fixture);
  copy_file (lie.fixture->path, other);
  g_assert_cmpint (g_rename (other, lie.fixture->path), ==, 0);
  assert_not_believed (&lie, lie.n);
  lie_clear (&lie);
}

/* Copies that SQLite makes begin their counter of changes anew. */
static void
test_vacuumed_into_place (void)
{
  Lie lie = lie_new ();
  g_autofree char *other = g_strconcat (lie.fixture->path, ".other", NULL);
  g_autofree char *sql = g_strdup_printf ("%s; VACUUM INTO '%s'", TOUCH, other);
  g_autofree char *rows = entente_store_fixture_query (lie.fixture->path, sql);

  g_assert_cmpint (g_rename (other, lie.fixture->path), ==, 0);
  assert_not_believed (&lie, lie.n);
  lie_clear (&lie);
}

/* A study that was copied is another file. */
static void
test_copy (void)
{
  Lie lie = lie_new ();
  g_autofree char *other = g_build_filename (lie.fixture->folder, "other.entente", NULL);
  g_autoptr (EntenteStudy) copy = NULL;

  copy_file (lie.fixture->path, other);
  copy = open_study (other);
  g_assert_false (is_kept (copy));
  g_assert_cmpuint (entente_fixture_count_rows (copy), ==, lie.n);
  assert_true_to_rows (copy);
  g_clear_object (&copy);
  lie_clear (&lie);
}

/* Another program writes while the study is open: what the study knows is not what the file holds.
 */
static void
test_foreign_edit_meanwhile (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autofree char *rows = NULL;

  close_and_open (fixture);
  rows = entente_store_fixture_query (fixture->path, "UPDATE event SET kind = 'talks'");
  close_and_open (fixture);
  g_assert_false (is_kept (fixture->study));
  assert_true_to_rows (fixture->study);
}

/* ---- this program ---- */

/* A version that knows of no columns leaves those of an older state behind. */
static void
test_edit_without_keeping (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();

  close_and_open (fixture);
  close_and_open (fixture);
  g_assert_true (is_kept (fixture->study));
  entente_study_kept_set_minimum (1000);
  entente_fixture_apply (fixture, "{'do':'add-event','key':'more','kind':'talks'}");
  close_study (fixture);
  entente_study_kept_set_minimum (1);
  close_and_open (fixture);
  g_assert_false (is_kept (fixture->study));
  assert_true_to_rows (fixture->study);

  close_and_open (fixture);
  g_assert_true (is_kept (fixture->study));
  entente_study_kept_set_minimum (1000);
  {
    g_autoptr (GError) error = NULL;
    g_autoptr (EntenteChangeSet) changes = entente_study_undo (fixture->study, &error);

    g_assert_no_error (error);
  }
  close_study (fixture);
  entente_study_kept_set_minimum (1);
  close_and_open (fixture);
  g_assert_false (is_kept (fixture->study));
  assert_true_to_rows (fixture->study);
}

/* Steps, undo and redo, each closed and opened: what is kept is what rows give. */
static void
test_edit_and_keep (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();

  for (guint i = 0; i < 12; i++) {
    g_autoptr (EntenteChangeSet) changes = NULL;

    if (i % 3 == 2)
      changes = entente_study_undo (fixture->study, NULL);
    else
      entente_fixture_apply (fixture, "{'do':'add-event','key':'e%u','kind':'talks'}", i);
    g_assert_false (is_kept (fixture->study));
    close_and_open (fixture);
    g_assert_true (is_kept (fixture->study));
    assert_true_to_rows (fixture->study);
  }
}

/* Another process dies at some moment of its edits. */
static void
test_killed (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();

  for (guint i = 0; i < 12; i++) {
    g_autofree char *key = g_strdup_printf ("round-%u", i);
    const char *const arguments[] = { program, "--edit", fixture->path, key, NULL };
    g_autoptr (GSubprocess) child = NULL;

    close_and_open (fixture);
    close_study (fixture);
    child = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_STDOUT_SILENCE, NULL);
    g_usleep (i < 2 ? 400000 : (gulong) g_test_rand_int_range (20000, 200000));
    g_subprocess_force_exit (child);
    g_subprocess_wait (child, NULL, NULL);
    fixture->study = open_study (fixture->path);
    assert_true_to_rows (fixture->study);
  }
}

static int
edit_until_killed (const char *path, const char *key)
{
  EntenteStudy *study = open_study (path);

  for (guint i = 0; i < 10000; i++) {
    g_autoptr (EntenteStep) step = entente_step_new ("Add");
    g_autoptr (EntenteChangeSet) changes = NULL;
    EntenteEvent *event = entente_event_new ();
    g_autofree char *name = g_strdup_printf ("%s-%u", key, i);

    event->record.id = entente_id_from_key (name);
    event->kind = g_strdup ("talks");
    event->when = entente_date_new_day (2018, 1, 1 + (int) i % 28);
    entente_step_insert (step, event);
    entente_event_unref (event);
    changes = entente_study_apply (study, step, NULL);
    /* Kept again and again, so that it is killed while it writes too. */
    entente_study_kept_write (entente_study_get_store (study), entente_study_get_state (study));
  }
  return 0;
}

/* ---- damaged files ---- */

static char *
find_kept (const char *study)
{
  g_autofree char *name = NULL;
  struct stat file;

  g_assert_cmpint (stat (study, &file), ==, 0);
  name = g_strdup_printf ("%" G_GINT64_MODIFIER "x-%" G_GINT64_MODIFIER "x",
                          (guint64) file.st_dev,
                          (guint64) file.st_ino);
  return g_build_filename (g_get_user_cache_dir (), "entente", "columns", name, NULL);
}

static void
test_damaged (void)
{
  Lie lie = lie_new ();
  g_autofree char *kept = find_kept (lie.fixture->path);
  g_autofree char *bytes = NULL;
  gsize n;

  g_assert_true (g_file_get_contents (kept, &bytes, &n, NULL));
  for (guint round = 0; round < 24; round++) {
    g_autofree char *damaged = g_memdup2 (bytes, n);
    gsize length = n;

    if (round % 2 == 0)
      damaged[g_test_rand_int_range (0, (gint32) n)] ^= (char) (1 << g_test_rand_int_range (0, 8));
    else
      length = (gsize) g_test_rand_int_range (0, (gint32) n);
    g_assert_true (g_file_set_contents (kept, damaged, (gssize) length, NULL));
    g_chmod (kept, 0600);
    assert_not_believed (&lie, lie.n);
    close_study (lie.fixture);
  }
  lie_clear (&lie);
}

/* Whatever else stands there is no file of ours, and the study opens. */
static void
test_no_file (void)
{
  for (guint what = 0; what < 4; what++) {
    Lie lie = lie_new ();
    g_autofree char *kept = find_kept (lie.fixture->path);
    g_autofree char *other = g_strconcat (kept, ".other", NULL);

    if (what == 0)
      g_assert_cmpint (g_chmod (kept, 0666), ==, 0);
    else
      g_assert_cmpint (g_rename (kept, other), ==, 0);
    if (what == 1)
      g_assert_cmpint (symlink (other, kept), ==, 0);
    else if (what == 2)
      g_assert_cmpint (mkfifo (kept, 0600), ==, 0);
    else if (what == 3)
      g_assert_cmpint (g_mkdir (kept, 0700), ==, 0);
    close_and_open (lie.fixture);
    g_assert_cmpuint (entente_fixture_count_rows (lie.fixture->study), ==, lie.n);
    close_study (lie.fixture);
    g_rmdir (kept);
    lie_clear (&lie);
  }
}

/* ---- the same ---- */

static void
check_sample (const char *name)
{
  g_autofree char *folder = g_dir_make_tmp ("entente-kept-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *sample = g_build_filename (g_getenv ("ENTENTE_SAMPLES_DIR"), name, NULL);
  g_autoptr (EntenteStudy) study = NULL;

  copy_file (sample, path);
  study = open_study (path);
  g_assert_false (is_kept (study));
  g_clear_object (&study);
  study = open_study (path);
  g_assert_true (is_kept (study));
  assert_true_to_rows (study);
  g_clear_object (&study);
  entente_test_remove_folder (folder);
}

static void
test_samples (void)
{
  check_sample ("afghan-talks-2018.entente");
  check_sample ("iran-nuclear-2003-2015.entente");
}

/* After a while, in the background, without closing. */
static void
test_background (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autofree char *kept = find_kept (fixture->path);

  g_unlink (kept);
  entente_study_kept_write_async (entente_study_get_store (fixture->study),
                                  entente_study_get_state (fixture->study));
  while (!g_file_test (kept, G_FILE_TEST_EXISTS))
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (is_kept (fixture->study));
  close_and_open (fixture);
  g_assert_true (is_kept (fixture->study));
  assert_true_to_rows (fixture->study);
}

int
main (int argc, char **argv)
{
  g_autofree char *cache = NULL;
  int result;

  program = argv[0];
  entente_study_kept_set_minimum (1);
  if (argc == 4 && strcmp (argv[1], "--edit") == 0)
    return edit_until_killed (argv[2], argv[3]);
  if (argc < 2 || strcmp (argv[1], "--query") != 0)
    cache = g_dir_make_tmp ("entente-cache-XXXXXX", NULL);
  if (cache != NULL)
    g_setenv ("XDG_CACHE_HOME", cache, TRUE);
  entente_store_fixture_init (&argc, &argv);
  g_test_add_func ("/study/kept/believed", test_believed);
  g_test_add_func ("/study/kept/believed-after-reading", test_believed_after_reading);
  g_test_add_func ("/study/kept/read-only", test_read_only);
  g_test_add_func ("/study/kept/small", test_small);
  g_test_add_func ("/study/kept/foreign-edit", test_foreign_edit);
  g_test_add_func ("/study/kept/foreign-modes", test_foreign_modes);
  g_test_add_func ("/study/kept/foreign-times", test_foreign_times);
  g_test_add_func ("/study/kept/foreign-edit-meanwhile", test_foreign_edit_meanwhile);
  g_test_add_func ("/study/kept/copied-back", test_copied_back);
  g_test_add_func ("/study/kept/vacuumed-into-place", test_vacuumed_into_place);
  g_test_add_func ("/study/kept/copy", test_copy);
  g_test_add_func ("/study/kept/edit-without-keeping", test_edit_without_keeping);
  g_test_add_func ("/study/kept/edit-and-keep", test_edit_and_keep);
  g_test_add_func ("/study/kept/killed", test_killed);
  g_test_add_func ("/study/kept/damaged", test_damaged);
  g_test_add_func ("/study/kept/no-file", test_no_file);
  g_test_add_func ("/study/kept/samples", test_samples);
  g_test_add_func ("/study/kept/background", test_background);
  result = g_test_run ();
  entente_test_remove_folder (cache);
  return result;
}
