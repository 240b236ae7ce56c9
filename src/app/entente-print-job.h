/* EntentePrintJob: makes what is printed of a session in a thread, and writes a document to a file
 * in one.
 *
 * Both begin and end on the main thread; many may be under way, each with pages of its own, since
 * pages belong to one thread at a time. Private to app.
 */
#pragma once

#include "entente-print-choice.h"
#include "entente-print-progress.h"
#include "entente-printout.h"
#include "entente-redaction-list.h"
#include "entente-save-formats.h"
#include "entente-session.h"

G_BEGIN_DECLS

/* Everything that the session shows now, as @choice says. @lanes: of figure and poster, as the
 * timeline tells its choice; may be NULL. @progress may be NULL. */
void entente_print_job_start (EntenteSession *session,
                              const EntentePrintChoice *choice,
                              const char *lanes,
                              EntentePrintProgress *progress,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
/* NULL with an error; the caller owns the printout, and @list (which may be NULL): what leaves with
 * it. */
EntentePrintout *entente_print_job_finish (GAsyncResult *result,
                                           EntenteRedactionList **list,
                                           GError **error);

typedef enum {
  ENTENTE_PRINT_PDF,
  ENTENTE_PRINT_MARKDOWN,
  ENTENTE_PRINT_TEXT,
  ENTENTE_PRINT_HTML,
  ENTENTE_PRINT_ODT,
  ENTENTE_N_PRINT_FORMATS
} EntentePrintFormat;

extern const EntenteSaveFormat entente_print_formats[ENTENTE_N_PRINT_FORMATS];
/* By the suffix of @name; @otherwise when it has none that is known. */
EntentePrintFormat entente_print_format_guess (const char *name, EntentePrintFormat otherwise);

/* Writes @document at @path. @progress may be NULL. */
void entente_print_save_async (EntenteDocument *document,
                               const EntentePageStyle *style,
                               EntentePrintFormat format,
                               const char *path,
                               EntentePrintProgress *progress,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean entente_print_save_finish (GAsyncResult *result, GError **error);

G_END_DECLS
