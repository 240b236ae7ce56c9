/* What a row of the journal did, told row by row, forwards and backwards. */
#include "config.h"

#include "entente-row-changes.h"
#include "entente-store-fixture.h"

static gboolean
add_change (const EntenteRowChange *change, gpointer data, GError **error)
{
  static const char *const names[] = { "?", "added", "changed", "deleted" };
  guint name = change->operation == SQLITE_INSERT   ? 1
               : change->operation == SQLITE_UPDATE ? 2
               : change->operation == SQLITE_DELETE ? 3
                                                    : 0;

  g_string_append_printf (data, "%s %s; ", entente_entity_nick (change->entity), names[name]);
  return TRUE;
}

static void
assert_told (EntenteDb *db, const EntenteJournalMove *move, gboolean back, const char *expected)
{
  g_autoptr (GString) told = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (entente_row_changes_read (db, move, back, add_change, told, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (told->str, ==, expected);
}

static void
test_moves (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (EntenteDb) db = NULL;
  g_autoptr (GArray) moves = NULL;
  EntenteId event = entente_store_fixture_add_event (fixture->store, "one");

  entente_store_fixture_delete_event (fixture->store, event);
  entente_store_fixture_undo (fixture->store);
  entente_store_close (fixture->store);
  db = entente_db_open (fixture->path, TRUE, NULL, NULL);
  moves = entente_row_changes_list (db, 1, NULL);
  g_assert_cmpuint (moves->len, ==, 2);
  g_assert_cmpint (g_array_index (moves, EntenteJournalMove, 0).step, ==, 2);
  g_assert_true (g_array_index (moves, EntenteJournalMove, 0).inverted);
  assert_told (db, &g_array_index (moves, EntenteJournalMove, 0), FALSE, "event added; ");
  assert_told (db, &g_array_index (moves, EntenteJournalMove, 0), TRUE, "event deleted; ");
  assert_told (db, &g_array_index (moves, EntenteJournalMove, 1), FALSE, "event deleted; ");
  assert_told (db, &g_array_index (moves, EntenteJournalMove, 1), TRUE, "event added; ");
}

/* A changeset that is none is an error, not a crash. */
static void
test_broken (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (EntenteDb) db = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) told = g_string_new (NULL);
  g_autofree char *said = NULL;
  EntenteJournalMove move = { 1, 1, FALSE };

  entente_store_fixture_add_event (fixture->store, "one");
  entente_store_close (fixture->store);
  said = entente_store_fixture_query (fixture->path, "UPDATE journal_chunk SET bytes = x'00ff'");
  g_assert_cmpstr (said, ==, "");
  db = entente_db_open (fixture->path, TRUE, NULL, NULL);
  g_assert_false (entente_row_changes_read (db, &move, FALSE, add_change, told, &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_CORRUPT);
}

int
main (int argc, char **argv)
{
  entente_store_fixture_init (&argc, &argv);
  ENTENTE_STORE_TEST ("/row-changes/moves", test_moves);
  ENTENTE_STORE_TEST ("/row-changes/broken", test_broken);
  return g_test_run ();
}
