/* Bringing actors of a file into a study: read, held against the registry, and entered as one step
 * that can be taken back. */
#pragma once

#include "entente-actor-import.h"
#include "entente-study.h"

G_BEGIN_DECLS

/* NULL on error, when nothing was changed; else what came in. @progress, or NULL, is called on the
 * worker with the number of records written. Blocks: for the command line. */
EntenteActorImport *entente_study_import_actors (EntenteStudy *study,
                                                 GFile *file,
                                                 EntenteActorFile form,
                                                 const char *map,
                                                 EntenteProgress progress,
                                                 gpointer data,
                                                 GCancellable *cancellable,
                                                 GError **error);
/* The same, for a window: "busy-label" and "busy-fraction" follow, edits wait. Cancelled: nothing
 * is changed. */
void entente_study_import_actors_async (EntenteStudy *study,
                                        GFile *file,
                                        EntenteActorFile form,
                                        const char *map,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
/* @step (or NULL) receives the number of the step; 0 when the study knew all of it. The caller's.
 */
EntenteActorImport *entente_study_import_actors_finish (EntenteStudy *study,
                                                        GAsyncResult *result,
                                                        gint64 *step,
                                                        GError **error);

G_END_DECLS
