/* EntenteCorrectionForm: a window in which the text of an article is corrected: first the text,
 * then what becomes of its marks, each with a switch, before anything is kept. Main thread. */
#pragma once

#include "entente-session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

void entente_correction_form_present (GtkWidget *parent,
                                      EntenteSession *session,
                                      EntenteId article);

G_END_DECLS
