/* Articles on their way into the study of a window: files are read in a thread with progress, text out of the clipboard likewise, and
 * each article is then shown in a form before it is kept. Main thread. */
#pragma once

#include "entente-window.h"

G_BEGIN_DECLS

/* Reads what waited for the study that is being opened, or for the end of a job. */
void entente_intake_read_waiting (EntenteWindow *window);
/* That study did not come, or goes. */
void entente_intake_forget_waiting (EntenteWindow *window);
/* What is in the clipboard: files, else a piece of a page, else text. */
void entente_intake_paste (EntenteWindow *window);

G_END_DECLS
