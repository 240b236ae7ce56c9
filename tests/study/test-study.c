/* EntenteStudy: opening, properties, edits waiting and not, undo and redo, titles, search. */

#include "config.h"

#include <string.h>

#include "entente-commands.h"
#include "entente-fixture.h"
#include "entente-store-fixture.h"
#include "entente-test-folder.h"

/* ---- helpers ---- */

static void
count_cb (GObject *object, gpointer what, gpointer data)
{
  (*(guint *) data)++;
}

static void
count_changes_cb (guint *n)
{
  (*n)++;
}

/* ---- opening ---- */

static void
test_open (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new ();
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (entente_study_get_title (fixture->study), ==, "talks");
  g_assert_cmpstr (entente_study_get_path (fixture->study), ==, fixture->path);
  g_assert_false (entente_study_is_read_only (fixture->study));
  g_assert_cmpuint (entente_fixture_count_rows (fixture->study), ==, 0);
  g_assert_false (entente_study_can_undo (fixture->study));
  g_assert_null (entente_study_open (fixture->path, ENTENTE_OPEN_CREATE, NULL, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_null (entente_study_open ("/nowhere/at.all", ENTENTE_OPEN_EXISTING, NULL, &error));
  g_assert_nonnull (error);
}

static void
test_open_async (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  EntenteStudy *study;

  entente_study_close (fixture->study);
  entente_study_open_async (fixture->path,
                            ENTENTE_OPEN_READ_ONLY,
                            NULL,
                            entente_fixture_keep_result,
                            &result);
  study = entente_study_open_finish (entente_fixture_wait (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (entente_study_get_title (study), ==, "Harbour Talks");
  g_assert_true (entente_study_is_read_only (study));
  g_assert_cmpuint (entente_fixture_count_rows (study), ==, 2);
  g_clear_object (&result);
  g_assert_finalize_object (study);
}

/* ---- edits ---- */

static void
test_properties (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new ();
  guint n_titles = 0, n_chronicles = 0, n_undo = 0, n_can_undo = 0, n_changed = 0;
  g_autoptr (EntenteChangeSet) changes = NULL;

  g_signal_connect (fixture->study, "notify::title", G_CALLBACK (count_cb), &n_titles);
  g_signal_connect (fixture->study, "notify::chronicle", G_CALLBACK (count_cb), &n_chronicles);
  g_signal_connect (fixture->study, "notify::undo-label", G_CALLBACK (count_cb), &n_undo);
  g_signal_connect (fixture->study, "notify::can-undo", G_CALLBACK (count_cb), &n_can_undo);
  g_signal_connect (fixture->study, "changed", G_CALLBACK (count_cb), &n_changed);
  entente_fixture_apply (fixture, "{'do':'set-study','title':'One'}");
  g_assert_cmpuint (n_titles, ==, 1);
  g_assert_cmpuint (n_chronicles, ==, 0);
  g_assert_cmpuint (n_can_undo, ==, 1);
  entente_fixture_apply (fixture, "{'do':'add-actor','key':'a','name':'A'}");
  g_assert_cmpuint (n_titles, ==, 1);
  g_assert_cmpuint (n_chronicles, ==, 1);
  g_assert_cmpuint (n_undo, ==, 2);
  g_assert_cmpuint (n_can_undo, ==, 1);
  g_assert_cmpstr (entente_study_get_undo_label (fixture->study), ==, "Add actor");
  changes = entente_study_undo (fixture->study, NULL);
  g_assert_cmpstr (entente_study_get_redo_label (fixture->study), ==, "Add actor");
  g_assert_cmpuint (n_changed, ==, 3);
}

/* Starts to add an event of talks. */
static void
start_adding (EntenteStudy *study, GAsyncResult **result)
{
  g_autoptr (EntenteEvent) event = entente_event_new ();

  event->kind = g_strdup ("talks");
  entente_study_apply_async (study,
                             entente_commands_add_event (event, NULL, NULL, NULL),
                             entente_fixture_keep_result,
                             result);
}

static void
finish_adding (EntenteStudy *study, GAsyncResult **result)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteChangeSet) changes =
    entente_study_apply_finish (study, entente_fixture_wait (result), &error);

  g_assert_no_error (error);
  g_assert_cmpuint (changes->events->len, ==, 1);
  g_clear_object (result);
}

/* Two under way together: neither loses the rows of the other. */
static void
test_async_edits (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  GAsyncResult *first = NULL, *second = NULL;
  g_autoptr (GAsyncResult) third = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteChangeSet) undone = NULL;

  start_adding (fixture->study, &first);
  start_adding (fixture->study, &second);
  finish_adding (fixture->study, &first);
  finish_adding (fixture->study, &second);
  g_assert_cmpuint (entente_fixture_count_rows (fixture->study), ==, 4);
  entente_fixture_assert_like_fresh (fixture);
  entente_study_undo_async (fixture->study, entente_fixture_keep_result, &third);
  undone = entente_study_history_finish (fixture->study, entente_fixture_wait (&third), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entente_fixture_count_rows (fixture->study), ==, 3);
}

/* A waiting edit while another is under way. */
static void
test_mixed_edits (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  GAsyncResult *result = NULL;

  start_adding (fixture->study, &result);
  entente_fixture_apply (fixture, "{'do':'add-event','key':'m','kind':'visit'}");
  g_assert_cmpuint (entente_fixture_count_rows (fixture->study), ==, 4);
  finish_adding (fixture->study, &result);
  g_assert_cmpuint (entente_fixture_count_rows (fixture->study), ==, 4);
  entente_fixture_assert_like_fresh (fixture);
}

static void
test_failed_edit (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autofree char *before = entente_fixture_dump (fixture);
  g_autofree char *after = NULL;
  g_autoptr (EntenteLink) link = entente_link_new ();
  g_autoptr (EntenteStep) step = NULL;
  g_autoptr (GError) error = NULL;

  link->from = entente_id_from_key ("yes");
  link->to = 4711;
  step = entente_commands_put (link);
  g_assert_null (entente_study_apply (fixture->study, step, &error));
  g_assert_nonnull (error);
  after = entente_fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
  entente_fixture_assert_like_fresh (fixture);
}

static void
keep_changes_cb (EntenteStudy *study, EntenteChangeSet *changes, gpointer data)
{
  g_assert_true (changes->everything);
  (*(guint *) data)++;
}

/* What another program wrote refuses one edit, is shown, and lets the next one pass. */
static void
test_foreign_change (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autofree char *output = NULL;
  g_autoptr (GAsyncResult) refused = NULL;
  GAsyncResult *result = NULL;
  g_autoptr (GError) error = NULL;
  guint n_changed = 0;
  gulong handler =
    g_signal_connect (fixture->study, "changed", G_CALLBACK (keep_changes_cb), &n_changed);

  output = entente_store_fixture_query (fixture->path, "UPDATE actor SET name = 'Stranger'");
  g_assert_cmpstr (output, ==, "");
  start_adding (fixture->study, &refused);
  g_assert_null (
    entente_study_apply_finish (fixture->study, entente_fixture_wait (&refused), &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_CONFLICT);
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_cmpstr (
    entente_chronicle_get_actor (entente_study_get_chronicle (fixture->study), 0)->name,
    ==,
    "Stranger");
  g_signal_handler_disconnect (fixture->study, handler);
  start_adding (fixture->study, &result);
  finish_adding (fixture->study, &result);
  g_assert_cmpuint (entente_fixture_count_rows (fixture->study), ==, 3);
  entente_fixture_assert_like_fresh (fixture);
}

/* ---- titles ---- */

static void
test_titles (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  EntenteId invite = entente_id_from_key ("invite"), yes = entente_id_from_key ("yes");
  guint n_read = 0;

  g_signal_connect (fixture->study, "titles-read", G_CALLBACK (count_cb), &n_read);
  g_assert_null (entente_study_get_event_title (fixture->study, invite));
  g_assert_null (entente_study_get_event_title (fixture->study, yes));
  g_assert_null (entente_study_get_event_title (fixture->study, 4711));
  while (n_read == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (n_read, ==, 1);
  g_assert_cmpstr (entente_study_get_event_title (fixture->study, invite), ==, "The invitation");
  g_assert_nonnull (strstr (entente_study_get_event_title (fixture->study, yes), "South"));
  entente_fixture_apply (fixture, "{'do':'set','entity':'event','id':'invite','title':'Anew'}");
  g_assert_null (entente_study_get_event_title (fixture->study, invite));
  g_assert_nonnull (entente_study_get_event_title (fixture->study, yes));
  while (n_read == 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (entente_study_get_event_title (fixture->study, invite), ==, "Anew");
}

/* The study goes while titles are being read. */
static void
test_titles_cancelled (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();

  g_assert_null (entente_study_get_event_title (fixture->study, entente_id_from_key ("invite")));
  g_main_context_iteration (NULL, FALSE);
}

/* ---- search ---- */

static void
test_search (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteBitset) found = entente_study_search (fixture->study, "invitation", &error);
  g_autoptr (EntenteBitset) again = NULL;
  g_autoptr (EntenteQuery) query = entente_query_new ();
  g_autoptr (EntenteBitset) matched = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (entente_bitset_count (found), ==, 1);
  entente_study_search_async (fixture->study,
                              "invitation",
                              NULL,
                              entente_fixture_keep_result,
                              &result);
  again = entente_study_search_finish (fixture->study, entente_fixture_wait (&result), &error);
  g_assert_no_error (error);
  g_assert_true (entente_bitset_equal (found, again));
  query->words = g_strdup ("invitation");
  matched = entente_study_match (fixture->study, query, &error);
  g_assert_true (entente_bitset_equal (found, matched));
}

/* Articles by the words of their texts. */
static void
test_search_articles (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GArray) found = NULL;
  g_autoptr (GError) error = NULL;

  entente_study_search_articles_async (fixture->study,
                                       "envoy",
                                       5,
                                       NULL,
                                       entente_fixture_keep_result,
                                       &result);
  found =
    entente_study_search_articles_finish (fixture->study, entente_fixture_wait (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpint (g_array_index (found, EntenteId, 0), ==, entente_id_from_key ("report"));
}

/* A step that is not the latest cannot be undone by its number. */
static void
test_undo_step (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new ();
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteChangeSet) changes = NULL;
  gint64 buried;

  entente_fixture_apply (fixture, "{'do':'add-actor','key':'a','name':'A','kind':'ngo'}");
  buried = entente_study_get_undo_step (fixture->study);
  entente_fixture_apply (fixture, "{'do':'add-actor','key':'b','name':'B','kind':'ngo'}");
  g_assert_cmpint (entente_study_get_undo_step (fixture->study), !=, buried);
  entente_study_undo_step_async (fixture->study, buried, entente_fixture_keep_result, &first);
  g_assert_null (
    entente_study_history_finish (fixture->study, entente_fixture_wait (&first), &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  entente_study_undo_step_async (fixture->study,
                                 entente_study_get_undo_step (fixture->study),
                                 entente_fixture_keep_result,
                                 &second);
  changes = entente_study_history_finish (fixture->study, entente_fixture_wait (&second), &error);
  g_assert_no_error (error);
  g_assert_cmpint (entente_study_get_undo_step (fixture->study), ==, buried);
}

/* ---- rows that cannot be read ---- */

static void
run_outside (EntenteFixture *fixture, const char *sql)
{
  g_autofree char *said = entente_store_fixture_query (fixture->path, sql);

  g_assert_cmpstr (said, ==, "");
}

/* It is told once, nothing changes for those who look, and what comes back is read without being
 * asked for. */
static void
test_read_failed (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  guint n_failed = 0, n_changed = 0, n_rows = entente_fixture_count_rows (fixture->study);
  gint64 end;

  g_signal_connect (fixture->study, "read-failed", G_CALLBACK (count_cb), &n_failed);
  g_signal_connect_swapped (fixture->study, "changed", G_CALLBACK (count_changes_cb), &n_changed);
  run_outside (fixture, "ALTER TABLE claim RENAME TO claim_away");
  entente_study_reload (fixture->study);
  while (n_failed == 0)
    g_main_context_iteration (NULL, TRUE);
  end = g_get_monotonic_time () + 2500 * 1000; /* within which it is tried once more */
  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
  g_assert_cmpuint (n_failed, ==, 1);
  g_assert_cmpuint (n_changed, ==, 0);
  g_assert_cmpuint (entente_fixture_count_rows (fixture->study), ==, n_rows);
  run_outside (fixture, "ALTER TABLE claim_away RENAME TO claim");
  while (n_changed == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (n_failed, ==, 1);
}

/* ---- backups ---- */

/* At closing, after changes, and only of a study that a person works with. */
static void
test_backup (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) one = NULL;
  g_autofree char *folder = entente_backup_get_folder (fixture->path);

  g_clear_object (&fixture->study);
  none = entente_backup_list (fixture->path);
  g_assert_cmpuint (none->len, ==, 0);
  fixture->study = entente_study_open (fixture->path, ENTENTE_OPEN_EXISTING, NULL, NULL);
  entente_study_keep_backups (fixture->study);
  entente_fixture_apply (fixture, "{'do':'add-actor','key':'late','name':'Late'}");
  g_clear_object (&fixture->study);
  one = entente_backup_list (fixture->path);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpint (((EntenteBackup *) one->pdata[0])->n_events, ==, 2);
  entente_test_remove_folder (folder);
  fixture->study = entente_study_open (fixture->path, ENTENTE_OPEN_EXISTING, NULL, NULL);
  g_assert_true (entente_study_can_undo (fixture->study));
}

/* Before a step that changes many records, of the study as it was. */
static void
test_backup_before_much (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autofree char *folder = entente_backup_get_folder (fixture->path);
  EntenteStep *few = entente_step_new ("Few");
  EntenteStep *many = entente_step_new ("Many");
  g_autoptr (GAsyncResult) few_done = NULL;
  g_autoptr (GAsyncResult) many_done = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) one = NULL;

  for (guint i = 0; i < 200; i++) {
    g_autoptr (EntenteIssue) issue = entente_issue_new ();

    issue->name = g_strdup_printf ("Issue %u", i);
    entente_step_insert (i < 10 ? few : many, issue);
    if (i < 10)
      entente_step_update (many, issue);
  }
  entente_study_keep_backups (fixture->study);
  entente_study_apply_async (fixture->study, few, entente_fixture_keep_result, &few_done);
  entente_fixture_wait (&few_done);
  none = entente_backup_list (fixture->path);
  g_assert_cmpuint (none->len, ==, 0);
  entente_study_apply_async (fixture->study, many, entente_fixture_keep_result, &many_done);
  entente_fixture_wait (&many_done);
  one = entente_backup_list (fixture->path);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpint (entente_study_get_version (fixture->study), >, 1);
  entente_test_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  entente_store_fixture_init (&argc, &argv);
  g_test_add_func ("/study/open", test_open);
  g_test_add_func ("/study/open-async", test_open_async);
  g_test_add_func ("/study/properties", test_properties);
  g_test_add_func ("/study/async-edits", test_async_edits);
  g_test_add_func ("/study/mixed-edits", test_mixed_edits);
  g_test_add_func ("/study/failed-edit", test_failed_edit);
  g_test_add_func ("/study/foreign-change", test_foreign_change);
  g_test_add_func ("/study/titles", test_titles);
  g_test_add_func ("/study/titles-cancelled", test_titles_cancelled);
  g_test_add_func ("/study/search", test_search);
  g_test_add_func ("/study/undo-step", test_undo_step);
  g_test_add_func ("/study/search-articles", test_search_articles);
  g_test_add_func ("/study/read-failed", test_read_failed);
  g_test_add_func ("/study/backup", test_backup);
  g_test_add_func ("/study/backup-before-much", test_backup_before_much);
  return g_test_run ();
}
