/* The log: kept in order, limited, read where nothing can be written. */
#include "config.h"

#include "entente-store-fixture.h"

#include "entente-log.h"

#include <string.h>

static GPtrArray *
read_log (EntenteStoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *log = entente_store_get_log (fixture->store, &error);

  g_assert_no_error (error);
  return log;
}

static const char *
get_text (const GPtrArray *log, guint i)
{
  return ((const EntenteLogEntry *) log->pdata[i])->text;
}

static void
test_order (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) log = NULL;
  const EntenteLogEntry *entry;

  entente_store_log (fixture->store, "The disk is full.");
  entente_store_log (fixture->store, "The disk is full."); /* says nothing new */
  entente_store_log (fixture->store, "Another program wrote.");
  entente_store_log (fixture->store, "The disk is full.");
  entente_store_fixture_reopen (fixture);
  log = read_log (fixture);
  g_assert_cmpuint (log->len, ==, 3);
  g_assert_cmpstr (get_text (log, 0), ==, "The disk is full.");
  g_assert_cmpstr (get_text (log, 1), ==, "Another program wrote.");
  entry = log->pdata[2];
  g_assert_cmpint (ABS (entry->time - g_get_real_time () / G_USEC_PER_SEC), <, 100);
}

static void
test_limit (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autofree char *filled = NULL;
  g_autofree char *long_text = g_strnfill (5000, 'x');
  g_autoptr (GPtrArray) log = NULL;

  g_clear_object (&fixture->store);
  filled = entente_store_fixture_query (
    fixture->path,
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)"
    " INSERT INTO log (time, text) SELECT NULL, 'line ' || i FROM n");
  g_assert_cmpstr (filled, ==, "");
  entente_store_fixture_reopen (fixture);
  entente_store_log (fixture->store, long_text);
  log = read_log (fixture);
  g_assert_cmpuint (log->len, ==, 1000);
  g_assert_cmpstr (get_text (log, 0), ==, "line 2");
  g_assert_cmpint (((const EntenteLogEntry *) log->pdata[0])->time, ==, -1);
  g_assert_cmpuint (strlen (get_text (log, 999)), ==, 2000);
}

static void
test_read_only (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) log = NULL;

  entente_store_log (fixture->store, "A line.");
  g_clear_object (&fixture->store);
  fixture->store = entente_store_open (fixture->path, ENTENTE_OPEN_READ_ONLY, NULL, &error);
  g_assert_no_error (error);
  entente_store_log (fixture->store, "Another line.");
  log = read_log (fixture);
  g_assert_cmpuint (log->len, ==, 1);
}

/* What is noted is no step, and an edit goes on after it. */
static void
test_no_step (EntenteStoreFixture *fixture, gconstpointer data)
{
  entente_store_log (fixture->store, "A line.");
  g_assert_cmpint (entente_store_get_version (fixture->store), ==, 0);
  entente_store_fixture_add_event (fixture->store, "A meeting");
  g_assert_cmpint (entente_store_get_version (fixture->store), ==, 1);
}

int
main (int argc, char *argv[])
{
  entente_store_fixture_init (&argc, &argv);
  ENTENTE_STORE_TEST ("/store/log/order", test_order);
  ENTENTE_STORE_TEST ("/store/log/limit", test_limit);
  ENTENTE_STORE_TEST ("/store/log/read-only", test_read_only);
  ENTENTE_STORE_TEST ("/store/log/no-step", test_no_step);
  return g_test_run ();
}
