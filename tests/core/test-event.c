/* Rows of events. */
#include "config.h"

#include "entente-kind.h"
#include "entente-row.h"

#include <glib.h>

static EntenteDate *
parse (const char *edtf)
{
  g_autoptr (GError) error = NULL;
  EntenteDate *date = entente_date_parse (edtf, &error);

  g_assert_no_error (error);
  return date;
}

static void
test_full (void)
{
  g_autoptr (EntenteEvent) event = entente_event_new ();
  g_autoptr (EntenteDate) told = parse ("2018-07?");
  EntenteSpan bound = { 0, entente_day_number (2018, 7, 16) * ENTENTE_SECONDS_PER_DAY };
  EntenteEventRow row;

  event->record.id = 12;
  event->kind = g_strdup ("postponement");
  event->when = entente_date_with_bounds (told, ENTENTE_TIME_MIN, bound.end, "note 3");
  event->planned = parse ("2018-09-04");
  event->mode = ENTENTE_MODE_CONDITIONAL;
  event->telling = G_MAXINT64;
  event->pinned = TRUE;
  entente_event_get_row (event, &row);
  g_assert_cmpint (row.id, ==, 12);
  g_assert_cmpstr (entente_kind_get (row.kind)->id, ==, "postponement");
  g_assert_cmpint (row.telling, ==, G_MAXINT32);
  g_assert_cmpint (row.form, ==, ENTENTE_DATE_POINT);
  g_assert_cmpint (row.precision, ==, ENTENTE_PRECISION_MONTH);
  g_assert_cmpint (row.points.latest_end, ==, bound.end);
  g_assert_cmpint (row.told.end, ==, told->told.latest_end);
  g_assert_cmpint (row.mode, ==, ENTENTE_MODE_CONDITIONAL);
  g_assert_cmphex (row.flags,
                   ==,
                   ENTENTE_ROW_UNCERTAIN | ENTENTE_ROW_BOUNDED_END | ENTENTE_ROW_PINNED |
                     ENTENTE_ROW_PLANNED);
}

static void
test_bare (void)
{
  g_autoptr (EntenteEvent) event = entente_event_new ();
  EntenteEventRow row;

  entente_event_get_row (event, &row);
  g_assert_cmpint (row.form, ==, ENTENTE_DATE_UNDATED);
  g_assert_cmpint (row.points.earliest_start, ==, ENTENTE_TIME_MIN);
  g_assert_cmpint (row.points.latest_end, ==, ENTENTE_TIME_MAX);
  g_assert_cmphex (row.flags, ==, 0);
  g_assert_cmpuint (row.kind, <, entente_kind_count ());
}

static void
test_readings (void)
{
  g_autoptr (EntenteEvent) event = entente_event_new ();
  EntenteEventRow row;

  event->when = parse ("[2017-07,2018-07]");
  event->private_ = TRUE;
  entente_event_get_row (event, &row);
  g_assert_cmphex (row.flags, ==, ENTENTE_ROW_READINGS | ENTENTE_ROW_PRIVATE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/event/row/full", test_full);
  g_test_add_func ("/event/row/bare", test_bare);
  g_test_add_func ("/event/row/readings", test_readings);
  return g_test_run ();
}
