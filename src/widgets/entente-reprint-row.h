/* EntenteReprintRow: says that an article is nearly the same as another one of the study, and
 * offers to record it as a reprint. Shows once something is found, or when it is recorded already.
 * Main thread. */
#pragma once

#include "entente-session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_REPRINT_ROW (entente_reprint_row_get_type ())
G_DECLARE_FINAL_TYPE (EntenteReprintRow, entente_reprint_row, ENTENTE, REPRINT_ROW, GtkBox)

/* @text: of an article that is not in the study yet; NULL: that of @article. @origin (or none):
 * what is recorded. Unless it is recorded otherwise, the choice is off; for a new text that is the
 * same in all but trifles it is on. */
GtkWidget *entente_reprint_row_new (EntenteSession *session,
                                    EntenteId article,
                                    const char *text,
                                    EntenteId origin);
/* The article that is reprinted, as chosen; none when it is no reprint. */
EntenteId entente_reprint_row_get_origin (EntenteReprintRow *row);

G_END_DECLS
