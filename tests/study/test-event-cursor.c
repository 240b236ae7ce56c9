/* Cursors: every event of the rows once and in order, over more than one batch. */

#include "config.h"

#include "entente-event-cursor.h"
#include "entente-fixture.h"

#define N_EVENTS 1200

static void
test_order (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new ();
  g_autoptr (EntenteStep) step = entente_step_new ("Add events");
  g_autoptr (EntenteChangeSet) changes = NULL;
  g_autoptr (EntenteBitset) rows = NULL;
  g_autoptr (EntenteEventCursor) cursor = NULL;
  g_autoptr (GError) error = NULL;
  EntenteChronicle *chronicle;
  EntenteEventDetail *detail;
  guint row = 0;

  for (guint i = 0; i < N_EVENTS; i++) {
    g_autoptr (EntenteEvent) event = entente_event_new ();

    event->kind = g_strdup ("talks");
    event->when = entente_date_new_day (2000 + g_test_rand_int_range (0, 20), 1, 1);
    entente_step_insert (step, event);
  }
  changes = entente_study_apply (fixture->study, step, &error);
  g_assert_no_error (error);
  chronicle = entente_study_get_chronicle (fixture->study);
  rows = entente_bitset_new_full (N_EVENTS);
  cursor = entente_event_cursor_new (fixture->study, rows);
  while ((detail = entente_event_cursor_next (cursor, &error)))
    g_assert_cmpint (detail->event->record.id, ==, entente_chronicle_get_id (chronicle, row++));
  g_assert_no_error (error);
  g_assert_cmpuint (row, ==, N_EVENTS);
  g_assert_null (entente_event_cursor_next (cursor, &error));
}

static void
test_nothing (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autoptr (EntenteBitset) rows = entente_bitset_new (2);
  g_autoptr (EntenteEventCursor) cursor = entente_event_cursor_new (fixture->study, rows);
  g_autoptr (GError) error = NULL;

  g_assert_null (entente_event_cursor_next (cursor, &error));
  g_assert_no_error (error);
}

/* An event that was deleted meanwhile ends the reading with an error. */
static void
test_deleted (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autoptr (EntenteBitset) rows = entente_bitset_new_full (2);
  g_autoptr (EntenteEventCursor) cursor = entente_event_cursor_new (fixture->study, rows);
  g_autoptr (GError) error = NULL;

  entente_fixture_apply (fixture, "{'do':'delete','entity':'event','id':'yes'}");
  while (entente_event_cursor_next (cursor, &error))
    ;
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_NOT_FOUND);
}

/* Some of the events by id, in order; one that does not follow is read alone. */
static void
test_seek (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autoptr (EntenteBitset) rows = entente_bitset_new_full (2);
  g_autoptr (EntenteEventCursor) cursor = entente_event_cursor_new (fixture->study, rows);
  static const char *const keys[] = { "yes", "invite", "yes" };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
    g_autoptr (EntenteEventDetail) detail =
      entente_event_cursor_seek (cursor, entente_id_from_key (keys[i]), &error);

    g_assert_no_error (error);
    g_assert_cmpint (detail->event->record.id, ==, entente_id_from_key (keys[i]));
  }
  g_assert_null (entente_event_cursor_seek (cursor, 4711, &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/event-cursor/order", test_order);
  g_test_add_func ("/event-cursor/nothing", test_nothing);
  g_test_add_func ("/event-cursor/deleted", test_deleted);
  g_test_add_func ("/event-cursor/seek", test_seek);
  return g_test_run ();
}
