/* A timeline with a chronicle in a window. */
#include "config.h"

#include "entente-bare-timeline.h"
#include "entente-widget-probe.h"

#define WIDTH_PX 1200

void
entente_bare_timeline_init (EntenteBareTimeline *self, EntenteChronicle *chronicle, int height_px)
{
  self->chronicle = chronicle;
  self->window = gtk_window_new ();
  self->timeline = ENTENTE_TIMELINE (g_object_ref_sink (entente_timeline_new (NULL)));
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->timeline));
  gtk_window_set_default_size (GTK_WINDOW (self->window), WIDTH_PX, height_px);
  entente_timeline_set_chronicle (self->timeline, self->chronicle, NULL, NULL, NULL);
  gtk_window_present (GTK_WINDOW (self->window));
  entente_bare_timeline_wait (self);
}

void
entente_bare_timeline_wait (EntenteBareTimeline *self)
{
  entente_probe_wait (self->timeline->scene_valid && self->timeline->image_node != NULL);
}

void
entente_bare_timeline_clear (EntenteBareTimeline *self)
{
  entente_timeline_popover_close (self->timeline);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_assert_finalize_object (self->timeline);
  entente_chronicle_unref (self->chronicle);
}
