/* Sending a study to somebody: what leaves is told before, and some of it can be left out. */
#pragma once

#include "entente-study.h"

G_BEGIN_DECLS

/* Main thread. */
void entente_study_list_to_send_async (EntenteStudy *study,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
EntenteSendList *entente_study_list_to_send_finish (EntenteStudy *study,
                                                    GAsyncResult *result,
                                                    GError **error);

/* What leaves with @flags, and what stays here, as lines ("3 events, 1 of them private"): arrays of
 * strings, the caller's. Any thread. */
GPtrArray *entente_send_list_leaving (const EntenteSendList *list, EntenteSendFlags flags);
GPtrArray *entente_send_list_staying (const EntenteSendList *list, EntenteSendFlags flags);

/* As entente_study_save_copy_async(). Main thread. */
void entente_study_send_async (EntenteStudy *study,
                               const char *path,
                               EntenteSendFlags flags,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean entente_study_send_finish (EntenteStudy *study, GAsyncResult *result, GError **error);

G_END_DECLS
