/* Copies of a study: whole, or without history. */
#include "config.h"

#include "entente-store-fixture.h"

#include "entente-event.h"

#include <glib/gstdio.h>
#include <string.h>

#define MARKER "Rumpelstilzchen"

static gboolean
file_contains (const char *path, const char *text)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  return memmem (bytes, length, text, strlen (text)) != NULL;
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_copy (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "copy.entente", NULL);
  g_autofree char *dump = NULL, *dump_of_copy = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteStore) copy = NULL;
  g_autoptr (GPtrArray) sentences = NULL;
  g_autoptr (GArray) found = NULL;

  entente_store_fixture_add_event (fixture->store, "Talks");
  entente_store_fixture_add_event (fixture->store, "More talks");
  dump = entente_store_fixture_dump (fixture->path);
  g_assert_true (entente_store_copy (fixture->store, path, TRUE, NULL, &error));
  g_assert_no_error (error);
  dump_of_copy = entente_store_fixture_dump (path);
  g_assert_cmpstr (dump, ==, dump_of_copy);
  copy = entente_store_open (path, ENTENTE_OPEN_EXISTING, NULL, &error);
  g_assert_no_error (error);
  sentences = entente_store_check (copy, &error);
  g_assert_cmpuint (sentences->len, ==, 0);
  found = entente_store_search_events (copy, "talks", &error);
  g_assert_cmpuint (found->len, ==, 2);
  entente_change_set_unref (entente_store_undo (copy, &error));
  g_assert_no_error (error);
  g_assert_cmpint (entente_store_count (copy, ENTENTE_ENTITY_EVENT, NULL), ==, 1);
  g_assert_cmpint (entente_store_count (fixture->store, ENTENTE_ENTITY_EVENT, NULL), ==, 2);
}

/* What was deleted is in no byte of a copy that is given away. */
static void
test_copy_without_history (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "copy.entente", NULL);
  g_autofree char *lower = g_ascii_strdown (MARKER, -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteStore) copy = NULL;
  g_autoptr (GArray) found = NULL;
  g_autofree char *label = NULL;

  entente_store_fixture_add_event (fixture->store, "Talks");
  entente_store_fixture_delete_event (fixture->store,
                                      entente_store_fixture_add_event (fixture->store, MARKER));
  g_assert_true (entente_store_copy (fixture->store, path, FALSE, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (file_contains (path, MARKER));
  g_assert_false (file_contains (path, lower));
  g_assert_false (file_contains (path, "Delete event"));
  g_assert_true (file_contains (path, "Talks"));
  copy = entente_store_open (path, ENTENTE_OPEN_EXISTING, NULL, &error);
  g_assert_no_error (error);
  label = entente_store_get_undo_label (copy);
  g_assert_null (label);
  found = entente_store_search_events (copy, "talks", &error);
  g_assert_cmpuint (found->len, ==, 1);
}

static void
test_copy_refused (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "there", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  guint n;

  g_assert_true (g_file_set_contents (path, "A letter.", -1, NULL));
  n = count_files (fixture->folder);
  g_assert_false (entente_store_copy (fixture->store, path, TRUE, NULL, &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "A letter.");
  g_assert_false (entente_store_copy (fixture->store, fixture->path, FALSE, NULL, &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (entente_store_copy (fixture->store, "/no/such/folder/copy", TRUE, NULL, &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_FAILED);
  g_clear_error (&error);
  g_cancellable_cancel (cancellable);
  g_unlink (path);
  n--;
  for (guint i = 0; i < 200; i++)
    entente_store_fixture_add_event (fixture->store, "Talks about talks about talks");
  g_assert_false (entente_store_copy (fixture->store, path, FALSE, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_files (fixture->folder), <=, n);
  entente_store_fixture_add_event (fixture->store, "Life goes on");
}

int
main (int argc, char *argv[])
{
  entente_store_fixture_init (&argc, &argv);
  ENTENTE_STORE_TEST ("/store/copy/copy", test_copy);
  ENTENTE_STORE_TEST ("/store/copy/copy-without-history", test_copy_without_history);
  ENTENTE_STORE_TEST ("/store/copy/copy-refused", test_copy_refused);
  return g_test_run ();
}
