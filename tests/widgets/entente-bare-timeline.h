/* A timeline that shows a chronicle of its own in a window, without a study: for tests of what it
 * does by itself. */
#pragma once

#include "entente-timeline-private.h"

G_BEGIN_DECLS

typedef struct {
  GtkWidget *window;
  EntenteTimeline *timeline;
  EntenteChronicle *chronicle;
} EntenteBareTimeline;

/* @chronicle is taken. Waits for the first picture. */
void entente_bare_timeline_init (EntenteBareTimeline *bare,
                                 EntenteChronicle *chronicle,
                                 int height_px);
/* Until what shows is what was changed last. */
void entente_bare_timeline_wait (EntenteBareTimeline *bare);
/* Asserts that nothing holds the timeline any longer. */
void entente_bare_timeline_clear (EntenteBareTimeline *bare);

G_END_DECLS
