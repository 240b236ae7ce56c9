/* A question of a merge: what it says of both sides, and how its decision is told. */
#include "config.h"

#include "entente-conflict-item.h"
#include "entente-model-fixture.h"

#include "entente-commands.h"
#include "entente-event.h"

#include <glib/gstdio.h>

static EntenteId
find_event (EntenteStudy *study)
{
  EntenteChronicle *chronicle = entente_study_get_chronicle (study);

  g_assert_cmpuint (entente_chronicle_get_n_rows (chronicle), >, 0);
  return entente_chronicle_get_id (chronicle, 0);
}

static void
set_title (EntenteStudy *study, EntenteId id, const char *title)
{
  g_autoptr (EntenteEventDetail) detail = entente_study_read_event (study, id, NULL);
  g_autoptr (EntenteEvent) edited = entente_event_copy (detail->event);
  g_autoptr (EntenteStep) step = NULL;

  g_free (edited->title);
  edited->title = g_strdup (title);
  step = entente_commands_put (edited);
  entente_change_set_unref (entente_study_apply (study, step, NULL));
}

static void
count_cb (GObject *object, GParamSpec *pspec, guint *n)
{
  ++*n;
}

static void
keep_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static EntenteCopyMerge *
read_copy (EntenteStudy *study, const char *path)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  EntenteCopyMerge *merge;

  entente_study_read_copy_async (study, path, NULL, NULL, keep_cb, &result);
  while (!result)
    g_main_context_iteration (NULL, TRUE);
  merge = entente_study_read_copy_finish (study, result, &error);
  g_assert_no_error (error);
  return merge;
}

static void
save_copy (EntenteStudy *study, const char *path)
{
  g_autoptr (GAsyncResult) result = NULL;

  entente_study_save_copy_async (study, path, NULL, keep_cb, &result);
  while (!result)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (entente_study_save_copy_finish (study, result, NULL));
}

static void
test_item (void)
{
  g_autoptr (EntenteModelFixture) fixture = entente_model_fixture_new (3, 2);
  EntenteStudy *study = fixture->study;
  g_autofree char *path = g_strconcat (entente_study_get_path (study), "-copy.entente", NULL);
  EntenteId id = find_event (study);
  g_autoptr (EntenteStudy) copy = NULL;
  g_autoptr (EntenteCopyMerge) merge = NULL;
  g_autoptr (EntenteConflictItem) item = NULL;
  g_autofree char *mine = NULL;
  g_autofree char *theirs = NULL;
  g_autofree char *author = NULL;
  g_autofree char *subject = NULL;
  guint n = 0;

  save_copy (study, path);
  copy = entente_study_open (path, ENTENTE_OPEN_EXISTING, NULL, NULL);
  entente_study_set_coder (copy, "Ben");
  set_title (copy, id, "Theirs");
  g_clear_object (&copy);
  set_title (study, id, "Mine");
  merge = read_copy (study, path);
  item = entente_conflict_item_new (merge, 0);
  mine = entente_conflict_item_write_side (item, ENTENTE_COPY_MINE);
  theirs = entente_conflict_item_write_side (item, ENTENTE_COPY_THEIRS);
  author = entente_conflict_item_write_author (item, ENTENTE_COPY_THEIRS);
  subject = entente_conflict_item_write_subject (item);
  g_assert_cmpstr (mine, ==, "Mine: Mine");
  g_assert_cmpstr (theirs, ==, "Theirs: Theirs");
  g_assert_true (g_str_has_prefix (author, "Ben · "));
  g_assert_cmpstr (subject, ==, "Move · Title");
  g_signal_connect (item, "notify::choice", G_CALLBACK (count_cb), &n);
  g_assert_cmpint (entente_conflict_item_get_choice (item), ==, ENTENTE_CONFLICT_OPEN);
  entente_conflict_item_set_choice (item, ENTENTE_COPY_THEIRS);
  entente_conflict_item_set_choice (item, ENTENTE_COPY_THEIRS);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (g_remove (path), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/conflict-item/item", test_item);
  return g_test_run ();
}
