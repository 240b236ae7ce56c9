/* What a person does with a study, one after the other. */
#include "config.h"

#include "entente-deeds.h"

#include "entente-event.h"
#include "entente-export.h"
#include "entente-store-fixture.h"
#include "entente-study-records.h"
#include "entente-test-folder.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#define N_IMPORTED 200

static char *data_home;

void
entente_deeds_init (void)
{
  data_home = g_mkdtemp (g_strdup ("/dev/shm/entente-faults-data-XXXXXX"));
  if (data_home == NULL)
    data_home = g_dir_make_tmp ("entente-faults-data-XXXXXX", NULL);
  g_assert_nonnull (data_home);
  g_setenv ("XDG_DATA_HOME", data_home, TRUE);
  g_setenv ("XDG_CACHE_HOME", data_home, TRUE);
  g_setenv ("SOURCE_DATE_EPOCH", "1543600000", TRUE);
}

void
entente_deeds_finish (void)
{
  entente_test_remove_folder (data_home);
  g_clear_pointer (&data_home, g_free);
}

/* ---- parts ---- */

static EntenteStore *
open_study (const char *path)
{
  g_autoptr (GError) error = NULL;
  EntenteStore *store = entente_store_open (path, ENTENTE_OPEN_EXISTING, NULL, &error);

  g_assert_no_error (error);
  return store;
}

static void
begin (EntenteVictim *victim)
{
  if (victim->begin != NULL)
    victim->begin (victim->data);
}

static void
end (EntenteVictim *victim)
{
  if (victim->end != NULL)
    victim->end (victim->data);
}

static EntenteEvent *
make_event (EntenteId id, gsize length)
{
  EntenteEvent *event = entente_event_new ();

  event->record.id = id;
  event->kind = g_strdup ("meeting");
  event->title = g_strdup_printf ("Talks about talks %d", (int) id);
  event->summary = g_strnfill (length, 'x');
  return event;
}

static EntenteClaim *
make_claim (EntenteId id, EntenteId event)
{
  EntenteClaim *claim = entente_claim_new ();

  claim->record.id = id;
  claim->event = event;
  claim->note = g_strnfill (300, 'n');
  return claim;
}

static void
insert_events (EntenteStep *step, EntenteId first, guint n)
{
  for (guint i = 0; i < n; i++) {
    g_autoptr (EntenteEvent) event = make_event (first + i, 500);
    g_autoptr (EntenteClaim) claim = make_claim (first + 100000 + i, first + i);

    entente_step_insert (step, event);
    entente_step_insert (step, claim);
  }
}

static gboolean
apply (EntenteStore *store, EntenteStep *step, GError **error)
{
  g_autoptr (EntenteChangeSet) changes = entente_store_apply (store, step, error);

  return changes != NULL;
}

static gpointer
next_event (gpointer data, GError **error)
{
  guint *left = data;

  return *left > 0 ? make_event (500000 + (EntenteId) (*left)--, 200) : NULL;
}

static gboolean
import (EntenteStore *store, GError **error)
{
  guint left = N_IMPORTED;
  g_autoptr (EntenteChangeSet) changes =
    entente_store_import (store, "Import", next_event, &left, NULL, NULL, NULL, error);

  return changes != NULL;
}

/* ---- before ---- */

static void
prepare (EntenteVictim *victim)
{
  g_autoptr (EntenteStore) store =
    entente_store_open (victim->path, ENTENTE_OPEN_CREATE, NULL, NULL);
  g_autoptr (EntenteStep) step = entente_step_new ("Add");

  g_assert_nonnull (store);
  insert_events (step, 1, victim->n_events);
  g_assert_true (apply (store, step, NULL));
}

static void
prepare_undone (EntenteVictim *victim)
{
  g_autoptr (EntenteStore) store = NULL;

  prepare (victim);
  store = open_study (victim->path);
  entente_store_fixture_undo (store);
}

static void
prepare_imported (EntenteVictim *victim)
{
  g_autoptr (EntenteStore) store = NULL;

  prepare (victim);
  store = open_study (victim->path);
  g_assert_true (import (store, NULL));
}

static void
prepare_import_undone (EntenteVictim *victim)
{
  g_autoptr (EntenteStore) store = NULL;

  prepare_imported (victim);
  store = open_study (victim->path);
  entente_store_fixture_undo (store);
}

/* Another program left the index of words behind; the next opening builds it anew. */
static void
prepare_stale (EntenteVictim *victim)
{
  g_autofree char *output = NULL;

  prepare (victim);
  output =
    entente_store_fixture_query (victim->path, "UPDATE event SET title = 'Other' WHERE id = 1");
  g_assert_cmpstr (output, ==, "");
}

