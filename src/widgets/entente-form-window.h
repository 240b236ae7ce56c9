/* EntenteFormWindow: the window of a form: a bar with Cancel and a button that accepts, and rows that scroll. Main thread.
 *
 * Signal "accept" (): the button or Enter; the form applies its step and closes the window. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_FORM_WINDOW (entente_form_window_get_type ())
G_DECLARE_FINAL_TYPE (EntenteFormWindow, entente_form_window, ENTENTE, FORM_WINDOW, AdwWindow)

/* Transient for the window of @parent. @content is taken. */
EntenteFormWindow *entente_form_window_new (GtkWidget *parent,
                                            const char *title,
                                            const char *accept_label,
                                            GtkWidget *content);
void entente_form_window_set_can_accept (EntenteFormWindow *window, gboolean can_accept);

G_END_DECLS
