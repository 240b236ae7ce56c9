/* Drafts of forms: kept without waiting, in the study or, where that cannot be, beside it. */
#include "config.h"

#include "entente-fixture.h"
#include "entente-study-drafts.h"
#include "entente-test-folder.h"

static EntenteDraft *
find (EntenteStudy *study, const char *form, EntenteId subject)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  EntenteDraft *draft;

  entente_study_find_draft_async (study, form, subject, NULL, entente_fixture_keep_result, &result);
  draft = entente_study_find_draft_finish (study, entente_fixture_wait (&result), &error);
  g_assert_no_error (error);
  return draft;
}

static void
assert_draft (EntenteStudy *study, const char *form, EntenteId subject, const char *text)
{
  g_autoptr (EntenteDraft) draft = find (study, form, subject);

  g_assert_cmpstr (draft ? draft->text : NULL, ==, text);
}

static void
reopen (EntenteFixture *fixture, EntenteOpenMode mode)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->study);
  fixture->study = entente_study_open (fixture->path, mode, NULL, &error);
  g_assert_no_error (error);
}

static void
test_kept (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  gint64 version = entente_study_get_version (fixture->study);
  g_autofree char *before = entente_fixture_dump (fixture);
  g_autofree char *after = NULL;

  entente_study_keep_draft (fixture->study, "claim", 7, "Half");
  entente_study_keep_draft (fixture->study, "claim", 7, "Half a sentence");
  assert_draft (fixture->study, "claim", 7, "Half a sentence");
  assert_draft (fixture->study, "claim", 8, NULL);
  reopen (fixture, ENTENTE_OPEN_EXISTING);
  assert_draft (fixture->study, "claim", 7, "Half a sentence");
  after = entente_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before); /* no record knows of it */
  g_assert_cmpint (entente_study_get_version (fixture->study), ==, version);
  entente_study_keep_draft (fixture->study, "claim", 7, NULL);
  assert_draft (fixture->study, "claim", 7, NULL);
}

/* Where the study cannot be written, a file of the user's state has it, until it is dropped. */
static void
test_beside (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();

  entente_study_keep_draft (fixture->study, "claim", 7, "In the study");
  reopen (fixture, ENTENTE_OPEN_READ_ONLY);
  assert_draft (fixture->study, "claim", 7, "In the study");
  g_usleep (G_USEC_PER_SEC);
  entente_study_keep_draft (fixture->study, "claim", 7, "Line one\nBeside “it”");
  assert_draft (fixture->study, "claim", 7, "Line one\nBeside “it”");
  reopen (fixture, ENTENTE_OPEN_EXISTING);
  assert_draft (fixture->study, "claim", 7, "Line one\nBeside “it”");
  entente_study_keep_draft (fixture->study, "claim", 7, NULL);
  assert_draft (fixture->study, "claim", 7, NULL);
}

/* While an import holds the study nobody waits for its end to be safe. */
static void
test_during_import (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new ();
  g_autofree char *path = g_build_filename (fixture->folder, "large.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gboolean was_under_way;

  entente_fixture_write_large_table (fixture, "large.csv");
  entente_study_import_events_async (fixture->study,
                                     file,
                                     NULL,
                                     NULL,
                                     entente_fixture_keep_result,
                                     &result);
  g_usleep (G_USEC_PER_SEC / 20);
  entente_study_keep_draft (fixture->study, "event", 0, "Meanwhile");
  assert_draft (fixture->study, "event", 0, "Meanwhile");
  was_under_way = result == NULL;
  entente_study_import_events_finish (fixture->study, entente_fixture_wait (&result), NULL, &error);
  g_assert_no_error (error);
  g_assert_true (was_under_way);
  assert_draft (fixture->study, "event", 0, "Meanwhile");
}

int
main (int argc, char *argv[])
{
  g_autofree char *state_home = g_dir_make_tmp ("entente-state-XXXXXX", NULL);
  int result;

  g_setenv ("XDG_STATE_HOME", state_home, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/study-drafts/kept", test_kept);
  g_test_add_func ("/study-drafts/beside", test_beside);
  g_test_add_func ("/study-drafts/during-import", test_during_import);
  result = g_test_run ();
  entente_test_remove_folder (state_home);
  return result;
}
