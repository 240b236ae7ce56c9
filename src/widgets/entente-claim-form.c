/* What one voice says of an event. Main thread. */
#include "config.h"

#include "entente-claim-form.h"

void
entente_claim_form_present (GtkWidget *parent,
                            EntenteSession *session,
                            EntenteId event,
                            EntenteId claim,
                            EntentePassage *passage)
{
}
