/* Facts of the file: size, schema, steps, the last backup that was checked. */
#include "config.h"

#include "entente-store-fixture.h"

#include "entente-draft.h"
#include "entente-file-facts.h"
#include "entente-log.h"
#include "entente-schema.h"
#include "entente-test-folder.h"

#include <glib/gstdio.h>

static EntenteFileFacts *
read_facts (EntenteStoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  EntenteFileFacts *facts = entente_store_get_facts (fixture->store, &error);

  g_assert_no_error (error);
  return facts;
}

static void
test_facts (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (EntenteFileFacts) empty = read_facts (fixture);
  g_autoptr (EntenteFileFacts) facts = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf file;

  g_assert_cmpint (empty->schema, ==, entente_schema_get_latest ());
  g_assert_cmpint (empty->n_steps, ==, 0);
  g_assert_cmpint (empty->last_step, ==, 0);
  g_assert_cmpint (empty->last_backup, ==, 0);
  g_assert_null (empty->last_backup_path);
  entente_store_fixture_add_event (fixture->store, "A meeting");
  g_assert_true (entente_store_back_up (fixture->store, NULL, &error));
  entente_store_log (fixture->store, "A line.");
  entente_store_keep_draft (fixture->store, "event", 0, "Half a sen", NULL);
  facts = read_facts (fixture);
  g_assert_cmpint (g_stat (fixture->path, &file), ==, 0);
  g_assert_cmpint (facts->size, ==, file.st_size);
  g_assert_cmpint (facts->n_steps, ==, 1);
  g_assert_cmpint (facts->n_backups, ==, 1);
  g_assert_cmpint (facts->n_log, ==, 1);
  g_assert_cmpint (facts->n_drafts, ==, 1);
  g_assert_cmpint (ABS (facts->last_backup - g_get_real_time () / G_USEC_PER_SEC), <, 100);
  g_assert_true (g_file_test (facts->last_backup_path, G_FILE_TEST_IS_REGULAR));
}

int
main (int argc, char *argv[])
{
  g_autofree char *data_home = g_dir_make_tmp ("entente-data-XXXXXX", NULL);
  int result;

  g_setenv ("XDG_DATA_HOME", data_home, TRUE);
  entente_store_fixture_init (&argc, &argv);
  ENTENTE_STORE_TEST ("/store/file-facts/facts", test_facts);
  result = g_test_run ();
  entente_test_remove_folder (data_home);
  return result;
}
