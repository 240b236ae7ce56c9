/* EntenteEventView: what table and ledger have in common: a column view of events that shows the
 * session's filter and shares its selection, sorted by the heads of its columns, which are chosen
 * and changed in place. Properties: "session" EntenteSession (read and write, NULL: empty);
 * "columns" string (read and write): which columns it shows, and how it is sorted
 * (entente-column-layout.h). Actions: table.columns, table.edit, table.edit-selected, table.copy.
 * Main thread. */
#pragma once

#include "entente-event-columns.h"

G_BEGIN_DECLS

#define ENTENTE_TYPE_EVENT_VIEW (entente_event_view_get_type ())
G_DECLARE_DERIVABLE_TYPE (EntenteEventView, entente_event_view, ENTENTE, EVENT_VIEW, GtkWidget)

struct _EntenteEventViewClass {
  GtkWidgetClass parent_class;

  const char *(*get_name) (void); /* for a screen reader */
  EntenteEventList *(*create_list) (EntenteSession *session); /* the rows */
  const EntenteEventColumn *columns; /* all that there are, in their first order */
  guint n_columns;
};

void entente_event_view_set_session (EntenteEventView *view, EntenteSession *session);

/* For subclasses. Borrowed; session and list may be NULL. */
EntenteSession *entente_event_view_get_session (EntenteEventView *view);
EntenteEventList *entente_event_view_get_list (EntenteEventView *view);
/* Puts @widget (taken) above the rows, or beside them at the end. */
void entente_event_view_put_above (EntenteEventView *view, GtkWidget *widget);
void entente_event_view_put_beside (EntenteEventView *view, GtkWidget *widget);
/* Gives the keyboard to the row of the selected event, once it is in sight. */
void entente_event_view_focus_selected (EntenteEventView *view);

G_END_DECLS
