/* A power cut at any moment loses no edit that was acknowledged and leaves a whole study.
 *
 * Writing calls of this process pass through here (the program's own pwrite64() and the like stand
 * before those of the C library) and are logged with every sync. From the log, states of the disk
 * are rebuilt in which any of what was not synced is there or is not, or is torn; each is opened
 * and compared. That the model is sharp is shown by two modes of SQLite that are known to lose
 * edits: DELETE with FULL, WAL with NORMAL. ENTENTE_POWER_CUT_STATES says how many states.
 */
#include "config.h"

#include "entente-store-fixture.h"

#include "entente-event.h"
#include "entente-test-scale.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#define STATES_PER_STUDY 1000
#define SECTOR 512

/* Files by number: the study, its journal, its write-ahead log; their folder. */
enum { STUDY, JOURNAL, WAL, N_FILES, FOLDER = N_FILES };

/* ---- log ---- */

typedef enum { WRITE, TRUNCATE, SYNC, UNLINK, SYNC_FOLDER, ACKNOWLEDGE } Kind;

typedef struct {
  Kind kind;
  int file;
  gint64 offset;
  GBytes *bytes;
  gint64 version; /* acknowledged */
} Entry;

static GArray *entries; /* NULL: nothing is logged */
static char *log_path; /* of the study */

static void
clear_entry (gpointer data)
{
  g_clear_pointer (&((Entry *) data)->bytes, g_bytes_unref);
}

static void
start_log (const char *path)
{
  log_path = realpath (path, NULL);
  entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  g_array_set_clear_func (entries, clear_entry);
}

static GArray *
end_log (void)
{
  free (log_path);
  return g_steal_pointer (&entries);
}

/* -1 for any other. */
static int
find_file (const char *path)
{
  gsize length = strlen (log_path);
  g_autofree char *folder = g_path_get_dirname (log_path);

  if (strcmp (path, folder) == 0)
    return FOLDER;
  if (strncmp (path, log_path, length) != 0)
    return -1;
  if (strcmp (path + length, "-wal") == 0)
    return WAL;
  return path[length] == '\0' ? STUDY : strcmp (path + length, "-journal") == 0 ? JOURNAL : -1;
}

static int
find_descriptor (int fd)
{
  g_autofree char *link = g_strdup_printf ("/proc/self/fd/%d", fd);
  g_autofree char *path = entries != NULL ? g_file_read_link (link, NULL) : NULL;

  return path != NULL ? find_file (path) : -1;
}

static void
add_entry (Kind kind, int file, gint64 offset, GBytes *bytes)
{
  Entry entry = { .kind = kind, .file = file, .offset = offset, .bytes = bytes };

  g_array_append_val (entries, entry);
}

static void
acknowledge (gint64 version)
{
  Entry entry = { .kind = ACKNOWLEDGE, .version = version };

  g_array_append_val (entries, entry);
}

ssize_t
pwrite64 (int fd, const void *bytes, size_t length, off64_t offset)
{
  int file = find_descriptor (fd);

  if (file >= 0 && file < N_FILES)
    add_entry (WRITE, file, offset, g_bytes_new (bytes, length));
  return syscall (SYS_pwrite64, fd, bytes, length, offset);
}

static void
log_sync (int fd)
{
  int file = find_descriptor (fd);

  if (file >= 0)
    add_entry (file == FOLDER ? SYNC_FOLDER : SYNC, file, 0, NULL);
}

int
fsync (int fd)
{
  log_sync (fd);
  return (int) syscall (SYS_fsync, fd);
}

int
fdatasync (int fd)
{
  log_sync (fd);
  return (int) syscall (SYS_fdatasync, fd);
}

int
ftruncate64 (int fd, off64_t length)
{
  int file = find_descriptor (fd);

  if (file >= 0 && file < N_FILES)
    add_entry (TRUNCATE, file, length, NULL);
  return (int) syscall (SYS_ftruncate, fd, length);
}

int
unlink (const char *path)
{
  int file = entries != NULL ? find_file (path) : -1;

  if (file >= 0 && file < N_FILES)
    add_entry (UNLINK, file, 0, NULL);
  return (int) syscall (SYS_unlink, path);
}

/* ---- the disk after a cut ---- */

typedef enum { NOTHING, ALL, SOME, TORN, N_POLICIES } Policy;

typedef struct {
  GByteArray *bytes; /* on disk */
  GPtrArray *pending; /* of Entry: written and not synced */
  gboolean there; /* its name is on disk */
  gboolean named; /* its name is in the folder, on disk or not */
} File;

static void
apply_write (GByteArray *bytes, const Entry *entry, gsize length)
{
  gsize n;
  const guint8 *from = g_bytes_get_data (entry->bytes, &n);
  gsize end;

  n = MIN (n, length);
  end = (gsize) entry->offset + n;
  if (bytes->len < end) {
    guint old = bytes->len;

    g_byte_array_set_size (bytes, (guint) end);
    memset (bytes->data + old, 0, end - old);
  }
  memcpy (bytes->data + entry->offset, from, n);
}

