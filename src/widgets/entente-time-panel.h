/* EntenteTimePanel: the filter in time: two entries in EDTF ("2018-07", "2018-07-15"), and whether
 * events must surely lie between them. Property "summary" string: "all", "since 2018-07", "2018-02
 * to 2018-10". */
#pragma once

#include "entente-session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_TIME_PANEL (entente_time_panel_get_type ())
G_DECLARE_FINAL_TYPE (EntenteTimePanel, entente_time_panel, ENTENTE, TIME_PANEL, GtkBox)

GtkWidget *entente_time_panel_new (void);
/* NULL: empty. */
void entente_time_panel_set_session (EntenteTimePanel *panel, EntenteSession *session);

G_END_DECLS
