/* Text that was typed into a form and not accepted yet, kept against a crash: in the study where it
 * can be written, else in the folder of the user's state. Main thread; nothing here blocks. */
#pragma once

#include "entente-study.h"

G_BEGIN_DECLS

/* Keeps @text as that of the form called @form for @subject (a record, or ENTENTE_ID_NONE), in
 * place of the one before; NULL drops it. In the order of the calls. No step, and not told when it
 * cannot be kept. */
void entente_study_keep_draft (EntenteStudy *study,
                               const char *form,
                               EntenteId subject,
                               const char *text);
/* What was kept for it last. */
void entente_study_find_draft_async (EntenteStudy *study,
                                     const char *form,
                                     EntenteId subject,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
/* NULL without an error when there is none. */
EntenteDraft *entente_study_find_draft_finish (EntenteStudy *study,
                                               GAsyncResult *result,
                                               GError **error);

G_END_DECLS
