/* What kind of answer one move is to another. Main thread. */
#include "config.h"

#include "entente-link-form.h"

void
entente_link_form_present (GtkWidget *parent, EntenteSession *session, EntenteId from, EntenteId to)
{
}
