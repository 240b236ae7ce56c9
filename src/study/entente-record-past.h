/* EntenteRecordPast: what was done to a record and its parts, step by step: who, when, which field,
 * from what to what; and the step that sets a field back.
 */
#pragma once

#include "entente-study.h"

G_BEGIN_DECLS

/* One field that one step changed, or a record that it added or deleted. */
typedef struct {
  gint64 number; /* of the row in the journal */
  gint64 time; /* seconds since 1970 UTC; -1 when not known */
  char *coder; /* or NULL */
  char *label; /* of the step, as the journal has it */
  gboolean is_undo; /* the row took a step back */
  EntenteOperation operation;
  char *
    title; /* the part in words, "Participation: Taliban · initiator"; NULL for the record itself */
  char *field; /* in words: "Date"; NULL when the whole was added or deleted */
  const char *field_name; /* "when", as in files; or NULL */
  char *before, *after; /* in words; of a record what it is called; NULL where there was none */
  gboolean can_revert; /* is there still something to set back, and is it not as it was? */
  EntenteRecord *old; /* what it was before, or NULL */
  EntenteRecord *now; /* what it became, or NULL */
  EntenteFieldMask mask; /* the field */
} EntenteRecordPast;

void entente_record_past_free (EntenteRecordPast *past);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteRecordPast, entente_record_past_free)

/* Newest first; array of EntenteRecordPast, owned. Blocks; any thread. */
GPtrArray *entente_record_past_read (EntenteStore *store,
                                     EntenteEntity entity,
                                     EntenteId id,
                                     GCancellable *cancellable,
                                     GError **error);
/* What the record is called, “Move: Taliban turn Kabul down”, when it is there or when it was.
 * Blocks; any thread. Free. */
char *entente_record_past_get_title (EntenteStore *store, EntenteEntity entity, EntenteId id);
/* The step that gives the field the value that it had before; a part that was added is deleted, one
 * that was deleted is added again. NULL when there is nothing to revert. The caller's. */
EntenteStep *entente_record_past_revert (const EntenteRecordPast *past);

/* The same in a job of the store. */
void entente_study_read_past_async (EntenteStudy *study,
                                    EntenteEntity entity,
                                    EntenteId id,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
/* *@title, where given, receives what the record is called. */
GPtrArray *entente_study_read_past_finish (EntenteStudy *study,
                                           GAsyncResult *result,
                                           char **title,
                                           GError **error);

G_END_DECLS
