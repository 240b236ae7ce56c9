/* A study that is too damaged to be opened: what can be read of it is offered as a new one. Main
 * thread. */
#pragma once

#include "entente-window.h"

G_BEGIN_DECLS

/* Shows why the study at @path could not be opened (@message), and a way to recover what can be
 * read of it. The new study is asked for a name, and opens when a person wants it to. */
void entente_recovering_offer (EntenteWindow *window, const char *path, const char *message);

G_END_DECLS
