/* Everything that begins with a file: choosers, files dropped, samples. Each function belongs to a
 * window, in which the outcome is shown. Main thread. */
#pragma once

#include "entente-window.h"

G_BEGIN_DECLS

/* Ask for a file and go on. */
void entente_opener_ask_open (EntenteWindow *window);
void entente_opener_ask_new (EntenteWindow *window);
/* Without a study open a new one is asked for next, and the articles go into it; without an answer
 * they are forgotten. */
void entente_opener_ask_import (EntenteWindow *window);
void entente_opener_ask_import_events (EntenteWindow *window);
void entente_opener_ask_save_copy (EntenteWindow *window);
/* A copy for somebody else, without what @flags leave out. */
void entente_opener_ask_send (EntenteWindow *window, EntenteSendFlags flags);
/* The study of the window; @path must not exist. */
void entente_opener_send_copy (EntenteWindow *window, const char *path, EntenteSendFlags flags);
void entente_opener_save_copy (EntenteWindow *window, const char *path);

/* Studies among @files (of GFile) are opened, all others imported as articles. */
void entente_opener_take_files (EntenteWindow *window, GSList *files);
/* Opens @path in this window when it is free, else in another; raises the window that has it open
 * already. */
void entente_opener_open_path (EntenteWindow *window, const char *path);

/* Opens the user's own copy of the sample study @name, made when there is none yet. */
void entente_opener_open_sample (EntenteWindow *window, const char *name);

G_END_DECLS
