/* EntenteKeyWindow: the key of marks: what shape, fill, colour, lines, width and edge mean (F1).
 * Drawn with the glyphs of the timeline itself. Main thread. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_KEY_WINDOW (entente_key_window_get_type ())
G_DECLARE_FINAL_TYPE (EntenteKeyWindow, entente_key_window, ENTENTE, KEY_WINDOW, AdwWindow)

/* Shows the key above @parent (may be NULL), not modal; the one that is open already comes to the
 * front. */
void entente_key_window_present (GtkWindow *parent);

G_END_DECLS
