/* Bringing files into a study, and copies of it: one step each, what cannot be read, whoever
 * cancels late. */

#include "config.h"

#include "entente-commands.h"
#include "entente-fixture.h"
#include "entente-store-fixture.h"

static void
test_import_article (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new ();
  g_autofree char *path =
    entente_fixture_write_file (fixture,
                                "article.txt",
                                "A title of some words\n\n1 March 2018\n\nThe body of the "
                                "article is here, and it goes on for a while.\n");
  g_autoptr (GError) error = NULL;
  EntenteId id = entente_study_import_article (fixture->study, path, NULL, &error);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (EntenteChangeSet) changes = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  first = entente_fixture_dump (fixture);
  changes = entente_study_undo (fixture->study, &error);
  g_assert_null (entente_study_read_article (fixture->study, id, NULL));
  g_clear_pointer (&changes, entente_change_set_unref);
  changes = entente_study_redo (fixture->study, &error);
  second = entente_fixture_dump (fixture);
  g_assert_cmpstr (first, ==, second);
}

static guint
count_articles (EntenteFixture *fixture)
{
  return entente_chronicle_get_n_articles (entente_study_get_chronicle (fixture->study));
}

static GListModel *
list_files (EntenteFixture *fixture, const char *const *names)
{
  GListStore *files = g_list_store_new (G_TYPE_FILE);

  for (; *names; names++) {
    g_autofree char *path = g_build_filename (fixture->folder, *names, NULL);
    g_autoptr (GFile) file = g_file_new_for_path (path);

    g_list_store_append (files, file);
  }
  return G_LIST_MODEL (files);
}

static EntenteArticlesRead *
read_articles (EntenteFixture *fixture, const char *const *names, GError **error)
{
  g_autoptr (GListModel) files = list_files (fixture, names);
  g_autoptr (GAsyncResult) result = NULL;

  entente_study_read_articles_async (fixture->study,
                                     files,
                                     NULL,
                                     entente_fixture_keep_result,
                                     &result);
  return entente_study_read_articles_finish (fixture->study, entente_fixture_wait (&result), error);
}

/* Files chosen together are read, whatever among them cannot be, and nothing is entered yet. */
static void
test_read_articles (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new ();
  g_autofree char *one =
    entente_fixture_write_file (fixture, "one.txt", "Talks open\n\nThe two sides met.\n");
  g_autofree char *two =
    entente_fixture_write_file (fixture, "two.html", "<html><h1>Talks end</h1><p>They parted.");
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteArticlesRead) read =
    read_articles (fixture, (const char *[]){ "one.txt", "no.txt", "two.html", NULL }, &error);
  const EntenteArticleDraft *draft;

  g_assert_no_error (error);
  g_assert_cmpuint (read->drafts->len, ==, 2);
  g_assert_cmpuint (read->failures->len, ==, 1);
  g_assert_cmpuint (count_articles (fixture), ==, 0);
  draft = read->drafts->pdata[1];
  g_assert_cmpstr (draft->article->title, ==, "Talks end");
}

