/* Every kind of date, in the tip, for a screen reader, in the look at the words and in what is
 * copied: said as the record tells it, and while that is not read, less. */
#include "config.h"

#include "entente-timeline-fixture.h"
#include "entente-widget-probe.h"

typedef struct {
  const char *edtf, *words;
  gboolean still_so;
} Row;

static const Row rows[] = {
  { "2013/..", "since 2013, still so", TRUE },
  { "2013/..", "since 2013", FALSE },
  { "2013/", "from 2013, end unknown", FALSE },
  { "/2013-05", "until May 2013, start unknown", FALSE },
  { "2013/2015", "2013–2015", FALSE },
  { "2018-07-15/2018-09-05", "15 July – 5 September 2018", FALSE },
  { "2018-22", "summer 2018", FALSE },
  { "2018-34", "second quarter of 2018", FALSE },
  { "199X", "1990s", FALSE },
  { "19XX", "1900–1999", FALSE },
  { "[2017-07,2018-07]", "July 2017 or July 2018", FALSE },
  { "{2018-01,2018-03}", "January 2018 and March 2018", FALSE },
  { "[2018-08-10..2018-09-10]", "between 10 August and 10 September 2018", FALSE },
  { "[..2018-08-22]", "by 22 August 2018", FALSE },
  { "[2018-08-22..]", "after 22 August 2018", FALSE },
  { "2018-08~", "around August 2018", FALSE },
  { "2018-08-04?", "perhaps 4 August 2018", FALSE },
  { "2018-08-04T10:30", "4 August 2018, 10:30", FALSE },
  { "", "undated", FALSE },
};

static EntenteId events[G_N_ELEMENTS (rows)];

static EntenteDate *
make_date (const Row *row)
{
  g_autoptr (EntenteDate) date = entente_date_parse (row->edtf, NULL);

  g_assert_nonnull (date);
  return entente_date_with_still_so (date, row->still_so);
}

static void
add_events (EntenteTimelineFixture *fixture)
{
  EntenteStep *step = entente_step_new ("Add events");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (EntenteEvent) event = entente_event_new ();
    g_autofree char *title = g_strdup_printf ("Move %u", i);

    event->record.id = events[i] = entente_id_new ();
    event->kind = g_strdup ("talks");
    event->title = g_steal_pointer (&title);
    event->when = make_date (&rows[i]);
    entente_step_insert (step, event);
  }
  entente_sample_apply (fixture->sample, step);
  entente_timeline_fixture_settle (fixture);
}

static guint32
find_row (EntenteTimelineFixture *fixture, guint i)
{
  return entente_chronicle_find_row (fixture->timeline->chronicle, events[i]);
}

static void
assert_has (const char *text, const char *words)
{
  if (strstr (text, words) == NULL)
    g_error ("“%s” is not in “%s”", words, text);
}

/* Is what a screen reader hears of it all that is known? A bundle that it is in may follow. */
static gboolean
is_said (EntenteTimeline *self, guint32 row)
{
  g_autofree char *whole = entente_timeline_tip_describe (self, row);
  g_autofree char *other =
    gtk_test_accessible_check_property (GTK_ACCESSIBLE (self->items[self->item]),
                                        GTK_ACCESSIBLE_PROPERTY_LABEL,
                                        whole);

  return other == NULL || g_str_has_prefix (other, whole);
}

/* It has the keyboard before its record is read, and is said anew then. */
static void
check_name (EntenteTimelineFixture *fixture, guint i)
{
  EntenteTimeline *self = fixture->timeline;
  guint32 row = find_row (fixture, i);
  g_autofree char *whole = NULL, *part = g_strdup_printf (", %s, ", rows[i].words);

  entente_timeline_keys_focus_row (self, row, ENTENTE_NO_INDEX, TRUE);
  entente_probe_wait (entente_timeline_feed_get_date (self, row) != NULL);
  entente_probe_wait (is_said (self, row));
  whole = entente_timeline_tip_describe (self, row);
  assert_has (whole, part);
}

static void
check_peek (EntenteTimelineFixture *fixture, guint i)
{
  EntenteTimeline *self = fixture->timeline;

  entente_timeline_peek_show (self, find_row (fixture, i));
  entente_probe_wait (self->popover != NULL);
  g_assert_true (entente_probe_says (self->popover, rows[i].words));
  g_assert_true (entente_timeline_peek_close (self));
}

static void
test_said (void)
{
  EntenteTimelineFixture fixture;

  entente_timeline_fixture_init (&fixture);
  add_events (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    check_name (&fixture, i);
    check_peek (&fixture, i);
  }
  entente_timeline_fixture_settle (&fixture);
  entente_timeline_fixture_clear (&fixture);
}

static void
set_text_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

/* What was never shown is read before it is copied. */
static void
test_copied (void)
{
  EntenteTimelineFixture fixture;
  GdkClipboard *clipboard;
  g_autofree char *text = NULL;

  entente_timeline_fixture_init (&fixture);
  add_events (&fixture);
  clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture.timeline));
  entente_session_select_events (fixture.sample->session, events, G_N_ELEMENTS (events));
  g_assert_true (entente_timeline_fixture_press (&fixture, GDK_KEY_c, GDK_CONTROL_MASK));
  entente_probe_wait (gdk_clipboard_is_local (clipboard));
  gdk_clipboard_read_text_async (clipboard, NULL, set_text_cb, &text);
  entente_probe_wait (text != NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *cells = g_strdup_printf ("%s\t\ttalks", rows[i].words);

    assert_has (text, cells);
  }
  entente_timeline_fixture_clear (&fixture);
}

/* It comes when the pointer has rested, grows when the record is there, and goes with the pointer.
 */
static void
test_tip (void)
{
  EntenteTimelineFixture fixture;
  EntenteTimeline *self;
  double x, y;
  gint64 begin;

  entente_timeline_fixture_init (&fixture);
  self = fixture.timeline;
  entente_timeline_fixture_find_mark (&fixture, ENTENTE_TIMELINE_FIXTURE_EARLIER, &x, &y);
  begin = g_get_monotonic_time ();
  entente_timeline_hint_move (self, x, y);
  g_assert_false (gtk_widget_get_visible (self->hint));
  entente_probe_wait (gtk_widget_get_visible (self->hint));
  g_assert_cmpint (g_get_monotonic_time () - begin, >=, 290 * 1000);
  g_assert_true (entente_probe_says (self->hint, ENTENTE_TIMELINE_FIXTURE_EARLIER));
  entente_probe_wait (entente_probe_says (self->hint, "told as"));
  g_assert_true (entente_probe_says (self->hint, "28 February 2018"));
  entente_probe_linger (50);
  g_assert_cmpint (gtk_widget_get_height (self->hint), >, 30);
  entente_timeline_hover_leave (self);
  g_assert_false (gtk_widget_get_visible (self->hint));
  entente_timeline_fixture_clear (&fixture);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/timeline-date/said", test_said);
  g_test_add_func ("/timeline-date/copied", test_copied);
  g_test_add_func ("/timeline-date/tip", test_tip);
  return g_test_run ();
}
