/* Unfinished text: what a person typed into a form that was not accepted yet.
 *
 * It lies in the study, beside its records: no step of the history, in no export, gone when the
 * form is done with. At most 1 MB each and 200 of them; the oldest go. Any thread, as the rest of
 * the store.
 */
#pragma once

#include "entente-store.h"

G_BEGIN_DECLS

typedef struct {
  char *text; /* valid UTF-8 */
  gint64 time; /* when it was typed, seconds since 1970; -1 when that is not known */
} EntenteDraft;

EntenteDraft *entente_draft_new (const char *text, gint64 time);
void entente_draft_free (EntenteDraft *draft);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteDraft, entente_draft_free)

/* Keeps @text as the draft of the form called @form for @subject (a record, or
 * ENTENTE_ID_NONE), in place of the one before; NULL drops it. On disk when it returns TRUE. BUSY
 * while an import is under way and this is a job of the worker, READ_ONLY where nothing can be
 * written; INVALID when it is too long. */
gboolean entente_store_keep_draft (EntenteStore *store,
                                   const char *form,
                                   EntenteId subject,
                                   const char *text,
                                   GError **error);
/* NULL without an error when there is none. */
EntenteDraft *entente_store_find_draft (EntenteStore *store,
                                        const char *form,
                                        EntenteId subject,
                                        GError **error);

G_END_DECLS
