/* What the event in the inspector answers, and what answers it. Part of the inspector. Main thread.
 */
#pragma once

#include "entente-session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Fills @list anew. A click on a row selects the other event. */
void entente_inspector_answers_fill (GtkListBox *list,
                                     EntenteSession *session,
                                     EntenteEventDetail *detail);
/* The same of the rounds that it is part of, or of its moves where it is a round. */
void entente_inspector_rounds_fill (GtkListBox *list,
                                    EntenteSession *session,
                                    EntenteEventDetail *detail);
/* "thread of 3 moves", "no word since"; NULL: nothing to say. Free. */
char *entente_inspector_answers_note (EntenteSession *session, EntenteId event);

G_END_DECLS
