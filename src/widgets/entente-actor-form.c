/* Names of an actor. Main thread. */
#include "config.h"

#include "entente-actor-form.h"

void
entente_actor_form_present (GtkWidget *parent, EntenteSession *session, EntenteId actor)
{
}
