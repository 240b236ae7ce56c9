/* EntenteRecordsWindow: the tracks, rounds, places, issues and eras of a study, a page each:
 * searched, made, changed, merged and deleted. Main thread. */
#pragma once

#include "entente-record-list.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_RECORDS_WINDOW (entente_records_window_get_type ())
G_DECLARE_FINAL_TYPE (EntenteRecordsWindow,
                      entente_records_window,
                      ENTENTE,
                      RECORDS_WINDOW,
                      AdwWindow)

/* Above the window of @parent, at the page of @records; the one that is there comes to the front.
 */
void entente_records_window_present (GtkWidget *parent,
                                     EntenteSession *session,
                                     EntenteRecords records);

G_END_DECLS
