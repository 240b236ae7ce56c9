/* EntenteStartPage: what the program shows before a study is open: ways to begin, and the studies
 * opened last.
 *
 * Knows neither window nor study: it activates actions of the application, which must be there:
 *   app.import       chooses articles, and a new study for them
 *   app.new          chooses a file for an empty study
 *   app.open         chooses a study
 *   app.open-recent  (s) opens the study with this path
 *   app.open-sample  (s) opens a sample: "afghan-talks-2018", "iran-nuclear-2003-2015"
 * It follows the settings; entente-recent.h fills them. Main thread.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_START_PAGE (entente_start_page_get_type ())
G_DECLARE_FINAL_TYPE (EntenteStartPage, entente_start_page, ENTENTE, START_PAGE, AdwBin)

GtkWidget *entente_start_page_new (void);

G_END_DECLS
