/* What is read in a batch, and the journal as the window shows it. */
#include "config.h"

#include "entente-fixture.h"

static void
test_events (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  EntenteId ids[] = { entente_id_from_key ("invite"),
                      entente_id_from_key ("nothing"),
                      entente_id_from_key ("yes") };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GHashTable) events = NULL;
  g_autoptr (GError) error = NULL;
  gpointer absent = &error;

  entente_study_read_events_async (fixture->study,
                                   ids,
                                   G_N_ELEMENTS (ids),
                                   NULL,
                                   entente_fixture_keep_result,
                                   &result);
  events =
    entente_study_read_events_finish (fixture->study, entente_fixture_wait (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_hash_table_size (events), ==, 3);
  g_assert_cmpint (((EntenteRecord *) g_hash_table_lookup (events, &ids[0]))->id, ==, ids[0]);
  g_assert_cmpint (((EntenteRecord *) g_hash_table_lookup (events, &ids[2]))->id, ==, ids[2]);
  g_assert_true (g_hash_table_lookup_extended (events, &ids[1], NULL, &absent));
  g_assert_null (absent);
}

static void
test_history (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  const EntenteJournalEntry *entry;

  entente_study_set_coder (fixture->study, "Kitty");
  entente_fixture_apply (fixture, "{'do':'add-actor','key':'north','name':'North','kind':'state'}");
  entente_study_read_history_async (fixture->study, NULL, entente_fixture_keep_result, &result);
  entries =
    entente_study_read_history_finish (fixture->study, entente_fixture_wait (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 1);
  entry = entries->pdata[0];
  g_assert_cmpstr (entry->coder, ==, "Kitty");
  g_assert_false (entry->undone);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/study-read/events", test_events);
  g_test_add_func ("/study-read/history", test_history);
  return g_test_run ();
}
