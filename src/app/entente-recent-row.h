/* EntenteRecentRow: a study in the list of recent ones: title, counts, sketch, and how long ago it
 * was opened. Activating it opens the study (app.open-recent). Private to the start page. Main
 * thread. */
#pragma once

#include "entente-recent.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_RECENT_ROW (entente_recent_row_get_type ())
G_DECLARE_FINAL_TYPE (EntenteRecentRow, entente_recent_row, ENTENTE, RECENT_ROW, AdwActionRow)

GtkWidget *entente_recent_row_new (const EntenteRecentStudy *study, gint64 now);

G_END_DECLS
