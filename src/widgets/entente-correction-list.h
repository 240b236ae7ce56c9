/* The marks of a corrected text that are not found as they were: what was, what would be, and a
 * switch for each that moves. Main thread; part of the form of a correction. */
#pragma once

#include "entente-correction.h"
#include "entente-session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Switches write into @correction, which must outlive the widget. */
GtkWidget *entente_correction_list_new (EntenteSession *session, EntenteCorrection *correction);

G_END_DECLS
