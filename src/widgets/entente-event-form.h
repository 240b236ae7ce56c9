/* EntenteEventForm: the rows in which an event is made or changed: what, when, who, title,
 * evidence. Main thread. */
#pragma once

#include "entente-proposals.h"
#include "entente-session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_EVENT_FORM (entente_event_form_get_type ())
G_DECLARE_FINAL_TYPE (EntenteEventForm, entente_event_form, ENTENTE, EVENT_FORM, GtkBox)

/* Changes @event, or with 0 makes a new one; @passage (may be NULL) are the words of @article that
 * it is read from. A new event with words is made in a popover at @parent, any other in a window.
 */
void entente_event_form_present (GtkWidget *parent,
                                 EntenteSession *session,
                                 EntenteId event,
                                 EntenteId article,
                                 EntentePassage *passage);
/* Changes @event; the keyboard is in the row of its date. */
void entente_event_form_present_at_date (GtkWidget *parent,
                                         EntenteSession *session,
                                         EntenteId event);
/* Changes @event with @date filled in as a proposal: its words stay those that were told. */
void entente_event_form_present_dated (GtkWidget *parent,
                                       EntenteSession *session,
                                       EntenteId event,
                                       const EntenteDate *date);
/* A new event from @passage in a popover that points at @at (in the coordinates of @parent; NULL:
 * at @parent). Closed without a decision it is kept, and shows again for the same words. */
void entente_event_form_present_at (GtkWidget *parent,
                                    const GdkRectangle *at,
                                    EntenteSession *session,
                                    EntenteId article,
                                    EntentePassage *passage);

/* The same for a suggestion. */
void entente_event_form_present_proposed (GtkWidget *parent,
                                          const GdkRectangle *at,
                                          EntenteSession *session,
                                          EntenteId article,
                                          const EntenteProposed *proposed);

/* The rows alone, for who presents them otherwise. Signals: "done" (gboolean applied): nothing is
 * left to do; "changed" (): something was filled in. */
GtkWidget *entente_event_form_new (EntenteSession *session,
                                   EntenteId article,
                                   EntentePassage *passage);
/* Shows an event that there is, to be changed. */
void entente_event_form_show (EntenteEventForm *form, EntenteEventDetail *detail);
/* Gives the keyboard to the date. */
void entente_event_form_focus_date (EntenteEventForm *form);
/* Fills in another date for the event that shows. */
void entente_event_form_propose_date (EntenteEventForm *form, const EntenteDate *date);
/* Fills in what a suggestion proposes, in place of what the words alone tell. */
void entente_event_form_propose (EntenteEventForm *form, const EntenteProposed *proposed);
/* Can the event be added or changed as it is filled in? */
gboolean entente_event_form_can_accept (EntenteEventForm *form);
void entente_event_form_accept (EntenteEventForm *form);
/* The same; then the event opens in its own form, to be changed. */
void entente_event_form_accept_and_edit (EntenteEventForm *form);
/* Were the words read? Until then rows are empty; what is accepted meanwhile is added when they
 * were. */
gboolean entente_event_form_is_read (EntenteEventForm *form);
/* Was anything filled in by hand? */
gboolean entente_event_form_is_touched (EntenteEventForm *form);
/* Is it being written? That may take as long as an import; "done" follows, or an error shows. */
gboolean entente_event_form_is_writing (EntenteEventForm *form);
/* The button that adds; hidden where a window has one of its own. */
GtkWidget *entente_event_form_get_button (EntenteEventForm *form);
void entente_event_form_hide_footer (EntenteEventForm *form);
/* The form is at most so high; rows that have no room scroll, the button below them stays. It never
 * needs much: later versions of the toolkit close a popover that what it needs has outgrown. */
void entente_event_form_set_room (EntenteEventForm *form, int height_px);

G_END_DECLS
