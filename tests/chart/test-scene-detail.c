/* What is drawn of the readings of a date: two windows where it was left open, one where a person
 * decided. */
#include "config.h"

#include "entente-scene.h"

static EntenteSceneDetail
read_detail (const char *edtf)
{
  g_autoptr (EntenteEvent) event = entente_event_new ();
  g_autoptr (EntenteDate) date = entente_date_parse (edtf, NULL);
  g_autoptr (EntenteDate) one = entente_date_with_reading (date, "2018-07", "told as past", 1);
  EntenteSceneDetail detail;

  event->when = entente_date_with_reading (one, "2017-07", "the year before", 2);
  entente_scene_detail_read (&detail, event);
  return detail;
}

static void
test_left_open (void)
{
  EntenteSceneDetail detail = read_detail ("[2017-07,2018-07]");

  g_assert_cmpuint (detail.n_readings, ==, 2);
  g_assert_cmpint (detail.readings[0].start, >, detail.readings[1].end);
}

static void
test_decided (void)
{
  g_assert_cmpuint (read_detail ("2018-07").n_readings, ==, 0);
  g_assert_cmpuint (read_detail ("2017-07").n_readings, ==, 0);
}

/* The whole study holds the readings left open and the date of old, and grows for nothing else. */
static void
test_extend (void)
{
  EntenteSceneDetail open = read_detail ("[2017-07,2018-07]"), decided = read_detail ("2018-07");
  EntenteSpan extent = { ENTENTE_TIME_MAX, ENTENTE_TIME_MIN };

  g_assert_false (entente_scene_detail_extend (&decided, &extent));
  g_assert_true (entente_scene_detail_extend (&open, &extent));
  g_assert_cmpint (extent.start, ==, open.readings[1].start);
  g_assert_cmpint (extent.end, ==, open.readings[0].end);
  g_assert_false (entente_scene_detail_extend (&open, &extent));
  decided.has_planned = TRUE;
  decided.planned = (EntenteSpan){ extent.start - 10, extent.start };
  g_assert_true (entente_scene_detail_extend (&decided, &extent));
  g_assert_cmpint (extent.start, ==, decided.planned.start);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene-detail/left-open", test_left_open);
  g_test_add_func ("/scene-detail/decided", test_decided);
  g_test_add_func ("/scene-detail/extend", test_extend);
  return g_test_run ();
}
