/* EntenteShortcuts: the window of all keys (Ctrl+?), from ui/entente-shortcuts.ui. Main thread. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows all keys above @parent (may be NULL). */
void entente_shortcuts_present (GtkWindow *parent);

G_END_DECLS