static void
prepare_target (EntenteVictim *victim)
{
  prepare (victim);
  g_assert_true (g_file_set_contents (victim->target, "what was there before", -1, NULL));
}

/* No backup can be made of it, which is no reason not to go on. */
static void
prepare_old (EntenteVictim *victim)
{
  g_autofree char *backups = entente_backup_get_folder (victim->path);
  g_autofree char *above = g_path_get_dirname (backups);

  g_assert_cmpint (g_mkdir_with_parents (above, 0700), ==, 0);
  g_assert_true (g_file_set_contents (backups, "", 0, NULL));
}

static void
prepare_old_1 (EntenteVictim *victim)
{
  g_free (entente_store_fixture_make_old (victim->folder, 1));
  prepare_old (victim);
}

static void
prepare_old_2 (EntenteVictim *victim)
{
  g_free (entente_store_fixture_make_old (victim->folder, 2));
  prepare_old (victim);
}

static void
prepare_old_3 (EntenteVictim *victim)
{
  g_free (entente_store_fixture_make_old (victim->folder, 3));
  prepare_old (victim);
}

/* With a backup first. */
static void
prepare_old_backed_up (EntenteVictim *victim)
{
  g_free (entente_store_fixture_make_old (victim->folder, 3));
}

/* ---- deeds ---- */

static gboolean
run_step (EntenteVictim *victim, EntenteStep *step, GError **error)
{
  g_autoptr (EntenteStore) store = open_study (victim->path);
  gboolean done;

  begin (victim);
  done = apply (store, step, error);
  g_clear_object (&store);
  end (victim);
  return done;
}

static gboolean
run_add (EntenteVictim *victim, GError **error)
{
  g_autoptr (EntenteStep) step = entente_step_new ("Add");

  insert_events (step, 700000, 1);
  return run_step (victim, step, error);
}

static gboolean
run_add_many (EntenteVictim *victim, GError **error)
{
  g_autoptr (EntenteStep) step = entente_step_new ("Add");

  insert_events (step, 700000, 20);
  return run_step (victim, step, error);
}

/* Over several pages, which are chained. */
static gboolean
run_add_long (EntenteVictim *victim, GError **error)
{
  g_autoptr (EntenteStep) step = entente_step_new ("Add");
  g_autoptr (EntenteEvent) event = make_event (700000, 100000);

  entente_step_insert (step, event);
  return run_step (victim, step, error);
}

static gboolean
run_update (EntenteVictim *victim, GError **error)
{
  g_autoptr (EntenteStep) step = entente_step_new ("Change");
  g_autoptr (EntenteEvent) event = make_event (1, 700);

  entente_step_update (step, event);
  return run_step (victim, step, error);
}

static gboolean
run_delete (EntenteVictim *victim, GError **error)
{
  g_autoptr (EntenteStep) step = entente_step_new ("Delete");

  for (EntenteId id = 1; id <= 5; id++)
    entente_step_delete (step, ENTENTE_ENTITY_EVENT, id);
  return run_step (victim, step, error);
}

static gboolean
run_undo (EntenteVictim *victim, GError **error)
{
  g_autoptr (EntenteStore) store = open_study (victim->path);
  g_autoptr (EntenteChangeSet) changes = NULL;

  begin (victim);
  changes = entente_store_undo (store, error);
  g_clear_object (&store);
  end (victim);
  return changes != NULL;
}

static gboolean
run_redo (EntenteVictim *victim, GError **error)
{
  g_autoptr (EntenteStore) store = open_study (victim->path);
  g_autoptr (EntenteChangeSet) changes = NULL;

  begin (victim);
  changes = entente_store_redo (store, error);
  g_clear_object (&store);
  end (victim);
  return changes != NULL;
}

static gboolean
run_import (EntenteVictim *victim, GError **error)
{
  g_autoptr (EntenteStore) store = open_study (victim->path);
  gboolean done;

  begin (victim);
  done = import (store, error);
  g_clear_object (&store);
  end (victim);
  return done;
}

static gboolean
run_rebuild (EntenteVictim *victim, GError **error)
{
  g_autoptr (EntenteStore) store = open_study (victim->path);
  gboolean done;

  begin (victim);
  done = entente_store_rebuild_search (store, error);
  g_clear_object (&store);
  end (victim);
  return done;
}

static gboolean
run_back_up (EntenteVictim *victim, GError **error)
{
  g_autoptr (EntenteStore) store = open_study (victim->path);
  gboolean done;

  begin (victim);
  done = entente_store_back_up (store, NULL, error);
  g_clear_object (&store);
  end (victim);
  return done;
}