static void
apply_entry (GByteArray *bytes, const Entry *entry, gsize length)
{
  if (entry->kind == WRITE)
    apply_write (bytes, entry, length);
  else if (bytes->len > (guint) entry->offset)
    g_byte_array_set_size (bytes, (guint) entry->offset);
}

static void
sync_file (File *file)
{
  for (guint i = 0; i < file->pending->len; i++)
    apply_entry (file->bytes, file->pending->pdata[i], G_MAXSIZE);
  g_ptr_array_set_size (file->pending, 0);
}

static gboolean
flip (GRand *random, Policy policy)
{
  return policy == ALL || (policy != NOTHING && g_rand_boolean (random));
}

/* What happened to reach the disk of what was not synced. */
static void
cut_file (File *file, GRand *random, Policy policy)
{
  for (guint i = 0; i < file->pending->len; i++) {
    const Entry *entry = file->pending->pdata[i];
    gsize length = G_MAXSIZE;

    if (!flip (random, policy))
      continue;
    if (policy == TORN && g_rand_boolean (random))
      length = SECTOR * (gsize) g_rand_int_range (random, 0, 8);
    apply_entry (file->bytes, entry, length);
  }
  if (file->named != file->there && flip (random, policy))
    file->there = file->named;
}

static void
replay_entry (File files[N_FILES], const Entry *entry)
{
  File *file = &files[entry->file < N_FILES ? entry->file : 0];

  switch (entry->kind) {
  case WRITE:
  case TRUNCATE:
    file->named = TRUE;
    g_ptr_array_add (file->pending, (gpointer) entry);
    break;
  case SYNC:
    sync_file (file);
    break;
  case UNLINK:
    file->named = FALSE;
    break;
  case SYNC_FOLDER:
    for (guint i = 0; i < N_FILES; i++)
      files[i].there = files[i].named;
    break;
  case ACKNOWLEDGE:
  default:
    break;
  }
}

static void
write_file (const char *path, const File *file)
{
  g_unlink (path);
  if (file->there)
    g_assert_true (
      g_file_set_contents (path, (const char *) file->bytes->data, file->bytes->len, NULL));
}

/* Writes the disk as it may be after @n entries; gives the version that was acknowledged by then.
 */
static gint64
rebuild (GArray *log, GBytes *base, guint n, GRand *random, Policy policy, const char *path)
{
  static const char *const suffixes[N_FILES] = { "", "-journal", "-wal" };
  File files[N_FILES];
  gint64 acknowledged = 0;

  for (guint i = 0; i < N_FILES; i++)
    files[i] = (File){ g_byte_array_new (), g_ptr_array_new (), i == STUDY, i == STUDY };
  g_byte_array_append (files[STUDY].bytes,
                       g_bytes_get_data (base, NULL),
                       (guint) g_bytes_get_size (base));
  for (guint i = 0; i < n; i++) {
    const Entry *entry = &g_array_index (log, Entry, i);

    replay_entry (files, entry);
    if (entry->kind == ACKNOWLEDGE)
      acknowledged = entry->version;
  }
  for (guint i = 0; i < N_FILES; i++) {
    g_autofree char *name = g_strconcat (path, suffixes[i], NULL);

    cut_file (&files[i], random, policy);
    write_file (name, &files[i]);
    g_byte_array_unref (files[i].bytes);
    g_ptr_array_unref (files[i].pending);
  }
  return acknowledged;
}

/* ---- what is done while the power is on ---- */

static void
edit (EntenteStore *store, GRand *random)
{
  g_autoptr (EntenteStep) step = entente_step_new ("Add");
  g_autoptr (EntenteEvent) event = entente_event_new ();
  g_autoptr (EntenteChangeSet) changes = NULL;
  g_autoptr (GError) error = NULL;

  if (g_rand_int_range (random, 0, 6) == 0 && entente_store_get_version (store) > 0) {
    changes = entente_store_undo (store, &error);
  } else {
    event->kind = g_strdup ("meeting");
    event->title = g_strnfill ((gsize) g_rand_int_range (random, 1, 9000), 'x');
    entente_step_insert (step, event);
    changes = entente_store_apply (store, step, &error);
  }
  acknowledge (entente_store_get_version (store));
}

static GBytes *
read_bytes (const char *path)
{
  char *bytes;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  return g_bytes_new_take (bytes, length);
}

/* Version of the study on the disk; -1 when it is not whole. */
static gint64
read_version (const char *path)
{
  g_autoptr (EntenteStore) store = entente_store_open (path, ENTENTE_OPEN_EXISTING, NULL, NULL);
  g_autoptr (GPtrArray) sentences = store != NULL ? entente_store_check (store, NULL) : NULL;

  if (sentences == NULL || sentences->len > 0)
    return -1;
  return entente_store_get_version (store);
}

