/* The claims under the event in the inspector: who says it, how, and where. Part of the inspector.
 * Main thread. */
#pragma once

#include "entente-session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Fills @list anew. A click on a row lights the words in the article; words of a text that was
 * corrected since are shown in that. */
void entente_inspector_claims_fill (GtkListBox *list,
                                    EntenteSession *session,
                                    EntenteEventDetail *detail);
/* "3 voices, 1 article". Free. */
char *entente_inspector_claims_count (const EntenteEventDetail *detail);

G_END_DECLS
