/* A file of actors into a study: one step, waiting or not, cancelled or not; a second time nothing
 * is new. Somebody who changed sides is counted on the side of the day. */
#include "config.h"

#include "entente-fixture.h"
#include "entente-study-actors.h"

#define TEXT                                                                                       \
  "NORWAY_ [NOR]\nSIGRID_MOEN_\n\t[NORGOV 930101-970630]\n\t[NORREB >970701]\nOLA_BERG_ "          \
  "[NORGOV 010101-021231]\n"

static GFile *
write_list (EntenteFixture *fixture)
{
  g_autofree char *path = entente_fixture_write_file (fixture, "list.txt", TEXT);

  return g_file_new_for_path (path);
}

static EntenteActorImport *
import_now (EntenteFixture *fixture, GFile *file)
{
  g_autoptr (GError) error = NULL;
  EntenteActorImport *import = entente_study_import_actors (fixture->study,
                                                            file,
                                                            ENTENTE_ACTOR_FILE_AUTO,
                                                            NULL,
                                                            NULL,
                                                            NULL,
                                                            NULL,
                                                            &error);

  g_assert_no_error (error);
  return import;
}

static void
test_one_step (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new ();
  g_autoptr (GFile) file = write_list (fixture);
  g_autofree char *before = entente_fixture_dump (fixture);
  g_autofree char *after = NULL;
  g_autoptr (EntenteActorImport) import = import_now (fixture, file);

  g_assert_cmpuint (import->counts.n_actors, ==, 3);
  g_assert_cmpuint (entente_chronicle_get_n_actors (entente_study_get_chronicle (fixture->study)),
                    ==,
                    5);
  entente_fixture_assert_like_fresh (fixture);
  entente_change_set_unref (entente_study_undo (fixture->study, NULL));
  after = entente_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

static void
test_again (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new ();
  g_autoptr (GFile) file = write_list (fixture);
  g_autoptr (EntenteActorImport) first = import_now (fixture, file);
  gint64 version = entente_study_get_version (fixture->study);
  g_autoptr (EntenteActorImport) second = import_now (fixture, file);

  g_assert_cmpuint (second->counts.n_known, ==, 3);
  g_assert_cmpuint (second->records->len, ==, 0);
  g_assert_cmpint (entente_study_get_version (fixture->study), ==, version);
}

static guint
count_with_members (EntenteFixture *fixture, const char *body)
{
  EntenteChronicle *chronicle = entente_study_get_chronicle (fixture->study);
  g_autoptr (GArray) found = entente_chronicle_find_actors_by_name (chronicle, body);
  g_autoptr (EntenteQuery) query = entente_query_new ();
  g_autoptr (EntenteBitset) rows = NULL;

  g_assert_cmpuint (found->len, ==, 1);
  entente_query_toggle_id (
    &query->actors,
    entente_chronicle_get_actor (chronicle, g_array_index (found, guint32, 0))->record.id,
    TRUE);
  query->members = TRUE;
  rows = entente_study_match (fixture->study, query, NULL);
  return entente_bitset_count (rows);
}

static void
test_changed_sides (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new ();
  g_autoptr (GFile) file = write_list (fixture);
  g_autoptr (EntenteActorImport) import = import_now (fixture, file);
  static const char *const days[] = { "1992-12-31",
                                      "1993-01-01",
                                      "1997-06-30",
                                      "1997-07-01",
                                      "2018" };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    entente_fixture_apply (fixture,
                           "{'do':'add-event','kind':'statement','when':'%s','participants':"
                           "[{'actor':'Sigrid Moen','role':'initiator'}]}",
                           days[i]);
  g_assert_cmpuint (count_with_members (fixture, "Government (Norway)"), ==, 2);
  g_assert_cmpuint (count_with_members (fixture, "Rebel (Norway)"), ==, 2);
  g_assert_cmpuint (count_with_members (fixture, "Norway"), ==, 2); /* by its government */
  g_assert_cmpuint (count_with_members (fixture, "Sigrid Moen"), ==, 5);
}

static EntenteActorImport *
import_later (EntenteFixture *fixture, GCancellable *cancellable, gint64 *step, GError **error)
{
  g_autoptr (GFile) file = write_list (fixture);
  GAsyncResult *result = NULL;
  EntenteActorImport *import;

  entente_study_import_actors_async (fixture->study,
                                     file,
                                     ENTENTE_ACTOR_FILE_AUTO,
                                     NULL,
                                     cancellable,
                                     entente_fixture_keep_result,
                                     &result);
  entente_fixture_wait (&result);
  import = entente_study_import_actors_finish (fixture->study, result, step, error);
  g_object_unref (result);
  return import;
}

static void
test_async (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new ();
  g_autoptr (GError) error = NULL;
  gint64 step = 0;
  g_autoptr (EntenteActorImport) import = import_later (fixture, NULL, &step, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (import->counts.n_actors, ==, 3);
  g_assert_cmpint (step, ==, entente_study_get_undo_step (fixture->study));
  entente_fixture_assert_like_fresh (fixture);
}

static void
test_cancelled (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new ();
  g_autofree char *before = entente_fixture_dump (fixture);
  g_autofree char *after = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (import_later (fixture, cancellable, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  after = entente_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/study-actors/one-step", test_one_step);
  g_test_add_func ("/study-actors/again", test_again);
  g_test_add_func ("/study-actors/changed-sides", test_changed_sides);
  g_test_add_func ("/study-actors/async", test_async);
  g_test_add_func ("/study-actors/cancelled", test_cancelled);
  return g_test_run ();
}