static void
test_read_cancelled (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new ();
  g_autoptr (GListModel) files = list_files (fixture, (const char *[]){ "no.txt", NULL });
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  g_cancellable_cancel (cancellable);
  entente_study_read_articles_async (fixture->study,
                                     files,
                                     cancellable,
                                     entente_fixture_keep_result,
                                     &result);
  g_assert_null (
    entente_study_read_articles_finish (fixture->study, entente_fixture_wait (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_object_get (fixture->study, "busy-label", &label, NULL);
  g_assert_null (label);
}

/* During an import a copy waits for its end, as every edit does. */
static void
test_copy_during_import (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new ();
  g_autofree char *table = g_build_filename (fixture->folder, "large.csv", NULL);
  g_autofree char *path = g_build_filename (fixture->folder, "copy.entente", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (table);
  g_autoptr (GAsyncResult) imported = NULL;
  g_autoptr (GAsyncResult) copied = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteStudy) copy = NULL;
  double fraction = -1;

  entente_fixture_write_large_table (fixture, "large.csv");
  entente_study_import_events_async (fixture->study,
                                     file,
                                     NULL,
                                     NULL,
                                     entente_fixture_keep_result,
                                     &imported);
  while (fraction <= 0) {
    g_main_context_iteration (NULL, TRUE);
    g_object_get (fixture->study, "busy-fraction", &fraction, NULL);
  }
  entente_study_save_copy_async (fixture->study, path, NULL, entente_fixture_keep_result, &copied);
  g_assert_true (
    entente_study_save_copy_finish (fixture->study, entente_fixture_wait (&copied), &error));
  g_assert_no_error (error);
  copy = entente_study_open (path, ENTENTE_OPEN_READ_ONLY, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entente_fixture_count_rows (copy), ==, 6000);
  entente_fixture_wait (&imported);
}

static guint
count_waiting (EntenteFixture *fixture)
{
  guint n;

  g_object_get (fixture->study, "n-waiting", &n, NULL);
  return n;
}

/* Two edits of one event wait for an import: both are there afterwards, and meanwhile they are
 * counted. */
static void
test_edits_during_import (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autofree char *path = g_build_filename (fixture->folder, "large.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) imported = NULL;
  EntenteId id = entente_id_from_key ("invite");
  static const char *const fields[] = { "pinned", "private" };
  GAsyncResult *edited[] = { NULL, NULL };
  g_autoptr (EntenteEvent) event = NULL;
  g_autoptr (GError) error = NULL;

  entente_fixture_write_large_table (fixture, "large.csv");
  entente_study_import_events_async (fixture->study,
                                     file,
                                     NULL,
                                     NULL,
                                     entente_fixture_keep_result,
                                     &imported);
  for (guint i = 0; i < 2; i++)
    entente_study_apply_async (
      fixture->study,
      entente_commands_set_field (ENTENTE_ENTITY_EVENT, id, fields[i], "true", &error),
      entente_fixture_keep_result,
      &edited[i]);
  g_assert_no_error (error);
  g_assert_cmpuint (count_waiting (fixture), ==, 2);
  for (guint i = 0; i < 2; i++) {
    g_autoptr (EntenteChangeSet) changes =
      entente_study_apply_finish (fixture->study, entente_fixture_wait (&edited[i]), &error);

    g_assert_no_error (error);
    g_object_unref (edited[i]);
  }
  entente_fixture_wait (&imported);
  g_assert_cmpuint (count_waiting (fixture), ==, 0);
  event =
    entente_store_get (entente_study_get_store (fixture->study), ENTENTE_ENTITY_EVENT, id, &error);
  g_assert_true (event->pinned);
  g_assert_true (event->private_);
}

/* Undoing while a table comes in takes back the step that was shown as the next, or none: never the
 * table. */
static void
test_undo_during_import (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autofree char *path = g_build_filename (fixture->folder, "large.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  guint n = entente_fixture_count_rows (fixture->study);
  g_autoptr (GAsyncResult) imported = NULL;
  g_autoptr (GAsyncResult) undone = NULL;
  g_autoptr (EntenteChangeSet) changes = NULL;
  g_autoptr (GError) error = NULL;
  double fraction = -1;

  entente_fixture_write_large_table (fixture, "large.csv");
  entente_study_import_events_async (fixture->study,
                                     file,
                                     NULL,
                                     NULL,
                                     entente_fixture_keep_result,
                                     &imported);
  while (fraction <= 0) {
    g_main_context_iteration (NULL, TRUE);
    g_object_get (fixture->study, "busy-fraction", &fraction, NULL);
  }
  entente_study_undo_async (fixture->study, entente_fixture_keep_result, &undone);
  entente_fixture_wait (&imported);
  changes = entente_study_history_finish (fixture->study, entente_fixture_wait (&undone), &error);
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_NOT_FOUND);
  g_assert_null (changes);
  g_assert_cmpuint (entente_fixture_count_rows (fixture->study), ==, n + 6000);
}

static void
test_import_nothing (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new ();
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/at.all");
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteArticlesRead) read =
    read_articles (fixture, (const char *[]){ "no.txt", NULL }, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (read->failures->len, ==, 1);
  g_assert_cmpuint (read->drafts->len, ==, 0);
  entente_study_import_events_async (fixture->study,
                                     file,
                                     NULL,
                                     NULL,
                                     entente_fixture_keep_result,
                                     &second);
  g_assert_cmpint (entente_study_import_events_finish (fixture->study,
                                                       entente_fixture_wait (&second),
                                                       NULL,
                                                       &error),
                   ==,
                   -1);
  g_assert_nonnull (error);
}

static const char *const table = "date\tsource\tcameo_label\ttarget\tcameo_code\n"
                                 "2018-01-01\tNORTH\tSay\tEast\t010\n"
                                 "2018-01-02\tEast\tSay\tNorthern  kingdom\t036\n";

/* A name that the study has, in whatever case, is the actor that it has. */
static void
test_import_events (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autofree char *path = entente_fixture_write_file (fixture, "events.tsv", table);
  g_autoptr (GError) error = NULL;
  gint64 n =
    entente_study_import_events (fixture->study, path, NULL, NULL, NULL, NULL, NULL, NULL, &error);
  EntenteChronicle *chronicle = entente_study_get_chronicle (fixture->study);
  g_autoptr (EntenteChangeSet) changes = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (n, ==, 2);
  g_assert_cmpuint (entente_fixture_count_rows (fixture->study), ==, 4);
  g_assert_cmpuint (entente_chronicle_get_n_actors (chronicle), ==, 4);
  entente_fixture_assert_like_fresh (fixture);
  changes = entente_study_undo (fixture->study, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entente_fixture_count_rows (fixture->study), ==, 2);
  entente_fixture_assert_like_fresh (fixture);
}

/* So is a place, be it from an earlier table. */
static void
test_import_places (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autofree char *path = entente_fixture_write_file (fixture,
                                                      "events.csv",
                                                      "date,source,kind,target,place\n"
                                                      "2018-01-01,North,statement,East,Doha\n"
                                                      "2018-01-02,East,statement,North,  doha\n");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 2; i++) {
    entente_study_import_events (fixture->study, path, NULL, NULL, NULL, NULL, NULL, NULL, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (entente_chronicle_get_n_places (entente_study_get_chronicle (fixture->study)),
                      ==,
                      1);
  }
}

static void
test_import_events_async (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autofree char *path = entente_fixture_write_file (fixture, "events.tsv", table);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *busy = NULL;
  g_autoptr (GError) error = NULL;

  entente_study_import_events_async (fixture->study,
                                     file,
                                     NULL,
                                     NULL,
                                     entente_fixture_keep_result,
                                     &result);
  g_object_get (fixture->study, "busy-label", &busy, NULL);
  g_assert_nonnull (busy);
  g_assert_cmpint (entente_study_import_events_finish (fixture->study,
                                                       entente_fixture_wait (&result),
                                                       NULL,
                                                       &error),
                   ==,
                   2);
  g_assert_no_error (error);
  g_clear_pointer (&busy, g_free);
  g_object_get (fixture->study, "busy-label", &busy, NULL);
  g_assert_null (busy);
  g_assert_cmpuint (entente_fixture_count_rows (fixture->study), ==, 4);
  entente_fixture_assert_like_fresh (fixture);
}

/* Whoever cancels when all is written comes too late. */
static void
test_cancelled_late (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autofree char *path = entente_fixture_write_file (fixture, "events.tsv", table);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GError) error = NULL;
  EntenteStore *store = entente_study_get_store (fixture->study);

  entente_study_import_events_async (fixture->study,
                                     file,
                                     NULL,
                                     cancellable,
                                     entente_fixture_keep_result,
                                     &first);
  while (entente_store_count (store, ENTENTE_ENTITY_EVENT, NULL) != 4)
    g_usleep (1000);
  g_cancellable_cancel (cancellable);
  g_assert_cmpint (entente_study_import_events_finish (fixture->study,
                                                       entente_fixture_wait (&first),
                                                       NULL,
                                                       &error),
                   ==,
                   2);
  g_assert_no_error (error);
  g_assert_cmpuint (entente_fixture_count_rows (fixture->study), ==, 4);
}

int
main (int argc, char **argv)
{
  entente_store_fixture_init (&argc, &argv);
  g_test_add_func ("/study-import/import-article", test_import_article);
  g_test_add_func ("/study-import/read-articles", test_read_articles);
  g_test_add_func ("/study-import/read-cancelled", test_read_cancelled);
  g_test_add_func ("/study-import/copy-during-import", test_copy_during_import);
  g_test_add_func ("/study-import/edits-during-import", test_edits_during_import);
  g_test_add_func ("/study-import/undo-during-import", test_undo_during_import);
  g_test_add_func ("/study-import/import-nothing", test_import_nothing);
  g_test_add_func ("/study-import/import-events", test_import_events);
  g_test_add_func ("/study-import/import-places", test_import_places);
  g_test_add_func ("/study-import/import-events-async", test_import_events_async);
  g_test_add_func ("/study-import/cancelled-late", test_cancelled_late);
  return g_test_run ();
}
