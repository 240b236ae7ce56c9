/* EntenteEventView: what table and ledger have in common: a column view of events that shows the session's filter and
 * shares its selection. Property "session" EntenteSession (read and write, NULL: empty). Main thread. */
#pragma once

#include "entente-event-columns.h"

G_BEGIN_DECLS

#define ENTENTE_TYPE_EVENT_VIEW (entente_event_view_get_type ())
G_DECLARE_DERIVABLE_TYPE (EntenteEventView, entente_event_view, ENTENTE, EVENT_VIEW, GtkWidget)

struct _EntenteEventViewClass {
  GtkWidgetClass parent_class;

  const char *(*get_name) (void); /* for a screen reader */
  EntenteEventList *(*create_list) (EntenteSession *session); /* the rows */
  void (*add_columns) (GtkColumnView *view);
};

void entente_event_view_set_session (EntenteEventView *view, EntenteSession *session);

G_END_DECLS
