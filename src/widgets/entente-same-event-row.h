/* EntenteSameEventRow: events of the study that may be the one that is being made, each with a
 * button that chooses it. Shows only while there are some. They are looked for in a thread, a
 * moment after what is known of the event changed. Main thread.
 *
 * Signal "changed" (): another one is chosen, or none. */
#pragma once

#include "entente-session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_SAME_EVENT_ROW (entente_same_event_row_get_type ())
G_DECLARE_FINAL_TYPE (EntenteSameEventRow, entente_same_event_row, ENTENTE, SAME_EVENT_ROW, GtkBox)

void entente_same_event_row_set_session (EntenteSameEventRow *row, EntenteSession *session);
/* What is known; @kind and @when may be NULL. @parts (EntenteParticipation) is taken. */
void entente_same_event_row_look_for (EntenteSameEventRow *row,
                                      const EntenteKind *kind,
                                      const EntenteDate *when,
                                      GPtrArray *parts);
/* Chooses this one beforehand, unless it turns out not to be alike; none: no one. */
void entente_same_event_row_set_chosen (EntenteSameEventRow *row, EntenteId event);
/* The event chosen, or none. */
EntenteId entente_same_event_row_get_chosen (EntenteSameEventRow *row);
/* What the words that are being marked claim of the event chosen: @claim gets @kind and @when where
 * that event has others, and who acted and to whom where they are others of the study. */
void entente_same_event_row_fill_claim (EntenteSameEventRow *row,
                                        EntenteClaim *claim,
                                        const EntenteKind *kind,
                                        const EntenteDate *when);

G_END_DECLS
