/* A timeline that shows the sample study in a window, for tests of what is done there. */
#pragma once

#include "entente-sample-fixture.h"
#include "entente-timeline-private.h"

G_BEGIN_DECLS

/* Titles of moves that are marks when the whole study shows. */
#define ENTENTE_TIMELINE_FIXTURE_EARLIER "Ghani offers talks without preconditions"
#define ENTENTE_TIMELINE_FIXTURE_LATER "Moscow meeting held"
#define ENTENTE_TIMELINE_FIXTURE_UNPINNED "Taliban announce their spring offensive"

typedef struct {
  EntenteSample *sample;
  GtkWidget *window;
  EntenteTimeline *timeline;
} EntenteTimelineFixture;

void entente_timeline_fixture_init (EntenteTimelineFixture *fixture);
/* Asserts that nothing holds the timeline any longer. */
void entente_timeline_fixture_clear (EntenteTimelineFixture *fixture);
/* Lets the main loop run for a little while. */
void entente_timeline_fixture_settle (EntenteTimelineFixture *fixture);
guint32 entente_timeline_fixture_find_row (EntenteTimelineFixture *fixture, const char *title);
EntenteId entente_timeline_fixture_find_event (EntenteTimelineFixture *fixture, const char *title);
/* The middle of a mark, in the widget. */
void entente_timeline_fixture_find_mark (EntenteTimelineFixture *fixture,
                                         const char *title,
                                         double *x,
                                         double *y);
gboolean entente_timeline_fixture_press (EntenteTimelineFixture *fixture,
                                         guint key,
                                         GdkModifierType state);
/* Gives the keyboard to a move. */
void entente_timeline_fixture_focus (EntenteTimelineFixture *fixture, const char *title);
/* Is there a link by which @from answers @to? */
gboolean entente_timeline_fixture_answers (EntenteTimelineFixture *fixture,
                                           EntenteId from,
                                           EntenteId to);
void entente_timeline_fixture_undo (EntenteTimelineFixture *fixture);

G_END_DECLS
