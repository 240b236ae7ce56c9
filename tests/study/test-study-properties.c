/* Properties: counts of what is there, and the log of what went wrong, the newest first. */
#include "config.h"

#include "entente-fixture.h"
#include "entente-study-properties.h"

static EntenteStudyProperties *
read_properties (EntenteStudy *study)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  EntenteStudyProperties *properties;

  entente_study_read_properties_async (study, NULL, entente_fixture_keep_result, &result);
  properties = entente_study_read_properties_finish (study, entente_fixture_wait (&result), &error);
  g_assert_no_error (error);
  return properties;
}

static const char *
get_line (const EntenteStudyProperties *properties, guint i)
{
  return ((const EntenteLogEntry *) properties->log->pdata[i])->text;
}

static void
test_counts (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autoptr (EntenteStudyProperties) properties = read_properties (fixture->study);

  g_assert_cmpint (properties->counts[ENTENTE_ENTITY_ACTOR], ==, 3);
  g_assert_cmpint (properties->counts[ENTENTE_ENTITY_ARTICLE], ==, 1);
  g_assert_cmpint (properties->counts[ENTENTE_ENTITY_EVENT], ==, 2);
  g_assert_cmpint (properties->facts->n_steps, ==, entente_study_get_version (fixture->study));
  g_assert_cmpuint (properties->log->len, ==, 0);
}

static void
test_log (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new ();
  g_autoptr (EntenteStudyProperties) properties = NULL;

  entente_study_log (fixture->study, "First.");
  entente_study_log (fixture->study, "Second.");
  properties = read_properties (fixture->study);
  g_assert_cmpuint (properties->log->len, ==, 2);
  g_assert_cmpstr (get_line (properties, 0), ==, "Second.");
  g_assert_cmpstr (get_line (properties, 1), ==, "First.");
}

/* An edit that is refused is noted with its sentence; that nothing is there to undo is not. */
static void
test_failed_edit (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new ();
  EntenteStep *step = entente_step_new ("Add claim");
  g_autoptr (EntenteClaim) claim = entente_claim_new ();
  g_autoptr (EntenteStudyProperties) properties = NULL;
  g_autoptr (GAsyncResult) applied = NULL;
  g_autoptr (GAsyncResult) undone = NULL;
  g_autoptr (GError) error = NULL;

  claim->event = 77; /* is not there */
  entente_step_insert (step, claim);
  entente_study_apply_async (fixture->study, step, entente_fixture_keep_result, &applied);
  g_assert_null (
    entente_study_apply_finish (fixture->study, entente_fixture_wait (&applied), &error));
  entente_study_undo_async (fixture->study, entente_fixture_keep_result, &undone);
  entente_fixture_wait (&undone);
  properties = read_properties (fixture->study);
  g_assert_cmpuint (properties->log->len, ==, 1);
  g_assert_cmpstr (get_line (properties, 0), ==, error->message);
}

/* An import that was refused, and an article that could not be read, too. */
static void
test_refused_import (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new ();
  g_autofree char *path = entente_fixture_write_file (fixture, "no-table.csv", "nothing\nat all\n");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (EntenteStudyProperties) properties = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  entente_study_import_events_async (fixture->study,
                                     file,
                                     NULL,
                                     NULL,
                                     entente_fixture_keep_result,
                                     &result);
  entente_study_import_events_finish (fixture->study, entente_fixture_wait (&result), NULL, &error);
  g_assert_nonnull (error);
  properties = read_properties (fixture->study);
  g_assert_cmpuint (properties->log->len, ==, 1);
  g_assert_cmpstr (get_line (properties, 0), ==, error->message);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/study-properties/counts", test_counts);
  g_test_add_func ("/study-properties/log", test_log);
  g_test_add_func ("/study-properties/failed-edit", test_failed_edit);
  g_test_add_func ("/study-properties/refused-import", test_refused_import);
  return g_test_run ();
}
