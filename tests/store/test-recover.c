/* What can be read of a damaged study: what is whole comes back, nothing is made up, and the
 * damaged file stays as it is. */
#include "config.h"

#include "entente-random-step.h"
#include "entente-store-fixture.h"

#include "entente-event.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define PAGE 4096
#define N_MARKED 150
#define N_ROUNDS 200

/* A study of some hundred pages without free ones: events that can be told apart by their titles
 * in the bytes of the file, and whatever else there is. */
typedef struct {
  EntenteStoreFixture *fixture;
  char *path;
  char *target;
  guint8 *bytes;
  gsize length;
  EntenteStore *store; /* of the whole study */
} Ground;

static void
make_marked (EntenteStore *store)
{
  g_autoptr (EntenteStep) step = entente_step_new ("Add events");

  for (guint i = 0; i < N_MARKED; i++) {
    g_autoptr (EntenteEvent) event = entente_event_new ();

    event->title = g_strdup_printf ("Marked-%04u, talks about talks", i);
    event->summary = g_strnfill (200 + i % 300, 'x');
    event->kind = g_strdup ("meeting");
    entente_step_insert (step, event);
  }
  entente_store_fixture_apply (store, step);
}

static void
make_ground (EntenteStoreFixture *fixture, Ground *ground)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autofree char *whole = g_build_filename (fixture->folder, "whole.entente", NULL);
  g_autoptr (GError) error = NULL;

  make_marked (fixture->store);
  for (guint i = 0; i < 40; i++)
    entente_random_step_apply (random, fixture->store, 20);
  g_assert_true (entente_store_copy (fixture->store, whole, FALSE, NULL, &error));
  g_assert_no_error (error);
  ground->fixture = fixture;
  ground->path = g_build_filename (fixture->folder, "damaged.entente", NULL);
  ground->target = g_build_filename (fixture->folder, "new.entente", NULL);
  g_assert_true (g_file_get_contents (whole, (char **) &ground->bytes, &ground->length, &error));
  g_assert_cmpuint (ground->length / PAGE, >, 64);
  ground->store = entente_store_open (whole, ENTENTE_OPEN_READ_ONLY, NULL, &error);
  g_assert_no_error (error);
}

static void
clear_ground (Ground *ground)
{
  g_clear_object (&ground->store);
  g_free (ground->path);
  g_free (ground->target);
  g_free (ground->bytes);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ground, clear_ground)

/* ---- what must hold ---- */

static void
assert_field_not_invented (const EntenteFieldInfo *field,
                           const EntenteRecord *record,
                           const EntenteRecord *original)
{
  gconstpointer value = entente_record_get_field (record, field);

  switch (field->type) {
  case ENTENTE_FIELD_ID:
    g_assert_cmpint (*(const EntenteId *) value, ==, ENTENTE_ID_NONE);
    break;
  case ENTENTE_FIELD_IDS:
  case ENTENTE_FIELD_DATE: /* rows of other tables are part of them */
    break;
  case ENTENTE_FIELD_STRING:
    /* With holes that can be seen, of an article alone. */
    g_assert_cmpint (record->entity, ==, ENTENTE_ENTITY_REVISION);
    g_assert_cmpstr (field->name, ==, "text");
    g_assert_cmpstr (*(char *const *) value,
                     !=,
                     *(char **) entente_record_get_field (original, field));
    break;
  default:
    g_error ("%s of %s was made up", field->name, entente_entity_nick (record->entity));
  }
}

static void
assert_not_invented (EntenteStore *whole, EntenteStore *store)
{
  for (EntenteEntity entity = 0; entity < ENTENTE_N_ENTITIES; entity++) {
    g_autoptr (GPtrArray) records = entente_store_list (store, entity, NULL);
    guint n;
    const EntenteFieldInfo *fields = entente_entity_get_fields (entity, &n);

    g_assert_nonnull (records);
    for (guint i = 0; i < records->len; i++) {
      const EntenteRecord *record = records->pdata[i];
      g_autoptr (EntenteRecord) original = entente_store_get (whole, entity, record->id, NULL);
      EntenteFieldMask differing;

      g_assert_nonnull (original);
      differing = entente_record_compare_fields (record, original);
      for (guint f = 0; f < n; f++)
        if (differing >> f & 1)
          assert_field_not_invented (&fields[f], record, original);
    }
  }
}

/* Titles of the recovered events that were marked. */
static GHashTable *
list_titles (EntenteStore *store)
{
  GHashTable *titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) events = entente_store_list (store, ENTENTE_ENTITY_EVENT, NULL);

  for (guint i = 0; i < events->len; i++) {
    const EntenteEvent *event = events->pdata[i];

    if (event->title != NULL)
      g_hash_table_add (titles, g_strdup (event->title));
  }
  return titles;
}