/* Edits a new study, and opens what cuts may leave of it. */
static void
cut_study (EntenteStoreFixture *fixture, GRand *random, guint n_states)
{
  g_autofree char *path = g_build_filename (fixture->folder, "after.entente", NULL);
  g_autoptr (GArray) log = NULL;
  g_autoptr (GBytes) base = NULL;

  g_clear_object (&fixture->store);
  base = read_bytes (fixture->path);
  start_log (fixture->path);
  entente_store_fixture_reopen (fixture);
  for (guint i = 0; i < 40; i++)
    edit (fixture->store, random);
  g_clear_object (&fixture->store);
  log = end_log ();
  g_assert_cmpuint (log->len, >, 400);
  for (guint i = 0; i < n_states; i++) {
    guint n = (guint) g_rand_int_range (random, 1, (gint32) log->len + 1);
    gint64 acknowledged = rebuild (log, base, n, random, i % N_POLICIES, path);
    gint64 version = read_version (path);

    if (version < acknowledged)
      g_error ("After %u of %u calls, policy %u: step %d was acknowledged, %d is there; see %s",
               n,
               log->len,
               i % N_POLICIES,
               (int) acknowledged,
               (int) version,
               path);
  }
}

static void
test_store (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  guint n_states = entente_test_scale ("ENTENTE_POWER_CUT_STATES", 5000, 100000);

  for (guint n = 0; n < n_states; n += STATES_PER_STUDY) {
    cut_study (fixture, random, MIN (STATES_PER_STUDY, n_states - n));
    entente_store_fixture_tear_down (fixture, NULL);
    entente_store_fixture_set_up (fixture, NULL);
  }
  g_test_message ("%u states, no acknowledged edit lost", n_states);
}

/* ---- the model itself ---- */

static void
run_sql (sqlite3 *handle, const char *sql)
{
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
}

static gint64
count_rows (const char *path)
{
  sqlite3 *handle = NULL;
  sqlite3_stmt *statement = NULL;
  gint64 n = -1;

  sqlite3_open (path, &handle);
  if (sqlite3_prepare_v2 (handle, "SELECT count (*) FROM log", -1, &statement, NULL) == SQLITE_OK &&
      sqlite3_step (statement) == SQLITE_ROW)
    n = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (handle);
  return n;
}

/* States that lose an acknowledged row, of all that were rebuilt. */
static guint
count_losses (EntenteStoreFixture *fixture, const char *settings, guint n_states)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  g_autofree char *path = g_build_filename (fixture->folder, "after.entente", NULL);
  g_autoptr (GArray) log = NULL;
  g_autoptr (GBytes) base = NULL;
  sqlite3 *handle = NULL;
  guint n_lost = 0;

  g_clear_object (&fixture->store);
  base = read_bytes (fixture->path);
  start_log (fixture->path);
  g_assert_cmpint (sqlite3_open (fixture->path, &handle), ==, SQLITE_OK);
  run_sql (handle, settings);
  for (gint64 i = 1; i <= 40; i++) {
    run_sql (handle, "INSERT INTO log (text) VALUES (hex (randomblob (3000)))");
    acknowledge (i);
  }
  log = end_log ();
  sqlite3_close (handle);
  for (guint i = 0; i < n_states; i++) {
    guint n = (guint) g_rand_int_range (random, 1, (gint32) log->len + 1);
    gint64 acknowledged = rebuild (log, base, n, random, i % N_POLICIES, path);

    n_lost += count_rows (path) < acknowledged;
  }
  return n_lost;
}

#define N_MODEL_STATES 500

static void
test_model (EntenteStoreFixture *fixture, gconstpointer settings)
{
  guint lost = count_losses (fixture, settings, N_MODEL_STATES);

  g_test_message ("%s: %u of %d states lose a row", (char *) settings, lost, N_MODEL_STATES);
  g_assert_cmpuint (lost, >, N_MODEL_STATES / 20);
}

static void
test_settings (EntenteStoreFixture *fixture, gconstpointer settings)
{
  g_assert_cmpuint (count_losses (fixture, settings, N_MODEL_STATES), ==, 0);
}

static void
add_test (const char *path,
          const char *settings,
          void (*test) (EntenteStoreFixture *fixture, gconstpointer data))
{
  g_test_add (path,
              EntenteStoreFixture,
              settings,
              entente_store_fixture_set_up,
              test,
              entente_store_fixture_tear_down);
}

int
main (int argc, char *argv[])
{
  entente_store_fixture_init (&argc, &argv);
  add_test ("/faults/power-cut/delete-full",
            "PRAGMA journal_mode=DELETE; PRAGMA synchronous=FULL",
            test_model);
  add_test ("/faults/power-cut/wal-normal",
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL",
            test_model);
  add_test ("/faults/power-cut/truncate-extra",
            "PRAGMA journal_mode=TRUNCATE; PRAGMA synchronous=EXTRA",
            test_settings);
  ENTENTE_STORE_TEST ("/faults/power-cut/store", test_store);
  return g_test_run ();
}
