/* EntentePrintWindow: "Print Summary": what a summary of the events on screen says, its pages, and
 * where they go.
 *
 * Reads the session (filter, chronicle, study); of the study it changes templates only. Main
 * thread; documents and pages are made in threads of their own, and only the newest is shown.
 */
#pragma once

#include "entente-printout.h"
#include "entente-session.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_PRINT_WINDOW (entente_print_window_get_type ())
G_DECLARE_FINAL_TYPE (EntentePrintWindow, entente_print_window, ENTENTE, PRINT_WINDOW, AdwWindow)

/* Properties: "session" (EntenteSession, construct only), "lanes" (string, construct only: lanes of
 * the figure, as the timeline tells its choice; NULL: those of actors), "printout" (pointer
 * EntentePrintout: what is shown, NULL until the first pages are set; notifies when new ones are).
 * Actions: "summary.save" and "summary.save-as" (string: suffix of the format), "summary.print",
 * "summary.copy", "summary.again" (sets the pages anew). */

/* Opens one above @parent (may be NULL), modal to it. It keeps @session alive as long as it shows.
 * @lanes may be NULL. */
void entente_print_window_present (GtkWindow *parent, EntenteSession *session, const char *lanes);
/* What is shown, or NULL; and its pages, NULL for a poster too. */
EntentePrintout *entente_print_window_get_printout (EntentePrintWindow *window);
EntentePages *entente_print_window_get_pages (EntentePrintWindow *window);

G_END_DECLS