/* Every event whose page was left alone is there. */
static void
assert_whole_pages_come_back (const Ground *ground, const guint8 *damaged, EntenteStore *store)
{
  g_autoptr (GHashTable) titles = list_titles (store);
  g_autoptr (GHashTable) before = list_titles (ground->store);
  GHashTableIter iter;
  gpointer title;

  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &title, NULL)) {
    const guint8 *at = memmem (ground->bytes, ground->length, title, strlen (title));
    gsize page = at != NULL ? (gsize) (at - ground->bytes) / PAGE : 0;

    if (g_str_has_prefix (title, "Marked-") && !damaged[page] &&
        !g_hash_table_contains (titles, title))
      g_error ("“%s” on page %u is gone", (char *) title, (guint) page + 1);
  }
}

static void
assert_untouched (const char *path, const guint8 *bytes, gsize length)
{
  g_autofree char *after = NULL;
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  gsize length_after;

  g_assert_true (g_file_get_contents (path, &after, &length_after, NULL));
  g_assert_cmpmem (after, length_after, bytes, length);
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
}

/* ---- tests ---- */

static void
damage (const Ground *ground, GRand *random, guint8 *copy, guint8 *damaged)
{
  guint n_pages = (guint) (ground->length / PAGE);

  for (guint n = (guint) g_rand_int_range (random, 1, 7); n > 0; n--) {
    guint page = (guint) g_rand_int_range (random, 0, (gint32) n_pages);

    damaged[page] = 1;
    for (guint i = 0; i < PAGE; i++)
      copy[page * PAGE + i] = (guint8) g_rand_int (random);
  }
}

/* Recovers @bytes; the store of what came of it. */
static EntenteStore *
recover (const Ground *ground, const guint8 *bytes, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) report = NULL;
  EntenteStore *store;

  g_unlink (ground->target);
  g_assert_true (g_file_set_contents (ground->path, (const char *) bytes, (gssize) length, NULL));
  report = entente_recover_study (ground->path, ground->target, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->len, >, 1);
  for (guint i = 0; i < report->len; i++)
    g_assert_true (g_str_has_suffix (report->pdata[i], "."));
  assert_untouched (ground->path, bytes, length);
  store = entente_store_open (ground->target, ENTENTE_OPEN_READ_ONLY, NULL, &error);
  g_assert_no_error (error);
  return store;
}

static void
test_pages (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20260);
  g_auto (Ground) ground = { 0 };

  make_ground (fixture, &ground);
  for (guint round = 0; round < N_ROUNDS; round++) {
    g_autofree guint8 *copy = g_memdup2 (ground.bytes, ground.length);
    g_autofree guint8 *damaged = g_malloc0 (ground.length / PAGE);
    g_autoptr (EntenteStore) store = NULL;

    damage (&ground, random, copy, damaged);
    store = recover (&ground, copy, ground.length);
    assert_not_invented (ground.store, store);
    assert_whole_pages_come_back (&ground, damaged, store);
  }
}

/* A study that is whole loses nothing but its history. */
static void
test_whole (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_auto (Ground) ground = { 0 };
  g_autoptr (EntenteStore) store = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *before = NULL, *after = NULL, *log = NULL;

  make_ground (fixture, &ground);
  store = recover (&ground, ground.bytes, ground.length);
  found = entente_store_check (store, NULL);
  g_assert_cmpuint (found->len, ==, 0);
  g_clear_object (&store);
  before = entente_store_fixture_dump (ground.path);
  after = entente_store_fixture_dump (ground.target);
  g_assert_cmpstr (before, ==, after);
  log = entente_store_fixture_query (ground.target, "SELECT text FROM log");
  g_assert_nonnull (strstr (log, "damaged.entente"));
}

/* Cut off anywhere: what stands before is read. */
static void
test_cut (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_auto (Ground) ground = { 0 };
  gsize n_pages;

  make_ground (fixture, &ground);
  n_pages = ground.length / PAGE;
  for (gsize cut = n_pages / 2; cut < n_pages; cut += 7) {
    gsize length = cut * PAGE + cut % PAGE;
    g_autofree guint8 *damaged = g_malloc0 (n_pages);
    g_autoptr (EntenteStore) store = recover (&ground, ground.bytes, length);

    memset (damaged + cut, 1, n_pages - cut);
    assert_not_invented (ground.store, store);
    assert_whole_pages_come_back (&ground, damaged, store);
  }
}

/* What was deleted stays deleted, also where a page that is free holds it still. */
static void
test_deleted (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autofree char *target = g_build_filename (fixture->folder, "new.entente", NULL);
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GPtrArray) report = NULL;
  g_autoptr (EntenteStep) step = entente_step_new ("Delete");
  g_autoptr (EntenteStore) store = NULL;
  g_autoptr (GError) error = NULL;

  make_marked (fixture->store);
  events = entente_store_list (fixture->store, ENTENTE_ENTITY_EVENT, NULL);
  for (guint i = 0; i + 10 < events->len; i++)
    entente_step_delete (step, ENTENTE_ENTITY_EVENT, ((EntenteRecord *) events->pdata[i])->id);
  entente_store_fixture_apply (fixture->store, step);
  g_clear_object (&fixture->store);
  report = entente_recover_study (fixture->path, target, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  store = entente_store_open (target, ENTENTE_OPEN_READ_ONLY, NULL, &error);
  g_assert_cmpint (entente_store_count (store, ENTENTE_ENTITY_EVENT, NULL), ==, 10);
}

