/* What does not read as it was written is not committed. */
#include "config.h"

#include "entente-store-fixture.h"

#include "entente-event.h"
#include "entente-read-back.h"
#include "entente-store-private.h"
#include "entente-study-records.h"
#include "entente-table.h"

static EntenteEvent *
make_event (void)
{
  EntenteEvent *event = entente_event_new ();

  event->record.id = 7;
  event->kind = g_strdup ("meeting");
  event->title = g_strdup ("Talks");
  event->summary = g_strdup (""); /* is written as none */
  return event;
}

/* Each cell that is not what was written is seen. */
static void
test_cells (void)
{
  static const char *const spoilers[] = {
    "UPDATE event SET title = 'Talk'",
    "UPDATE event SET title = 'Talks.'",
    "UPDATE event SET title = NULL",
    "UPDATE event SET summary = ''",
    "UPDATE event SET telling = telling + 1",
    "UPDATE event SET when_edtf = '2018'",
    "DELETE FROM event",
  };
  g_autoptr (EntenteDb) db = entente_store_fixture_open_db ();
  g_autoptr (EntenteEvent) event = make_event ();

  for (gsize i = 0; i < G_N_ELEMENTS (spoilers); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_true (entente_db_exec (db, "BEGIN", NULL));
    g_assert_true (entente_table_insert (db, event, NULL, NULL));
    g_assert_true (entente_read_back_record (db, event, &error));
    g_assert_true (entente_db_exec (db, spoilers[i], NULL));
    g_assert_false (entente_read_back_record (db, event, &error));
    g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_CORRUPT);
    g_assert_true (g_str_has_suffix (error->message, "."));
    g_assert_true (entente_db_exec (db, "ROLLBACK", NULL));
  }
}

/* ---- a store whose rows are written wrong ---- */

static const char *sql;

static void
exec_job (gpointer data)
{
  g_assert_true (entente_db_exec (((EntenteStore *) data)->db, sql, NULL));
}

static void
exec_inside (EntenteStore *store, const char *statement)
{
  sql = statement;
  g_assert_true (entente_store_call (store, exec_job, store, FALSE, NULL));
}

static gpointer
next_event (gpointer data, GError **error)
{
  gboolean *given = data;

  if (*given)
    return NULL;
  *given = TRUE;
  return make_event ();
}

static void
test_store (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (EntenteEvent) event = make_event ();
  g_autoptr (EntenteStep) step = entente_step_new ("Add event");
  g_autoptr (GError) error = NULL;
  gboolean given = FALSE;

  entente_store_fixture_add_event (fixture->store, "Talks about talks");
  entente_step_insert (step, event);
  exec_inside (fixture->store,
               "CREATE TEMP TRIGGER spoil AFTER INSERT ON main.event BEGIN"
               " UPDATE event SET title = 'Talk' WHERE id = new.id; END");
  g_assert_null (entente_store_apply (fixture->store, step, &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_CORRUPT);
  g_clear_error (&error);
  g_assert_null (
    entente_store_import (fixture->store, "Import", next_event, &given, NULL, NULL, NULL, &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_CORRUPT);
  g_assert_cmpint (entente_store_count (fixture->store, ENTENTE_ENTITY_EVENT, NULL), ==, 1);
  g_assert_cmpint (entente_store_get_version (fixture->store), ==, 1);
  exec_inside (fixture->store, "DROP TRIGGER temp.spoil");
  entente_store_fixture_apply (fixture->store, step);
}

/* An undo brings back only what can be read. */
static void
test_undo (EntenteStoreFixture *fixture, gconstpointer data)
{
  EntenteId event = entente_store_fixture_add_event (fixture->store, "Talks");
  g_autoptr (GError) error = NULL;

  entente_store_fixture_delete_event (fixture->store, event);
  exec_inside (fixture->store,
               "CREATE TEMP TRIGGER spoil AFTER INSERT ON main.event BEGIN"
               " UPDATE event SET title = cast (x'ff' AS TEXT) WHERE id = new.id; END");
  g_assert_null (entente_store_undo (fixture->store, &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_CORRUPT);
  g_assert_cmpint (entente_store_get_version (fixture->store), ==, 2);
  exec_inside (fixture->store, "DROP TRIGGER temp.spoil");
  entente_store_fixture_undo (fixture->store);
  g_assert_cmpint (entente_store_count (fixture->store, ENTENTE_ENTITY_EVENT, NULL), ==, 1);
}

int
main (int argc, char *argv[])
{
  entente_store_fixture_init (&argc, &argv);
  g_test_add_func ("/store/read-back/cells", test_cells);
  ENTENTE_STORE_TEST ("/store/read-back/store", test_store);
  ENTENTE_STORE_TEST ("/store/read-back/undo", test_undo);
  return g_test_run ();
}
