/* EntenteRecordMerge: two tracks, places, issues or eras that turn out to be one: what names the
 * one that goes names the other afterwards. What the one that is kept lacks it is given; where both
 * say something else, the one that is kept is right. Immutable once read; any thread. */
#pragma once

#include "entente-study.h"

G_BEGIN_DECLS

typedef struct {
  EntenteRecord *kept;
  EntenteRecord *gone;
  GPtrArray *naming; /* records of any entity that name the one that goes */
} EntenteRecordMerge;

/* INVALID when both are the same, NOT_FOUND when one is gone. Blocks, or runs on the store's
 * worker. */
EntenteRecordMerge *entente_record_merge_read (EntenteStore *store,
                                               EntenteEntity entity,
                                               EntenteId kept,
                                               EntenteId gone,
                                               GError **error);
void entente_record_merge_read_async (EntenteStudy *study,
                                      EntenteEntity entity,
                                      EntenteId kept,
                                      EntenteId gone,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
EntenteRecordMerge *entente_record_merge_read_finish (GAsyncResult *result, GError **error);
void entente_record_merge_free (EntenteRecordMerge *merge);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteRecordMerge, entente_record_merge_free)

/* The one step. */
EntenteStep *entente_commands_merge_records (const EntenteRecordMerge *merge);

G_END_DECLS
