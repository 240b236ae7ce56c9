/* Rows in which an event is made or changed. Main thread. */
#include "config.h"

#include "entente-event-form.h"

void
entente_event_form_present (GtkWidget *parent,
                            EntenteSession *session,
                            EntenteId event,
                            EntentePassage *passage)
{
}

void
entente_event_form_present_at (GtkWidget *parent,
                               const GdkRectangle *at,
                               EntenteSession *session,
                               EntentePassage *passage)
{
}
