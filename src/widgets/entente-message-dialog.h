/* A dialog with a heading and a sentence. Main thread. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Above @parent, or by itself (NULL). Not yet shown; responses are added as to any
 * AdwMessageDialog. @message may name files by paths of any length: lines break within them. */
AdwMessageDialog *entente_message_dialog_new (GtkWindow *parent,
                                              const char *heading,
                                              const char *message);
/* Shows what went wrong, with nothing to do but close it. */
void entente_message_dialog_show_error (GtkWindow *parent,
                                        const char *heading,
                                        const char *message);

G_END_DECLS
