/* EntenteIconButton: a flat button with an icon, which says what it does to pointer and screen
 * reader. Main thread. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @tip: "Delete this claim". */
GtkWidget *entente_icon_button_new (const char *icon, const char *tip);

G_END_DECLS
