/* EntentePositionForm: a window in which is said who wants what on which issue, and since when.
 * Main thread. */
#pragma once

#include "entente-session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A new position read from the words @passage of @article, filled in from them with reasons. */
void entente_position_form_present_words (GtkWidget *parent,
                                          EntenteSession *session,
                                          EntenteId article,
                                          EntentePassage *passage);
/* A new one without words; @like (or NULL) tells what is filled in. */
void entente_position_form_present_new (GtkWidget *parent,
                                        EntenteSession *session,
                                        const EntentePosition *like);
/* One that there is, to be changed. */
void entente_position_form_present (GtkWidget *parent,
                                    EntenteSession *session,
                                    const EntentePosition *position);

G_END_DECLS
