/* Articles on their way into the study of a window: files are read in a thread with progress, text
 * and pieces of pages that are pasted or dropped likewise, and each article is then shown in a form
 * before it is kept. Nothing is fetched. Main thread. */
#pragma once

#include "entente-window.h"

G_BEGIN_DECLS

/* Reads what waited for the study that is being opened, or for the end of a job. */
void entente_intake_read_waiting (EntenteWindow *window);
/* That study did not come, or goes. */
void entente_intake_forget_waiting (EntenteWindow *window);
/* @mime_type tells whether it is a page or plain text; @name stands for that of a file. */
void entente_intake_take_text (EntenteWindow *window,
                               GBytes *bytes,
                               const char *mime_type,
                               const char *name);
void entente_intake_show_error (EntenteWindow *window, const GError *error);

/* What is in the clipboard: files, else a piece of a page, else text. */
void entente_intake_paste (EntenteWindow *window);
/* The same of what is dropped on @widget by other programs, also over children that take text
 * themselves if @is_pane. */
void entente_intake_attach_drop (EntenteWindow *window, GtkWidget *widget, gboolean is_pane);

G_END_DECLS
