/* EntenteEventMore: the fields of an event that are asked for less often: mode, judgement, place,
 * track, medium, issues, planned date, summary, flags. Part of the form of events. Main thread. */
#pragma once

#include "entente-study.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_EVENT_MORE (entente_event_more_get_type ())
G_DECLARE_FINAL_TYPE (EntenteEventMore, entente_event_more, ENTENTE, EVENT_MORE, GtkWidget)

GtkWidget *entente_event_more_new (void);
void entente_event_more_show (EntenteEventMore *more,
                              const EntenteChronicle *chronicle,
                              const EntenteEvent *event);
/* Writes the fields into an event that is not shared yet; records that are to be made for it are
 * appended to @fresh. */
void entente_event_more_store (EntenteEventMore *more, EntenteEvent *event, GPtrArray *fresh);
/* What cannot be read, or NULL. Borrowed until the next change. */
const char *entente_event_more_get_error (EntenteEventMore *more);
/* The round that @event is part of and what it has in the user's own fields, or neither for a new
 * one; rows are hidden in a study without rounds or fields. */
void entente_event_more_show_study (EntenteEventMore *more, EntenteStudy *study, EntenteId event);
/* Adds to the step that makes or changes @event what was chosen anew of these. */
void entente_event_more_store_study (EntenteEventMore *more, EntenteStep *step, EntenteId event);

G_END_DECLS