static void
assert_refused (const char *path, const char *target, EntenteError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) report = entente_recover_study (path, target, NULL, NULL, NULL, &error);

  g_assert_null (report);
  g_assert_error (error, ENTENTE_ERROR, (int) code);
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_false (g_file_test (target, G_FILE_TEST_EXISTS));
}

/* What holds nothing of a study makes no file. */
static void
test_nothing (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "other", NULL);
  g_autofree char *target = g_build_filename (fixture->folder, "new.entente", NULL);
  g_autofree char *noise = g_malloc (1 << 16);
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  g_autofree char *output = NULL;

  assert_refused (path, target, ENTENTE_ERROR_NOT_FOUND);
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  assert_refused (path, target, ENTENTE_ERROR_CORRUPT);
  for (guint i = 0; i < 1 << 16; i++)
    noise[i] = (char) g_rand_int (random);
  g_assert_true (g_file_set_contents (path, noise, 1 << 16, NULL));
  assert_refused (path, target, ENTENTE_ERROR_CORRUPT);
  g_unlink (path);
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  assert_refused (path, target, ENTENTE_ERROR_INVALID);
  g_unlink (path);
  g_close (g_creat (path, 0600), NULL);
  output =
    entente_store_fixture_query (path, "CREATE TABLE event (a); INSERT INTO event VALUES (1)");
  g_assert_cmpstr (output, ==, "");
  assert_refused (path, target, ENTENTE_ERROR_CORRUPT);
  g_clear_object (&fixture->store);
  output =
    (g_free (output), entente_store_fixture_query (fixture->path, "PRAGMA user_version = 999"));
  assert_refused (fixture->path, target, ENTENTE_ERROR_TOO_NEW);
}

static void
cancel_at (guint32 done, guint32 n_pages, gpointer data)
{
  g_assert_cmpuint (done, <=, n_pages);
  if (done == 20)
    g_cancellable_cancel (data);
}

/* Broken off: neither the new study nor what it was made of is left. */
static void
test_cancelled (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autofree char *target = g_build_filename (fixture->folder, "new.entente", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GPtrArray) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) folder = NULL;

  make_marked (fixture->store);
  g_clear_object (&fixture->store);
  report =
    entente_recover_study (fixture->path, target, cancel_at, cancellable, cancellable, &error);
  g_assert_null (report);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  folder = g_dir_open (fixture->folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (folder), ==, "study.entente");
  g_assert_null (g_dir_read_name (folder));
}

/* Of every form that ever was. */
static void
test_old (EntenteStoreFixture *fixture, gconstpointer data)
{
  for (int form = 1; form <= 2; form++) {
    g_autofree char *path = entente_store_fixture_make_old (fixture->folder, form);
    g_autofree char *target = g_strdup_printf ("%s/new-%d.entente", fixture->folder, form);
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) report = entente_recover_study (path, target, NULL, NULL, NULL, &error);
    g_autoptr (EntenteStore) store = NULL;

    g_assert_no_error (error);
    store = entente_store_open (target, ENTENTE_OPEN_READ_ONLY, NULL, &error);
    g_assert_no_error (error);
    g_assert_cmpint (entente_store_count (store, ENTENTE_ENTITY_EVENT, NULL), ==, 1);
    g_assert_cmpint (entente_store_count (store, ENTENTE_ENTITY_CLAIM, NULL), ==, 1);
    g_assert_cmpint (entente_store_count (store, ENTENTE_ENTITY_QUESTION, NULL), ==, 1);
    g_unlink (path);
  }
}

/* A name of its own beside the study, whatever is there. */
static void
test_beside (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autofree char *first = entente_recover_get_beside (fixture->path);
  g_autofree char *second = NULL;

  g_assert_true (g_str_has_suffix (first, "study (recovered).entente"));
  g_assert_true (g_file_set_contents (first, "", 0, NULL));
  second = entente_recover_get_beside (fixture->path);
  g_assert_true (g_str_has_suffix (second, "study (recovered 2).entente"));
}

int
main (int argc, char *argv[])
{
  entente_store_fixture_init (&argc, &argv);
  ENTENTE_STORE_TEST ("/store/recover/pages", test_pages);
  ENTENTE_STORE_TEST ("/store/recover/whole", test_whole);
  ENTENTE_STORE_TEST ("/store/recover/cut", test_cut);
  ENTENTE_STORE_TEST ("/store/recover/deleted", test_deleted);
  ENTENTE_STORE_TEST ("/store/recover/nothing", test_nothing);
  ENTENTE_STORE_TEST ("/store/recover/cancelled", test_cancelled);
  ENTENTE_STORE_TEST ("/store/recover/old", test_old);
  ENTENTE_STORE_TEST ("/store/recover/beside", test_beside);
  return g_test_run ();
}
