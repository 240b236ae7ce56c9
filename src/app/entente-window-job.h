/* EntenteWindowJob: what a window waits for: an import, a copy. One at a time; "cancel-job" cancels
 * it. Main thread. */
#pragma once

#include "entente-window.h"

G_BEGIN_DECLS

typedef struct {
  EntenteWindow *window; /* owned */
  GCancellable *cancellable;
} EntenteWindowJob;

EntenteWindowJob *entente_window_begin_job (EntenteWindow *window);
/* Articles that waited for its end are read next. The window may have left the job and begun
 * another, or be gone. */
void entente_window_end_job (const EntenteWindowJob *job);
void entente_window_job_free (EntenteWindowJob *job);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteWindowJob, entente_window_job_free)

G_END_DECLS
