/* EntentePrintProgress: how far a job is that makes or writes a summary.
 *
 * Reference counted. Set by the job's thread, read by the main thread. Private to app.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  ENTENTE_PRINT_READING, /* events */
  ENTENTE_PRINT_SETTING, /* pages */
  ENTENTE_PRINT_WRITING, /* a file */
} EntentePrintStage;

typedef struct _EntentePrintProgress EntentePrintProgress;

EntentePrintProgress *entente_print_progress_new (EntentePrintStage stage);
EntentePrintProgress *entente_print_progress_ref (EntentePrintProgress *progress);
void entente_print_progress_unref (EntentePrintProgress *progress);

/* A new stage, of which nothing is done; @total 0: nobody knows how much there is. */
void entente_print_progress_begin (EntentePrintProgress *progress,
                                   EntentePrintStage stage,
                                   guint total);
/* One more is done. */
void entente_print_progress_step (EntentePrintProgress *progress);
/* A new total of a thousand, and where the thread that writes says how much of it is done. */
int *entente_print_progress_use_permille (EntentePrintProgress *progress);
/* The share that is done of this stage; negative where nobody knows. */
double entente_print_progress_get_fraction (const EntentePrintProgress *progress);
/* "Reading 3,200 of 10,000 events". Free. */
char *entente_print_progress_describe (const EntentePrintProgress *progress);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntentePrintProgress, entente_print_progress_unref)

G_END_DECLS
