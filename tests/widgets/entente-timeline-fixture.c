/* A timeline that shows the sample study in a window. */
#include "config.h"

#include "entente-timeline-fixture.h"

#include "entente-widget-probe.h"

void
entente_timeline_fixture_settle (EntenteTimelineFixture *fixture)
{
  entente_sample_settle (fixture->sample);
  entente_timeline_ensure_scene (fixture->timeline);
}

void
entente_timeline_fixture_init (EntenteTimelineFixture *fixture)
{
  fixture->sample = entente_sample_new ();
  fixture->window = gtk_window_new ();
  fixture->timeline =
    ENTENTE_TIMELINE (g_object_ref_sink (entente_timeline_new (fixture->sample->session)));
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->timeline));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1500, 760);
  gtk_window_present (GTK_WINDOW (fixture->window));
  entente_probe_wait (fixture->timeline->image_node != NULL &&
                      fixture->timeline->scene->n_chips > 0);
  entente_timeline_fixture_settle (fixture);
}

void
entente_timeline_fixture_clear (EntenteTimelineFixture *fixture)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  entente_probe_wait (G_OBJECT (fixture->timeline)->ref_count == 1);
  g_assert_finalize_object (fixture->timeline);
  entente_sample_free (fixture->sample);
}

guint32
entente_timeline_fixture_find_row (EntenteTimelineFixture *fixture, const char *title)
{
  EntenteTimeline *self = fixture->timeline;

  for (;;) {
    for (guint i = 0; i < entente_chronicle_get_n_rows (self->chronicle); i++)
      if (g_strcmp0 (entente_timeline_feed_get_title (self, i), title) == 0)
        return i;
    entente_probe_turn (); /* titles are being read */
  }
}

EntenteId
entente_timeline_fixture_find_event (EntenteTimelineFixture *fixture, const char *title)
{
  return entente_chronicle_get_id (fixture->timeline->chronicle,
                                   entente_timeline_fixture_find_row (fixture, title));
}

void
entente_timeline_fixture_find_mark (EntenteTimelineFixture *fixture,
                                    const char *title,
                                    double *x,
                                    double *y)
{
  EntenteTimeline *self = fixture->timeline;
  const EntenteSceneMark *mark =
    entente_scene_find_mark (self->scene, entente_timeline_fixture_find_row (fixture, title));

  g_assert_nonnull (mark);
  *x = self->parts.lanes.x + mark->x;
  *y = self->parts.lanes.y + mark->y - self->scroll_y;
}

gboolean
entente_timeline_fixture_press (EntenteTimelineFixture *fixture, guint key, GdkModifierType state)
{
  return entente_timeline_keys_press (fixture->timeline, key, state);
}

void
entente_timeline_fixture_focus (EntenteTimelineFixture *fixture, const char *title)
{
  entente_timeline_keys_focus_row (fixture->timeline,
                                   entente_timeline_fixture_find_row (fixture, title),
                                   ENTENTE_NO_INDEX,
                                   TRUE);
}

gboolean
entente_timeline_fixture_answers (EntenteTimelineFixture *fixture, EntenteId from, EntenteId to)
{
  EntenteChronicle *chronicle = entente_study_get_chronicle (fixture->sample->study);
  guint n;
  const EntenteThread *threads =
    entente_chronicle_get_answers_to (chronicle, entente_chronicle_find_row (chronicle, from), &n);

  for (guint i = 0; i < n; i++)
    if (entente_chronicle_get_id (chronicle, threads[i].row) == to)
      return TRUE;
  return FALSE;
}

void
entente_timeline_fixture_undo (EntenteTimelineFixture *fixture)
{
  g_autoptr (EntenteChangeSet) changes = entente_study_undo (fixture->sample->study, NULL);

  g_assert_nonnull (changes);
  entente_timeline_fixture_settle (fixture);
}
