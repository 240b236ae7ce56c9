/* EntenteWindow: a window for one study, or the start page while it has none.
 *
 * Puts the panes together: side bar, article, inspector, and below them timeline, table or ledger.
 * Panes know only the session; what has to do with files, layout and settings is done here and in
 * the helper modules (entente-window-*.c). Main thread. */
#pragma once

#include "entente-session.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_WINDOW (entente_window_get_type ())
G_DECLARE_FINAL_TYPE (EntenteWindow, entente_window, ENTENTE, WINDOW, AdwApplicationWindow)

EntenteWindow *entente_window_new (GtkApplication *application);
/* NULL while the start page shows. */
EntenteStudy *entente_window_get_study (EntenteWindow *window);
EntenteSession *entente_window_get_session (EntenteWindow *window);
/* Shows @study (a new reference; NULL: the start page). The study shown before is closed. */
void entente_window_set_study (EntenteWindow *window, EntenteStudy *study);
/* Opens or makes a study here; an error is told in a dialog. @mode READ_ONLY shows it without
 * changing it. */
void entente_window_open_path (EntenteWindow *window, const char *path, EntenteOpenMode mode);
/* Shows a new window with the study that it is opening, or without it, when that takes longer than
 * a moment. */
void entente_window_present_soon (EntenteWindow *window);
/* Into a window of its own, which shows as soon as the study is open; if that fails, @window tells
 * why and stays as it is. Returns the other window, owned by GTK. */
EntenteWindow *entente_window_open_beside (EntenteWindow *window,
                                           const char *path,
                                           EntenteOpenMode mode);
/* TRUE when the window shows, or is about to show, the file at @path, whatever way leads to it. */
gboolean entente_window_has_path (EntenteWindow *window, const char *path);
/* TRUE while it has no study and opens none. */
gboolean entente_window_is_free (EntenteWindow *window);

/* Tells something in passing; with a button that undoes @step (EntenteChangeSet.step) and no other,
 * as long as that is the latest; 0: no button. */
void entente_window_toast (EntenteWindow *window, const char *message, gint64 step);
/* "Claim added", with a button that opens its form; @claim: "(xx)" of its event and itself. */
void entente_window_toast_claim (EntenteWindow *window, GVariant *claim);
/* Tells what went wrong, to be acknowledged. */
void entente_window_show_error (EntenteWindow *window, const char *heading, const char *message);

G_END_DECLS
