/* Places where a study cannot be written, or has been taken away from under our feet: it opens for
 * reading or stays readable, an edit is refused with a sentence, Save a Copy works and the copy can
 * be edited, and every file there stays byte for byte as it is.
 */
#include "config.h"

#include "entente-faults.h"
#include "entente-store-fixture.h"
#include "entente-test-folder.h"

#include "entente-event.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static gboolean
try_add (EntenteStore *store, GError **error)
{
  g_autoptr (EntenteStep) step = entente_step_new ("Add event");
  g_autoptr (EntenteEvent) event = entente_event_new ();
  g_autoptr (EntenteChangeSet) changes = NULL;

  event->kind = g_strdup ("meeting");
  event->title = g_strdup ("More talks");
  entente_step_insert (step, event);
  changes = entente_store_apply (store, step, error);
  return changes != NULL;
}

static gint64
count (EntenteStore *store)
{
  return entente_store_count (store, ENTENTE_ENTITY_EVENT, NULL);
}

/* Refused with a sentence that says what to do; and what it says to do works. */
static void
assert_only_readable (EntenteStore *store, gint64 n_events)
{
  g_autofree char *folder = g_dir_make_tmp ("entente-copy-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "copy.entente", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteChangeSet) undone = NULL;
  g_autoptr (EntenteStore) copy = NULL;

  g_assert_false (try_add (store, &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_READ_ONLY);
  g_assert_nonnull (strstr (error->message, "save a copy"));
  g_clear_error (&error);
  undone = entente_store_undo (store, &error);
  g_assert_null (undone);
  g_clear_error (&error);
  g_assert_cmpint (count (store), ==, n_events);
  g_assert_true (entente_store_copy (store, path, TRUE, NULL, &error));
  g_assert_no_error (error);
  copy = entente_store_open (path, ENTENTE_OPEN_EXISTING, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count (copy), ==, n_events);
  g_assert_true (try_add (copy, &error));
  g_clear_object (&copy);
  entente_test_remove_folder (folder);
}

/* ---- places ---- */

typedef struct {
  const char *name;
  int write_error; /* of whatever writes to the folder or, where @file_only, to the file */
  gboolean file_only;
  int lock_error;
} Place;

static const Place places[] = {
  { "file", EACCES, TRUE, 0 },
  { "folder", EACCES, FALSE, 0 },
  { "medium", EROFS, FALSE, 0 },
  { "no-locks", 0, FALSE, ENOLCK },
  { "no-locks-known", 0, FALSE, EOPNOTSUPP },
  { "medium-without-locks", EROFS, FALSE, ENOLCK },
};

static void
enter (const Place *place, EntenteStoreFixture *fixture)
{
  if (place->write_error != 0)
    entente_faults_set_read_only (place->file_only ? fixture->path : fixture->folder,
                                  place->write_error);
  entente_faults_set_no_locks (place->lock_error);
}

static void
leave (void)
{
  entente_faults_set_read_only (NULL, 0);
  entente_faults_set_no_locks (0);
}

/* What the study is like when it comes there. */
static void
make_fresh (EntenteStoreFixture *fixture)
{
  entente_store_fixture_add_event (fixture->store, "Talks");
  g_clear_object (&fixture->store);
}

static void
make_stale (EntenteStoreFixture *fixture)
{
  g_autofree char *output = NULL;

  make_fresh (fixture);
  output = entente_store_fixture_query (fixture->path, "UPDATE event SET title = 'Other'");
  g_assert_cmpstr (output, ==, "");
}

static void
make_old (EntenteStoreFixture *fixture, int form)
{
  g_autofree char *old = NULL;

  g_clear_object (&fixture->store);
  old = entente_store_fixture_make_old (fixture->folder, form);
  g_assert_cmpint (g_rename (old, fixture->path), ==, 0);
}

static void
make_old_1 (EntenteStoreFixture *fixture)
{
  make_old (fixture, 1);
}

static void
make_old_2 (EntenteStoreFixture *fixture)
{
  make_old (fixture, 2);
}

static void
make_old_3 (EntenteStoreFixture *fixture)
{
  make_old (fixture, 3);
}

static void (*const states[]) (EntenteStoreFixture *fixture) = {
  make_fresh, make_stale, make_old_1, make_old_2, make_old_3,
};

static void
test_place (EntenteStoreFixture *fixture, gconstpointer data)
{
  const Place *place = data;

  for (gsize i = 0; i < G_N_ELEMENTS (states); i++) {
    g_autofree char *before = NULL, *after = NULL;
    g_autoptr (GError) error = NULL;
    gsize n_before, n_after;

    states[i](fixture);
    g_assert_true (g_file_get_contents (fixture->path, &before, &n_before, NULL));
    enter (place, fixture);
    fixture->store = entente_store_open (fixture->path, ENTENTE_OPEN_EXISTING, NULL, &error);
    g_assert_no_error (error);
    g_assert_true (entente_store_is_read_only (fixture->store));
    leave ();
    /* The place stays what it was found to be. */
    assert_only_readable (fixture->store, 1);
    g_clear_object (&fixture->store);
    g_assert_true (g_file_get_contents (fixture->path, &after, &n_after, NULL));
    g_assert_cmpmem (before, n_before, after, n_after);
    entente_store_fixture_tear_down (fixture, NULL);
    entente_store_fixture_set_up (fixture, NULL);
  }
}

/* A change that was broken off cannot be taken back there: the sentence says how it can. */
static void
test_broken_off (EntenteStoreFixture *fixture, gconstpointer data)
{
  const Place *place = data;
  g_autofree char *journal = g_strconcat (fixture->path, "-journal", NULL);
  g_autofree char *away = g_build_filename (fixture->folder, "away.entente", NULL);
  g_autofree char *away_journal = g_strconcat (away, "-journal", NULL);
  g_autoptr (GError) error = NULL;

  make_fresh (fixture);
  entente_store_fixture_break_off (fixture->path);
  enter (place, fixture);
  g_assert_null (entente_store_open (fixture->path, ENTENTE_OPEN_EXISTING, NULL, &error));
  leave ();
  g_assert_nonnull (error);
  g_assert_true (g_str_has_suffix (error->message, "."));
  if (place->lock_error == 0)
    g_assert_nonnull (strstr (error->message, "-journal"));
  g_assert_true (g_file_test (journal, G_FILE_TEST_EXISTS));
  g_assert_cmpint (g_rename (fixture->path, away), ==, 0);
  g_assert_cmpint (g_rename (journal, away_journal), ==, 0);
  g_clear_error (&error);
  fixture->store = entente_store_open (away, ENTENTE_OPEN_EXISTING, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count (fixture->store), ==, 1);
}

/* ---- under our feet ---- */

static void
rename_away (EntenteStoreFixture *fixture, const char *away)
{
  g_assert_cmpint (g_rename (fixture->path, away), ==, 0);
}

/* As a program that synchronises does it: the old version keeps another name. */
static void
replace (EntenteStoreFixture *fixture, const char *away)
{
  g_autofree char *other = g_strconcat (fixture->path, ".new", NULL);

  g_assert_cmpint (link (fixture->path, away), ==, 0);
  g_assert_true (g_file_set_contents (other, "A letter.", -1, NULL));
  g_assert_cmpint (g_rename (other, fixture->path), ==, 0);
}

static void
replace_by_link (EntenteStoreFixture *fixture, const char *away)
{
  rename_away (fixture, away);
  g_assert_cmpint (symlink ("/nonexistent", fixture->path), ==, 0);
}

static void delete (EntenteStoreFixture *fixture, const char *away)
{
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
}

static const struct {
  const char *name;
  void (*move) (EntenteStoreFixture *fixture, const char *away);
} moves[] = {
  { "renamed", rename_away },
  { "replaced", replace },
  { "link", replace_by_link },
  { "deleted", delete },
};

static void
test_moved (EntenteStoreFixture *fixture, gconstpointer data)
{
  guint move = GPOINTER_TO_UINT (data);
  g_autofree char *away = g_strconcat (fixture->path, ".away.entente", NULL);
  g_autofree char *journal = g_strconcat (fixture->path, "-journal", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  entente_store_fixture_add_event (fixture->store, "Talks");
  moves[move].move (fixture, away);
  assert_only_readable (fixture->store, 1);
  /* That of another study, which must not be taken for ours. */
  g_assert_true (g_file_set_contents (journal, "a journal", -1, NULL));
  g_assert_false (try_add (fixture->store, &error));
  g_assert_nonnull (strstr (error->message, "moved, renamed, deleted or replaced"));
  g_clear_error (&error);
  g_clear_object (&fixture->store);
  g_assert_true (g_file_get_contents (journal, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "a journal");
  if (moves[move].move == delete)
    return;
  fixture->store = entente_store_open (away, ENTENTE_OPEN_EXISTING, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count (fixture->store), ==, 1);
  g_assert_true (try_add (fixture->store, &error));
}

/* A file that comes back to its name is written again. */
static void
test_back_again (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autofree char *away = g_strconcat (fixture->path, ".away", NULL);
  g_autoptr (GError) error = NULL;

  entente_store_fixture_add_event (fixture->store, "Talks");
  rename_away (fixture, away);
  g_assert_false (try_add (fixture->store, &error));
  g_assert_cmpint (g_rename (away, fixture->path), ==, 0);
  entente_store_fixture_add_event (fixture->store, "More talks");
  g_assert_cmpint (count (fixture->store), ==, 2);
}

static void
add_test (const char *group,
          const char *name,
          gconstpointer data,
          void (*test) (EntenteStoreFixture *fixture, gconstpointer data))
{
  g_autofree char *path = g_strdup_printf ("/faults/places/%s/%s", group, name);

  g_test_add (path,
              EntenteStoreFixture,
              data,
              entente_store_fixture_set_up,
              test,
              entente_store_fixture_tear_down);
}

int
main (int argc, char *argv[])
{
  entente_store_fixture_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++) {
    add_test ("read-only", places[i].name, &places[i], test_place);
    add_test ("broken-off", places[i].name, &places[i], test_broken_off);
  }
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    add_test ("moved", moves[i].name, GUINT_TO_POINTER (i), test_moved);
  ENTENTE_STORE_TEST ("/faults/places/back-again", test_back_again);
  return g_test_run ();
}
