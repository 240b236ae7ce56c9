/* Settings that a library does not take are noticed, and the study is not opened. */
#include "config.h"

#include "entente-store-fixture.h"

#include "entente-durable.h"

#include <sqlite3.h>
#include <string.h>

static const char *refused; /* name of the setting that is passed over, as some builds do */
static const char *spoilt; /* SQL that a build might have in it */

/* Not given a value, asked for none: a setting that is passed over can still be read. */
static int
pass_over (void *data,
           int action,
           const char *name,
           const char *value,
           const char *database,
           const char *trigger)
{
  return action == SQLITE_PRAGMA && value != NULL && g_strcmp0 (name, refused) == 0 ? SQLITE_IGNORE
                                                                                    : SQLITE_OK;
}

static int
spoil (sqlite3 *handle, char **error, const struct sqlite3_api_routines *routines)
{
  if (spoilt != NULL)
    sqlite3_exec (handle, spoilt, NULL, NULL, NULL);
  if (refused != NULL)
    sqlite3_set_authorizer (handle, pass_over, NULL);
  return SQLITE_OK;
}

static void
assert_refused (EntenteStoreFixture *fixture, const char *name)
{
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;
  gsize n_before, n_after;

  g_assert_true (g_file_get_contents (fixture->path, &before, &n_before, NULL));
  g_assert_null (entente_store_open (fixture->path, ENTENTE_OPEN_EXISTING, NULL, &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, name));
  g_assert_nonnull (strstr (error->message, fixture->path));
  g_assert_true (g_file_get_contents (fixture->path, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);
}

static void
test_passed_over (EntenteStoreFixture *fixture, gconstpointer data)
{
  static const char *const names[] = {
    "foreign_keys", "temp_store", "synchronous", "cell_size_check", "journal_mode",
  };

  g_clear_object (&fixture->store);
  g_assert_cmpint (sqlite3_auto_extension ((void (*) (void)) spoil), ==, SQLITE_OK);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    refused = names[i];
    assert_refused (fixture, names[i]);
  }
  refused = NULL;
  sqlite3_reset_auto_extension ();
  entente_store_fixture_reopen (fixture);
  entente_store_fixture_add_event (fixture->store, "Talks");
}

static void
test_otherwise (EntenteStoreFixture *fixture, gconstpointer data)
{
  static const struct {
    const char *name, *sql;
  } cases[] = {
    { "ignore_check_constraints", "PRAGMA ignore_check_constraints=ON" },
    { "locking_mode", "PRAGMA locking_mode=EXCLUSIVE" },
  };

  g_clear_object (&fixture->store);
  g_assert_cmpint (sqlite3_auto_extension ((void (*) (void)) spoil), ==, SQLITE_OK);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    spoilt = cases[i].sql;
    assert_refused (fixture, cases[i].name);
  }
  spoilt = NULL;
  sqlite3_reset_auto_extension ();
}

int
main (int argc, char *argv[])
{
  entente_store_fixture_init (&argc, &argv);
  ENTENTE_STORE_TEST ("/store/durable/passed-over", test_passed_over);
  ENTENTE_STORE_TEST ("/store/durable/otherwise", test_otherwise);
  return g_test_run ();
}
