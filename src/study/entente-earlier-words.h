/* Earlier words: what a mark said in the texts that were corrected since. Passages of old texts
 * stay as they are, so this is found by comparing the texts again, never stored. */
#pragma once

#include "entente-study.h"

G_BEGIN_DECLS

/* Words of @passage in earlier texts of its article, the latest first, as far as they were others;
 * an array of strings, empty when they were always the same. Blocks: for a thread. */
GPtrArray *entente_earlier_words_find (EntenteStore *store,
                                       const EntentePassage *passage,
                                       GCancellable *cancellable,
                                       GError **error);

void entente_study_find_earlier_words_async (EntenteStudy *study,
                                             const EntentePassage *passage,
                                             GCancellable *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer user_data);
GPtrArray *entente_study_find_earlier_words_finish (EntenteStudy *study,
                                                    GAsyncResult *result,
                                                    GError **error);
/* A text of an article, be it one that was corrected since. NOT_FOUND when it is gone. */
void entente_study_read_text_async (EntenteStudy *study,
                                    EntenteId revision,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
EntenteRevision *entente_study_read_text_finish (EntenteStudy *study,
                                                 GAsyncResult *result,
                                                 GError **error);

G_END_DECLS
