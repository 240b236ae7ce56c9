/* What a study is, for the window of its properties: the file, its counts, its last backup, and
 * what went wrong with it. Main thread. */
#pragma once

#include "entente-study.h"

G_BEGIN_DECLS

typedef struct {
  EntenteFileFacts *facts;
  gint64 counts[ENTENTE_N_ENTITIES];
  GPtrArray *log; /* EntenteLogEntry, the newest first */
} EntenteStudyProperties;

void entente_study_properties_free (EntenteStudyProperties *properties);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteStudyProperties, entente_study_properties_free)

void entente_study_read_properties_async (EntenteStudy *study,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
EntenteStudyProperties *entente_study_read_properties_finish (EntenteStudy *study,
                                                              GAsyncResult *result,
                                                              GError **error);

/* Notes in the study what went wrong, for later; returns at once. */
void entente_study_log (EntenteStudy *study, const char *sentence);

G_END_DECLS
