/* A head start: the study named on the command line is read while GTK starts and the first window
 * is made.
 *
 * At most one, begun before there is any window, and taken by the window that opens the file. Main
 * thread. */
#pragma once

#include "entente-study.h"

G_BEGIN_DECLS

/* Begins to open the study at @path for reading and writing. */
void entente_head_start_begin (const char *path);
/* Nobody takes it any more: what was begun and not taken is closed. */
void entente_head_start_drop (void);

/* As entente_study_open_async(), from what was begun when that is the same file. */
void entente_head_start_open_async (const char *path,
                                    EntenteOpenMode mode,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
EntenteStudy *entente_head_start_open_finish (GAsyncResult *result, GError **error);

G_END_DECLS
