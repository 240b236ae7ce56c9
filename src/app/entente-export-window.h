/* EntenteExportWindow: "Export Timeline": asks as what, how much and how large the timeline goes
 * into a file, then for the file, and draws it in a thread.
 *
 * Reads the session and changes nothing in it. Main thread.
 */
#pragma once

#include "entente-export-job.h"
#include "entente-session.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_EXPORT_WINDOW (entente_export_window_get_type ())
G_DECLARE_FINAL_TYPE (EntenteExportWindow, entente_export_window, ENTENTE, EXPORT_WINDOW, AdwWindow)

/* Called with the path of each file that is written. */
typedef void (*EntenteExported) (GtkWindow *parent, const char *path);

/* What a timeline shows, and how. */
typedef struct {
  EntenteSpan span;
  double width_px;
  const char *lanes; /* as entente_timeline_get_lane_choice() gives them, or NULL */
} EntenteExportView;

/* Opens one above @parent (may be NULL), modal to it. @exported may be NULL. */
EntenteExportWindow *entente_export_window_present (GtkWindow *parent,
                                                    EntenteSession *session,
                                                    const EntenteExportView *view,
                                                    EntenteExported exported);
/* What is chosen now. */
EntenteExportChoice entente_export_window_get_choice (EntenteExportWindow *window);
/* Draws it and writes it at @path, as its suffix says; closes when done. */
void entente_export_window_export (EntenteExportWindow *window, const char *path);

G_END_DECLS
