/* EntenteLinkForm: a window in which is said what kind of answer one move is to another. Main
 * thread. */
#pragma once

#include "entente-session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @from is the answer; @to is what it answers, or 0: asks which. */
void entente_link_form_present (GtkWidget *parent,
                                EntenteSession *session,
                                EntenteId from,
                                EntenteId to);

G_END_DECLS