static gboolean
copy (EntenteVictim *victim, gboolean history, GError **error)
{
  g_autoptr (EntenteStore) store = open_study (victim->path);
  gboolean done;

  begin (victim);
  done = entente_store_copy (store, victim->target, history, NULL, error);
  g_clear_object (&store);
  end (victim);
  return done;
}

static gboolean
run_copy (EntenteVictim *victim, GError **error)
{
  return copy (victim, TRUE, error);
}

static gboolean
run_copy_to_give_away (EntenteVictim *victim, GError **error)
{
  return copy (victim, FALSE, error);
}

static gboolean
run_create (EntenteVictim *victim, GError **error)
{
  g_autoptr (EntenteStore) store = NULL;

  begin (victim);
  store = entente_store_open (victim->target, ENTENTE_OPEN_CREATE, NULL, error);
  end (victim);
  return store != NULL;
}

/* Opening and closing; also brings an older form to that of today. */
static gboolean
run_open (EntenteVictim *victim, GError **error)
{
  EntenteStore *store;
  gboolean done;

  begin (victim);
  store = entente_store_open (victim->path, ENTENTE_OPEN_EXISTING, NULL, error);
  done = store != NULL;
  g_clear_object (&store);
  end (victim);
  return done;
}

static void
count_event (gpointer data, const EntenteEventRow *row)
{
  ++*(guint *) data;
}

/* What is read is all, or an error is told. */
static gboolean
run_read (EntenteVictim *victim, GError **error)
{
  EntenteRowSink sink = { .event = count_event };
  g_autoptr (EntenteStore) store = NULL;
  g_autoptr (GPtrArray) events = NULL;
  guint n = 0;

  begin (victim);
  store = entente_store_open (victim->path, ENTENTE_OPEN_READ_ONLY, NULL, error);
  if (store != NULL && entente_store_read_rows (store, &sink, &n, NULL, error)) {
    g_assert_cmpuint (n, ==, victim->n_events);
    events = entente_store_list (store, ENTENTE_ENTITY_EVENT, error);
  }
  g_clear_object (&store);
  end (victim);
  if (events == NULL)
    return FALSE;
  g_assert_cmpuint (events->len, ==, victim->n_events);
  for (guint i = 0; i < events->len; i++) {
    g_autoptr (EntenteEvent) event = make_event (i + 1, 500);

    g_assert_true (entente_record_equal (events->pdata[i], event));
  }
  return TRUE;
}

static gboolean
run_check (EntenteVictim *victim, GError **error)
{
  g_autoptr (EntenteStore) store = open_study (victim->path);
  g_autoptr (GPtrArray) sentences = NULL;

  begin (victim);
  sentences = entente_store_check (store, error);
  g_clear_object (&store);
  end (victim);
  return sentences != NULL;
}

static gboolean
run_export (EntenteVictim *victim, GError **error)
{
  g_autofree char *bytes = g_strnfill (200000, 'e');
  gboolean done;

  begin (victim);
  done = entente_export_bytes (victim->target, bytes, 200000, error);
  end (victim);
  return done;
}

const EntenteDeed entente_deeds[] = {
  { "add", prepare, run_add, 0 },
  { "add-many", prepare, run_add_many, 0 },
  { "add-long", prepare, run_add_long, 0 },
  { "update", prepare, run_update, 0 },
  { "delete", prepare, run_delete, 0 },
  { "undo", prepare, run_undo, 0 },
  { "redo", prepare_undone, run_redo, 0 },
  { "import", prepare, run_import, 0 },
  { "undo-import", prepare_imported, run_undo, 0 },
  { "redo-import", prepare_import_undone, run_redo, 0 },
  { "rebuild", prepare, run_rebuild, 0 },
  { "back-up", prepare, run_back_up, 0 },
  { "copy", prepare, run_copy, 0 },
  { "copy-to-give-away", prepare, run_copy_to_give_away, 0 },
  { "create", prepare, run_create, 0, TRUE },
  { "open", prepare_stale, run_open, 0, TRUE },
  { "read", prepare, run_read, 0 },
  { "check", prepare, run_check, 0 },
  { "export", prepare_target, run_export, 0 },
  { "migrate-1", prepare_old_1, run_open, 1, TRUE },
  { "migrate-2", prepare_old_2, run_open, 2, TRUE },
  { "migrate-3", prepare_old_3, run_open, 3, TRUE },
  { "migrate-backed-up", prepare_old_backed_up, run_open, 3, TRUE },
};
const guint entente_n_deeds = G_N_ELEMENTS (entente_deeds);
