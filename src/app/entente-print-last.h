/* What was printed last of a study: kind, options and paper, in a small file of the user's state.
 *
 * No step of the study, and nothing depends on it: a file that is lost costs comfort. Private
 * events are left out again each time, whatever was chosen last. Main thread.
 */
#pragma once

#include "entente-print-choice.h"
#include "entente-study.h"

G_BEGIN_DECLS

/* FALSE, and @choice is as it was, when nothing was printed of this study. */
gboolean entente_print_last_load (EntenteStudy *study, EntentePrintChoice *choice);
void entente_print_last_save (EntenteStudy *study, const EntentePrintChoice *choice);

G_END_DECLS
