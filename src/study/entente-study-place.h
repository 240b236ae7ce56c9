/* What a person should know of the place of a study, and of who else works with it. */
#pragma once

#include "entente-study.h"

G_BEGIN_DECLS

/* From now on a study that is opened for editing is held: a second program opens it for reading
 * only. For programs that keep studies open; before the first is opened. */
void entente_study_hold_files (void);
/* Why the study may not be changed; NULL when it may. Owned by the program. */
const char *entente_study_get_why_read_only (EntenteStudy *study);
/* What to mind where it is: a folder that a program synchronises, or another computer. NULL when
 * there is nothing. Asks the file system when the study is opened, not here. Owned by the program.
 */
const char *entente_study_get_place_advice (EntenteStudy *study);

G_END_DECLS
