/* The words and counts of records as they are listed. */
#include "config.h"

#include "entente-record-rows.h"

static void
add_track (EntenteChronicleBuilder *builder)
{
  g_autoptr (EntenteTrack) track = entente_track_new ();

  track->record.id = 1;
  track->name = g_strdup ("Oman channel");
  track->kind = ENTENTE_TRACK_BACK_CHANNEL;
  track->secret = TRUE;
  track->host = 2;
  track->extent = entente_date_parse ("2012/2013", NULL);
  entente_chronicle_builder_get_sink ()->track (builder, track);
}

static void
add_actor (EntenteChronicleBuilder *builder)
{
  g_autoptr (EntenteActor) actor = entente_actor_new ();

  actor->record.id = 2;
  actor->name = g_strdup ("Oman");
  entente_chronicle_builder_get_sink ()->actor (builder, actor);
}

static void
add_event (EntenteChronicleBuilder *builder, EntenteId id, const char *when, EntenteId track)
{
  g_autoptr (EntenteEvent) event = entente_event_new ();
  EntenteEventRow row;

  event->record.id = id;
  event->kind = g_strdup ("talks");
  event->when = entente_date_parse (when, NULL);
  event->track = track;
  entente_event_get_row (event, &row);
  entente_chronicle_builder_get_sink ()->event (builder, &row);
}

static void
add_era (EntenteChronicleBuilder *builder, EntenteId id, const char *extent, gboolean recurring)
{
  g_autoptr (EntenteEra) era = entente_era_new ();

  era->record.id = id;
  era->name = g_strdup_printf ("Era %" G_GINT64_FORMAT, id);
  era->extent = entente_date_parse (extent, NULL);
  era->recurring = recurring;
  entente_chronicle_builder_get_sink ()->era (builder, era);
}

static EntenteChronicle *
make_chronicle (void)
{
  EntenteChronicleBuilder *builder = entente_chronicle_builder_new ();

  add_actor (builder);
  add_track (builder);
  add_era (builder, 5, "2013", FALSE);
  add_era (builder, 6, "2012-06/2012-09", TRUE);
  add_event (builder, 10, "2012-07-10/2012-07-12", 1);
  add_event (builder, 11, "2013-03-01/2013-03-04", 1);
  add_event (builder, 12, "2013-05-01", 0);
  return entente_chronicle_builder_build (builder, 0);
}

static const EntenteRecordRow *
get (const GArray *rows, guint i)
{
  g_assert_cmpuint (i, <, rows->len);
  return &g_array_index (rows, EntenteRecordRow, i);
}

static void
test_track (void)
{
  g_autoptr (EntenteChronicle) chronicle = make_chronicle ();
  g_autoptr (EntenteBitset) none = entente_bitset_new (3);
  g_autoptr (GArray) rows = entente_record_rows_new (ENTENTE_RECORDS_TRACKS, chronicle, none, NULL);

  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpstr (get (rows, 0)->name, ==, "Oman channel");
  g_assert_cmpstr (get (rows, 0)->detail, ==, "back channel · secret · host: Oman · 2012–2013");
  g_assert_cmpuint (get (rows, 0)->n, ==, 0);
  g_assert_cmpuint (get (rows, 0)->total, ==, 2);
}

/* In order of time; what comes back each year is not counted. */
static void
test_eras (void)
{
  g_autoptr (EntenteChronicle) chronicle = make_chronicle ();
  g_autoptr (GArray) rows = entente_record_rows_new (ENTENTE_RECORDS_ERAS, chronicle, NULL, NULL);

  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_cmpint (get (rows, 0)->id, ==, 6);
  g_assert_false (get (rows, 0)->is_counted);
  g_assert_nonnull (g_strrstr (get (rows, 0)->detail, "each year"));
  g_assert_true (get (rows, 1)->is_counted);
  g_assert_cmpuint (get (rows, 1)->total, ==, 2);
}

static void
test_rounds (void)
{
  g_autoptr (EntenteChronicle) chronicle = make_chronicle ();
  g_autoptr (GArray) rows = entente_record_rows_new (ENTENTE_RECORDS_ROUNDS, chronicle, NULL, NULL);

  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_cmpint (get (rows, 0)->id, ==, 10);
  g_assert_null (get (rows, 0)->name);
  g_assert_true (g_str_has_prefix (get (rows, 0)->detail, "Oman channel · round 1 of 2 · "));
  g_assert_true (g_str_has_prefix (get (rows, 1)->detail, "Oman channel · round 2 of 2 · "));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record-rows/track", test_track);
  g_test_add_func ("/record-rows/eras", test_eras);
  g_test_add_func ("/record-rows/rounds", test_rounds);
  return g_test_run ();
}
