/* A timeline without moves says why and what to do next, to eyes, ears and keyboard, and moves come
 * back from there. */
#include "config.h"

#include "../chart/sample-chronicle.h"
#include "entente-commands.h"
#include "entente-timeline-fixture.h"
#include "entente-timeline-private.h"
#include "entente-widget-probe.h"

#include <adwaita.h>

#define NOTHING_PASSES "Nothing passes the filter"

static gboolean
says (EntenteTimelineFixture *fixture, const char *words)
{
  return entente_probe_says (GTK_WIDGET (fixture->timeline), words);
}

/* Before there was anything. */
static void
set_early (EntenteTimelineFixture *fixture)
{
  g_autoptr (EntenteQuery) query = entente_query_new ();

  query->has_until = query->surely = TRUE;
  query->until = sample_time ("1900-01-01", FALSE);
  entente_session_set_query (fixture->sample->session, query);
  entente_probe_wait (gtk_widget_get_visible (fixture->timeline->empty));
}

static void
test_filter (void)
{
  EntenteTimelineFixture fixture;
  EntenteTimeline *self;
  GtkWidget *focus;
  graphene_rect_t place;

  entente_timeline_fixture_init (&fixture);
  self = fixture.timeline;
  g_assert_false (gtk_widget_get_visible (self->empty));
  set_early (&fixture);
  g_assert_true (says (&fixture, NOTHING_PASSES));
  g_assert_true (says (&fixture, "Clear It"));
  entente_timeline_fixture_settle (&fixture);
  /* In the middle of the lanes. */
  g_assert_true (gtk_widget_compute_bounds (self->empty, GTK_WIDGET (self), &place));
  g_assert_cmpfloat_with_epsilon (place.origin.x + place.size.width / 2,
                                  self->parts.lanes.x + self->parts.lanes.width / 2.0,
                                  2);
  g_assert_cmpfloat (place.origin.y, >, self->parts.lanes.y + 40);
  /* Who comes with the keyboard is on the button, and then on a move. */
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (self)));
  focus = gtk_window_get_focus (GTK_WINDOW (fixture.window));
  g_assert_true (GTK_IS_BUTTON (focus));
  gtk_test_accessible_assert_property (focus,
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       NOTHING_PASSES ". Clear It");
  g_signal_emit_by_name (focus, "clicked");
  entente_probe_wait (!gtk_widget_get_visible (self->empty));
  entente_timeline_fixture_settle (&fixture);
  g_assert_true (entente_query_is_empty (entente_session_get_query (fixture.sample->session)));
  g_assert_true (gtk_widget_is_focus (self->items[self->item]));
  entente_timeline_fixture_clear (&fixture);
}

static void
test_no_events (void)
{
  EntenteTimelineFixture fixture;
  EntenteTimeline *self;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (EntenteId));

  entente_timeline_fixture_init (&fixture);
  self = fixture.timeline;
  for (guint32 row = 0; row < entente_chronicle_get_n_rows (self->chronicle); row++) {
    EntenteId id = entente_chronicle_get_id (self->chronicle, row);

    g_array_append_val (ids, id);
  }
  entente_sample_apply (
    fixture.sample,
    entente_commands_delete_events ((const EntenteId *) (gpointer) ids->data, ids->len));
  entente_timeline_fixture_settle (&fixture);
  g_assert_true (
    says (&fixture,
          "No events yet: select words in an article and press E, or N for its suggestions"));
  g_assert_false (says (&fixture, "Clear It"));
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (self)));
  g_assert_true (gtk_widget_is_focus (self->empty));
  gtk_test_accessible_assert_property (
    self->empty,
    GTK_ACCESSIBLE_PROPERTY_LABEL,
    "No events yet: select words in an article and press E, or N for its suggestions");
  entente_timeline_fixture_undo (&fixture);
  g_assert_false (gtk_widget_get_visible (self->empty));
  g_assert_false (says (&fixture, "No events yet"));
  entente_timeline_fixture_clear (&fixture);
}

/* Without a study there is nobody who could add any. */
static void
test_no_study (void)
{
  EntenteTimeline *self = ENTENTE_TIMELINE (g_object_ref_sink (entente_timeline_new (NULL)));
  g_autoptr (EntenteChronicle) chronicle = sample_chronicle_new ();
  g_autoptr (EntenteBitset) none = entente_bitset_new (entente_chronicle_get_n_rows (chronicle));

  g_assert_true (entente_probe_says (GTK_WIDGET (self), "No events;"));
  entente_timeline_set_chronicle (self, chronicle, NULL, NULL, NULL);
  g_assert_false (gtk_widget_get_visible (self->empty));
  entente_timeline_set_chronicle (self, chronicle, none, NULL, NULL);
  g_assert_true (gtk_widget_get_visible (self->empty));
  g_assert_finalize_object (self);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/timeline-empty/filter", test_filter);
  g_test_add_func ("/timeline-empty/no-events", test_no_events);
  g_test_add_func ("/timeline-empty/no-study", test_no_study);
  return g_test_run ();
}
