/* Files of actors (tables, dictionaries) into the study of a window, as a job that can be
 * cancelled. Main thread. */
#pragma once

#include "entente-window.h"

G_BEGIN_DECLS

/* Asks for a file and brings it in. */
void entente_actor_files_ask_import (EntenteWindow *window);

G_END_DECLS
