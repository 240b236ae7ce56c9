/* EntenteApplication: the program: one instance, a window for each study, actions that need no
 * study. Main thread. */
#pragma once

#include "entente-window.h"

G_BEGIN_DECLS

#define ENTENTE_TYPE_APPLICATION (entente_application_get_type ())
G_DECLARE_FINAL_TYPE (EntenteApplication, entente_application, ENTENTE, APPLICATION, AdwApplication)

EntenteApplication *entente_application_new (void);
/* Raises the window that shows @file, whatever way leads to it; else opens it in @window when that
 * is free (may be NULL), else in a new one. */
void entente_application_open_file (EntenteApplication *application,
                                    GFile *file,
                                    EntenteWindow *window);

G_END_DECLS
